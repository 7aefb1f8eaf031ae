"""Packages of evidence files: the same whenever they are made, and nothing else."""

import hashlib
import random
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest

from jospar.exchange.evidence import package
from jospar.exchange.evidence.package import EvidenceError, is_evidence, pack, unpack
from tests.exchange.evidence.conftest import Files
from tests.exchange.evidence.made_evidence import NAME, checked

PARTS = {"evidence.json": b"{}", "papers/1-1-Хат.pdf": b"%PDF-1.7"}


def zipped(method: int = ZIP_STORED, **parts: bytes) -> bytes:
    """Return the parts as a ZIP that another program could make."""
    file = BytesIO()
    with ZipFile(file, "w", method) as archive:
        for name, content in ({"evidence.json": b"{}"} | parts).items():
            archive.writestr(ZipInfo(name, (2024, 1, 1, 0, 0, 0)), content, method)
    return file.getvalue()


def refused(data: bytes) -> str:
    """Return why a package is refused."""
    with pytest.raises(EvidenceError) as error:
        unpack(data, NAME)
    return error.value.message


FOREIGN, DAMAGED = package._FOREIGN, package._DAMAGED  # noqa: SLF001 - the sentences


def test_what_is_packed_comes_out() -> None:
    """In its order; the bytes are the same on every machine and in every year."""
    data = pack(PARTS)
    assert unpack(data, NAME) == PARTS
    assert list(unpack(data, NAME)) == list(PARTS)
    assert hashlib.sha256(data).hexdigest() == PACKED


PACKED = "55c711092f1cc3a0017fdd497d4f30342312f21e814b0dd555b1f665010cf90a"
"""Where this fails, Python packs otherwise: old files would be refused."""


def test_what_begins_as_evidence() -> None:
    """It is known by its first part, also where the rest is cut off."""
    data = pack(PARTS)
    assert is_evidence(data[:60])
    assert not is_evidence(data[:30])
    assert not is_evidence(pack({"a": b""}))
    assert not is_evidence(b"%PDF-1.7")


def test_packages_of_other_hands() -> None:
    """Compressed, with other times, with a comment or with something behind."""
    assert refused(zipped(ZIP_DEFLATED, x=b"x" * 100)) == FOREIGN
    assert refused(zipped()) == FOREIGN
    assert refused(pack(PARTS) + b"x") == FOREIGN
    assert refused(b"x" + pack(PARTS)) == FOREIGN


def test_bombs() -> None:
    """What would unpack to more than the file is, is not unpacked."""
    bomb = zipped(ZIP_DEFLATED, x=bytes(50_000_000))
    assert len(bomb) < 100_000
    assert refused(bomb) == FOREIGN
    assert refused(pack({str(n): b"" for n in range(10_001)})) == FOREIGN


def test_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file over the bound is not looked at."""
    monkeypatch.setattr(package, "LARGEST", 10)
    assert refused(pack(PARTS)).endswith(
        "is too large for an evidence file; get it again."
    )


def test_names_that_lead_elsewhere(files: Files) -> None:
    """A name that the file does not state is told; nothing is ever written."""
    for name in ("../../etc/passwd", "/etc/passwd", "C:\\x", "papers/../x", "x"):
        parts = unpack(files.concept, NAME) | {name: b"x"}
        with pytest.raises(EvidenceError) as error:
            checked(pack(parts))
        assert str(error.value) == f"“{name}” does not belong in the file."


@pytest.mark.django_db
def test_parts_that_are_missing_or_exchanged(files: Files) -> None:
    """The first is named."""
    parts = unpack(files.concept, NAME)
    for name in parts:
        others = {other: parts[other] for other in parts if other != name}
        with pytest.raises(EvidenceError) as error:
            checked(pack(others))
        said = "cannot be read" if name == "evidence.json" else "is missing from"
        assert said in str(error.value)
    with pytest.raises(EvidenceError, match="The parts of the file are not in their"):
        checked(pack(dict(sorted(parts.items()))))


def test_every_byte_counts(files: Files) -> None:
    """Whichever byte is another, and wherever it is cut off, the file is refused."""
    data = files.concept
    chosen = random.Random(5)  # noqa: S311 - no secret
    for _time in range(400):
        at, by = chosen.randrange(len(data)), chosen.randrange(1, 256)
        flipped = data[:at] + bytes((data[at] ^ by,)) + data[at + 1 :]
        with pytest.raises(EvidenceError):
            unpack(flipped, NAME)
        with pytest.raises(EvidenceError):
            unpack(data[:at], NAME)
