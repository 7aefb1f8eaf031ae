"""Since when the revisions of a year are in force, under two rulesets side by side."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from jospar.records.models import Amendment
from jospar.rules.core.nouns import PlanKind

PROVISION = "amendments.revision"
"""The provision that a revision is made under."""

Days = Mapping[tuple[PlanKind, int], date]
"""The first days of amended revisions, by plan and number."""


@dataclass(frozen=True, slots=True)
class RevisionPair:
    """A revision with its first day under both rules; None where there is none."""

    plan: PlanKind
    number: int
    was: date | None
    would: date | None


def days_of_revisions(year: int) -> Days:
    """Return since when the cycle's amended plans read as they do; one query."""
    amendments = Amendment.objects.filter(plan__cycle_id=year)
    columns = ("plan__kind", "revision", "effective_on")
    return {
        (PlanKind(kind), number): day
        for kind, number, day in amendments.values_list(*columns)
    }


def revision_pairs(was: Days, would: Days) -> tuple[RevisionPair, ...]:
    """Return the revisions whose first days differ, the current plan's first."""
    return tuple(
        RevisionPair(*key, was.get(key), would.get(key))
        for key in sorted(was.keys() | would.keys())
        if was.get(key) != would.get(key)
    )
