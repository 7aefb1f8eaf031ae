"""What an act is about, as its page names it; only what the actor's office sees."""

from dataclasses import dataclass

from jospar.records.models import Concept, Occasion
from jospar.rules.core.nouns import Text
from jospar.rules.core.offices import Actor, Sight, sees

from .visible import concepts_seen_by


@dataclass(frozen=True, slots=True)
class Subject:
    """A concept: its number in the record, its key, title and proposing bodies."""

    entry: int
    key: str
    title: Text
    bodies: tuple[str, ...]


def subject_seen(actor: Actor, year: int, key: str) -> Subject | None:
    """Return the concept of that key, None where the actor sees none; two queries."""
    return next(iter(subjects_seen(actor, year, [key])), None)


def subjects_seen(actor: Actor, year: int, keys: list[str]) -> list[Subject]:
    """Return the concepts of those keys that the actor sees; two queries."""
    found: list[Concept] = list(
        concepts_seen_by(actor, year)
        .filter(key__in=keys)
        .order_by("entry")
        .prefetch_related("proposers")
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


def occasion_seen(actor: Actor, year: int, register: str, key: str) -> Occasion | None:
    """Return the entry of a register, or None where the actor sees none; one query."""
    if not sees(actor.office, Sight.OCCASIONS):
        return None
    entries = Occasion.objects.filter(cycle_id=year, register=register, key=key)
    return entries.first()
