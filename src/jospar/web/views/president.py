"""Before the President: the brief on one page, the sendings and the replies."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from jospar.documents.pdf_compiler import PdfError
from jospar.documents.president_brief_pdf import president_brief_pdf
from jospar.procedure.journal import is_rehearsal
from jospar.queries.president_brief import president_brief
from jospar.queries.president_papers import president_papers
from jospar.queries.treaty_fates import Fate
from jospar.rules.core.nouns import PlanStage
from jospar.rules.core.offices import Sight
from jospar.web.acts.offers import offers
from jospar.web.brief_words import BriefWords
from jospar.web.downloads import download
from jospar.web.pages import page
from jospar.web.pdf import shared
from jospar.web.repeal_words import repeal_line
from jospar.web.visitor import Seat, in_cycle, note_reading

_ACTS = {
    PlanStage.APPROVED: ("agreement.send_to_president",),
    PlanStage.BEFORE_PRESIDENT: ("agreement.record_reply",),
}
"""What is done of a plan at a stage, by who may."""


@require_safe
@in_cycle(Sight.PRESIDENT_PAPERS)
def show(request: HttpRequest, seat: Seat, language: str) -> HttpResponse:
    """Show the brief of the plans that the office sees, and their papers."""
    year = seat.year
    brief = president_brief(seat.actor, seat.ruleset, year)
    note_reading(request, f"president {year}")
    return page(
        request,
        "president.html",
        language,
        year=year,
        brief=brief,
        words=BriefWords(brief, year, language),
        fates=tuple(Fate),
        plans=[
            (
                plan,
                offers(
                    seat,
                    language,
                    _ACTS.get(plan.stage, ()),
                    request.path,
                    plan=plan.kind.value,
                ),
            )
            for plan in president_papers(year)
        ],
        provision=seat.ruleset.provisions["president.agreement"],
    )


@require_safe
@in_cycle(Sight.PRESIDENT_PAPERS)
def pdf(request: HttpRequest, seat: Seat, form: str) -> HttpResponse:
    """Send the brief as PDF in the language ``form``, or say that it was not made."""
    year = seat.year
    brief = president_brief(seat.actor, seat.ruleset, year)
    if not brief.plans:
        raise Http404
    words = BriefWords(brief, year, form).printed(
        rehearsal=is_rehearsal(),
        repealed=repeal_line(seat.ruleset, seat.visitor.today, form),
    )
    try:
        content = shared(partial(president_brief_pdf, words))
    except PdfError:
        return page(request, "error.html", form, status=503, error="pdf")
    note_reading(request, f"president {year} {form}.pdf")
    return download(content, f"president-{year}.{form}.pdf")
