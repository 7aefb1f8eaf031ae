"""How many papers of the outbox wait, for whoever watches the installation."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from jospar.records.rulesets import ruleset_of
from jospar.rules.core.nouns import PaperKind

from .deadline_lines import DeadlineState
from .outbox import outbox
from .years import cycle_years

_CYCLES = 2
"""So many of the latest cycles are asked: the papers of earlier ones have left."""


@dataclass(frozen=True, slots=True)
class PapersWaiting:
    """Papers that wait by their kind, and how many should have left before."""

    kinds: Mapping[PaperKind, int]
    overdue: int


def papers_waiting(today: date) -> PapersWaiting:
    """Return what waits in the outboxes of the last two cycles that are planned here.

    A query, and for each of the cycles those of its outbox.

    Raises:
        ToldError: when the calendar cannot be read.
    """
    years = cycle_years()[:_CYCLES]
    rulesets = ((year, ruleset_of(year)) for year in years)
    lines = [
        line
        for year, ruleset in rulesets
        if ruleset
        for line in outbox(ruleset, year, today)
        if line.sent_on is None
    ]
    found = Counter(line.kind for line in lines)
    return PapersWaiting(
        kinds={kind: found[kind] for kind in PaperKind},
        overdue=sum(line.state is DeadlineState.OVERDUE for line in lines),
    )
