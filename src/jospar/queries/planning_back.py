"""From a row's term back: the last days for what must come before and after."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jospar.rules.carrying_out.stages import BESIDE, has_reached
from jospar.rules.core.nouns import Procedure, ProgressStage
from jospar.rules.core.signing import way_to_signing

from .carried_rows import CarriedRow


class Hold(StrEnum):
    """How a last day stands on a day."""

    REACHED = "reached"
    AHEAD = "ahead"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class LastDay:
    """The last day on which a stage can be reached so that the term is kept.

    ``planned_on`` is the day that is planned for it; ``too_late`` where that is after
    the last one.
    """

    stage: ProgressStage
    last_day: date
    hold: Hold
    planned_on: date | None = None

    @property
    def too_late(self) -> bool:
        """Whether the stage is planned for a day after the last one."""
        return self.planned_on is not None and self.planned_on > self.last_day


@dataclass(frozen=True, slots=True)
class PlannedBack:
    """The last days of a row, in the order of the stages ("signing.proposal").

    ``kept`` is false where one was missed, or where the way is longer than the time
    from the first day of the plan's years.
    """

    days: tuple[LastDay, ...]
    kept: bool


def planned_back(row: CarriedRow, day: date) -> PlannedBack:
    """Return the last days that the row's term leaves, as they stand on ``day``.

    Before the signing they are those of the domestic examination and of the proposal
    to sign; after it, that of the procedures by which the treaty enters into force.
    An agency's treaty has only the day of the signing; a dropped row has no day.
    """
    if row.stage is ProgressStage.DROPPED:
        return PlannedBack((), kept=True)
    wording = row.wording
    way = way_to_signing(wording.conclude, wording.level, row.plan.years[0])
    last_days = [
        (ProgressStage.EXAMINED, way.examined_by),
        (ProgressStage.DECISION_TO_SIGN, way.proposed_by),
        (ProgressStage.SIGNED, way.signed_by),
    ]
    if wording.procedure is not Procedure.NONE:
        last_days.append((ProgressStage.IN_FORCE, wording.procedure_to))
    days = tuple(
        LastDay(stage, last, _hold(row, stage, last, day), row.planned.get(stage))
        for stage, last in last_days
        if last is not None
    )
    missed = any(one.hold is Hold.MISSED for one in days)
    signed = row.signed_on is not None
    return PlannedBack(days, kept=not missed and (way.kept or signed))


def _hold(row: CarriedRow, stage: ProgressStage, last_day: date, day: date) -> Hold:
    reached = row.stage not in BESIDE and has_reached(row.stage, stage)
    if reached or stage in row.reached:
        reached_on = row.reached.get(stage)
        late = reached_on is not None and reached_on > last_day
        return Hold.MISSED if late else Hold.REACHED
    return Hold.MISSED if day > last_day else Hold.AHEAD
