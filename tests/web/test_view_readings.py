"""The record of reading, for who may see it."""

import re
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

import jospar.web
from jospar.queries.readings import OF_ENTRIES, ReadingKind, ReadThing, taken_apart
from jospar.rules.core.offices import OF_ONE_BODY, Office, Sight, sees
from jospar.web.read_things import read_shown
from tests.queries.made_record import LATE, open_cycle, submit
from tests.queries.test_readings import read
from tests.web.acts.made_attempt import visitor
from tests.web.seats import seat

pytestmark = pytest.mark.django_db

PAGE = "/en/readings/"
_NOTED = re.compile(r'note_reading\(\s*request,\s*f"([a-z]+) ')
_KINDS_NOTED = re.compile(r'what=f"([a-z]+) ')


def page(client: Client, address: str = PAGE) -> str:
    """Return the page at ``address``."""
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def plain(html: str) -> str:
    """Return the text of a page without its marks, blanks made single."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.parametrize("office", Office)
def test_the_record_is_open_to_its_offices(office: Office) -> None:
    """Nobody else learns who read what."""
    open_cycle()
    client = seat(office, "trade" if office in OF_ONE_BODY else "")
    expected = 200 if sees(office, Sight.READINGS) else 403
    assert client.get(PAGE).status_code == expected


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("kk", "Тұжырымдама · C-1 оқылды А. Ә. орган қызметкері ( Сауда министрлігі )"),
        ("ru", "Концепция · C-1 прочитано А. Ә. сотрудник органа ( Министерство торг"),
        ("en", "Concept · C-1 read А. Ә. officer of a body ("),
    ],
)
def test_who_read_what_and_when(language: str, line: str) -> None:
    """With the office and its body, and the way to what was read."""
    open_cycle()
    entry = submit("C-1")
    page(seat(Office.BODY_OFFICER, "trade"), f"/en/2024/concepts/{entry}/")
    html = page(seat(Office.AUDITOR), f"/{language}/readings/")
    assert line in plain(html)
    assert f'<a href="/{language}/2024/concepts/{entry}/">' in html


def test_a_reading_by_link_or_of_an_older_version() -> None:
    """Neither a person nor a thing that is known: it is shown as it was noted."""
    open_cycle()
    read("decision on current 2024", person="link:3", office="recipient", at=LATE)
    text = plain(page(seat(Office.AUDITOR)))
    assert "decision on current 2024 read by a personal link recipient" in text
    assert "26 September 2024, 09:05" in text


def test_the_filter_is_kept_and_goes_on() -> None:
    """What was asked for stands in the form and in the way to older readings."""
    open_cycle()
    client = seat(Office.AUDITOR)
    for _number in range(60):
        read("commission 2024")
    read("president 2024")
    html = page(client, f"{PAGE}?kind=commission&first_day=2024-10-01")
    assert '<option value="commission" selected>' in html
    older = re.search(r'href="\?(kind=commission&amp;[^"]*before=\d+)"', html)
    assert older is not None
    rest = page(client, f"{PAGE}?{older[1].replace('&amp;', '&')}")
    assert rest.count("<tr>") == 11


@pytest.mark.parametrize("asked", ["person=nobody", "kind=x&body=trade", "before=0"])
def test_a_filter_that_finds_nothing(asked: str) -> None:
    """The page says what would help."""
    open_cycle()
    read()
    text = plain(page(seat(Office.AUDITOR), f"{PAGE}?{asked}"))
    assert "No such reading is recorded. Widen the filter, or clear it." in text


def test_as_many_queries_for_one_reading_as_for_thirty() -> None:
    """Whatever was read."""
    open_cycle()
    entry, client = submit("C-1"), seat(Office.AUDITOR)
    asked = []
    for rows in (1, 29):
        for _row in range(rows):
            read(f"concept {entry}")
        page(client)
        with CaptureQueriesContext(connection) as found:
            page(client)
        asked.append(len(found))
    assert asked[0] == asked[1]


def test_everything_that_pages_note_is_of_a_known_kind() -> None:
    """And every kind is noted somewhere."""
    sources = Path(jospar.web.__file__).parent.rglob("*.py")
    texts = [source.read_text("utf-8") for source in sources]
    noted = {
        kind
        for text in texts
        for pattern in (_NOTED, _KINDS_NOTED)
        for kind in pattern.findall(text)
    }
    assert noted | {ReadingKind.SHOWN} == set(ReadingKind)


@pytest.mark.parametrize(
    ("what", "text", "address"),
    [
        ("concept 7", "Concept · № 7", "/en/2024/concepts/7/"),
        (
            "shown 7 plan",
            "Concept shown (OU) · № 7 · Plans",
            "/en/2024/concepts/7/",
        ),
        (
            "shown 7 treaty",
            "Concept shown (OU) · № 7 · The life of a treaty",
            "/en/2024/concepts/7/",
        ),
        (
            "shown 7 act",
            "Concept shown (OU) · № 7 · Page of an act",
            "/en/2024/concepts/7/",
        ),
        ("receipt 7", "Receipt · № 7", "/en/2024/receipts/7/"),
        ("file 7 abc", "Attached file · № 7", "/2024/files/7/abc/"),
        ("entry 7", "Entry of the journal · № 7", "/en/2024/journal/7/"),
        (
            "plan 2024 long_term 2 xlsx",
            "Plan · 2024 · Long-term plan · revision 2 · xlsx",
            "/en/2024/long-term/",
        ),
        (
            "sheet 2024 completeness 2024-11-08 kk.docx",
            "Sheet on the drafts · 2024 · Completeness sheet · 2024-11-08 · kk.docx",
            "/en/2024/current/",
        ),
        (
            "paper 2024 return_letter/C 6 kk.docx",
            "Outgoing paper · 2024 · letter of return C 6 · kk.docx",
            "/en/2024/outbox/paper/?paper=return_letter%2FC+6",
        ),
        (
            "paper 2024 reminder/trade",
            "Outgoing paper · 2024 · reminder trade",
            "/en/2024/outbox/paper/?paper=reminder%2Ftrade",
        ),
        ("commission 2024", "The Commission’s page · 2024", "/en/2024/commission/"),
        (
            "extract 7 trade kk.docx",
            "Extract from the minutes · № 7 · trade · kk.docx",
            "/en/2024/commission/decisions/7/",
        ),
        (
            "president 2024 kk.pdf",
            "Brief for the President · 2024 · kk.pdf",
            "/en/2024/president/",
        ),
        (
            "conformity 2024 en.pdf",
            "Conformity report · 2024 · en.pdf",
            "/en/2024/rules/report/",
        ),
        (
            "control 2025 2025-05-20 trade en.pdf",
            "Control report · 2025 · 2025-05-20 · trade · en.pdf",
            "/en/carrying-out/",
        ),
    ],
)
def test_what_was_read_is_said_and_leads_there(
    what: str, text: str, address: str
) -> None:
    """Who does not see such things is shown no way."""
    thing = taken_apart(what)
    assert thing is not None
    if thing.kind in OF_ENTRIES:
        thing = ReadThing(thing.kind, thing.number, thing.rest, 2024)
    shown = read_shown(thing, visitor(Office.AUDITOR), "en")
    assert (shown.text, shown.address) == (text, address)
    assert read_shown(thing, visitor(Office.ADMINISTRATOR), "en").address == ""
