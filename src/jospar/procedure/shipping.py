"""The journal in a second place: lines are added there as it grows, none is rewritten.

A line is that of an exported journal, so what stands there can be rebuilt from, and a
backup can be brought up to its last act. The files that acts came with are there before
the lines of those acts.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice, takewhile, zip_longest
from pathlib import Path

from jospar.records.file_types import FileError
from jospar.records.files import open_kept
from jospar.records.kept.directory import Directory
from jospar.records.kept.faults import StoreError
from jospar.records.models import AttachedFile
from jospar.rules.core.sentences import _

from . import journal, lines, replay

_AT_ONCE = 500
"""How many entries are added before they are seen to the disk."""


class ShippedError(journal.JournalError):
    """What stands in the second place is not the beginning of this journal."""


@dataclass(frozen=True, slots=True)
class Shipped:
    """How far a journal was shipped: its last entry there, and the size in bytes.

    ``files`` is the entry up to which the files of acts are known to be there.
    """

    number: int
    hash: str
    size: int
    files: int = 0


def places(given: Path) -> tuple[Path, Path]:
    """Return the files of the journal and of its checkpoints in the second place.

    Args:
        given: the file, or the directory that ``journal.jsonl`` stands in.

    Raises:
        ShippedError: when lines cannot be added to such a file.
    """
    path = given / "journal.jsonl" if given.is_dir() else given
    if path.suffix == ".gz":
        raise ShippedError(
            _("“{file}” is compressed, and lines cannot be added; name another file."),
            file=path,
        )
    return path, path.with_name(f"{path.stem}.checkpoints.jsonl")


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Let no other program ship to ``path`` until the end of the block.

    Raises:
        ShippedError: when one does so now.
    """
    with path.open("ab") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise ShippedError(
                _("Another program ships the journal to “{file}” now; leave it to it."),
                file=path,
            ) from None
        yield


def standing(path: Path) -> Shipped:
    """Return how far the journal was shipped; every line is compared with it.

    A line that was torn at the end is cut off, once all the others are ours.

    Raises:
        ShippedError: naming the first entry in which they differ.
    """
    size = lines.whole(path)
    last = Shipped(0, journal.FIRST_HASH, size)
    for there, here in zip_longest(_whole(path), _as_many(path)):
        if there is None or there != here:
            raise _differs(path, last.number + 1)
        last = Shipped(there.number, there.hash, size)
    lines.mend(path)
    return last


def files_beside(path: Path) -> Directory:
    """Return where the files of a journal in a second place are kept."""
    return Directory(path.with_name(f"{path.stem}.files"))


def ship(path: Path, shipped: Shipped) -> tuple[Shipped, list[FileError]]:
    """Add the entries that came since, each after the files that it came with.

    Returns:
        How far it was shipped now, and what is told of files that could not be.

    Raises:
        ShippedError: when the journal or the file is not what it was.
        journal.JournalError: at an entry that does not hold; it is not shipped.
        StoreError: when the store of files gives none; then no line was added.
        OSError: when lines or files cannot be written; what stands there stays.
    """
    if lines.whole(path) != shipped.size:
        raise ShippedError(
            _("“{file}” was changed by another program; compare it with the journal."),
            file=path,
        )
    last = journal.numbered(shipped.number)
    if shipped.number and (last is None or last.hash != shipped.hash):
        raise _differs(path, shipped.number)
    up_to, _hash = journal.last()
    faults = _ship_files(path, shipped.files, up_to)
    entries = journal.entries(shipped.number)
    coming = takewhile(lambda entry: entry.number <= up_to, entries)
    while batch := list(islice(coming, _AT_ONCE)):
        number, digest = journal.verify(iter(batch), shipped.number, shipped.hash)
        text = b"".join(map(replay.line_of, batch))
        lines.add(path, text)
        shipped = Shipped(number, digest, shipped.size + len(text))
    return replace(shipped, files=up_to), faults


def ship_lines(source: Path, target: Path) -> None:
    """Add to ``target`` the whole lines of ``source`` that it does not have yet.

    Raises:
        ShippedError: when what stands there is not the beginning of ``source``.
    """
    size, there = lines.whole(source), lines.whole(target)
    if not size and not there:
        return
    content = source.read_bytes()[:size] if size else b""
    if content[:there] != (target.read_bytes()[:there] if there else b""):
        raise ShippedError(
            _("“{file}” is not the beginning of “{source}”; keep both, and ask why."),
            file=target,
            source=source,
        )
    if there < size:
        lines.add(target, content[there:])


def after(path: Path, number: int, digest: str) -> Iterator[journal.Entry]:
    """Yield the shipped entries after ``number``, whose hash is ``digest``.

    A line that was torn at the end is passed over.

    Raises:
        ShippedError: when the shipped entry ``number`` is another one.
        journal.JournalError: at the first entry that does not hold.
    """
    before = 0, journal.FIRST_HASH
    for entry in _whole(path):
        before = journal.verify(iter((entry,)), *before)
        if entry.number == number and entry.hash != digest:
            raise _differs(path, number)
        if entry.number > number:
            yield entry


def _ship_files(path: Path, after: int, up_to: int) -> list[FileError]:
    """Copy the files of the entries after one up to another that are not there yet.

    Returns:
        What is told of those that are missing or damaged here.

    Raises:
        StoreError: when the store of files gives none.
        OSError: when a file cannot be written.
    """
    there, faults = files_beside(path), []
    attached = AttachedFile.objects.filter(entry__gt=after, entry__lte=up_to)
    names = dict(attached.values_list("sha256", "name"))
    for sha256 in sorted(name for name in names if not there.has(name)):
        try:
            there.put(sha256, open_kept(sha256, names[sha256]).getvalue())
        except StoreError:
            raise
        except FileError as fault:
            faults.append(fault)
    return faults


def _whole(path: Path) -> Iterator[journal.Entry]:
    """Yield the entries of the lines that are whole; a compressed file has no other."""
    if path.suffix == ".gz":
        return replay.exported(path)
    return islice(replay.exported(path), _count(path))


def _as_many(path: Path) -> Iterator[journal.Entry]:
    """Yield as many entries of this journal as lines stand there."""
    return islice(journal.entries(), _count(path))


def _count(path: Path) -> int:
    """Return how many whole lines there are."""
    with path.open("rb") as file:
        return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(2**20), b""))


def _differs(path: Path, number: int) -> ShippedError:
    return ShippedError(
        _(
            "“{file}” is not the beginning of this journal: they differ from entry "
            "{number} on. Nothing was written there; keep both, and ask why."
        ),
        file=path,
        number=number,
    )
