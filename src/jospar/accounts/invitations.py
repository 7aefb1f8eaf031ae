"""Invitations: a personal link by which somebody sets their first password, once."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from secrets import token_urlsafe

from django.contrib.auth.hashers import make_password
from django.db import transaction

from .models import Invitation, Person
from .passwords import choose
from .security_log import Event, security

LASTS = timedelta(days=7)
"""How long a link may be used."""


class State(StrEnum):
    """What a link opens."""

    OPEN = "open"
    USED = "used"
    EXPIRED = "expired"
    CLOSED = "closed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Found:
    """The invitation that a link names, and whether it still opens the way.

    ``invitation`` is None where no such link was made, or another in its place.
    """

    state: State
    invitation: Invitation | None = None


def invite(person: Person, by: str, now: datetime) -> str:
    """Make the link for ``person``, in place of the one and of every password before.

    ``by`` is the code of who makes it. The token is returned once and not kept. Whoever
    was signed in as the person is signed out.
    """
    token = token_urlsafe(32)
    with transaction.atomic():
        Invitation.objects.update_or_create(
            person=person,
            defaults={
                "digest": _digest(token),
                "made_by": by,
                "until": now + LASTS,
                "used_at": None,
            },
        )
        person.password = make_password(None)
        person.one_time_until = None
        person.save(update_fields=["password", "one_time_until"])
    security(Event.INVITED, account=person.code)
    return token


def find(token: str, now: datetime) -> Found:
    """Return what the token opens at ``now``; a query."""
    invitation = (
        Invitation.objects.filter(digest=_digest(token))
        .select_related("person")
        .first()
    )
    if invitation is None:
        return Found(State.UNKNOWN)
    if invitation.used_at is not None:
        return Found(State.USED, invitation)
    if invitation.until < now:
        return Found(State.EXPIRED, invitation)
    is_active = invitation.person.is_active
    return Found(State.OPEN if is_active else State.CLOSED, invitation)


def accept(invitation: Invitation, password: str, now: datetime) -> bool:
    """Set the password of who was invited; tell whether the link was not used before.

    Of two who use it at once one does. A link that was made anew meanwhile is another.
    """
    with transaction.atomic():
        taken = Invitation.objects.filter(
            pk=invitation.pk,
            digest=invitation.digest,
            used_at=None,
            until__gte=now,
            person__is_active=True,
        ).update(used_at=now)
        if taken:
            choose(invitation.person, password)
    if taken:
        security(Event.INVITATION_USED, account=invitation.person.code)
    return bool(taken)


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()
