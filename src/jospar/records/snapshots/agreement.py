"""Snapshots for the acts before and after the President."""

from jospar.records.models import Distribution, ListedBody
from jospar.rules.agreement.facts import (
    Acknowledge,
    Distribute,
    PlanFacts,
    RecipientFacts,
    RecordReply,
    SendToPresident,
)
from jospar.rules.core.act import Case
from jospar.rules.core.calendar import Calendar

from .dispatch import NotInRecordError, facts_for
from .plans import form_of, plan_id, plan_of, revision_of


@facts_for.register(SendToPresident)
@facts_for.register(RecordReply)
def _(
    filing: SendToPresident | RecordReply, case: Case, calendar: Calendar
) -> PlanFacts:
    plan = plan_of(case.ruleset, case.year, filing.plan)
    form = form_of(case.ruleset, case.year, filing.plan, plan.stage)
    revision, fingerprint = revision_of(form, case.year)
    return PlanFacts(case, plan, revision, fingerprint)


@facts_for.register(Distribute)
@facts_for.register(Acknowledge)
def _(
    filing: Distribute | Acknowledge, case: Case, calendar: Calendar
) -> RecipientFacts:
    plan = plan_of(case.ruleset, case.year, filing.plan)
    known = ListedBody.objects.filter(cycle_id=case.year, code=filing.recipient)
    always = case.ruleset.recipients.always
    if filing.recipient not in always and not known.exists():
        raise NotInRecordError("recipient", filing.recipient)
    sent = Distribution.objects.filter(
        plan_id=plan_id(case.year, filing.plan), recipient=filing.recipient
    ).first()
    if sent is None:
        return RecipientFacts(case, plan)
    return RecipientFacts(case, plan, sent.on, sent.acknowledged_on)
