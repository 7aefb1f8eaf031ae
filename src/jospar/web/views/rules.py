"""The Living Rules, the records behind their figures, and the conformity report."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from jospar.documents.conformity_pdf import conformity_pdf
from jospar.documents.pdf_compiler import PdfError
from jospar.procedure.journal import is_rehearsal
from jospar.queries.conformity import conformity
from jospar.queries.living_rules import LivingRules, living_rules
from jospar.rules.core.offices import Sight
from jospar.rules.core.provisions import Source
from jospar.rules.reference.explain import explain
from jospar.web.acts.addresses import act_address
from jospar.web.asked import number_asked
from jospar.web.pages import page
from jospar.web.pdf import shared
from jospar.web.report_print import MARKS, printed
from jospar.web.rules_words import RulesWords
from jospar.web.visitor import Visitor, needs, note_reading, visitor_of
from jospar.web.year_line import year_line

A_PAGE = 100
"""How many records behind a figure stand on a page."""


@require_safe
@needs(Sight.FIGURES)
def rules(request: HttpRequest, language: str, year: int) -> HttpResponse:
    """Show every provision with its figure on this day."""
    visitor = visitor_of(request)
    living = _living(visitor, year)
    return page(
        request,
        "rules.html",
        language,
        rules=living,
        law=living.of(Source.LAW),
        practice=living.of(Source.PRACTICE),
        words=RulesWords(living, language),
        records=visitor.sees(Sight.ALL_CONCEPTS),
        year=year,
    )


@require_safe
@needs(Sight.FIGURES)
def behind(request: HttpRequest, language: str, year: int, code: str) -> HttpResponse:
    """Show the records behind the figures of a provision, a page at a time.

    Who sees figures only is told that there is no such page.
    """
    visitor = visitor_of(request)
    living = _living(visitor, year)
    provision = living.find(code)
    if provision is None or not visitor.sees(Sight.ALL_CONCEPTS):
        raise Http404
    return page(
        request,
        "rules_behind.html",
        language,
        rules=living,
        provision=provision,
        words=RulesWords(living, language),
        journal=visitor.sees(Sight.JOURNAL),
        start=number_asked(request.GET.get("from", "")) or 0,
        a_page=A_PAGE,
        year=year,
    )


@require_safe
@needs(Sight.FIGURES)
def report(request: HttpRequest, language: str, year: int) -> HttpResponse:
    """Show of every paragraph whether it was kept, with what proves it."""
    visitor = visitor_of(request)
    living = _living(visitor, year)
    actor = visitor.actor
    may_explain = actor is not None and actor.office in explain.by
    return page(
        request,
        "rules_report.html",
        language,
        rules=living,
        report=conformity(living),
        words=RulesWords(living, language),
        marks=MARKS,
        line=year_line(year, living.deadlines, living.today, language),
        records=visitor.sees(Sight.ALL_CONCEPTS),
        explain=partial(act_address, explain.code, language, year, back=request.path)
        if may_explain
        else None,
        year=year,
    )


@require_safe
@needs(Sight.FIGURES)
def report_pdf(request: HttpRequest, language: str, year: int) -> HttpResponse:
    """Send the conformity report as PDF, or say that it was not made."""
    visitor = visitor_of(request)
    living = _living(visitor, year)
    text = printed(
        living,
        conformity(living),
        language,
        records=visitor.sees(Sight.ALL_CONCEPTS),
        rehearsal=is_rehearsal(),
    )
    try:
        content = shared(partial(conformity_pdf, text))
    except PdfError:
        return page(request, "error.html", language, status=503, error="pdf")
    note_reading(request, f"conformity {year}")
    name = f"conformity-{year}.{language}.pdf"
    return HttpResponse(
        content,
        content_type="application/pdf",
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "private, no-store",
        },
    )


def _living(visitor: Visitor, year: int) -> LivingRules:
    """Return the rules of the cycle as of the visitor's day.

    Raises:
        Http404: when the cycle is not open.
    """
    living = living_rules(year, visitor.today)
    if living is None:
        raise Http404
    return living
