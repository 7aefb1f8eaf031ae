"""A backup says what is in it, and is read only where that is true."""

import hashlib
import json
import tarfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from jospar.management.backups.manifest import (
    Archive,
    BackupError,
    Manifest,
    check_parts,
    read_manifest,
)
from tests.installation import Said

KEPT = f"files/ab/ab{'0' * 62}"
PARTS = {"database.sqlite3": b"tables", "rulesets/own.toml": b"rules", KEPT: b"scan"}
SAID: dict[str, Any] = {
    "form": 1,
    "made_at": "2024-09-20T07:00:00Z",
    "version": "0.2.0",
    "database": "sqlite",
    "number": 7,
    "hash": "0" * 64,
    "migrations": [],
    "sums": {name: hashlib.sha256(part).hexdigest() for name, part in PARTS.items()},
}
NONE = "“a.tar” is not a backup of Jospar, or it is cut off; name another file."
DAMAGED = "“{}” in “a.tar” is missing or damaged; use another backup."


def archive(path: Path, parts: dict[str, bytes], said: object) -> Path:
    """Write an archive of ``parts`` that says this of itself."""
    with tarfile.open(path, "w") as made:
        for name, part in (
            parts | {"manifest.json": json.dumps(said).encode()}
        ).items():
            information = tarfile.TarInfo(name)
            information.size = len(part)
            made.addfile(information, BytesIO(part))
    return path


def read(path: Path) -> Manifest:
    """Return what the archive says of itself, if it is true."""
    with tarfile.open(path, "r:") as made:
        found = Archive(made)
        said = read_manifest(found, path.name)
        check_parts(found, said, path.name)
        return said


def test_what_is_true(tmp_path: Path) -> None:
    """It is read as it was written."""
    said = read(archive(tmp_path / "a.tar", PARTS, SAID))
    assert (said.number, said.hash, said.sums) == (7, "0" * 64, SAID["sums"])


@pytest.mark.parametrize(
    ("parts", "changes", "told"),
    [
        (
            {},
            {"form": 2, "version": "9.0"},
            "“a.tar” was made by Jospar 9.0: use it or a later version.",
        ),
        (
            {},
            {"database": "oracle"},
            "“a.tar” was made by Jospar 0.2.0: use it or a later version.",
        ),
        ({}, {"number": "seven"}, NONE),
        ({}, {"sums": {}}, NONE),
        ({}, {"sums": {"../../etc/passwd": "0" * 64}}, NONE),
        ({}, {"sums": {"rulesets/../../a.toml": "0" * 64}}, NONE),
        ({"rulesets/own.toml": b"other"}, {}, DAMAGED.format("rulesets/own.toml")),
        ({}, {"sums": SAID["sums"] | {"mail/1.eml": ""}}, DAMAGED.format("mail/1.eml")),
    ],
)
def test_what_is_not_true(
    tmp_path: Path, parts: dict[str, bytes], changes: dict[str, Any], told: str
) -> None:
    """What is damaged, missing, of a later form or has no business there is refused."""
    path = archive(tmp_path / "a.tar", PARTS | parts, SAID | changes)
    with pytest.raises(BackupError) as error:
        read(path)
    assert str(error.value) == told


@pytest.mark.django_db
@pytest.mark.parametrize("content", [b"", b"text", b"\0" * 10_240])
def test_what_is_no_backup(
    command: Callable[..., Said], tmp_path: Path, content: bytes
) -> None:
    """It is told in one line."""
    path = tmp_path / "a.tar"
    path.write_bytes(content)
    assert command("restore", path, "--reason", "No. 12") == Said(
        2, "", f"jospar: {NONE}\n"
    )


@pytest.mark.django_db
def test_an_installation_that_is_not_empty(
    command: Callable[..., Said], tmp_path: Path
) -> None:
    """Nothing is put into it."""
    said = SAID | {"database": connection.vendor}
    told = (
        "jospar: The installation is not empty. Name an empty directory in JOSPAR_DATA "
        "and an empty database, and restore there.\n"
    )
    path = archive(tmp_path / "a.tar", PARTS, said)
    assert command("restore", path, "--reason", "No. 12") == Said(2, "", told)


@pytest.mark.django_db
def test_a_backup_that_is_cut_off(command: Callable[..., Said], tmp_path: Path) -> None:
    """It is told in one line."""
    path = archive(tmp_path / "a.tar", PARTS, SAID)
    path.write_bytes(path.read_bytes()[:1600])
    assert command("restore", path, "--reason", "No. 12") == Said(
        2, "", f"jospar: {NONE}\n"
    )
