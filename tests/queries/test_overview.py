"""A cycle at a glance, as the desk shows it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jospar.queries.cycle import Answer, ConceptStage
from jospar.queries.cycle_record import CycleRecord, cycle_record
from jospar.queries.deadline_lines import DeadlineState, WorkDay, state_on
from jospar.queries.overview import Overview, overview
from jospar.queries.plan_screen import Paper, PaperKind, Step, StepState, plan_screen
from jospar.rules.commission.facts import Outcome
from jospar.rules.core.deadlines import deadline_in
from jospar.rules.core.nouns import Level
from tests.queries.made_record import agree, do, open_cycle, place, submit
from tests.rules import made
from tests.rules.made import CURRENT, LONG_TERM, RULES, YEAR
from tests.web.made_year import agreed_year, drafted_year, send_out

pytestmark = pytest.mark.django_db

AFTERWARDS = date(2025, 1, 31)
Numbered = Callable[[int], AbstractContextManager[object]]


def record() -> CycleRecord:
    """Return the cycle as of the year after it."""
    return cycle_record(RULES, YEAR, AFTERWARDS)


def glance() -> Overview:
    """Return the cycle at a glance."""
    return overview(RULES, record())


@pytest.mark.parametrize(
    "rows", [30, pytest.param(300, marks=pytest.mark.slow)], ids=str
)
def test_the_queries_do_not_hang_on_the_rows(
    rows: int, django_assert_num_queries: Numbered
) -> None:
    """One row, thirty and three hundred are read alike."""
    drafted_year(1)
    with CaptureQueriesContext(connection) as one:
        assert glance().plans[0].rows == 1
    for number in range(1, rows):
        place(f"C-{number}")
    with django_assert_num_queries(len(one)):
        assert glance().plans[0].rows == rows


def test_an_agreed_plan_is_read_in_sixteen_queries(
    django_assert_num_queries: Numbered,
) -> None:
    """A draft has no recipients yet, and takes less."""
    drafted_year(2)
    with django_assert_num_queries(12):
        assert plan_screen(RULES, YEAR, CURRENT).rows == 2
    agree()
    with django_assert_num_queries(16):
        assert plan_screen(RULES, YEAR, CURRENT).rows == 2


def test_bodies_stand_under_what_they_answered() -> None:
    """The official order holds within each answer."""
    agreed_year()
    assert [
        (answer, [body.code for body in bodies]) for answer, bodies in glance().answers
    ] == [
        (Answer.SUBMITTED, ["trade"]),
        (Answer.NONE, ["energy"]),
        (Answer.LATE, ["culture"]),
        (Answer.SILENT, ["sport"]),
    ]


def test_a_body_that_need_not_answer_is_named_only_if_it_did() -> None:
    """Its silence is nobody's matter."""
    open_cycle()
    do(made.list_body(code="bank", answers=False))
    do(made.list_body(code="court", answers=False))
    submit("C-1", proposers=("bank",))
    named = [body.code for _answer, bodies in glance().answers for body in bodies]
    assert named == ["bank", "trade", "energy"]


def test_concepts_are_counted_by_what_became_of_them() -> None:
    """Every stage is named, also one without concepts."""
    agreed_year()
    figures = glance().concepts
    assert (figures.total, figures.late, figures.incomplete) == (3, 1, 0)
    assert figures.stages == (
        (ConceptStage.RECEIVED, 1),
        (ConceptStage.PLACED, 2),
        (ConceptStage.NOT_EXPEDIENT, 0),
        (ConceptStage.EXCLUDED, 0),
        (ConceptStage.RETURNED, 0),
        (ConceptStage.WITHDRAWN, 0),
    )


def test_the_work_of_a_deadline_is_counted_by_day() -> None:
    """Late work is told from work in time."""
    agreed_year()
    first, review, *_others, last = record().deadlines
    assert first.work == (
        WorkDay(date(2024, 9, 20), in_time=3, late=0),
        WorkDay(date(2024, 9, 26), in_time=0, late=1),
    )
    assert (first.done, first.needed) == (3, 4)
    assert review.work == (WorkDay(date(2024, 10, 10), in_time=2, late=0),)
    assert last.work == (WorkDay(date(2024, 12, 6), in_time=1, late=0),)
    assert (last.plan, last.done, last.needed) == (LONG_TERM, 1, 3)


def test_a_deadline_says_why_it_is_that_day() -> None:
    """The days off that it skips have their reasons in three languages."""
    open_cycle()
    days = record().deadlines[1].days_off
    assert [(day.on.day, day.reason["en"]) for day in days] == [
        (25, "Republic Day"),
        (26, "weekend"),
        (27, "weekend"),
    ]


@pytest.mark.parametrize(
    ("today", "days_late", "needed", "state"),
    [
        (date(2024, 11, 9), None, 1, DeadlineState.AHEAD),
        (date(2024, 11, 10), None, 1, DeadlineState.DUE),
        (date(2024, 11, 11), None, 1, DeadlineState.DUE),
        (date(2024, 11, 12), None, 1, DeadlineState.OVERDUE),
        (date(2024, 11, 12), None, 0, DeadlineState.IDLE),
        (date(2024, 11, 12), 0, 1, DeadlineState.MET),
        (date(2024, 11, 12), 1, 1, DeadlineState.LATE),
    ],
)
def test_a_deadline_stands_differently_on_each_day(
    today: date, days_late: int | None, needed: int, state: DeadlineState
) -> None:
    """10 November 2024 is a Sunday; lateness begins after Monday."""
    calendar = made.calendar()
    deadline = deadline_in(RULES, "commission.deadline", YEAR, calendar)
    assert state_on(deadline, days_late, needed, today) == state


def test_a_plan_goes_its_way_step_by_step() -> None:
    """What was returned stays on the way, and the plan is a draft again."""
    open_cycle()
    assert not plan_screen(RULES, YEAR, CURRENT).drafted
    place("C-1")
    drafted = plan_screen(RULES, YEAR, CURRENT)
    assert (drafted.drafted, drafted.now) == (True, Step.DRAFTED)
    assert drafted.counts == (
        (Level.INTERSTATE, 0),
        (Level.INTERGOVERNMENTAL, 1),
        (Level.INTERAGENCY, 0),
    )
    do(made.send_to_commission(on=date(2024, 11, 8)))
    entry = do(made.decide(on=date(2024, 11, 11), number="1", outcome=Outcome.RETURNED))
    returned = plan_screen(RULES, YEAR, CURRENT)
    assert returned.now is Step.DRAFTED
    assert returned.steps[2].papers == (
        Paper(PaperKind.RETURNED, date(2024, 11, 11), "1", entry),
    )


def test_an_agreed_plan_goes_to_its_recipients() -> None:
    """It has arrived when the last one was sent it."""
    open_cycle()
    place("C-1")
    agree()
    agreed = plan_screen(RULES, YEAR, CURRENT)
    assert (agreed.now, agreed.sent_to, agreed.recipients) == (Step.AGREED, 0, 3)
    assert [step.state for step in agreed.steps] == [
        *[StepState.DONE] * 4,
        StepState.NOW,
        StepState.AHEAD,
    ]
    for recipient in ("parliament", "government_office", "trade"):
        send_out(recipient, date(2024, 12, 6))
    sent = plan_screen(RULES, YEAR, CURRENT)
    assert (sent.now, sent.sent_to) == (Step.DISTRIBUTED, 3)
    assert {step.state for step in sent.steps} == {StepState.DONE}
    assert sent.steps[-1].on == date(2024, 12, 6)
