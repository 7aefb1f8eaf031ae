"""Passwords that the administrator hands over: they open one door, once."""

import secrets
from datetime import datetime, timedelta

from .models import Invitation, Person
from .security_log import Event, security

ONE_TIME = timedelta(days=7)
"""How long a password that was handed over waits for its person."""

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Letters and digits that nobody takes for one another on paper."""
_GROUPS, _GROUP = 4, 4


def hand_over(person: Person, now: datetime) -> str:
    """Give ``person`` a one-time password from ``now`` on, and return it.

    It is shown to the administrator once, and kept as a hash alone. Whoever was signed
    in as the person is signed out; an invitation opens nothing any more.
    """
    password = "-".join(
        "".join(secrets.choice(_LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS)
    )
    person.set_password(password)
    person.one_time_until = now + ONE_TIME
    person.save(update_fields=["password", "one_time_until"])
    _withdraw_invitation(person)
    security(Event.PASSWORD_HANDED_OVER, account=person.code)
    return password


def choose(person: Person, password: str) -> None:
    """Let ``person`` sign in with a password of their own from now on."""
    person.set_password(password)
    person.one_time_until = None
    person.save(update_fields=["password", "one_time_until"])
    security(Event.PASSWORD_CHANGED, account=person.code)


def forget_handed_over(person: Person) -> None:
    """Let an invitation and a one-time password that wait open nothing any more."""
    _withdraw_invitation(person)
    if person.one_time_until is not None:
        _close(person)


def forget_password(person: Person) -> None:
    """Let no password and no invitation of ``person`` open anything any more."""
    _withdraw_invitation(person)
    _close(person)


def _withdraw_invitation(person: Person) -> None:
    Invitation.objects.filter(person=person, used_at=None).delete()


def _close(person: Person) -> None:
    person.set_unusable_password()
    person.one_time_until = None
    person.save(update_fields=["password", "one_time_until"])
