"""What two rulesets say differently of one year, as sets of keys and codes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from jospar.rules.core.horizon import plans_for
from jospar.rules.core.nouns import PlanKind
from jospar.rules.core.ruleset import Ruleset

from .alternatives import Difference, said_of
from .cycle_record import CycleRecord


class What(StrEnum):
    """What can differ; the first seven are those of a reading of an open word."""

    LATE_CONCEPTS = "late_concepts"
    LATE_LETTERS = "late_letters"
    LATE_CONCLUSIONS = "late_conclusions"
    LATE_TO_COMMISSION = "late_to_commission"
    LATE_TO_PRESIDENT = "late_to_president"
    LATE_SENT = "late_sent"
    TO_CHOOSE = "to_choose"
    TO_CURRENT = "to_current"
    TO_LONG_TERM = "to_long_term"
    TO_NEITHER = "to_neither"
    ROWS_CURRENT = "rows_current"
    ROWS_LONG_TERM = "rows_long_term"
    RECIPIENTS = "recipients"
    LATE_DOSSIERS = "late_dossiers"


class Side(StrEnum):
    """Under which rules something is so, and not under the others."""

    WAS = "was"
    WOULD = "would"


PROVISION_OF: Mapping[What, str] = MappingProxyType(
    {
        What.LATE_CONCEPTS: "concepts.deadline",
        What.LATE_LETTERS: "proposals.none",
        What.LATE_CONCLUSIONS: "conclusions.deadline",
        What.LATE_TO_COMMISSION: "commission.deadline",
        What.LATE_TO_PRESIDENT: "president.deadline",
        What.LATE_SENT: "distribution.deadline",
        What.TO_CHOOSE: "placement.term",
        What.TO_CURRENT: "placement.term",
        What.TO_LONG_TERM: "placement.term",
        What.TO_NEITHER: "concepts.term",
        What.ROWS_CURRENT: "plans.kinds",
        What.ROWS_LONG_TERM: "plans.kinds",
        What.RECIPIENTS: "distribution.recipients",
        What.LATE_DOSSIERS: "amendments.conclusion",
    }
)
"""The provision under which a difference is told."""

_AS_IT_WOULD_STAND = frozenset(
    {What.LATE_CONCEPTS, What.LATE_LETTERS, What.LATE_CONCLUSIONS}
    | {What.ROWS_CURRENT, What.ROWS_LONG_TERM}
)
"""What is counted in the record that the other rules would make."""

_POINTING = {
    frozenset({PlanKind.CURRENT}): What.TO_CURRENT,
    frozenset({PlanKind.LONG_TERM}): What.TO_LONG_TERM,
    frozenset[PlanKind](): What.TO_NEITHER,
}
"""Where terms point to; those that point to both plans are said by a reading."""

Said = Mapping[What, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Finding:
    """What is so under the rules of one side alone.

    ``subjects`` are the keys of concepts or dossiers, the kinds of plans, or the codes
    of bodies and recipients; ``bodies`` those whose concepts they are.
    """

    what: What
    side: Side
    subjects: tuple[str, ...]
    bodies: tuple[str, ...]


def findings(
    was: Ruleset,
    would: Ruleset,
    records: tuple[CycleRecord, CycleRecord, CycleRecord],
) -> tuple[Finding, ...]:
    """Return what differs between a record, itself recounted, and as it would stand."""
    record, recounted, other = records
    said = _said(was, record)
    days, standing = _said(would, recounted), _said(would, other)
    otherwise = {
        what: (standing if what in _AS_IT_WOULD_STAND else days)[what] for what in What
    }
    leaders = {
        concept.outcome.key: concept.outcome.proposers[0]
        for concept in (*other.concepts, *record.concepts)
    }
    return tuple(_differing(said, otherwise, leaders))


def rows_of(record: CycleRecord, kind: PlanKind) -> frozenset[str]:
    """Return the keys of the concepts that stand in a plan."""
    return frozenset(
        concept.outcome.key
        for concept in record.concepts
        if concept.outcome.plan is kind
    )


def _differing(
    said: Said, otherwise: Said, leaders: Mapping[str, str]
) -> Iterator[Finding]:
    for what in What:
        sides = {
            Side.WAS: said[what] - otherwise[what],
            Side.WOULD: otherwise[what] - said[what],
        }
        for side, subjects in sides.items():
            if subjects:
                bodies = {leaders[key] for key in subjects if key in leaders}
                yield Finding(
                    what, side, tuple(sorted(subjects)), tuple(sorted(bodies))
                )


def _said(ruleset: Ruleset, record: CycleRecord) -> Said:
    known = said_of(ruleset, record)
    pointing: dict[What, set[str]] = {what: set() for what in _POINTING.values()}
    for concept in record.concepts:
        plans = plans_for(ruleset, record.year, concept.term)
        if concept.expedient and plans in _POINTING:
            pointing[_POINTING[plans]].add(concept.outcome.key)
    return {
        **{What(difference.value): known[difference] for difference in Difference},
        **{what: frozenset(keys) for what, keys in pointing.items()},
        What.ROWS_CURRENT: rows_of(record, PlanKind.CURRENT),
        What.ROWS_LONG_TERM: rows_of(record, PlanKind.LONG_TERM),
        What.RECIPIENTS: frozenset(
            recipient for plan in record.plans for recipient in plan.recipients
        ),
        What.LATE_DOSSIERS: frozenset(
            one.key
            for one in record.dossiers
            if one.days_late or (one.days_left(record.today) or 0) < 0
        ),
    }
