"""Until when the Ministry concludes on a dossier ("amendments.conclusion")."""

from dataclasses import replace
from datetime import date

from jospar.rules.core.calendar import Calendar
from jospar.rules.core.deadlines import Deadline, deadline_from
from jospar.rules.core.ruleset import Ruleset


def conclusion_deadline(
    ruleset: Ruleset, received_on: date, calendar: Calendar
) -> Deadline:
    """Return the deadline of a dossier that was whole on ``received_on``.

    By the reading "receipt" lateness counts from the strict day, else from the wide.
    """
    deadline = deadline_from(ruleset, "amendments.conclusion", received_on, calendar)
    if ruleset.reading("first_day") == "receipt":
        return replace(deadline, late_after=deadline.due)
    return deadline
