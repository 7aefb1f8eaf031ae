"""What is overdue, asked for and ahead."""

from datetime import date

import pytest

from jospar.queries.carried_rows import carried_rows
from jospar.queries.carrying_out import (
    Cause,
    Overdue,
    Requested,
    ahead,
    overdue,
    report_requests,
)
from jospar.rules.carrying_out.facts import Quarter
from jospar.rules.core.nouns import Procedure, ProgressStage
from tests.queries.made_carried import carried
from tests.queries.made_life import agreed_rows, later
from tests.rules import made
from tests.rules import made_carrying_out as made_rows
from tests.rules.made import LONG_TERM

SIGNED, IN_FORCE = ProgressStage.SIGNED, ProgressStage.IN_FORCE
EXAMINED, IN_TALKS = ProgressStage.EXAMINED, ProgressStage.IN_TALKS
TERM_ENDS, NEW_YEAR = date(2025, 12, 31), date(2026, 1, 1)
PROCEDURES_END = date(2026, 3, 31)
RATIFIED = made.wording(
    procedure=Procedure.RATIFICATION,
    procedure_from=date(2026, 1, 1),
    procedure_to=PROCEDURES_END,
)
MAY = date(2025, 5, 20)


@pytest.mark.parametrize(
    ("stage", "day", "cause"),
    [
        (IN_TALKS, TERM_ENDS, None),
        (IN_TALKS, NEW_YEAR, Cause.NOT_SIGNED),
        (ProgressStage.POSTPONED, NEW_YEAR, Cause.POSTPONED),
        (ProgressStage.DROPPED, NEW_YEAR, None),
    ],
)
def test_overdue_against_the_term(
    stage: ProgressStage, day: date, cause: Cause | None
) -> None:
    """A row that is not signed is overdue from the day after its term."""
    found = overdue(carried(stage=stage), day)
    assert found == ((Overdue(cause, TERM_ENDS, SIGNED),) if cause else ())


def test_overdue_for_days() -> None:
    """The days are counted from the day that it was due on."""
    (found,) = overdue(carried(), date(2026, 1, 10))
    assert found.days(date(2026, 1, 10)) == 10


@pytest.mark.parametrize(
    ("stage", "day", "late"),
    [
        (SIGNED, PROCEDURES_END, False),
        (SIGNED, date(2026, 4, 1), True),
        (ProgressStage.DOMESTIC_PROCEDURES, date(2026, 4, 1), True),
        (IN_FORCE, date(2026, 4, 1), False),
    ],
)
def test_overdue_procedures(stage: ProgressStage, day: date, late: bool) -> None:
    """What is signed is overdue once the term of its procedures is past."""
    row = carried(stage=stage, wording=RATIFIED, signed_on=MAY)
    said = (Overdue(Cause.PROCEDURES, PROCEDURES_END, IN_FORCE),)
    assert overdue(row, day) == (said if late else ())


def test_what_needs_no_procedures() -> None:
    """It is not overdue once it is signed."""
    assert overdue(carried(stage=SIGNED, signed_on=MAY), NEW_YEAR) == ()
    ratified = made.wording(procedure=Procedure.RATIFICATION)
    row = carried(stage=SIGNED, signed_on=MAY, wording=ratified)
    assert overdue(row, NEW_YEAR) == ()


@pytest.mark.parametrize(
    ("stage", "day", "late"),
    [
        (IN_TALKS, MAY, False),
        (IN_TALKS, date(2025, 5, 21), True),
        (EXAMINED, date(2025, 5, 21), False),
        (ProgressStage.DECISION_TO_SIGN, date(2025, 5, 21), False),
    ],
)
def test_overdue_against_a_plan(stage: ProgressStage, day: date, late: bool) -> None:
    """A stage is overdue after its planned day, until it or a later one is reached."""
    row = carried(stage=stage, planned={EXAMINED: MAY})
    said = (Overdue(Cause.STAGE, MAY, EXAMINED),)
    assert overdue(row, day) == (said if late else ())


def test_overdue_twice() -> None:
    """The term comes first, then the planned days in their order."""
    planned = {EXAMINED: MAY, IN_TALKS: date(2025, 4, 1)}
    found = overdue(carried(planned=planned), NEW_YEAR)
    assert [(one.cause, one.stage) for one in found] == [
        (Cause.NOT_SIGNED, SIGNED),
        (Cause.STAGE, IN_TALKS),
        (Cause.STAGE, EXAMINED),
    ]


def test_what_is_ahead() -> None:
    """Planned days and ends of terms come by their days, the day itself not."""
    planned = carried(planned={EXAMINED: MAY, SIGNED: date(2025, 6, 2)})
    other = carried(entry=10, key="C-2")
    dropped = carried(entry=11, stage=ProgressStage.DROPPED)
    rows = [other, planned, dropped]

    def shown(day: date, until: date) -> list[tuple[date, ProgressStage, str]]:
        found = ahead(rows, day, until)
        return [(on, stage, row.key) for on, stage, row in found]

    assert shown(date(2025, 5, 1), TERM_ENDS) == [
        (MAY, EXAMINED, "C-1"),
        (date(2025, 6, 2), SIGNED, "C-1"),
        (TERM_ENDS, SIGNED, "C-2"),
    ]
    assert shown(MAY, date(2025, 6, 1)) == []
    assert shown(date(2025, 5, 19), MAY) == [(MAY, EXAMINED, "C-1")]


def test_what_was_reached_is_not_ahead() -> None:
    """A signed row has nothing to be signed ahead."""
    row = carried(stage=SIGNED, signed_on=MAY, planned={EXAMINED: MAY})
    assert ahead([row], date(2025, 5, 1), TERM_ENDS) == ()


@pytest.mark.django_db
def test_requests_and_reports() -> None:
    """A body has answered when each of its rows was reported on since it was asked.

    The second report came a day too late.
    """
    agreed_rows()
    asked, answer_by = date(2025, 4, 1), date(2025, 4, 10)
    report = made_rows.report(
        key="C-1", on=date(2025, 3, 31), stage=None, reached_on=None
    )
    later(report)
    entry = later(
        made_rows.request_report(
            on=asked, year=2025, quarter=Quarter.FIRST, answer_by=answer_by
        )
    )

    def found(day: date) -> list[Requested]:
        return list(report_requests(day, carried_rows(day)))

    def said(reported: int, overdue: bool) -> list[Requested]:
        return [
            Requested(
                *(entry, "trade", asked, 2025, 1, answer_by),
                rows=2,
                reported=reported,
                overdue=overdue,
                in_time=min(reported, 1),
            )
        ]

    assert found(date(2025, 3, 31)) == []
    assert found(asked) == said(0, overdue=False)
    later(made_rows.report(key="C-1", on=date(2025, 4, 2), stage=None, reached_on=None))
    assert found(answer_by) == said(1, overdue=False)
    assert found(date(2025, 4, 11)) == said(1, overdue=True)
    later(
        made_rows.report(
            key="C-2", plan=LONG_TERM, on=date(2025, 4, 11), reached_on=None
        )
    )
    assert found(date(2025, 4, 11)) == said(2, overdue=False)


@pytest.mark.django_db
def test_a_request_is_not_about_plans_of_a_later_cycle() -> None:
    """Who was asked in 2024 owes nothing on plans that were made in that year."""
    agreed_rows()
    day = date(2024, 12, 20)
    later(
        made_rows.request_report(
            on=day, year=2024, quarter=Quarter.FOURTH, answer_by=date(2024, 12, 27)
        )
    )
    (asked,) = report_requests(date(2025, 1, 15), carried_rows(date(2025, 1, 15)))
    assert (asked.rows, asked.overdue) == (0, False)
