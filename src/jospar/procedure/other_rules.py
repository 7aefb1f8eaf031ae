"""What was done in a year, asked again under other rules, in a database in memory.

Every act of the year is put to the kernel once more, in its order, on its day, by the
office that performed it. It stands or is refused; what is refused does nothing, so
that later acts may no longer find what they build on. The record stays as it is.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

import msgspec
from django.db import transaction

from jospar.accounts.appointments import holds_office
from jospar.records.past import database, empty_past
from jospar.records.stores import store
from jospar.records.stores.dispatch import At
from jospar.rules.core.act import Objection
from jospar.rules.core.deadlines import day_in_astana
from jospar.rules.core.files import FilesAttached
from jospar.rules.core.offices import Actor, Office
from jospar.rules.core.ruleset import Ruleset
from jospar.rules.core.sentences import _
from jospar.rules.reference.facts import OpenCycle
from jospar.rules.registry import BY_CODE

from . import journal
from .clock import Clock
from .perform import ActRefusedError, Order, assess, legal_effects
from .replay import effects_of, fold

AS_RECORDED = frozenset(
    {
        "reference.set_calendar",
        "reference.appoint",
        "reference.end_appointment",
        "reference.repair",
    }
)
"""Acts that no cycle owns: other rules of a cycle leave them as they are."""

_DECLINED = 1_000_000_000
"""From here on are numbered the acts that no entry of the journal stands for."""


@dataclass(frozen=True, slots=True)
class Declined:
    """An act that was tried after the entry of that number, and what refused it."""

    after: int
    order: Order
    clock: Clock
    against: tuple[Objection, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """An act that was put to the kernel again, and what refuses it now, if anything.

    ``entry`` is None for what was refused before, by ``was_against``.
    """

    entry: int | None
    order: Order
    against: tuple[Objection, ...]
    was_against: tuple[Objection, ...] = ()


def entries_for(year: int, entries: Iterable[journal.Entry]) -> list[journal.Entry]:
    """Return the entries that the record of a cycle is made of: not those of later."""
    return [
        entry for entry in entries if entry.year <= year or entry.act in AS_RECORDED
    ]


@contextmanager
def under(
    rules: Ruleset,
    year: int,
    entries: Sequence[journal.Entry],
    declined: Sequence[Declined] = (),
) -> Iterator[list[Asked]]:
    """Look, until the end of the block, at the cycle as ``rules`` would have it.

    Raises:
        journal.JournalError: at the first entry that cannot be read.
    """
    waiting = list(reversed(declined))
    asked: list[Asked] = []
    with empty_past():
        with transaction.atomic(using=database()):
            for entry in entries:
                while waiting and waiting[-1].after < entry.number:
                    asked.append(_tried(waiting.pop(), rules, len(asked)))
                if _is_asked(entry, year):
                    asked.append(_again(entry, rules))
                else:
                    fold(entry)
            while waiting:
                asked.append(_tried(waiting.pop(), rules, len(asked)))
        yield asked


def refused_by_themselves(
    rules: Ruleset,
    year: int,
    entries: Sequence[journal.Entry],
    refused: Collection[int],
) -> frozenset[int]:
    """Return which of the refused entries ``rules`` refuse on the record as it was.

    The others are refused only because what they build on would not be there.
    """
    found = set()
    left = set(refused)
    if not left:
        return frozenset()
    with empty_past(), transaction.atomic(using=database()):
        for entry in entries:
            if entry.number in left:
                order, clock = _ordered(entry, rules)
                if assess(order, clock).refusals:
                    found.add(entry.number)
                left.remove(entry.number)
                if not left:
                    break
            fold(entry)
    return frozenset(found)


def _is_asked(entry: journal.Entry, year: int) -> bool:
    return entry.year == year and entry.act not in AS_RECORDED


def _again(entry: journal.Entry, rules: Ruleset) -> Asked:
    """Put a performed act to the kernel; where it stands, with the files it had."""
    order, clock = _ordered(entry, rules)
    against = _attempt(order, clock, entry.number)
    if not against:
        journal.insert(entry)
        header = entry.read()
        at = At(header.number, header.year, header.on)
        for effect in effects_of(entry, header.version):
            if isinstance(effect, FilesAttached):
                store(effect, at)
    return Asked(entry.number, order, against)


def _tried(declined: Declined, rules: Ruleset, number: int) -> Asked:
    order = replace(declined.order, ruleset=rules)
    against = _attempt(order, declined.clock, _DECLINED + number)
    return Asked(None, order, against, declined.against)


def _attempt(order: Order, clock: Clock, number: int) -> tuple[Objection, ...]:
    """Store what legally happens by the act, or return what refuses it."""
    try:
        effects, _cautions = legal_effects(order, clock)
    except ActRefusedError as error:
        return error.objections
    at = At(number, order.year, order.on)
    for effect in effects:
        store(effect, at)
    return ()


def _ordered(entry: journal.Entry, rules: Ruleset) -> tuple[Order, Clock]:
    """Return the act of an entry as an order under other rules, and its clock."""
    header = entry.read()
    clock = Clock(day_in_astana(datetime.fromisoformat(header.recorded_at)))
    try:
        filing = msgspec.convert(entry.value("filing"), BY_CODE[entry.act].filing)
    except (KeyError, msgspec.ValidationError) as error:
        raise journal.JournalError(
            _("What was filed by entry {number} of the journal cannot be read here."),
            number=entry.number,
        ) from error
    if isinstance(filing, OpenCycle):
        filing = replace(filing, ruleset=rules.code)
    actor = Actor(
        person=header.person,
        office=Office(header.office),
        body=header.body,
        standing_in_for=header.standing_in_for,
    )
    order = Order(
        act_id=UUID(entry.act_id),
        filing=filing,
        year=entry.year,
        on=header.on,
        actor=actor,
        ruleset=rules,
        document=header.document,
        acknowledged=None,
        # Without the office it came in a file, or by a receipt link.
        imported=not holds_office(actor, clock.today()),
    )
    return order, clock
