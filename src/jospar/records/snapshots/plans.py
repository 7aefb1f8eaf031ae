"""A plan, as the kernel sees it, and what stands in it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec
from django.db.models import Max

from jospar.records.fields import WORDING, wording_from, wording_kept
from jospar.records.fingerprints import canonical, fingerprint
from jospar.records.models import (
    ListedBody,
    Proposer,
    Revision,
    Row,
    RowDecision,
)
from jospar.records.models import Plan as PlanRecord
from jospar.records.prepared import Prepared
from jospar.rules.core.forms import Body, PlanForm, Standing, lay_out
from jospar.rules.core.horizon import plan_years
from jospar.rules.core.nouns import Level, Plan, PlanKind, PlanStage, Text
from jospar.rules.core.ruleset import Ruleset

from .dispatch import NotInRecordError

PLAN = ("cycle_id", "kind", "stage", "stage_on")
_PLAN = Prepared(
    lambda plan: PlanRecord.objects.filter(id=plan).values_list(*PLAN), plan="plan"
)


class RowKept(msgspec.Struct, frozen=True):
    """A row of a kept revision: its number, its concept and its cells by language."""

    number: int
    concept: str
    cells: dict[str, list[str]]

    @property
    def title(self) -> Text:
        """What the row calls the treaty."""
        return Text(self.cells["kk"][2], self.cells["ru"][2])


class GroupKept(msgspec.Struct, frozen=True):
    """A group of a kept revision: its level, its heading by language and its rows."""

    level: Level
    heading: dict[str, str]
    rows: list[RowKept]


class _Content(msgspec.Struct):
    groups: list[GroupKept]


def plan_id(year: int, kind: PlanKind | str) -> str:
    """Return the key of a plan: ``2024.current``."""
    return f"{year}.{PlanKind(kind).value}"


def plan_from(values: Mapping[str, Any], ruleset: Ruleset) -> Plan:
    """Return the plan that stands in the columns ``PLAN``."""
    kind = PlanKind(values["kind"])
    return Plan(
        kind=kind,
        years=plan_years(ruleset, kind, values["cycle_id"]),
        stage=PlanStage(values["stage"]),
        stage_on=values["stage_on"],
    )


def plan_of(ruleset: Ruleset, year: int, kind: PlanKind) -> Plan:
    """Return the plan of the cycle.

    Raises:
        NotInRecordError: when the cycle is not open.
    """
    rows = _PLAN.rows(plan=plan_id(year, kind))
    if not rows:
        raise NotInRecordError("cycle", str(year))
    return plan_from(dict(zip(PLAN, rows[0], strict=True)), ruleset)


def bodies_of(year: int) -> dict[str, Body]:
    """Return the bodies of the cycle by their codes."""
    columns = ("code", "name_kk", "name_ru", "name_en", "position")
    return {
        code: Body(code, Text(kk, ru), position, en)
        for code, kk, ru, en, position in ListedBody.objects.filter(
            cycle_id=year
        ).values_list(*columns)
    }


def standings_of(year: int, kind: PlanKind, stage: PlanStage) -> list[Standing]:
    """Return what stands in a plan, in no order.

    A draft reads as its concepts do, without those withdrawn; any other plan as it
    was fixed when it was sent, with what the Commission changed.
    """
    draft = stage is PlanStage.DRAFT
    rows = Row.objects.filter(plan_id=plan_id(year, kind))
    if draft:
        rows = rows.filter(concept__withdrawal=None)
        columns = [f"concept__{column}" for column in WORDING]
    else:
        rows = rows.filter(fixed__isnull=False, removed_on=None)
        columns = ["fixed"]
    found = list(rows.values("concept_id", "concept__key", "place", *columns))
    proposers = _proposers(year)
    remarks = _remarks(year)
    return [
        Standing(
            concept=row["concept__key"],
            proposers=proposers[row["concept_id"]],
            wording=wording_from({name: row[f"concept__{name}"] for name in WORDING})
            if draft
            else wording_kept(row["fixed"]),
            remarks=remarks.get(row["concept_id"], ()),
            place=row["place"],
        )
        for row in found
    ]


def form_of(ruleset: Ruleset, year: int, kind: PlanKind, stage: PlanStage) -> PlanForm:
    """Return the plan in its form, as it stands at ``stage``; five queries."""
    return lay_out(
        kind=kind,
        years=plan_years(ruleset, kind, year),
        ruleset=ruleset.code,
        headings=ruleset.headings,
        standings=standings_of(year, kind, stage),
        bodies=bodies_of(year),
    )


def revision_of(form: PlanForm, year: int) -> tuple[int, str]:
    """Return the number and fingerprint of the revision that ``form`` makes."""
    content = form.content()
    digest = fingerprint(content)
    last = (
        Revision.objects.filter(plan_id=plan_id(year, form.kind))
        .order_by("-number")
        .values_list("number", "fingerprint")
        .first()
    )
    if last is None:
        return 1, digest
    return (last[0] if last[1] == digest else last[0] + 1), digest


def content_of(form: PlanForm) -> str:
    """Return the canonical JSON of what the plan says."""
    return canonical(form.content()).decode()


def changed_on(year: int, kind: PlanKind) -> date | None:
    """Return the last day on which a row of the plan changed, came or moved away."""
    last = PlanRecord.objects.filter(id=plan_id(year, kind)).aggregate(
        placed=Max("rows__placed_on"),
        changed=Max("rows__concept__changed_on"),
        lost=Max("lost_row_on"),
    )
    return max((day for day in last.values() if day is not None), default=None)


def rows_kept(content: str) -> dict[str, RowKept]:
    """Return the rows of a kept revision by the keys of their concepts."""
    return {row.concept: row for group in groups_kept(content) for row in group.rows}


def groups_kept(content: str) -> list[GroupKept]:
    """Return the groups of a kept revision, in the order of the form."""
    return msgspec.json.decode(content, type=_Content).groups


def _proposers(year: int) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for concept, body in (
        Proposer.objects.filter(concept__row__plan__cycle_id=year)
        .order_by("concept_id", "position")
        .values_list("concept_id", "body")
    ):
        found[concept] = (*found.get(concept, ()), body)
    return found


def _remarks(year: int) -> dict[int, tuple[Text, ...]]:
    found: dict[int, tuple[Text, ...]] = {}
    for concept, kk, ru in RowDecision.objects.filter(
        concept__cycle_id=year, effective=True, outcome__in=("change", "move")
    ).values_list("concept_id", "remark_kk", "remark_ru"):
        found[concept] = (*found.get(concept, ()), Text(kk, ru))
    return found
