"""When the rows of a workbook that amend a plan make its next revision.

Rows of one plan, under one ground, of one day make a revision once the last of them
was gone through. While their ground has no effect yet, the revision waits for the
consent that gives it; and none is made on a day before that of the last one.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from jospar.records.models import Revision, RowChange
from jospar.records.snapshots.amendment import ground_of
from jospar.records.snapshots.plans import plan_id
from jospar.rules.amendment.facts import (
    AmendRow,
    DecideAmendment,
    MakeRevision,
    RecordConsent,
)
from jospar.rules.amendment.nouns import Route
from jospar.rules.core.nouns import PlanKind
from jospar.rules.core.offices import Office

from .ordered import Item, Ordered
from .rows import Row


def consents_in_turn(items: Iterable[Item]) -> list[Item]:
    """Return the items; a consent that came before its decision waits for it."""
    items = list(items)
    decided: dict[str, date] = {}
    for item in items:
        if isinstance(item.ordered.filing, DecideAmendment):
            number = item.ordered.filing.number
            decided[number] = min(item.on, decided.get(number, item.on))

    def in_turn(item: Item) -> Item:
        filing = item.ordered.filing
        if not isinstance(filing, RecordConsent):
            return item
        return replace(item, turn=max(item.on, decided.get(filing.decision, item.on)))

    return [in_turn(item) for item in items]


@dataclass(frozen=True, slots=True)
class _Amended:
    """A plan that is amended under a ground."""

    plan: PlanKind
    route: Route
    ground: str


class Revisions:
    """Makes the revisions of a run, by ``attempt``, which tells what refuses one."""

    def __init__(self, year: int, attempt: Callable[[Item], bool]) -> None:
        self._year = year
        self._attempt = attempt
        self._last: frozenset[int] = frozenset()
        self._waiting: dict[_Amended, Item] = {}

    def expect(self, items: Sequence[Item]) -> None:
        """Note which rows come last, of those on one day under one ground."""
        last = {
            (amended, item.on): item.row.number
            for item in items
            if (amended := _amended(item)) is not None
        }
        self._last = frozenset(last.values())

    def after(self, item: Item) -> None:
        """Make what can be made since the row of ``item`` was gone through."""
        filing = item.ordered.filing
        amended = _amended(item)
        if amended is not None and item.row.number in self._last:
            self._make(amended, item)
        elif isinstance(filing, RecordConsent):
            for of, last in tuple(self._waiting.items()):
                if (of.route, of.ground) == (Route.DECISION, filing.decision):
                    self._make(of, replace(last, turn=item.turn))

    def finish(self) -> None:
        """Let be told what keeps back each revision that was not made."""
        for amended, last in self._waiting.items():
            on = self._ready_on(amended) or last.turn
            self._perform(amended, last.row, max(on, last.turn))

    def _make(self, amended: _Amended, last: Item) -> None:
        """Make the revision on the day of the turn, or let it wait."""
        self._waiting.pop(amended, None)
        if not self._staged(amended):
            return
        ready_on = self._ready_on(amended)
        if ready_on is None or ready_on > last.turn:
            self._waiting[amended] = last
        else:
            self._perform(amended, last.row, last.turn)

    def _perform(self, amended: _Amended, row: Row, since: date) -> None:
        on = max(since, self._made_on(amended.plan))
        filing = MakeRevision(amended.plan, amended.route, amended.ground, on)
        # A ground changes a row once, so that its rows tell its revisions apart.
        named = (amended.plan, amended.route, amended.ground, on.isoformat())
        key = ("revision", *named, *self._staged(amended))
        planner = Office.PLANNER
        ordered = Ordered(key, on, filing, planner, amended.ground, further=True)
        self._attempt(Item(row, ordered, on, turn=on))

    def _ready_on(self, amended: _Amended) -> date | None:
        """Return the day since which the ground has effect, and no change is later."""
        ground = ground_of(self._year, amended.route, amended.ground)
        if ground.effective_on is None:
            return None
        return max([ground.effective_on, *self._staged(amended).values()])

    def _made_on(self, plan: PlanKind) -> date:
        """Return the day of the plan's last revision; a change has one before it."""
        made = Revision.objects.filter(plan_id=plan_id(self._year, plan))
        return made.order_by("-number").values_list("on", flat=True)[0]

    def _staged(self, amended: _Amended) -> dict[str, date]:
        """Return the days of the changes that wait, by the keys of their rows."""
        waiting = RowChange.objects.filter(
            plan_id=plan_id(self._year, amended.plan),
            route=amended.route.value,
            ground=amended.ground,
            revision=None,
        )
        return dict(waiting.values_list("concept__key", "on"))


def _amended(item: Item) -> _Amended | None:
    filing = item.ordered.filing
    if not isinstance(filing, AmendRow):
        return None
    return _Amended(filing.plan, filing.route, filing.ground)
