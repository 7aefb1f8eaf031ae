"""Who was sent an agreed plan, who has acknowledged it, and who has a link to do so."""

from dataclasses import dataclass
from datetime import date

from jospar.accounts.receipt_links import links_of
from jospar.records.models import Distribution
from jospar.records.snapshots.papers import dispatch_subject
from jospar.rules.core.nouns import PlanKind


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """How a dispatch stands; ``link_until`` is the last day of its link, if it has one.

    The recipient is one of the plan; ``on`` is empty until it has acknowledged.
    """

    plan: PlanKind
    recipient: str
    on: date | None
    link_until: date | None


def acknowledgements(year: int) -> dict[str, Acknowledgement]:
    """Return how the dispatches of a cycle stand, by their subjects; two queries."""
    links = links_of(year)
    found = {}
    for kind, recipient, on in Distribution.objects.filter(
        plan__cycle_id=year
    ).values_list("plan__kind", "recipient", "acknowledged_on"):
        plan = PlanKind(kind)
        link = links.get((plan, recipient))
        found[dispatch_subject(plan, recipient)] = Acknowledgement(
            plan, recipient, on, link
        )
    return found
