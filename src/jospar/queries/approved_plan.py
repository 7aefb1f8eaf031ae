"""What a plan will be by the Commission's decision: computed, never typed anew."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from jospar.records.models import Concept, Row
from jospar.records.snapshots.plans import (
    RowKept,
    bodies_of,
    content_of,
    groups_kept,
    plan_id,
    standings_of,
)
from jospar.rules.commission.facts import DecideRow, RowOutcome
from jospar.rules.core.forms import Standing, lay_out
from jospar.rules.core.horizon import plan_years
from jospar.rules.core.nouns import Level, PlanKind, PlanStage
from jospar.rules.core.ruleset import Ruleset

from .plan_comparison import Comparison, compare


@dataclass(frozen=True, slots=True)
class DecidableRow:
    """A row that lies before the Commission, with its concept's entry and its group."""

    entry: int
    level: Level
    row: RowKept


def rows_to_decide(ruleset: Ruleset, year: int, kind: PlanKind) -> list[DecidableRow]:
    """Return the rows of the plan as it was fixed, in their order; five queries."""
    entries = dict(
        Concept.objects.filter(
            entry__in=Row.objects.filter(plan_id=plan_id(year, kind)).values(
                "concept_id"
            )
        ).values_list("key", "entry")
    )
    standings = standings_of(year, kind, PlanStage.BEFORE_COMMISSION)
    content = _content(ruleset, year, kind, standings)
    return [
        DecidableRow(entries[row.concept], group.level, row)
        for group in groups_kept(content)
        for row in group.rows
    ]


def difference(
    ruleset: Ruleset,
    year: int,
    kind: PlanKind,
    decided: Iterable[DecideRow],
    language: str,
) -> Comparison:
    """Return what decisions on rows change in an approved plan; five queries.

    ``language`` is ``kk`` or ``ru``.
    """
    by_key = {filing.key: filing for filing in decided}
    standings = standings_of(year, kind, PlanStage.BEFORE_COMMISSION)
    after = [
        _after(standing, by_key.get(standing.concept))
        for standing in standings
        if not _leaves(by_key.get(standing.concept))
    ]
    moved = frozenset(
        key for key, filing in by_key.items() if filing.outcome is RowOutcome.MOVE
    )
    old, new = (
        groups_kept(_content(ruleset, year, kind, each)) for each in (standings, after)
    )
    return compare(old, new, language, moved)


def _leaves(filing: DecideRow | None) -> bool:
    leaving = {RowOutcome.MOVE, RowOutcome.EXCLUDE}
    return filing is not None and filing.outcome in leaving


def _after(standing: Standing, filing: DecideRow | None) -> Standing:
    """Return the row as it will stand; only a change puts its remark into the form."""
    if filing is None or filing.outcome is not RowOutcome.CHANGE:
        return standing
    return replace(
        standing,
        wording=filing.changes.apply(standing.wording),
        remarks=(*standing.remarks, filing.remark),
    )


def _content(
    ruleset: Ruleset, year: int, kind: PlanKind, standings: Iterable[Standing]
) -> str:
    form = lay_out(
        kind=kind,
        years=plan_years(ruleset, kind, year),
        ruleset=ruleset.code,
        headings=ruleset.headings,
        standings=standings,
        bodies=bodies_of(year),
    )
    return content_of(form)
