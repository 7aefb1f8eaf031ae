"""How agreed plans are carried out: what is overdue and why, and what was asked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jospar.records.models import ReportRequest
from jospar.rules.carrying_out.stages import WAY, has_reached
from jospar.rules.core.nouns import Procedure, ProgressStage

from .carried_rows import CarriedRow


class Cause(StrEnum):
    """Why a row is overdue."""

    NOT_SIGNED = "not_signed"
    POSTPONED = "postponed"
    PROCEDURES = "procedures"
    STAGE = "stage"


@dataclass(frozen=True, slots=True)
class Overdue:
    """What is overdue of a row: the day that it was to be done by, and the stage."""

    cause: Cause
    due_on: date
    stage: ProgressStage

    def days(self, day: date) -> int:
        """Return for how many calendar days it is overdue on ``day``."""
        return (day - self.due_on).days


@dataclass(frozen=True, slots=True)
class Requested:
    """A body that was asked for a quarter's report, and what it reported since.

    ``reported`` of ``rows`` rows were reported on since the day ``on``, ``in_time`` by
    the day of the answer; it is ``overdue`` where some were not and that day is past.
    """

    entry: int
    body: str
    on: date
    year: int
    quarter: int
    answer_by: date
    rows: int
    reported: int
    overdue: bool
    in_time: int = 0


def overdue(row: CarriedRow, day: date) -> tuple[Overdue, ...]:
    """Return what is overdue of the row on ``day``, the gravest first.

    What was dropped is not overdue, nor what is in force.
    """
    if row.stage in {ProgressStage.DROPPED, ProgressStage.IN_FORCE}:
        return ()
    found = (*_against_term(row), *_against_plan(row))
    return tuple(one for one in found if one.due_on < day)


def report_requests(day: date, rows: Iterable[CarriedRow]) -> tuple[Requested, ...]:
    """Return which bodies were asked for reports by ``day``; one query.

    ``rows`` are those that the bodies answer for, as of that day; a request is about
    plans that were made before the year of its quarter.
    """
    known = tuple(rows)
    found = []
    for asked in ReportRequest.objects.filter(on__lte=day).order_by("on", "entry"):
        of_body = [
            row
            for row in known
            if asked.body in row.answering and row.plan.year < asked.year
        ]
        reported = sum(
            row.reported_on is not None and row.reported_on >= asked.on
            for row in of_body
        )
        found.append(
            Requested(
                entry=asked.entry,
                body=asked.body,
                on=asked.on,
                year=asked.year,
                quarter=asked.quarter,
                answer_by=asked.answer_by,
                rows=len(of_body),
                reported=reported,
                overdue=reported < len(of_body) and asked.answer_by < day,
                in_time=sum(
                    any(asked.on <= said.on <= asked.answer_by for said in row.said)
                    for row in of_body
                ),
            )
        )
    return tuple(found)


def ahead(
    rows: Iterable[CarriedRow], day: date, until: date
) -> tuple[tuple[date, ProgressStage, CarriedRow], ...]:
    """Return what is to be reached after ``day`` and by ``until``, by its day.

    The ends of terms count for signings that nobody planned.
    """
    found = []
    for row in rows:
        if row.stage is ProgressStage.DROPPED:
            continue
        days = {ProgressStage.SIGNED: row.wording.conclude.last_day, **row.planned}
        found += [
            (planned_on, stage, row)
            for stage, planned_on in days.items()
            if day < planned_on <= until and not has_reached(row.stage, stage)
        ]
    return tuple(
        sorted(found, key=lambda one: (one[0], WAY.index(one[1]), one[2].entry))
    )


def _against_term(row: CarriedRow) -> Iterator[Overdue]:
    wording = row.wording
    if row.signed_on is None:
        postponed = row.stage is ProgressStage.POSTPONED
        cause = Cause.POSTPONED if postponed else Cause.NOT_SIGNED
        yield Overdue(cause, wording.conclude.last_day, ProgressStage.SIGNED)
    elif wording.procedure is not Procedure.NONE and wording.procedure_to is not None:
        yield Overdue(Cause.PROCEDURES, wording.procedure_to, ProgressStage.IN_FORCE)


def _against_plan(row: CarriedRow) -> Iterator[Overdue]:
    for stage in WAY:
        planned_on = row.planned.get(stage)
        if planned_on is not None and not has_reached(row.stage, stage):
            yield Overdue(Cause.STAGE, planned_on, stage)
