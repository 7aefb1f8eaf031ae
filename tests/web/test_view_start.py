"""The ways to the desk, and what all pages have in common."""

import re

import pytest
from django.conf import settings
from django.test import Client

from jospar.records.models import Cycle
from jospar.rules.core.nouns import Text
from jospar.rules.core.offices import Office
from tests.queries.made_record import do, open_cycle
from tests.rules import made
from tests.web.seats import seat

pytestmark = pytest.mark.django_db


def plain(html: str) -> str:
    """Return the text of a page without its marks, blanks made single."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.parametrize(
    ("accepted", "cookie", "language"),
    [
        ("", "", "kk"),
        ("de-DE,de", "", "kk"),
        ("ru-RU,ru;q=0.9,en;q=0.8", "", "ru"),
        ("en-US,en;q=0.9,kk;q=0.8", "", "en"),
        ("en", "ru", "ru"),
        ("en", "xx", "en"),
    ],
)
def test_the_reader_comes_to_the_best_language(
    client: Client, accepted: str, cookie: str, language: str
) -> None:
    """The language read last comes first, then the browser's, then Kazakh."""
    if cookie:
        client.cookies[settings.LANGUAGE_COOKIE_NAME] = cookie
    answer = client.get("/", headers={"accept-language": accepted})
    assert (answer.status_code, answer["Location"]) == (302, f"/{language}/")
    assert answer["Vary"] == "Accept-Language, Cookie"


def test_a_page_is_remembered_as_the_choice_of_its_language(client: Client) -> None:
    """The cookie is set once, and read by no script."""
    first, second = client.get("/ru/sign-in/"), client.get("/ru/sign-in/")
    cookie = first.cookies[settings.LANGUAGE_COOKIE_NAME]
    assert (cookie.value, cookie["httponly"], cookie["samesite"]) == ("ru", True, "Lax")
    assert settings.LANGUAGE_COOKIE_NAME not in second.cookies


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_without_a_cycle_the_page_says_how_one_comes(language: str) -> None:
    """The command stands on the page."""
    answer = seat(Office.HEAD).get(f"/{language}/")
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.text
    assert "jospar year FILE --out DIR" in plain(answer.text)


@pytest.mark.parametrize(
    ("office", "offered"), [(Office.ADMINISTRATOR, True), (Office.HEAD, False)]
)
def test_an_administrator_may_open_the_first_cycle(
    office: Office, offered: bool
) -> None:
    """The way leads to the reference data of the year."""
    html = seat(office).get("/en/").text
    assert ('href="/en/2025/reference/"' in html) == offered


def test_the_latest_cycle_is_the_start() -> None:
    """One page has one address."""
    open_cycle()
    answer = seat(Office.HEAD).get("/kk/")
    assert (answer.status_code, answer["Location"]) == (302, "/kk/2024/")


def test_a_page_leads_to_itself_in_the_other_languages() -> None:
    """With what its address asks for; and no page is kept by anybody on the way."""
    open_cycle()
    answer = seat(Office.HEAD).get("/kk/2024/answers/?answer=late")
    links = re.findall(r'<a href="([^"]+)" lang="(..)" hreflang="(..)"', answer.text)
    assert links == [
        (f"/{code}/2024/answers/?answer=late", code, code)
        for code in ("kk", "ru", "en")
    ]
    assert answer["Cache-Control"] == (
        "max-age=0, no-cache, no-store, must-revalidate, private"
    )


def test_a_body_without_an_english_name_is_named_in_kazakh() -> None:
    """The name says in which language it stands."""
    open_cycle()
    do(made.list_body(code="sport", name=Text("Спорт", "Спорта"), name_en=""))
    html = seat(Office.HEAD).get("/en/2024/answers/").text
    assert '<span lang="kk">Спорт</span>' in html
    assert "<span>Ministry of Energy</span>" in html


@pytest.mark.parametrize("address", ["/kk/20244/", "/xx/", "/kk/2024/x/"])
def test_what_is_not_there_is_said_in_the_language_of_the_address(
    client: Client, address: str
) -> None:
    """An address without a language is answered in the reader's."""
    answer = client.get(address)
    assert answer.status_code == 404
    assert "<h1>Мұндай бет жоқ</h1>" in answer.text


def test_a_russian_address_that_is_not_there_is_answered_in_russian(
    client: Client,
) -> None:
    """The way back leads to the start page in Russian."""
    html = client.get("/ru/x/").text
    assert "<h1>Такой страницы нет</h1>" in html
    assert 'class="button" href="/ru/"' in html


def test_a_page_that_breaks_says_so() -> None:
    """The page of an error asks the database nothing."""
    open_cycle()
    browser = seat(Office.HEAD)
    Cycle.objects.update(content="spoilt")
    browser.raise_request_exception = False
    answer = browser.get("/ru/2024/answers/")
    assert answer.status_code == 500
    assert "<h1>Страница не открылась</h1>" in answer.text


@pytest.mark.parametrize("address", ["/", "/kk/", "/kk/2024/", "/kk/2024/concepts/"])
def test_pages_are_only_read(address: str) -> None:
    """Nothing can be sent to them."""
    open_cycle()
    assert seat(Office.HEAD).post(address).status_code == 405
