"""Rows of the agreed plans are carried out: stages, reports, names, signings."""

from datetime import date, timedelta

from jospar.rules.carrying_out.facts import (
    CorrectionGround,
    CorrectName,
    PlanProgress,
    PutForward,
    Quarter,
    RecordName,
    RecordSigning,
    Report,
    RequestReport,
)
from jospar.rules.core.horizon import plan_years
from jospar.rules.core.nouns import PlanKind, ProgressStage, Text
from jospar.rules.core.offices import Office

from . import words
from .play import Play
from .state import Cycle, Treaty

_WAY = (
    ProgressStage.NOT_BEGUN,
    ProgressStage.IN_TALKS,
    ProgressStage.AGREED_WITH_BODIES,
    ProgressStage.EXAMINED,
    ProgressStage.AGREED_BY_MINISTRY,
    ProgressStage.DECISION_TO_SIGN,
)
"""The stages up to the signing."""
_EARLY = 12
"""Of a hundred rows of a long-term plan so many are begun before their years."""


def begin(play: Play, cycle: Cycle, kind: PlanKind) -> None:
    """Let bodies begin with the rows of a plan when its year comes, or before."""
    for row in cycle.rows(kind):
        if kind is PlanKind.LONG_TERM and not play.happens(_EARLY):
            continue
        go_on(play, row)
    if kind is PlanKind.CURRENT:
        (year,) = plan_years(play.rules, kind, cycle.year)
        for quarter in Quarter:
            day = date(year, quarter.first_month + 2, 20)
            play.at(day, _request, cycle, quarter)


def go_on(play: Play, row: Treaty) -> None:
    """Let something happen to a row some weeks from now, in the plan's year."""
    first = date(row.cycle.year + 1, 1, 10)
    play.at(
        max(first, play.day) + timedelta(days=play.between(5, 45)), _step, row, row.plan
    )


def _request(play: Play, cycle: Cycle, quarter: Quarter) -> None:
    """The Ministry asks every body that answers for a row what it has done."""
    standing = cycle.open_rows(PlanKind.CURRENT)
    bodies = {play.answering(body) for row in standing for body in row.bodies}
    answer_by = play.day + timedelta(days=10)
    for body in sorted(bodies):
        filing = RequestReport(body, play.day, play.day.year, quarter, answer_by)
        play.act(cycle.year, filing)
        play.attempt(cycle.year, filing)


def _step(play: Play, row: Treaty, kind: PlanKind) -> None:
    """A body reports, plans, or signs; until the row is done, or goes on elsewhere."""
    late = play.day > row.wording.conclude.last_day + timedelta(days=120)
    if row.removed or row.dropped or row.signed or row.carried or late:
        return
    if kind in row.cycle.ended:
        # A newer long-term plan has taken its place.
        return
    if row.busy:
        go_on(play, row)
    elif row.stage is ProgressStage.DECISION_TO_SIGN:
        _put_forward(play, row, kind)
    elif play.happens(4):
        _rename(play, row, kind)
        go_on(play, row)
    else:
        _report(play, row, kind)
        go_on(play, row)


def _report(play: Play, row: Treaty, kind: PlanKind) -> None:
    stage, note = _next(play, row), Text()
    if stage in {ProgressStage.POSTPONED, ProgressStage.DROPPED}:
        note = words.POSTPONED
    reached_on = play.day - timedelta(days=play.between(0, 5)) if stage else None
    filing = Report(kind, row.key, play.day, play.paper(), stage, reached_on, note)
    if play.act(row.cycle.year, filing, body=_desk(play, row)) and stage:
        row.stage = stage
        row.dropped = stage is ProgressStage.DROPPED
    following = _after(row.stage)
    if following and not row.dropped and play.happens(20):
        planned_on = play.day + timedelta(days=play.between(20, 60))
        planned = PlanProgress(kind, row.key, play.day, following, planned_on)
        play.act(row.cycle.year, planned, Office.CONTROLLER)


def _next(play: Play, row: Treaty) -> ProgressStage | None:
    """Return the stage that a body reports, or None where nothing changed."""
    if play.happens(15):
        return None
    if play.happens(2):
        return ProgressStage.DROPPED
    if play.happens(3):
        return ProgressStage.POSTPONED
    return _after(row.stage)


def _after(stage: ProgressStage) -> ProgressStage | None:
    """Return the stage that follows on the way to the signing, if one does."""
    if stage is ProgressStage.POSTPONED:
        return ProgressStage.IN_TALKS
    later = _WAY[_WAY.index(stage) + 1 :] if stage in _WAY else ()
    return later[0] if later else None


def _desk(play: Play, row: Treaty) -> str:
    """Return the body that reports at its own desk; nobody where paper comes."""
    return play.answering(row.bodies[0]) if play.happens(80) else ""


def _rename(play: Play, row: Treaty, kind: PlanKind) -> None:
    """Talks change the name, or a slip of the pen is corrected."""
    year, title = row.cycle.year, row.wording.title
    number = play.paper()
    name = Text(f"{title.kk} ({number})", f"{title.ru} ({number})")
    if play.happens(30):
        corrected = CorrectName(
            kind,
            row.key,
            play.day,
            name,
            CorrectionGround.SLIP,
            number,
            words.SLIP,
        )
        play.act(year, corrected)
        return
    for of_principle, perform in ((True, play.attempt), (False, play.act)):
        filing = RecordName(
            plan=kind,
            key=row.key,
            on=play.day,
            name=name,
            from_side=play.chance.choice(words.PLACES),
            of_principle=of_principle,
            judged_by=words.SIGNATORIES[0],
            reason=words.TALKS,
            document=number,
        )
        perform(year, filing)


def _put_forward(play: Play, row: Treaty, kind: PlanKind) -> None:
    filing = PutForward(kind, row.key, play.day, play.paper(), words.TALKS)
    ended = kind is PlanKind.CURRENT and play.day.year > row.cycle.year + 1
    if not ended and (kind is PlanKind.LONG_TERM or play.happens(40)):
        play.act(row.cycle.year, filing, Office.CONTROLLER)
    play.after(play.between(3, 20), _sign, row, kind)


def _sign(play: Play, row: Treaty, kind: PlanKind) -> None:
    if row.removed or row.busy or row.carried:
        return
    filing = RecordSigning(
        kind,
        row.key,
        play.day,
        play.chance.choice(words.PLACES),
        play.chance.choice(words.SIGNATORIES),
        play.paper(),
    )
    if not play.act(row.cycle.year, filing, body=_desk(play, row)):
        return
    row.signed, row.stage = True, ProgressStage.SIGNED
    play.attempt(row.cycle.year, filing, Office.REGISTRAR)
    forward = PutForward(kind, row.key, play.day, play.paper(), words.TALKS)
    play.attempt(row.cycle.year, forward, Office.CONTROLLER)
    play.after(play.between(20, 60), _after_signing, row, kind)


def _after_signing(play: Play, row: Treaty, kind: PlanKind) -> None:
    """Domestic procedures follow, then the treaty enters into force."""
    procedures = row.stage is ProgressStage.SIGNED and play.happens(60)
    stage = ProgressStage.DOMESTIC_PROCEDURES if procedures else ProgressStage.IN_FORCE
    filing = Report(kind, row.key, play.day, play.paper(), stage, play.day)
    if play.act(row.cycle.year, filing, body=_desk(play, row)):
        row.stage = stage
    if procedures:
        play.after(play.between(30, 150), _after_signing, row, kind)
