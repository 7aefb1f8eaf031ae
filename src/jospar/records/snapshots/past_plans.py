"""Snapshot for bringing a past plan in."""

from datetime import date

import msgspec

from jospar.records.fingerprints import fingerprint
from jospar.records.models import Concept, Cycle, JournalEntry, Reply
from jospar.rules.core.act import Case
from jospar.rules.core.calendar import Calendar
from jospar.rules.core.forms import Body, Standing, lay_out
from jospar.rules.core.horizon import plan_years
from jospar.rules.plans.facts import BringIn, BringInFacts, BroughtBefore

from .dispatch import facts_for
from .plans import bodies_of, plan_id


class _Header(msgspec.Struct):
    person: str
    on: date


@facts_for.register
def _(filing: BringIn, case: Case, calendar: Calendar) -> BringInFacts:
    cycle = Cycle.objects.filter(year=case.year).values_list("brought_in").first()
    listed = bodies_of(case.year)
    keys = Concept.objects.filter(cycle_id=case.year).values_list("key", flat=True)
    return BringInFacts(
        case=case,
        years=plan_years(case.ruleset, filing.plan, case.year),
        is_open=cycle is not None,
        worked_on=cycle == (False,),
        before=_before(plan_id(case.year, filing.plan)),
        listed=frozenset(listed),
        keys=frozenset(keys),
        fingerprint=_fingerprint(filing, case, listed),
    )


def _before(plan: str) -> BroughtBefore | None:
    """Return who brought the plan in, if somebody did."""
    entry = (
        Reply.objects.filter(plan_id=plan, plan__cycle__brought_in=True)
        .values_list("entry", flat=True)
        .first()
    )
    if entry is None:
        return None
    headers = JournalEntry.objects.filter(number=entry).values_list("header", flat=True)
    header = msgspec.json.decode(headers[0], type=_Header)
    return BroughtBefore(entry, header.person, header.on)


def _fingerprint(filing: BringIn, case: Case, listed: dict[str, Body]) -> str:
    """Return that of the plan in its form; empty where a row is of no known body."""
    position = len(listed)
    bodies = dict(listed)
    for body in filing.bodies:
        if body.code not in bodies:
            position += 1
            bodies[body.code] = Body(body.code, body.name, position, body.name_en)
    if any(not row.proposers or {*row.proposers} - {*bodies} for row in filing.rows):
        return ""
    form = lay_out(
        kind=filing.plan,
        years=plan_years(case.ruleset, filing.plan, case.year),
        ruleset=case.ruleset.code,
        headings=case.ruleset.headings,
        standings=[
            Standing(row.key, row.proposers, row.wording, place=place)
            for place, row in enumerate(filing.rows, start=1)
        ],
        bodies=bodies,
    )
    return fingerprint(form.content())
