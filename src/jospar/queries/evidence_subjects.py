"""What a decision was about, and which entries of the journal belong to that."""

from dataclasses import dataclass
from enum import StrEnum

from django.db.models import JSONField, TextField
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast

from jospar.procedure import journal
from jospar.records.models import (
    Amendment,
    Concept,
    Dossier,
    Instruction,
    JournalEntry,
    Registration,
    RowChange,
)
from jospar.records.snapshots.dossiers import AMENDED
from jospar.records.snapshots.plans import plan_id
from jospar.rules.core.nouns import PlanKind
from jospar.rules.registry import ACTS

from .journal_page import entries_on

_OF_OCCASIONS = frozenset(
    {
        "drafting.register_agreement",
        "drafting.register_event",
        "drafting.consider",
        "drafting.ask_for_concept",
    }
)
"""Acts whose keys are those of occasions."""
_PARTS = frozenset(
    {"intake", "review", "drafting", "commission", "carrying_out", "treaty"}
)
_ON_KEYS = {act.code for act in ACTS if act.code.partition(".")[0] in _PARTS}
_ON_KEYS |= {"amendment.amend_row", "amendment.drop_change"}
_ON_KEYS -= _OF_OCCASIONS
_ON_DOSSIERS = _ON_KEYS | {
    "amendment.bring_grounds",
    "amendment.bring_concept",
    "amendment.conclude",
    "amendment.request",
}
_ON_PLANS = frozenset(
    {
        "commission.send_to_commission",
        "commission.remark",
        "commission.decide",
        "agreement.send_to_president",
        "agreement.record_reply",
        "agreement.distribute",
        "agreement.acknowledge",
        "amendment.make_revision",
        "amendment.send_out",
        "amendment.acknowledge",
    }
)


REFERRED = frozenset(
    {"reference.set_calendar", "reference.list_body", "reference.appoint"}
)
"""Acts that others refer to: which days are off, and who is called how."""


class SubjectKind(StrEnum):
    """What an evidence file is about."""

    CONCEPT = "concept"
    DOSSIER = "dossier"
    PLAN = "plan"
    ACT = "act"
    """One act alone, which belongs to none of the others."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What it is about: ``name`` is a key, the kind of a plan, or "" for one act."""

    kind: SubjectKind
    year: int
    name: str = ""

    @property
    def plan(self) -> PlanKind:
        """The kind of the plan that it is about."""
        return PlanKind(self.name)


def subject_of(entry: journal.Entry) -> Subject:
    """Return what an act was about; at most three queries."""
    filing = entry.value("filing")
    if entry.act == "intake.register_paper":
        paper = journal.numbered(filing["paper"])
        return subject_of(paper) if paper else Subject(SubjectKind.ACT, entry.year)
    key, year = filing.get("key", ""), entry.year
    if entry.act in _ON_DOSSIERS and key:
        if Concept.objects.filter(cycle=year, key=key).exists():
            return Subject(SubjectKind.CONCEPT, year, key)
        if Dossier.objects.filter(plan_id=plan_id(year, AMENDED), key=key).exists():
            return Subject(SubjectKind.DOSSIER, year, key)
    if entry.act in _ON_PLANS:
        return Subject(SubjectKind.PLAN, year, filing["plan"])
    return Subject(SubjectKind.ACT, year)


def numbers_of(subject: Subject) -> set[int]:
    """Return the numbers of the entries that belong to it; six queries at most."""
    match subject.kind:
        case SubjectKind.PLAN:
            return _of_plan(subject)
        case SubjectKind.ACT:
            return set()
    acts = _ON_KEYS if subject.kind is SubjectKind.CONCEPT else _ON_DOSSIERS
    found = entries_on(subject.year, acts, subject.name)
    numbers = set(found.values_list("number", flat=True))
    if subject.kind is SubjectKind.DOSSIER:
        numbers |= _answers(subject)
    registered = Registration.objects.filter(paper__in=numbers)
    return numbers | set(registered.values_list("entry", flat=True))


def _of_plan(subject: Subject) -> set[int]:
    said = KeyTextTransform(
        "plan", KeyTextTransform("value", Cast("filing", JSONField()))
    )
    entries = JournalEntry.objects.filter(year=subject.year, act__in=_ON_PLANS)
    found = entries.alias(said_plan=Cast(said, TextField()))
    return set(found.filter(said_plan=subject.name).values_list("number", flat=True))


def _answers(subject: Subject) -> set[int]:
    """Return the instructions that answer a dossier, and the revision of its row."""
    plan = plan_id(subject.year, AMENDED)
    instructions = Instruction.objects.filter(cycle_id=subject.year)
    numbers = {
        entry
        for entry, keys in instructions.values_list("entry", "dossiers")
        if subject.name in keys
    }
    concepts = Dossier.objects.filter(plan_id=plan, key=subject.name)
    rows = RowChange.objects.filter(
        plan_id=plan, concept__in=concepts.values("concept"), revision__isnull=False
    )
    made = Amendment.objects.filter(plan_id=plan, revision__in=rows.values("revision"))
    return numbers | set(made.values_list("entry", flat=True))
