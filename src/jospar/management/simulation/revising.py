"""What changes under a ground is put together, made into a revision, and sent out."""

from dataclasses import replace

from jospar.queries.in_force import amendments_of
from jospar.rules.amendment.facts import (
    AcknowledgeRevision,
    AmendRow,
    DropChange,
    MakeRevision,
    SendOut,
)
from jospar.rules.amendment.nouns import ChangeOutcome, Route
from jospar.rules.core.horizon import plan_years
from jospar.rules.core.nouns import Changes, PlanKind, Procedure, Text, Wording
from jospar.rules.core.offices import Office

from . import carrying, words
from .intake import term_in
from .play import Play
from .state import Cycle, Treaty

_NEW = "N-"
"""Keys of rows that a decision adds begin so."""


def stage(play: Play, cycle: Cycle, kind: PlanKind, route: Route, number: str) -> None:
    """The planner puts together what changes under a ground: rows of one plan."""
    rows = cycle.open_rows(kind)
    chosen = play.chance.sample(rows, min(play.between(1, 3), len(rows)))
    staged = [row for row in chosen if _amend(play, row, route, number)]
    if route is Route.DECISION and play.happens(50):
        staged += _add(play, cycle, kind, number)
    if len(staged) > 1 and play.happens(25):
        dropped = staged.pop()
        play.act(cycle.year, DropChange(kind, route, number, dropped.key, play.day))
        # What would have been added never is; a row that stood stands again.
        dropped.busy, dropped.removed = False, dropped.key.startswith(_NEW)
    if staged:
        play.after(play.between(1, 6), revise, tuple(staged), route, number)


def _amend(play: Play, row: Treaty, route: Route, number: str) -> bool:
    """Stage a change or the removal of a row; tell whether it was staged."""
    if row.plan is None:
        return False
    outcome = ChangeOutcome.REMOVE if play.happens(30) else ChangeOutcome.CHANGE
    changes = Changes()
    if outcome is ChangeOutcome.CHANGE:
        years = plan_years(play.rules, row.plan, row.cycle.year)
        term = term_in(play, years)
        changes = Changes(
            note_kk=f"{number} нөмірлі құжат бойынша",
            note_ru=f"по документу {number}",
            conclude_from=term.first_day,
            conclude_to=term.last_day,
        )
        row.wording = replace(row.wording, conclude=term)
    filing = AmendRow(
        plan=row.plan,
        route=route,
        ground=number,
        key=row.key,
        outcome=outcome,
        on=play.day,
        reason=words.TALKS,
        changes=changes,
    )
    row.busy = bool(play.act(row.cycle.year, filing))
    play.attempt(row.cycle.year, filing)
    row.removed = row.busy and outcome is ChangeOutcome.REMOVE
    return row.busy


def _add(play: Play, cycle: Cycle, kind: PlanKind, number: str) -> list[Treaty]:
    """Stage a row that a decision adds, worded as the Commission had it."""
    made, body = next(play.titles), play.chance.choice(cycle.bodies)
    term = term_in(play, plan_years(play.rules, kind, cycle.year))
    filing = AmendRow(
        plan=kind,
        route=Route.DECISION,
        ground=number,
        key=f"{_NEW}{number}",
        outcome=ChangeOutcome.ADD,
        on=play.day,
        reason=words.TALKS,
        changes=Changes(
            title_kk=made.title.kk,
            title_ru=made.title.ru,
            purpose_kk=words.PURPOSES[0].kk,
            purpose_ru=words.PURPOSES[0].ru,
            level=made.level,
            conclude_from=term.first_day,
            conclude_to=term.last_day,
        ),
        proposers=(body,),
    )
    if not play.act(cycle.year, filing):
        return []
    wording = Wording(
        made.title, words.PURPOSES[0], Text(), made.level, term, Procedure.NONE
    )
    treaty = Treaty(cycle, filing.key, (body,), wording, plan=kind, busy=True)
    cycle.treaties[treaty.key] = treaty
    carrying.go_on(play, treaty)
    return [treaty]


def revise(play: Play, staged: tuple[Treaty, ...], route: Route, number: str) -> None:
    """The next revision is made of what is staged, and sent to whom it concerns."""
    cycle, kind = staged[0].cycle, staged[0].plan
    if kind is None:
        return
    filing = MakeRevision(kind, route, number, play.day)
    if not play.act(cycle.year, filing):
        return
    play.attempt(cycle.year, filing)
    for row in staged:
        row.busy = False
    revision = amendments_of(cycle.year, kind)[-1].revision
    for recipient in play.rules.recipients.always:
        play.after(play.between(1, 5), _send_out, cycle, kind, revision, recipient)


def _send_out(
    play: Play, cycle: Cycle, kind: PlanKind, revision: int, recipient: str
) -> None:
    filing = SendOut(kind, revision, recipient, play.day, play.paper(), "courier")
    play.act(cycle.year, filing)
    play.attempt(cycle.year, filing)
    if play.happens(70):
        play.after(play.between(1, 4), _acknowledge, cycle, kind, revision, recipient)


def _acknowledge(
    play: Play, cycle: Cycle, kind: PlanKind, revision: int, recipient: str
) -> None:
    filing = AcknowledgeRevision(kind, revision, recipient, play.day)
    play.act(cycle.year, filing, Office.RECIPIENT, recipient)
