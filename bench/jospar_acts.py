"""The side of Jospar: acts of persons in office, and the journal that they leave."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import count
from time import perf_counter
from typing import Any
from uuid import uuid4

from django.core.management import call_command
from django.db import connection

from jospar.exchange.ordered import Ordered
from jospar.exchange.reference import reference_orders
from jospar.exchange.workbook import read
from jospar.procedure import journal
from jospar.procedure.clock import Clock
from jospar.procedure.perform import ActRefusedError, Order, perform
from jospar.procedure.replay import check_records
from jospar.rules.core.offices import Actor, Office
from jospar.rules.core.ruleset import load
from jospar.rules.reference.facts import Appoint

from .measure import timed
from .side import answer
from .ways import WORKBOOK, ways

YEAR = 2024
PERSON = "a.akhmetova"
OFFICES = (Office.REGISTRAR, Office.HEAD, Office.PLANNER)
RULES = load()
TIMES = 5
"""How often the journal is gone through in a round."""
ROWS = (
    "SELECT number, act_id, act, year, header, filing, effects, cautions, hash "
    "FROM records_journalentry ORDER BY number"
)
"""All that is stored of the entries, and so all that is read to verify them."""


def main() -> None:
    """Open the cycle, appoint the officers and answer."""
    call_command("migrate", verbosity=0)
    _prepare()
    lawful = [way for way in ways() if _is_lawful(way)]
    rounds = count(1)
    answer(
        {
            "acts": lambda: _acts(lawful, next(rounds)),
            "verify": partial(_entries_a_second, _verify),
            "read and hash": partial(_entries_a_second, _read_and_hash),
            "hash": _hash,
            "records": partial(_entries_a_second, check_records, times=1),
        }
    )


def _prepare() -> None:
    workbook = read(WORKBOOK)
    for _row, ordered in reference_orders(workbook, RULES, workbook.sheets["bodies"]):
        _perform(ordered.filing, ordered.office, imported=True)
    for office in OFFICES:
        filing = Appoint(PERSON, PERSON, office, "", date(YEAR, 1, 1))
        _perform(filing, Office.ADMINISTRATOR, imported=True)


def _is_lawful(way: tuple[Ordered, ...]) -> bool:
    try:
        for ordered in way:
            _perform(ordered.filing, ordered.office, on=ordered.on)
    except ActRefusedError:
        return False
    return True


def _acts(found: Sequence[tuple[Ordered, ...]], number: int) -> float:
    """Return the acts a second, of concepts that nobody has submitted yet."""
    acts: list[tuple[Any, Ordered]] = [
        (replace(ordered.filing, key=f"{ordered.key[0]}/{number}"), ordered)  # type: ignore[type-var] # every filing is a dataclass
        for way in found
        for ordered in way
    ]
    begun = perf_counter()
    for filing, ordered in acts:
        _perform(filing, ordered.office, on=ordered.on)
    return len(acts) / (perf_counter() - begun)


def _perform(
    filing: object,
    office: Office,
    *,
    on: date | None = None,
    imported: bool = False,
) -> None:
    order = Order(
        act_id=uuid4(),
        filing=filing,
        year=YEAR,
        on=on or date(YEAR, 1, 1),
        actor=Actor(PERSON, office),
        ruleset=RULES,
        document="№ 1",
        acknowledged=None,
        imported=imported,
    )
    perform(order, Clock())


def _entries_a_second(function: Callable[[], object], times: int = TIMES) -> float:
    elapsed = timed(lambda: [function() for _ in range(times)])
    return times * journal.last()[0] / elapsed


def _verify() -> None:
    journal.verify(journal.entries())


def _read_and_hash() -> None:
    digest = hashlib.sha256()
    for row in _rows():
        for value in row:
            digest.update(str(value).encode())
    digest.hexdigest()


def _hash() -> float:
    """Return the entries a second whose bytes are hashed where they lie in memory."""
    stored = ["".join(str(value) for value in row).encode() for row in _rows()]
    whole = b"".join(stored)
    return len(stored) / timed(lambda: hashlib.sha256(whole).hexdigest())


def _rows() -> Iterator[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(ROWS)
        while rows := cursor.fetchmany(500):
            yield from rows
