"""What was sent to the President of a plan, and what he replied, in their order."""

from dataclasses import dataclass, field
from datetime import date

from jospar.records.models import Plan, Reply, Sending
from jospar.records.snapshots.plans import plan_id
from jospar.rules.agreement.facts import ReplyOutcome
from jospar.rules.core.nouns import PlanKind, PlanStage, Text


@dataclass(frozen=True, slots=True)
class PresidentPaper:
    """A sending with its ``revision``, or a reply with its ``outcome`` and remark."""

    entry: int
    on: date
    number: str
    revision: int | None = None
    outcome: ReplyOutcome | None = None
    remark: Text = field(default_factory=Text)


@dataclass(frozen=True, slots=True)
class PlanBeforePresident:
    """A plan, where it stands, and its papers."""

    kind: PlanKind
    stage: PlanStage
    papers: tuple[PresidentPaper, ...]


def president_papers(year: int) -> tuple[PlanBeforePresident, ...]:
    """Return both plans of an open cycle; three queries."""
    stages = dict(Plan.objects.filter(cycle_id=year).values_list("id", "stage"))
    papers: dict[str, list[PresidentPaper]] = {plan: [] for plan in stages}
    for sent in Sending.objects.filter(plan__cycle_id=year, to="president"):
        papers[sent.plan_id].append(
            PresidentPaper(sent.entry, sent.on, sent.document, revision=sent.revision)
        )
    for reply in Reply.objects.filter(plan__cycle_id=year):
        papers[reply.plan_id].append(
            PresidentPaper(
                reply.entry,
                reply.on,
                reply.number,
                outcome=ReplyOutcome(reply.outcome),
                remark=Text(reply.remark_kk, reply.remark_ru),
            )
        )
    return tuple(
        PlanBeforePresident(
            kind=kind,
            stage=PlanStage(stages[plan_id(year, kind)]),
            papers=tuple(
                sorted(papers[plan_id(year, kind)], key=lambda paper: paper.entry)
            ),
        )
        for kind in PlanKind
    )
