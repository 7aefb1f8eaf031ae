"""The strip of a rehearsal: any office can be taken, and the day moved on by hand."""

from dataclasses import dataclass
from datetime import date

from jospar.accounts.appointments import Held, held_on
from jospar.procedure.days import calendar_of
from jospar.records.rulesets import ruleset_of
from jospar.rules.core.deadlines import deadline_in

from .visitor import Visitor
from .wording import office_name


@dataclass(frozen=True, slots=True)
class Strip:
    """What the strip shows: the day, who can be, and the days worth going to.

    ``seats`` are appointments by the name of their office.
    """

    today: date
    seats: tuple[tuple[str, tuple[Held, ...]], ...]
    days: tuple[date, ...]


def strip(visitor: Visitor, language: str) -> Strip:
    """Return the strip of a rehearsal; three queries, however many seats there are."""
    seats: dict[str, list[Held]] = {}
    for held in held_on(visitor.today):
        seats.setdefault(office_name(held.office, language), []).append(held)
    return Strip(
        today=visitor.today,
        seats=tuple((office, tuple(held)) for office, held in seats.items()),
        days=_days(visitor.today),
    )


def _days(today: date) -> tuple[date, ...]:
    """Return the deadlines of the year that are still ahead."""
    ruleset = ruleset_of(today.year)
    if ruleset is None:
        return ()
    calendar = calendar_of(today.year)
    ahead = {
        day
        for provision, rule in ruleset.deadlines.items()
        if rule.month
        for deadline in [deadline_in(ruleset, provision, today.year, calendar)]
        for day in (deadline.due, deadline.outer)
        if day > today
    }
    return tuple(sorted(ahead))
