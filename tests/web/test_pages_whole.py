"""Every page in every language: whole, in its own language, and leading somewhere."""

import re
from urllib.parse import urljoin

import pytest
from django.test import Client

from jospar.rules.core.offices import Office
from tests.web.gates import once_each, pages_of
from tests.web.page_faults import LANGUAGES, faults, links
from tests.web.walk import WALKERS, Walker, enter, said
from tests.web.whole_record import whole_record

pytestmark = pytest.mark.django_db

SLOW = re.compile(r"\.(pdf|docx|xlsx)\b")
"""Documents that are made when they are asked for; they have tests of their own."""
FOLLOWED: tuple[Walker, ...] = (
    WALKERS[1],
    (Office.HEAD, ""),
    (Office.ADMINISTRATOR, ""),
)
"""Whose links are followed here; those of all others in ``tests/soak``."""


def _opened(client: Client, path: str, language: str) -> tuple[str, list[str]]:
    """Return the page as HTML, and what is wrong with it."""
    answer = client.get(path, follow=True)
    html = answer.content.decode()
    if answer.status_code != 200:
        return html, [f"{path}: {answer.status_code}"]
    return html, [f"{path}: {one}" for one in faults(html, language)]


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_whole(language: str) -> None:
    """Each is walked once, by an office that it opens to."""
    record = whole_record()
    wrong: list[str] = []
    for walker, paths in once_each(record, language):
        client = enter(walker)
        for path in paths:
            wrong += _opened(client, path, language)[1]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_that_refuse_are_whole_too(language: str) -> None:
    """What is not there, and what an office does not see."""
    whole_record()
    client = enter((Office.CONTROLLER, ""))
    for path, status in (("nowhere/", 404), ("2024/journal/", 403), ("1999/", 404)):
        answer = client.get(f"/{language}/{path}")
        found = faults(answer.content.decode(), language)
        assert (answer.status_code, found) == (status, [])


@pytest.mark.slow
@pytest.mark.parametrize("walker", FOLLOWED, ids=said)
def test_every_page_of_an_office_leads_somewhere(walker: Walker) -> None:
    """It is whole, and what it leads to opens to its reader."""
    leads_somewhere(walker)


def leads_somewhere(walker: Walker) -> None:
    """Open every page of the walker, and what each leads to."""
    record = whole_record()
    client = enter(walker)
    wrong: list[str] = []
    led: dict[str, str] = {}
    opened = set(pages_of(record, walker, "kk"))
    for path in sorted(opened):
        html, found = _opened(client, path, "kk")
        wrong += found
        led |= {urljoin(path, link): path for link in links(html)}
    for path in led.keys() - opened:
        status = 200 if SLOW.search(path) else client.get(path).status_code
        if status not in {200, 302}:
            wrong.append(f"{led[path]} leads to {path}: {status}")
    assert not wrong, "\n".join(wrong)
