"""The work on a draft: what is to be placed, and what may move."""

from dataclasses import dataclass

from jospar.records.models import Concept, Row
from jospar.records.snapshots.plans import plan_id
from jospar.rules.core.horizon import plans_for
from jospar.rules.core.nouns import PlanKind, PlanStage, Term, Text
from jospar.rules.core.offices import Actor, Sight, sees
from jospar.rules.core.ruleset import Ruleset

from . import concept_filters as filters
from .visible import concepts_seen_by

SHOWN = 100
"""How many concepts a panel names; the others are on the list of concepts."""


@dataclass(frozen=True, slots=True)
class ToPlace:
    """An expedient concept without a row; if it ``straddles``, it leads to both."""

    entry: int
    key: str
    title: Text
    term: Term
    straddles: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for a place: the first for this plan, and how many there are of each.

    ``nowhere`` are concepts whose term leads to neither plan.
    """

    here: tuple[ToPlace, ...]
    count: int
    elsewhere: int
    nowhere: tuple[ToPlace, ...]


@dataclass(frozen=True, slots=True)
class Behind:
    """The concept behind a row; it ``straddles`` if it could stand in either plan."""

    entry: int
    straddles: bool


def waiting(ruleset: Ruleset, year: int, kind: PlanKind) -> Waiting:
    """Return the expedient concepts that have no row; one query."""
    rows = (
        Concept.objects.filter(filters.to_place(), cycle_id=year)
        .order_by("entry")
        .values_list(
            "entry", "key", "title_kk", "title_ru", "conclude_from", "conclude_to"
        )
    )
    here, elsewhere, nowhere = [], 0, []
    for entry, key, kk, ru, first_day, last_day in rows:
        term = Term(first_day, last_day)
        plans = plans_for(ruleset, year, term)
        found = ToPlace(entry, key, Text(kk, ru), term, straddles=len(plans) > 1)
        if kind in plans:
            here.append(found)
        elif plans:
            elsewhere += 1
        else:
            nowhere.append(found)
    return Waiting(tuple(here[:SHOWN]), len(here), elsewhere, tuple(nowhere[:SHOWN]))


def concepts_behind(
    actor: Actor, ruleset: Ruleset, year: int, kind: PlanKind
) -> dict[str, Behind]:
    """Return the concepts of the plan's rows that the actor may open; one query."""
    rows = Row.objects.filter(
        plan_id=plan_id(year, kind), concept__in=concepts_seen_by(actor, year)
    ).values_list(
        "concept__key", "concept_id", "concept__conclude_from", "concept__conclude_to"
    )
    return {
        key: Behind(entry, len(plans_for(ruleset, year, Term(first_day, last_day))) > 1)
        for key, entry, first_day, last_day in rows
    }


def treaties_behind(actor: Actor, year: int, kind: PlanKind) -> dict[str, int]:
    """Return the entries behind the rows of an agreed plan, by their keys; one query.

    There are none for who does not see agreed plans, nor while the plan is a draft.
    """
    if not sees(actor.office, Sight.AGREED_PLANS):
        return {}
    rows = Row.objects.filter(
        plan_id=plan_id(year, kind), plan__stage=PlanStage.AGREED.value
    )
    return dict(rows.values_list("concept__key", "concept_id"))
