"""Agreements and events: what is linked, considered, asked for."""

import re
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from jospar.rules.core.offices import Office
from jospar.rules.drafting.facts import Register, With
from tests.queries.made_record import conclude, do, open_cycle, place, submit
from tests.rules import made
from tests.rules.made_occasions import ask_for_concept, consider
from tests.web.seats import seat

pytestmark = pytest.mark.django_db

OCCASIONS = "/2024/occasions/"
ASKED_ON, ANSWER_BY = date(2024, 9, 2), date(2024, 9, 20)


def page(client: Client, address: str) -> str:
    """Return the page at ``address``."""
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def registered() -> None:
    """Have a linked agreement, a considered one, and an event that is neither."""
    open_cycle()
    place("C-1")
    do(made.register_agreement(key="A-1", concepts=("C-1",)))
    do(made.register_agreement(key="A-2", considered="Қажет емес"))
    do(made.register_event(key="E-1", with_whom=With.PRESIDENT))


def entries(html: str) -> list[str]:
    """Return the keys of the entries that the page shows."""
    return re.findall(r'<span class="key">(.+?)</span>', html)


def links(html: str, act: str) -> list[dict[str, str]]:
    """Return what the links to an act know of its filing."""
    found = re.findall(rf'href="(/\w+/2024/acts/{act}/[^"]*)"', html)
    addresses = [
        urlsplit(one.replace("&amp;", "&").replace("&#34;", '"')) for one in found
    ]
    return [
        {name: values[0] for name, values in parse_qs(one.query).items()}
        for one in addresses
    ]


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("", ["A-1", "A-2", "E-1"]),
        ("show=neither", ["E-1"]),
        ("show=linked", ["A-1"]),
        ("show=considered", ["A-2"]),
        ("register=agreement", ["A-1", "A-2"]),
        ("register=event", ["E-1"]),
        ("register=event&show=linked", []),
        ("show=nonsense", []),
    ],
)
def test_the_registers_are_narrowed(query: str, keys: list[str]) -> None:
    """By how an entry was taken into account, and by register."""
    registered()
    assert entries(page(seat(Office.AUDITOR), f"/kk{OCCASIONS}?{query}")) == keys


def test_empty_registers_say_what_will_stand_there() -> None:
    """And who brings it there."""
    open_cycle()
    html = page(seat(Office.PLANNER), f"/en{OCCASIONS}")
    assert "Agreements reached at high-level meetings will stand here" in html
    assert "will stand here; the planner registers them" in html


def test_the_planner_has_every_act_on_an_entry() -> None:
    """What it is linked to already is not lost when it is considered anew."""
    registered()
    html = page(seat(Office.PLANNER), f"/kk{OCCASIONS}?show=linked")
    back = f"/kk{OCCASIONS}?show=linked"
    known = {"register": "agreement", "key": "A-1", "back": back}
    assert links(html, "drafting.consider") == [known | {"concepts": "C-1"}]
    assert links(html, "drafting.ask_for_concept") == [known]
    assert links(html, "drafting.register_agreement") == [{"back": back}]
    assert links(html, "drafting.register_event") == [{"back": back}]


@pytest.mark.parametrize(
    ("office", "acts"),
    [
        (Office.HEAD, {"drafting.ask_for_concept"}),
        (Office.REVIEWER, set()),
        (Office.AUDITOR, set()),
    ],
)
def test_others_have_their_own_acts_or_none(office: Office, acts: set[str]) -> None:
    """The head asks bodies; reviewers and auditors read."""
    registered()
    html = page(seat(office), f"/kk{OCCASIONS}")
    assert set(re.findall(r"/acts/([a-z_.]+)/", html)) == acts


@pytest.mark.parametrize(
    ("office", "body"),
    [
        (Office.BODY_OFFICER, "trade"),
        (Office.REGISTRAR, ""),
        (Office.COMMISSION_SECRETARY, ""),
        (Office.ADMINISTRATION_OFFICER, ""),
        (Office.CONTROLLER, ""),
        (Office.RECIPIENT, "parliament"),
        (Office.ADMINISTRATOR, ""),
    ],
)
def test_other_offices_are_refused(office: Office, body: str) -> None:
    """The registers are the Ministry's."""
    registered()
    assert seat(office, body).get(f"/kk{OCCASIONS}").status_code == 403


def test_a_year_without_a_cycle_has_no_registers() -> None:
    """The page is not there."""
    open_cycle()
    assert seat(Office.PLANNER).get("/kk/1999/occasions/").status_code == 404


def test_a_concept_is_found_by_words_and_linked() -> None:
    """What was linked before stays, and what is linked is not offered again."""
    registered()
    submit("C-2")
    entry = re.findall(
        r'id="entry-(\d+)"', page(seat(Office.AUDITOR), f"/kk{OCCASIONS}")
    )[0]
    word = made.wording().title.ru.split()[-1]
    planner = seat(Office.PLANNER)
    html = page(planner, f"/ru{OCCASIONS}?link={entry}&find={word}")
    search = html[html.index('role="search"') :]
    search = search[: search.index("</ul>")]
    assert re.findall(r'/concepts/\d+/">(.+?)</a>', search) == ["C-1", "C-2"]
    (link,) = links(search, "drafting.consider")
    assert (link["key"], link["concepts"], link["back"]) == (
        *("A-1", "C-1\nC-2"),
        f"/ru{OCCASIONS}",
    )
    empty = page(planner, f"/en{OCCASIONS}?link={entry}&find=zzzz")
    assert "No such concept was found." in empty


def test_who_links_nothing_is_shown_no_search() -> None:
    """An auditor with the planner's address reads the registers."""
    registered()
    entry = re.findall(
        r'id="entry-(\d+)"', page(seat(Office.AUDITOR), f"/kk{OCCASIONS}")
    )[0]
    html = page(seat(Office.AUDITOR), f"/kk{OCCASIONS}?link={entry}&find=x")
    assert 'role="search"' not in html


def asked() -> None:
    """Ask a body for a concept on an agreement."""
    open_cycle()
    do(made.register_agreement(key="A-1", concepts=(), considered="x"))
    do(
        ask_for_concept(
            register=Register.AGREEMENT,
            key="A-1",
            body="trade",
            on=ASKED_ON,
            answer_by=ANSWER_BY,
        )
    )


def test_a_request_says_whether_the_body_answered() -> None:
    """Overdue; then filed, and not linked; then answered."""
    asked()
    planner = seat(Office.PLANNER)
    html = page(planner, f"/en{OCCASIONS}")
    assert "no answer, it was due on 20 September 2024" in html
    submit("C-1")
    html = page(planner, f"/en{OCCASIONS}")
    assert "Filed since, but not linked:" in html
    filed, own = links(html, "drafting.consider")
    assert (filed["concepts"], "concepts" in own) == ("C-1", False)
    do(
        consider(
            register=Register.AGREEMENT,
            key="A-1",
            concepts=("C-1",),
            on=date(2024, 10, 1),
        )
    )
    assert "the body answered" in page(planner, f"/en{OCCASIONS}")


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_page_reads_in_three_languages(language: str) -> None:
    """A title says in which language it was written."""
    registered()
    html = page(seat(Office.PLANNER), f"/{language}{OCCASIONS}")
    assert re.findall(r'<span lang="(..)">Қажет емес</span>', html) == ["kk"]


def test_the_number_of_queries_is_fixed(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    """Three entries or thirty: the database is asked as often."""
    asked()
    submit("C-1")
    conclude("C-1")
    planner, address = seat(Office.PLANNER), f"/kk{OCCASIONS}"
    page(planner, address)
    with CaptureQueriesContext(connection) as one:
        page(planner, address)
    for number in range(2, 31):
        do(made.register_agreement(key=f"A-{number}", concepts=("C-1",)))
        do(
            ask_for_concept(
                register=Register.AGREEMENT,
                key=f"A-{number}",
                body="trade",
                on=ASKED_ON,
                answer_by=ANSWER_BY,
            )
        )
    with django_assert_num_queries(len(one)):
        assert len(entries(page(planner, address))) == 30
