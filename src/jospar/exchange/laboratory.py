"""A workbook under its own rules and under others, without touching the record."""

from collections.abc import Callable

from jospar.procedure.clock import Clock
from jospar.queries.laboratory import Laboratory, laboratory
from jospar.records.past import empty_past
from jospar.rules.core.ruleset import Ruleset

from .workbook import Workbook
from .year import Progress, YearRun


def laboratory_of(
    workbook: Workbook,
    change: Callable[[Ruleset], Ruleset],
    clock: Clock,
    progress: Progress,
) -> Laboratory:
    """Return what would differ if the workbook's rules were what ``change`` makes them.

    Rows that its own rules refuse are asked under the others too.

    Raises:
        ToldError: when there are no such rules.
    """
    with empty_past():
        run = YearRun(workbook, clock)
        would = change(run.ruleset)
        run.run(progress)
        return laboratory(
            run.ruleset, would, workbook.year, clock.today(), run.declined
        )
