"""Who was sent an agreed plan, who has acknowledged it, and who has a link to do so."""

from dataclasses import dataclass
from datetime import date

from jospar.accounts.receipt_links import AS_AGREED, links_of
from jospar.records.models import Distribution, RevisionSending
from jospar.records.snapshots.papers import dispatch_subject, revision_subject
from jospar.rules.core.nouns import PlanKind


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """How a dispatch stands; ``link_until`` is the last day of its link, if it has one.

    ``subject`` is what its letter is known by, ``revision`` what amended the plan, or
    ``AS_AGREED``. ``on`` is empty until the recipient has acknowledged.
    """

    subject: str
    plan: PlanKind
    revision: int
    recipient: str
    on: date | None
    link_until: date | None


def acknowledgements(year: int) -> dict[str, Acknowledgement]:
    """Return how the dispatches of a cycle stand, by their subjects; three queries."""
    links = links_of(year)
    of_cycle = {"plan__cycle_id": year}

    def standing(
        subject: str, plan: PlanKind, revision: int, recipient: str, on: date | None
    ) -> Acknowledgement:
        link = links.get((plan, revision, recipient))
        return Acknowledgement(subject, plan, revision, recipient, on, link)

    found = []
    for kind, recipient, on in Distribution.objects.filter(**of_cycle).values_list(
        "plan__kind", "recipient", "acknowledged_on"
    ):
        plan = PlanKind(kind)
        subject = dispatch_subject(plan, recipient)
        found.append(standing(subject, plan, AS_AGREED, recipient, on))
    for kind, revision, recipient, on in RevisionSending.objects.filter(
        **of_cycle
    ).values_list("plan__kind", "revision", "recipient", "acknowledged_on"):
        plan = PlanKind(kind)
        subject = revision_subject(plan, revision, recipient)
        found.append(standing(subject, plan, revision, recipient, on))
    return {one.subject: one for one in found}
