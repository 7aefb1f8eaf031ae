"""The plans of past years that were brought in."""

from dataclasses import dataclass
from datetime import date

from jospar.records.models import Reply, Row
from jospar.records.rulesets import ruleset_of
from jospar.rules.core.horizon import plan_years
from jospar.rules.core.nouns import PlanKind


@dataclass(frozen=True, slots=True)
class PastPlan:
    """A plan that was brought in: its cycle, its years, and what agreed it.

    ``only`` is the language that it exists in, "" where it is in both; ``rows`` counts
    those of its document.
    """

    entry: int
    year: int
    kind: PlanKind
    years: tuple[int, ...]
    on: date
    number: str
    only: str
    rows: int


def past_plans() -> list[PastPlan]:
    """Return the plans that were brought in, the latest first.

    Two queries, and one for each of their cycles.
    """
    return _plans({"plan__cycle__brought_in": True})


def past_plan(entry: int) -> PastPlan | None:
    """Return the plan that an entry of the journal brought in; three queries."""
    found = _plans({"plan__cycle__brought_in": True, "entry": entry})
    return found[0] if found else None


def _plans(chosen: dict[str, object]) -> list[PastPlan]:
    replies = Reply.objects.filter(**chosen).order_by("-plan__cycle_id", "plan__kind")
    columns = ("entry", "plan__cycle_id", "plan__kind", "on", "number", "plan__only")
    known = list(replies.values_list(*columns))
    counts: dict[int, int] = {}
    for entry in Row.objects.filter(
        entry__in=[one[0] for one in known], place__gt=0
    ).values_list("entry", flat=True):
        counts[entry] = counts.get(entry, 0) + 1
    rules = {year: ruleset_of(year) for year in {one[1] for one in known}}
    return [
        PastPlan(
            entry=entry,
            year=year,
            kind=PlanKind(kind),
            years=plan_years(of, PlanKind(kind), year),
            on=on,
            number=number,
            only=only,
            rows=counts.get(entry, 0),
        )
        for entry, year, kind, on, number, only in known
        if (of := rules[year]) is not None
    ]
