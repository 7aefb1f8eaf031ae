"""What is for official use: marked concepts, and what tells of them."""

from collections.abc import Container
from dataclasses import dataclass

from jospar.records.models import Concept, HandlingMark
from jospar.rules.core.forms import PlanForm
from jospar.rules.core.nouns import PlanKind


@dataclass(frozen=True, slots=True)
class MarkedConcept:
    """A concept that bears the mark: its entry, and the plan that has its row."""

    entry: int
    plan: PlanKind | None


def marked_concepts(year: int) -> dict[str, MarkedConcept]:
    """Return the concepts of the cycle that bear the mark, by their keys; one query."""
    # Few bear it: they are asked for by their entries, not a whole cycle for marks.
    marks = HandlingMark.objects.filter(lifted_on=None)
    marked = Concept.objects.filter(cycle=year, entry__in=marks.values("concept_id"))
    return {
        key: MarkedConcept(entry, PlanKind(plan) if plan else None)
        for key, entry, plan in marked.values_list("key", "entry", "row__plan__kind")
    }


def marked_entries() -> frozenset[int]:
    """Return the entries of the concepts of any cycle that bear the mark; one query."""
    marks = HandlingMark.objects.filter(lifted_on=None)
    return frozenset(marks.values_list("concept_id", flat=True))


def marked_in(form: PlanForm, marked: Container[str]) -> frozenset[str]:
    """Return the concepts of the form's rows that bear the mark."""
    return frozenset(
        row.concept
        for group in form.groups
        for row in group.rows
        if row.concept in marked
    )
