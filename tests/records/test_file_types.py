"""A file is what it holds: each kind that is taken is known, all else is refused."""

import random
from io import BytesIO
from zipfile import ZIP_BZIP2, ZipFile

import pytest

from jospar.records import file_types
from jospar.records.file_types import (
    ASIC_E,
    ASIC_S,
    CMS,
    DOCX,
    ENDINGS,
    JPEG,
    PDF,
    PNG,
    TIFF,
    XLSX,
    FileError,
    named,
    type_of,
)
from jospar.rules.core import packages
from tests.records import made_files
from tests.records.made_files import container, office, zipped

DAMAGED = "“Хат” is damaged or cut off; get it again from where it came."
UNKNOWN = (
    "“Хат” is of a kind that is not kept; save it as PDF, DOCX, XLSX, PNG, JPEG or "
    "TIFF, or give the signed container (ASiC or CMS)."
)
OLD = (
    "“Хат” is protected by a password or of an old kind (DOC, XLS); save it without a "
    "password as DOCX, XLSX or PDF."
)
MACROS = "“Хат” carries macros; save it without them as DOCX, XLSX or PDF."

TAKEN = [
    (made_files.PDF, PDF),
    (made_files.WORD, DOCX),
    (made_files.EXCEL, XLSX),
    (made_files.PNG, PNG),
    (made_files.JPEG, JPEG),
    (made_files.TIFF, TIFF),
    (b"MM\0*\0\0\0\x08", TIFF),
    (container(ASIC_E), ASIC_E),
    (container(f"{ASIC_S}\n", "META-INF/signature.p7s"), ASIC_S),
    (made_files.CMS, CMS),
    (made_files.CMS_OF_UNKNOWN_LENGTH, CMS),
    (made_files.CMS_OF_LONG_LENGTH, CMS),
    (made_files.PEM, CMS),
    (made_files.PEM.replace(b"CMS", b"PKCS7"), CMS),
    (made_files.PEM.replace(b"\n", b"\r\n"), CMS),
    (made_files.BASE64, CMS),
]
MACRO_ENABLED = "application/vnd.ms-word.document.macroEnabled"
VBA = "application/vnd.ms-office.vbaProject"


def refused(content: bytes) -> str:
    """Return why ``content`` is not taken."""
    with pytest.raises(FileError) as error:
        type_of(content, "Хат")
    return str(error.value)


def told(content: bytes) -> str:
    """Return what kind ``content`` is, or why it is not taken."""
    try:
        return type_of(content, "Хат")
    except FileError as error:
        return str(error)


def with_flag(content: bytes, flag: int) -> bytes:
    """Return a ZIP whose list of parts has ``flag`` on its first part."""
    at = content.rindex(b"PK\x01\x02") + 8
    return content[:at] + bytes([flag]) + content[at + 1 :]


def by_bzip2() -> bytes:
    """Return a document whose parts are packed in a way that no office knows."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_BZIP2) as archive:
        archive.writestr("[Content_Types].xml", made_files.content_types())
    return file.getvalue()


@pytest.mark.parametrize(("content", "media_type"), TAKEN)
def test_kinds_that_are_taken(content: bytes, media_type: str) -> None:
    """Each is known by its content, and only so."""
    assert type_of(content, "Хат") == media_type


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"MZ\x90\0", UNKNOWN),
        ("Құрметті әріптес!".encode(), UNKNOWN),
        (b"<html></html>", UNKNOWN),
        (b"{\\rtf1}", UNKNOWN),
        (b"0", UNKNOWN),
        (b"AAAA", UNKNOWN),
        (b"A", UNKNOWN),
        (made_files.CMS + b"\0", UNKNOWN),
        (made_files.CMS[:-1], UNKNOWN),
        (made_files.CMS.replace(b"\x07\x02\xa0", b"\x07\x03\xa0"), UNKNOWN),
        (made_files.PEM.replace(b"END CMS", b"END PKCS7"), UNKNOWN),
        (made_files.PEM.replace(b"CMS", b"RSA PRIVATE KEY"), UNKNOWN),
        (made_files.OLE, OLD),
        (zipped({"a.pdf": "%PDF-"}), UNKNOWN),
        (zipped({"a.pdf": "%PDF-", "mimetype": ASIC_E}), UNKNOWN),
        (container("application/vnd.oasis.opendocument.text"), UNKNOWN),
        (container(ASIC_E, "META-INF/manifest.xml"), UNKNOWN),
        (container(ASIC_E, "signatures.xml"), UNKNOWN),
        (office("application/vnd.ms-powerpoint"), UNKNOWN),
        (office(DOCX, f"{XLSX}.main+xml"), UNKNOWN),
        (office(MACRO_ENABLED), MACROS),
        (office(DOCX, VBA), MACROS),
        (office(DOCX, **{"word/vbaProject.bin": ""}), MACROS),
        (zipped({"[Content_Types].xml": "<Types>"}), DAMAGED),
        (
            zipped({"[Content_Types].xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}),
            DAMAGED,
        ),
        (made_files.WORD[:-30], DAMAGED),
        (made_files.WORD.replace(b"PK\x01\x02", b"PK\x01\x03"), DAMAGED),
        (with_flag(made_files.WORD, 1), OLD),
        (by_bzip2(), DAMAGED),
    ],
)
def test_kinds_that_are_refused(content: bytes, said: str) -> None:
    """Each refusal names the file, says why, and what would be taken."""
    assert refused(content) == said


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_that_is_there_twice() -> None:
    """Programs would differ in which of the two they show, so it is not taken."""
    file = BytesIO(made_files.WORD)
    with ZipFile(file, "a") as archive:
        archive.writestr("[Content_Types].xml", made_files.content_types())
    assert refused(file.getvalue()) == DAMAGED


def test_what_would_grow_beyond_measure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sizes and numbers of parts are bounded, and found without unpacking."""
    word = office(DOCX, **{"word/media/a.bin": "0" * 5000})
    monkeypatch.setattr(file_types, "_MOST_UNPACKED", 5400)
    assert type_of(word, "Хат") == DOCX
    monkeypatch.setattr(file_types, "_MOST_UNPACKED", 5000)
    assert refused(word) == DAMAGED
    monkeypatch.setattr(packages, "MOST_PARTS", 2)
    assert type_of(made_files.WORD, "Хат") == DOCX
    monkeypatch.setattr(packages, "MOST_PARTS", 1)
    assert refused(word) == UNKNOWN


def test_a_list_of_parts_that_is_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the one part that is looked at only the beginning is read."""
    monkeypatch.setattr(file_types, "_MOST_READ", 100)
    assert refused(made_files.WORD) == DAMAGED


def test_any_damage_is_told() -> None:
    """Whatever bytes are changed, a file is of its kind or refused in a sentence."""
    chance = random.Random(5)  # noqa: S311 - not for secrets
    samples = [made_files.WORD, made_files.EXCEL, container(ASIC_E), made_files.CMS]
    for _time in range(3000):
        content = bytearray(chance.choice(samples))
        for _byte in range(chance.randint(1, 4)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        assert told(bytes(content)) in {*ENDINGS, DAMAGED, UNKNOWN, OLD}


@pytest.mark.parametrize(
    ("name", "media_type", "corrected"),
    [
        ("Хат.pdf", PDF, "Хат.pdf"),
        ("Хат.PDF", PDF, "Хат.PDF"),
        ("Хат.docx", PDF, "Хат.pdf"),
        ("Хат.exe", PDF, "Хат.exe.pdf"),
        ("Хат", DOCX, "Хат.docx"),
        ("Есеп № 1.2", XLSX, "Есеп № 1.2.xlsx"),
        ("фото.jpeg", JPEG, "фото.jpeg"),
        ("фото.png", JPEG, "фото.jpg"),
        ("хат.pdf.sig", CMS, "хат.pdf.sig"),
        ("хат.pdf", CMS, "хат.p7s"),
        ("пакет.zip", ASIC_E, "пакет.zip.asice"),
    ],
)
def test_the_ending_of_a_name(name: str, media_type: str, corrected: str) -> None:
    """It is one that the type may have; a wrong one of a kind we take is exchanged."""
    assert named(name, media_type) == corrected
