"""A plan as it was sent to one recipient: as it was agreed, or as it was amended."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from jospar.accounts.receipt_links import AS_AGREED, Opened
from jospar.records.models import Distribution, Revision, RevisionSending
from jospar.records.snapshots.plans import bodies_of, plan_id
from jospar.rules.core.forms import PlanEdition
from jospar.rules.core.nouns import PlanStage
from jospar.rules.core.ruleset import Ruleset

from .in_force import AmendedRevision, agreement_of, amendments_of
from .kept_editions import edition_kept


@dataclass(frozen=True, slots=True)
class SentPlan:
    """The edition that was sent, and when; ``recipient`` is a name by language.

    ``newer`` is the revision that amended the plan last, if that is a later one.
    """

    edition: PlanEdition
    recipient: Mapping[str, str]
    sent_on: date
    acknowledged_on: date | None
    newer: AmendedRevision | None


def sent_plan(ruleset: Ruleset, opened: Opened) -> SentPlan:
    """Return what the link leads to; ten queries at most.

    A link is made for what was sent, and what was sent stays so.
    """
    plan, code = plan_id(opened.year, opened.plan), opened.actor.body
    number, sent = _sent(plan, opened)
    revision = Revision.objects.get(plan_id=plan, number=number)
    always = ruleset.recipients.always
    if code in always:
        name = always[code]
    else:
        body = bodies_of(opened.year)[code]
        name = {"kk": body.name.kk, "ru": body.name.ru, "en": body.name_en}
    later = [
        amended
        for amended in amendments_of(opened.year, opened.plan)
        if amended.revision > number
    ]
    return SentPlan(
        edition_kept(ruleset, opened.year, revision, PlanStage.AGREED),
        name,
        sent.on,
        sent.acknowledged_on,
        later[-1] if later else None,
    )


def _sent(plan: str, opened: Opened) -> tuple[int, Distribution | RevisionSending]:
    """Return the number of the revision that was sent, and its sending."""
    to = {"plan_id": plan, "recipient": opened.actor.body}
    if opened.revision != AS_AGREED:
        sending = RevisionSending.objects.get(**to, revision=opened.revision)
        return opened.revision, sending
    agreed = agreement_of(opened.year, opened.plan)
    if agreed is None:
        raise LookupError(f"The plan {plan} was sent and is not agreed.")
    return agreed.revision, Distribution.objects.get(**to)
