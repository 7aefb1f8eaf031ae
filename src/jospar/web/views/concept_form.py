"""The form of a concept as DOCX, to be filled in without a connection."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from jospar.documents.concept_form import concept_form
from jospar.records.snapshots.plans import bodies_of
from jospar.rules.core.horizon import cycle_years
from jospar.web.downloads import download
from jospar.web.models import Draft
from jospar.web.visitor import Seat, in_cycle
from jospar.web.writing.again import form_values
from jospar.web.writing.merging import texts_of
from jospar.web.writing.writer import Writer, writer_of


@require_safe
@in_cycle()
def empty_form(request: HttpRequest, seat: Seat, language: str) -> HttpResponse:
    """Send the form with the body's name in it."""
    return _sent(writer_of(seat), language, None)


@require_safe
@in_cycle()
def draft_form(
    request: HttpRequest, seat: Seat, language: str, uuid: UUID
) -> HttpResponse:
    """Send the form with what the draft says."""
    writer = writer_of(seat)
    draft, _filed = writer.draft(uuid)
    return _sent(writer, language, draft)


def _sent(writer: Writer, language: str, draft: Draft | None) -> HttpResponse:
    seat, year = writer.seat, writer.seat.year
    texts = texts_of(draft.fields) if draft else {}
    names, others = bodies_of(year), texts.get("others", "").split()
    codes = (seat.actor.body or texts.get("body", ""), *others)
    content = concept_form(
        [names[code].name for code in codes if code in names],
        year,
        cycle_years(seat.ruleset, year),
        seat.ruleset.fields.values(),
        form_values(texts, language),
    )
    return download(content, f"concept-{year}.docx")
