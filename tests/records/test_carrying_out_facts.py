"""What the acts of carrying out look at in the record, and what they leave there."""

from datetime import date
from typing import Any

import pytest

from jospar.procedure.perform import ActRefusedError
from jospar.records.models import Concept, Progress, Row, TitleWords
from jospar.records.snapshots import NotInRecordError, facts_for
from jospar.records.title_search import with_words
from jospar.rules.carrying_out.facts import Quarter, RequestFacts, RowFacts
from jospar.rules.core.act import Case
from jospar.rules.core.nouns import Entry, ProgressStage, Text
from jospar.rules.core.offices import Office
from tests.queries.made_life import agreed_later, agreed_rows, later, listed_body
from tests.queries.made_record import open_cycle, place
from tests.rules import made
from tests.rules import made_carrying_out as made_rows
from tests.rules.made import LONG_TERM

pytestmark = pytest.mark.django_db
MARCH, APRIL, MAY = (date(2025, month, 3) for month in (3, 4, 5))


def case(on: date) -> Case:
    """Return the case of a controller on a day."""
    return made.case(actor=made.actor(office=Office.CONTROLLER), on=on, today=on)


def facts(on: date, **changes: Any) -> RowFacts:
    """Return the facts about the row C-1 on a day."""
    filing = made_rows.report(**({"key": "C-1", "on": on} | changes))
    found = facts_for(filing, case(on), made.calendar())
    assert isinstance(found, RowFacts)
    return found


def asked(on: date, **changes: Any) -> RequestFacts:
    """Return the facts about a body that would be asked on a day."""
    filing = made_rows.request_report(**({"on": on, "year": 2025} | changes))
    found = facts_for(filing, case(on), made.calendar())
    assert isinstance(found, RequestFacts)
    return found


def test_facts_about_a_row() -> None:
    """At first it is as it was agreed."""
    agreed_rows()
    title = made.wording().title
    found = facts(MARCH)
    assert (found.row.key, found.name, found.answering) == ("C-1", title, ("trade",))
    assert (found.stage, found.entry) == (ProgressStage.NOT_BEGUN, Entry.NEW)
    assert (found.planned, found.put_forward_on, found.replaced_on) == ({}, None, None)
    assert found.row.signed_on is None


def test_facts_as_of_a_day() -> None:
    """What came later does not count; the last that came before does."""
    agreed_rows()
    later(made_rows.report(key="C-1", on=MARCH, reached_on=None))
    later(made_rows.report(key="C-1", on=MARCH, stage=None, reached_on=None))
    later(made_rows.plan_stage(key="C-1", on=MARCH, planned_on=APRIL))
    later(made_rows.plan_stage(key="C-1", on=APRIL, planned_on=MAY))
    later(made_rows.record_name(key="C-1", on=APRIL))
    later(made_rows.record_signing(key="C-1", on=MAY))
    found = [facts(day) for day in (date(2025, 3, 2), MARCH, APRIL, MAY)]
    assert [one.stage for one in found] == [
        ProgressStage.NOT_BEGUN,
        ProgressStage.IN_TALKS,
        ProgressStage.IN_TALKS,
        ProgressStage.SIGNED,
    ]
    title = made.wording().title
    assert [one.name for one in found] == [title, title, *[made_rows.NAME] * 2]
    assert [[*one.planned.values()] for one in found] == [[], [APRIL], [MAY], [MAY]]
    assert {one.row.signed_on for one in found} == {MAY}


def test_facts_about_what_was_put_forward() -> None:
    """It counts for the year in which it was done, and for no other."""
    agreed_rows()
    later(made_rows.put_forward(key="C-2", plan=LONG_TERM, on=MARCH))
    years = {"key": "C-2", "plan": LONG_TERM}
    found = [facts(on, **years) for on in (date(2024, 12, 31), MAY, date(2026, 1, 1))]
    assert [one.put_forward_on for one in found] == [None, MARCH, None]


def test_facts_about_a_replaced_plan() -> None:
    """A long-term plan is replaced by the next one that is agreed."""
    agreed_rows()
    agreed_later()
    found = facts(MAY, key="C-2", plan=LONG_TERM)
    assert found.replaced_on == date(2025, 12, 8)
    assert facts(MAY).replaced_on is None


@pytest.mark.provision("bodies.succession")
def test_facts_about_a_successor() -> None:
    """It answers from its day on; it is asked instead of the body before it."""
    agreed_rows()
    listed_body("economy")
    later(made_rows.succeed_body(body="trade", successor="economy", on=APRIL))
    assert [facts(day).answering for day in (MARCH, APRIL)] == [
        ("trade",),
        ("economy",),
    ]
    rows = [
        asked(day, body=body).has_rows
        for body in ("trade", "economy", "energy")
        for day in (MARCH, APRIL)
    ]
    assert rows == [True, False, False, True, False, False]


@pytest.mark.provision("bodies.succession")
def test_a_successor_of_a_later_cycle() -> None:
    """A body that only a later cycle lists may take over, and be asked."""
    agreed_rows()
    later(made.open_cycle(year=2025), 2025, date(2025, 1, 9))
    later(made.list_body(code="economy"), 2025, date(2025, 1, 9))
    later(made_rows.succeed_body(body="trade", successor="economy", on=APRIL))
    assert asked(APRIL, body="economy").has_rows
    with pytest.raises(NotInRecordError) as error:
        asked(APRIL, body="culture")
    assert error.value.objection.values == {"key": "culture"}


@pytest.mark.provision("bodies.succession")
@pytest.mark.parametrize(
    ("body", "successor", "field"),
    [("culture", "energy", "body"), ("trade", "culture", "successor")],
)
def test_a_succession_of_unknown_bodies(body: str, successor: str, field: str) -> None:
    """Both bodies are known."""
    open_cycle()
    with pytest.raises(ActRefusedError) as error:
        later(made_rows.succeed_body(body=body, successor=successor, on=MARCH))
    (found,) = error.value.objections
    assert (found.provision, found.field) == ("record.known", field)


@pytest.mark.provision("bodies.succession")
def test_successions_in_a_circle() -> None:
    """They are refused, as a second successor is."""
    open_cycle()
    later(made_rows.succeed_body(body="trade", successor="energy", on=MARCH))
    for body, successor, code in (
        ("energy", "trade", "succession_ends"),
        ("trade", "trade", "not_succeeded_before"),
    ):
        with pytest.raises(ActRefusedError) as error:
            later(made_rows.succeed_body(body=body, successor=successor, on=APRIL))
        assert [found.code for found in error.value.objections][:1] == [code]


def test_facts_about_a_request() -> None:
    """A body is asked once about a quarter of a year."""
    agreed_rows()
    quarter = Quarter.FIRST
    later(made_rows.request_report(on=APRIL, year=2025, quarter=quarter, answer_by=MAY))
    assert asked(MAY, quarter=quarter).asked_on == APRIL
    assert asked(MAY, quarter=Quarter.SECOND).asked_on is None
    assert asked(MAY, quarter=quarter, year=2026).asked_on is None
    assert asked(MAY, quarter=quarter, body="energy").asked_on is None


@pytest.mark.parametrize(("key", "plan"), [("C-1", LONG_TERM), ("C-9", LONG_TERM)])
def test_a_row_that_is_not_there(key: str, plan: Any) -> None:
    """A row of the other plan is none of this one."""
    agreed_rows()
    with pytest.raises(NotInRecordError) as error:
        facts(MARCH, key=key, plan=plan)
    assert error.value.objection.field == "key"


def test_a_row_of_a_draft() -> None:
    """A draft has no row that is carried out."""
    open_cycle()
    place("C-1")
    with pytest.raises(NotInRecordError):
        facts(MARCH)


def test_the_stage_of_a_row() -> None:
    """The last report by its day moves a row, whenever it was recorded."""
    agreed_rows()
    stages = []
    for on, stage in (
        (APRIL, ProgressStage.EXAMINED),
        (MARCH, ProgressStage.IN_TALKS),
        (MAY, None),
    ):
        later(made_rows.report(key="C-1", on=on, stage=stage, reached_on=None))
        stages.append(Row.objects.get(concept__key="C-1").progress)
    assert stages == ["examined", "examined", "examined"]
    later(made_rows.record_signing(key="C-1", on=date(2025, 5, 4)))
    assert Row.objects.get(concept__key="C-1").progress == "signed"
    assert Row.objects.get(concept__key="C-2").progress == "not_begun"
    last = Progress.objects.order_by("-entry")[0]
    assert (last.stage, last.reached_on) == ("signed", date(2025, 5, 4))


@pytest.mark.provision("names.change")
def test_a_present_name_is_searched() -> None:
    """A treaty is found by its agreed title and by its present name, not by an older.

    The agreed title stays as it was, in the concept and in the row.
    """
    agreed_rows()
    number = Concept.objects.get(key="C-1").entry
    before = TitleWords.objects.get(number=number)
    later(made_rows.record_name(key="C-1", on=MARCH))

    def found(*words: str) -> list[int]:
        return sorted(
            TitleWords.objects.filter(
                number__in=with_words([[word] for word in words])
            ).values_list("number", flat=True)
        )

    assert found("товарообороте", "торговле") == [number]
    title = made.wording().title
    other = Text(title.kk, title.ru.replace("о торговле", "об энергии"))
    later(made_rows.record_name(key="C-1", on=APRIL, name=other))
    assert found("товарообороте") == []
    assert found("энергии") == [number]
    assert number in found("торговле")
    later(made_rows.record_name(key="C-1", on=MAY, name=made.wording().title))
    after = TitleWords.objects.get(number=number)
    assert (after.words_kk, after.words_ru) == (before.words_kk, before.words_ru)
    row = Row.objects.get(concept_id=number)
    assert row.fixed is not None
    assert row.fixed["title"]["ru"] == made.wording().title.ru
    assert row.concept.title_ru == made.wording().title.ru
