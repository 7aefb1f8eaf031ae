"""One concept as its page shows it: what it says, where it stands, what happened."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from jospar.procedure import journal
from jospar.records.models import (
    AttachedFile,
    Clarification,
    Concept,
    HandlingMark,
    JournalEntry,
    Opinion,
    PreparedConclusion,
    Registration,
    RowDecision,
    Settlement,
    Supplement,
)
from jospar.records.numbers import entry_of
from jospar.records.snapshots.plans import bodies_of
from jospar.rules.core.deadlines import came_in_time
from jospar.rules.core.forms import Body
from jospar.rules.core.nouns import Level, PlanKind, Procedure, Term, Text, Wording
from jospar.rules.core.offices import Actor, Sight, sees
from jospar.rules.core.ruleset import Ruleset

from .cycle import ConceptStage, intake_deadline
from .visible import concepts_seen_by

BODY_SEES = frozenset(
    {
        "intake.submit_concept",
        "intake.supplement_concept",
        "intake.withdraw_concept",
        "intake.mark_handling",
        "intake.return_late",
        "intake.register_paper",
        "review.ask_clarification",
        "review.answer_clarification",
        "review.notify",
    }
)
"""Acts on a concept that its body sees; a conclusion comes to it with its notice."""


@dataclass(frozen=True, slots=True)
class ConclusionShown:
    """The conclusion, where the reader may see it; ``sent_on`` is its notice's day."""

    expedient: bool
    on: date
    number: str
    reasons: Text
    signed_by: str
    sent_on: date | None
    document: str


@dataclass(frozen=True, slots=True)
class ForOfficialUse:
    """Since when the concept bears the mark, and why."""

    since: date
    reason: str


@dataclass(frozen=True, slots=True)
class Happened:
    """An act on the concept, with the files that came with it."""

    number: int
    act: str
    on: date
    recorded_at: datetime
    person: str
    standing_in_for: str
    office: str
    document: str
    files: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ConceptPage:
    """Everything that the page of a concept shows to an actor."""

    entry: int
    key: str
    year: int
    bodies: tuple[Body, ...]
    wording: Wording
    entry_kind: str
    counterparties: tuple[str, ...]
    document: str
    registered: str
    received_at: datetime
    in_time: bool
    complete: bool
    stage: ConceptStage
    plan: PlanKind | None
    official_use: ForOfficialUse | None
    conclusion: ConclusionShown | None
    happened: tuple[Happened, ...]


def concept_page(
    actor: Actor, ruleset: Ruleset, year: int, entry: int
) -> ConceptPage | None:
    """Return the page of the concept, or None where the actor sees none.

    The number of queries is the same for every concept.
    """
    concept = (
        concepts_seen_by(actor, year)
        .filter(entry=entry)
        .select_related(
            "conclusion", "notice", "return", "withdrawal", "row__plan", "cycle"
        )
        .first()
    )
    return _page(actor, ruleset, year, concept) if concept else None


def _page(actor: Actor, ruleset: Ruleset, year: int, concept: Concept) -> ConceptPage:
    names = bodies_of(year)
    proposers = concept.proposers.order_by("position").values_list("body", flat=True)
    knows_review = sees(actor.office, Sight.REVIEW_PAPERS)
    conclusion = _conclusion(concept)
    if conclusion and conclusion.sent_on is None and not knows_review:
        conclusion = None
    excluded = RowDecision.objects.filter(
        concept=concept, effective=True, outcome="exclude"
    ).exists()
    registration = Registration.objects.filter(paper=concept.entry).first()
    row = getattr(concept, "row", None)
    return ConceptPage(
        entry=concept.entry,
        key=concept.key,
        year=year,
        bodies=tuple(names[code] for code in proposers),
        wording=_wording(concept),
        entry_kind=concept.entry_kind,
        counterparties=tuple(concept.counterparties),
        document=concept.document,
        registered=registration.number if registration else "",
        received_at=concept.received_at,
        in_time=(concept.cycle is not None and concept.cycle.brought_in)
        or came_in_time(
            ruleset,
            intake_deadline(ruleset, year),
            received_at=concept.received_at,
            sent_on=concept.sent_on,
            complete_on=concept.complete_on,
        ),
        complete=concept.complete_on is not None,
        stage=_stage(concept, conclusion, excluded, knows_review),
        plan=PlanKind(row.plan.kind) if row is not None and knows_review else None,
        official_use=_official_use(concept),
        conclusion=conclusion,
        happened=tuple(_happened(concept, whole=knows_review)),
    )


def _wording(concept: Concept) -> Wording:
    return Wording(
        title=Text(concept.title_kk, concept.title_ru),
        purpose=Text(concept.purpose_kk, concept.purpose_ru),
        note=Text(concept.note_kk, concept.note_ru),
        level=Level(concept.level),
        conclude=Term(concept.conclude_from, concept.conclude_to),
        procedure=Procedure(concept.procedure),
        procedure_from=concept.procedure_from,
        procedure_to=concept.procedure_to,
    )


def _conclusion(concept: Concept) -> ConclusionShown | None:
    given = getattr(concept, "conclusion", None)
    if given is None:
        return None
    notice = getattr(concept, "notice", None)
    return ConclusionShown(
        expedient=given.expedient,
        on=given.on,
        number=given.number,
        reasons=Text(given.reasons_kk, given.reasons_ru),
        signed_by=given.signed_by,
        sent_on=notice.on if notice else None,
        document=notice.document if notice else "",
    )


def _official_use(concept: Concept) -> ForOfficialUse | None:
    mark = HandlingMark.objects.filter(concept=concept, lifted_on=None).first()
    return ForOfficialUse(mark.on, mark.reason) if mark else None


def _stage(
    concept: Concept,
    conclusion: ConclusionShown | None,
    excluded: bool,
    knows_review: bool,
) -> ConceptStage:
    if hasattr(concept, "withdrawal"):
        return ConceptStage.WITHDRAWN
    if hasattr(concept, "return"):
        return ConceptStage.RETURNED
    if conclusion is not None and not conclusion.expedient:
        return ConceptStage.NOT_EXPEDIENT
    if knows_review and hasattr(concept, "row"):
        return ConceptStage.PLACED
    if knows_review and excluded:
        return ConceptStage.EXCLUDED
    return ConceptStage.RECEIVED


def _happened(concept: Concept, *, whole: bool) -> Iterator[Happened]:
    numbers = {entry_of(concept.entry), *_entries(concept)}
    # A number that was given to a paper of the concept is a part of its life too.
    numbers |= set(
        Registration.objects.filter(paper__in=numbers).values_list("entry", flat=True)
    )
    for one in happened_in(numbers):
        if whole or one.act in BODY_SEES:
            yield one


def happened_in(numbers: Iterable[int]) -> Iterator[Happened]:
    """Yield what the entries of those numbers record, in their order; two queries."""
    files: dict[int, list[tuple[str, str]]] = {}
    for number, sha256, name in (
        AttachedFile.objects.filter(entry__in=numbers)
        .order_by("entry", "position")
        .values_list("entry", "sha256", "name")
    ):
        files.setdefault(number, []).append((sha256, name))
    for header in journal.headers(
        JournalEntry.objects.filter(number__in=numbers).order_by("number")
    ):
        yield Happened(
            number=header.number,
            act=header.act,
            on=header.on,
            recorded_at=datetime.fromisoformat(header.recorded_at),
            person=header.person,
            standing_in_for=header.standing_in_for,
            office=header.office,
            document=header.document,
            files=tuple(files.get(header.number, ())),
        )


def _entries(concept: Concept) -> Iterator[int]:
    """Yield the numbers of the acts on the concept that records remember."""
    for model in (Supplement, Settlement, RowDecision):
        yield from model.objects.filter(concept=concept).values_list("entry", flat=True)
    for question in (Opinion, Clarification):
        for asked, answered in question.objects.filter(concept=concept).values_list(
            "entry", "answer_entry"
        ):
            yield from (number for number in (asked, answered) if number)
    for marked, lifted in HandlingMark.objects.filter(concept=concept).values_list(
        "entry", "lift_entry"
    ):
        yield from (number for number in (marked, lifted) if number)
    for prepared, agreed in PreparedConclusion.objects.filter(
        concept=concept
    ).values_list("entry", "agreement_entry"):
        yield from (number for number in (prepared, agreed) if number)
    for once in ("conclusion", "notice", "return", "withdrawal", "row"):
        record = getattr(concept, once, None)
        if record is not None:
            yield record.entry
