"""Figures of how agreed plans are carried out."""

from datetime import date

from jospar.rules.core.nouns import ProgressStage
from jospar.rules.core.ruleset import Ruleset

from .carried_rows import CarriedRow
from .carrying_out import overdue
from .cycle_record import CycleRecord
from .figures import Behind, Figure, FigureKind, Standing, tally

Figures = tuple[Figure, ...]


def put_forward(ruleset: Ruleset, record: CycleRecord) -> Figures:
    """Return the rows that were put forward for signing."""
    rows = [row for row in record.carried if row.put_forward_on is not None]
    found = (_behind(row, Standing.DONE, row.put_forward_on) for row in rows)
    return (tally(FigureKind.EARLY, found),)


def renamed(ruleset: Ruleset, record: CycleRecord) -> Figures:
    """Return the rows whose treaty is called otherwise than agreed."""
    rows = [row for row in record.carried if row.name is not None]
    found = (_behind(row, Standing.DONE, row.reported_on) for row in rows)
    return (tally(FigureKind.NAMES, found),)


def carried_out(ruleset: Ruleset, record: CycleRecord) -> Figures:
    """Return of how many rows nothing is overdue; dropped ones do not count.

    What was signed after its term was done late.
    """
    rows = [row for row in record.carried if row.stage is not ProgressStage.DROPPED]
    found = (_carried(row, record.today) for row in rows)
    return (tally(FigureKind.CARRIED_OUT, found),)


def _carried(row: CarriedRow, today: date) -> Behind:
    if found := overdue(row, today):
        return _behind(row, Standing.OPEN, found[0].due_on)
    last_day = row.wording.conclude.last_day
    if row.signed_on is not None and row.signed_on > last_day:
        days_late = (row.signed_on - last_day).days
        return _behind(row, Standing.LATE, row.signed_on, days_late)
    return _behind(row, Standing.DONE, row.stage_on)


def _behind(
    row: CarriedRow, how: Standing, on: date | None, days_late: int = 0
) -> Behind:
    return Behind(
        standing=how,
        entry=row.entry,
        key=row.key,
        title=row.wording.title,
        body=row.answering[0],
        on=on,
        days_late=days_late,
        plan=row.plan.kind,
    )
