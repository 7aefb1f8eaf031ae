"""By what a list of concepts is narrowed, as conditions that the database asks."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, OuterRef, Q

from jospar.records.models import (
    Clarification,
    Opinion,
    PreparedConclusion,
    Proposer,
    Return,
    Row,
    RowDecision,
    Withdrawal,
)
from jospar.records.snapshots.plans import plan_id
from jospar.rules.core.deadlines import Deadline, end_of
from jospar.rules.core.nouns import PlanKind
from jospar.rules.core.offices import Actor, Sight, sees
from jospar.rules.core.ruleset import Ruleset

from .cycle import ConceptStage

STANDING = Q(withdrawal=None, **{"return": None})
"""A concept that was neither withdrawn nor returned."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What a reader knows of the work on concepts besides the papers of the bodies.

    Without ``review`` a conclusion is known when it was sent; without ``plans`` no row
    is known, whatever the drafts have.
    """

    review: bool
    plans: bool


def knowledge_of(actor: Actor) -> Knowledge:
    """Return what the office of ``actor`` knows."""
    plans = (
        Sight.REVIEW_PAPERS,
        Sight.DRAFT_PLANS,
        Sight.COMMISSION_PAPERS,
        Sight.PRESIDENT_PAPERS,
    )
    return Knowledge(
        review=sees(actor.office, Sight.REVIEW_PAPERS),
        plans=any(sees(actor.office, sight) for sight in plans),
    )


def at_stage(stage: ConceptStage, knows: Knowledge) -> Q:
    """Return which concepts are at ``stage`` as ``cycle.stage_of`` tells them apart."""
    if stage is ConceptStage.WITHDRAWN:
        return Q(entry__in=Withdrawal.objects.values("concept_id"))
    if stage is ConceptStage.RETURNED:
        return Q(withdrawal=None, entry__in=Return.objects.values("concept_id"))
    if stage is ConceptStage.NOT_EXPEDIENT:
        sent = Q() if knows.review else Q(notice__isnull=False)
        return STANDING & Q(conclusion__expedient=False) & sent
    accepted = Q(conclusion=None) | Q(conclusion__expedient=True)
    if not knows.review:
        accepted |= Q(notice=None)
    if not knows.plans:
        received = stage is ConceptStage.RECEIVED
        return STANDING & accepted if received else Q(entry__in=())
    if stage is ConceptStage.PLACED:
        return STANDING & accepted & _PLACED
    excluded = stage is ConceptStage.EXCLUDED
    return STANDING & accepted & ~_PLACED & (_EXCLUDED if excluded else ~_EXCLUDED)


def to_conclude(ruleset: Ruleset, deadline: Deadline) -> Q:
    """Return for which concepts a conclusion must be prepared ("conclusions.deadline").

    They came in time and whole; like the desk's tasks, the lists that follow are told
    apart by how far the conclusion is.
    """
    return _open(ruleset, deadline) & Q(preparedconclusion=None)


def to_agree(ruleset: Ruleset, deadline: Deadline) -> Q:
    """Return which concepts have a draft conclusion that nobody countersigned yet."""
    waits = PreparedConclusion.objects.filter(agreed_on=None)
    return _open(ruleset, deadline) & Q(entry__in=waits.values("concept_id"))


def to_sign(ruleset: Ruleset, deadline: Deadline) -> Q:
    """Return which concepts have a draft conclusion that awaits its signature."""
    agreed = Q(preparedconclusion__agreed_on__isnull=False)
    return _open(ruleset, deadline) & agreed


def opinions_awaited() -> Q:
    """Return about which concepts a department was asked that has not answered."""
    asked = Opinion.objects.filter(answer_entry=None)
    return Q(entry__in=asked.values("concept_id"))


def _open(ruleset: Ruleset, deadline: Deadline) -> Q:
    whole = Q(complete_on__isnull=False)
    return STANDING & Q(conclusion=None) & whole & ~late(ruleset, deadline)


def to_notify() -> Q:
    """Return which concepts have a conclusion that was not sent to the body."""
    return STANDING & Q(conclusion__isnull=False, notice=None)


def to_place() -> Q:
    """Return which concepts are expedient and have no row in a plan yet."""
    return STANDING & Q(conclusion__expedient=True) & ~_PLACED & ~_EXCLUDED


def late(ruleset: Ruleset, deadline: Deadline) -> Q:
    """Return which concepts did not come in time ("concepts.deadline").

    It is ``came_in_time`` of the kernel, by the same readings, asked of columns.
    """
    last = deadline.late_after
    came_late = Q(received_at__gte=end_of(deadline))
    if ruleset.reading("receipt") == "sent":
        came_late = Q(sent_on__gt=last) | (Q(sent_on=None) & came_late)
    if ruleset.reading("incomplete") == "completion_counts":
        completed = ~Q(complete_on=F("received_on")) & Q(complete_on__gt=last)
        came_late |= Q(complete_on=None) | completed
    return came_late


def proposed_by(body: str) -> Q:
    """Return which concepts ``body`` proposes, first or with others."""
    return Q(entry__in=Proposer.objects.filter(body=body).values("concept_id"))


def in_plan(year: int, kind: PlanKind) -> Q:
    """Return which concepts have a row in the plan of the cycle."""
    return Q(Exists(_ROWS.filter(plan_id=plan_id(year, kind))))


def within(year: int) -> Q:
    """Return which concepts may be concluded in ``year``."""
    return Q(conclude_from__lte=date(year, 12, 31), conclude_to__gte=date(year, 1, 1))


def clarified(answered: bool) -> Q:
    """Return of which concepts the body was asked, and answered or not."""
    asked = Clarification.objects.filter(answered_on__isnull=not answered)
    return Q(entry__in=asked.values("concept_id"))


# A concept's row is looked up concept by concept: a page asks for a few of them only.
_ROWS = Row.objects.filter(concept=OuterRef("entry"))
_PLACED = Q(Exists(_ROWS))
_EXCLUDED = Q(
    entry__in=RowDecision.objects.filter(effective=True, outcome="exclude").values(
        "concept_id"
    )
)
