"""A signed original compared with a revision of a plan, cell by cell."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from jospar.documents.docx_cells import LARGEST
from jospar.exchange.verification.originals import ComparedOriginal, compare_original
from jospar.queries.kept_editions import edition_seen_by
from jospar.queries.sentences import fill
from jospar.rules.core.forms import PlanEdition
from jospar.rules.core.nouns import PlanKind
from jospar.rules.core.sentences import ToldError
from jospar.web.navigation import PLANS
from jospar.web.pages import page
from jospar.web.verify_words import SHOWN, VerifyWords
from jospar.web.visitor import Seat, in_cycle, note_reading

from .plan import shared_by_pages

_MOST_FILES = 4


@require_http_methods(["GET", "HEAD", "POST"])
@in_cycle(*PLANS)
def original(
    request: HttpRequest, seat: Seat, language: str, kind: PlanKind, number: int
) -> HttpResponse:
    """Compare files that are sent with the revision; nothing of them is kept."""
    edition = edition_seen_by(seat.actor, seat.ruleset, seat.year, kind, number)
    if edition is None:
        raise Http404
    words = VerifyWords(language)
    compared: list[ComparedOriginal] = []
    faults: list[str] = []
    if request.method == "POST":
        compared, faults = _compared(request, seat, edition, language)
        if not compared and not faults:
            faults = [words.t("original.none")]
    if compared:
        note_reading(request, f"plan {seat.year} {kind} {number}")
    return page(
        request,
        "plan_original.html",
        language,
        status=422 if faults else 200,
        **shared_by_pages(seat.ruleset, seat.year, kind),
        number=number,
        words=words,
        compared=compared,
        faults=faults,
        shown=SHOWN,
    )


def _compared(
    request: HttpRequest, seat: Seat, edition: PlanEdition, language: str
) -> tuple[list[ComparedOriginal], list[str]]:
    """Return every plan in the files, and why some could not be read."""
    compared: list[ComparedOriginal] = []
    faults = []
    for upload in request.FILES.getlist("files")[:_MOST_FILES]:
        data = upload.read(LARGEST + 1)
        try:
            compared += compare_original(
                data, upload.name or "", edition, seat.ruleset.headings
            )
        except ToldError as error:
            faults.append(fill(error.message, error.values, language))
    return compared, faults
