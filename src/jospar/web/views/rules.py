"""The Living Rules, the records behind their figures, and the conformity report."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from jospar.documents.conformity_pdf import conformity_pdf
from jospar.documents.pdf_compiler import PdfError
from jospar.procedure.journal import is_rehearsal
from jospar.queries.conformity import conformity
from jospar.queries.living_rules import living_rules
from jospar.queries.official_use import marked_concepts
from jospar.rules.core.offices import Sight
from jospar.rules.core.provisions import Source
from jospar.rules.reference.explain import explain
from jospar.web.acts.addresses import act_address
from jospar.web.asked import number_asked
from jospar.web.downloads import download
from jospar.web.pages import page
from jospar.web.pdf import shared
from jospar.web.report_print import MARKS, printed
from jospar.web.rules_words import RulesWords
from jospar.web.visitor import Seat, in_cycle, note_reading
from jospar.web.year_line import year_line

A_PAGE = 100
"""How many records behind a figure stand on a page."""


@require_safe
@in_cycle(Sight.FIGURES)
def rules(request: HttpRequest, seat: Seat, language: str) -> HttpResponse:
    """Show every provision with its figure on this day."""
    visitor, year = seat.visitor, seat.year
    living = living_rules(seat.ruleset, year, visitor.today)
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
@in_cycle(Sight.FIGURES)
def behind(request: HttpRequest, seat: Seat, language: str, code: str) -> HttpResponse:
    """Show the records behind the figures of a provision, a page at a time.

    Who sees figures only is told that there is no such page.
    """
    visitor, year = seat.visitor, seat.year
    living = living_rules(seat.ruleset, year, visitor.today)
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
@in_cycle(Sight.FIGURES)
def report(request: HttpRequest, seat: Seat, language: str) -> HttpResponse:
    """Show of every paragraph whether it was kept, with what proves it."""
    visitor, year = seat.visitor, seat.year
    living = living_rules(seat.ruleset, year, visitor.today)
    may_explain = seat.actor.office in explain.by
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
@in_cycle(Sight.FIGURES)
def report_pdf(request: HttpRequest, seat: Seat, language: str) -> HttpResponse:
    """Send the conformity report as PDF, or say that it was not made."""
    visitor, year = seat.visitor, seat.year
    living = living_rules(seat.ruleset, year, visitor.today)
    text = printed(
        living,
        conformity(living),
        language,
        records=visitor.sees(Sight.ALL_CONCEPTS),
        rehearsal=is_rehearsal(),
        marked=marked_concepts(year),
    )
    try:
        content = shared(partial(conformity_pdf, text))
    except PdfError:
        return page(request, "error.html", language, status=503, error="pdf")
    note_reading(request, f"conformity {year} {language}.pdf")
    return download(content, f"conformity-{year}.{language}.pdf")
