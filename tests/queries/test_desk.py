"""The desk of each office."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jospar.queries.concept_list import Asked, View, concept_list
from jospar.queries.cycle_record import cycle_record
from jospar.queries.desk import Desk, Urgency, desk, tasks_before
from jospar.queries.desk_tasks import DOES
from jospar.queries.tasks import TaskKind
from jospar.rules.core.nouns import Text
from jospar.rules.core.offices import OF_ONE_BODY, Actor, Office, offices_of
from tests.queries.made_amended import agreed_plan
from tests.queries.made_record import LATE, agree, conclude, do, open_cycle, submit
from tests.rules import made
from tests.rules.made import RULES, YEAR
from tests.web.made_year import drafted_year, send_out

pytestmark = pytest.mark.django_db

Numbered = Callable[[int], AbstractContextManager[object]]
OCTOBER = date(2024, 10, 10)
_OF_ROWS = {Office.BODY_OFFICER: 2, Office.CONTROLLER: 2}
"""How many queries look for plans in force, where none is."""


def desk_of(office: Office, body: str = "", today: date = OCTOBER) -> Desk:
    """Return the desk of the office as of ``today``."""
    if office in OF_ONE_BODY and not body:
        body = "trade"
    return desk(Actor("x", office, body), cycle_record(RULES, YEAR, today))


def tasks(office: Office, body: str = "", today: date = OCTOBER) -> list[TaskKind]:
    """Return what the office has to do."""
    return [task.kind for task in desk_of(office, body, today).tasks]


def waits(office: Office, body: str = "", today: date = OCTOBER) -> list[TaskKind]:
    """Return what the office waits for."""
    return [task.kind for task in desk_of(office, body, today).waits]


def test_the_desk_is_read_in_six_queries(django_assert_num_queries: Numbered) -> None:
    """One concept or thirty, whatever the office; the record is read alike, too."""
    drafted_year(1)
    with CaptureQueriesContext(connection) as one:
        record = cycle_record(RULES, YEAR, OCTOBER)
    for office in Office:
        with django_assert_num_queries(6 + _OF_ROWS.get(office, 0)):
            desk(Actor("x", office, "trade"), record)
    for number in range(29):
        submit(f"D-{number}")
    with django_assert_num_queries(len(one)):
        record = cycle_record(RULES, YEAR, OCTOBER)
    for office in Office:
        with django_assert_num_queries(6 + _OF_ROWS.get(office, 0)):
            desk(Actor("x", office, "trade"), record)


def test_each_office_has_its_own_work() -> None:
    """In October concepts are reviewed, placed and registered, late ones go back."""
    open_cycle()
    for key in ("C-1", "C-2", "C-3"):
        submit(key)
    submit("C-4", received_at=LATE)
    conclude("C-1")
    do(made.prepare_conclusion(key="C-2", on=OCTOBER))
    assert {office: tasks(office) for office in Office} == {
        Office.BODY_OFFICER: [],
        Office.REGISTRAR: [
            TaskKind.REMIND,
            TaskKind.RETURN,
            TaskKind.NOTIFY,
            TaskKind.REGISTER,
        ],
        Office.REVIEWER: [TaskKind.REVIEW, TaskKind.AGREE],
        Office.HEAD: [TaskKind.REMIND, TaskKind.AGREE, TaskKind.RETURN],
        Office.PLANNER: [TaskKind.PLACE],
        Office.CONTROLLER: [],
        Office.COMMISSION_SECRETARY: [],
        Office.ADMINISTRATION_OFFICER: [],
        Office.RECIPIENT: [],
        Office.AUDITOR: [],
        Office.ADMINISTRATOR: [],
    }


def test_an_office_waits_for_what_others_do() -> None:
    """What it waits for is no task of its own."""
    open_cycle()
    submit("C-1")
    submit("C-2")
    do(made.prepare_conclusion(key="C-2", on=OCTOBER))
    do(made.agree_conclusion(key="C-2", on=OCTOBER))
    assert waits(Office.BODY_OFFICER) == [TaskKind.REVIEW]
    assert waits(Office.REVIEWER) == waits(Office.REGISTRAR) == [TaskKind.SIGN]
    assert waits(Office.HEAD) == [TaskKind.REVIEW]
    assert waits(Office.PLANNER) == [TaskKind.REVIEW, TaskKind.SIGN]
    assert waits(Office.AUDITOR) == []


@pytest.mark.parametrize(
    ("today", "urgency", "working_days"),
    [
        (date(2024, 9, 16), Urgency.OPEN, 7),
        (date(2024, 9, 24), Urgency.OPEN, 1),
        (date(2024, 9, 25), Urgency.DUE, 0),
        (date(2024, 9, 26), Urgency.LATE, None),
    ],
)
def test_a_task_says_how_much_time_is_left(
    today: date, urgency: Urgency, working_days: int | None
) -> None:
    """Working days are counted up to the last day, that one included."""
    open_cycle()
    (task,) = desk_of(Office.BODY_OFFICER, "energy", today).tasks
    assert (task.kind, task.by) == (TaskKind.ANSWER, date(2024, 9, 25))
    assert (task.urgency, task.working_days) == (urgency, working_days)
    assert task.deadline is not None


def test_between_the_day_and_the_latest_day_a_task_is_due() -> None:
    """25 October 2024 is a holiday before a weekend; lateness begins on the 29th."""
    open_cycle()
    submit("C-1")
    urgency = [
        desk_of(Office.REVIEWER, today=date(2024, 10, day)).tasks[0].urgency
        for day in (23, 24, 28, 29)
    ]
    assert urgency == [Urgency.OPEN, Urgency.DUE, Urgency.DUE, Urgency.LATE]


def test_a_day_that_the_ministry_set_is_the_day_of_its_task() -> None:
    """It is no deadline of the Rules, and comes before what has more time."""
    open_cycle()
    submit("C-1")
    submit("C-2")
    by = date(2024, 10, 7)
    do(made.ask_clarification(key="C-1", on=date(2024, 10, 1), answer_by=by))
    (task,) = desk_of(Office.BODY_OFFICER, "trade", date(2024, 10, 8)).tasks
    assert (task.kind, task.by, task.deadline) == (TaskKind.CLARIFY, by, None)
    assert (task.urgency, task.working_days) == (Urgency.LATE, None)


def test_the_most_urgent_stands_first() -> None:
    """Late before due before open; then by day, and last what has none."""
    open_cycle()
    submit("C-1")
    submit("C-2", received_at=LATE)
    conclude("C-1")
    found = desk_of(Office.REGISTRAR).tasks
    order = list(Urgency)
    ranks = [(order.index(task.urgency), task.by or date.max) for task in found]
    assert ranks == sorted(ranks)
    assert found[0].urgency is Urgency.LATE


def test_a_task_names_five_of_its_things_and_counts_them_all() -> None:
    """The others are on the page that it leads to."""
    open_cycle()
    for number in range(7):
        submit(f"C-{number}")
    (task,) = desk_of(Office.REVIEWER).tasks
    assert task.count == 7
    assert [key for _entry, key in task.records] == [f"C-{n}" for n in range(5)]


@pytest.mark.parametrize(
    ("kind", "view"),
    [
        (TaskKind.REVIEW, View.TO_CONCLUDE),
        (TaskKind.AGREE, View.TO_AGREE),
        (TaskKind.SIGN, View.TO_SIGN),
        (TaskKind.OPINE, View.OPINIONS),
        (TaskKind.RETURN, View.LATE),
        (TaskKind.PLACE, View.TO_PLACE),
    ],
)
def test_the_list_that_a_task_leads_to_has_its_things(
    kind: TaskKind, view: View
) -> None:
    """As many, and the same ones."""
    open_cycle()
    for number in range(1, 6):
        submit(f"C-{number}")
    submit("late", received_at=LATE)
    title = Text(kk="Келісім")
    submit("incomplete", wording=made.wording(title=title))
    on = date(2024, 10, 1)
    do(made.ask_opinion(key="C-2", on=on, answer_by=OCTOBER))
    for key in ("C-3", "C-4"):
        do(made.prepare_conclusion(key=key, on=on))
    do(made.agree_conclusion(key="C-4", on=on))
    conclude("C-5")
    offices = {Office.REVIEWER, Office.HEAD, Office.PLANNER}
    found = {
        key
        for office in offices
        for task in desk_of(office).tasks
        if task.kind is kind
        for _entry, key in task.records
    }
    listed = concept_list(Actor("x", Office.HEAD), RULES, YEAR, Asked(view=view))
    assert found
    assert {line.key for line in listed.lines} == found


@pytest.mark.parametrize("office", [Office.BODY_OFFICER, Office.RECIPIENT])
def test_who_was_sent_a_plan_acknowledges_it(office: Office) -> None:
    """And nobody else does."""
    drafted_year(1)
    agree()
    send_out("trade", date(2024, 12, 6))
    day = date(2024, 12, 9)
    assert tasks(office, "trade", day) == [TaskKind.ACKNOWLEDGE]
    assert TaskKind.ACKNOWLEDGE not in tasks(office, "energy", day)


def test_no_office_is_given_a_task_that_it_may_not_do() -> None:
    """Each task is an act of the table of offices, or a draft of a concept."""
    acts = {
        TaskKind.ANSWER: "intake.submit_concept",
        TaskKind.CLARIFY: "review.answer_clarification",
        TaskKind.COMPLETE: "intake.supplement_concept",
        TaskKind.PROPOSE: "intake.submit_concept",
        TaskKind.PROPOSE_AGAIN: "intake.submit_concept",
        TaskKind.ACKNOWLEDGE: "agreement.acknowledge",
        TaskKind.REGISTER: "intake.register_paper",
        TaskKind.RETURN: "intake.return_late",
        TaskKind.REMIND: "intake.remind",
        TaskKind.OPINE: "review.give_opinion",
        TaskKind.REVIEW: "review.prepare_conclusion",
        TaskKind.AGREE: "review.agree_conclusion",
        TaskKind.SIGN: "review.conclude",
        TaskKind.NOTIFY: "review.notify",
        TaskKind.PLACE: "drafting.place",
        TaskKind.CONSIDER: "drafting.consider",
        TaskKind.ANSWER_REMARK: "commission.answer_remark",
        TaskKind.SEND_COMMISSION: "commission.send_to_commission",
        TaskKind.SEND_PRESIDENT: "agreement.send_to_president",
        TaskKind.DECIDE: "commission.decide",
        TaskKind.REPLY: "agreement.record_reply",
        TaskKind.DISTRIBUTE: "agreement.distribute",
        TaskKind.COMPLETE_DOSSIER: "amendment.bring_concept",
        TaskKind.ASK_INSTRUCTION: "amendment.request",
        TaskKind.CONCLUDE_DOSSIER: "amendment.conclude",
        TaskKind.INSTRUCT: "amendment.record_instruction",
        TaskKind.CONSENT: "amendment.record_consent",
        TaskKind.ADD_ROW: "amendment.amend_row",
        TaskKind.AMEND: "amendment.amend_row",
        TaskKind.MAKE_REVISION: "amendment.make_revision",
        TaskKind.SEND_REVISION: "amendment.send_out",
        TaskKind.ACKNOWLEDGE_REVISION: "amendment.acknowledge",
        TaskKind.REPORT: "carrying_out.report",
        TaskKind.REPORT_QUARTER: "carrying_out.report",
        TaskKind.OVERDUE: "carrying_out.report",
        TaskKind.ASK_REPORT: "carrying_out.request_report",
        TaskKind.NAMES: "carrying_out.record_name",
    }
    assert set(acts) == set(TaskKind)
    assert {kind for kinds in DOES.values() for kind in kinds} == set(TaskKind)
    for office, kinds in DOES.items():
        for kind in kinds:
            assert office in offices_of(acts[kind]), (office, kind)


def test_a_later_desk_counts_what_waits_in_the_cycle_before() -> None:
    """Each task once; nothing before the first cycle, nor where nothing is to do."""
    open_cycle()
    submit("C-1")
    reviewer, auditor = Actor("x", Office.REVIEWER), Actor("x", Office.AUDITOR)
    assert tasks(Office.REVIEWER) == [TaskKind.REVIEW]
    assert tasks_before(reviewer, YEAR + 1, OCTOBER) == (YEAR, 1)
    assert tasks_before(reviewer, YEAR, OCTOBER) is None
    assert tasks_before(auditor, YEAR + 1, OCTOBER) is None


def test_what_stands_on_every_desk_is_not_counted_again() -> None:
    """Rows of plans in force are asked about in every cycle alike."""
    agreed_plan()
    june = date(2025, 6, 2)
    assert tasks(Office.CONTROLLER, today=june) == [TaskKind.ASK_REPORT]
    controller = Actor("x", Office.CONTROLLER)
    assert tasks_before(controller, YEAR + 1, june) is None
