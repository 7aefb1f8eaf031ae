"""What there is to do on rows of agreed plans."""

from datetime import date

import pytest

from jospar.queries.carrying_out import Requested
from jospar.queries.carrying_tasks import (
    Carried,
    FoundRows,
    carried_of,
    names_unjudged,
    not_asked,
    not_reported,
    rows_overdue,
    to_report,
)
from jospar.queries.cycle_record import cycle_record
from jospar.queries.desk import Urgency, desk
from jospar.queries.tasks import TaskKind
from jospar.rules.core.nouns import ProgressStage, Term, Text
from jospar.rules.core.offices import Actor, Office
from tests.queries.made_carried import carried
from tests.queries.made_life import agreed_rows, later
from tests.rules import made
from tests.rules import made_carrying_out as made_rows
from tests.rules.made import RULES, YEAR

TODAY = date(2025, 5, 20)
OFFICER = Actor("t", Office.BODY_OFFICER, "trade")
CONTROLLER = Actor("c", Office.CONTROLLER)
WHOLE_YEAR = made.wording(conclude=Term(date(2025, 1, 1), date(2025, 12, 31)))
ROW = carried(wording=WHOLE_YEAR)


def asked(on: date, reported: int = 0, quarter: int = 2) -> Requested:
    """Return a request of a report on one row."""
    return Requested(
        entry=1,
        body="trade",
        on=on,
        year=2025,
        quarter=quarter,
        answer_by=date(2025, 5, 30),
        rows=1,
        reported=reported,
        overdue=False,
    )


@pytest.mark.parametrize(
    ("reported", "found"),
    [(0, [FoundRows(((9, "C-1"),), by=date(2025, 5, 30))]), (1, [])],
)
def test_a_body_reports_what_it_was_asked(
    reported: int, found: list[FoundRows]
) -> None:
    """By the day that the Ministry named, until nothing is missing."""
    work = Carried(TODAY, (ROW,), (asked(date(2025, 4, 3), reported),))
    assert list(to_report(OFFICER, work)) == found


def test_what_others_were_asked_is_no_task_of_a_body() -> None:
    """Of a joint row, say."""
    work = Carried(TODAY, (ROW,), (asked(date(2025, 4, 3)),))
    energy = Actor("e", Office.BODY_OFFICER, "energy")
    assert list(to_report(energy, work)) == []


@pytest.mark.parametrize(
    ("requests", "found"),
    [
        ((), [FoundRows(((9, "C-1"),))]),
        ((asked(date(2025, 2, 3), quarter=1),), [FoundRows(((9, "C-1"),))]),
        ((asked(date(2025, 4, 3)),), []),
    ],
)
def test_rows_without_a_report_this_quarter(
    requests: tuple[Requested, ...], found: list[FoundRows]
) -> None:
    """Where the report of this quarter was asked for, that is the task."""
    assert list(not_reported(OFFICER, Carried(TODAY, (ROW,), requests))) == found


@pytest.mark.parametrize(
    ("requests", "bodies"),
    [
        ((), ((0, "trade"),)),
        ((asked(date(2025, 4, 3)),), ()),
    ],
)
def test_the_controller_asks_each_body_once(
    requests: tuple[Requested, ...], bodies: tuple[object, ...]
) -> None:
    """Whose rows have no report in this quarter."""
    (found,) = not_asked(CONTROLLER, Carried(TODAY, (ROW,), requests))
    assert found.records == bodies


def test_overdue_rows_are_late_since_the_first_of_them() -> None:
    """A row whose term ended, and one whose planned stage was not reached."""
    ended = made.wording(conclude=Term(date(2025, 1, 1), date(2025, 3, 31)))
    rows = (
        carried(entry=1, key="A", wording=ended),
        carried(
            entry=2,
            key="B",
            wording=WHOLE_YEAR,
            planned={ProgressStage.EXAMINED: date(2025, 5, 2)},
        ),
        carried(entry=3, key="C", wording=WHOLE_YEAR),
    )
    assert list(rows_overdue(CONTROLLER, Carried(TODAY, rows))) == [
        FoundRows(((1, "A"), (2, "B")), by=date(2025, 3, 31))
    ]
    assert list(rows_overdue(CONTROLLER, Carried(TODAY, rows[2:]))) == []


def test_signed_under_a_name_that_nobody_judged() -> None:
    """Neither the plan's name nor the one recorded last is asked about."""
    title, other = made.wording().title, Text("Хаттама", "Протокол")
    rows = (carried(entry=1, key="A"), carried(entry=2, key="B", name=other))

    def asked(signed_as: dict[int, Text]) -> list[str]:
        work = Carried(TODAY, rows, signed_as=signed_as)
        (found,) = names_unjudged(CONTROLLER, work)
        return [key for _entry, key in found.records]

    assert asked({}) == asked({1: title, 2: title}) == asked({2: other}) == []
    assert asked({1: other, 2: other}) == ["A"]


@pytest.mark.django_db
def test_who_judges_the_name_of_a_signed_treaty() -> None:
    """The controller, until the name is recorded, as of a day before the signing."""
    agreed_rows()
    on, name = date(2025, 3, 3), made_rows.NAME
    later(made_rows.record_signing(key="C-1", on=on, name=name))
    record = cycle_record(RULES, YEAR, TODAY)

    def judging(actor: Actor) -> bool:
        return TaskKind.NAMES in {task.kind for task in desk(actor, record).tasks}

    assert [judging(actor) for actor in (CONTROLLER, OFFICER)] == [True, False]
    later(made_rows.record_name(key="C-1", on=date(2025, 3, 2), name=name))
    assert not judging(CONTROLLER)


@pytest.mark.django_db
def test_who_has_work_with_agreed_rows() -> None:
    """A body with its own, the controller with all, others with none."""
    agreed_rows()
    keys = {
        actor: [row.key for row in carried_of(actor, TODAY).rows]
        for actor in (
            OFFICER,
            Actor("e", Office.BODY_OFFICER, "energy"),
            CONTROLLER,
            Actor("h", Office.HEAD),
        )
    }
    assert list(keys.values()) == [["C-1", "C-2"], [], ["C-1", "C-2"], []]


@pytest.mark.django_db
def test_the_desks_name_it() -> None:
    """What is overdue is late; what the quarter wants is open."""
    agreed_rows()
    day = date(2025, 2, 3)
    later(made_rows.plan_stage(key="C-1", on=day, planned_on=date(2025, 5, 2)))
    record = cycle_record(RULES, YEAR, TODAY)
    found = {
        actor.office: [
            (task.kind, task.urgency, task.records)
            for task in desk(actor, record).tasks
            if task.kind
            in {TaskKind.OVERDUE, TaskKind.REPORT_QUARTER, TaskKind.ASK_REPORT}
        ]
        for actor in (OFFICER, CONTROLLER)
    }
    entry = carried_of(OFFICER, TODAY).rows[0].entry
    row = ((entry, "C-1"),)
    assert found == {
        Office.BODY_OFFICER: [
            (TaskKind.OVERDUE, Urgency.LATE, row),
            (TaskKind.REPORT_QUARTER, Urgency.OPEN, row),
        ],
        Office.CONTROLLER: [
            (TaskKind.OVERDUE, Urgency.LATE, row),
            (TaskKind.ASK_REPORT, Urgency.OPEN, ((0, "trade"),)),
        ],
    }
