"""The papers that brought the plans of a cycle where they stand, with their entries."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from jospar.records.models import (
    Decision,
    Distribution,
    Plan,
    Reply,
    Revision,
    Sending,
)
from jospar.records.snapshots.plans import plan_id
from jospar.rules.core.nouns import PlanKind, PlanStage
from jospar.rules.core.ruleset import Ruleset

from .plans import recipients_needed


@dataclass(frozen=True, slots=True)
class PlanPaper:
    """A paper of a plan: its entry, its day, and its number or fingerprint."""

    entry: int
    on: date
    number: str


@dataclass(frozen=True, slots=True)
class Sent:
    """An agreed plan was sent to a recipient, who may have acknowledged it."""

    entry: int
    recipient: str
    on: date
    acknowledged_on: date | None


@dataclass(frozen=True, slots=True)
class PlanPapers:
    """A plan with its papers, each kind in its order.

    ``approvals`` and ``agreements`` are decisions and replies that consented;
    ``recipients`` those who must be sent the agreed plan, none before.
    """

    kind: PlanKind
    stage: PlanStage
    revisions: tuple[PlanPaper, ...]
    to_commission: tuple[PlanPaper, ...]
    approvals: tuple[PlanPaper, ...]
    to_president: tuple[PlanPaper, ...]
    agreements: tuple[PlanPaper, ...]
    sent: tuple[Sent, ...]
    recipients: tuple[str, ...]

    @property
    def approved(self) -> bool:
        """Whether the Commission's approval stands."""
        stages = (PlanStage.APPROVED, PlanStage.BEFORE_PRESIDENT, PlanStage.AGREED)
        return self.stage in stages


_PAPERS: Mapping[str, tuple[Any, str, dict[str, str]]] = {
    "revisions": (Revision, "fingerprint", {}),
    "to_commission": (Sending, "document", {"to": "commission"}),
    "approvals": (Decision, "number", {"outcome": "approved"}),
    "to_president": (Sending, "document", {"to": "president"}),
    "agreements": (Reply, "number", {"outcome": "agreed"}),
}


def plan_papers(ruleset: Ruleset, year: int) -> tuple[PlanPapers, ...]:
    """Return the two plans; seven queries, and two for each that is agreed."""
    stages = dict(Plan.objects.filter(cycle_id=year).values_list("kind", "stage"))
    papers = {name: _papers(year, name) for name in _PAPERS}
    sent = _sent(year)
    plans = []
    for kind in PlanKind:
        plan, stage = plan_id(year, kind), PlanStage(stages[kind.value])
        agreed = stage is PlanStage.AGREED
        needed = recipients_needed(ruleset, year, kind) if agreed else []
        plans.append(
            PlanPapers(
                kind=kind,
                stage=stage,
                sent=tuple(sent.get(plan, ())),
                recipients=tuple(needed),
                **{name: tuple(found.get(plan, ())) for name, found in papers.items()},
            )
        )
    return tuple(plans)


def _papers(year: int, name: str) -> dict[str, list[PlanPaper]]:
    """Return the papers of one kind by the keys of their plans."""
    model, number, chosen = _PAPERS[name]
    rows = model.objects.filter(plan__cycle_id=year, **chosen).order_by("entry")
    found: dict[str, list[PlanPaper]] = {}
    for plan, *paper in rows.values_list("plan_id", "entry", "on", number):
        found.setdefault(plan, []).append(PlanPaper(*paper))
    return found


def _sent(year: int) -> dict[str, list[Sent]]:
    rows = Distribution.objects.filter(plan__cycle_id=year).order_by("entry")
    found: dict[str, list[Sent]] = {}
    for plan, entry, recipient, on, acknowledged_on in rows.values_list(
        "plan_id", "entry", "recipient", "on", "acknowledged_on"
    ):
        sent = Sent(entry, recipient, on, acknowledged_on)
        found.setdefault(plan, []).append(sent)
    return found
