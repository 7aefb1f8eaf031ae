"""Which records an actor may see; every screen filters through here."""

from django.db.models import Q, QuerySet

from jospar.records.models import TO_PRESIDENT, Concept, Proposer, RowDecision, Sending
from jospar.rules.core.nouns import PlanStage
from jospar.rules.core.offices import Actor, Sight, sees


def concepts_seen_by(actor: Actor, year: int) -> QuerySet[Concept]:
    """Return the concepts of the cycle that ``actor`` may open.

    A body opens what it proposes, alone or with others; an agreed plan opens no
    concept, whoever is sent it.
    """
    return Concept.objects.filter(_seen(actor), cycle_id=year)


def titles_seen_by(actor: Actor) -> Q:
    """Return which concepts of any cycle ``actor`` may know by their titles.

    Besides those that the actor may open, they are the rows of agreed plans.
    """
    if sees(actor.office, Sight.ALL_CONCEPTS):
        return Q()
    if not sees(actor.office, Sight.AGREED_PLANS):
        return _seen(actor)
    agreed = Q(row__fixed__isnull=False, row__plan__stage=PlanStage.AGREED.value)
    return agreed | _seen(actor)


def _seen(actor: Actor) -> Q:
    if sees(actor.office, Sight.ALL_CONCEPTS):
        return Q()
    seen = Q(entry__in=())
    if sees(actor.office, Sight.OWN_PAPERS):
        own = Proposer.objects.filter(body=actor.body)
        seen |= Q(entry__in=own.values("concept_id"))
    if sees(actor.office, Sight.COMMISSION_PAPERS):
        # A row that the Commission excluded is gone; its decision is not.
        decided = RowDecision.objects.values("concept_id")
        seen |= _sent("commission") | Q(entry__in=decided)
    if sees(actor.office, Sight.PRESIDENT_PAPERS):
        seen |= _sent(*TO_PRESIDENT)
    return seen


def _sent(*to: str) -> Q:
    """Return which concepts have a row that was sent to any of ``to`` with its plan."""
    plans = Sending.objects.filter(to__in=to).values("plan_id")
    return Q(row__fixed__isnull=False, row__plan__in=plans)
