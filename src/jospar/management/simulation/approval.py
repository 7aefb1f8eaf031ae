"""The plans before the Commission and the President, until they are sent out."""

from datetime import date, timedelta

from jospar.queries.plans import recipients_needed
from jospar.rules.agreement.facts import (
    Acknowledge,
    Distribute,
    RecordReply,
    ReplyOutcome,
    SendToPresident,
)
from jospar.rules.commission.facts import (
    AnswerRemark,
    Decide,
    DecideRow,
    Outcome,
    Remark,
    RowOutcome,
    SendToCommission,
    Settled,
)
from jospar.rules.core.nouns import Changes, PlanKind, PlanStage
from jospar.rules.core.offices import Office
from jospar.rules.drafting.facts import Settle

from . import amending, carrying, words
from .play import Play
from .state import Cycle, Treaty

_PATIENCE = 2
"""So many times a plan is returned at the most, by each of the two."""
_OUTCOMES = (RowOutcome.KEEP, RowOutcome.CHANGE, RowOutcome.MOVE, RowOutcome.EXCLUDE)
_WEIGHTS = (3, 4, 1, 1)


def begin(play: Play, cycle: Cycle) -> None:
    """Let both drafts go to the Commission by the deadline, or later."""
    deadline = play.deadline("commission.deadline", cycle.year)
    for kind in PlanKind:
        day = deadline.due - timedelta(days=play.between(3, 4))
        if play.goes_wrong():
            day = deadline.outer + timedelta(days=play.between(1, 5))
        play.at(day, _send, cycle, kind, 1)


def _send(play: Play, cycle: Cycle, kind: PlanKind, times: int) -> None:
    year = cycle.year
    play.attempt(year, SendToPresident(kind, play.day, play.paper()))
    filing = SendToCommission(kind, play.day, play.paper())
    if not play.act(year, filing):
        return
    cycle.stages[kind] = PlanStage.BEFORE_COMMISSION
    play.attempt(year, filing)
    rows = _standing(cycle, kind)
    for treaty in play.chance.sample(rows, min(2, len(rows))):
        play.after(1, _remark, cycle, kind, treaty.key)
    play.after(play.between(3, 5), _decide, cycle, kind, times)


def _standing(cycle: Cycle, kind: PlanKind) -> list[Treaty]:
    return [treaty for treaty in cycle.rows(kind) if not treaty.withdrawn]


def _remark(play: Play, cycle: Cycle, kind: PlanKind, key: str) -> None:
    member = play.chance.choice(cycle.bodies)
    filing = Remark(kind, play.day, member, key, words.REMARK, play.paper())
    if number := play.act(cycle.year, filing):
        play.after(1, _answer, cycle, kind, number)


def _answer(play: Play, cycle: Cycle, kind: PlanKind, number: int) -> None:
    settled = play.chance.choice(tuple(Settled))
    filing = AnswerRemark(kind, number, play.day, words.SETTLED, settled)
    play.act(cycle.year, filing)


def _decide(play: Play, cycle: Cycle, kind: PlanKind, times: int) -> None:
    """The Commission approves the plan or returns it, with words on some rows."""
    approves = times > _PATIENCE or play.happens(75)
    outcome = Outcome.APPROVED if approves else Outcome.RETURNED
    # A decision is known by its number within its plan.
    filing = Decide(kind, play.day, f"{times}", outcome, "10 / 12")
    if not play.act(cycle.year, filing):
        return
    cycle.stages[kind] = PlanStage.APPROVED if approves else PlanStage.DRAFT
    rows = _standing(cycle, kind)
    for treaty in play.chance.sample(rows, min(1 + len(rows) // 20, len(rows))):
        _decide_row(play, treaty, kind, f"{times}", approves=approves)
    if approves:
        if not play.goes_wrong(0.3):
            play.after(play.between(2, 4), _send_on, cycle, kind, times)
        return
    for treaty in play.chance.sample(rows, min(1, len(rows))):
        play.after(1, _settle, treaty)
    play.after(play.between(2, 4), _send, cycle, kind, times + 1)


def _decide_row(
    play: Play, treaty: Treaty, kind: PlanKind, number: str, *, approves: bool
) -> None:
    cycle, outcome = treaty.cycle, RowOutcome.KEEP
    if approves:
        (outcome,) = play.chance.choices(_OUTCOMES, _WEIGHTS)
    open_stages = {PlanStage.DRAFT, PlanStage.BEFORE_COMMISSION}
    if outcome is RowOutcome.MOVE and cycle.stages[kind.other] not in open_stages:
        outcome = RowOutcome.EXCLUDE
    changes = Changes()
    if outcome is RowOutcome.CHANGE:
        note = f"№ {number}, {treaty.key}"
        changes = Changes(note_kk=f"{note} шешім", note_ru=f"решение {note}")
    filing = DecideRow(
        kind, number, play.day, treaty.key, outcome, changes, words.REMARK
    )
    if play.act(cycle.year, filing) and approves:
        if outcome is RowOutcome.MOVE:
            treaty.plan = kind.other
        elif outcome is RowOutcome.EXCLUDE:
            treaty.plan = None
    play.attempt(cycle.year, filing)


def _settle(play: Play, treaty: Treaty) -> None:
    note = f"{treaty.key}, {play.day.isoformat()}"
    changes = Changes(note_kk=f"{note} нақтыланды", note_ru=f"{note} уточнено")
    if not treaty.withdrawn:
        play.act(treaty.cycle.year, Settle(treaty.key, play.day, words.DATED, changes))


def _send_on(play: Play, cycle: Cycle, kind: PlanKind, times: int) -> None:
    filing = SendToPresident(kind, play.day, play.paper())
    if play.act(cycle.year, filing):
        cycle.stages[kind] = PlanStage.BEFORE_PRESIDENT
        play.attempt(cycle.year, Distribute(kind, "parliament", play.day))
        play.after(play.between(4, 9), _reply, cycle, kind, times)


def _reply(play: Play, cycle: Cycle, kind: PlanKind, times: int) -> None:
    """The President's reply comes, on its day or a few days later."""
    agrees = times > _PATIENCE or play.happens(85)
    outcome = ReplyOutcome.AGREED if agrees else ReplyOutcome.RETURNED
    on = play.day - timedelta(days=play.chance.choice((0, 0, 1, 2)))
    filing = RecordReply(kind, on, play.paper(), outcome)
    if not play.act(cycle.year, filing):
        return
    if not agrees:
        cycle.stages[kind] = PlanStage.DRAFT
        play.after(play.between(2, 4), _send, cycle, kind, times + 1)
        return
    cycle.stages[kind] = PlanStage.AGREED
    play.attempt(cycle.year, filing)
    _has_agreed(play, cycle, kind, on)


def _has_agreed(play: Play, cycle: Cycle, kind: PlanKind, on: date) -> None:
    """The plan is sent out, amended and carried out from now on."""
    if kind is PlanKind.LONG_TERM:
        for before in play.cycles.values():
            if before.year < cycle.year:
                before.ended.add(kind)
    for treaty in cycle.rows(kind):
        # Whoever took a concept back in time has no row any more.
        treaty.removed = treaty.removed or treaty.withdrawn
    for recipient in recipients_needed(play.rules, cycle.year, kind):
        days = play.between(15, 25) if play.goes_wrong(0.3) else play.between(1, 10)
        play.at(on + timedelta(days=days), _distribute, cycle, kind, recipient)
    amending.begin(play, cycle, kind)
    carrying.begin(play, cycle, kind)


def _distribute(play: Play, cycle: Cycle, kind: PlanKind, recipient: str) -> None:
    filing = Distribute(kind, recipient, play.day, "courier", document=play.paper())
    play.act(cycle.year, filing)
    play.attempt(cycle.year, filing)
    if play.happens(80):
        play.after(play.between(1, 5), _acknowledge, cycle, kind, recipient)


def _acknowledge(play: Play, cycle: Cycle, kind: PlanKind, recipient: str) -> None:
    filing = Acknowledge(kind, recipient, play.day)
    standing = recipient in play.rules.recipients.always
    office = Office.RECIPIENT if standing else Office.BODY_OFFICER
    play.act(cycle.year, filing, office, recipient)
    play.attempt(cycle.year, filing, office, recipient)
