"""How rows of amended plans read before their last amendments."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec
from django.db.models import OuterRef, Subquery

from jospar.records.fields import (
    WORDING,
    wording_columns,
    wording_from,
    wording_kept,
)
from jospar.records.models import Amendment, RowChange
from jospar.rules.amendment.nouns import ChangeOutcome, reworded
from jospar.rules.core.nouns import Changes, Procedure, Wording

last_amended = Subquery(
    Amendment.objects.filter(
        plan_id=OuterRef("plan_id"),
        revision__in=RowChange.objects.filter(
            plan_id=OuterRef(OuterRef("plan_id")),
            concept_id=OuterRef(OuterRef("concept_id")),
            revision__isnull=False,
        ).values("revision"),
    )
    .order_by("-effective_on")
    .values("effective_on")[:1]
)
"""Since when the last amendment of a row is in force, for a query of rows."""


@dataclass(frozen=True, slots=True)
class FormerRow:
    """How a row read on a day, and since when: None for what was agreed."""

    wording: Wording
    amended_on: date | None


def former_rows(fixed: Mapping[int, Wording], day: date) -> dict[int, FormerRow]:
    """Return how rows read on ``day``; one query, none where there are no rows.

    ``fixed`` has how they read since their last amendments, by their concepts. A cell
    that a later amendment changed reads as the ones before left it, or else as the
    row came into the plan.
    """
    if not fixed:
        return {}
    changes: dict[int, list[Mapping[str, Any]]] = defaultdict(list)
    for change in _changes(fixed):
        changes[change["concept_id"]].append(change)
    return {
        concept: _former(wording, changes[concept], day)
        for concept, wording in fixed.items()
    }


def _changes(concepts: Iterable[int]) -> list[Mapping[str, Any]]:
    """Return the changes that were made, in the order of their revisions."""
    made = Amendment.objects.filter(
        plan_id=OuterRef("plan_id"), revision=OuterRef("revision")
    )
    columns = ("concept_id", "outcome", "wording", "changes", "since")
    proposed = [f"concept__{name}" for name in WORDING]
    return list(
        RowChange.objects.filter(concept__in=concepts, revision__isnull=False)
        .annotate(since=Subquery(made.values("effective_on")[:1]))
        .order_by("revision")
        .values(*columns, *proposed)
    )


def _former(fixed: Wording, changes: list[Mapping[str, Any]], day: date) -> FormerRow:
    later = [change for change in changes if change["since"] > day]
    earlier = [change for change in changes if change["since"] <= day]
    amended_on = earlier[-1]["since"] if earlier else None
    touched = {name for change in later for name in _cells(change)}
    if not touched:
        return FormerRow(fixed, amended_on)
    before = _proposed(changes[0])
    for change in earlier:
        before = _after(before, change)
    was = wording_columns(before)
    columns = wording_columns(fixed) | {name: was[name] for name in touched}
    return FormerRow(wording_from(columns), amended_on)


def _proposed(first: Mapping[str, Any]) -> Wording:
    """Return how the row came into the plan: with an amendment, or from its cycle."""
    if first["outcome"] == ChangeOutcome.ADD:
        return wording_kept(first["wording"])
    return wording_from({name: first[f"concept__{name}"] for name in WORDING})


def _cells(change: Mapping[str, Any]) -> Iterable[str]:
    """Yield the columns of the wording that a change filled anew."""
    if change["outcome"] != ChangeOutcome.CHANGE:
        return
    for name, value in change["changes"]["cells"].items():
        if value:
            yield name
    if change["changes"]["procedure"]:
        yield from ("procedure", "procedure_from", "procedure_to")


def _after(wording: Wording, change: Mapping[str, Any]) -> Wording:
    if change["outcome"] != ChangeOutcome.CHANGE:
        return wording
    procedure = change["changes"]["procedure"]
    return reworded(
        wording,
        msgspec.convert(change["changes"]["cells"], Changes),
        Procedure(procedure) if procedure else None,
    )
