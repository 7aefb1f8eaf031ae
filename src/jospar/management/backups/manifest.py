"""What a backup says of itself: where its journal ends, and the sum of every part."""

import hashlib
import re
import tarfile
from collections.abc import Mapping
from datetime import datetime
from typing import IO, cast

import msgspec

from jospar.rules.core.sentences import ToldError, _

MANIFEST = "manifest.json"
SECRET_KEY = "secret-key"  # noqa: S105 - the name of its file
CHECKPOINTS = "checkpoints.jsonl"
FILES = "files/"
"""What the names of kept files begin with."""
DATABASES: Mapping[str, str] = {
    "sqlite": "database.sqlite3",
    "postgresql": "database.dump",
}
"""What the part with the database is called, by its kind."""

_PARTS = re.compile(
    rf"{FILES}([0-9a-f]{{2}})/\1[0-9a-f]{{62}}|rulesets/[^/]+\.toml|mail/[^/]+\.eml"
    rf"|{SECRET_KEY}|{re.escape(CHECKPOINTS)}|database\.(?:sqlite3|dump)"
)
_CHUNK = 2**20
_FORM = 1


class BackupError(ToldError):
    """A backup that is not made, or not put back; the sentence says what would help."""


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The backup's moment in UTC, the program, the journal's end, and the sums.

    ``form`` is that of the backup itself; ``migrations`` are those of the tables;
    ``sums`` holds the SHA-256 of each part by its name.
    """

    form: int
    made_at: datetime
    version: str
    database: str
    number: int
    hash: str
    migrations: list[str]
    sums: dict[str, str]


class Archive:
    """A backup that is read, part by part."""

    def __init__(self, archive: tarfile.TarFile) -> None:
        """Look once where each part begins: a backup has many of them.

        Raises:
            tarfile.TarError: when the archive is cut off.
        """
        self._archive = archive
        self._parts = {part.name: part for part in archive if part.isfile()}

    def open(self, name: str) -> IO[bytes]:
        """Return a stream of a part.

        Raises:
            KeyError: when there is no such part.
        """
        return cast("IO[bytes]", self._archive.extractfile(self._parts[name]))


class Summed:
    """A file whose SHA-256 is computed while it is read."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self._sum = file, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """Read on."""
        content = self._file.read(size)
        self._sum.update(content)
        return content

    def sum(self) -> str:
        """Return the sum of what was read so far."""
        return self._sum.hexdigest()


def file_name(sha256: str) -> str:
    """Return what the part is called that holds a kept file."""
    return f"{FILES}{sha256[:2]}/{sha256}"


def sha256_of(content: bytes) -> str:
    """Return the SHA-256 of what a part holds."""
    return hashlib.sha256(content).hexdigest()


def manifest(
    made_at: datetime, version: str, database: str, end: tuple[int, str]
) -> Manifest:
    """Return the manifest of a backup whose parts are not added yet."""
    number, digest = end
    return Manifest(_FORM, made_at, version, database, number, digest, [], {})


def read_manifest(archive: Archive, name: str) -> Manifest:
    """Return the manifest of a backup of that name.

    Raises:
        BackupError: when it is no backup, or one of a later form.
    """
    try:
        with archive.open(MANIFEST) as file:
            found = msgspec.json.decode(file.read(), type=Manifest)
    except (KeyError, msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise none_such(name) from error
    if found.form != _FORM or found.database not in DATABASES:
        raise BackupError(
            _("“{file}” was made by Jospar {version}: use it or a later version."),
            file=name,
            version=found.version,
        )
    return found


def check_parts(archive: Archive, said: Manifest, name: str) -> None:
    """Check that every part is there, and holds what it held.

    Raises:
        BackupError: naming the first that is missing, damaged or unknown.
    """
    for part, digest in said.sums.items():
        if not _PARTS.fullmatch(part):
            raise none_such(name)
        try:
            with archive.open(part) as file:
                found: str | None = sum_of(file)
        except KeyError:
            found = None
        if found != digest:
            raise BackupError(
                _("“{part}” in “{file}” is missing or damaged; use another backup."),
                part=part,
                file=name,
            )
    if DATABASES[said.database] not in said.sums:
        raise none_such(name)


def sum_of(file: IO[bytes]) -> str:
    """Return the SHA-256 of what is left of a stream."""
    summed = Summed(file)
    while summed.read(_CHUNK):
        pass
    return summed.sum()


def none_such(name: str) -> BackupError:
    """Return what is said of a file that is no backup."""
    return BackupError(
        _("“{file}” is not a backup of Jospar, or it is cut off; name another file."),
        file=name,
    )
