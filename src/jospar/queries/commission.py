"""A plan before the Commission: what was sent to it, what it decided, in rounds."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from jospar.records.models import (
    Decision,
    Plan,
    Reply,
    Revision,
    RowDecision,
    Sending,
)
from jospar.records.snapshots.plans import plan_id
from jospar.rules.commission.facts import Outcome, RowOutcome
from jospar.rules.core.nouns import PlanKind, PlanStage, Text

from .disagreements import DisagreementLine, disagreement_lines


@dataclass(frozen=True, slots=True)
class DecidedRow:
    """A decision on a row: its concept by entry and key, with the remark."""

    entry: int
    concept: int
    key: str
    title: Text
    outcome: RowOutcome
    remark: Text


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """A decision; ``open`` while rows may be added: the plan did not go on since."""

    entry: int
    on: date
    number: str
    outcome: Outcome
    present: str
    rows: tuple[DecidedRow, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class Round:
    """A revision was sent to the Commission, and what it decided on it, if it did."""

    entry: int
    on: date
    document: str
    revision: int
    fingerprint: str
    decision: DecisionLine | None


@dataclass(frozen=True, slots=True)
class CommissionPlan:
    """A plan with its rounds, the first one first, and its table of disagreements."""

    kind: PlanKind
    stage: PlanStage
    rounds: tuple[Round, ...]
    remarks: tuple[DisagreementLine, ...]

    @property
    def last(self) -> Round | None:
        """The round that the plan is in, or went through last."""
        return self.rounds[-1] if self.rounds else None

    @property
    def to_decide(self) -> bool:
        """Whether the Commission has to decide on the plan."""
        return self.stage is PlanStage.BEFORE_COMMISSION

    @property
    def open_decision(self) -> DecisionLine | None:
        """The decision that rows may still be added to."""
        decision = self.last.decision if self.last else None
        return decision if decision and decision.open else None


def commission_plan(year: int, kind: PlanKind) -> CommissionPlan:
    """Return how the plan of an open cycle went before the Commission; nine queries."""
    plan = plan_id(year, kind)
    stage = PlanStage(Plan.objects.values_list("stage", flat=True).get(id=plan))
    sendings = list(Sending.objects.filter(plan_id=plan).order_by("entry"))
    fingerprints = dict(
        Revision.objects.filter(plan_id=plan).values_list("number", "fingerprint")
    )
    replies = Reply.objects.filter(plan_id=plan).values_list("entry", flat=True)
    found = list(Decision.objects.filter(plan_id=plan).order_by("entry"))
    rows = _decided_rows(plan)
    later = max(
        [*replies, *(sending.entry for sending in sendings)],
        default=0,
    )
    decisions = [
        DecisionLine(
            entry=decision.entry,
            on=decision.on,
            number=decision.number,
            outcome=Outcome(decision.outcome),
            present=decision.present,
            rows=tuple(rows.get(decision.entry, ())),
            open=decision.entry > later and decision is found[-1],
        )
        for decision in found
    ]
    to_commission = [sending for sending in sendings if sending.to == "commission"]
    return CommissionPlan(
        kind=kind,
        stage=stage,
        rounds=tuple(_rounds(to_commission, fingerprints, decisions)),
        remarks=tuple(disagreement_lines(year, kind)),
    )


def revision_decided_on(plan: str, decision: int) -> Revision | None:
    """Return what lay before the Commission at the decision of that entry; a query."""
    sent = Sending.objects.filter(
        plan_id=plan, to="commission", entry__lt=decision
    ).order_by("-entry")
    return Revision.objects.filter(
        plan_id=plan, number=sent.values("revision")[:1]
    ).first()


def _rounds(
    sendings: list[Any],
    fingerprints: Mapping[int, str],
    decisions: list[DecisionLine],
) -> list[Round]:
    ends = [sending.entry for sending in sendings[1:]]
    rounds = []
    for place, sending in enumerate(sendings):
        end = ends[place] if place < len(ends) else None
        rounds.append(
            Round(
                entry=sending.entry,
                on=sending.on,
                document=sending.document,
                revision=sending.revision,
                fingerprint=fingerprints[sending.revision],
                decision=next(
                    (
                        decision
                        for decision in decisions
                        if decision.entry > sending.entry
                        and (end is None or decision.entry < end)
                    ),
                    None,
                ),
            )
        )
    return rounds


def _decided_rows(plan: str) -> dict[int, list[DecidedRow]]:
    columns = ("concept__key", "concept__title_kk", "concept__title_ru")
    found: dict[int, list[DecidedRow]] = {}
    for decision, entry, concept, key, kk, ru, outcome, remark_kk, remark_ru in (
        RowDecision.objects.filter(decision__plan_id=plan)
        .order_by("entry")
        .values_list(
            "decision_id",
            "entry",
            "concept_id",
            *columns,
            "outcome",
            "remark_kk",
            "remark_ru",
        )
    ):
        row = DecidedRow(
            entry,
            concept,
            key,
            Text(kk, ru),
            RowOutcome(outcome),
            Text(remark_kk, remark_ru),
        )
        found.setdefault(decision, []).append(row)
    return found
