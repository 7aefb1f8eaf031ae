"""An agreed plan as it was sent to one recipient."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from jospar.accounts.receipt_links import Opened
from jospar.records.models import Distribution, Revision
from jospar.records.snapshots.plans import bodies_of, plan_id
from jospar.rules.core.forms import PlanEdition
from jospar.rules.core.nouns import PlanStage
from jospar.rules.core.ruleset import Ruleset

from .in_force import agreement_of
from .kept_editions import edition_kept


@dataclass(frozen=True, slots=True)
class SentPlan:
    """The edition that was sent, and when; ``recipient`` is a name by language."""

    edition: PlanEdition
    recipient: Mapping[str, str]
    sent_on: date
    acknowledged_on: date | None


def sent_plan(ruleset: Ruleset, opened: Opened) -> SentPlan:
    """Return what the link leads to; seven queries.

    A link is made for what was sent, and what was sent stays so.
    """
    plan, code = plan_id(opened.year, opened.plan), opened.actor.body
    sent = Distribution.objects.get(plan_id=plan, recipient=code)
    agreed = agreement_of(opened.year, opened.plan)
    if agreed is None:
        raise LookupError(f"The plan {plan} was sent and is not agreed.")
    revision = Revision.objects.get(plan_id=plan, number=agreed.revision)
    always = ruleset.recipients.always
    if code in always:
        name = always[code]
    else:
        body = bodies_of(opened.year)[code]
        name = {"kk": body.name.kk, "ru": body.name.ru, "en": body.name_en}
    return SentPlan(
        edition_kept(ruleset, opened.year, revision, PlanStage.AGREED),
        name,
        sent.on,
        sent.acknowledged_on,
    )
