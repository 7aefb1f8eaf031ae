"""A planning year from a workbook: every row an act, in the order of effect."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from jospar.procedure import journal
from jospar.procedure.clock import Clock
from jospar.procedure.other_rules import Declined
from jospar.procedure.perform import (
    ActIdTakenError,
    ActRefusedError,
    Order,
    Performed,
    perform,
)
from jospar.procedure.rulesets import ruleset as ruleset_named
from jospar.records.models import Decision
from jospar.records.rulesets import ruleset_of
from jospar.rules.commission.facts import Decide
from jospar.rules.core.act import Objection
from jospar.rules.core.nouns import PlanKind
from jospar.rules.core.offices import WORKBOOK, Actor
from jospar.rules.core.ruleset import DEFAULT, Ruleset
from jospar.rules.core.sentences import _
from jospar.rules.registry import BY_FILING

from .faults import WorkbookError
from .later_orders import receipt_of
from .objections import (
    differs_from_record,
    key_used_twice,
    no_decision,
    unknown_layout,
    unreadable,
)
from .ordered import Item, Ordered, act_id, once_all_is_known
from .orders import ORDERS, rank, row_decision
from .reference import reference_orders
from .revisions import Revisions, consents_in_turn
from .rows import Row
from .workbook import Workbook

Progress = Callable[[int, int], None]
"""Told after every row how many rows are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that was refused, or a caution, with the row that it is about.

    ``row`` is None for a whole sheet or column, ``act`` empty where a row orders none.
    """

    sheet: str
    row: int | None
    objection: Objection
    act: str = ""


@dataclass(slots=True)
class Outcome:
    """What a run made of a workbook.

    ``performed`` counts the rows that this run performed, from the sheet of concepts
    on; ``refused`` and ``cautions`` stand in the order in which rows were met.
    """

    year: int
    ruleset: Ruleset
    performed: int = 0
    refused: list[Finding] = field(default_factory=list)
    cautions: list[Finding] = field(default_factory=list)


class YearRun:
    """One run of a workbook: keeps which keys its rows have used.

    Rows of days after ``until`` are left for a later run. ``as_it_came`` pretends that
    each was recorded on the day of its turn. ``declined`` are the acts that were
    refused, for who asks how they would fare under other rules.
    """

    def __init__(
        self,
        workbook: Workbook,
        clock: Clock,
        until: date = date.max,
        *,
        as_it_came: bool = False,
    ) -> None:
        self._as_it_came = as_it_came
        self.until = until
        self.workbook = workbook
        self.clock = clock
        self.ruleset = _ruleset(workbook)
        self.outcome = Outcome(workbook.year, self.ruleset)
        self.outcome.cautions += (
            Finding(unknown.sheet, None, unknown_layout(unknown.column))
            for unknown in workbook.cautions
        )
        self.declined: list[Declined] = []
        self._used: set[tuple[str, ...]] = set()
        self._row_decisions: dict[tuple[str, str], list[Row]] = {}
        self._revisions = Revisions(workbook.year, self._attempt)

    def run(self, progress: Progress) -> Outcome:
        """Perform what can be performed, and say what became of every other row."""
        for _day in self.turns(progress):
            pass
        return self.outcome

    def turns(self, progress: Progress) -> Iterator[date]:
        """Yield the day of each row before it is performed: runs can take turns."""
        total = sum(len(rows) for rows in self.workbook.sheets.values())
        done = 0
        for item in self._items():
            yield item.turn
            if item.turn <= self.until:
                if self._as_it_came:
                    self.clock = Clock(item.turn)
                self._perform(item)
                self._revisions.after(item)
            done += item.row.sheet != "cycle" and not item.ordered.further
            progress(done, total)
        if self.until == date.max:
            self._refuse_row_decisions()
            self._revisions.finish()
        progress(total, total)

    def _items(self) -> Iterator[Item]:
        """Yield the rows that can be read, in the order of effect."""
        first_day = self._first_day()
        yield from self._reference(first_day)
        items = []
        for sheet, order in ORDERS.items():
            for row in self._readable(sheet):
                ordered = order(row.values)
                items.append(_item(row, ordered, ordered.on or first_day))
        # Behind the sendings: those of one day stay in this order.
        items += [receipt for item in items if (receipt := receipt_of(item))]
        for row in self._readable("row_decisions"):
            decision = (row.values["plan"], row.values["decision"])
            self._row_decisions.setdefault(decision, []).append(row)
        items += self._of_recorded_decisions()
        without_day = [item for item in items if item.ordered.on is None]
        dated = [item for item in items if item.ordered.on is not None]
        yield from without_day
        dated = consents_in_turn(dated)
        if self._as_it_came:
            dated = list(map(once_all_is_known, dated))
        in_order = sorted(dated, key=_order)
        self._revisions.expect(in_order)
        yield from in_order

    def _first_day(self) -> date:
        """Return the day of what has none of its own: the cycle's first, or today."""
        return min(date(self.workbook.year, 1, 1), self.clock.today())

    def _of_recorded_decisions(self) -> Iterator[Item]:
        """Yield the row decisions that belong to decisions of earlier runs."""
        recorded = Decision.objects.filter(plan__cycle_id=self.workbook.year)
        for plan, number, on in recorded.values_list("plan__kind", "number", "on"):
            for row in self._row_decisions.pop((PlanKind(plan), number), ()):
                yield _item(row, row_decision(row.values, on), on)

    def _reference(self, on: date) -> Iterator[Item]:
        readable = self._readable("bodies")
        for row, ordered in reference_orders(self.workbook, self.ruleset, readable):
            yield _item(row, ordered, on)

    def _readable(self, sheet: str) -> list[Row]:
        rows = self.workbook.sheets.get(sheet, ())
        for row in rows:
            if row.faults:
                self._refuse(row, [unreadable(row.faults)])
        return [row for row in rows if not row.faults]

    def _perform(self, item: Item) -> None:
        row, filing = item.row, item.ordered.filing
        if item.ordered.further and self._is_refused(row):
            return
        key = (row.sheet, *item.ordered.key)
        if key in self._used:
            against = key_used_twice(item.ordered.key)
            self._refuse(row, [against], BY_FILING[type(filing)].code)
        elif self._attempt(item):
            self._used.add(key)
            if isinstance(filing, Decide):
                self._decide_rows(filing)

    def _attempt(self, item: Item) -> bool:
        """Perform an act and count it, or say what refuses it and return False."""
        row, order = item.row, self._order(item)
        act = BY_FILING[type(order.filing)].code
        try:
            performed = perform(order, self.clock)
        except ActIdTakenError as error:
            self._refuse(row, [differs_from_record(error.number)], act)
            return False
        except ActRefusedError as error:
            last = journal.last()[0]
            declined = Declined(last, order, self.clock, error.objections)
            self.declined.append(declined)
            self._refuse(row, error.objections, act)
            return False
        self._count(item, performed, act)
        return True

    def _order(self, item: Item) -> Order:
        ordered, year = item.ordered, self.workbook.year
        return Order(
            act_id=act_id(year, item.row.sheet, ordered.key),
            filing=ordered.filing,
            year=year,
            on=item.on,
            actor=Actor(WORKBOOK, ordered.office),
            ruleset=self.ruleset,
            document=ordered.document or f"sha256:{self.workbook.sha256}",
            acknowledged=None,
            imported=True,
        )

    def _decide_rows(self, decision: Decide) -> None:
        """Perform the rows of a decision as a part of it, before the next act."""
        rows = self._row_decisions.pop((decision.plan, decision.number), ())
        for row in rows:
            ordered = row_decision(row.values, decision.on)
            self._perform(_item(row, ordered, decision.on))

    def _refuse_row_decisions(self) -> None:
        for (_plan, number), rows in self._row_decisions.items():
            for row in rows:
                self._refuse(row, [no_decision(number)], "commission.decide_row")

    def _count(self, item: Item, performed: Performed, act: str) -> None:
        row = item.row
        if not performed.new:
            return
        if row.sheet not in {"cycle", "bodies"} and not item.ordered.further:
            self.outcome.performed += 1
        self.outcome.cautions += (
            Finding(row.sheet, row.number, caution, act)
            for caution in performed.cautions
        )

    def _is_refused(self, row: Row) -> bool:
        told = (row.sheet, row.number)
        return any((found.sheet, found.row) == told for found in self.outcome.refused)

    def _refuse(self, row: Row, objections: Iterable[Objection], act: str = "") -> None:
        self.outcome.refused += (
            Finding(row.sheet, row.number, objection, act)
            for objection in one_for_each_ground(objections, self.ruleset)
        )


def _ruleset(workbook: Workbook) -> Ruleset:
    """Return the ruleset that the cycle keeps to, or is to be opened under."""
    kept = ruleset_of(workbook.year)
    if kept is None:
        return ruleset_named(workbook.ruleset or DEFAULT)
    if workbook.ruleset not in {None, kept.code}:
        raise WorkbookError(
            _("The cycle of {year} was opened under the ruleset “{ruleset}”; name it."),
            year=workbook.year,
            ruleset=kept.code,
        )
    return kept


def one_for_each_ground(
    objections: Iterable[Objection], ruleset: Ruleset
) -> list[Objection]:
    """Return one objection for each paragraph, or that without a paragraph alone.

    A row that makes no sense has no other ground; of several objections that stand
    on one paragraph the first speaks for all.
    """
    by_paragraph: dict[str | None, Objection] = {}
    for objection in objections:
        by_paragraph.setdefault(ruleset.paragraph(objection.provision), objection)
    if None in by_paragraph:
        return [by_paragraph[None]]
    return list(by_paragraph.values())


def _item(row: Row, ordered: Ordered, on: date) -> Item:
    return Item(row, ordered, on, turn=on)


def _order(item: Item) -> tuple[date, float, int]:
    return item.turn, rank(item.ordered, item.row.sheet), item.row.number
