"""The deadlines of one year under two rulesets, side by side."""

from dataclasses import dataclass
from datetime import date

from jospar.rules.core.nouns import PlanKind

from .cycle_record import CycleRecord


@dataclass(frozen=True, slots=True)
class DeadlineDays:
    """The two days of a deadline, the one that counts, and when it was met.

    ``late`` is by how many days; None while it is not met.
    """

    due: date
    outer: date
    late_after: date
    met_on: date | None
    late: int | None


@dataclass(frozen=True, slots=True)
class DeadlinePair:
    """A deadline under both rules; None where one of them has no such deadline."""

    provision: str
    plan: PlanKind | None
    was: DeadlineDays | None
    would: DeadlineDays | None


def deadline_pairs(
    record: CycleRecord, recounted: CycleRecord, other: CycleRecord
) -> tuple[DeadlinePair, ...]:
    """Return every deadline of the year under both rules, in the order of the Rules."""
    was = _days(record, of_plans=None)
    would = _days(other, of_plans=False) | _days(recounted, of_plans=True)
    return tuple(
        DeadlinePair(provision, plan, was.get(key), would.get(key))
        for key in {**would, **was}
        for provision, plan in [key]
    )


def _days(
    record: CycleRecord, *, of_plans: bool | None
) -> dict[tuple[str, PlanKind | None], DeadlineDays]:
    return {
        (line.deadline.provision, line.plan): DeadlineDays(
            due=line.deadline.due,
            outer=line.deadline.outer,
            late_after=line.deadline.late_after,
            met_on=line.met_on,
            late=line.days_late,
        )
        for line in record.deadlines
        if of_plans is None or of_plans == (line.plan is not None)
    }
