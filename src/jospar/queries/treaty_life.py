"""One treaty through the years: its concepts, rows, names, reports, signing, force."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from jospar.records.models import Concept, Proposer, ToldApart, TreatyLink
from jospar.records.snapshots.successions import answering, successors
from jospar.rules.core.nouns import PlanStage, Term, Text
from jospar.rules.core.offices import Actor, sees
from jospar.rules.core.offices import Sight as OfficeSight
from jospar.rules.treaty.facts import How

from .treaty_rows import ROW, RowLife, RowsKnown, Sight, Signed, rows_known
from .visible import titles_seen_by


@dataclass(frozen=True, slots=True)
class ConceptLife:
    """A concept of the treaty; it ``amends`` a plan, or it is of its year's cycle.

    ``expedient`` and ``row`` are empty where the reader does not know of them.
    """

    entry: int
    year: int
    key: str
    amends: bool
    title: Text
    term: Term
    bodies: tuple[str, ...]
    received_on: date
    expedient: bool | None
    returned_on: date | None
    withdrawn_on: date | None
    row: RowLife | None


@dataclass(frozen=True, slots=True)
class Linked:
    """Why a concept counts as the treaty of an earlier one; both are entries.

    ``earlier_year`` and ``earlier_key`` name the earlier one. A link that was
    ``undone`` holds no more, for its own reason.
    """

    entry: int
    on: date
    concept: int
    earlier: int
    earlier_year: int
    earlier_key: str
    how: How
    reason: Text
    undone: "Undone | None"


@dataclass(frozen=True, slots=True)
class Undone:
    """A wrong link was undone."""

    entry: int
    on: date
    concept: int
    earlier: int
    reason: Text


@dataclass(frozen=True, slots=True)
class Apart:
    """Another concept that looks alike and is another treaty."""

    entry: int
    on: date
    concept: int
    other: int
    reason: Text


@dataclass(frozen=True, slots=True)
class TreatyLife:
    """A treaty's concepts in the order in which they came, and how they belong."""

    treaty: int
    concepts: tuple[ConceptLife, ...]
    links: tuple[Linked, ...]
    apart: tuple[Apart, ...]

    @property
    def signing(self) -> Signed | None:
        """The signing, if the treaty was signed."""
        rows = [one.row for one in self.concepts if one.row is not None]
        return next((row.signing for row in rows if row.signing), None)


_CONCEPT = (
    *("entry", "cycle_id", "amends__cycle_id", "key", "title_kk", "title_ru"),
    *("conclude_from", "conclude_to", "received_on", "notice__on"),
    *("conclusion__expedient", "dossier__expedient", "return__on", "withdrawal__on"),
    *ROW,
)


def treaty_life(actor: Actor, entry: int, today: date) -> TreatyLife | None:
    """Return the treaty of the concept ``entry``, of what ``actor`` may see.

    None where the actor sees no concept of that number. ``today`` says which bodies
    answer for rows. The number of queries is the same however long a treaty lives.
    """
    seen = Concept.objects.filter(titles_seen_by(actor))
    treaty = seen.filter(entry=entry).values_list("treaty", flat=True).first()
    if treaty is None:
        return None
    concepts = list(
        seen.filter(treaty=treaty).order_by("received_on", "entry").values(*_CONCEPT)
    )
    numbers = [concept["entry"] for concept in concepts]
    bodies: dict[int, list[str]] = defaultdict(list)
    for concept, body in (
        Proposer.objects.filter(concept__in=numbers)
        .order_by("concept_id", "position")
        .values_list("concept_id", "body")
    ):
        bodies[concept].append(body)
    reader = _Reader(actor, rows_known(concepts), successors(today))
    return TreatyLife(
        treaty=treaty,
        concepts=tuple(
            reader.concept(one, tuple(bodies[one["entry"]])) for one in concepts
        ),
        links=_links(numbers, seen),
        apart=_apart(numbers, seen),
    )


def _links(numbers: list[int], seen: Any) -> tuple[Linked, ...]:
    """Return the links within the treaty, and those of it that were undone."""
    others = seen.values("entry")
    links = TreatyLink.objects.filter(
        Q(concept__in=numbers, earlier__in=others)
        | Q(earlier__in=numbers, concept__in=others)
    ).select_related("earlier__amends")
    return tuple(_link(one) for one in links.order_by("on", "entry"))


def _link(one: TreatyLink) -> Linked:
    undone = None
    if one.undone_on is not None and one.undone_entry is not None:
        undone = Undone(
            entry=one.undone_entry,
            on=one.undone_on,
            concept=one.concept_id,
            earlier=one.earlier_id,
            reason=Text(one.undone_kk, one.undone_ru),
        )
    return Linked(
        entry=one.entry,
        on=one.on,
        concept=one.concept_id,
        earlier=one.earlier_id,
        earlier_year=one.earlier.year,
        earlier_key=one.earlier.key,
        how=How(one.how),
        reason=Text(one.reason_kk, one.reason_ru),
        undone=undone,
    )


def _apart(numbers: list[int], seen: Any) -> tuple[Apart, ...]:
    others = seen.values("entry")
    apart = ToldApart.objects.filter(
        Q(concept__in=numbers, other__in=others)
        | Q(other__in=numbers, concept__in=others)
    )
    return tuple(
        Apart(
            entry=one.entry,
            on=one.on,
            concept=one.concept_id,
            other=one.other_id,
            reason=Text(one.reason_kk, one.reason_ru),
        )
        for one in apart.order_by("on", "entry")
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """Who reads, and what there is to read."""

    actor: Actor
    rows: RowsKnown
    successors: Mapping[str, str]

    def concept(self, one: Mapping[str, Any], bodies: tuple[str, ...]) -> ConceptLife:
        """Return the concept's life, of what the reader may see."""
        expedient = one["conclusion__expedient"]
        if one["cycle_id"] is None:
            expedient = one["dossier__expedient"]
        reviews = sees(self.actor.office, OfficeSight.REVIEW_PAPERS)
        if not reviews and one["notice__on"] is None:
            expedient = None
        return ConceptLife(
            entry=one["entry"],
            year=one["cycle_id"] or one["amends__cycle_id"],
            key=one["key"],
            amends=one["cycle_id"] is None,
            title=Text(one["title_kk"], one["title_ru"]),
            term=Term(one["conclude_from"], one["conclude_to"]),
            bodies=bodies,
            received_on=one["received_on"],
            expedient=expedient,
            returned_on=one["return__on"],
            withdrawn_on=one["withdrawal__on"],
            row=self._row(one, bodies),
        )

    def _row(self, one: Mapping[str, Any], bodies: tuple[str, ...]) -> RowLife | None:
        office, body = self.actor.office, self.actor.body
        drafts = sees(office, OfficeSight.DRAFT_PLANS)
        agreed = one["row__plan__stage"] == PlanStage.AGREED and one["row__fixed"]
        if one["row__plan_id"] is None or not (drafts or agreed):
            return None
        own = body in answering(bodies, self.successors)
        carrying_out = own or sees(office, OfficeSight.CARRYING_OUT)
        return self.rows.life(one, Sight(drafts, carrying_out))
