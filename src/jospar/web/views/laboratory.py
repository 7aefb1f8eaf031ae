"""The Rules laboratory: what would differ in a year under other rules."""

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_safe

from jospar.procedure.days import calendar_of
from jospar.procedure.rulesets import countable, ruleset, rulesets
from jospar.queries.laboratory import laboratory
from jospar.queries.sentences import fill
from jospar.records.rulesets import ruleset_of
from jospar.rules.core.deadlines import deadline_in
from jospar.rules.core.offices import Sight
from jospar.rules.core.ruleset import Ruleset
from jospar.rules.core.sentences import ToldError
from jospar.rules.core.varied import NewDeadline, Variation, varied
from jospar.web.asked import day_asked, number_asked
from jospar.web.laboratory_words import LaboratoryWords, option_name
from jospar.web.pages import page
from jospar.web.visitor import needs, visitor_of

A_LIST = 30
"""How many keys of a difference are shown."""


@require_safe
@needs(Sight.FIGURES)
def show(request: HttpRequest, language: str, year: int) -> HttpResponse:
    """Show what may be changed, and what would differ where something is chosen."""
    own = ruleset_of(year)
    if own is None:
        raise Http404
    visitor, asked = visitor_of(request), request.GET
    found, told = None, ""
    try:
        base, variation = _base(asked, own), _variation(asked, own)
        if base is not own or variation != Variation():
            would = varied(base, variation)
            found = laboratory(own, would, year, visitor.today)
    except ToldError as error:
        told = fill(error.message, error.values, language)
    calendar = calendar_of(year)
    return page(
        request,
        "laboratory.html",
        language,
        status=422 if told else 200,
        own=own,
        rulesets=[rules for rules in rulesets() if rules.digest != own.digest],
        days={
            code: deadline_in(own, code, year, calendar)
            for code, rule in own.deadlines.items()
            if not rule.working_days
        },
        asked=asked,
        told=told,
        found=found,
        words=LaboratoryWords(found, language) if found else None,
        option_name=option_name,
        records=visitor.sees(Sight.ALL_CONCEPTS),
        a_list=A_LIST,
        year=year,
    )


def _base(asked: QueryDict, own: Ruleset) -> Ruleset:
    """Return the ruleset that is asked for, or the year's own."""
    code = asked.get("ruleset", "")
    return countable(ruleset(code)) if code else own


def _variation(asked: QueryDict, own: Ruleset) -> Variation:
    """Return what is asked to be read otherwise; what is left empty stays."""
    return Variation(
        readings={
            code: option
            for code in own.readings
            if (option := asked.get(f"reading.{code}", ""))
        },
        deadlines={
            code: new
            for code, rule in own.deadlines.items()
            if (new := _new(asked.get(f"deadline.{code}", ""), bool(rule.working_days)))
        },
        late_after={
            code: which
            for code in own.deadlines
            if (which := asked.get(f"late.{code}", ""))
        },
    )


def _new(text: str, working: bool) -> NewDeadline | None:
    """Return what a deadline is asked to be, if it is a day or a number of them."""
    if working:
        number = number_asked(text)
        return None if number is None else NewDeadline(working_days=number)
    day = day_asked(text)
    return None if day is None else NewDeadline(day.month, day.day)
