"""Which plan a term points to ("plans.years", "placement.term")."""

from .nouns import PlanKind, Term
from .ruleset import Ruleset


def plan_years(ruleset: Ruleset, kind: PlanKind, year: int) -> tuple[int, ...]:
    """Return the years that the plan of ``kind`` made in ``year`` is for."""
    first, last = ruleset.horizons[kind]
    return tuple(range(year + first, year + last + 1))


def cycle_years(ruleset: Ruleset, year: int) -> tuple[int, ...]:
    """Return all years that the plans made in ``year`` are for, in order."""
    return tuple(
        sorted({y for kind in PlanKind for y in plan_years(ruleset, kind, year)})
    )


def lies_within(term: Term, years: tuple[int, ...]) -> bool:
    """Tell whether every day of ``term`` lies in ``years``."""
    span = range(term.first_day.year, term.last_day.year + 1)
    return all(year in years for year in span)


def plans_for(ruleset: Ruleset, year: int, term: Term) -> frozenset[PlanKind]:
    """Return the plans that ``term`` points to: one, both where it straddles, or none.

    A term that does not lie wholly within the years of the cycle points to none. By
    the reading "first_day" a straddling term points to the plan that it begins in.
    """
    if not lies_within(term, cycle_years(ruleset, year)):
        return frozenset()
    last_year = term.last_day.year
    if ruleset.reading("straddling") == "first_day":
        last_year = term.first_day.year
    return frozenset(
        kind
        for kind in PlanKind
        if any(
            term.first_day.year <= y <= last_year
            for y in plan_years(ruleset, kind, year)
        )
    )
