"""Files that a stranger made: told by what they hold, and never unpacked blindly."""

import re
import shutil
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile

from jospar.documents import letters
from jospar.documents.docx_cells import DocumentError, rows_of
from jospar.documents.docx_template import TemplateError
from jospar.documents.paper_template import read_template
from jospar.documents.paper_values import template_names
from jospar.documents.papers import ReturnLetter
from jospar.exchange.faults import WorkbookError
from jospar.exchange.package import unpack
from jospar.exchange.verification.contents import content_of
from jospar.exchange.verification.values import FileKind, VerificationError
from jospar.records.file_types import DOCX, PDF, XLSX, FileError, type_of
from jospar.records.files import keep
from jospar.rules.core.offices import Office
from jospar.web.models import Draft
from tests.queries.made_record import open_cycle
from tests.records import made_files
from tests.records.made_files import container, office, zipped
from tests.rules.made import YEAR
from tests.web.seats import seat

TEMPLATES = Path(letters.__file__).parent / "templates" / "letters"
ACTIVE = (
    b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    b"<!doctype html><script>alert(1)</script>",
    b"<?xml version='1.0'?><?xml-stylesheet href='//evil.example/x.xsl'?><a/>",
    b"MZ\x90\0" + bytes(60),
    b"\x7fELF" + bytes(60),
    b"#!/bin/sh\nid\n",
    b"GIF89a/*<script>alert(1)</script>*/",
    zipped({"word/document.xml": "<a/>"}),
    zipped({"mimetype": "text/html", "META-INF/signatures.xml": "<s/>"}),
    office(DOCX, "application/vnd.ms-office.vbaProject"),
    office("application/vnd.ms-word.document.macroEnabled"),
)
LAUGHS = (
    "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><a>&b;</a>"
)
OUTSIDE = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
FETCHED = '<!DOCTYPE a SYSTEM "http://evil.example/a.dtd"><a/>'
NAMES = {
    "../../etc/cron.d/x.pdf": "x.pdf",
    "C:\\Windows\\x.pdf": "x.pdf",
    "/etc/passwd": "passwd.pdf",
    "..": "file.pdf",
    "a\r\nSet-Cookie: x=1.pdf": "a Set-Cookie: x=1.pdf",
    "хат\u202efdp.exe": "хатfdp.exe.pdf",
    "x.html": "x.html.pdf",
    'a";filename="b.exe': 'a";filename="b.exe.pdf',
}
"""Names that a browser may send, and what they are kept as."""


@pytest.mark.parametrize("content", ACTIVE)
def test_what_could_run_is_not_taken(content: bytes) -> None:
    """Whatever its name says: pages, drawings, programs, macros."""
    with pytest.raises(FileError):
        type_of(content, "scan.pdf")


@pytest.mark.django_db
def test_a_page_within_a_scan_is_sent_away_from_ours() -> None:
    """A PDF that is HTML, too, goes out as PDF, to be kept and not to be shown."""
    open_cycle()
    client = seat(Office.BODY_OFFICER, "trade")
    client.post(f"/en/{YEAR}/write/")
    path = f"/en/{YEAR}/write/{Draft.objects.get().uuid}/files/"
    double = SimpleUploadedFile("a.html", b"%PDF-1.7\n<script>alert(1)</script>")
    client.post(path, {"scans": double})
    answer = client.get(f"{path}{Draft.objects.get().files.get().sha256}/")
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == (
        PDF,
        "nosniff",
    )
    assert answer["Content-Disposition"] == 'attachment; filename="a.html.pdf"'


@pytest.mark.parametrize("name", NAMES)
def test_a_name_leads_nowhere(name: str) -> None:
    """It names no folder, holds no line break, and has the ending of its type."""
    kept = keep(made_files.PDF, name)
    assert kept.name == NAMES[name]
    places = {path.name for path in Path(settings.FILES).rglob(kept.sha256)}
    assert places == {kept.sha256}


def test_a_form_that_swells_is_left() -> None:
    """A thousand times its size unpacked: no more than a bounded part is looked at."""
    relation = (
        '<Relationships><Relationship Type="x/officeDocument" Target="word/d.xml"/>'
        "</Relationships>"
    )
    bomb = zipped({"_rels/.rels": relation, "word/d.xml": "<a>" + " " * 60_000_000})
    assert len(bomb) < 100_000
    with pytest.raises(DocumentError):
        list(rows_of(bomb))


def test_a_workbook_that_swells_is_left() -> None:
    """And what is packed within the package is not looked at."""
    types = {"[Content_Types].xml": "<Types/>"}
    bomb = zipped(types | {"xl/workbook.xml": "<a>" + " " * 30_000_000})
    with pytest.raises(WorkbookError):
        unpack(bomb, Path("x.xlsx"))
    within = zipped(types)
    with ZipFile(file := BytesIO(within), "a", ZIP_DEFLATED) as archive:
        archive.writestr("xl/inner.zip", bomb)
    with ZipFile(unpack(file.getvalue(), Path("x.xlsx"))) as read:
        assert read.namelist() == ["[Content_Types].xml"]


def test_a_container_that_swells_is_never_unpacked() -> None:
    """Of a signed container the names are read, and nothing within."""
    many = zipped({f"{number}": "" for number in range(10_001)})
    with pytest.raises(FileError):
        type_of(many, "a.asice")
    asic = container("application/vnd.etsi.asic-e+zip", "META-INF/signatures.xml")
    assert type_of(asic, "a") == "application/vnd.etsi.asic-e+zip"


def test_a_template_that_swells_is_left(tmp_path: Path) -> None:
    """A template is read within bounds, though an administrator puts it there."""
    path = tmp_path / "return_letter.kk.docx"
    shutil.copyfile(TEMPLATES / path.name, path)
    names = template_names(ReturnLetter)
    assert read_template(path, names).parts
    with ZipFile(path, "a", ZIP_DEFLATED) as package:
        package.writestr("word/media/image1.emf", bytes(60_000_000))
    with pytest.raises(TemplateError):
        read_template(path, names)


@pytest.mark.parametrize("xml", [LAUGHS, OUTSIDE, FETCHED], ids=["b", "file", "dtd"])
def test_no_entity_is_resolved(xml: str) -> None:
    """In forms, workbooks, lists of parts, and plans as XML: there is no DTD at all."""
    form = zipped({"_rels/.rels": xml})
    with pytest.raises(DocumentError):
        list(rows_of(form))
    book = zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": xml})
    with pytest.raises(ValueError, match="DTDForbidden"):
        unpack(book, Path("x.xlsx"))
    with pytest.raises(FileError):
        type_of(zipped({"[Content_Types].xml": xml}), "x.docx")
    with pytest.raises(VerificationError):
        content_of(FileKind.XML, xml.encode(), "plan.xml")


def test_no_more_is_read_than_may_be_kept() -> None:
    """A file that is too large is refused by its size, whatever it holds."""

    class Endless(BytesIO):
        asked = 0

        def read(self, size: int | None = -1, /) -> bytes:
            assert size is not None
            assert size > 0
            Endless.asked += size
            return bytes(size)

    with pytest.raises(FileError, match="is larger than 25 MiB"):
        keep(Endless(), "x.pdf")
    assert Endless.asked == settings.FILE_LIMIT + 1


def test_xlsx_is_known_by_its_parts() -> None:
    """What calls itself a workbook is one."""
    assert type_of(office(XLSX), "x.pdf") == XLSX
    assert re.fullmatch("application/vnd.*sheet", XLSX)
