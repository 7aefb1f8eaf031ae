"""Agreed plans change, on instructions and on decisions with the consent to them."""

from collections.abc import Sequence
from datetime import date, timedelta

from jospar.rules.amendment.facts import (
    AmendRow,
    BringConcept,
    BringGrounds,
    ConcludeDossier,
    DecideAmendment,
    MakeRevision,
    RecordConsent,
    RecordInstruction,
    RequestInstruction,
)
from jospar.rules.amendment.nouns import (
    ChangeOutcome,
    GroundOutcome,
    InstructedBy,
    Route,
)
from jospar.rules.core.horizon import plan_years
from jospar.rules.core.nouns import (
    Entry,
    PlanKind,
    Procedure,
    Text,
    Wording,
)

from . import carrying, revising, words
from .intake import term_in
from .play import Play
from .state import Cycle, Treaty

_SHARE = 25
"""For so many rows of a plan there is one amendment of each kind in its year."""
_YEAR = timedelta(days=330)
"""So long a long-term plan is amended: then the next one comes."""


def begin(play: Play, cycle: Cycle, kind: PlanKind) -> None:
    """Let the agreed plan be amended until its year ends, or the next one comes."""
    first = play.day + timedelta(days=10)
    last = play.day + _YEAR
    if kind is PlanKind.CURRENT:
        last = date(plan_years(play.rules, kind, cycle.year)[-1], 12, 10)
    count = 1 + len(cycle.rows(kind)) // _SHARE
    ways = [_instruct, _decide]
    if kind is PlanKind.CURRENT:
        ways.append(_open_dossier)
    for way in ways:
        for _number in range(play.between(count - 1, count + 1)):
            days = play.between(0, (last - first).days)
            play.at(first + timedelta(days=days), way, cycle, kind)


# ------------------------------------------------------------------ dossiers


def _open_dossier(play: Play, cycle: Cycle, kind: PlanKind) -> None:
    """A body brings grounds and a concept, in either order, and asks."""
    key, body = f"D-{play.paper()}", play.answering(play.chance.choice(cycle.bodies))
    if body not in cycle.bodies:
        return
    made = next(play.titles)
    wording = Wording(
        title=made.title,
        purpose=words.PURPOSES[0],
        note=Text(),
        level=made.level,
        conclude=term_in(play, plan_years(play.rules, kind, cycle.year)),
        procedure=Procedure.NONE,
    )
    treaty = Treaty(cycle, key, (body,), wording)
    papers = play.chance.sample((_bring_grounds, _bring_concept), 2)
    conclusion = ConcludeDossier(
        key,
        True,
        play.day,
        play.paper(),
        words.REASONS,
        words.SIGNATORIES[0],
    )
    play.attempt(cycle.year, conclusion)
    papers[0](play, treaty)
    play.after(play.between(0, 3), papers[1], treaty)
    asks_after = play.between(14, 20)
    if not play.goes_wrong():
        days = play.between(16, 24) if play.goes_wrong() else play.between(4, 11)
        asks_after = max(asks_after, days + 1)
        play.after(days, _conclude, treaty)
    play.after(asks_after, _request, treaty)


def _bring_grounds(play: Play, treaty: Treaty) -> None:
    (body,) = treaty.bodies
    filing = BringGrounds(treaty.key, body, play.moment(), play.paper(), words.URGENT)
    play.act(treaty.cycle.year, filing, body=body if play.happens(50) else "")


def _bring_concept(play: Play, treaty: Treaty) -> None:
    filing = BringConcept(
        key=treaty.key,
        proposers=treaty.bodies,
        wording=treaty.wording,
        entry=Entry.NEW,
        received_at=play.moment(),
        document=play.paper(),
    )
    body = treaty.bodies[0] if play.happens(50) else ""
    play.act(treaty.cycle.year, filing, body=body)


def _conclude(play: Play, treaty: Treaty) -> None:
    expedient = play.happens(85)
    reasons = words.REASONS if expedient else words.AGAINST
    signed_by = words.SIGNATORIES[0]
    filing = ConcludeDossier(
        treaty.key, expedient, play.day, play.paper(), reasons, signed_by
    )
    play.act(treaty.cycle.year, filing)
    play.attempt(treaty.cycle.year, filing)


def _request(play: Play, treaty: Treaty) -> None:
    filing = RequestInstruction(treaty.key, play.day, play.paper())
    play.act(treaty.cycle.year, filing)
    play.after(play.between(4, 10), _instruct_on, treaty)


def _instruct_on(play: Play, treaty: Treaty) -> None:
    """The instruction on a dossier comes; what it gives goes into the plan."""
    number, cycle = play.paper(), treaty.cycle
    given = play.happens(80)
    _record_instruction(play, cycle, number, (treaty.key,), given=given)
    filing = AmendRow(
        plan=PlanKind.CURRENT,
        route=Route.INSTRUCTION,
        ground=number,
        key=treaty.key,
        outcome=ChangeOutcome.ADD,
        on=play.day,
        reason=words.URGENT,
    )
    if not given:
        play.attempt(cycle.year, filing)
    elif play.act(cycle.year, filing):
        treaty.plan, treaty.busy = PlanKind.CURRENT, True
        cycle.treaties[treaty.key] = treaty
        carrying.go_on(play, treaty)
        play.after(
            play.between(1, 5), revising.revise, (treaty,), Route.INSTRUCTION, number
        )


# ------------------------------------------------------------------- grounds


def _instruct(play: Play, cycle: Cycle, kind: PlanKind) -> None:
    """An instruction comes that nobody asked for; some rows change by it."""
    number, given = play.paper(), play.happens(90)
    if _record_instruction(play, cycle, number, (), given=given) and given:
        play.after(1, revising.stage, cycle, kind, Route.INSTRUCTION, number)


def _record_instruction(
    play: Play, cycle: Cycle, number: str, dossiers: Sequence[str], *, given: bool
) -> int:
    filing = RecordInstruction(
        number,
        play.day - timedelta(days=play.between(0, 2)),
        play.chance.choice(tuple(InstructedBy)),
        GroundOutcome.GIVEN if given else GroundOutcome.DECLINED,
        tuple(dossiers),
    )
    entry = play.act(cycle.year, filing)
    play.attempt(cycle.year, filing)
    return entry


def _decide(play: Play, cycle: Cycle, kind: PlanKind) -> None:
    """The Commission decides that rows change; the Administration is asked."""
    number = play.paper()
    on = play.day - timedelta(days=play.between(0, 2))
    play.act(cycle.year, DecideAmendment(number, on, "9 / 12"))
    play.after(play.between(2, 8), _consent, cycle, kind, number)


def _consent(play: Play, cycle: Cycle, kind: PlanKind, number: str) -> None:
    """Consent comes before the rows are staged or after, or it is declined first."""
    given = play.happens(85)
    outcome = GroundOutcome.GIVEN if given else GroundOutcome.DECLINED
    filing = RecordConsent(number, play.paper(), play.day, outcome)
    revision = MakeRevision(kind, Route.DECISION, number, play.day)
    play.attempt(cycle.year, revision)
    play.act(cycle.year, filing)
    if given:
        play.after(1, revising.stage, cycle, kind, Route.DECISION, number)
    elif play.happens(50):
        play.after(play.between(5, 15), _consent, cycle, kind, number)
