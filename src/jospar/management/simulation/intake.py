"""Concepts and letters of bodies: in time and late, whole and not, taken back."""

from dataclasses import replace
from datetime import date, timedelta

from jospar.rules.core.horizon import plan_years, plans_for
from jospar.rules.core.nouns import (
    Changes,
    Entry,
    PlanKind,
    Procedure,
    Term,
    Text,
    Wording,
)
from jospar.rules.core.offices import Office
from jospar.rules.intake.facts import (
    MarkHandling,
    RegisterPaper,
    Remind,
    ReportNone,
    ReturnLate,
    SubmitConcept,
    SupplementConcept,
    WithdrawConcept,
)
from jospar.rules.outbox.facts import SendReminder
from jospar.rules.review.facts import Conclude
from jospar.rules.treaty.facts import How, Link, TellApart, Unlink

from . import review, words
from .play import Play
from .state import Cycle, Treaty

_WEEKS = timedelta(days=36)
"""Before the deadline: since then bodies bring their concepts."""
_CARRIED = 0.4
"""At most so much of what bodies propose was in plans of years before."""

_SILENT = 10
"""Of a hundred bodies so many have no proposals in a year."""


def begin(play: Play, cycle: Cycle) -> None:
    """Let bodies think of what they propose a few weeks before the deadline."""
    deadline = play.deadline("concepts.deadline", cycle.year)
    play.at(deadline.due - _WEEKS, _propose, cycle)


def term_in(play: Play, years: tuple[int, ...]) -> Term:
    """Return a term within the years of a plan: a year of them, or a quarter."""
    year, month = play.chance.choice(years), 1 + 3 * play.chance.randrange(4)
    if play.happens(30):
        return Term(date(year, 1, 1), date(year, 12, 31))
    last = date(year + month // 10, (month + 3 - 1) % 12 + 1, 1) - timedelta(days=1)
    return Term(date(year, month, 1), last)


def _propose(play: Play, cycle: Cycle) -> None:
    """Decide who brings what, and on which day."""
    deadline = play.deadline("concepts.deadline", cycle.year).due
    none = [body for body in cycle.bodies[1:] if play.happens(_SILENT)]
    bodies = [body for body in cycle.bodies if body not in none]
    count = play.scenario.concepts
    offered = _offered(play, cycle)[: int(count * _CARRIED)]
    for number in range(1, count + 1):
        late = play.goes_wrong()
        days = -play.between(1, 9) if late else play.between(3, 30)
        earlier = offered.pop() if offered else None
        body = play.chance.choice(bodies)
        play.at(deadline - timedelta(days=days), _bring, cycle, number, body, earlier)
    for body in none:
        play.at(deadline - timedelta(days=play.between(3, 20)), _none, cycle, body)
    if play.goes_wrong(3):
        play.at(deadline - timedelta(days=7), _none, cycle, bodies[0])
    for body in play.chance.sample(cycle.bodies, min(2, len(cycle.bodies))):
        play.at(deadline - timedelta(days=10), _remind, cycle, body)


def _offered(play: Play, cycle: Cycle) -> list[Treaty]:
    """Return what earlier plans have, and is to be proposed again, in no order."""
    found: list[Treaty] = []
    for before in play.cycles.values():
        if before.year == cycle.year - 1:
            stalled = before.open_rows(PlanKind.CURRENT)
            found += [treaty for treaty in stalled if play.happens(30)]
        if PlanKind.LONG_TERM not in before.ended:
            found += [
                treaty
                for treaty in before.open_rows(PlanKind.LONG_TERM)
                if treaty.wording.conclude.first_day.year <= cycle.year + 1
            ]
    found = [treaty for treaty in found if not treaty.carried]
    play.chance.shuffle(found)
    return found


def _none(play: Play, cycle: Cycle, body: str) -> None:
    filing = ReportNone(body, play.moment(), play.paper())
    play.act(cycle.year, filing, body=body if play.happens(50) else "")


def _remind(play: Play, cycle: Cycle, body: str) -> None:
    if play.act(cycle.year, Remind(body, play.day)):
        play.after(1, _send_reminder, cycle, body)


def _send_reminder(play: Play, cycle: Cycle, body: str) -> None:
    filing = SendReminder(body, play.day, play.paper())
    play.act(cycle.year, filing)
    play.attempt(cycle.year, filing)


def _bring(
    play: Play, cycle: Cycle, number: int, body: str, earlier: Treaty | None
) -> None:
    """A body brings a concept, with what is wrong in it, and it takes its course."""
    if earlier and not earlier.is_open:
        earlier = None
    key = f"C-{number:03}"
    if earlier:
        body = play.answering(earlier.bodies[0])
    treaty = Treaty(cycle, key, _proposers(play, cycle, body), _worded(play, cycle))
    if earlier:
        title, level = earlier.wording.title, earlier.wording.level
        treaty.wording = replace(treaty.wording, title=title, level=level)
    treaty.whole = not play.goes_wrong()
    treaty.late = play.day > play.deadline("concepts.deadline", cycle.year).due
    filing = _submission(play, treaty)
    # What is irregular is not filed at a body's own desk; it comes on paper.
    points = plans_for(play.rules, cycle.year, treaty.wording.conclude)
    at_desk = treaty.whole and bool(points) and play.happens(60)
    entry = play.act(cycle.year, filing, body=body if at_desk else "")
    if not entry:
        return
    cycle.treaties[key] = treaty
    play.attempt(cycle.year, filing, Office.REGISTRAR)
    if not at_desk and play.happens(40):
        play.after(1, _register, cycle, entry)
    if play.happens(3):
        play.after(2, _mark, treaty)
    if earlier:
        earlier.carried = True
        play.after(3, _link, treaty, earlier)
    elif play.happens(6):
        play.after(4, _tell_apart, treaty)
    _take_course(play, treaty)


def _take_course(play: Play, treaty: Treaty) -> None:
    if treaty.late:
        play.after(play.between(3, 9), _return, treaty)
        return
    deadline = play.deadline("concepts.deadline", treaty.cycle.year).due
    if not treaty.whole and not play.goes_wrong():
        days = timedelta(days=play.between(2, 6))
        play.at(deadline + days, _supplement, treaty)
    if play.happens(4):
        play.at(deadline + timedelta(days=play.between(1, 50)), _withdraw, treaty)
    review.begin(play, treaty)


def _proposers(play: Play, cycle: Cycle, body: str) -> tuple[str, ...]:
    others = [play.chance.choice(cycle.bodies)] if play.happens(8) else []
    return tuple(dict.fromkeys((body, *others)))


def _worded(play: Play, cycle: Cycle) -> Wording:
    made = next(play.titles)
    kind = play.chance.choice((PlanKind.CURRENT, PlanKind.LONG_TERM))
    years = plan_years(play.rules, kind, cycle.year)
    term = term_in(play, years)
    if play.happens(6):
        term = Term(date(cycle.year + 1, 7, 1), date(cycle.year + 2, 6, 30))
    if play.goes_wrong(0.3):
        term = Term(date(cycle.year + 9, 1, 1), date(cycle.year + 9, 12, 31))
    procedure = Procedure.RATIFICATION if play.happens(30) else Procedure.NONE
    ratified = term.last_day if procedure is Procedure.RATIFICATION else None
    return Wording(
        title=made.title,
        purpose=play.chance.choice(words.PURPOSES),
        note=Text(),
        level=made.level,
        conclude=term,
        procedure=procedure,
        procedure_from=ratified,
        procedure_to=ratified and date(ratified.year + 1, 12, 31),
    )


def _submission(play: Play, treaty: Treaty) -> SubmitConcept:
    wording = treaty.wording
    if not treaty.whole:
        missing = Text(wording.title.kk)
        wording = replace(wording, title=missing)
    return SubmitConcept(
        key=treaty.key,
        proposers=treaty.bodies,
        wording=wording,
        entry=Entry.ACCESSION if play.happens(5) else Entry.NEW,
        received_at=play.moment(),
        document=play.paper(),
        sent_on=play.day - timedelta(days=play.between(0, 2)),
    )


def _register(play: Play, cycle: Cycle, entry: int) -> None:
    play.act(cycle.year, RegisterPaper(entry, play.paper(), play.day))


def _mark(play: Play, treaty: Treaty) -> None:
    filing = MarkHandling(treaty.key, play.day, official_use=True, reason=words.MOVES)
    play.act(treaty.cycle.year, filing, body=treaty.bodies[0])


def _link(play: Play, treaty: Treaty, earlier: Treaty) -> None:
    filing = Link(
        treaty.key,
        play.day,
        earlier.cycle.year,
        earlier.key,
        How.CONTINUES,
        words.CONTINUES,
    )
    play.act(treaty.cycle.year, filing)
    play.attempt(treaty.cycle.year, filing)
    if play.happens(12):
        play.after(2, _unlink, treaty, earlier)


def _unlink(play: Play, treaty: Treaty, earlier: Treaty) -> None:
    """The link was a mistake; the row of years before is open again."""
    filing = Unlink(
        treaty.key, play.day, earlier.cycle.year, earlier.key, words.ANOTHER
    )
    earlier.carried = not play.act(treaty.cycle.year, filing)


def _tell_apart(play: Play, treaty: Treaty) -> None:
    other = play.chance.choice(list(play.cycles.values()))
    if keys := [key for key in other.treaties if other is not treaty.cycle]:
        filing = TellApart(
            treaty.key, play.day, other.year, play.chance.choice(keys), words.ANOTHER
        )
        play.act(treaty.cycle.year, filing)


def _return(play: Play, treaty: Treaty) -> None:
    year = treaty.cycle.year
    signed_by = words.SIGNATORIES[0]
    late = Conclude(
        treaty.key,
        True,
        play.day,
        play.paper(),
        words.REASONS,
        signed_by,
    )
    play.attempt(year, late)
    filing = ReturnLate(treaty.key, play.day, play.paper())
    play.act(year, filing)
    play.attempt(year, filing)


def _supplement(play: Play, treaty: Treaty) -> None:
    title = treaty.wording.title
    filing = SupplementConcept(
        treaty.key, play.day, play.paper(), Changes(title_ru=title.ru)
    )
    body = treaty.bodies[0] if play.happens(50) else ""
    treaty.whole = bool(play.act(treaty.cycle.year, filing, body=body))


def _withdraw(play: Play, treaty: Treaty) -> None:
    filing = WithdrawConcept(treaty.key, play.day, play.paper())
    if play.act(treaty.cycle.year, filing):
        treaty.withdrawn = True
        play.attempt(treaty.cycle.year, filing, Office.REGISTRAR)
