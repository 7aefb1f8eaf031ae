"""The control report: its figures, groups, bodies, what is overdue and ahead."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jospar.queries.carrying_out import Cause
from jospar.queries.control_report import (
    ControlReport,
    Count,
    Span,
    control_report,
    last_heard_on,
)
from jospar.rules.carrying_out.facts import Quarter
from jospar.rules.core.nouns import Level, ProgressStage
from tests.queries.made_amended import (
    agreed_plan,
    december,
    instruct,
    make,
    remove,
    stage,
)
from tests.queries.made_life import agreed_rows, later, listed_body
from tests.queries.many_rows import TODAY, many_rows
from tests.rules import made_carrying_out as made_rows
from tests.rules.made import LONG_TERM, YEAR

pytestmark = pytest.mark.django_db
MAY = date(2025, 5, 20)
OF_C2 = {"key": "C-2", "plan": LONG_TERM}


def figures(report: ControlReport) -> dict[Count, tuple[int, int | None]]:
    """Return the figures that are not naught."""
    return {
        one.count: (one.rows, one.in_period)
        for one in report.figures
        if one.rows or one.in_period
    }


def carried_out() -> None:
    """Report on both rows, put one forward, rename and sign it; one stage is late."""
    agreed_rows()
    winter = date(2025, 2, 3)
    later(made_rows.report(key="C-1", on=winter))
    later(made_rows.plan_stage(key="C-1", on=winter, planned_on=date(2025, 5, 2)))
    later(made_rows.report(key="C-1", on=date(2025, 4, 7), stage=None, reached_on=None))
    later(made_rows.put_forward(**OF_C2, on=winter))
    later(made_rows.record_name(**OF_C2, on=winter))
    later(made_rows.record_signing(**OF_C2, on=date(2025, 4, 4)))


def test_the_figures_of_a_quarter() -> None:
    """What lasts is counted on the day; what happened, in the period too."""
    carried_out()
    assert figures(control_report(MAY, Span.QUARTER)) == {
        Count.ROWS: (2, None),
        Count.CONCLUDED: (1, 1),
        Count.OVERDUE: (1, None),
        Count.REPORTED: (2, 2),
        Count.UNCHANGED: (1, 1),
        Count.RENAMED: (1, 0),
        Count.PUT_FORWARD: (1, 0),
    }


def test_the_figures_of_a_year() -> None:
    """The period begins with January."""
    carried_out()
    found = figures(control_report(MAY, Span.YEAR))
    assert found[Count.RENAMED] == found[Count.PUT_FORWARD] == (1, 1)
    report = control_report(MAY, Span.YEAR)
    assert (report.first_day, report.day) == (date(2025, 1, 1), MAY)


@pytest.mark.parametrize(
    ("stage", "count"),
    [
        (ProgressStage.POSTPONED, Count.POSTPONED),
        (ProgressStage.DROPPED, Count.DROPPED),
    ],
)
def test_what_was_put_off_or_given_up(stage: ProgressStage, count: Count) -> None:
    """Since the day on which that was so."""
    agreed_rows()
    on = date(2025, 4, 2)
    later(made_rows.report(key="C-1", on=on, stage=stage, reached_on=on))
    assert figures(control_report(MAY, Span.QUARTER))[count] == (1, 1)
    assert figures(control_report(date(2025, 7, 1), Span.QUARTER))[count] == (1, 0)


def test_what_is_in_force() -> None:
    """Since the day on which it entered into force, and signed before."""
    carried_out()
    on = date(2025, 5, 5)
    stage = ProgressStage.IN_FORCE
    later(made_rows.report(**OF_C2, on=on, stage=stage, reached_on=on))
    found = figures(control_report(MAY, Span.QUARTER))
    assert found[Count.IN_FORCE] == found[Count.CONCLUDED] == (1, 1)


def test_amended_and_removed_rows() -> None:
    """A row that left counts apart, for the body that proposed it."""
    agreed_plan()
    instruct("1", 9)
    stage("1", 9)
    remove("1", 9, "C-2")
    make("1", 9)
    found = figures(control_report(december(20), Span.QUARTER))
    assert found[Count.AMENDED] == found[Count.REMOVED] == (1, 1)
    assert found[Count.ROWS] == (1, None)
    assert Count.REMOVED not in figures(control_report(december(8), Span.QUARTER))
    own = figures(control_report(december(20), Span.QUARTER, "trade"))
    assert own[Count.REMOVED] == (1, 1)
    assert figures(control_report(december(20), Span.QUARTER, "energy")) == {}


def test_stages_causes_and_groups() -> None:
    """Every stage, cause and group is there, also with naught."""
    carried_out()
    report = control_report(MAY, Span.QUARTER)
    stages = {stage: count for stage, count in report.stages.items() if count}
    assert stages == {ProgressStage.IN_TALKS: 1, ProgressStage.SIGNED: 1}
    assert report.causes == {cause: int(cause is Cause.STAGE) for cause in Cause}
    assert [one.level for one in report.levels] == list(Level)
    (group,) = [one for one in report.levels if one.rows]
    assert (group.rows, group.concluded, group.overdue, group.unreported) == (
        2,
        1,
        1,
        0,
    )


def test_overdue_rows_stand_with_their_causes() -> None:
    """The longest overdue first."""
    carried_out()
    day = date(2026, 1, 10)
    ((row, found),) = control_report(date(2025, 12, 31), Span.QUARTER).overdue
    assert (row.key, [one.cause for one in found]) == ("C-1", [Cause.STAGE])
    assert control_report(day, Span.QUARTER).overdue == ()


def test_it_looks_ninety_days_ahead() -> None:
    """Each thing within the nearest horizon."""
    agreed_rows()
    days = {
        date(2025, 12, 1): [30],
        date(2025, 11, 30): [60],
        date(2025, 10, 2): [90],
        date(2025, 10, 1): [],
    }
    for day, within in days.items():
        ahead = control_report(day, Span.QUARTER).ahead
        assert [one.within for one in ahead] == within


def test_a_body_has_its_own_part() -> None:
    """With its scorecard alone; a successor has what it took over."""
    carried_out()
    listed_body("economy")
    own = control_report(MAY, Span.QUARTER, "trade")
    assert ([card.body for card in own.scorecards], len(own.rows)) == (["trade"], 2)
    assert control_report(MAY, Span.QUARTER, "energy").rows == ()
    later(made_rows.succeed_body(body="trade", successor="economy", on=MAY))
    assert len(control_report(MAY, Span.QUARTER, "economy").rows) == 2


def test_reports_due_received_and_on_time() -> None:
    """Those whose day of the answer lies in the period, or after it began."""
    carried_out()
    asked = {"quarter": Quarter.FIRST, "year": 2025}
    later(
        made_rows.request_report(
            **asked, on=date(2025, 3, 20), answer_by=date(2025, 4, 4)
        )
    )
    (card,) = control_report(MAY, Span.QUARTER).scorecards
    assert (card.due, card.received, card.on_time) == (2, 2, 1)
    (card,) = control_report(date(2025, 7, 1), Span.QUARTER).scorecards
    assert card.due == 0
    (card,) = control_report(date(2025, 7, 1), Span.YEAR).scorecards
    assert card.due == 2


def test_when_rows_were_last_heard_of() -> None:
    """A report, a signing, a name, or what was put forward."""
    agreed_rows()
    assert last_heard_on(YEAR) is None
    days = []
    for filing in (
        made_rows.put_forward(**OF_C2, on=date(2025, 2, 3)),
        made_rows.record_name(**OF_C2, on=date(2025, 3, 3)),
        made_rows.report(**OF_C2, on=date(2025, 4, 3)),
    ):
        later(filing)
        days.append(last_heard_on(YEAR))
    assert days == [date(2025, month, 3) for month in (2, 3, 4)]
    assert last_heard_on(YEAR - 1) is None


@pytest.mark.parametrize("rows", [2, 40])
def test_the_number_of_queries(rows: int) -> None:
    """It does not grow with the rows."""
    many_rows(rows)
    with CaptureQueriesContext(connection) as asked:
        report = control_report(TODAY, Span.QUARTER)
    assert len(report.rows) == rows
    assert len(asked) == 16


def test_marked_rows_are_known() -> None:
    """By their entries, where the report has them."""
    many_rows(20)
    report = control_report(TODAY, Span.QUARTER)
    assert [row.key for row in report.rows if row.entry in report.marked] == ["C-002"]
