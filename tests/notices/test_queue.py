"""How the mail stands: what waits, what came to nothing, what went out."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from jospar.notices.models import Delivery, Notice
from jospar.notices.queue import MailQueue, mail_queue

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 20, 9, tzinfo=UTC)
LATER = AT + timedelta(hours=1)


def mail(**changes: Any) -> Delivery:
    """Put a mail into the queue."""
    key = str(Delivery.objects.count())
    given = {"person": "head", "key": key, "digest": False, "next_attempt_at": AT}
    return Delivery.objects.create(**(given | changes))


def notice(delivery: Delivery | None, created_at: datetime) -> None:
    """Make a notice that the mail carries, or none."""
    Notice.objects.create(
        person="head",
        key=str(Notice.objects.count()),
        kind="k",
        year=2024,
        parameters={},
        at_once=True,
        created_at=created_at,
        delivery=delivery,
    )


def test_no_mail() -> None:
    """Nothing waits, and nothing ever went out."""
    assert mail_queue() == MailQueue(0, 0, 0, None, None, "")


def test_mails_of_every_kind() -> None:
    """The oldest is that of a mail that waits; the last failure is told."""
    notice(None, AT - timedelta(days=2))
    notice(mail(state=Delivery.State.SENT, sent_at=AT), AT - timedelta(days=1))
    mail(state=Delivery.State.SENT, sent_at=LATER)
    notice(mail(), LATER)
    notice(mail(last_error="first", next_attempt_at=AT), AT)
    mail(last_error="last", next_attempt_at=LATER)
    mail(state=Delivery.State.FAILED, last_error="before")
    assert mail_queue() == MailQueue(
        waiting=3, tried_again=2, failed=1, sent_at=LATER, oldest=AT, failure="last"
    )
