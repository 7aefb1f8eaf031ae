"""One act on many concepts, on one page."""

import re
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jospar.procedure.rehearsal import rehearse_on
from jospar.records.models import Conclusion, JournalEntry, PreparedConclusion
from jospar.rules.core.nouns import Text
from jospar.rules.core.offices import Office
from jospar.rules.review.facts import PrepareConclusion
from tests.queries.made_record import DURING, LATE, do, open_cycle, submit
from tests.web.seats import seat

pytestmark = pytest.mark.django_db

PREPARE = "/en/2024/acts/review.prepare_conclusion/many/"
CONCLUDE = "/en/2024/acts/review.conclude/many/"
SAME = {
    "same.expedient": "yes",
    "same.on": "2024-10-10",
    "same.reasons_kk": "Себебі",
    "same.reasons_ru": "Основание",
}


@pytest.fixture
def entries() -> dict[str, int]:
    """Return the numbers of concepts by their keys; one came late, one is energy's."""
    open_cycle()
    rehearse_on(DURING)
    return {
        "C-1": submit("C-1"),
        "C-2": submit("C-2"),
        "late": submit("late", received_at=LATE),
        "other": submit("other", proposers=("energy",)),
    }


def asked(address: str, *keys: str) -> str:
    """Return the address with the concepts that were marked."""
    return f"{address}?{urlencode({'key': keys}, doseq=True)}"


def sent(*keys: str, **changes: object) -> dict[str, object]:
    """Return what is sent to prepare conclusions on the concepts."""
    return {"act_id": str(uuid4()), "key": keys} | SAME | changes


def test_each_marked_concept_has_a_form(entries: dict[str, int]) -> None:
    """One that the act is closed for says why, and has none."""
    html = seat(Office.REVIEWER).get(asked(PREPARE, "C-1", "C-2", "late")).text
    forms = re.findall(r'<input type="hidden" name="key" value="(.+)">', html)
    assert forms == ["C-1", "C-2"]
    assert f'name="{entries["C-1"]}.reasons_ru"' in html
    closed = html[html.index('id="closed"') : html.index('id="same"')]
    assert f"/en/2024/concepts/{entries['late']}/" in closed
    assert "paragraph 6" in closed


def test_what_is_written_once_serves_all(entries: dict[str, int]) -> None:
    """A concept's own words come before it."""
    own = {f"{entries['C-2']}.reasons_ru": "Своё основание"}
    answer = seat(Office.REVIEWER).post(PREPARE, sent("C-1", "C-2", **own))
    assert answer.status_code == 200
    assert '<section class="said done" role="status">' in answer.text
    found = PreparedConclusion.objects.order_by("concept__key")
    assert list(found.values_list("concept__key", "reasons_ru", "on")) == [
        ("C-1", "Основание", DURING),
        ("C-2", "Своё основание", DURING),
    ]


def test_one_that_is_refused_stops_no_other(entries: dict[str, int]) -> None:
    """It stays on the page with what speaks against it."""
    answer = seat(Office.REVIEWER).post(PREPARE, sent("C-1", "late"))
    assert answer.status_code == 422
    assert "paragraph 6" in answer.text
    assert [one.concept.key for one in PreparedConclusion.objects.all()] == ["C-1"]


def test_a_fault_keeps_what_was_typed(entries: dict[str, int]) -> None:
    """And nothing is performed on the concept that has it."""
    own = {f"{entries['C-1']}.on": "soon", f"{entries['C-1']}.reasons_ru": "Своё"}
    answer = seat(Office.REVIEWER).post(PREPARE, sent("C-1", "C-2", **own))
    assert answer.status_code == 422
    assert 'value="soon"' in answer.text
    assert "Своё" in answer.text
    assert [one.concept.key for one in PreparedConclusion.objects.all()] == ["C-2"]


def test_a_caution_is_acknowledged_for_each(entries: dict[str, int]) -> None:
    """A tick at one concept serves no other."""
    form = sent("C-1", "C-2", **{"same.reasons_ru": ""})
    reviewer = seat(Office.REVIEWER)
    answer = reviewer.post(PREPARE, form)
    code = "reasons_in_both_languages"
    tick = f'name="{entries["C-1"]}.acknowledged" value="{code}"'
    assert (answer.status_code, tick in answer.text) == (422, True)
    reviewer.post(PREPARE, form | {f"{entries['C-1']}.acknowledged": code})
    assert [one.concept.key for one in PreparedConclusion.objects.all()] == ["C-1"]


def test_the_same_page_sent_twice_is_each_act_once(entries: dict[str, int]) -> None:
    """A second click changes nothing, and tells the same."""
    form, reviewer = sent("C-1", "C-2"), seat(Office.REVIEWER)
    assert [reviewer.post(PREPARE, form).status_code for _ in range(2)] == [200, 200]
    found = JournalEntry.objects.filter(act="review.prepare_conclusion")
    assert found.count() == 2


def test_a_past_day_is_proven_once_for_all(entries: dict[str, int]) -> None:
    """The acts have no paper of their own, so the form asks for one."""
    reviewer, form = seat(Office.REVIEWER), sent("C-1", **{"same.on": "2024-10-01"})
    answer = reviewer.post(PREPARE, form)
    assert (answer.status_code, 'name="proof"' in answer.text) == (422, True)
    assert reviewer.post(PREPARE, form | {"proof": "12-3/45"}).status_code == 200


def test_a_conclusion_is_signed_as_it_was_prepared(entries: dict[str, int]) -> None:
    """Its own words stand in its form, and what is typed for all leaves them alone."""
    reasons = Text("Дайын", "Готово")
    do(PrepareConclusion("C-1", False, DURING, reasons))
    head = seat(Office.HEAD)
    assert "Готово" in head.get(asked(CONCLUDE, "C-1")).text
    number = {f"{entries['C-1']}.{name}": text for name, text in OWN.items()}
    ticks = {f"{entries['C-1']}.acknowledged": "signed_as_agreed"}
    form = {"act_id": str(uuid4()), "key": ["C-1"], "same.on": "2024-10-10"}
    answer = head.post(CONCLUDE, form | number | ticks)
    assert answer.status_code == 200
    given = Conclusion.objects.get()
    assert (given.expedient, given.reasons_ru, given.number) == (False, "Готово", "7")


OWN = {
    "expedient": "no",
    "reasons_kk": "Дайын",
    "reasons_ru": "Готово",
    "number": "7",
    "signed_by": "Б. О.",
}


def test_a_body_acts_on_no_concept_of_another(entries: dict[str, int]) -> None:
    """What it does not see is as if it were not marked; nor may it do these acts."""
    officer = seat(Office.BODY_OFFICER, "trade")
    html = officer.get(asked(PREPARE, "C-1", "other", "nothing")).text
    assert f"/concepts/{entries['C-1']}/" in html
    assert f"/concepts/{entries['other']}/" not in html
    assert officer.post(PREPARE, sent("C-1", "other")).status_code == 422
    assert PreparedConclusion.objects.count() == 0


def test_nothing_marked_says_so(entries: dict[str, int]) -> None:
    """The way leads back to the list, or to where one came from in this house."""
    reviewer = seat(Office.REVIEWER)
    html = reviewer.get(PREPARE).text
    assert "<form class=" not in html
    assert 'href="/en/2024/concepts/"' in html
    back = reviewer.get(f"{PREPARE}?back=/en/2024/").text
    assert 'class="button" href="/en/2024/"' in back
    stranger = reviewer.get(f"{PREPARE}?back=https://example.org/").text
    assert 'class="button" href="/en/2024/concepts/"' in stranger


@pytest.mark.parametrize(
    "address",
    [
        "/en/2024/acts/no.such_act/many/",
        "/en/2024/acts/commission.decide/many/",
        "/en/2031/acts/review.conclude/many/",
    ],
)
def test_what_is_not_there_is_not_found(entries: dict[str, int], address: str) -> None:
    """Only some acts are performed on many."""
    assert seat(Office.HEAD).get(address).status_code == 404


def test_nobody_comes_here_without_signing_in(entries: dict[str, int]) -> None:
    """Not even with a form that is filled in."""
    assert Client().post(PREPARE, sent("C-1")).status_code == 302
    assert PreparedConclusion.objects.count() == 0


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_page_stands_in_each_language(
    entries: dict[str, int], language: str
) -> None:
    """Its heading says the act and how many concepts."""
    names = {"kk": "2 тұжырымдама", "ru": "2 концепции", "en": "2 concepts"}
    address = asked(PREPARE.replace("/en/", f"/{language}/"), "C-1", "C-2")
    answer = seat(Office.REVIEWER).get(address)
    assert f": {names[language]}</h1>" in answer.text


def test_what_the_record_offers_is_read_once_for_all() -> None:
    """What may be done is asked for each; the rest is not."""
    open_cycle()
    for number in range(30):
        submit(f"C-{number}")
    head = seat(Office.HEAD)

    def queries(count: int) -> int:
        keys = [f"C-{number}" for number in range(count)]
        with CaptureQueriesContext(connection) as found:
            assert head.get(asked(CONCLUDE, *keys)).status_code == 200
        return len(found)

    queries(1)
    one, two, thirty = (queries(count) for count in (1, 2, 30))
    assert thirty - one == 29 * (two - one)
