"""Snapshots for the grounds of amendments, and for what changes under them."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import msgspec

from jospar.records.fields import WORDING, wording_from, wording_kept
from jospar.records.fingerprints import fingerprint
from jospar.records.models import (
    AmendingDecision,
    Amendment,
    Consent,
    Instruction,
    Proposer,
    Revision,
    Row,
    RowChange,
)
from jospar.records.models import Concept as ConceptRecord
from jospar.records.models import Dossier as DossierRecord
from jospar.rules.amendment.facts import (
    AmendRow,
    ConsentFacts,
    DecideAmendment,
    DropChange,
    GroundFacts,
    MakeRevision,
    RecordConsent,
    RecordInstruction,
    RevisionFacts,
    RowChangeFacts,
    StagedFacts,
)
from jospar.rules.amendment.nouns import (
    ChangeOutcome,
    Ground,
    GroundOutcome,
    Route,
    StagedChange,
    reworded,
)
from jospar.rules.core.act import Case
from jospar.rules.core.calendar import Calendar
from jospar.rules.core.forms import PlanForm, Standing, lay_out
from jospar.rules.core.horizon import plan_years
from jospar.rules.core.nouns import (
    AgreedRow,
    Changes,
    PlanKind,
    PlanStage,
    Procedure,
    Wording,
)
from jospar.rules.core.ruleset import Ruleset

from .agreed_rows import agreed_row
from .concepts import entry_of, known_bodies
from .dispatch import NotInRecordError, facts_for
from .dossiers import AMENDED, amending_entry, dossier_of
from .plans import bodies_of, plan_id, plan_of, standings_of


@facts_for.register
def _(filing: RecordInstruction, case: Case, calendar: Calendar) -> GroundFacts:
    asked = dict(
        DossierRecord.objects.filter(
            plan_id=plan_id(case.year, AMENDED), key__in=filing.dossiers
        ).values_list("key", "requested_on")
    )
    for key in filing.dossiers:
        if key not in asked:
            raise NotInRecordError("dossier", key, "dossiers")
    known = Instruction.objects.filter(cycle_id=case.year, number=filing.number)
    return GroundFacts(
        case,
        _plans(case),
        known.exists(),
        tuple(key for key in filing.dossiers if not _by(asked[key], case.on)),
    )


@facts_for.register
def _(filing: DecideAmendment, case: Case, calendar: Calendar) -> GroundFacts:
    known = AmendingDecision.objects.filter(cycle_id=case.year, number=filing.number)
    return GroundFacts(case, _plans(case), known.exists())


@facts_for.register
def _(filing: RecordConsent, case: Case, calendar: Calendar) -> ConsentFacts:
    return ConsentFacts(
        case, ground_of(case.year, Route.DECISION, filing.decision, "decision")
    )


@facts_for.register
def _(filing: AmendRow, case: Case, calendar: Calendar) -> RowChangeFacts:
    known_bodies(case.year, filing.proposers)
    kind = filing.plan
    plan = plan_of(case.ruleset, case.year, kind)
    ground = ground_of(case.year, filing.route, filing.ground)
    row, concept = _row(case, kind, filing.key)
    dossier = dossier_of(case.year, filing.key) if kind is AMENDED else None
    offered = _offered(concept) if dossier and concept is not None else None
    changes = RowChange.objects.filter(plan_id=plan_id(case.year, kind))
    changes = changes.filter(concept_id=concept or 0)
    waiting = changes.filter(revision=None).values_list("route", "ground")
    others = [found for found in waiting if found != (filing.route, filing.ground)]
    gone = changes.filter(outcome="remove", revision__isnull=False)
    return RowChangeFacts(
        case=case,
        plan=plan,
        ground=ground,
        row=row,
        removed_by=gone.values_list("ground", flat=True).first() or "",
        dossier=dossier,
        offered=offered,
        staged=changes.filter(route=filing.route, ground=filing.ground).exists(),
        others=tuple(number for _route, number in others),
        key_taken=entry_of(case.year, filing.key) is not None
        or amending_entry(case.year, kind.other, filing.key) is not None
        or (row is None and dossier is None and bool(others)),
    )


@facts_for.register
def _(filing: DropChange, case: Case, calendar: Calendar) -> StagedFacts:
    staged = RowChange.objects.filter(
        plan_id=plan_id(case.year, filing.plan),
        route=filing.route.value,
        ground=filing.ground,
        concept__key=filing.key,
        revision=None,
    ).first()
    if staged is None:
        raise NotInRecordError("change", filing.key, "key")
    return StagedFacts(case, staged.on)


@facts_for.register
def _(filing: MakeRevision, case: Case, calendar: Calendar) -> RevisionFacts:
    ground = ground_of(case.year, filing.route, filing.ground)
    plan = plan_of(case.ruleset, case.year, filing.plan)
    changes = staged_changes(case.year, filing.plan, ground)
    amended = form_with(case.ruleset, case.year, filing.plan, changes)
    digest = fingerprint(amended.content())
    kept = {"plan_id": plan_id(case.year, filing.plan)}
    last = Revision.objects.filter(**kept).order_by("-number").first()
    before = Amendment.objects.filter(**kept).order_by("-revision").first()
    return RevisionFacts(
        case=case,
        plan=plan,
        ground=ground,
        changes=tuple(changes),
        made_on=last.on if last else case.on,
        in_force_on=before.effective_on if before else plan.stage_on or case.on,
        revision=last.number + 1 if last else 1,
        fingerprint=digest,
        prints_anew=last is None or last.fingerprint != digest,
    )


def ground_of(year: int, route: Route, number: str, field: str = "ground") -> Ground:
    """Return the instruction, or the decision with its consent; two queries at most.

    Raises:
        NotInRecordError: when the cycle has no such ground.
    """
    if route is Route.INSTRUCTION:
        known = Instruction.objects.filter(cycle_id=year, number=number).first()
        if known is not None:
            declined = known.outcome == GroundOutcome.DECLINED
            dossiers = tuple(known.dossiers)
            return Ground(route, number, known.on, declined, dossiers=dossiers)
        raise NotInRecordError("instruction", number, field)
    decided = AmendingDecision.objects.filter(cycle_id=year, number=number).first()
    if decided is None:
        raise NotInRecordError("amending_decision", number, field)
    consents = Consent.objects.filter(decision=decided, outcome=GroundOutcome.GIVEN)
    consented_on = consents.values_list("on", flat=True).first()
    return Ground(route, number, decided.on, consented_on=consented_on)


def staged_changes(year: int, kind: PlanKind, ground: Ground) -> list[StagedChange]:
    """Return the changes that wait under a ground, in their order; one query.

    A row that changes reads as its plan says now, with the staged cells put in.
    """
    rows = RowChange.objects.filter(
        plan_id=plan_id(year, kind),
        route=ground.route.value,
        ground=ground.number,
        revision=None,
    ).values(
        "on",
        "outcome",
        "wording",
        "changes",
        "concept__key",
        "concept__row__fixed",
        "concept__row__removed_on",
    )
    return [_staged(dict(row)) for row in rows]


def _staged(row: dict[str, Any]) -> StagedChange:
    fixed, outcome = row["concept__row__fixed"], ChangeOutcome(row["outcome"])
    wording: Wording | None = None
    if outcome is ChangeOutcome.ADD:
        wording = wording_kept(row["wording"])
    elif outcome is ChangeOutcome.CHANGE:
        procedure = row["changes"]["procedure"]
        wording = reworded(
            wording_kept(fixed),
            msgspec.convert(row["changes"]["cells"], Changes),
            Procedure(procedure) if procedure else None,
        )
    return StagedChange(
        key=row["concept__key"],
        on=row["on"],
        outcome=outcome,
        wording=wording,
        placed=fixed is not None,
        removed_on=row["concept__row__removed_on"],
    )


def form_with(
    ruleset: Ruleset, year: int, kind: PlanKind, changes: Iterable[StagedChange]
) -> PlanForm:
    """Return the agreed plan as it will read once ``changes`` are made; six queries."""
    standings = {row.concept: row for row in standings_of(year, kind, PlanStage.AGREED)}
    proposers = _proposers(year, kind)
    for change in changes:
        former = standings.pop(change.key, None)
        # What another amendment removed meanwhile stays out.
        if change.wording and (former or change.outcome is ChangeOutcome.ADD):
            standings[change.key] = Standing(
                change.key,
                former.proposers if former else proposers.get(change.key, ()),
                change.wording,
                former.remarks if former else (),
            )
    return lay_out(
        kind=kind,
        years=plan_years(ruleset, kind, year),
        ruleset=ruleset.code,
        headings=ruleset.headings,
        standings=standings.values(),
        bodies=bodies_of(year),
    )


def _proposers(year: int, kind: PlanKind) -> dict[str, tuple[str, ...]]:
    """Return the bodies behind what would enter the plan, by its keys; one query."""
    found: dict[str, tuple[str, ...]] = {}
    bodies = Proposer.objects.filter(concept__amends_id=plan_id(year, kind))
    ordered = bodies.order_by("concept_id", "position")
    for key, body in ordered.values_list("concept__key", "body"):
        found[key] = (*found.get(key, ()), body)
    return found


def _row(case: Case, kind: PlanKind, key: str) -> tuple[AgreedRow | None, int | None]:
    """Return the row, and the number of its concept or of one that would enter."""
    rows = Row.objects.filter(plan_id=plan_id(case.year, kind), concept__key=key)
    if rows.filter(fixed__isnull=False, plan__stage=PlanStage.AGREED.value).exists():
        return agreed_row(case, kind, key)
    return None, amending_entry(case.year, kind, key)


def _offered(concept: int) -> Wording:
    return wording_from(ConceptRecord.objects.values(*WORDING).get(entry=concept))


def _plans(case: Case) -> tuple[Any, ...]:
    return tuple(plan_of(case.ruleset, case.year, kind) for kind in PlanKind)


def _by(day: date | None, on: date) -> bool:
    return day is not None and day <= on
