"""Revisions that amended an agreed plan, and who was sent them."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from jospar.records.models import RevisionSending
from jospar.rules.core.nouns import PlanKind
from jospar.rules.core.ruleset import Ruleset

from .in_force import AmendedRevision, amendments_of
from .plans import recipients_needed


@dataclass(frozen=True, slots=True)
class SentTo:
    """A recipient was sent a revision, and may have acknowledged it."""

    recipient: str
    on: date
    acknowledged_on: date | None


@dataclass(frozen=True, slots=True)
class MadeRevision:
    """A revision of a plan, who was sent it, and recipients not sent it yet."""

    plan: PlanKind
    amended: AmendedRevision
    sent: tuple[SentTo, ...]
    unsent: tuple[str, ...]


def made_revisions(
    ruleset: Ruleset, year: int, kind: PlanKind
) -> tuple[MadeRevision, ...]:
    """Return the revisions that amended the plan, the last first; three queries.

    Only the last is sent: who has it needs none of those before.
    """
    sent = sent_revisions(year)[kind]
    needed = recipients_needed(ruleset, year, kind)
    made = list(reversed(amendments_of(year, kind)))
    return tuple(
        MadeRevision(
            plan=kind,
            amended=one,
            sent=tuple(sent[one.revision].values()),
            unsent=tuple(code for code in needed if code not in sent[one.revision])
            if one is made[0]
            else (),
        )
        for one in made
    )


def sent_revisions(year: int) -> dict[str, dict[int, dict[str, SentTo]]]:
    """Return who was sent which revision of which plan of the cycle; one query."""
    found: dict[str, dict[int, dict[str, SentTo]]] = defaultdict(
        lambda: defaultdict(dict)
    )
    rows = RevisionSending.objects.filter(plan__cycle_id=year).order_by("entry")
    for kind, revision, recipient, on, acknowledged_on in rows.values_list(
        "plan__kind", "revision", "recipient", "on", "acknowledged_on"
    ):
        found[kind][revision][recipient] = SentTo(recipient, on, acknowledged_on)
    return found
