"""What a ground changes in a plan, as the sheet of the amendment says it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from jospar.documents.amendment_sheet import (
    CELLS,
    GROUP,
    Amended,
    AmendmentSheet,
    SheetCell,
    SheetLine,
    SheetPart,
    SheetWords,
)
from jospar.records.models import Amendment, Revision
from jospar.records.snapshots.plans import groups_kept, plan_id
from jospar.rules.amendment.nouns import ChangeOutcome, Route
from jospar.rules.core.forms import FORM_LANGUAGES
from jospar.rules.core.nouns import Level, PlanKind, Text
from jospar.rules.core.ruleset import Ruleset
from jospar.rules.core.titles import WordChange

from .amendment_grounds import GroundLine
from .form_titles import empty_form, form_title
from .ground_phrases import ground_phrase
from .official_use import marked_concepts
from .plan_comparison import ComparedRow, Comparison, RowChange, compare
from .row_changes import ChangeLine, change_lines, staged_comparisons, waiting_under

_TITLE = 1
"""Which of the cells after the number has the title: it says which row it is."""
_OUTCOMES: Mapping[RowChange, ChangeOutcome] = {
    RowChange.ADDED: ChangeOutcome.ADD,
    RowChange.CHANGED: ChangeOutcome.CHANGE,
    RowChange.REMOVED: ChangeOutcome.REMOVE,
}


def made_sheet(
    ruleset: Ruleset, year: int, kind: PlanKind, number: int
) -> AmendmentSheet | None:
    """Return the sheet of a revision that amended the plan, or None; six queries."""
    plan = plan_id(year, kind)
    amended = Amendment.objects.filter(plan_id=plan, revision=number).first()
    if amended is None:
        return None
    before, made = Revision.objects.filter(
        plan_id=plan, number__in=(number - 1, number)
    ).order_by("number")
    old, new = groups_kept(before.content), groups_kept(made.content)
    changes = [
        line
        for line in change_lines(year)
        if line.plan is kind and line.revision == number
    ]
    comparisons = {
        language.value: compare(old, new, language, frozenset())
        for language in FORM_LANGUAGES
    }
    return AmendmentSheet(
        plan=form_title(empty_form(ruleset, year, kind)),
        amended=Amended(
            ground=ground_phrase(year, Route(amended.route), amended.ground),
            before=before.number,
            revision=number,
            fingerprint=made.fingerprint,
            made_on=made.on,
            since=amended.effective_on,
        ),
        lines=_lines(comparisons, changes, _headings(ruleset)),
        official_use=_marked(year, changes),
    )


def draft_sheet(
    ruleset: Ruleset, year: int, kind: PlanKind, ground: GroundLine
) -> AmendmentSheet:
    """Return the sheet of what waits under a ground.

    The number of queries hangs on nothing but the plan.
    """
    changes = waiting_under(change_lines(year), ground, kind)
    numbers = Revision.objects.filter(plan_id=plan_id(year, kind)).order_by("-number")
    last = numbers.values_list("number", flat=True)[0]
    comparisons = staged_comparisons(ruleset, year, kind, ground) if changes else {}
    return AmendmentSheet(
        plan=form_title(empty_form(ruleset, year, kind)),
        amended=Amended(
            ground=ground_phrase(year, ground.route, ground.number),
            before=last,
            revision=last + 1,
        ),
        lines=_lines(comparisons, changes, _headings(ruleset)),
        official_use=_marked(year, changes),
    )


def without_reasons(sheet: AmendmentSheet) -> AmendmentSheet:
    """Return the sheet for who does not see why the Ministry changed each row."""
    lines = (replace(line, reason=Text()) for line in sheet.lines)
    return replace(sheet, lines=tuple(lines))


def _marked(year: int, changes: Iterable[ChangeLine]) -> bool:
    marked = marked_concepts(year)
    return any(line.key in marked for line in changes)


def _headings(ruleset: Ruleset) -> Mapping[Level, Text]:
    groups = ruleset.headings.groups
    return {
        level: Text(*(heading[language] for language in FORM_LANGUAGES))
        for level, heading in groups.items()
    }


def _lines(
    comparisons: Mapping[str, Comparison],
    changes: Iterable[ChangeLine],
    headings: Mapping[Level, Text],
) -> tuple[SheetLine, ...]:
    """Return the rows that say something else, in the order of the form."""
    reasons = {line.key: line.reason for line in changes}
    every = [
        [(group.level, row) for group in comparison.changes() for row in group.rows]
        for comparison in comparisons.values()
    ]
    return tuple(
        _line(level, [first, *(row for _level, row in others)], reasons, headings)
        for (level, first), *others in zip(*every, strict=True)
    )


def _line(
    level: Level,
    rows: list[ComparedRow],
    reasons: Mapping[str, Text],
    headings: Mapping[Level, Text],
) -> SheetLine:
    """Return a row, which is there once for each language; ``level`` is its group."""
    first = rows[0]
    regrouped = first.from_level is not None
    grouped = regrouped or first.change is not RowChange.CHANGED
    was, became = (
        (SheetCell(GROUP, _group(headings[one], changed=regrouped)),) if grouped else ()
        for one in (first.from_level or level, level)
    )
    return SheetLine(
        outcome=_OUTCOMES[first.change],
        number_was=first.was,
        number=first.number,
        was=() if first.change is RowChange.ADDED else (*was, *_cells(rows, _old)),
        became=()
        if first.change is RowChange.REMOVED
        else (*became, *_cells(rows, _new)),
        reason=reasons.get(first.concept, Text()),
    )


Side = Callable[[WordChange], tuple[str, ...]]


def _old(change: WordChange) -> tuple[str, ...]:
    return change.old


def _new(change: WordChange) -> tuple[str, ...]:
    return change.new


def _group(heading: Text, *, changed: bool) -> SheetWords:
    kk, ru = ((SheetPart(heading[name], changed),) for name in FORM_LANGUAGES)
    return SheetWords(kk, ru)


def _cells(rows: list[ComparedRow], side: Side) -> Iterator[SheetCell]:
    """Yield one side of a row: all that it says, or what changed, and its title."""
    whole = rows[0].change is not RowChange.CHANGED
    for place, heading in enumerate(CELLS):
        found = [row.cells[place] for row in rows]
        said = any(side(change) for cell in found for change in cell)
        changed = any(change.kind != "equal" for cell in found for change in cell)
        if said if whole else changed or place == _TITLE:
            kk, ru = (_parts(cell, side, marks=not whole) for cell in found)
            yield SheetCell(heading, SheetWords(kk, ru))


def _parts(
    cell: tuple[WordChange, ...], side: Side, *, marks: bool
) -> tuple[SheetPart, ...]:
    """Return the words of a side; of a whole row that comes or goes none is marked."""
    said = [(change, " ".join(side(change))) for change in cell if side(change)]
    return tuple(
        SheetPart(
            text if at == len(said) else f"{text} ",
            marks and change.kind != "equal",
        )
        for at, (change, text) in enumerate(said, start=1)
    )
