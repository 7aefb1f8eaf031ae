"""Putting a backup into an empty installation, the database last.

Killed in between it can be run again: what was put is the same, and until the database
is there nothing counts.
"""

import shutil
import tarfile
from pathlib import Path, PurePosixPath

from django.conf import settings
from django.db import connection, transaction

from jospar.management.schema import check_letters, ensure_schema
from jospar.procedure import journal, replay, shipping
from jospar.procedure.locking import lock
from jospar.records.kept import kept_files
from jospar.rules.core.sentences import _

from . import databases
from .manifest import (
    DATABASES,
    FILES,
    SECRET_KEY,
    Archive,
    BackupError,
    Manifest,
    Summed,
    check_parts,
    file_name,
    none_such,
    read_manifest,
    sha256_of,
    sum_of,
)

_CHUNK = 2**20


def restore(path: Path, shipped: Path | None) -> tuple[Manifest, int]:
    """Put the backup back, and what came after it from a shipped journal.

    Returns:
        What the backup says of itself, and how many entries came after it.

    Raises:
        BackupError: when the installation is not empty, or the backup is not whole, of
            another database or a later version.
        journal.JournalError: when the shipped journal does not go on from the backup.
        StoreError: when the store of files takes none.
        OSError: when something cannot be read or written.
    """
    try:
        with tarfile.open(path, "r:") as opened:
            archive = Archive(opened)
            said = read_manifest(archive, path.name)
            _check_place(said, path.name)
            check_parts(archive, said, path.name)
            if shipped:
                for _entry in shipping.after(shipped, said.number, said.hash):
                    pass
                keep_shipped(shipped, said)
            _put(archive, said)
    except (tarfile.TarError, EOFError) as error:
        raise none_such(path.name) from error
    ensure_schema()
    if journal.last() != (said.number, said.hash):
        raise BackupError(
            _("The journal in “{file}” does not end where the backup says."),
            file=path.name,
        )
    return said, _catch_up(shipped, said) if shipped else 0


def _check_place(said: Manifest, name: str) -> None:
    """Check that the backup can be put here."""
    if connection.vendor != said.database:
        raise BackupError(
            _(
                "The backup is of {there}, and the database here is {here}: restore it "
                "into {there}, then go over with “jospar move”."
            ),
            there=said.database,
            here=connection.vendor,
        )
    if not databases.is_empty():
        raise BackupError(
            _(
                "The installation is not empty. Name an empty directory in JOSPAR_DATA "
                "and an empty database, and restore there."
            )
        )
    if databases.unknown(said.migrations):
        raise BackupError(
            _("“{file}” was made by Jospar {version}: use it or a later version."),
            file=name,
            version=said.version,
        )
    if connection.vendor == "postgresql":
        check_letters()


def keep_shipped(shipped: Path, said: Manifest) -> None:
    """Keep the files beside a shipped journal that the backup has not, or damaged.

    Raises:
        StoreError: when the store does not take one.
    """
    beside, kept = shipping.files_beside(shipped), kept_files()
    for sha256 in beside.all():
        if said.sums.get(file_name(sha256)) == sha256:
            continue
        if sha256_of(content := beside.get(sha256)) == sha256:
            kept.put(sha256, content)


def _put(archive: Archive, said: Manifest) -> None:
    """Put every part where it belongs, the database last."""
    data: Path = settings.DATA
    database = DATABASES[said.database]
    for name in said.sums.keys() - {database}:
        if name.startswith(FILES):
            _keep_file(archive, name, said.sums[name])
        else:
            _put_file(archive, name, data / name)
    copy = data / f"{database}.part"
    try:
        _extract(archive, database, copy)
        databases.load(copy)
    finally:
        copy.unlink(missing_ok=True)


def _keep_file(archive: Archive, name: str, digest: str) -> None:
    """Keep a file where files are kept; a damaged one does not replace what is there.

    Raises:
        StoreError: when the store does not take it.
    """
    kept, sha256 = kept_files(), PurePosixPath(name).name
    if digest == sha256 or not kept.has(sha256):
        with archive.open(name) as file:
            kept.put(sha256, file.read())


def _put_file(archive: Archive, name: str, path: Path) -> None:
    """Put a file; one with another content is not replaced, but the new-made key is.

    Raises:
        BackupError: when something else stands there.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.part")
    try:
        digest = _extract(archive, name, beside)
        if name != SECRET_KEY and path.exists() and _sum(path) != digest:
            raise BackupError(
                _("“{file}” stands there already with another content; move it away."),
                file=path,
            )
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _extract(archive: Archive, name: str, path: Path) -> str:
    """Write a part to ``path``, for its owner alone, and return its sum."""
    path.unlink(missing_ok=True)
    path.touch(mode=0o600)
    with archive.open(name) as source, path.open("wb") as target:
        summed = Summed(source)
        shutil.copyfileobj(summed, target, _CHUNK)
    return summed.sum()


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return sum_of(file)


def _catch_up(shipped: Path, said: Manifest) -> int:
    """Fold the entries after the backup's last one, all or none; return how many."""
    with transaction.atomic():
        lock()
        count = 0
        for entry in shipping.after(shipped, said.number, said.hash):
            replay.fold(entry)
            count += 1
    return count
