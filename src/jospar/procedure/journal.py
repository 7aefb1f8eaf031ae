"""The journal: written once, chained by hashes, verified from the first entry on.

An entry's texts are kept as the exact bytes that are hashed: JSON with sorted keys,
no blanks and UTF-8, as RFC 8785 writes the values that occur in it. A part is hashed
with its salt, so that it can be withheld and the chain still verifies.
"""

import hashlib
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import msgspec
from django.db import DatabaseError, connections

from jospar.records.models import JournalEntry
from jospar.records.past import database
from jospar.rules.core.sentences import ToldError, _

FIRST_HASH = "0" * 64
"""What the first entry names as the hash before it."""
PARTS = ("filing", "effects", "cautions")
_CHUNK = 500
"""How many entries are read at a time."""

_BEFORE_ALL = -(2**63)
"""The least number there can be: an entry slipped in before the first is found."""


class Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an entry says of itself; its canonical JSON is what is hashed.

    ``on`` is the day of effect, ``recorded_at`` the moment of recording in UTC,
    ``digests`` the hashes of the salted parts, ``previous`` the hash before. In a
    rehearsal the moment is a pretended one.
    """

    number: int
    act_id: str
    act: str
    rehearsal: bool
    provisions: list[str]
    paragraphs: list[str]
    ruleset: str
    ruleset_digest: str
    year: int
    person: str
    office: str
    body: str
    standing_in_for: str
    on: date
    document: str
    recorded_at: str
    version: str
    digests: dict[str, str]
    previous: str


class Part(msgspec.Struct, frozen=True):
    """A part of an entry: its value, and the salt that keeps it from being guessed."""

    salt: str
    value: Any


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as its exact texts, in the order in which they are stored."""

    number: int
    act_id: str
    act: str
    year: int
    header: str
    filing: str
    effects: str
    cautions: str
    hash: str

    def read(self) -> Header:
        """Return the header."""
        return _HEADER.decode(self.header)

    def value(self, part: str) -> Any:
        """Return the value of ``part``: filing, effects or cautions."""
        return _PART.decode(getattr(self, part)).value


class JournalError(ToldError):
    """A journal that does not hold, with the entry where it fails."""


_HEADER = msgspec.json.Decoder(Header)
_PART = msgspec.json.Decoder(Part)
_UNREADABLE = (
    DatabaseError,
    msgspec.MsgspecError,
    AttributeError,
    TypeError,
    ValueError,
)
"""What reading an entry can end in, whatever stands in its place."""

_COLUMNS = "number, act_id, act, year, header, filing, effects, cautions, hash"
_INSERT = (
    f"INSERT INTO records_journalentry ({_COLUMNS}) "  # noqa: S608 - columns of our own
    "VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)"
)
_SELECT = f"SELECT {_COLUMNS} FROM records_journalentry "  # noqa: S608 - columns of our own
_LAST = "SELECT number, hash FROM records_journalentry ORDER BY number DESC LIMIT 1"
_LAST_HEADER = (
    "SELECT header, hash FROM records_journalentry ORDER BY number DESC LIMIT 1"
)


def encode(value: object) -> str:
    """Return ``value`` as the JSON that is hashed."""
    return msgspec.json.encode(value, order="sorted").decode()


def sha256(text: str) -> str:
    """Return the SHA-256 of ``text`` in UTF-8, as hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def last() -> tuple[int, str]:
    """Return the number and hash of the last entry, or of none: 0 and zeros."""
    with connections[database()].cursor() as cursor:
        cursor.execute(_LAST)
        found = cursor.fetchone()
    return found or (0, FIRST_HASH)


def last_header() -> tuple[Header, str] | None:
    """Return what the last entry says of itself, and its hash, if there is one."""
    with connections[database()].cursor() as cursor:
        cursor.execute(_LAST_HEADER)
        found = cursor.fetchone()
    return (_HEADER.decode(found[0]), found[1]) if found else None


def is_rehearsal() -> bool:
    """Tell whether the journal is a rehearsal's; an empty one is nobody's yet."""
    first = numbered(1)
    return first is not None and first.read().rehearsal


def find(act_id: UUID) -> Entry | None:
    """Return the entry of the act, if it was performed."""
    return next(iter(_select("WHERE act_id = %s", _act_id(act_id))), None)


def numbered(number: int) -> Entry | None:
    """Return the entry of that number, if there is one."""
    return next(iter(_select("WHERE number = %s", number)), None)


def headers(texts: Iterable[JournalEntry]) -> Iterator[Header]:
    """Yield what each of the entries says of itself."""
    return (_HEADER.decode(entry.header) for entry in texts)


def latest() -> Entry | None:
    """Return the last entry, if there is one."""
    return next(iter(_select("ORDER BY number DESC LIMIT 1")), None)


def entries(after: int = _BEFORE_ALL) -> Iterator[Entry]:
    """Yield the entries after a number in order; no query stays open between them."""
    number = after
    while chunk := _after(number):
        yield from chunk
        number = chunk[-1].number


def write(header: Header, parts: tuple[str, str, str]) -> Entry:
    """Write an entry; the caller holds the lock and the transaction."""
    text = encode(header)
    filing, effects, cautions = parts
    entry = Entry(
        number=header.number,
        act_id=header.act_id,
        act=header.act,
        year=header.year,
        header=text,
        filing=filing,
        effects=effects,
        cautions=cautions,
        hash=sha256(text),
    )
    insert(entry)
    return entry


def insert(entry: Entry) -> None:
    """Put an entry into the journal as it is."""
    row = [getattr(entry, column) for column in _COLUMNS.split(", ")]
    row[1] = _act_id(UUID(entry.act_id))
    with connections[database()].cursor() as cursor:
        cursor.execute(_INSERT, row)


def salted(value: object) -> str:
    """Return a part's text: the value with a salt of its own."""
    return encode(Part(secrets.token_hex(16), value))


def verify(
    chain: Iterator[Entry], number: int = 0, previous: str = FIRST_HASH
) -> tuple[int, str]:
    """Return the number and hash of the last entry of a chain that holds.

    The chain goes on after the entry ``number``, whose hash is ``previous``.

    Raises:
        JournalError: naming the first entry that does not hold, and why.
    """
    try:
        for entry in chain:
            check(entry, number + 1, previous)
            number, previous = number + 1, entry.hash
    except _UNREADABLE as error:
        raise JournalError(
            _("Entry {number} of the journal cannot be read: {error}."),
            number=number + 1,
            error=error,
        ) from error
    return number, previous


def check(entry: Entry, number: int, previous: str) -> None:
    """Check that ``entry`` is whole, and is number ``number`` after ``previous``.

    Raises:
        JournalError: when it is not.
    """
    if entry.number != number:
        raise JournalError(
            _("Entry {number} of the journal is missing; the next one is {next}."),
            number=number,
            next=entry.number,
        )
    if sha256(entry.header) != entry.hash:
        raise JournalError(
            _("Entry {number} of the journal: its header was changed."), number=number
        )
    header = entry.read()
    if header.previous != previous:
        raise JournalError(
            _("Entry {number} of the journal does not follow the entry before."),
            number=number,
        )
    for part in PARTS:
        if sha256(getattr(entry, part)) != header.digests.get(part):
            raise JournalError(
                _("Entry {number} of the journal: its part “{part}” was changed."),
                number=number,
                part=part,
            )
    if (header.number, header.act_id, header.act, header.year) != (
        entry.number,
        entry.act_id,
        entry.act,
        entry.year,
    ):
        raise JournalError(
            _("Entry {number} of the journal: its columns contradict its header."),
            number=number,
        )


def _after(number: int) -> list[Entry]:
    """Return the next entries, or where they cannot be read together the next one."""
    try:
        return _select("WHERE number > %s ORDER BY number LIMIT %s", number, _CHUNK)
    except _UNREADABLE:
        return _select("WHERE number > %s ORDER BY number LIMIT %s", number, 1)


def _select(where: str, *values: Any) -> list[Entry]:
    with connections[database()].cursor() as cursor:
        cursor.execute(_SELECT + where, values)
        return [_entry(row) for row in cursor.fetchall()]


def _entry(row: tuple[Any, ...]) -> Entry:
    number, act_id, *others = row
    return Entry(number, str(UUID(str(act_id))), *others)


def _act_id(act_id: UUID) -> object:
    """Return the id as the database keeps it: PostgreSQL as such, SQLite as digits."""
    native = connections[database()].features.has_native_uuid_field
    return act_id if native else act_id.hex
