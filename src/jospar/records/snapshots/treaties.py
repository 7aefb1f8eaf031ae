"""Snapshots for the acts on one treaty through the years."""

from datetime import date

from django.db.models import Q

from jospar.records.models import Concept, ToldApart, TreatyLink
from jospar.rules.core.act import Case
from jospar.rules.core.calendar import Calendar
from jospar.rules.core.nouns import PlanKind, PlanStage
from jospar.rules.core.offices import OF_ONE_BODY
from jospar.rules.treaty.facts import Link, OfTreaty, PairFacts, TellApart, Unlink

from .dispatch import NotInRecordError, facts_for
from .plans import plan_id
from .successions import answering, successors


@facts_for.register
def _(filing: Link, case: Case, calendar: Calendar) -> PairFacts:
    return _pair(case, filing.key, filing.earlier_year, filing.earlier, "earlier")


@facts_for.register
def _(filing: Unlink, case: Case, calendar: Calendar) -> PairFacts:
    return _pair(case, filing.key, filing.earlier_year, filing.earlier, "earlier")


@facts_for.register
def _(filing: TellApart, case: Case, calendar: Calendar) -> PairFacts:
    return _pair(case, filing.key, filing.other_year, filing.other, "other")


def concept_of_year(year: int, key: str, field: str = "key") -> Concept:
    """Return the concept of a cycle, or one that amends a plan of it.

    Raises:
        NotInRecordError: when there is none; it names ``field``.
    """
    # Not by the plan's cycle: both sides of the OR are found by their indexes so.
    plans = [plan_id(year, kind) for kind in PlanKind]
    of_year = Q(cycle_id=year) | Q(amends_id__in=plans)
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
    links = TreatyLink.objects.filter(concept=one, earlier=two, undone_on=None)
    return PairFacts(
        case,
        concept,
        beside,
        told_apart_on=_told_apart_on(one.treaty, two.treaty),
        linked_on=links.values_list("on", flat=True).first(),
    )


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
