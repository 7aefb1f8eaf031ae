"""The journal's pages."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client

from jospar.accounts.models import Reading
from jospar.procedure import journal
from jospar.procedure.replay import line_of
from jospar.rules.core.nouns import Term
from jospar.rules.core.offices import Actor, Office, Sight, sees
from jospar.web.journal_content import Said, beginning, field_name, said, when
from tests.browser.looks import HEAVIEST
from tests.procedure.made_chains import TRIGGERS, sql
from tests.procedure.made_orders import perform_act
from tests.procedure.small_year import YEAR as ALL_ACTS
from tests.queries.made_record import do, open_cycle, submit
from tests.rules import made, made_plans
from tests.web.seats import seat

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_verified(db: None) -> Iterator[None]:
    """Begin with a chain that nobody has looked at."""
    cache.clear()
    yield
    cache.clear()


def page(client: Client, address: str) -> str:
    """Return the page at ``address``."""
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def plain(html: str) -> str:
    """Return the text of a page without its marks, blanks made single."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.parametrize("office", Office)
def test_the_journal_is_open_to_its_offices(office: Office) -> None:
    """Nobody else sees the list or an entry."""
    open_cycle()
    body = "trade" if office in {Office.BODY_OFFICER, Office.RECIPIENT} else ""
    client = seat(office, body)
    expected = 200 if sees(office, Sight.JOURNAL) else 403
    for address in ("", "1/"):
        assert client.get(f"/ru/2024/journal/{address}").status_code == expected


@pytest.mark.slow
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_act_of_a_year_is_shown(language: str) -> None:
    """Each has a name and readable content, in every language."""
    for filing in ALL_ACTS:
        perform_act(filing)
    client = seat(Office.AUDITOR)
    page(client, f"/{language}/2024/journal/")
    for entry in journal.entries():
        html = page(client, f"/{language}/{entry.year}/journal/{entry.number}/")
        assert len(re.findall('<dd class="value"', html)) > 1


def test_an_entry_says_who_acted_for_whom_and_on_what_ground() -> None:
    """With its document, its day, its moment and its place in the chain."""
    open_cycle()
    for code, name in (("a.a", "А. Ахметова"), ("b.b", "Б. Оспанов")):
        do(made.appoint(person=code, name=name))
    actor = Actor("a.a", Office.REGISTRAR, standing_in_for="b.b")
    filing = made.submit_concept(key="C-1", proposers=("trade",))
    number = perform_act(filing, date(2024, 12, 31), actor=actor).number
    text = plain(page(seat(Office.AUDITOR), f"/en/2024/journal/{number}/"))
    for part in (
        "Concept filed",
        "Day of effect 20 September 2024",
        "Recorded 31 December 2024, 23:59:59",
        "А. Ахметова for Б. Оспанов, registrar of the Ministry",
        "Document 12-3/45",
        "¶ 4 Concepts reach the Ministry every year by 25 September",
        "This entry was verified and holds.",
    ):
        assert part in text


def test_cautions_are_said_in_the_readers_language() -> None:
    """As the kernel said them, days written as people write them."""
    open_cycle()
    term = Term(date(2035, 1, 1), date(2035, 12, 31))
    number = submit("C-1", wording=made.wording(conclude=term))
    html = page(seat(Office.AUDITOR), f"/en/2024/journal/{number}/")
    assert '<h2 id="cautions">Cautions</h2>' in html
    assert "2035" in html[html.index('id="cautions"') :]


def test_reading_an_entry_is_recorded() -> None:
    """The list is not: it shows no content."""
    open_cycle()
    client = seat(Office.AUDITOR)
    page(client, "/en/2024/journal/")
    page(client, "/en/2024/journal/1/")
    assert [reading.what for reading in Reading.objects.all()] == ["entry 1"]


def test_a_long_entry_is_shown_in_part_and_sent_whole() -> None:
    """A plan of 400 rows makes no heavy page; the file is the journal's own line."""
    open_cycle()
    rows = tuple(made_plans.brought_row(f"P-{n}") for n in range(400))
    number = perform_act(made_plans.past_plan(rows=rows)).number
    client, address = seat(Office.AUDITOR), f"/{made_plans.PAST}/journal/{number}"
    html = page(client, f"/kk{address}/")
    assert len(html.encode()) < HEAVIEST / 2
    assert html[html.index('id="cautions"') :].count("<li>") == 11
    assert f'<a href="{address}.json">' in html
    answer = client.get(f"{address}.json")
    found = journal.numbered(number)
    assert found is not None
    assert answer.content == line_of(found)
    assert answer["Content-Disposition"].endswith(f'filename="journal-{number}.json"')
    assert [reading.what for reading in Reading.objects.all()] == [
        f"entry {number}"
    ] * 2


def test_long_texts_are_cut_and_those_behind_them_left_out() -> None:
    """One text and all together have their bounds; an effect of nothing stays."""
    short, long = Said("a", "b", ""), Said("a", "b" * 9_000, "kk")
    cut = Said("a", "b" * 3_000 + "…", "kk")
    assert beginning([(short,), (), (long,)]) == [(short,), (), (cut,)]
    rest = 15_000 - 4 * (60 + 1 + 3_001)
    found = beginning([(long,) * 4, (long, short), (short,)])
    assert found == [(cut,) * 4, (Said("a", "b" * rest + "…", "kk"),)]


@pytest.mark.parametrize("number", ["99", "9" * 30])
def test_an_entry_that_there_is_not(number: str) -> None:
    """Nor is one of another year shown here."""
    open_cycle()
    client = seat(Office.AUDITOR)
    assert client.get(f"/en/2024/journal/{number}/").status_code == 404
    assert client.get("/en/2023/journal/1/").status_code == 404
    assert client.get(f"/2024/journal/{number}.json").status_code == 404
    assert client.get("/en/2023/journal/").status_code == 404


def test_the_filter_is_kept_and_goes_on() -> None:
    """What was asked for stands in the form and in the way to older entries."""
    open_cycle()
    for count in range(60):
        submit(f"C-{count}")
    client = seat(Office.AUDITOR)
    html = page(client, "/en/2024/journal/?act=intake.submit_concept&verify=1")
    assert '<option value="intake.submit_concept" selected>' in html
    older = re.search(r'href="\?(act=intake.submit_concept&amp;before=\d+)"', html)
    assert older is not None
    rest = page(client, f"/en/2024/journal/?{older[1].replace('&amp;', '&')}")
    assert rest.count("<tr>") == 11


@pytest.mark.parametrize(
    "asked", ["record=nothing", "first_day=2024-13-01&act=x", "before=x&record=%01"]
)
def test_a_filter_that_finds_nothing_or_makes_no_sense(asked: str) -> None:
    """The page says what would help, or shows what can be shown."""
    open_cycle()
    page(seat(Office.AUDITOR), f"/en/2024/journal/?{asked}")


def test_a_chain_that_does_not_hold_is_said_at_once() -> None:
    """With the number of the entry."""
    open_cycle()
    client = seat(Office.AUDITOR)
    for trigger in TRIGGERS[connection.vendor]:
        sql(trigger)
    sql("UPDATE records_journalentry SET act = 'reference.appoint' WHERE number = 2")
    text = plain(page(client, "/en/2024/journal/"))
    assert "The chain does not hold Entry 2 of the journal" in text


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ({"key": "C-1"}, "C-1"),
        ({"expedient": True}, "Yes"),
        ({"expedient": False}, "No"),
        ({"plan": "long_term"}, "long-term plan"),
        ({"outcome": "agreed"}, "agreed"),
        ({"outcome": "exclude"}, "exclude"),
        ({"office": "head"}, "head of the International Law Department"),
    ],
)
def test_values_are_said_as_people_say_them(
    value: dict[str, object], shown: str
) -> None:
    """Flags, choices and offices have their words."""
    assert [field.value for field in said(value, "en")] == [shown]


def test_texts_and_terms_are_laid_flat() -> None:
    """A text has its language, a term its two days; what is empty is left out."""
    value = {
        "wording": {
            "title": {"kk": "Келісім", "ru": ""},
            "conclude": {"first_day": "2025-01-01", "last_day": "2025-12-31"},
            "level": "interagency",
            "note_kk": "Е",
        },
        "concepts": ["C-1", "C-2"],
        "files": [{"size": 3}],
        "empty": [],
    }
    found = said(value, "en")
    assert [(field.value, field.language) for field in found] == [
        ("Келісім", "kk"),
        ("1 January 2025", ""),
        ("31 December 2025", ""),
        ("interagency", ""),
        ("Е", "kk"),
        ("C-1; C-2", ""),
        ("3", ""),
    ]
    assert not found[0].long


def test_what_has_no_name_keeps_its_code() -> None:
    """A field of an older edition is shown all the same."""
    assert field_name("nothing_known", "kk") == "nothing_known"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2024-09-20", "20 September 2024"),
        ("2024-09-25T18:30:00+00:00", "25 September 2024, 23:30:00"),
        ("12-3/45", "12-3/45"),
    ],
)
def test_days_and_moments_are_those_of_astana(text: str, shown: str) -> None:
    """Another text stays as it is."""
    assert when(text, "en") == shown
