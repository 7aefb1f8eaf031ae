"""The desk: what an office finds when it comes in."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jospar.accounts.models import Person
from jospar.notices.models import Notice
from jospar.procedure.rehearsal import rehearse_on
from jospar.rules.core.offices import OF_ONE_BODY, Office
from tests.notices.made_notices import notice
from tests.queries.made_record import DURING, LATE, conclude, do, open_cycle, submit
from tests.queries.test_next_cycle import open_next
from tests.rules import made
from tests.web.made_year import agreed_year
from tests.web.seats import seat

pytestmark = pytest.mark.django_db

OCTOBER = date(2024, 10, 10)
HEADINGS = {
    "kk": "2024 жылғы жоспарлау",
    "ru": "Планирование 2024 года",
    "en": "Planning in 2024",
}


def main(client: Client, address: str = "/en/2024/") -> str:
    """Return what stands on the page below its head."""
    answer = client.get(address)
    assert answer.status_code == 200
    html: str = answer.content.decode()
    return html[html.index("<main") : html.index("</main>")]


def plain(html: str) -> str:
    """Return the text of a page without its marks, blanks made single."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.slow
def test_every_office_has_a_desk_in_each_language() -> None:
    """Nothing is asked for that an office has not got."""
    agreed_year()
    for office in Office:
        browser = seat(office, "trade" if office in OF_ONE_BODY else "")
        for language, heading in HEADINGS.items():
            assert f"<h1>{heading}</h1>" in main(browser, f"/{language}/2024/")


def test_the_desk_of_the_head_shows_the_year() -> None:
    """Deadlines, plans, answers and concepts, each with its figures."""
    agreed_year()
    text = plain(main(seat(Office.HEAD)))
    for part in (
        "Order № 11-1-4/214",
        "Concepts reach the Ministry every year by 25 September, that day included.",
        "25 October – Republic Day",
        "A conclusion is given on the day it is signed.",
        "not met, overdue",
        "answered: 3 of 4 bodies",
        "1 day late",
        "8 November, No. 11-2/4 – sent",
        "18 December – sent to 3 of 3 recipients",
        "6 December – sent to 1 of 3 recipients",
        "1 treaty",
        "1 Late",
        "1 Silent",
        "3 concepts in all ; late among them: 1; incomplete: 0.",
    ):
        assert part in text, part


@pytest.mark.parametrize(
    ("day", "said"), [(date(2025, 3, 19), True), (date(2025, 3, 18), False)]
)
def test_the_repeal_is_said_from_its_day_on(day: date, said: bool) -> None:
    """Before it the Rules are simply those in force."""
    open_cycle()
    browser = seat(Office.HEAD)
    rehearse_on(day)
    assert ("was repealed by order № 11-1-4/161" in plain(main(browser))) == said


def test_an_open_cycle_without_papers_says_what_will_come() -> None:
    """Nothing is drafted, so nothing is offered for download."""
    open_cycle()
    text = plain(main(seat(Office.HEAD)))
    assert text.count("There is no draft yet.") == 2
    assert "No concepts have come in yet." in text
    assert "DOCX" not in text


def test_a_task_leads_to_where_it_is_done() -> None:
    """With its count, its day, its paragraph and the first of its things."""
    open_cycle()
    entry = submit("C-1")
    browser = seat(Office.REVIEWER)
    rehearse_on(OCTOBER)
    html = main(browser)
    assert "Prepare a conclusion on 1 concept" in plain(html)
    assert f'<a href="/en/2024/concepts/{entry}/">C-1</a>' in html
    assert 'href="/en/2024/concepts/?view=to_conclude"' in html
    assert '<span class="para">paragraph 8</span>' in html


def test_a_desk_without_work_says_so() -> None:
    """And is no empty page."""
    open_cycle()
    assert "Nothing is asked of you now." in plain(main(seat(Office.AUDITOR)))


@pytest.mark.slow
def test_every_task_leads_to_a_page_that_its_office_may_open() -> None:
    """No button on any desk ends at a closed door."""
    agreed_year()
    for number in range(1, 7):
        submit(f"D-{number}")
    on = date(2024, 10, 1)
    do(made.ask_clarification(key="D-1", on=on, answer_by=DURING))
    do(made.ask_opinion(key="D-2", on=on, answer_by=DURING))
    for key in ("D-3", "D-4"):
        do(made.prepare_conclusion(key=key, on=on))
    do(made.agree_conclusion(key="D-4", on=on))
    conclude("D-5")
    do(made.register_agreement(concepts=()))
    for office in Office:
        browser = seat(office, "trade" if office in OF_ONE_BODY else "")
        html = main(browser)
        for address in re.findall(r'class="button small" href="([^"]+)"', html):
            answer = browser.get(address.replace("&amp;", "&"))
            assert answer.status_code == 200, (office, address)


@pytest.mark.parametrize(
    ("body", "position"),
    [
        ("trade", "Concepts were filed"),
        ("energy", "Reported: there are no proposals"),
        ("culture", "The answer came late"),
        ("sport", "No answer yet"),
    ],
)
def test_a_body_sees_its_position(body: str, position: str) -> None:
    """In one word, above everything else that it has."""
    agreed_year()
    html = main(seat(Office.BODY_OFFICER, body))
    found = re.search(r'<p class="big">(.+)</p>', html)
    assert found is not None
    assert found[1] == position


@pytest.mark.parametrize(("body", "letter"), [("sport", True), ("trade", False)])
def test_a_letter_of_none_is_offered_to_who_has_not_answered(
    body: str, letter: bool
) -> None:
    """Who filed a concept has proposals."""
    agreed_year()
    html = main(seat(Office.BODY_OFFICER, body))
    assert ("/acts/intake.report_none/" in html) == letter


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_body_sees_nothing_of_other_bodies(language: str) -> None:
    """Neither their names and keys, nor figures that their work is counted in."""
    agreed_year()
    do(made.report_none(body="sport", document="S-777"))
    html = main(seat(Office.BODY_OFFICER, "energy"), f"/{language}/2024/")
    others = ("Сауда", "торговли", "Trade", "Мәдениет", "культуры", "Culture")
    sport = ("Спорт", "спорта", "Sport", "S-777")
    for text in (*others, *sport, "C-1", "C-2", "C-3", "/concepts/"):
        assert text not in html.replace("/concepts/?", ""), text
    assert "7-1/16" in html


def test_a_body_sees_nothing_of_a_conclusion_that_was_not_sent() -> None:
    """The desk is the same before and after it was prepared, signed and placed."""
    open_cycle()
    submit("C-1")
    browser = seat(Office.BODY_OFFICER, "trade")
    rehearse_on(OCTOBER)
    before = main(browser)
    do(made.prepare_conclusion(key="C-1", on=date(2024, 10, 1)))
    do(made.agree_conclusion(key="C-1", on=date(2024, 10, 1)))
    assert main(browser) == before
    conclude("C-1")
    do(made.place(key="C-1", on=DURING))
    assert main(browser) == before


def test_an_administrator_sees_no_paper() -> None:
    """Neither its key nor its title, nor who answered how."""
    agreed_year()
    html = main(seat(Office.ADMINISTRATOR))
    for text in ("C-1", "Сауда", "Culture", "answered:", "DOCX"):
        assert text not in html, text


def test_a_person_without_an_office_is_told_so() -> None:
    """With the way to an appointment."""
    open_cycle()
    browser = Client()
    browser.force_login(Person.objects.create(code="new", name="Ж. Ж."))
    answer = browser.get("/en/2024/")
    assert answer.status_code == 403
    assert "You hold no office today." in plain(answer.content.decode())


def test_nobody_sees_a_desk_without_signing_in(client: Client) -> None:
    """The way leads through the sign-in and back."""
    open_cycle()
    answer = client.get("/ru/2024/")
    assert (answer.status_code, answer["Location"]) == (
        302,
        "/ru/sign-in/?next=%2Fru%2F2024%2F",
    )


def test_a_year_without_a_cycle_has_no_desk() -> None:
    """Nothing is made up."""
    open_cycle()
    assert seat(Office.HEAD).get("/kk/1999/").status_code == 404


def test_the_last_ten_notices_stand_on_the_desk() -> None:
    """The others have a page; those not read are counted beside the name."""
    open_cycle()
    browser = seat(Office.HEAD)
    assert 'id="notices"' not in main(browser)
    for number in range(12):
        notice("head", str(number))
    answer = browser.get("/en/2024/").content.decode()
    assert answer.count('class="unread"') == 10
    assert '<b class="count" aria-hidden="true">12</b>' in answer
    assert "12 new notices" in answer
    Notice.objects.update(read_at=made.AT)
    answer = browser.get("/en/2024/").content.decode()
    assert 'class="unread"' not in answer
    assert 'aria-hidden="true">12</b>' not in answer


@pytest.mark.parametrize("office", [Office.HEAD, Office.REVIEWER, Office.BODY_OFFICER])
def test_a_desk_is_read_alike_for_one_concept_and_thirty(office: Office) -> None:
    """Nothing is asked for each concept."""
    open_cycle()
    browser = seat(office, "trade" if office in OF_ONE_BODY else "")
    submit("C-0")
    submit("L-0", received_at=LATE)
    main(browser)
    with CaptureQueriesContext(connection) as one:
        main(browser)
    for number in range(1, 30):
        submit(f"C-{number}")
    with CaptureQueriesContext(connection) as thirty:
        main(browser)
    assert len(one) == len(thirty)


def test_a_later_desk_leads_to_the_tasks_of_the_year_before() -> None:
    """Who opens the latest year does not read that nothing is asked."""
    open_cycle()
    submit("C-1")
    open_next()
    browser = seat(Office.REVIEWER)
    rehearse_on(date(2025, 6, 2))
    html = main(browser, "/en/2025/")
    assert '<a href="/en/2024/">1 task waits on the desk of 2024</a>' in html
    assert "Nothing is asked of you now." not in html
    assert "on the desk of 2023" not in main(browser)
