"""The concepts of a cycle as a list."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jospar.queries.concept_filters import late
from jospar.queries.concept_list import (
    COUNTED,
    Asked,
    ConceptList,
    View,
    concept_list,
)
from jospar.queries.cycle import ConceptStage, intake_deadline
from jospar.records.models import Clarification, Concept, Proposer
from jospar.rules.commission.facts import RowOutcome
from jospar.rules.core.deadlines import ASTANA, came_in_time, day_in_astana
from jospar.rules.core.nouns import Level, Term, Text
from jospar.rules.core.offices import Actor, Office
from tests.queries.made_record import LATE, conclude, do, open_cycle, place, submit
from tests.rules import made
from tests.rules.made import CURRENT, LONG_TERM, RULES, YEAR, YEAR_2026

pytestmark = pytest.mark.django_db

HEAD = Actor("a.akhmetova", Office.HEAD)
OFFICER = Actor("b.bolatov", Office.BODY_OFFICER, "trade")
DECIDED = date(2024, 11, 15)


def listed(
    actor: Actor = HEAD, after: int = 0, size: int = 50, **asked: Any
) -> ConceptList:
    """Return a page of the list."""
    return concept_list(actor, RULES, YEAR, Asked(**asked), after=after, size=size)


def keys(actor: Actor = HEAD, **asked: Any) -> list[str]:
    """Return the keys of what is listed."""
    return [line.key for line in listed(actor, **asked).lines]


def every_stage() -> None:
    """Have a concept at each stage, named for it, and two that are late."""
    open_cycle()
    submit("received")
    submit("late", received_at=LATE)
    submit("returned", received_at=LATE)
    do(made.return_late(key="returned", on=date(2024, 9, 27)))
    submit("withdrawn")
    do(made.withdraw_concept(key="withdrawn", on=date(2024, 9, 27)))
    submit("not_expedient", proposers=("energy", "trade"))
    conclude("not_expedient", expedient=False)
    submit("expedient")
    conclude("expedient")
    place("placed")
    place("excluded")
    do(made.send_to_commission(plan=CURRENT, on=date(2024, 11, 8)))
    do(made.decide(plan=CURRENT, on=DECIDED))
    do(made.decide_row(key="excluded", outcome=RowOutcome.EXCLUDE))


@pytest.mark.parametrize("stage", ConceptStage)
def test_stages(stage: ConceptStage) -> None:
    """Each stage is asked for as it is shown."""
    every_stage()
    found = listed(stage=stage).lines
    everything = listed().lines
    assert found == tuple(line for line in everything if line.stage is stage)
    assert stage.value in {line.key for line in found}
    assert len(everything) == 8


@pytest.mark.parametrize(
    ("view", "found"),
    [
        (View.LATE, ["late"]),
        (View.TO_CONCLUDE, ["received"]),
        (View.TO_NOTIFY, ["not_expedient", "expedient", "placed", "excluded"]),
        (View.TO_PLACE, ["expedient"]),
    ],
)
def test_views(view: View, found: list[str]) -> None:
    """What the Ministry still has to do."""
    every_stage()
    assert keys(view=view) == found
    assert keys(OFFICER, view=view) == (found if view is View.LATE else [])


def test_filters() -> None:
    """Body, level, plan, term, lateness; several at once narrow together."""
    every_stage()
    submit(
        "C-9",
        proposers=("energy",),
        wording=made.wording(level=Level.INTERSTATE, conclude=YEAR_2026),
    )
    assert keys(body="energy") == ["not_expedient", "C-9"]
    assert keys(level=Level.INTERSTATE) == ["C-9"]
    assert keys(plan=CURRENT) == ["placed"]
    assert keys(plan=LONG_TERM) == []
    assert keys(year=2026) == ["C-9"]
    assert keys(late=True) == ["late", "returned"]
    assert keys(late=False, body="energy", year=2025) == ["not_expedient"]


def test_terms_overlap_the_year() -> None:
    """A term is in each year that it has a day of."""
    open_cycle()
    term = Term(first_day=date(2025, 12, 31), last_day=date(2027, 1, 1))
    submit("C-1", wording=made.wording(conclude=term))
    found = [keys(year=year) for year in (2024, 2025, 2026, 2027, 2028)]
    assert found == [[], ["C-1"], ["C-1"], ["C-1"], []]


def test_clarifications() -> None:
    """Of what the body was asked about, and what of it it answered."""
    open_cycle()
    for number, answered_on in enumerate((None, date(2024, 10, 4)), start=1):
        _ask(submit(f"C-{number}"), 100 + number, answered_on)
    submit("C-3")
    assert [line.answered for line in listed().lines] == [False, True, None]
    assert (keys(answered=False), keys(answered=True)) == (["C-1"], ["C-2"])


def _ask(concept: int, entry: int, answered_on: date | None) -> None:
    Clarification.objects.create(
        entry=entry,
        concept_id=concept,
        on=date(2024, 10, 2),
        answer_by=date(2024, 10, 9),
        answered_on=answered_on,
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("турызм", ["C-1"]),
        ("Туризмді", ["C-1"]),
        ("кызыл кітап", ["C-2"]),
        ("КИТАП", ["C-2"]),
        ("Красн книги", ["C-2"]),
        ("крансой", ["C-2"]),
        ("туризм книга", []),
        ("соглашения", ["C-1", "C-2"]),
        ("футбол", []),
        ("№", ["C-1", "C-2"]),
    ],
)
def test_search(text: str, found: list[str]) -> None:
    """In part, in another form, without Kazakh letters, with a slip of the finger."""
    open_cycle()
    for key, kk, ru in (
        ("C-1", "Туризм туралы келісім", "Соглашение о туризме"),
        ("C-2", "Қызыл кітап туралы келісім", "Соглашение о Красной книге"),
    ):
        submit(key, wording=made.wording(title=Text(kk, ru)))
    assert keys(text=text) == found


def test_a_body_learns_of_a_conclusion_when_it_is_sent() -> None:
    """And of rows of a draft not at all, by no filter either."""
    every_stage()
    assert keys(OFFICER) == keys()
    assert {line.stage for line in listed(OFFICER).lines} == {
        ConceptStage.RECEIVED,
        ConceptStage.RETURNED,
        ConceptStage.WITHDRAWN,
    }
    assert {line.concluded_on for line in listed(OFFICER).lines} == {None}
    for stage in (
        ConceptStage.PLACED,
        ConceptStage.EXCLUDED,
        ConceptStage.NOT_EXPEDIENT,
    ):
        assert keys(OFFICER, stage=stage) == []
    assert keys(OFFICER, plan=CURRENT) == []
    do(made.notify(key="not_expedient", on=date(2024, 10, 15)))
    assert keys(OFFICER, stage=ConceptStage.NOT_EXPEDIENT) == ["not_expedient"]
    received = [line.key for line in listed(OFFICER, stage=ConceptStage.RECEIVED).lines]
    assert received == ["received", "late", "expedient", "placed", "excluded"]


def test_another_body_sees_nothing() -> None:
    """What is not one's own is not counted either."""
    every_stage()
    found = listed(Actor("x", Office.BODY_OFFICER, "culture"))
    assert (found.lines, found.count, found.more, found.after) == ((), 0, False, None)


def test_pages() -> None:
    """Each page begins where the one before it ended; the count is that of all."""
    open_cycle()
    entries = [submit(f"C-{number}") for number in range(5)]
    pages = []
    after: int | None = 0
    while after is not None:
        page = listed(after=after, size=2)
        pages.append([line.entry for line in page.lines])
        assert (page.count, page.more) == (5, False)
        after = page.after
    assert pages == [entries[:2], entries[2:4], entries[4:]]
    assert listed(size=5).after is None


def _filled(number: int) -> None:
    """Have ``number`` concepts, copies of one past ``perform``."""
    concept = Concept.objects.get()
    first = concept.entry
    for entry in range(first + 1, first + number):
        concept.entry, concept.key = entry, f"C-{entry}"
        concept.save(force_insert=True)
        Proposer.objects.create(concept_id=entry, position=0, body="trade")


@pytest.mark.parametrize(
    "rows", [30, pytest.param(3_000, marks=pytest.mark.slow)], ids=str
)
def test_queries_do_not_hang_on_the_rows(rows: int) -> None:
    """One row, thirty and three thousand are read alike, and counted up to a limit."""
    open_cycle()
    submit("C-1")
    for actor in (HEAD, OFFICER):
        with CaptureQueriesContext(connection) as queries:
            assert listed(actor).count == 1
        assert len(queries) == 7
    _filled(rows)
    for actor in (HEAD, OFFICER):
        with CaptureQueriesContext(connection) as queries:
            found = listed(actor)
        assert (found.count, found.more) == (min(rows, COUNTED), rows > COUNTED)
        assert len(queries) == 7
    with CaptureQueriesContext(connection) as queries:
        assert listed(text="сауда").count == 1
    assert len(queries) == 9


@pytest.mark.parametrize("receipt", ["received", "sent"])
@pytest.mark.parametrize("incomplete", ["completion_counts", "keeps_day"])
def test_late_is_what_the_kernel_calls_late(receipt: str, incomplete: str) -> None:
    """By each reading, for each day of receipt, sending and completion."""
    ruleset = made.rules(receipt=receipt, incomplete=incomplete)
    open_cycle()
    deadline = intake_deadline(ruleset, YEAR)
    last = deadline.late_after
    midnight = datetime(last.year, last.month, last.day, tzinfo=ASTANA)
    midnight += timedelta(days=1)
    days = (None, last - timedelta(days=1), last, last + timedelta(days=1))
    submit("C-1")
    concept = Concept.objects.get()
    expected = {}
    for moment in (midnight - timedelta(seconds=1), midnight):
        for sent_on in days:
            for complete_on in {*days, day_in_astana(moment)}:
                concept.entry += 1
                concept.key = str(concept.entry)
                concept.received_at = moment
                concept.received_on = day_in_astana(moment)
                concept.sent_on, concept.complete_on = sent_on, complete_on
                concept.save(force_insert=True)
                expected[concept.entry] = not came_in_time(
                    ruleset,
                    deadline,
                    received_at=moment,
                    sent_on=sent_on,
                    complete_on=complete_on,
                )
    found = Concept.objects.filter(entry__in=expected)
    assert {
        entry: entry
        in set(found.filter(late(ruleset, deadline)).values_list("entry", flat=True))
        for entry in expected
    } == expected
    in_time = found.exclude(late(ruleset, deadline)).values_list("entry", flat=True)
    assert set(in_time) == {entry for entry, is_late in expected.items() if not is_late}
