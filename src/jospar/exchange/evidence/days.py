"""Why each day of a decision is that day: told by its entries alone, by the kernel."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from jospar.queries.evidence_subjects import SubjectKind
from jospar.rules.amendment.deadline import conclusion_deadline
from jospar.rules.core.calendar import Calendar
from jospar.rules.core.deadlines import (
    Deadline,
    came_in_time,
    deadline_from,
    deadline_in,
    in_time,
)
from jospar.rules.core.ruleset import Ruleset

from .contents import About, Day, Met

Effects = Iterable[tuple[int, Sequence[dict[str, Any]]]]
"""Effects by the numbers of their entries."""


@dataclass(frozen=True, slots=True)
class _Happened:
    """What legally happened by an entry."""

    entry: int
    name: str
    said: dict[str, Any]

    def day(self, name: str = "on") -> date:
        return date.fromisoformat(self.said[name])

    def moment(self) -> datetime:
        return datetime.fromisoformat(self.said["received_at"])


@dataclass(frozen=True, slots=True)
class _Counting:
    """What days are counted by, and what happened, in its order."""

    about: About
    ruleset: Ruleset
    calendar: Calendar
    happened: tuple[_Happened, ...]

    def of(self, *names: str) -> list[_Happened]:
        return [one for one in self.happened if one.name in names]

    def deadline(self, provision: str) -> Deadline:
        return deadline_in(self.ruleset, provision, self.about.year, self.calendar)


def days_of(
    about: About, effects: Effects, ruleset: Ruleset, calendar: Calendar
) -> tuple[Day, ...]:
    """Return the deadlines of what the entries tell, with the acts that met them.

    ``effects`` are those of the subject's entries that are shown, in their order.

    Raises:
        CalendarUnknownError: when a day lies outside of the calendar.
        LookupError: when an effect or the ruleset lacks what is counted by.
        ValueError: when what should be a day is none.
    """
    happened = tuple(
        _Happened(number, effect["effect"], effect)
        for number, shown in effects
        for effect in shown
        if about.kind is SubjectKind.ACT or _subject(effect) == about.name
    )
    counting = _Counting(about, ruleset, calendar, happened)
    return tuple(_COUNTED[about.kind](counting))


def _subject(effect: dict[str, Any]) -> object:
    """Return what an effect is on: a key, or else a plan as a whole."""
    return effect.get("key", effect.get("plan"))


def _of_concept(counting: _Counting) -> Iterator[Day]:
    came = next(iter(counting.of("ConceptReceived")), None)
    if came is None:
        return
    whole = [one for one in counting.of("ConceptSupplemented") if one.said["complete"]]
    complete_on = came.day("received_on") if came.said["complete"] else None
    if complete_on is None and whole:
        complete_on = whole[0].day()
    deadline = counting.deadline("concepts.deadline")
    timely = came_in_time(
        counting.ruleset,
        deadline,
        received_at=came.moment(),
        sent_on=came.day("sent_on") if came.said["sent_on"] else None,
        complete_on=complete_on,
    )
    received_on = came.day("received_on")
    met = Met(came.entry, received_on, timely, deadline.days_late(received_on))
    yield _day(deadline, (), (met,))
    sent = counting.ruleset.reading("given") == "sent"
    given = counting.of("ConclusionNotified" if sent else "ConclusionGiven")
    if given or (timely and not counting.of("ConceptWithdrawn", "ConceptReturned")):
        deadline = counting.deadline("conclusions.deadline")
        yield _day(deadline, (), [_met(deadline, one) for one in given])


def _of_dossier(counting: _Counting) -> Iterator[Day]:
    papers = [counting.of("GroundsBrought"), counting.of("DossierConceptBrought")]
    if not all(papers):
        return
    came = [found[-1] for found in papers]
    received_on = max(one.day("received_on") for one in came)
    deadline = conclusion_deadline(counting.ruleset, received_on, counting.calendar)
    met = [_met(deadline, one) for one in counting.of("DossierConcluded")]
    yield _day(deadline, (one.entry for one in came), met)


def _of_plan(counting: _Counting) -> Iterator[Day]:
    for provision, effect in (
        ("commission.deadline", "DraftSent"),
        ("president.deadline", "PlanSentToPresident"),
    ):
        if sent := counting.of(effect):
            deadline = counting.deadline(provision)
            yield _day(deadline, (), (_met(deadline, sent[0]),))
    replies = counting.of("PlanReplied")
    agreed = [one for one in replies if one.said["outcome"] == "agreed"]
    if agreed:
        deadline = deadline_from(
            counting.ruleset,
            "distribution.deadline",
            agreed[-1].day(),
            counting.calendar,
        )
        met = [_met(deadline, one) for one in counting.of("PlanDistributed")]
        yield _day(deadline, (agreed[-1].entry,), met)


def _of_act(counting: _Counting) -> Iterator[Day]:
    for one in counting.of("NoneReported"):
        deadline, on = counting.deadline("concepts.deadline"), one.day("received_on")
        timely = in_time(deadline, one.moment())
        yield _day(deadline, (), (Met(one.entry, on, timely, deadline.days_late(on)),))


_COUNTED = {
    SubjectKind.CONCEPT: _of_concept,
    SubjectKind.DOSSIER: _of_dossier,
    SubjectKind.PLAN: _of_plan,
    SubjectKind.ACT: _of_act,
}


def _met(deadline: Deadline, one: _Happened) -> Met:
    late = deadline.days_late(one.day())
    return Met(one.entry, one.day(), late == 0, late)


def _day(deadline: Deadline, counted_from: Iterable[int], met: Iterable[Met]) -> Day:
    return Day(
        provision=deadline.provision,
        counted_from=tuple(counted_from),
        start=deadline.start,
        due=deadline.due,
        outer=deadline.outer,
        late_after=deadline.late_after,
        working_days=deadline.working_days,
        before=deadline.before,
        first_counts=deadline.first_counts,
        skipped=deadline.skipped,
        known=deadline.known,
        met=tuple(met),
    )
