"""One year under two rulesets, or under two readings of one: what would differ.

The year is looked at three times: as it was under its own rules; its days and papers as
the other rules count them; and as the record would stand if every act had been put to
those rules. Days are facts: a plan that went out on a day is counted by that day. What
is late, and what stands in a plan, is counted as the record would stand.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jospar.procedure import journal
from jospar.procedure.other_rules import (
    Asked,
    Declined,
    entries_for,
    refused_by_themselves,
    under,
)
from jospar.rules.core.act import Objection
from jospar.rules.core.forms import Body
from jospar.rules.core.nouns import PlanKind
from jospar.rules.core.ruleset import Ruleset
from jospar.rules.registry import BY_FILING

from .cycle_record import CycleRecord, cycle_record
from .laboratory_deadlines import DeadlinePair, deadline_pairs
from .laboratory_findings import PROVISION_OF, Finding, findings, rows_of
from .laboratory_revisions import PROVISION as REVISED
from .laboratory_revisions import RevisionPair, days_of_revisions, revision_pairs


class Fate(StrEnum):
    """What would become of an act: refused, gone with another, or performed."""

    REFUSED = "refused"
    FOLLOWS = "follows"
    GAINED = "gained"


@dataclass(frozen=True, slots=True)
class ChangedReading:
    """A reading whose option differs; empty where a ruleset does not have it."""

    code: str
    provision: str
    was: str
    would: str


@dataclass(frozen=True, slots=True)
class OtherAct:
    """An act that would fare otherwise: its entry, what it is about, its day."""

    entry: int | None
    subject: str
    on: date
    objection: Objection


@dataclass(frozen=True, slots=True)
class OtherActs:
    """Acts of one kind that would fare alike, on one ground."""

    act: str
    provision: str
    fate: Fate
    acts: tuple[OtherAct, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """What would differ under a provision."""

    provision: str
    readings: tuple[ChangedReading, ...]
    deadlines: tuple[DeadlinePair, ...]
    findings: tuple[Finding, ...]
    acts: tuple[OtherActs, ...]
    revisions: tuple[RevisionPair, ...] = ()


@dataclass(frozen=True, slots=True)
class Totals:
    """How many acts were asked and what would become of them; rows by plan."""

    acts: int
    refused: int
    follows: int
    gained: int
    rows_was: Mapping[PlanKind, int]
    rows_would: Mapping[PlanKind, int]


@dataclass(frozen=True, slots=True)
class Laboratory:
    """A year under its own rules and under others.

    ``compared`` has the provisions under which something differs, ``same`` those
    under which nothing does; ``concepts`` gives the entries of the keys.
    """

    year: int
    today: date
    was: Ruleset
    would: Ruleset
    bodies: Mapping[str, Body]
    concepts: Mapping[str, int]
    deadlines: tuple[DeadlinePair, ...]
    compared: tuple[Compared, ...]
    same: tuple[str, ...]
    follows: tuple[OtherActs, ...]
    totals: Totals

    @property
    def differs(self) -> bool:
        """Whether more than the rules themselves would differ."""
        return any(one.findings or one.acts or one.revisions for one in self.compared)


def laboratory(
    was: Ruleset,
    would: Ruleset,
    year: int,
    today: date,
    declined: Sequence[Declined] = (),
) -> Laboratory:
    """Return what would differ if ``would`` had been the rules of the open cycle.

    ``declined`` are acts that were tried and refused. The number of queries does not
    hang on how much was recorded, except that the journal is read in chunks.

    Raises:
        journal.JournalError: when an entry of the cycle cannot be read.
    """
    entries = entries_for(year, journal.entries())
    record, recounted = (cycle_record(rules, year, today) for rules in (was, would))
    days = days_of_revisions(year)
    with under(would, year, entries, declined) as asked:
        other = cycle_record(would, year, today)
        revisions = revision_pairs(days, days_of_revisions(year))
    refused = {act.entry for act in asked if act.against and act.entry}
    themselves = refused_by_themselves(would, year, entries, refused)
    acts = _acts(asked, themselves)
    deadlines = deadline_pairs(record, recounted, other)
    found = findings(was, would, (record, recounted, other))
    readings = _readings(was, would)
    compared = _compared(would, readings, deadlines, found, acts, revisions)
    differing = {one.provision for one in compared}
    return Laboratory(
        year=year,
        today=today,
        was=was,
        would=would,
        bodies=record.bodies,
        concepts={concept.outcome.key: concept.entry for concept in record.concepts},
        deadlines=deadlines,
        compared=compared,
        same=tuple(
            code
            for code, provision in would.provisions.items()
            if provision.paragraph and code not in differing
        ),
        follows=tuple(group for group in acts if group.fate is Fate.FOLLOWS),
        totals=_totals(asked, acts, record, other),
    )


def _acts(asked: Sequence[Asked], themselves: frozenset[int]) -> list[OtherActs]:
    """Return the acts that would fare otherwise, alike ones together."""
    groups: dict[tuple[str, str, Fate], list[OtherAct]] = {}
    for one in asked:
        if bool(one.against) == (one.entry is None):
            continue
        if one.entry is None:
            fate, objection = Fate.GAINED, one.was_against[0]
        else:
            fate = Fate.REFUSED if one.entry in themselves else Fate.FOLLOWS
            objection = one.against[0]
        act = BY_FILING[type(one.order.filing)].code
        groups.setdefault((act, objection.provision, fate), []).append(
            OtherAct(one.entry, _subject(one.order.filing), one.order.on, objection)
        )
    return [
        OtherActs(act, provision, fate, tuple(acts))
        for (act, provision, fate), acts in groups.items()
    ]


def _subject(filing: object) -> str:
    """Return what an act is about: a key, or a code, or nothing that has a name."""
    for name in ("key", "concept", "recipient", "body", "plan"):
        if subject := getattr(filing, name, ""):
            return str(subject)
    return ""


def _readings(was: Ruleset, would: Ruleset) -> list[ChangedReading]:
    def chosen(ruleset: Ruleset, code: str) -> str:
        return ruleset.reading(code) if code in ruleset.readings else ""

    return [
        ChangedReading(code, reading.provision, chosen(was, code), chosen(would, code))
        for code, reading in {**was.readings, **would.readings}.items()
        if chosen(was, code) != chosen(would, code)
    ]


def _compared(
    would: Ruleset,
    readings: Sequence[ChangedReading],
    deadlines: Sequence[DeadlinePair],
    found: Sequence[Finding],
    acts: Sequence[OtherActs],
    revisions: tuple[RevisionPair, ...],
) -> tuple[Compared, ...]:
    """Return the provisions under which something differs, in the Rules' order."""
    compared = (
        Compared(
            provision=code,
            readings=tuple(one for one in readings if one.provision == code),
            deadlines=tuple(
                pair
                for pair in deadlines
                if pair.provision == code and pair.was != pair.would
            ),
            findings=tuple(one for one in found if PROVISION_OF[one.what] == code),
            acts=tuple(
                group
                for group in acts
                if group.provision == code and group.fate is not Fate.FOLLOWS
            ),
            revisions=revisions if code == REVISED else (),
        )
        for code in would.provisions
    )
    return tuple(
        one
        for one in compared
        if one.readings or one.deadlines or one.findings or one.acts or one.revisions
    )


def _totals(
    asked: Sequence[Asked],
    acts: Sequence[OtherActs],
    record: CycleRecord,
    other: CycleRecord,
) -> Totals:
    def count(fate: Fate) -> int:
        return sum(len(group.acts) for group in acts if group.fate is fate)

    def rows(one: CycleRecord) -> dict[PlanKind, int]:
        return {kind: len(rows_of(one, kind)) for kind in PlanKind}

    return Totals(
        acts=len(asked),
        refused=count(Fate.REFUSED),
        follows=count(Fate.FOLLOWS),
        gained=count(Fate.GAINED),
        rows_was=rows(record),
        rows_would=rows(other),
    )
