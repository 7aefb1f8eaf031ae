"""Files that are no workbooks, or not only: each is refused with one sentence."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_LZMA, BadZipFile, ZipFile, ZipInfo

import pytest

from jospar.exchange.faults import WorkbookError
from jospar.exchange.package import LARGEST, PASSWORD, load, unpack
from jospar.exchange.workbook import read
from jospar.rules.core.packages import OLD
from tests.exchange.workbooks import build, year_2024

NOBODY = 65534
DAMAGED = (
    "{} is damaged or cut off; get it again, or open it in a spreadsheet program "
    "and save it as XLSX."
)
FOREIGN = (
    "{} is not an XLSX workbook; open it in a spreadsheet program and save it as XLSX."
)
LOCKED = (
    "{} is protected by a password; open it, take the password off and save it again."
)
TOO_LARGE = (
    "{} is far too large for a planning year; delete all sheets, rows and columns "
    "that nobody needs and save it again."
)


def refused(path: Path) -> str:
    """Return the sentence with which the file at ``path`` is refused."""
    with pytest.raises(WorkbookError) as caught:
        read(path)
    return str(caught.value)


def archive(path: Path, change: Callable[[ZipInfo], None], **parts: bytes) -> Path:
    """Write a ZIP with content types and ``parts``; ``change`` spoils its directory."""
    with ZipFile(path, "w", ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        for name, content in parts.items():
            file.writestr(f"{name}.xml", content)
        change(file.infolist()[-1])
    return path


def as_it_is(part: ZipInfo) -> None:
    """Change nothing."""


@contextmanager
def without_rights(path: Path) -> Iterator[None]:
    """Let nobody, not even the administrator, read the file at ``path``."""
    path.chmod(0)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)


def test_no_file(tmp_path: Path) -> None:
    """A name that leads nowhere is said to."""
    path = tmp_path / "year.xlsx"
    assert refused(path) == f"There is no file {path}; check its name and folder."


def test_a_folder_and_a_pipe(tmp_path: Path) -> None:
    """What is not a file is not waited for."""
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe"):
        assert refused(path) == f"{path} is not a file; name a workbook saved as XLSX."


def test_no_permission(tmp_path: Path) -> None:
    """A file that may not be read is said to, whoever runs the program."""
    path = build(tmp_path / "year.xlsx", **year_2024())
    with without_rights(path):
        message = refused(path)
    assert message == f"{path} may not be read; ask its owner for the permission."


def test_a_name_that_the_system_refuses(tmp_path: Path) -> None:
    """Any other reason of the operating system is passed on."""
    path = tmp_path / ("a" * 300)
    assert refused(path) == (
        f"{path} can't be read (File name too long); copy it elsewhere and try again."
    )


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    """A file larger than any year is refused by its size alone, at the byte."""
    path = tmp_path / "year.xlsx"
    path.touch()
    os.truncate(path, LARGEST + 1)
    assert refused(path) == TOO_LARGE.format(path)
    os.truncate(path, 0)
    assert load(path) == b""


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", DAMAGED),
        (b"id;body\nC-001;mid\n", FOREIGN),
        (b"<html><table><tr><td>id</td></tr></table></html>", FOREIGN),
        (OLD + b"Workbook" + bytes(500), FOREIGN),
        (OLD + bytes(500) + PASSWORD, LOCKED),
        (b"PK\x03\x04" + bytes(500), DAMAGED),
    ],
)
def test_other_kinds_of_file(tmp_path: Path, content: bytes, sentence: str) -> None:
    """CSV, HTML, XLS and locked workbooks are known by their beginning."""
    path = tmp_path / "year.xlsx"
    path.write_bytes(content)
    assert refused(path) == sentence.format(path)


def test_other_office_files(tmp_path: Path) -> None:
    """An ODS has no content types; a DOCX has no workbook in it."""
    ods = tmp_path / "year.ods"
    with ZipFile(ods, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        file.writestr("content.xml", "<office/>")
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    docx = tmp_path / "year.docx"
    with ZipFile(docx, "w") as file:
        file.writestr("[Content_Types].xml", f'<Types xmlns="{types}"/>')
    assert refused(ods) == FOREIGN.format(ods)
    assert refused(docx) == FOREIGN.format(docx)


def test_a_truncated_file(tmp_path: Path) -> None:
    """A workbook that was cut off anywhere is damaged."""
    path = build(tmp_path / "year.xlsx", **year_2024())
    whole = path.read_bytes()
    for size in (10, len(whole) // 2, len(whole) - 1):
        path.write_bytes(whole[:size])
        assert refused(path) == DAMAGED.format(path)


def test_a_flipped_byte(tmp_path: Path) -> None:
    """A part that doesn't have its checksum is damaged."""
    path = build(tmp_path / "year.xlsx", **year_2024())
    whole = bytearray(path.read_bytes())
    with ZipFile(path) as file:
        part = file.getinfo("xl/workbook.xml")
    whole[part.header_offset + 30 + len(part.filename) + part.compress_size // 2] ^= 1
    path.write_bytes(whole)
    assert refused(path) == DAMAGED.format(path)


def test_encrypted_parts(tmp_path: Path) -> None:
    """A ZIP whose parts are encrypted is protected by a password."""

    def encrypt(part: ZipInfo) -> None:
        part.flag_bits |= 1

    path = archive(tmp_path / "year.xlsx", encrypt, workbook=b"<workbook/>")
    assert refused(path) == LOCKED.format(path)


def test_a_bomb_that_says_so(tmp_path: Path) -> None:
    """A declared size beyond bounds is refused before anything is unpacked."""

    def declare(part: ZipInfo) -> None:
        part.file_size = LARGEST

    path = archive(tmp_path / "year.xlsx", declare, workbook=b"<workbook/>")
    assert refused(path) == TOO_LARGE.format(path)


def test_density(tmp_path: Path) -> None:
    """XML a hundred times as large as its file is refused, unless it is small."""
    path = tmp_path / "year.xlsx"
    small = b"<a>" + b" " * 900_000 + b"</a>"
    large = b"<a>" + b" " * 1_100_000 + b"</a>"
    data = archive(path, as_it_is, workbook=small).read_bytes()
    with ZipFile(unpack(data, path)) as parts:
        assert parts.read("workbook.xml") == small
    archive(path, as_it_is, workbook=large)
    assert refused(path) == TOO_LARGE.format(path)


def test_a_bomb_that_lies(tmp_path: Path) -> None:
    """A part larger than declared is not unpacked beyond that, and is damaged."""

    def belittle(part: ZipInfo) -> None:
        part.file_size = 100

    content = b"<a>" + b" " * 10_000_000 + b"</a>"
    path = archive(tmp_path / "year.xlsx", belittle, workbook=content)
    assert refused(path) == DAMAGED.format(path)


def test_an_entity_bomb(tmp_path: Path) -> None:
    """A document type is refused in every part, so that no entity can swell."""
    laughs = b"<!DOCTYPE a [<!ENTITY b 'ha'><!ENTITY c '&b;&b;'>]><a>&c;</a>"
    path = archive(tmp_path / "year.xlsx", as_it_is, workbook=laughs)
    assert refused(path) == DAMAGED.format(path)


def test_foreign_compression(tmp_path: Path) -> None:
    """Only the compression of XLSX is undone."""
    path = tmp_path / "year.xlsx"
    with ZipFile(path, "w", ZIP_LZMA) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
    with pytest.raises(BadZipFile):
        unpack(path.read_bytes(), path)
    assert refused(path) == DAMAGED.format(path)


def test_only_xml_is_unpacked(tmp_path: Path) -> None:
    """Pictures are left where they are."""
    path = tmp_path / "year.xlsx"
    with ZipFile(path, "w") as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr("xl/media/image1.png", b"\x89PNG")
        file.writestr("xl/_rels/workbook.xml.rels", "<Relationships/>")
    with ZipFile(BytesIO(unpack(path.read_bytes(), path).getvalue())) as parts:
        assert parts.namelist() == ["[Content_Types].xml", "xl/_rels/workbook.xml.rels"]
