"""Rows of agreed plans that a cycle is offered again: nothing is carried silently."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jospar.records.models import Plan
from jospar.records.rulesets import ruleset_of
from jospar.rules.core.horizon import plan_years
from jospar.rules.core.nouns import PlanKind, PlanStage, ProgressStage
from jospar.rules.core.offices import Actor
from jospar.rules.core.ruleset import Ruleset

from .carried_rows import CarriedRow, PlanInForce, carried_rows
from .visible import concepts_seen_by

_SETTLED = frozenset(
    {
        ProgressStage.SIGNED,
        ProgressStage.DOMESTIC_PROCEDURES,
        ProgressStage.IN_FORCE,
        ProgressStage.DROPPED,
    }
)
"""Stages from which on a treaty is not proposed again."""
_CURRENT_PLANS = 2
"""How many current plans count: that of the running year, and that of the year past."""


class Why(StrEnum):
    """Why a row comes up for the next cycle."""

    YEAR_COMES = "year_comes"
    NOT_CONCLUDED = "not_concluded"
    CARRIED_OVER = "carried_over"


@dataclass(frozen=True, slots=True)
class RowAgain:
    """A row that may be proposed again, and the concepts that do so, by entry and key.

    The concepts are those that the reader may open.
    """

    row: CarriedRow
    why: Why
    proposed: tuple[tuple[int, str], ...]


def rows_again(
    actor: Actor, ruleset: Ruleset, year: int, day: date, body: str = ""
) -> tuple[RowAgain, ...]:
    """Return the rows of earlier plans that the cycle of ``year`` may take up.

    They are what was not concluded of the last two current plans, and the long-term
    plan that the cycle's own will replace. Of a treaty the latest row counts; none does
    once the treaty was signed or dropped. ``body`` keeps those that it answers for.
    Nine queries, however many rows, and one for each plan.
    """
    rows = _latest(carried_rows(day, _plans_before(year, day), body))
    taken = _taken_up(actor, year, (row.treaty for row in rows))
    coming = plan_years(ruleset, PlanKind.CURRENT, year)[-1]
    return tuple(
        RowAgain(row, _why(row, coming), tuple(taken.get(row.treaty, ())))
        for row in rows
    )


def _plans_before(year: int, day: date) -> list[PlanInForce]:
    """Return the agreed plans that the cycle goes on from, in order; see there."""
    agreed = Plan.objects.filter(
        stage=PlanStage.AGREED.value, stage_on__lte=day, cycle_id__lt=year
    )
    found: list[PlanInForce] = []
    for of, kind in agreed.order_by("cycle_id").values_list("cycle_id", "kind"):
        if (ruleset := ruleset_of(of)) is not None:
            years = plan_years(ruleset, PlanKind(kind), of)
            found.append(PlanInForce(of, PlanKind(kind), years))
    current = [
        one
        for one in found
        if one.kind is PlanKind.CURRENT and one.year >= year - _CURRENT_PLANS
    ]
    return [*current, *[one for one in found if one.kind is PlanKind.LONG_TERM][-1:]]


def _latest(rows: Iterable[CarriedRow]) -> list[CarriedRow]:
    """Return the latest row of each treaty that is neither signed nor dropped."""
    of_treaties: dict[int, list[CarriedRow]] = defaultdict(list)
    for row in rows:
        of_treaties[row.treaty].append(row)
    return [
        max(of, key=lambda row: (row.plan.year, row.entry))
        for of in of_treaties.values()
        if not any(row.stage in _SETTLED for row in of)
    ]


def _taken_up(
    actor: Actor, year: int, treaties: Iterable[int]
) -> Mapping[int, list[tuple[int, str]]]:
    concepts = concepts_seen_by(actor, year).filter(
        treaty__in=list(treaties), **{"return": None, "withdrawal": None}
    )
    found: dict[int, list[tuple[int, str]]] = defaultdict(list)
    columns = ("treaty", "entry", "key")
    for treaty, entry, key in concepts.order_by("entry").values_list(*columns):
        found[treaty].append((entry, key))
    return found


def _why(row: CarriedRow, coming: int) -> Why:
    if row.plan.kind is PlanKind.CURRENT:
        return Why.NOT_CONCLUDED
    if row.wording.conclude.first_day.year <= coming:
        return Why.YEAR_COMES
    return Why.CARRIED_OVER
