"""Making a backup: written beside the earlier one, which it replaces when it is whole.

The database goes first and the files after it: they are only ever added, so no entry
of the copy lacks its file.
"""

import fcntl
import io
import os
import shutil
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple, cast

import msgspec
from django.conf import settings
from django.db import connection

from jospar.records.kept import kept_files
from jospar.records.kept.directory import settle
from jospar.records.models import AttachedFile
from jospar.rules.core.sentences import _

from . import databases
from .manifest import (
    CHECKPOINTS,
    DATABASES,
    MANIFEST,
    SECRET_KEY,
    BackupError,
    Manifest,
    Summed,
    file_name,
    manifest,
    sha256_of,
)

_PRIVATE = 0o600


class Made(NamedTuple):
    """A backup that was made, and the kept files that it lacks or has damaged."""

    path: Path
    manifest: Manifest
    faults: list[str]


def make(place: Path, now: datetime, *, with_key: bool) -> Made:
    """Make a backup of everything while the installation works.

    Args:
        place: the file, or a directory in which one is named after the moment.
        now: the moment, in UTC.
        with_key: also of the key that pages sign with.

    Raises:
        BackupError: when another one is being made, or the database is not copied.
        StoreError: when the store of files gives none.
        OSError: when it cannot be written; an earlier one stays as it is.
        django.db.Error: when the database cannot be read.
    """
    path = place / f"jospar-{now:%Y%m%dT%H%M%SZ}.tar" if place.is_dir() else place
    beside = path.with_name(f"{path.name}.part")
    part, copy = beside / "archive", beside / "database"
    with _alone():
        try:
            shutil.rmtree(beside, ignore_errors=True)
            beside.mkdir(mode=0o700)
            for file in (part, copy):
                file.touch(mode=_PRIVATE)
            dumped = databases.dump(copy)
            referenced = _referenced()
            made = manifest(now, version("jospar"), connection.vendor, dumped.end)
            made.migrations.extend(dumped.migrations)
            _write(part, copy, made, with_key=with_key)
            part.replace(path)
            settle(path.parent)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    return Made(path, made, sorted(_faults(referenced, made)))


def _write(path: Path, copy: Path, made: Manifest, *, with_key: bool) -> None:
    with path.open("wb") as file:
        with tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as archive:
            _add(archive, DATABASES[made.database], copy, made)
            kept = kept_files()
            for sha256 in kept.all():
                content = kept.get(sha256)
                made.sums[name := file_name(sha256)] = sha256_of(content)
                _put(archive, name, content)
            for name, part in _parts(with_key=with_key):
                with suppress(FileNotFoundError):  # a mail may be handed on meanwhile
                    _add(archive, name, part, made)
            _put(archive, MANIFEST, msgspec.json.format(msgspec.json.encode(made)))
        file.flush()
        os.fsync(file.fileno())


def _parts(*, with_key: bool) -> Iterator[tuple[str, Path]]:
    """Yield what belongs to the installation beside its database and files, by name."""
    data: Path = settings.DATA
    for pattern in ("rulesets/*.toml", "mail/*.eml"):
        for path in sorted(data.glob(pattern)):
            yield path.relative_to(data).as_posix(), path
    yield CHECKPOINTS, settings.CHECKPOINTS
    if with_key:
        yield SECRET_KEY, data / SECRET_KEY


def _add(archive: tarfile.TarFile, name: str, path: Path, made: Manifest) -> None:
    with path.open("rb") as file:
        status = os.fstat(file.fileno())
        information = tarfile.TarInfo(name)
        information.size, information.mtime = status.st_size, int(status.st_mtime)
        information.mode = _PRIVATE
        summed = Summed(file)
        archive.addfile(information, cast("io.BufferedReader", summed))
    made.sums[name] = summed.sum()


def _put(archive: tarfile.TarFile, name: str, content: bytes) -> None:
    information = tarfile.TarInfo(name)
    information.size, information.mode = len(content), _PRIVATE
    archive.addfile(information, io.BytesIO(content))


def _referenced() -> set[str]:
    """Return the sums of the files that acts came with."""
    return set(AttachedFile.objects.values_list("sha256", flat=True).distinct())


def _faults(referenced: set[str], made: Manifest) -> Iterator[str]:
    """Yield the kept files that are missing, or do not hold what they are called by."""
    for sha256 in referenced:
        name = file_name(sha256)
        if made.sums.get(name) != sha256:
            yield name


@contextmanager
def _alone() -> Iterator[None]:
    with (settings.DATA / "backup.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BackupError(
                _("Another backup is being made now; wait until it is done.")
            ) from None
        yield
