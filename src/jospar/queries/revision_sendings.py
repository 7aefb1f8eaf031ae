"""Revisions that amended an agreed plan, and who was sent them."""

from collections import defaultdict
from dataclasses import dataclass

from jospar.records.models import RevisionSending
from jospar.rules.core.nouns import PlanKind
from jospar.rules.core.ruleset import Ruleset

from .in_force import AmendedRevision, amendments_of
from .plans import recipients_needed


@dataclass(frozen=True, slots=True)
class MadeRevision:
    """A revision of a plan; ``unsent`` are recipients of the plan not sent it yet."""

    plan: PlanKind
    amended: AmendedRevision
    sent: int
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
            sent=len(sent[one.revision]),
            unsent=tuple(code for code in needed if code not in sent[one.revision])
            if one is made[0]
            else (),
        )
        for one in made
    )


def sent_revisions(year: int) -> dict[str, dict[int, set[str]]]:
    """Return who was sent which revision of which plan of the cycle; one query."""
    found: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    rows = RevisionSending.objects.filter(plan__cycle_id=year)
    for kind, revision, recipient in rows.values_list(
        "plan__kind", "revision", "recipient"
    ):
        found[kind][revision].add(recipient)
    return found
