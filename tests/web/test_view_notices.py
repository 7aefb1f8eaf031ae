"""What a person was told."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from jospar.accounts.models import Person
from jospar.notices.models import Notice
from jospar.rules.core.offices import Office
from jospar.web.views.notices import SHOWN
from tests.notices.made_notices import notice
from tests.queries.made_record import open_cycle
from tests.web.seats import seat

pytestmark = pytest.mark.django_db


def main(client: Client, query: str = "", language: str = "en") -> str:
    """Return what stands on the page below its head."""
    answer = client.get(f"/{language}/notices/{query}")
    assert answer.status_code == 200
    html: str = answer.content.decode()
    return html[html.index("<main") : html.index("</main>")]


@pytest.mark.parametrize(
    ("language", "shown"), [("kk", ""), ("ru", ""), ("en", ' lang="kk"')]
)
def test_a_name_bears_its_language(language: str, shown: str) -> None:
    """The sentence is in the page's; a title need not be."""
    browser = seat(Office.HEAD)
    notice("head")
    html = main(browser, language=language)
    title = "Соглашение о торговле" if language == "ru" else "Сауда туралы келісім"
    assert re.search(rf"<span{shown}>[^<]*{title}[^<]*</span>", html)
    assert f'href="/{language}/2024/concepts/7/"' in html


def test_one_sees_what_one_was_told_oneself() -> None:
    """And nothing that others were."""
    browser = seat(Office.HEAD)
    notice("planner")
    assert "There are no notices yet." in main(browser)


def test_all_is_marked_as_read_at_once() -> None:
    """By a button, for oneself alone; the way leads back."""
    browser = seat(Office.HEAD)
    for person in ("head", "head", "planner"):
        notice(person, str(Notice.objects.count()))
    assert main(browser).count('class="unread"') == 2
    answer = browser.post("/en/notices/read/", {"back": "/en/2024/"})
    assert (answer.status_code, answer["Location"]) == (302, "/en/2024/")
    html = main(browser)
    assert 'class="unread"' not in html
    assert "Mark all as read" not in html
    assert Notice.objects.filter(read_at=None).count() == 1


@pytest.mark.parametrize("back", ["https://example.org/", "//example.org", ""])
def test_the_way_back_stays_in_this_house(back: str) -> None:
    """An address of another one is not followed."""
    answer = seat(Office.HEAD).post("/en/notices/read/", {"back": back})
    assert answer["Location"] == "/en/notices/"


def test_many_notices_have_pages() -> None:
    """The earlier ones follow by a link, and another leads back to the newest."""
    browser = seat(Office.HEAD)
    for number in range(SHOWN + 1):
        notice("head", str(number), read_at=timezone.now())
    first = main(browser)
    older = re.search(r'href="(\?before=\d+)"', first)
    assert older is not None
    assert first.count("<li>") == SHOWN
    second = main(browser, older[1])
    assert second.count("<li>") == 1
    assert 'href="/en/notices/"' in second
    assert "?before=" not in second
    assert main(browser, "?before=soon").count("<li>") == SHOWN


def test_whoever_has_signed_in_has_an_inbox() -> None:
    """Also without an office; nobody else has one."""
    browser = Client()
    browser.force_login(Person.objects.create(code="new", name="Ж. Ж."))
    assert main(browser)
    assert Client().get("/en/notices/").status_code == 302
    assert Client().post("/en/notices/read/").status_code == 302


def test_a_page_counts_what_is_not_read_in_one_query() -> None:
    """Reading needs POST: a link that is followed changes nothing."""
    open_cycle()
    browser = seat(Office.HEAD)
    notice("head")
    assert browser.get("/en/notices/read/").status_code == 405
    assert "1 new notice<" in browser.get("/en/2024/answers/").text
    assert "new notice" not in Client().get("/en/sign-in/").text
