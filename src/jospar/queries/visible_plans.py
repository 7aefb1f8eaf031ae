"""Which plans an office sees, by where they stand (``offices.toml``)."""

from django.db.models import QuerySet

from jospar.records.models import Distribution, Plan, Revision, Sending
from jospar.records.snapshots.plans import plan_id
from jospar.rules.core.nouns import PlanKind, PlanStage
from jospar.rules.core.offices import OF_ONE_BODY, Actor, Sight, sees

from .in_force import agreement_of, amendments_of

_SEEN = {
    Sight.DRAFT_PLANS: frozenset(PlanStage),
    Sight.COMMISSION_PAPERS: frozenset(PlanStage) - {PlanStage.DRAFT},
    Sight.PRESIDENT_PAPERS: frozenset({PlanStage.BEFORE_PRESIDENT, PlanStage.AGREED}),
    Sight.AGREED_PLANS: frozenset({PlanStage.AGREED}),
}
"""The stages at which each sight opens a plan."""


def stage_of_plan(year: int, kind: PlanKind) -> PlanStage:
    """Return where the plan of an open cycle stands; one query."""
    stages = Plan.objects.filter(id=plan_id(year, kind)).values_list("stage", flat=True)
    return PlanStage(stages.get())


def plan_seen_by(actor: Actor, year: int, kind: PlanKind) -> bool:
    """Tell whether the actor sees the plan as it stands now; at most two queries."""
    if sees(actor.office, Sight.DRAFT_PLANS):
        return True
    plan = Plan.objects.filter(id=plan_id(year, kind)).first()
    if plan is None:
        return False
    stage = PlanStage(plan.stage)
    if any(sees(actor.office, sight) for sight, at in _SEEN.items() if stage in at):
        return True
    return (
        actor.office in OF_ONE_BODY
        and sees(actor.office, Sight.SENT_TO_US)
        and Distribution.objects.filter(plan=plan, recipient=actor.body).exists()
    )


def revisions_seen_by(actor: Actor, year: int, kind: PlanKind) -> QuerySet[Revision]:
    """Return the revisions of a plan that the actor sees; at most four queries more.

    Who sees drafts sees all; others those that were sent to them, and the agreed one
    and those that amended it if they see the plan since then.
    """
    plan = plan_id(year, kind)
    revisions = Revision.objects.filter(plan_id=plan)
    if sees(actor.office, Sight.DRAFT_PLANS):
        return revisions
    numbers: set[int] = set()
    for sight, to in (
        (Sight.COMMISSION_PAPERS, "commission"),
        (Sight.PRESIDENT_PAPERS, "president"),
    ):
        if sees(actor.office, sight):
            sent = Sending.objects.filter(plan_id=plan, to=to)
            numbers |= set(sent.values_list("revision", flat=True))
    agreed = agreement_of(year, kind)
    if agreed is not None and plan_seen_by(actor, year, kind):
        numbers.add(agreed.revision)
        numbers |= {amended.revision for amended in amendments_of(year, kind)}
    return revisions.filter(number__in=numbers)
