"""What an act is about, as its page names it; only what the actor's office sees."""

from dataclasses import dataclass

from django.db.models import QuerySet

from jospar.records.fields import wording_kept
from jospar.records.models import Concept, Dossier, Occasion, Proposer, Row
from jospar.records.snapshots.dossiers import AMENDED
from jospar.records.snapshots.plans import plan_id
from jospar.rules.core.nouns import PlanKind, PlanStage, Text
from jospar.rules.core.offices import Actor, Sight, sees

from .dossiers import dossiers_seen_by
from .visible import concepts_seen_by, titles_seen_by
from .visible_plans import plan_seen_by


@dataclass(frozen=True, slots=True)
class Subject:
    """A concept: its number in the record, its key, title and proposing bodies.

    ``plan`` is given where it is looked at as a row of an agreed plan.
    """

    entry: int
    key: str
    title: Text
    bodies: tuple[str, ...]
    plan: PlanKind | None = None


def subject_seen(actor: Actor, year: int, key: str) -> Subject | None:
    """Return the concept of that key, None where the actor sees none; two queries."""
    return next(iter(subjects_seen(actor, year, [key])), None)


def subjects_seen(actor: Actor, year: int, keys: list[str]) -> list[Subject]:
    """Return the concepts of those keys that the actor sees; two queries."""
    return _subjects(concepts_seen_by(actor, year).filter(key__in=keys))


def treaty_seen(actor: Actor, year: int, key: str) -> Subject | None:
    """Return the concept of that key whose title the actor may know; two queries."""
    known = Concept.objects.filter(titles_seen_by(actor), cycle_id=year, key=key)
    return next(iter(_subjects(known)), None)


def _subjects(concepts: QuerySet[Concept]) -> list[Subject]:
    found: list[Concept] = list(
        concepts.order_by("entry").prefetch_related("proposers")
    )
    return [
        Subject(
            entry=concept.entry,
            key=concept.key,
            title=Text(concept.title_kk, concept.title_ru),
            bodies=tuple(
                proposer.body
                for proposer in sorted(
                    concept.proposers.all(), key=lambda proposer: proposer.position
                )
            ),
        )
        for concept in found
    ]


def row_seen(actor: Actor, year: int, kind: PlanKind, key: str) -> Subject | None:
    """Return the row of the agreed plan, None where the actor sees none; at most four.

    It is titled as it stands in the plan.
    """
    if not plan_seen_by(actor, year, kind):
        return None
    rows = Row.objects.filter(
        plan=plan_id(year, kind),
        plan__stage=PlanStage.AGREED.value,
        fixed__isnull=False,
        concept__key=key,
    )
    found = rows.values_list("concept_id", "fixed").first()
    if found is None:
        return None
    entry, fixed = found
    proposers = Proposer.objects.filter(concept=entry).order_by("position")
    return Subject(
        entry=entry,
        key=key,
        title=wording_kept(fixed).title,
        bodies=tuple(proposers.values_list("body", flat=True)),
        plan=kind,
    )


def dossier_seen(actor: Actor, year: int, key: str) -> Subject | None:
    """Return the dossier, None where the actor sees none; two queries."""
    found = dossiers_seen_by(actor, year).filter(key=key).select_related("concept")
    dossier = found.first()
    if dossier is None:
        return None
    concept, bodies = dossier.concept, [dossier.body]
    if concept is not None:
        proposers = Proposer.objects.filter(concept=concept).order_by("position")
        bodies += proposers.values_list("body", flat=True)
    return Subject(
        entry=dossier.entry,
        key=key,
        title=Text(concept.title_kk, concept.title_ru) if concept else Text(),
        bodies=tuple(dict.fromkeys(bodies)),
        plan=AMENDED,
    )


def is_dossier(year: int, key: str) -> bool:
    """Tell whether a dossier of the cycle has that key, seen or not; one query."""
    return Dossier.objects.filter(plan_id=plan_id(year, AMENDED), key=key).exists()


def occasion_seen(actor: Actor, year: int, register: str, key: str) -> Occasion | None:
    """Return the entry of a register, or None where the actor sees none; one query."""
    if not sees(actor.office, Sight.OCCASIONS):
        return None
    entries = Occasion.objects.filter(cycle_id=year, register=register, key=key)
    return entries.first()
