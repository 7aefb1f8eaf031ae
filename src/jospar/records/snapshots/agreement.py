"""Snapshots for the acts before and after the President."""

from dataclasses import replace

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
from jospar.rules.core.nouns import PaperKind, PlanKind

from .dispatch import NotInRecordError, facts_for
from .papers import approved_on, dispatch_subject
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


@facts_for.register
def _(filing: Distribute, case: Case, calendar: Calendar) -> RecipientFacts:
    facts = _recipient(filing, case)
    subject = dispatch_subject(filing.plan, filing.recipient)
    approved = approved_on(case.year, PaperKind.DISPATCH_LETTER, subject)
    return replace(facts, approved_on=approved)


@facts_for.register
def _(filing: Acknowledge, case: Case, calendar: Calendar) -> RecipientFacts:
    return _recipient(filing, case)


def sent_to(case: Case, plan: PlanKind, recipient: str) -> Distribution | None:
    """Return what a recipient was sent of a plan, if it was.

    Raises:
        NotInRecordError: when there is no such recipient.
    """
    known_recipient(case, recipient)
    return Distribution.objects.filter(
        plan_id=plan_id(case.year, plan), recipient=recipient
    ).first()


def known_recipient(case: Case, recipient: str) -> None:
    """Check that a plan of the cycle can be sent to ``recipient``.

    Raises:
        NotInRecordError: when there is no such recipient.
    """
    known = ListedBody.objects.filter(cycle_id=case.year, code=recipient)
    always = case.ruleset.recipients.always
    if recipient not in always and not known.exists():
        raise NotInRecordError("recipient", recipient)


def _recipient(filing: Distribute | Acknowledge, case: Case) -> RecipientFacts:
    plan = plan_of(case.ruleset, case.year, filing.plan)
    sent = sent_to(case, filing.plan, filing.recipient)
    if sent is None:
        return RecipientFacts(case, plan)
    return RecipientFacts(case, plan, sent.on, sent.acknowledged_on)
