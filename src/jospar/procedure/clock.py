"""The clock: the one place that asks what time it is."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from jospar.rules.core.deadlines import ASTANA, day_in_astana


@dataclass(frozen=True, slots=True)
class Clock:
    """The present, or for a rehearsal the end of a chosen day.

    ``rehearsed`` is the day that a rehearsal pretends it is.
    """

    rehearsed: date | None = None

    def now(self) -> datetime:
        """Return the moment, aware, in UTC."""
        if self.rehearsed is None:
            return datetime.now(UTC)
        end = datetime.combine(self.rehearsed, time(23, 59, 59), tzinfo=ASTANA)
        return end.astimezone(UTC)

    def today(self) -> date:
        """Return the day in Astana."""
        return day_in_astana(self.now())
