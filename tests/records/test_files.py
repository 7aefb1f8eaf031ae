"""Files are kept once by what they hold, whole or not at all, and proven when read."""

import hashlib
import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pytest_django import Settings

from jospar.records.file_types import DOCX, PDF, FileError
from jospar.records.files import check_kept, keep, open_kept
from jospar.rules.core.files import FileRef
from tests.records import made_files

DIGEST = hashlib.sha256(made_files.PDF).hexdigest()
SIZE = len(made_files.PDF)


@pytest.fixture(autouse=True)
def store(tmp_path: Path, settings: Settings) -> Path:
    """Keep files in a directory that is not there yet, and return it."""
    settings.FILES = tmp_path / "files"
    return tmp_path / "files"


def told(do: Callable[[], object]) -> str:
    """Return the sentence with which something is not done."""
    with pytest.raises(FileError) as error:
        do()
    return str(error.value)


def kept(store: Path) -> list[str]:
    """Return every file of the store by its place."""
    return sorted(
        str(path.relative_to(store)) for path in store.rglob("*") if path.is_file()
    )


@pytest.mark.parametrize("source", [made_files.PDF, BytesIO(made_files.PDF)])
def test_a_file_that_is_kept(store: Path, source: bytes | BytesIO) -> None:
    """It is read again by its SHA-256, as it was."""
    file = keep(source, "Хаттама.pdf")
    assert file == FileRef(DIGEST, "Хаттама.pdf", PDF, SIZE)
    assert kept(store) == [f"{DIGEST[:2]}/{DIGEST}"]
    assert open_kept(DIGEST).read() == made_files.PDF


def test_the_same_content_twice(store: Path) -> None:
    """It is kept once, under both of its names."""
    names = [keep(made_files.PDF, name).name for name in ("a.pdf", "b.pdf")]
    assert (names, len(kept(store))) == (["a.pdf", "b.pdf"], 1)


def test_the_name_follows_the_content() -> None:
    """A file is what it holds; its name gets the ending of that."""
    file = keep(made_files.WORD, "Тұжырымдама.pdf")
    assert (file.type, file.name) == (DOCX, "Тұжырымдама.docx")


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        (r"C:\Users\a\Хат.pdf", "Хат.pdf"),
        ("../../etc/Хат.pdf", "Хат.pdf"),
        ("Хат\r\n\t № 5.pdf", "Хат № 5.pdf"),
        ("Хат\u202efdp.pdf", "Хатfdp.pdf"),
        ("Й".encode().decode() + "и\u0306.pdf", "Йй.pdf"),
        ("..", "file.pdf"),
        ("", "file.pdf"),
        (".pdf", "pdf.pdf"),
        (f"{'ұ' * 300}.pdf", f"{'ұ' * 180}.pdf"),
        (f"a.{'ұ' * 300}", f"a.{'ұ' * 9}.pdf"),
    ],
)
def test_names(name: str, clean: str) -> None:
    """A name has no folders, no signs that cannot be seen, and an end."""
    assert keep(made_files.PDF, name).name == clean


def test_an_empty_file(store: Path) -> None:
    """It is refused by name."""
    assert told(lambda: keep(b"", "Хат.pdf")) == (
        "“Хат.pdf” is empty; choose the file again."
    )
    assert kept(store) == []


def test_the_limit(store: Path, settings: Settings) -> None:
    """A file of the limit is kept, one byte more is refused; a stream ends there."""
    settings.FILE_LIMIT = 2**20
    largest = made_files.PDF.ljust(2**20)
    assert keep(largest, "Хат.pdf").size == 2**20
    said = "“Хат.pdf” is larger than 1 MiB; make it smaller or divide it."
    assert told(lambda: keep(largest + b" ", "Хат.pdf")) == said
    stream = BytesIO(largest * 3)
    assert told(lambda: keep(stream, "Хат.pdf")) == said
    assert (stream.tell(), len(kept(store))) == (2**20 + 1, 1)


def test_a_kind_that_is_not_taken(store: Path) -> None:
    """Nothing of it comes to the store."""
    assert told(lambda: keep(b"MZ", "Хат.pdf")).startswith("“Хат.pdf” is of a kind")
    assert kept(store) == []


def test_a_disk_that_fails(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that could not be written leaves nothing behind."""

    def fail(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space left"):
        keep(made_files.PDF, "Хат.pdf")
    assert kept(store) == []


def test_a_file_that_is_missing() -> None:
    """It is told by name, with where it belongs; without a name by its SHA-256."""
    said = (
        "The kept file “{}” is missing; ask the administrator to put "
        f"files/{DIGEST[:2]}/{DIGEST} back from a backup."
    )
    assert told(lambda: open_kept(DIGEST, "Хат.pdf")) == said.format("Хат.pdf")
    assert told(lambda: open_kept(DIGEST)) == said.format(DIGEST)


def test_a_file_that_was_damaged(store: Path) -> None:
    """It is told by name and not shown; the same content, kept again, mends it."""
    path = store / DIGEST[:2] / DIGEST
    keep(made_files.PDF, "Хат.pdf")
    path.write_bytes(made_files.PDF[:-1])
    assert told(lambda: open_kept(DIGEST, "Хат.pdf")) == (
        "The kept file “Хат.pdf” is damaged; ask the administrator to put "
        f"files/{DIGEST[:2]}/{DIGEST} back from a backup."
    )
    keep(made_files.PDF, "Хат.pdf")
    assert open_kept(DIGEST).read() == made_files.PDF


@pytest.mark.parametrize("sha256", ["", "ab", DIGEST.upper(), f"../{DIGEST[3:]}"])
def test_what_is_no_sha256(sha256: str) -> None:
    """Nothing else leads to a place in the store."""
    with pytest.raises(ValueError, match="is not a SHA-256"):
        open_kept(sha256)


def test_files_that_an_act_may_come_with() -> None:
    """All are there, or the first that is missing is named."""
    there = keep(made_files.PDF, "Хат.pdf")
    check_kept((there, there))
    gone = FileRef("0" * 64, "Қосымша.pdf", PDF, 5)
    assert told(lambda: check_kept((there, gone))).startswith(
        "The kept file “Қосымша.pdf” is missing; "
    )
