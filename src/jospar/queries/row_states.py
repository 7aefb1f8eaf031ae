"""How a row that is carried out stands on a day."""

from datetime import date, timedelta
from enum import StrEnum

from jospar.rules.core.nouns import ProgressStage

from .carried_rows import CarriedRow, quarter_of
from .carrying_out import overdue

SOON = timedelta(days=90)
"""So long before the end of its term a row that is not signed draws attention."""


class RowState(StrEnum):
    """How a row stands on a day; what needs somebody comes first."""

    OVERDUE = "overdue"
    SOON = "soon"
    UNDER_WAY = "under_way"
    NOT_BEGUN = "not_begun"
    SIGNED = "signed"
    IN_FORCE = "in_force"
    POSTPONED = "postponed"
    DROPPED = "dropped"


_OF_STAGE = {
    ProgressStage.DROPPED: RowState.DROPPED,
    ProgressStage.IN_FORCE: RowState.IN_FORCE,
    ProgressStage.SIGNED: RowState.SIGNED,
    ProgressStage.DOMESTIC_PROCEDURES: RowState.SIGNED,
    ProgressStage.POSTPONED: RowState.POSTPONED,
    ProgressStage.NOT_BEGUN: RowState.NOT_BEGUN,
}
_NOT_SIGNED = frozenset({RowState.NOT_BEGUN, RowState.UNDER_WAY})
_ENDED = frozenset({ProgressStage.DROPPED, ProgressStage.IN_FORCE})


def first_of_quarter(day: date) -> date:
    """Return the first day of the quarter in which ``day`` lies."""
    return date(day.year, 3 * quarter_of(day) - 2, 1)


def is_unreported(row: CarriedRow, day: date) -> bool:
    """Tell whether a report on the row is missing in the quarter of ``day``.

    Nothing is missing before the years of its plan, or once there is nothing to tell.
    """
    if row.stage in _ENDED or day.year < row.plan.years[0]:
        return False
    return row.reported_on is None or row.reported_on < first_of_quarter(day)


def state_of(row: CarriedRow, day: date) -> RowState:
    """Return how the row stands on ``day``."""
    if overdue(row, day):
        return RowState.OVERDUE
    left = row.wording.conclude.last_day - day
    if left <= SOON and _OF_STAGE.get(row.stage, RowState.UNDER_WAY) in _NOT_SIGNED:
        return RowState.SOON
    return _OF_STAGE.get(row.stage, RowState.UNDER_WAY)
