"""The plans as files."""

from pathlib import Path

import pytest
from django.test import Client

from jospar.documents.pdf_compiler import PdfCompiler
from jospar.documents.plan_docx import plan_docx
from jospar.documents.plan_json import plan_json
from jospar.documents.plan_pdf import plan_pdf
from jospar.documents.plan_xlsx import plan_xlsx
from jospar.documents.plan_xml import plan_xml
from jospar.queries.plans import edition_of
from jospar.rules.core.nouns import PlanKind
from jospar.rules.core.offices import Office
from tests.queries.made_record import agree, open_cycle, place
from tests.rules.made import CURRENT, LONG_TERM, RULES, YEAR
from tests.web.made_year import agreed_year
from tests.web.seats import seat

pytestmark = pytest.mark.django_db


def expected(kind: PlanKind, ending: str) -> bytes:
    """Return the document as ``documents`` makes it."""
    edition = edition_of(RULES, YEAR, kind)
    language, _, form = ending.rpartition(".")
    if form == "pdf":
        with PdfCompiler() as compiler:
            return plan_pdf(edition, language, compiler)
    if form == "docx":
        return plan_docx(edition, language)
    return {"xlsx": plan_xlsx, "json": plan_json, "xml": plan_xml}[form](edition)


@pytest.fixture
def reader(client: Client) -> Client:
    """Return a browser of somebody who sees every plan."""
    return seat(Office.AUDITOR, client=client)


@pytest.mark.parametrize("kind", list(PlanKind))
@pytest.mark.parametrize(
    "ending", ["kk.docx", "ru.docx", "kk.pdf", "ru.pdf", "xlsx", "json", "xml"]
)
def test_a_download_is_the_document(
    reader: Client, kind: PlanKind, ending: str
) -> None:
    """Its bytes are those of the command line, under the same name."""
    agreed_year()
    path, name = {
        CURRENT: ("current", "current-2025"),
        LONG_TERM: ("long-term", "long-term-2026-2028"),
    }[kind]
    answer = reader.get(f"/2024/{path}.{ending}")
    assert answer.status_code == 200
    assert answer["Content-Disposition"] == f'attachment; filename="{name}.{ending}"'
    assert answer["Cache-Control"] == "private, no-cache"
    assert answer.content == expected(kind, ending)


def test_what_the_reader_has_is_not_sent_again(reader: Client) -> None:
    """The tag names the content and its form."""
    open_cycle()
    place("C-1")
    first = reader.get("/2024/current.kk.docx")
    known = {"if-none-match": first["ETag"]}
    same = reader.get("/2024/current.kk.docx", headers=known)
    assert (same.status_code, same.content, same["ETag"]) == (304, b"", first["ETag"])
    assert reader.get("/2024/current.ru.docx", headers=known).status_code == 200
    place("C-2")
    assert reader.get("/2024/current.kk.docx", headers=known).status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/1999/current.kk.docx",
        "/2024/current.en.docx",
        "/2024/current.kk.odt",
        "/2024/other.json",
        "/2024/current.docx",
        "/2024/current.kk.json",
        "/2024/current.kk.xml",
    ],
)
def test_no_other_files_are_there(reader: Client, address: str) -> None:
    """The forms exist in two languages and in five formats."""
    open_cycle()
    assert reader.get(address).status_code == 404


def test_a_pdf_that_was_not_made_is_said(
    reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page says what else can be had."""
    open_cycle()
    with PdfCompiler(timeout=0) as hasty:
        monkeypatch.setattr("jospar.web.pdf._compiler", lambda: hasty)
        answer = reader.get("/2024/current.kk.pdf", headers={"accept-language": "ru"})
    assert answer.status_code == 503
    assert "<h1>PDF не удалось подготовить</h1>" in answer.content.decode()


def test_the_compiler_is_kept_from_one_pdf_to_the_next(reader: Client) -> None:
    """A process of its own is started once."""
    open_cycle()
    children = Path("/proc/self/task").glob("*/children")
    before = {path: path.read_text() for path in children}
    reader.get("/2024/current.kk.pdf")
    kept = {path: path.read_text() for path in before}
    reader.get("/2024/current.ru.pdf")
    assert {path: path.read_text() for path in before} == kept


def test_a_plan_that_is_not_seen_is_not_sent() -> None:
    """A body has the agreed plan, in every format, and no draft in any."""
    open_cycle()
    place("C-1")
    body = seat(Office.BODY_OFFICER, "trade")
    files = [f"/2024/current.{ending}" for ending in ("kk.docx", "xlsx", "json", "xml")]
    assert [body.get(file).status_code for file in files] == [404] * 4
    agree()
    assert [body.get(file).status_code for file in files] == [200] * 4
