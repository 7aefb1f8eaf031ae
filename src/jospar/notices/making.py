"""Which mails there are to send: what can't wait, and one digest a day."""

from collections.abc import Iterable
from datetime import datetime, time
from typing import Any

from django.db.models import Max, Q, QuerySet

from jospar.rules.core.deadlines import ASTANA

from .letters import due_soon, is_due
from .models import Delivery, Notice
from .staff import Addressee
from .today import Today

DIGEST_FROM = time(9)
"""The hour in Astana from which the digest of a working day goes out."""


def unmailed() -> QuerySet[Notice]:
    """Return the notices that no mail carries and that nobody has read yet."""
    return Notice.objects.filter(delivery=None, read_at=None)


def make_mails(today: Today, people: dict[str, Addressee]) -> int:
    """Make the mails that are missing for ``people``; return how many.

    What a mail says is put into it when it is sent. Two passes at once make it once.
    """
    count = _keep(_at_once(today, people))
    if _is_digest_time(today):
        count += _keep(_digests(today, people))
    return count


def _keep(mails: Iterable[Delivery]) -> int:
    made = list(mails)
    known = Delivery.objects.filter(key__in={mail.key for mail in made})
    names = set(known.values_list("person", "key"))
    new = [mail for mail in made if (mail.person, mail.key) not in names]
    Delivery.objects.bulk_create(new, ignore_conflicts=True)
    return len(new)


def _at_once(today: Today, people: Iterable[str]) -> Iterable[Delivery]:
    lasts = unmailed().filter(at_once=True).values("person").annotate(last=Max("id"))
    for row in lasts.order_by("person"):
        if row["person"] in people:
            yield _mail(today, row["person"], f"notice.{row['last']}", digest=False)


def _is_digest_time(today: Today) -> bool:
    return today.works and today.moment.astimezone(ASTANA).time() >= DIGEST_FROM


def _digests(today: Today, people: Iterable[str]) -> Iterable[Delivery]:
    """Give a digest to whom something is new or due, and who has none of this day.

    A digest that still waits takes up what is new; no second one is put beside it.
    """
    midnight = datetime.combine(today.day, time(), tzinfo=ASTANA)
    waiting = Q(state=Delivery.State.WAITING)
    have = _people(
        Delivery.objects.filter(waiting | Q(sent_at__gte=midnight), digest=True)
    )
    told = _people(unmailed().filter(at_once=False))
    # What could not be sent at once comes with the digest at last.
    told |= _people(unmailed().filter(at_once=True)) - _people(
        Delivery.objects.filter(waiting, digest=False)
    )
    for person in sorted(set(people) - have):
        if person in told or any(map(is_due, due_soon(today, person))):
            yield _mail(today, person, f"digest.{today.day}", digest=True)


def _people(rows: QuerySet[Any]) -> set[str]:
    return set(rows.values_list("person", flat=True))


def _mail(today: Today, person: str, key: str, *, digest: bool) -> Delivery:
    return Delivery(person=person, key=key, digest=digest, next_attempt_at=today.moment)
