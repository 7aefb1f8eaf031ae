"""Snapshots for the sending out of a revision that amended a plan."""

from dataclasses import replace

from jospar.records.models import Amendment, Revision, RevisionSending
from jospar.rules.amendment.facts import AcknowledgeRevision, SendOut, SendOutFacts
from jospar.rules.core.act import Case
from jospar.rules.core.calendar import Calendar
from jospar.rules.core.nouns import PaperKind, PlanKind

from .agreement import known_recipient
from .dispatch import NotInRecordError, facts_for
from .papers import approved_on, revision_subject
from .plans import plan_id


@facts_for.register
def _(filing: SendOut, case: Case, calendar: Calendar) -> SendOutFacts:
    facts = sending_of(case, filing.plan, filing.revision, filing.recipient)
    subject = revision_subject(filing.plan, filing.revision, filing.recipient)
    approved = approved_on(case.year, PaperKind.REVISION_LETTER, subject)
    return replace(facts, approved_on=approved)


@facts_for.register
def _(filing: AcknowledgeRevision, case: Case, calendar: Calendar) -> SendOutFacts:
    return sending_of(case, filing.plan, filing.revision, filing.recipient)


def sending_of(
    case: Case, plan: PlanKind, revision: int, recipient: str
) -> SendOutFacts:
    """Return what a recipient was sent of a revision that amended the plan.

    Raises:
        NotInRecordError: when there is no such recipient or revision.
    """
    known_recipient(case, recipient)
    kept = {"plan_id": plan_id(case.year, plan), "revision": revision}
    if not Amendment.objects.filter(**kept).exists():
        raise NotInRecordError("revision", str(revision))
    made_on = Revision.objects.values_list("on", flat=True).get(
        plan_id=kept["plan_id"], number=revision
    )
    sent = RevisionSending.objects.filter(**kept, recipient=recipient).first()
    if sent is None:
        return SendOutFacts(case, made_on)
    return SendOutFacts(case, made_on, sent.on, sent.acknowledged_on)
