"""Personal links by which a recipient without an account acknowledges a plan."""

from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from secrets import token_urlsafe

from jospar.rules.core.nouns import PlanKind
from jospar.rules.core.offices import Actor, Office

from .models import ReceiptLink
from .security_log import Event, security

LASTS = timedelta(days=30)
"""How long a link may be used after the day on which it was made."""
AS_AGREED = 0
"""Stands for the number of a revision where the plan is that which was agreed."""
_PERSON = "link:"


@dataclass(frozen=True, slots=True)
class Opened:
    """What a link leads to, and who acts by it; ``lasts`` unless it has expired.

    ``revision`` is that which amended the plan, or ``AS_AGREED``.
    """

    year: int
    plan: PlanKind
    revision: int
    actor: Actor
    last_day: date
    lasts: bool


def make_link(
    year: int,
    plan: PlanKind,
    recipient: str,
    by: str,
    today: date,
    revision: int = AS_AGREED,
) -> str:
    """Make the link for a recipient of a plan, in place of the one before.

    ``by`` is the code of who makes it, ``revision`` what was sent. The token is
    returned once and not kept.
    """
    token = token_urlsafe(32)
    link, _new = ReceiptLink.objects.update_or_create(
        year=year,
        plan=plan.value,
        recipient=recipient,
        revision=revision,
        defaults={
            "digest": _digest(token),
            "made_by": by,
            "made_on": today,
            "last_day": today + LASTS,
        },
    )
    security(Event.LINK_MADE, number=link.pk)
    return token


def opened_by(token: str, today: date) -> Opened | None:
    """Return what the token opens, or None where no such link was made; a query."""
    link = ReceiptLink.objects.filter(digest=_digest(token)).first()
    if link is None:
        security(Event.LINK_REFUSED, reason="unknown")
        return None
    lasts = today <= link.last_day
    if lasts:
        security(Event.LINK_USED, number=link.pk)
    else:
        security(Event.LINK_REFUSED, number=link.pk, reason="over")
    return Opened(
        year=link.year,
        plan=PlanKind(link.plan),
        revision=link.revision,
        actor=Actor(f"{_PERSON}{link.pk}", Office.RECIPIENT, link.recipient),
        last_day=link.last_day,
        lasts=lasts,
    )


def acts_by_link(
    actor: Actor, year: int, plan: PlanKind, revision: int, today: date
) -> bool:
    """Tell whether the actor is a link to that very revision that has not expired."""
    number = actor.person.removeprefix(_PERSON)
    if number == actor.person or not number.isdecimal():
        return False
    return (
        actor.office is Office.RECIPIENT
        and ReceiptLink.objects.filter(
            pk=int(number),
            year=year,
            plan=plan.value,
            revision=revision,
            recipient=actor.body,
            last_day__gte=today,
        ).exists()
    )


def links_of(year: int) -> dict[tuple[PlanKind, int, str], date]:
    """Return the last days of the links of a cycle; a query.

    They go by plan, revision and recipient.
    """
    rows = ReceiptLink.objects.filter(year=year)
    return {
        (PlanKind(plan), revision, recipient): last_day
        for plan, revision, recipient, last_day in rows.values_list(
            "plan", "revision", "recipient", "last_day"
        )
    }


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()
