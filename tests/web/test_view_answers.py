"""The board of answers as its page shows it."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jospar.rules.core.offices import Office, Sight, sees
from tests.queries.made_record import open_cycle, submit
from tests.web.made_year import agreed_year
from tests.web.seats import seat

pytestmark = pytest.mark.django_db


def main(client: Client, query: str = "", language: str = "en") -> str:
    """Return what stands on the board below its head."""
    answer = client.get(f"/{language}/2024/answers/{query}")
    assert answer.status_code == 200
    html: str = answer.content.decode()
    return html[html.index("<main") : html.index("</main>")]


def bodies(client: Client, query: str = "") -> list[str]:
    """Return the names on the board, in Russian."""
    return re.findall(r'<th scope="row"><span>(.+)</span>', main(client, query, "ru"))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["торговли", "энергетики", "культуры", "спорта"]),
        ("?answer=silent", ["спорта"]),
        ("?answer=late", ["культуры"]),
        ("?answer=nonsense", []),
    ],
)
def test_every_body_stands_there_or_those_of_one_answer(
    query: str, found: list[str]
) -> None:
    """In the official order."""
    agreed_year()
    expected = [f"Министерство {name}" for name in found]
    assert bodies(seat(Office.HEAD), query) == expected


@pytest.mark.parametrize(
    ("office", "acts"),
    [
        (Office.HEAD, {"intake.remind"}),
        (
            Office.REGISTRAR,
            {"intake.remind", "intake.register_paper", "intake.report_none"},
        ),
        (Office.REVIEWER, set()),
        (Office.AUDITOR, set()),
    ],
)
def test_each_office_has_its_own_acts(office: Office, acts: set[str]) -> None:
    """A silent body is reminded, a paper registered, a letter recorded."""
    agreed_year()
    assert set(re.findall(r"/acts/([a-z_.]+)/", main(seat(office)))) == acts


def test_a_reminder_is_offered_for_silent_bodies_alone() -> None:
    """The others answered, be it late."""
    agreed_year()
    html = main(seat(Office.HEAD))
    assert re.findall(r"intake\.remind/\?body=([a-z]+)", html) == ["sport"]


@pytest.mark.parametrize("office", Office)
def test_who_sees_the_board(office: Office) -> None:
    """What each body answered is shown to no other body."""
    open_cycle()
    status = 200 if sees(office, Sight.ANSWERS) else 403
    assert seat(office, "trade").get("/kk/2024/answers/").status_code == status


@pytest.mark.parametrize(
    ("language", "said"),
    [("kk", "3 / 4"), ("ru", "3 из 4"), ("en", "3 of 4")],
)
def test_the_board_stands_in_each_language(language: str, said: str) -> None:
    """It says how many answered."""
    agreed_year()
    assert said in main(seat(Office.HEAD), language=language)


def test_a_year_without_a_cycle_has_no_board() -> None:
    """Nothing is made up."""
    open_cycle()
    assert seat(Office.HEAD).get("/kk/2031/answers/").status_code == 404


def test_a_board_is_read_alike_for_one_paper_and_thirty() -> None:
    """Nothing is asked for each paper."""
    open_cycle()
    browser = seat(Office.REGISTRAR)
    submit("C-0")
    main(browser)
    with CaptureQueriesContext(connection) as one:
        main(browser)
    for number in range(1, 30):
        submit(f"C-{number}")
    with CaptureQueriesContext(connection) as thirty:
        main(browser)
    assert len(one) == len(thirty)
