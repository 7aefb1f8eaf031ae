"""How a row that is carried out stands on a day."""

from datetime import date

import pytest

from jospar.queries.row_states import (
    RowState,
    first_of_quarter,
    is_unreported,
    state_of,
)
from jospar.rules.core.nouns import ProgressStage, Term
from tests.queries.made_carried import carried
from tests.rules import made

TODAY = date(2025, 5, 20)
IN_TIME = made.wording(conclude=Term(date(2025, 1, 1), date(2025, 12, 31)))
SIGNED = {ProgressStage.SIGNED: date(2025, 4, 1)}


@pytest.mark.parametrize(
    ("last_day", "stage", "state"),
    [
        (date(2025, 5, 19), ProgressStage.IN_TALKS, RowState.OVERDUE),
        (TODAY, ProgressStage.IN_TALKS, RowState.SOON),
        (date(2025, 8, 18), ProgressStage.NOT_BEGUN, RowState.SOON),
        (date(2025, 8, 19), ProgressStage.NOT_BEGUN, RowState.NOT_BEGUN),
        (date(2025, 8, 19), ProgressStage.IN_TALKS, RowState.UNDER_WAY),
        (TODAY, ProgressStage.POSTPONED, RowState.POSTPONED),
        (date(2025, 5, 19), ProgressStage.POSTPONED, RowState.OVERDUE),
        (date(2025, 5, 19), ProgressStage.DROPPED, RowState.DROPPED),
        (date(2025, 5, 19), ProgressStage.IN_FORCE, RowState.IN_FORCE),
    ],
)
def test_the_state_of_a_row(
    last_day: date, stage: ProgressStage, state: RowState
) -> None:
    """Ninety days before the end of its term a row draws attention."""
    wording = made.wording(conclude=Term(date(2025, 1, 1), last_day))
    assert state_of(carried(wording=wording, stage=stage), TODAY) is state


@pytest.mark.parametrize(
    "stage", [ProgressStage.SIGNED, ProgressStage.DOMESTIC_PROCEDURES]
)
def test_a_signed_row_is_signed_until_it_is_in_force(stage: ProgressStage) -> None:
    """However near the end of its term is."""
    wording = made.wording(
        conclude=Term(date(2025, 1, 1), TODAY), procedure_to=date(2025, 12, 31)
    )
    row = carried(
        wording=wording, stage=stage, reached=SIGNED, signed_on=date(2025, 4, 1)
    )
    assert state_of(row, TODAY) is RowState.SIGNED


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (date(2025, 1, 1), date(2025, 1, 1)),
        (date(2025, 3, 31), date(2025, 1, 1)),
        (date(2025, 4, 1), date(2025, 4, 1)),
        (date(2025, 12, 31), date(2025, 10, 1)),
    ],
)
def test_a_quarter_begins(day: date, first: date) -> None:
    """In January, April, July and October."""
    assert first_of_quarter(day) == first


@pytest.mark.parametrize(
    ("reported_on", "stage", "day", "missing"),
    [
        (None, ProgressStage.NOT_BEGUN, TODAY, True),
        (date(2025, 3, 31), ProgressStage.IN_TALKS, TODAY, True),
        (date(2025, 4, 1), ProgressStage.IN_TALKS, TODAY, False),
        (None, ProgressStage.IN_FORCE, TODAY, False),
        (None, ProgressStage.DROPPED, TODAY, False),
        (None, ProgressStage.NOT_BEGUN, date(2024, 12, 31), False),
        (None, ProgressStage.NOT_BEGUN, date(2025, 1, 1), True),
    ],
)
def test_a_report_is_missing(
    reported_on: date | None, stage: ProgressStage, day: date, missing: bool
) -> None:
    """In each quarter of the plan's years, while there is anything to tell."""
    row = carried(wording=IN_TIME, reported_on=reported_on, stage=stage)
    assert is_unreported(row, day) is missing
