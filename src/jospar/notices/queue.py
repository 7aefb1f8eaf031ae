"""How the mail stands: what waits, what came to nothing, and when one went out last."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Min, Q

from .models import Delivery, Notice

_WAITING = Q(state=Delivery.State.WAITING)


@dataclass(frozen=True, slots=True)
class MailQueue:
    """Mails by how they stand.

    ``tried_again`` are those waiting that did not go out at first. ``oldest`` is the
    moment of the oldest notice in a mail that waits, ``failure`` what a server said
    last of a mail that has not gone out. Each may be empty.
    """

    waiting: int
    tried_again: int
    failed: int
    sent_at: datetime | None
    oldest: datetime | None
    failure: str


def mail_queue() -> MailQueue:
    """Return how the mail stands; three queries."""
    counts = Delivery.objects.aggregate(
        waiting=Count("pk", filter=_WAITING),
        tried_again=Count("pk", filter=_WAITING & ~Q(last_error="")),
        failed=Count("pk", filter=Q(state=Delivery.State.FAILED)),
        sent_at=Max("sent_at"),
    )
    oldest = Notice.objects.filter(delivery__state=Delivery.State.WAITING).aggregate(
        oldest=Min("created_at")
    )
    failing = Delivery.objects.exclude(last_error="").order_by("next_attempt_at", "pk")
    failure = failing.values_list("last_error", flat=True).last() or ""
    return MailQueue(**counts, **oldest, failure=failure)
