"""Snapshots for the acts on one treaty through the years."""

from datetime import date

from django.db.models import Q

from jospar.records.models import Concept, ToldApart
from jospar.rules.core.act import Case
from jospar.rules.core.calendar import Calendar
from jospar.rules.core.nouns import PlanStage
from jospar.rules.core.offices import OF_ONE_BODY
from jospar.rules.treaty.facts import Link, OfTreaty, PairFacts, TellApart

from .dispatch import NotInRecordError, facts_for
from .successions import answering, successors


@facts_for.register
def _(filing: Link, case: Case, calendar: Calendar) -> PairFacts:
    return _pair(case, filing.key, filing.earlier_year, filing.earlier, "earlier")


@facts_for.register
def _(filing: TellApart, case: Case, calendar: Calendar) -> PairFacts:
    return _pair(case, filing.key, filing.other_year, filing.other, "other")


def concept_of_year(year: int, key: str, field: str = "key") -> Concept:
    """Return the concept of a cycle, or one that amends a plan of it.

    Raises:
        NotInRecordError: when there is none; it names ``field``.
    """
    of_year = Q(cycle_id=year) | Q(amends__cycle_id=year)
    found = Concept.objects.filter(of_year, key=key).order_by("entry").first()
    if found is None:
        raise NotInRecordError("concept", key, field)
    return found


def _pair(case: Case, key: str, year: int, other: str, field: str) -> PairFacts:
    one = concept_of_year(case.year, key)
    two = concept_of_year(year, other, field)
    concept, beside = _of_treaty(one, case.year, case), _of_treaty(two, year, case)
    actor = case.actor
    if (
        actor.office in OF_ONE_BODY
        and actor.body not in beside.bodies
        and not _is_agreed(two)
    ):
        # What a body may not see is for it as if it were not there.
        raise NotInRecordError("concept", other, field)
    return PairFacts(case, concept, beside, _told_apart_on(one.treaty, two.treaty))


def _of_treaty(concept: Concept, year: int, case: Case) -> OfTreaty:
    proposers = concept.proposers.order_by("position").values_list("body", flat=True)
    return OfTreaty(
        year=year,
        key=concept.key,
        received_on=concept.received_on,
        treaty=concept.treaty,
        bodies=answering(proposers, successors(case.on)),
    )


def _is_agreed(concept: Concept) -> bool:
    row = getattr(concept, "row", None)
    return (
        row is not None
        and row.fixed is not None
        and row.plan.stage == PlanStage.AGREED.value
    )


def _told_apart_on(one: int, other: int) -> date | None:
    pairs = ToldApart.objects.filter(
        Q(concept__treaty=one, other__treaty=other)
        | Q(concept__treaty=other, other__treaty=one)
    )
    return pairs.order_by("on").values_list("on", flat=True).first()
