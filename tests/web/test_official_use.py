"""The mark “for official use” on pages, and the record of who was shown it."""

from datetime import date
from io import BytesIO

import docx
import pytest
from pypdf import PdfReader

from jospar.accounts.models import Reading
from jospar.procedure.rehearsal import rehearse_on
from jospar.records.models import HandlingMark
from jospar.rules.commission.facts import Outcome
from jospar.rules.core.offices import Office
from jospar.web.writing.cells import seen
from tests.queries.made_record import LATE, agree, do, open_cycle, place, submit
from tests.rules import made, made_remarks
from tests.web.seats import seat

pytestmark = [pytest.mark.django_db, pytest.mark.provision("record.handling")]

SENT = date(2024, 11, 8)
MARKED = 'title="For official use">OU</abbr>'


def drafted() -> int:
    """Have a marked row before the Commission, and a plain one; return its entry."""
    open_cycle()
    entry = submit("C-1")
    do(made.conclude(key="C-1", on=date(2024, 10, 10)))
    do(made.place(key="C-1", on=date(2024, 10, 10)))
    place("C-2")
    do(made.send_to_commission(on=SENT))
    do(made_remarks.remark(point="C-1", on=SENT))
    do(made.mark_handling(key="C-1", on=SENT))
    return entry


def noted() -> list[str]:
    """Return what was recorded as read, in its order."""
    return list(Reading.objects.order_by("id").values_list("what", flat=True))


@pytest.mark.parametrize(
    ("address", "times", "reading"),
    [
        ("concepts/", 1, ["shown {} concepts"]),
        ("current/?form=ru", 1, ["shown {} plan"]),
        ("commission/", 1, ["commission 2024", "shown {} commission"]),
        ("acts/drafting.settle/?key=C-1", 1, ["shown {} act"]),
        ("concepts/?text=nothing", 0, []),
        ("answers/", 1, []),
    ],
)
def test_pages_show_the_mark_and_have_the_reading_recorded(
    address: str, times: int, reading: list[str]
) -> None:
    """A page that tells but the key of a concept shows its mark and nothing else."""
    entry = drafted()
    answer = seat(Office.HEAD).get(f"/en/2024/{address}")
    assert answer.status_code == 200
    html = answer.content.decode()
    russian = 'title="Для служебного пользования">ДСП</abbr>'
    assert html.count(MARKED) + html.count(russian) == times
    assert noted() == [what.format(entry) for what in reading]


@pytest.mark.parametrize(
    ("language", "mark"),
    [
        ("kk", "Қызмет бабында пайдалану үшін"),
        ("ru", "Для служебного пользования"),
        ("en", "For official use"),
    ],
)
def test_a_concept_says_since_when_and_why(language: str, mark: str) -> None:
    """Its reading is recorded once, as that of any other."""
    entry = drafted()
    address = f"/{language}/2024/concepts/{entry}/"
    html = seat(Office.HEAD).get(address).content.decode()
    assert f'<span class="pill use">{mark}</span>' in html
    assert "Келіссөздер жүріп жатыр" in html
    assert noted() == [f"concept {entry}"]


def test_compared_revisions_show_it() -> None:
    """At each row that differs and bears it."""
    entry = drafted()
    do(made.decide(on=SENT, number="1", outcome=Outcome.RETURNED))
    changes = made.changes(note_kk="Е", note_ru="П")
    for key in ("C-1", "C-2"):
        do(made.settle(key=key, on=date(2024, 11, 9), changes=changes))
    address = "/ru/2024/current/revisions/?from=1&to=draft&only=changes"
    html = seat(Office.HEAD).get(address).content.decode()
    assert html.count(">ДСП</abbr>") == 1
    assert noted() == [f"shown {entry} plan"]


def test_the_desk_of_the_body_shows_it() -> None:
    """With the titles of its concepts."""
    entry = drafted()
    html = seat(Office.BODY_OFFICER, "trade").get("/en/2024/").content.decode()
    assert html.count(MARKED) == 1
    assert noted() == [f"shown {entry} start"]


def test_the_president_is_shown_it() -> None:
    """At the row."""
    entry = drafted()
    html = seat(Office.HEAD).get("/en/2024/president/").content.decode()
    assert html.count(MARKED) == 1
    assert noted() == ["president 2024", f"shown {entry} president"]


def test_a_body_marks_its_concept_at_its_desk_and_lifts_the_mark() -> None:
    """The form asks for a reason; once it is lifted nothing more is shown."""
    open_cycle()
    entry = submit("C-1")
    rehearse_on(date(2024, 10, 21))
    client = seat(Office.BODY_OFFICER, "trade")
    address = "/en/2024/acts/intake.mark_handling/?key=C-1"
    for yes, shown in (("yes", 1), ("no", 0)):
        offered = client.get(address).content.decode()
        assert f'value="{yes}" checked' in offered
        form = {"key": "C-1", "official_use": yes, "reason": ""}
        assert client.post(address, form).status_code == 422
        done = client.post(address, form | {"reason": "Келіссөздер"})
        assert done.status_code == 302
        html = client.get("/en/2024/concepts/").content.decode()
        assert html.count(MARKED) == shown
    mark = HandlingMark.objects.get()
    assert (mark.concept_id, mark.lift_reason) == (entry, "Келіссөздер")


def test_downloading_an_agreed_plan_with_a_mark_is_recorded() -> None:
    """Another agreed plan is for all to read; the marked file is another file."""
    open_cycle()
    place("C-1")
    agree()
    client = seat(Office.AUDITOR)
    plain = client.get("/2024/current.ru.docx")
    assert noted() == []
    do(made.mark_handling(key="C-1", on=date(2024, 12, 3)))
    again = client.get(
        "/2024/current.ru.docx", headers={"If-None-Match": plain["ETag"]}
    )
    assert again.status_code == 200
    header = docx.Document(BytesIO(again.content)).sections[0].header
    text = "".join(part.text for part in header.paragraphs)
    assert "Для служебного пользования" in text
    known = {"If-None-Match": again["ETag"]}
    assert client.get("/2024/current.ru.docx", headers=known).status_code == 304
    assert noted() == ["plan 2024 current 1 ru.docx"] * 2


def test_a_receipt_bears_it_and_its_reading_is_recorded() -> None:
    """On the page and on the paper."""
    open_cycle()
    entry = submit("C-1")
    do(made.mark_handling(key="C-1"))
    client = seat(Office.BODY_OFFICER, "trade")
    html = client.get(f"/en/2024/receipts/{entry}/").content.decode()
    assert html.count('class="pill use"') == 2
    answer = client.get(f"/2024/receipts/{entry}.kk.docx")
    header = docx.Document(BytesIO(answer.content)).sections[0].header
    assert header.paragraphs[0].text == "Қызмет бабында пайдалану үшін"
    assert noted() == [f"receipt {entry}", f"receipt {entry} kk.docx"]


def test_an_entry_of_the_journal_shows_it() -> None:
    """That of the concept, and of every act on it."""
    entry = drafted()
    html = seat(Office.HEAD).get(f"/en/2024/journal/{entry}/").content.decode()
    assert html.count(MARKED) == 1
    assert noted() == [f"entry {entry}", f"shown {entry} journal"]


@pytest.mark.parametrize(
    ("office", "marked", "heads"),
    [
        (Office.AUDITOR, True, 1),
        (Office.AUDITOR, False, 0),
        (Office.CONTROLLER, True, 0),
    ],
)
def test_the_printed_report_bears_it_where_it_names_the_concept(
    office: Office, marked: bool, heads: int
) -> None:
    """Who is shown figures alone has a report that names none."""
    open_cycle()
    submit("C-1", received_at=LATE)
    if marked:
        do(made.mark_handling(key="C-1", on=SENT))
    answer = seat(office).get("/en/2024/rules/report.pdf")
    pages = PdfReader(BytesIO(answer.content)).pages
    assert pages[0].extract_text().count("For official use ·") == heads


def test_a_title_alike_beside_a_draft_bears_its_mark() -> None:
    """It is one reading, however often the draft is saved within the hour."""
    entry = drafted()
    client = seat(Office.BODY_OFFICER, "trade")
    rehearse_on(date(2024, 11, 14))
    address = client.post("/en/2024/write/")["Location"]
    kk = made.wording().title.kk
    for text, before in ((kk, ""), (f"{kk} 2", kk)):
        sent = {"page": "one", "title_kk": text, "seen_title_kk": seen(before)}
        answer = client.post(address, sent, headers={"HX-Request": "true"})
        assert answer.text.count(MARKED) == 1
    assert noted() == [f"shown {entry} draft"]
    assert client.get(address).text.count(MARKED) == 1
    assert noted() == [f"shown {entry} draft"] * 2
