"""The form of a concept as DOCX, to be filled in without a connection."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from jospar.documents.concept_form import concept_form
from jospar.records.snapshots.plans import bodies_of
from jospar.rules.core.horizon import cycle_years
from jospar.web.downloads import download
from jospar.web.models import Draft
from jospar.web.visitor import needs
from jospar.web.writing.again import form_values
from jospar.web.writing.merging import texts_of
from jospar.web.writing.writer import writer_of


@require_safe
@needs()
def empty_form(request: HttpRequest, language: str, year: int) -> HttpResponse:
    """Send the form with the body's name in it."""
    return _sent(request, language, year, None)


@require_safe
@needs()
def draft_form(
    request: HttpRequest, language: str, year: int, uuid: UUID
) -> HttpResponse:
    """Send the form with what the draft says."""
    draft, _filed = writer_of(request, year).draft(uuid)
    return _sent(request, language, year, draft)


def _sent(
    request: HttpRequest, language: str, year: int, draft: Draft | None
) -> HttpResponse:
    writer = writer_of(request, year)
    texts = texts_of(draft.fields) if draft else {}
    names, others = bodies_of(year), texts.get("others", "").split()
    codes = (writer.actor.body or texts.get("body", ""), *others)
    content = concept_form(
        [names[code].name for code in codes if code in names],
        year,
        cycle_years(writer.ruleset, year),
        writer.ruleset.fields.values(),
        form_values(texts, language),
    )
    return download(content, f"concept-{year}.docx")
