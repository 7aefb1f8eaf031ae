"""Folding the journal: its effects over an empty database give every record again."""

import gzip
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import count
from pathlib import Path
from types import MappingProxyType
from typing import Any

import msgspec
from django.apps import apps
from django.db import models, transaction

from jospar.accounts import stores as _accounts_stores  # noqa: F401 - registers its stores
from jospar.accounts.models import (
    Invitation,
    Person,
    Reading,
    ReceiptLink,
    Rehearsal,
    SharedCache,
)
from jospar.records.models import JournalEntry, Reached, TitleWords
from jospar.records.past import database, empty_past
from jospar.records.stores import store
from jospar.records.stores.dispatch import At
from jospar.rules.agreement import effects as agreement
from jospar.rules.amendment import effects as amendment
from jospar.rules.carrying_out import effects as carrying_out
from jospar.rules.commission import effects as commission
from jospar.rules.core.files import FilesAttached
from jospar.rules.core.sentences import _
from jospar.rules.drafting import effects as drafting
from jospar.rules.intake import effects as intake
from jospar.rules.outbox import effects as outbox
from jospar.rules.plans import effects as plans
from jospar.rules.reference import effects as reference
from jospar.rules.review import effects as review
from jospar.rules.treaty import effects as treaty

from . import journal
from .locking import lock

EFFECTS = MappingProxyType(
    {
        name: effect
        for part in (
            *(reference, intake, review, drafting, commission, agreement, outbox),
            *(amendment, carrying_out, treaty, plans),
        )
        for name, effect in vars(part).items()
        if isinstance(effect, type) and effect.__module__ == part.__name__
    }
    | {FilesAttached.__name__: FilesAttached}
)
"""Every effect by its name: what the journal calls it for ever."""

NOT_FOLDED = frozenset(
    {
        Invitation,
        JournalEntry,
        Person,
        Reading,
        Reached,
        ReceiptLink,
        Rehearsal,
        SharedCache,
        TitleWords,
    }
)
"""The journal itself, and what stands outside it: no act makes these."""


_UNREADABLE = (
    msgspec.MsgspecError,
    UnicodeDecodeError,
    gzip.BadGzipFile,
    zlib.error,
    EOFError,
)
"""What reading a line can end in, whatever stands in its place."""


class _Line(msgspec.Struct, frozen=True):
    """An entry of an exported journal: its exact texts, and the hash."""

    header: msgspec.Raw
    filing: msgspec.Raw
    effects: msgspec.Raw
    cautions: msgspec.Raw
    hash: str


def export(path: Path) -> int:
    """Write the journal to ``path``, an entry a line, and return how many they are.

    A file that ends in ``.gz`` is compressed. The file appears when it is whole.
    """
    part = path.with_name(f"{path.name}.part")
    written = 0
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(part, "wb") as file:
        for entry in journal.entries():
            file.write(line_of(entry))
            written += 1
    part.replace(path)
    return written


def line_of(entry: journal.Entry) -> bytes:
    """Return the line that an entry is in an exported journal."""
    texts = {name: msgspec.Raw(getattr(entry, name).encode()) for name in _TEXTS}
    return msgspec.json.encode(_Line(hash=entry.hash, **texts)) + b"\n"


_TEXTS = ("header", *journal.PARTS)


def exported(path: Path) -> Iterator[journal.Entry]:
    """Yield the entries of an exported journal.

    Raises:
        journal.JournalError: naming the line that cannot be read.
    """
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rb") as file:
        for number in count(1):
            try:
                if not (line := file.readline()):
                    return
                entry = _entry(msgspec.json.decode(line, type=_Line))
            except _UNREADABLE as error:
                raise journal.JournalError(
                    _("Line {number} of {file} is not an entry of a journal: {error}."),
                    number=number,
                    file=path.name,
                    error=error,
                ) from error
            yield entry


def _entry(line: _Line) -> journal.Entry:
    texts = {name: bytes(getattr(line, name)).decode() for name in _TEXTS}
    header = msgspec.json.decode(line.header, type=journal.Header)
    return journal.Entry(
        number=header.number,
        act_id=header.act_id,
        act=header.act,
        year=header.year,
        hash=line.hash,
        **texts,
    )


def rebuild(entries: Iterable[journal.Entry]) -> int:
    """Take a journal over into an empty database, records and all.

    Returns:
        How many entries were taken over.

    Raises:
        journal.JournalError: when the database is not empty, or at the first entry that
            does not hold; nothing is taken over then.
    """
    with transaction.atomic(using=database()):
        lock()
        if JournalEntry.objects.exists():
            raise journal.JournalError(
                _("The database has a journal already; use an empty one.")
            )
        number, previous = 0, journal.FIRST_HASH
        for entry in entries:
            number += 1
            journal.check(entry, number, previous)
            fold(entry)
            previous = entry.hash
    return number


def fold(entry: journal.Entry) -> None:
    """Put an entry and what it did into the database."""
    journal.insert(entry)
    header = entry.read()
    at = At(header.number, header.year, header.on)
    for effect in effects_of(entry, header.version):
        store(effect, at)


def effects_of(entry: journal.Entry, version: str) -> list[object]:
    """Return what legally happened by an entry that ``version`` of Jospar wrote.

    Raises:
        journal.JournalError: when an effect is not known here.
    """
    try:
        return [
            msgspec.convert(effect, EFFECTS[effect["effect"]])
            for effect in entry.value("effects")
        ]
    except (KeyError, TypeError, msgspec.ValidationError) as error:
        raise journal.JournalError(
            _(
                "Entry {number} of the journal has effects that are not known here; "
                "use Jospar {version} or a later one."
            ),
            number=entry.number,
            version=version,
        ) from error


def recorded_before(moment: datetime) -> Iterator[journal.Entry]:
    """Yield the entries that were recorded before ``moment``."""
    for entry in journal.entries():
        if datetime.fromisoformat(entry.read().recorded_at) >= moment:
            return
        yield entry


@contextmanager
def in_a_copy() -> Iterator[None]:
    """Work on a copy of the record in memory until the end of the block."""
    copy = list(journal.entries())
    with empty_past():
        rebuild(copy)
        yield


def check_records() -> None:
    """Check that the records are what the journal says, to the last field.

    Raises:
        journal.JournalError: naming the noun whose records differ.
    """
    recorded = dump()
    with in_a_copy():
        proven = dump()
    for noun, rows in recorded.items():
        if rows != proven[noun]:
            raise journal.JournalError(
                _("The records of “{noun}” are not what the journal says."), noun=noun
            )


def dump() -> dict[str, list[dict[str, Any]]]:
    """Return every record, field by field, by the name of its noun."""
    nouns: dict[str, list[dict[str, Any]]] = {}
    for app in ("records", "accounts"):
        for model in apps.get_app_config(app).get_models():
            if model not in NOT_FOLDED:
                nouns[model.__name__] = _rows(model)
    return nouns


def _rows(model: type[models.Model]) -> list[dict[str, Any]]:
    columns = [field.attname for field in model._meta.concrete_fields]  # noqa: SLF001 - Django's public API
    rows = model._default_manager.values(*columns)  # noqa: SLF001 - Django's public API
    return sorted(rows, key=lambda row: str([row[column] for column in columns[:3]]))
