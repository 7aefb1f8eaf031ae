"""What somebody attempts though he may not: a lawful act, changed until it is none."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

from jospar.rules.amendment.nouns import ChangeOutcome
from jospar.rules.core.nouns import Keyed, named_by_key
from jospar.rules.core.offices import OF_ONE_BODY, Actor, Office
from jospar.rules.registry import BY_FILING

_TOMORROW = timedelta(days=1)
_KNOWN = {Keyed.CONCEPT, Keyed.OCCASION, Keyed.ROW}
"""What a key names that must be in the record before the act."""


def variation(
    filing: Any, actor: Actor, day: date, chance: Random
) -> tuple[Any, Actor]:
    """Return ``filing`` and who files it, so that it must be refused on ``day``.

    It is by an office that may not, by somebody who holds none, on a day that has not
    come, or about what is not in the record.
    """
    ways = [_by_another_office, _by_a_stranger]
    if hasattr(filing, "on") or hasattr(filing, "received_at"):
        ways.append(_too_soon)
    adds = getattr(filing, "outcome", None) is ChangeOutcome.ADD
    if named_by_key(type(filing)) in _KNOWN and not adds:
        ways.append(_about_nothing)
    return chance.choice(ways)(filing, actor, day, chance)


def _by_another_office(
    filing: Any, actor: Actor, day: date, chance: Random
) -> tuple[Any, Actor]:
    others = sorted(set(Office) - BY_FILING[type(filing)].by - OF_ONE_BODY)
    office = chance.choice(others)
    return filing, Actor(office.value, office)


def _by_a_stranger(
    filing: Any, actor: Actor, day: date, chance: Random
) -> tuple[Any, Actor]:
    return filing, replace(actor, person="stranger")


def _too_soon(
    filing: Any, actor: Actor, day: date, chance: Random
) -> tuple[Any, Actor]:
    if hasattr(filing, "on"):
        return replace(filing, on=day + _TOMORROW), actor
    return replace(filing, received_at=filing.received_at + _TOMORROW), actor


def _about_nothing(
    filing: Any, actor: Actor, day: date, chance: Random
) -> tuple[Any, Actor]:
    return replace(filing, key="–"), actor
