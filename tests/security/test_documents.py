"""What a text can do within a document that is made of it."""

import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest
from icalendar import Calendar
from pypdf import PdfReader

from jospar.documents import letters
from jospar.documents.docx_template import TemplateError
from jospar.documents.letters import check_template
from jospar.documents.papers import ReturnLetter
from jospar.documents.pdf_compiler import PdfCompiler, PdfError
from jospar.documents.plan_pdf import plan_pdf
from jospar.documents.plan_xlsx import plan_xlsx
from jospar.documents.plan_xml import plan_xml
from jospar.exchange.past.review import Review, ReviewRow
from jospar.exchange.past.review_sheets import review_xlsx
from jospar.notices.calendar_feed import calendar_feed
from jospar.notices.letters import letter
from jospar.notices.models import Notice
from jospar.rules.core.nouns import Text
from jospar.rules.core.offices import Office
from tests.documents.editions import make
from tests.notices.made_notices import appoint, at, open_cycle

TEMPLATES = Path(letters.__file__).parent / "templates" / "letters"
ESCAPES = (
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ cycle.__class__ }}",
    "{{ addressee.__init__.__globals__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "{{ cycler.__init__.__globals__.os }}",
    "{% for x in range(10**9) %}x{% endfor %}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{{ request }}",
    "{{ ''|attr('__class__') }}",
)
FORMULAS = (
    *("=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "\r=1+1", "\n=1+1"),
    *('=HYPERLINK("http://evil.example")', "=cmd|'/C calc'!A0", "'=1+1"),
    *("{=1+1}", "https://evil.example", "internal:Sheet!A1", "＝1+1"),
)
SOURCES = (
    '#read("/etc/passwd")',
    '#include "/etc/passwd"',
    '#import "@preview/x:1.0.0"',
    '#eval("1+1")',
    '#panic("stop")',
    "#while true {}",
    '"); #sys.inputs //',
    '#image("/etc/hostname")',
)
BREAK = "Келісім\r\nBcc: x@evil.example\r\n\r\nEND:VEVENT"


@pytest.mark.parametrize("escape", ESCAPES)
def test_a_template_runs_nothing(tmp_path: Path, escape: str) -> None:
    """A template that an office edits fills in values, and reaches nothing behind."""
    name = "return_letter.kk.docx"
    document = docx.Document(str(TEMPLATES / name))
    document.add_paragraph(escape)
    document.save(str(tmp_path / name))
    with pytest.raises(TemplateError):
        check_template(tmp_path / name, ReturnLetter)


def test_a_title_is_no_source_of_a_pdf() -> None:
    """Commands of the typesetter are printed as they were typed."""
    titles = [Text(source, source) for source in SOURCES]
    with PdfCompiler(timeout=20) as compiler:
        pdf = plan_pdf(make(len(titles), titles=titles), "ru", compiler)
    pages = "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    text = "".join(pages.split())
    assert [one for one in SOURCES if "".join(one.split()) not in text] == []
    assert "root:" not in text


@pytest.mark.parametrize(
    "source",
    ['#read("/etc/passwd")', '#read("../../../etc/passwd")', '#include "/etc/passwd"'],
)
def test_a_source_reads_no_file(source: str) -> None:
    """Not even one of ours would: only the fonts are within its reach."""
    with (
        PdfCompiler(timeout=20) as compiler,
        pytest.raises(PdfError, match="was not made"),
    ):
        compiler.compile(source, {}, rows=1)


def test_a_cell_is_no_formula() -> None:
    """Whatever sign a text begins with: in the plan's workbook and in a review's."""
    titles = [Text(formula, formula) for formula in FORMULAS]
    review = Review(rows=tuple(ReviewRow(title_kk=one) for one in FORMULAS))
    books = [
        plan_xlsx(make(len(titles), titles=titles)),
        review_xlsx(review, lambda message, _values: message),
    ]
    for content in books:
        cells = [
            cell
            for sheet in openpyxl.load_workbook(BytesIO(content))
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None
        ]
        found = [cell for cell in cells if str(cell.value) in FORMULAS]
        assert len(found) >= len(FORMULAS) - 2
        assert {(cell.data_type, cell.hyperlink) for cell in found} == {("s", None)}
        with zipfile.ZipFile(BytesIO(content)) as package:
            sheets = [n for n in package.namelist() if "worksheets/sheet" in n]
            assert [n for n in sheets if b"<f>" in package.read(n)] == []
            assert [n for n in package.namelist() if "external" in n.lower()] == []


def test_a_title_is_no_element_of_xml() -> None:
    """Nor is it an entity, and nothing of it ends the element that it stands in."""
    hostile = "</title><!ENTITY a SYSTEM 'file:///etc/passwd'>&a;]]><script/>"
    xml = plan_xml(make(1, titles=[Text(hostile, hostile)])).decode()
    assert "<script" not in xml
    assert "&lt;!ENTITY" in xml


@pytest.mark.django_db
def test_line_breaks_begin_nothing_in_a_mail() -> None:
    """A title with line breaks adds neither a header nor a line of a subject."""
    notice = Notice(
        person="a",
        kind="concept_returned",
        year=2024,
        parameters={
            "concept": 7,
            "title": {"kk": BREAK, "ru": BREAK},
            "on": "2024-10-03",
        },
        at_once=True,
    )
    for notices in ([notice], [notice, notice]):
        assert letter(notices, [], "ru").subject.isprintable()


@pytest.mark.django_db
def test_line_breaks_begin_nothing_in_a_calendar() -> None:
    """What stands in an event is folded and escaped: no text ends it."""
    open_cycle()
    appoint("a", Office.HEAD)
    day = date(2024, 10, 7)
    feed = calendar_feed("a", (2024,), "kk", at(day).now(), day)
    events = Calendar.from_ical(feed).events
    assert feed.count(b"BEGIN:VEVENT") == len(events) > 0
    event = events[0]
    event.add("summary", BREAK)
    assert b"\r\nBcc" not in event.to_ical()
