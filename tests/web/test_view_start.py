"""The start page, and the ways to it."""

import re

import pytest
from django.conf import settings
from django.test import Client

from jospar.records.models import Cycle
from tests.queries.made_record import open_cycle
from tests.web.made_year import agreed_year

pytestmark = pytest.mark.django_db

HEADINGS = {
    "kk": "2024 жылғы жоспарлау",
    "ru": "Планирование 2024 года",
    "en": "Planning in 2024",
}


def plain(html: bytes) -> str:
    """Return the text of a page without its marks, blanks made single."""
    return " ".join(re.sub(r"<[^>]+>", " ", html.decode()).split())


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
    first, second = client.get("/ru/"), client.get("/ru/")
    cookie = first.cookies[settings.LANGUAGE_COOKIE_NAME]
    assert (cookie.value, cookie["httponly"], cookie["samesite"]) == ("ru", True, "Lax")
    assert not second.cookies


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_without_a_cycle_the_page_says_how_one_comes(
    client: Client, language: str
) -> None:
    """The command stands on the page."""
    answer = client.get(f"/{language}/")
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.content.decode()
    assert "jospar year FILE --out DIR" in plain(answer.content)


def test_the_latest_cycle_is_the_start(client: Client) -> None:
    """One page has one address."""
    open_cycle()
    answer = client.get("/kk/")
    assert (answer.status_code, answer["Location"]) == (302, "/kk/2024/")


@pytest.mark.parametrize("language", list(HEADINGS))
def test_the_start_page_stands_in_each_language(client: Client, language: str) -> None:
    """It names its language, and leads to itself in the others."""
    agreed_year()
    answer = client.get(f"/{language}/2024/")
    html = answer.content.decode()
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in html
    assert f"<h1>{HEADINGS[language]}</h1>" in html
    links = re.findall(r'<a href="(/../2024/)" lang="(..)" hreflang="(..)"', html)
    assert links == [(f"/{code}/2024/", code, code) for code in HEADINGS]
    assert answer["Cache-Control"] == (
        "max-age=0, no-cache, no-store, must-revalidate, private"
    )


def test_the_start_page_shows_what_the_record_says(client: Client) -> None:
    """Deadlines, plans, answers and concepts, each with its figures."""
    agreed_year()
    text = plain(client.get("/en/2024/").content)
    for part in (
        "Order № 11-1-4/214",
        "This order was repealed by order № 11-1-4/161.",
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


def test_a_body_without_an_english_name_is_named_in_kazakh(client: Client) -> None:
    """The name says in which language it stands."""
    agreed_year()
    html = client.get("/en/2024/").content.decode()
    assert '<li lang="kk">Спорт министрлігі</li>' in html
    assert "<li>Ministry of Energy</li>" in html


def test_a_rehearsal_says_that_it_is_one(client: Client) -> None:
    """A page that stands on no record says nothing of it."""
    mark = "Rehearsal: what stands on these pages has no legal force."
    assert mark not in plain(client.get("/en/").content)
    open_cycle()
    assert mark in plain(client.get("/en/2024/").content)
    assert mark in plain(client.get("/en/2024/current/").content)


def test_an_open_cycle_without_papers_says_what_will_come(client: Client) -> None:
    """Nothing is drafted, so nothing is offered for download."""
    open_cycle()
    text = plain(client.get("/en/2024/").content)
    assert text.count("There is no draft yet.") == 2
    assert "No concepts have come in yet." in text
    assert "nothing to do" in text
    assert "DOCX" not in text


@pytest.mark.parametrize("address", ["/kk/1999/", "/kk/20244/", "/xx/", "/kk/2024/x/"])
def test_what_is_not_there_is_said_in_the_language_of_the_address(
    client: Client, address: str
) -> None:
    """An address without a language is answered in the reader's."""
    answer = client.get(address)
    assert answer.status_code == 404
    assert "<h1>Мұндай бет жоқ</h1>" in answer.content.decode()


def test_a_russian_address_that_is_not_there_is_answered_in_russian(
    client: Client,
) -> None:
    """The way back leads to the start page in Russian."""
    html = client.get("/ru/1999/").content.decode()
    assert "<h1>Такой страницы нет</h1>" in html
    assert 'class="button" href="/ru/"' in html


def test_a_page_that_breaks_says_so(client: Client) -> None:
    """The page of an error asks the database nothing."""
    open_cycle()
    Cycle.objects.update(content="spoilt")
    client.raise_request_exception = False
    answer = client.get("/ru/2024/")
    assert answer.status_code == 500
    assert "<h1>Страница не открылась</h1>" in answer.content.decode()


def test_pages_are_only_read(client: Client) -> None:
    """Nothing can be sent to them."""
    assert client.post("/kk/").status_code == 405
