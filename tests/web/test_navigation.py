"""The ways through the house."""

import pytest
from django.test import Client

from jospar.rules.core.offices import OF_ONE_BODY, Office
from jospar.web.navigation import WAYS, ways
from tests.queries.made_record import open_cycle
from tests.web.seats import seat

MINISTRY = ["start", "answers", "concepts"]
EXPECTED = {
    Office.BODY_OFFICER: [
        *("start", "concepts", "write", "plan", "carrying", "amendments"),
    ],
    Office.REGISTRAR: [
        *(*MINISTRY, "write", "plan", "carrying", "amendments", "outbox"),
    ],
    Office.REVIEWER: [*MINISTRY, "plan", "occasions", "amendments", "rules"],
    Office.HEAD: [
        *(*MINISTRY, "plan", "carrying", "occasions", "amendments", "commission"),
        *("president", "outbox", "rules", "journal"),
    ],
    Office.PLANNER: [
        *(*MINISTRY, "plan", "carrying", "occasions", "amendments", "commission"),
        *("president", "rules"),
    ],
    Office.CONTROLLER: ["start", "plan", "carrying", "rules"],
    Office.COMMISSION_SECRETARY: ["start", "plan", "amendments", "commission"],
    Office.ADMINISTRATION_OFFICER: ["start", "plan", "amendments", "president"],
    Office.RECIPIENT: ["start", "plan"],
    Office.AUDITOR: [
        *(*MINISTRY, "plan", "carrying", "occasions", "amendments", "commission"),
        *("president", "outbox", "rules", "journal", "readings"),
    ],
    Office.ADMINISTRATOR: ["start", "people", "installation", "reference"],
}


@pytest.mark.parametrize("office", Office)
def test_each_office_has_its_pages(office: Office) -> None:
    """In the order of the year; a page that it does not see is not among them."""
    assert [link.name for link in ways(office, "kk", 2024)] == EXPECTED[office]


def test_each_page_has_a_key_of_its_own() -> None:
    """Two pages on one key would be one too few."""
    assert len({way.key for way in WAYS}) == len(WAYS)


@pytest.mark.django_db
@pytest.mark.parametrize("office", Office)
def test_every_way_leads_somewhere(office: Office) -> None:
    """What is offered opens."""
    open_cycle()
    browser = seat(office, "trade" if office in OF_ONE_BODY else "")
    answers = {
        link.name: browser.get(link.address).status_code
        for link in ways(office, "en", 2024)
    }
    assert set(answers.values()) == {200}, answers


@pytest.mark.django_db
def test_the_page_where_one_is_is_marked() -> None:
    """One link of the navigation is that of the page itself."""
    open_cycle()
    html = seat(Office.HEAD).get("/en/2024/answers/").text
    marked = '<a href="/en/2024/answers/" data-go="a" aria-current="page">Answers</a>'
    assert marked in html
    assert html.count('aria-current="page"') == 1


@pytest.mark.django_db
def test_who_has_not_signed_in_has_no_ways() -> None:
    """Nor is it told which years there are."""
    open_cycle()
    html = Client().get("/en/sign-in/").text
    assert 'class="ways"' not in html
    assert "/2024/" not in html
