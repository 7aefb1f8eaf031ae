"""The Ministry looks at the concepts, concludes, and puts them into the plans."""

from dataclasses import replace
from datetime import timedelta

from jospar.rules.core.horizon import plan_years, plans_for
from jospar.rules.core.nouns import Changes, PlanKind, PlanStage
from jospar.rules.core.offices import Office
from jospar.rules.drafting.facts import Move, Place, Settle
from jospar.rules.reference.facts import Explain
from jospar.rules.review.facts import (
    AgreeConclusion,
    AnswerClarification,
    AskClarification,
    AskOpinion,
    Conclude,
    GiveOpinion,
    Notify,
    PrepareConclusion,
)

from . import words
from .play import Play
from .state import Treaty

_DEADLINE = "conclusions.deadline"


def begin(play: Play, treaty: Treaty) -> None:
    """Let the concept be looked at before the deadline, or after it."""
    deadline = play.deadline(_DEADLINE, treaty.cycle.year)
    day = deadline.due - timedelta(days=play.between(3, 13))
    if play.goes_wrong():
        day = deadline.outer + timedelta(days=play.between(1, 4))
    if play.happens(15):
        play.at(day - timedelta(days=9), _ask_opinion, treaty)
    if play.happens(10):
        play.at(day - timedelta(days=8), _ask_clarification, treaty)
    if play.happens(60):
        play.at(day - timedelta(days=4), _prepare, treaty)
    play.at(day, _conclude, treaty, play.happens(88))


def _ask_opinion(play: Play, treaty: Treaty) -> None:
    department = play.chance.choice(words.DEPARTMENTS)
    answer_by = play.day + timedelta(days=3)
    filing = AskOpinion(treaty.key, department, words.QUESTION.kk, play.day, answer_by)
    if treaty.whole and not treaty.withdrawn and play.act(treaty.cycle.year, filing):
        play.after(3, _give_opinion, treaty, department)


def _give_opinion(play: Play, treaty: Treaty, department: str) -> None:
    filing = GiveOpinion(
        treaty.key, department, play.day, play.happens(80), words.REASONS.kk
    )
    play.act(treaty.cycle.year, filing)


def _ask_clarification(play: Play, treaty: Treaty) -> None:
    answer_by = play.day + timedelta(days=4)
    filing = AskClarification(treaty.key, play.day, words.QUESTION, answer_by)
    if not treaty.withdrawn and play.act(treaty.cycle.year, filing):
        play.after(play.between(1, 4), _answer, treaty)


def _answer(play: Play, treaty: Treaty) -> None:
    filing = AnswerClarification(treaty.key, play.day, words.ANSWER, play.paper())
    play.act(treaty.cycle.year, filing, body=treaty.bodies[0])


def _prepare(play: Play, treaty: Treaty) -> None:
    if treaty.withdrawn or not treaty.whole:
        return
    filing = PrepareConclusion(treaty.key, True, play.day, words.REASONS)
    play.act(treaty.cycle.year, filing, Office.REVIEWER)
    if not play.goes_wrong():
        agreed = AgreeConclusion(treaty.key, play.day)
        play.act(treaty.cycle.year, agreed, Office.HEAD)


def _conclude(play: Play, treaty: Treaty, expedient: bool) -> None:
    year = treaty.cycle.year
    reasons = words.REASONS if expedient else words.AGAINST
    signed_by = words.SIGNATORIES[0]
    filing = Conclude(treaty.key, expedient, play.day, play.paper(), reasons, signed_by)
    if treaty.withdrawn or not treaty.whole:
        play.attempt(year, filing)
        return
    play.attempt(year, Place(treaty.key, PlanKind.CURRENT, play.day, words.STRADDLES))
    entry = play.act(year, filing)
    play.attempt(year, filing)
    if play.day > play.deadline(_DEADLINE, year).outer and play.happens(50):
        play.after(1, _explain, year, entry)
    if not expedient or not play.goes_wrong():
        play.after(play.between(0, 3), _notify, treaty)
    if expedient:
        play.after(play.between(1, 4), _place, treaty)


def _explain(play: Play, year: int, entry: int) -> None:
    play.act(year, Explain(_DEADLINE, play.day, words.LATE, entry))


def _notify(play: Play, treaty: Treaty) -> None:
    filing = Notify(treaty.key, play.day, play.paper())
    play.act(treaty.cycle.year, filing)
    play.attempt(treaty.cycle.year, filing)


def _place(play: Play, treaty: Treaty) -> None:
    """The concept goes into the plan of its term, which is settled first if need be."""
    cycle, rules = treaty.cycle, play.rules
    if treaty.withdrawn:
        return
    kinds = plans_for(rules, cycle.year, treaty.wording.conclude)
    if not kinds:
        _settle_term(play, treaty)
        kinds = frozenset({PlanKind.CURRENT})
    kind = play.chance.choice(sorted(kinds))
    filing = Place(treaty.key, kind, play.day, words.STRADDLES)
    if cycle.stages[kind] is not PlanStage.DRAFT:
        play.attempt(cycle.year, filing)
    elif play.act(cycle.year, filing):
        treaty.plan = kind
        play.attempt(cycle.year, filing)
        if len(kinds) > 1 and play.happens(50):
            play.after(2, _move, treaty)


def _settle_term(play: Play, treaty: Treaty) -> None:
    year = plan_years(play.rules, PlanKind.CURRENT, treaty.cycle.year)[0]
    term = replace(
        treaty.wording.conclude,
        first_day=treaty.wording.conclude.first_day.replace(year=year),
        last_day=treaty.wording.conclude.last_day.replace(year=year),
    )
    changes = Changes(conclude_from=term.first_day, conclude_to=term.last_day)
    filing = Settle(treaty.key, play.day, words.DATED, changes)
    if play.act(treaty.cycle.year, filing):
        treaty.wording = replace(treaty.wording, conclude=term)


def _move(play: Play, treaty: Treaty) -> None:
    """A row whose term straddles the plans goes to the other one."""
    cycle, kind = treaty.cycle, treaty.plan
    drafts = set(cycle.stages.values()) == {PlanStage.DRAFT}
    if kind and drafts and not treaty.withdrawn:
        filing = Move(treaty.key, kind.other, play.day, words.MOVES)
        if play.act(cycle.year, filing):
            treaty.plan = kind.other
