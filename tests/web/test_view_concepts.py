"""The list of concepts."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jospar.queries.concept_list import PAGE
from jospar.rules.core.offices import Office
from tests.queries.made_record import LATE, conclude, do, open_cycle, submit
from tests.rules import made
from tests.web.seats import seat

pytestmark = pytest.mark.django_db


def main(client: Client, query: str = "", language: str = "en") -> str:
    """Return what stands on the list below its head."""
    answer = client.get(f"/{language}/2024/concepts/{query}")
    assert answer.status_code == 200
    html: str = answer.content.decode()
    return html[html.index("<main") : html.index("</main>")]


def keys(client: Client, query: str = "") -> list[str]:
    """Return the keys on the list."""
    return re.findall(r'<td class="key-cell">(.+)</td>', main(client, query))


@pytest.fixture
def head() -> Client:
    """Return the head's browser; concepts of two bodies came, one of them late."""
    open_cycle()
    submit("C-1")
    submit("C-2", proposers=("energy",))
    submit("C-3", received_at=LATE)
    return seat(Office.HEAD)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["C-1", "C-2", "C-3"]),
        ("?view=late", ["C-3"]),
        ("?view=to_conclude", ["C-1", "C-2"]),
        ("?body=energy", ["C-2"]),
        ("?late=no", ["C-1", "C-2"]),
        ("?stage=placed", []),
        ("?text=%D1%81%D0%B0%D1%83%D0%B4%D0%B0", ["C-1", "C-2", "C-3"]),
        ("?term=2025", ["C-1", "C-2", "C-3"]),
        ("?term=2026", []),
        ("?level=interstate", []),
        ("?view=nonsense&stage=&level=&plan=&term=x&late=", ["C-1", "C-2", "C-3"]),
    ],
)
def test_the_address_narrows_the_list(
    head: Client, query: str, found: list[str]
) -> None:
    """What it says wrongly or leaves empty narrows nothing."""
    assert keys(head, query) == found


@pytest.mark.parametrize(
    ("body", "own", "others"),
    [("trade", ["C-1", "C-3"], "C-2"), ("energy", ["C-2"], "C-1")],
)
def test_a_body_has_a_list_of_its_own(
    head: Client, body: str, own: list[str], others: str
) -> None:
    """Nothing of others is on it, whatever the address asks for."""
    officer = seat(Office.BODY_OFFICER, body)
    assert keys(officer) == own
    assert others not in main(officer)
    assert 'name="body"' not in main(officer)
    wanted = "energy" if body == "trade" else "trade"
    assert keys(officer, f"?body={wanted}") == []


@pytest.mark.parametrize("query", ["", "?stage=placed", "?stage=not_expedient"])
def test_a_body_sees_nothing_of_a_conclusion_that_was_not_sent(
    head: Client, query: str
) -> None:
    """The list stays as it was, and no filter finds it out."""
    submit("C-4")
    officer = seat(Office.BODY_OFFICER, "trade")
    views = ("to_agree", "to_sign", "to_notify", "to_place", "opinions")
    before = main(officer, query)
    conclude("C-1", expedient=False)
    conclude("C-4")
    do(made.place(key="C-4", on=date(2024, 10, 10)))
    assert main(officer, query) == before
    assert [keys(officer, f"?view={view}") for view in views] == [[]] * len(views)


def test_what_is_marked_is_acted_on_together(head: Client) -> None:
    """Each office has the acts that it performs on many, and no others."""
    html = main(head)
    assert re.findall(r'formaction="/en/2024/acts/([a-z_.]+)/many/"', html) == [
        "intake.return_late",
        "review.prepare_conclusion",
        "review.agree_conclusion",
        "review.conclude",
        "review.notify",
    ]
    assert html.count('type="checkbox" name="key"') == 3
    assert "formaction" not in main(seat(Office.AUDITOR))
    assert "checkbox" not in main(seat(Office.AUDITOR))


def test_while_one_types_only_the_rows_are_sent(head: Client) -> None:
    """The page around them stays as it is."""
    answer = head.get("/en/2024/concepts/?view=late", headers={"HX-Target": "rows"})
    html = answer.content.decode()
    assert (answer.status_code, "<html" in html, "C-3" in html) == (200, False, True)
    assert "C-1" not in html


def test_a_long_list_has_pages(head: Client) -> None:
    """The next one begins where this one ends, and keeps what was asked for."""
    for number in range(PAGE):
        submit(f"D-{number}")
    first = main(head, "?late=no")
    assert len(keys(head, "?late=no")) == PAGE
    following = re.search(r'href="(\?late=no&amp;after=\d+)"', first)
    assert following is not None
    rest = keys(head, following[1].replace("&amp;", "&"))
    assert rest == ["D-48", "D-49"]


@pytest.mark.parametrize(
    ("office", "status"),
    [
        (Office.ADMINISTRATOR, 403),
        (Office.CONTROLLER, 403),
        (Office.COMMISSION_SECRETARY, 403),
        (Office.REGISTRAR, 200),
        (Office.AUDITOR, 200),
    ],
)
def test_who_has_a_list(head: Client, office: Office, status: int) -> None:
    """Who may see no concepts has none, and is told which offices do."""
    assert seat(office).get("/en/2024/concepts/").status_code == status


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_list_stands_in_each_language(head: Client, language: str) -> None:
    """Titles bear the language that they are in, where it is not the page's."""
    shown = "ru" if language == "ru" else "kk"
    title = made.wording().title[shown]
    bears = ' lang="kk"' if language == "en" else ""
    assert f'/"{bears}>{title}</a>' in main(head, language=language)


def test_a_year_without_a_cycle_has_no_list(head: Client) -> None:
    """Nothing is made up."""
    assert head.get("/en/2031/concepts/").status_code == 404


def test_a_list_is_read_alike_for_one_row_and_thirty() -> None:
    """Nothing is asked for each row."""
    open_cycle()
    browser = seat(Office.HEAD)
    submit("C-0")
    main(browser)
    with CaptureQueriesContext(connection) as one:
        main(browser)
    for number in range(1, 30):
        submit(f"C-{number}")
    with CaptureQueriesContext(connection) as thirty:
        assert len(keys(browser)) == 30
    assert len(one) == len(thirty)
