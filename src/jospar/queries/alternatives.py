"""What would differ if an open word of the Rules were read otherwise.

Each reading is put to the test: the same functions are asked once more, with a ruleset
in which the other option is chosen, and what they say is compared. That a deadline
which falls on a day off ends on that day or on the next working day is such a
reading too.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from jospar.rules.amendment.deadline import conclusion_deadline
from jospar.rules.core.deadlines import (
    Deadline,
    came_in_time,
    deadline_from,
    deadline_in,
    in_time,
)
from jospar.rules.core.horizon import plans_for
from jospar.rules.core.ruleset import Reading, Ruleset

from .cycle import ConceptStage
from .cycle_record import CycleRecord, RecordedConcept
from .deadline_figures import given
from .plan_papers import PlanPaper


class Difference(StrEnum):
    """What two readings can say differently."""

    LATE_CONCEPTS = "late_concepts"
    LATE_LETTERS = "late_letters"
    LATE_CONCLUSIONS = "late_conclusions"
    LATE_TO_COMMISSION = "late_to_commission"
    LATE_TO_PRESIDENT = "late_to_president"
    LATE_SENT = "late_sent"
    TO_CHOOSE = "to_choose"
    LATE_DOSSIERS = "late_dossiers"


@dataclass(frozen=True, slots=True)
class Differs:
    """What only the chosen reading says, and what only the other one would.

    Concepts and dossiers are named by their keys, plans by their kinds, bodies and
    recipients by their codes.
    """

    what: Difference
    only_chosen: tuple[str, ...]
    only_other: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alternative:
    """An option that was not chosen, and what it would change."""

    option: str
    differs: tuple[Differs, ...]


@dataclass(frozen=True, slots=True)
class Alternatives:
    """An open word with its reading and the other ways to read it.

    ``reading`` is None where the open word is which of a deadline's two days counts;
    ``days`` then gives for each option its day.
    """

    provision: str
    reading: Reading | None
    chosen: str
    others: tuple[Alternative, ...]
    days: Mapping[str, date]


Said = Mapping[Difference, frozenset[str]]


def alternatives(ruleset: Ruleset, record: CycleRecord) -> tuple[Alternatives, ...]:
    """Return every open word of the ruleset with what the other options would change.

    Asks the database nothing: the record is read already.
    """
    said = said_of(ruleset, record)
    found = [
        Alternatives(
            provision=reading.provision,
            reading=reading,
            chosen=reading.chosen,
            others=tuple(
                Alternative(
                    option,
                    _differs(said, said_of(_reread(ruleset, reading, option), record)),
                )
                for option in reading.options
                if option != reading.chosen
            ),
            days={},
        )
        for reading in ruleset.readings.values()
    ]
    return (*found, *_days(ruleset, record, said))


def _days(ruleset: Ruleset, record: CycleRecord, said: Said) -> Iterator[Alternatives]:
    """Yield the deadlines whose two days differ in this cycle."""
    for code, rule in ruleset.deadlines.items():
        if rule.working_days:
            continue
        deadline = deadline_in(ruleset, code, record.year, record.calendar)
        if deadline.due == deadline.outer:
            continue
        other = "outer" if rule.late_after == "due" else "due"
        rules = dict(ruleset.deadlines) | {code: replace(rule, late_after=other)}
        reread = replace(ruleset, deadlines=rules)
        yield Alternatives(
            provision=code,
            reading=None,
            chosen=rule.late_after,
            others=(Alternative(other, _differs(said, said_of(reread, record))),),
            days={"due": deadline.due, "outer": deadline.outer},
        )


def _reread(ruleset: Ruleset, reading: Reading, option: str) -> Ruleset:
    """Return the ruleset with another option chosen."""
    readings = dict(ruleset.readings)
    readings[reading.code] = replace(reading, chosen=option)
    return replace(ruleset, readings=readings)


def _differs(chosen: Said, other: Said) -> tuple[Differs, ...]:
    return tuple(
        Differs(
            what,
            tuple(sorted(chosen[what] - other[what])),
            tuple(sorted(other[what] - chosen[what])),
        )
        for what in Difference
        if chosen[what] != other[what]
    )


def said_of(ruleset: Ruleset, record: CycleRecord) -> Said:
    """Return everything that hangs on a reading, as ``ruleset`` reads it."""
    intake = _named(ruleset, "concepts.deadline", record)
    in_time_keys = {
        concept.outcome.key
        for concept in record.concepts
        if _came_in_time(ruleset, intake, concept)
    }
    keys = {concept.outcome.key for concept in record.concepts}
    return {
        Difference.LATE_CONCEPTS: frozenset(keys - in_time_keys),
        Difference.LATE_LETTERS: frozenset(
            letter.body
            for letter in record.letters
            if not in_time(intake, letter.received_at)
        ),
        Difference.LATE_CONCLUSIONS: _late_conclusions(ruleset, record, in_time_keys),
        **_late_papers(ruleset, record),
        Difference.TO_CHOOSE: frozenset(
            concept.outcome.key
            for concept in record.concepts
            if concept.expedient
            and len(plans_for(ruleset, record.year, concept.term)) > 1
        ),
        Difference.LATE_DOSSIERS: frozenset(
            one.key
            for one in record.dossiers
            if one.received_on
            and conclusion_deadline(
                ruleset, one.received_on, record.calendar
            ).days_late(one.concluded_on or record.today)
        ),
    }


def _came_in_time(
    ruleset: Ruleset, deadline: Deadline, concept: RecordedConcept
) -> bool:
    return came_in_time(
        ruleset,
        deadline,
        received_at=concept.received_at,
        sent_on=concept.sent_on,
        complete_on=concept.complete_on,
    )


def _late_conclusions(
    ruleset: Ruleset, record: CycleRecord, in_time_keys: set[str]
) -> frozenset[str]:
    deadline = _named(ruleset, "conclusions.deadline", record)

    def late(concept: RecordedConcept) -> bool:
        act = given(ruleset, concept)
        return (act.on if act else record.today) > deadline.late_after

    return frozenset(
        concept.outcome.key
        for concept in record.concepts
        if concept.outcome.key in in_time_keys
        and concept.outcome.stage is not ConceptStage.WITHDRAWN
        and late(concept)
    )


def _late_papers(
    ruleset: Ruleset, record: CycleRecord
) -> dict[Difference, frozenset[str]]:
    """Return which drafts went late to Commission and President, or out late."""
    commission = _named(ruleset, "commission.deadline", record).late_after
    president = _named(ruleset, "president.deadline", record).late_after
    drafted = {line.plan for line in record.deadlines}
    plans = [plan for plan in record.plans if plan.kind in drafted]

    def first(papers: tuple[PlanPaper, ...]) -> date:
        return min((paper.on for paper in papers), default=record.today)

    return {
        Difference.LATE_TO_COMMISSION: frozenset(
            plan.kind.value for plan in plans if first(plan.to_commission) > commission
        ),
        Difference.LATE_TO_PRESIDENT: frozenset(
            plan.kind.value for plan in plans if first(plan.to_president) > president
        ),
        Difference.LATE_SENT: frozenset(
            sent.recipient
            for plan in record.plans
            if plan.agreements
            for sent in plan.sent
            if deadline_from(
                ruleset,
                "distribution.deadline",
                plan.agreements[-1].on,
                record.calendar,
            ).days_late(sent.on)
        ),
    }


def _named(ruleset: Ruleset, provision: str, record: CycleRecord) -> Deadline:
    return deadline_in(ruleset, provision, record.year, record.calendar)
