"""The same act comes from two people, or from one twice: it is performed once.

Two web processes get it within hundredths of a second, again and again.
"""

from collections.abc import Iterable, Iterator
from random import Random
from typing import NamedTuple

import pytest

from tests.soak.faults.site import Site, chance, tell, times
from tests.soak.faults.together import Sent, form_of, signed_in, together
from tests.soak.last_day.browser import Browser
from tests.soak.last_day.people import YEAR, Account

ROUNDS = 50
_LET_IN = (
    "UPDATE accounts_person SET one_time_until = NULL, password = "
    "(SELECT password FROM accounts_person WHERE code = 'officer-1') WHERE code = %s"
)
_NOT_CONCLUDED = (
    "SELECT key FROM records_concept WHERE cycle_id = %s AND entry NOT IN ("
    "SELECT concept_id FROM records_preparedconclusion UNION "
    "SELECT concept_id FROM records_conclusion UNION "
    "SELECT concept_id FROM records_withdrawal) ORDER BY entry"
)
_WRITTEN = {
    "purpose_kk": "Ынтымақтастықты дамыту.",
    "purpose_ru": "Развитие сотрудничества.",
    "level": "intergovernmental",
    "entry": "new",
    "counterparties": "UZ",
    "conclude_first": f"{YEAR + 1}-2",
    "procedure": "none",
    "document": "11-2/7",
}
_APPOINTED = "SELECT entry FROM accounts_appointment WHERE person LIKE %s"


class Desk(NamedTuple):
    """Two people of one office, each at a web process of their own."""

    first: Browser
    second: Browser


@pytest.fixture
def heads(faulty: Site) -> Iterator[Desk]:
    """Let two come in who sign conclusions."""
    yield from two(faulty, "head")


@pytest.fixture
def officers(faulty: Site) -> Iterator[Desk]:
    """Let two officers of one body come in."""
    yield from two(faulty, "body_officer")


@pytest.fixture
def administrators(faulty: Site) -> Iterator[Desk]:
    """Let two administrators come in."""
    yield from two(faulty, "administrator")


def two(site: Site, office: str) -> Iterator[Desk]:
    """Let two people of the office come in; the second is appointed for that."""
    first = next(one for one in site.prepared.accounts if one.office == office)
    code = f"second-{office}"
    person = ["person", "--add", code, "--name", "Е. Екінші", "--office", office]
    person += ["--body", first.body] if first.body else []
    site.prepared.start(*person).communicate(timeout=60)
    with site.jospar.database() as sql:
        sql(_LET_IN, code)
    second = Account(code, office, first.body, "en")
    desk = Desk(signed_in(site, first, 0), signed_in(site, second, 1))
    yield desk
    for browser in desk:
        browser.close()


def rounds_made() -> int:
    """Return how many rounds there are: there is not more to decide on."""
    return min(times(ROUNDS), ROUNDS)


def at(code: str, year: int = YEAR, **asked: object) -> str:
    """Return the address of an act."""
    query = "&".join(f"{name}={value}" for name, value in asked.items())
    return f"/en/{year}/acts/{code}/?{query}"


def race(desk: Desk, address: str, moments: Random, **typed: str) -> tuple[Sent, Sent]:
    """Let both do the same, each on a form of their own."""
    forms = (
        form_of(desk.first, address, **typed),
        form_of(desk.second, address, **typed),
    )
    return together((desk.first, desk.second), address, forms, moments)


def check(site: Site, fault: str, rounds: Iterable[tuple[Sent, Sent]]) -> None:
    """Make all rounds: one wins, and the other is told why not."""
    before, won = site.jospar.entries(), list[int]()
    for sent in rounds:
        winners = [side for side in (0, 1) if sent[side].entry is not None]
        assert len(winners) == 1, sent
        assert sent[1 - winners[0]].reason, sent
        won.append(winners[0])
    assert site.jospar.entries() == before + len(won)
    holds(site, fault, len(won), won_by_the_first=won.count(0))


def check_same(site: Site, fault: str, rounds: Iterable[tuple[Sent, Sent]]) -> None:
    """Make all rounds: both are told of the one entry."""
    before, entries = site.jospar.entries(), set[int]()
    for count, (one, other) in enumerate(rounds, 1):
        assert one.entry is not None, one
        assert one == other
        entries.add(one.entry)
        assert site.jospar.entries() == before + count
    holds(site, fault, len(entries))


def holds(site: Site, fault: str, rounds: int, **figures: int) -> None:
    """Check the journal, and tell the figures."""
    verified = site.jospar("journal", "verify")
    assert (verified.status, verified.err) == (0, "")
    tell(site, fault, rounds, **figures, lost=0, double=0)


def asked(site: Site, sql_text: str, *values: object) -> list[str]:
    """Return what the database answers, as many as there are rounds at most."""
    with site.jospar.database() as sql:
        found = [str(value) for (value,) in sql(sql_text, *values)]
    assert found
    return found[: rounds_made()]


def test_two_conclude_on_a_concept(faulty: Site, heads: Desk) -> None:
    """A concept has one conclusion; the other person reads that it has one."""
    moments = chance("two conclude")
    typed = {
        "expedient": "yes",
        "number": "11-1/1",
        "reasons_kk": "Сыртқы саясатқа сай.",
        "reasons_ru": "Отвечает внешней политике.",
    }
    rounds = (
        race(heads, at("review.conclude", key=key), moments, **typed)
        for key in asked(faulty, _NOT_CONCLUDED, YEAR)
    )
    check(faulty, "two conclude", rounds)


def test_a_form_is_sent_twice(faulty: Site, administrators: Desk) -> None:
    """Both answers tell of the one entry."""
    moments, desk = chance("sent twice"), administrators

    def twice(number: int) -> tuple[Sent, Sent]:
        address = at("reference.list_body")
        typed = {"code": f"twice-{number}", "name_en": f"Bureau {number}"}
        names = {"name_kk": f"{number}-бюро", "name_ru": f"Бюро {number}"}
        form = form_of(desk.first, address, **typed, **names, answers="no")
        token = form_of(desk.second, address)["csrfmiddlewaretoken"]
        again = {**form, "csrfmiddlewaretoken": token}
        return together((desk.first, desk.second), address, (form, again), moments)

    check_same(faulty, "sent twice", map(twice, range(rounds_made())))


def test_a_draft_is_filed_twice(faulty: Site, officers: Desk) -> None:
    """Two colleagues who file it at once hold the same receipt."""
    moments = chance("filed twice")

    def twice(number: int) -> tuple[Sent, Sent]:
        path = f"/en/{YEAR}/write/"
        form = officers.first.get(path, "drafts").form("csrfmiddlewaretoken")
        assert form is not None
        token = {"csrfmiddlewaretoken": form["csrfmiddlewaretoken"]}
        page = officers.first.post(path, token, "begin a draft")
        form = page.form("page", "seen_title_kk")
        assert form is not None
        titles = {"title_kk": f"{number}-келісім", "title_ru": f"Соглашение {number}"}
        officers.first.post(page.path, form | _WRITTEN | titles, "save", target="side")
        address = f"{page.path}file/"
        forms = (filing(officers.first, address), filing(officers.second, address))
        return together((officers.first, officers.second), address, forms, moments)

    check_same(faulty, "filed twice", map(twice, range(rounds_made())))


def filing(browser: Browser, address: str) -> dict[str, str]:
    """Return the form that files a draft, with every caution acknowledged."""
    page = browser.get(address, "page of filing")
    form = page.form("revision")
    assert form is not None, page.text
    return form | page.cautions()


def test_two_administrators_end_an_appointment(
    faulty: Site, administrators: Desk
) -> None:
    """It ends once; the other reads when it does."""
    moments = chance("two end")
    day = f"{YEAR}-12-31"
    for number in range(rounds_made()):
        address = at("reference.appoint")
        form = form_of(
            administrators.first,
            address,
            person=f"gone-{number}",
            name="К. Кеткен",
            office="auditor",
            first_day=f"{YEAR}-01-06",
        )
        administrators.first.post(address.partition("?")[0], form, "act")
    rounds = (
        race(
            administrators,
            at("reference.end_appointment", appointment=entry),
            moments,
            last_day=day,
        )
        for entry in asked(faulty, _APPOINTED, "gone-%")
    )
    check(faulty, "two end an appointment", rounds)


def test_two_administrators_list_a_body(faulty: Site, administrators: Desk) -> None:
    """It is listed once; the other reads that it is."""
    moments = chance("two list")
    rounds = (
        race(
            administrators,
            at("reference.list_body"),
            moments,
            code=f"new-{number}",
            name_kk=f"{number}-агенттік",
            name_ru=f"Агентство {number}",
            name_en=f"Agency {number}",
            answers="no",
        )
        for number in range(rounds_made())
    )
    check(faulty, "two list a body", rounds)


def test_two_administrators_open_a_cycle(faulty: Site, administrators: Desk) -> None:
    """It is opened once; the other reads that it is open."""
    moments = chance("two open")
    rounds = (
        race(administrators, at("reference.open_cycle", year), moments)
        for year in range(YEAR + 1, YEAR + 1 + rounds_made())
    )
    check(faulty, "two open a cycle", rounds)
