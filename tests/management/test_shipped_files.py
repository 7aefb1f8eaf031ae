"""Files beside a shipped journal are put where the backup has none."""

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from pytest_django import Settings

from jospar.management.backups.manifest import Manifest, file_name, manifest
from jospar.management.backups.restoring import keep_shipped
from jospar.procedure.shipping import files_beside
from jospar.records.kept.directory import Directory

HERE, DAMAGED, LATER, TORN = b"here", b"damaged in the backup", b"later", b"torn"


def said_of_none() -> Manifest:
    """Return the manifest of a backup without files."""
    return manifest(datetime(2026, 11, 23, tzinfo=UTC), "0.2.0", "sqlite", (1, "0"))


def test_what_the_backup_has_not(settings: Settings, tmp_path: Path) -> None:
    """What it has is left to it; what it has damaged is put, and nothing damaged is."""
    settings.FILES = tmp_path / "files"
    shipped, said = tmp_path / "second.jsonl", said_of_none()
    names = {one: sha256(one).hexdigest() for one in (HERE, DAMAGED, LATER, TORN)}
    for content, name in names.items():
        files_beside(shipped).put(name, b"t" if content == TORN else content)
    said.sums[file_name(names[HERE])] = names[HERE]
    said.sums[file_name(names[DAMAGED])] = sha256(b"d").hexdigest()
    keep_shipped(shipped, said)
    kept = Directory(settings.FILES)
    expected = {names[content]: content for content in (DAMAGED, LATER)}
    assert {name: kept.get(name) for name in kept.all()} == expected


def test_a_journal_without_files(settings: Settings, tmp_path: Path) -> None:
    """One that was exported by hand has none beside it."""
    settings.FILES = tmp_path / "files"
    keep_shipped(tmp_path / "second.jsonl", said_of_none())
    assert not settings.FILES.exists()
