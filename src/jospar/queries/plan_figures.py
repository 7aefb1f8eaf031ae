"""Figures of what was done with the plans: fixed, approved, agreed and sent out."""

from jospar.rules.core.nouns import PlanKind
from jospar.rules.core.ruleset import Ruleset

from .cycle_record import CycleRecord
from .deadline_figures import lines_of, sent_items
from .figures import Behind, Figure, FigureKind, Standing, standing, tally
from .plan_papers import PlanPaper

Figures = tuple[Figure, ...]


def editions(ruleset: Ruleset, record: CycleRecord) -> Figures:
    """Return the revisions that were fixed in the form."""
    return (
        tally(
            FigureKind.FORMS,
            (
                _paper(paper, plan.kind)
                for plan in record.plans
                for paper in plan.revisions
            ),
        ),
    )


def approved(ruleset: Ruleset, record: CycleRecord) -> Figures:
    """Return how many of the plans that went to the Commission it approved."""
    return (
        tally(
            FigureKind.APPROVALS,
            (
                _paper(plan.approvals[-1], plan.kind)
                if plan.approved
                else _paper(plan.to_commission[-1], plan.kind, Standing.OPEN)
                for plan in record.plans
                if plan.to_commission
            ),
        ),
    )


def agreed(ruleset: Ruleset, record: CycleRecord) -> Figures:
    """Return how many of the plans that went to the President he agreed."""
    return (
        tally(
            FigureKind.AGREEMENTS,
            (
                _paper(plan.agreements[-1], plan.kind)
                if plan.agreements
                else _paper(plan.to_president[-1], plan.kind, Standing.OPEN)
                for plan in record.plans
                if plan.to_president
            ),
        ),
    )


def recipients(ruleset: Ruleset, record: CycleRecord) -> Figures:
    """Return how many of those who must have the agreed plans were sent them."""
    deadlines = {
        line.plan: line.deadline for line in lines_of(record, "distribution.deadline")
    }
    items = [
        item
        for plan in record.plans
        for item in sent_items(plan, deadlines.get(plan.kind))
    ]
    return (tally(FigureKind.RECIPIENTS, items),)


def acknowledged(ruleset: Ruleset, record: CycleRecord) -> Figures:
    """Return how many recipients acknowledged that the plan has come."""
    return (
        tally(
            FigureKind.ACKNOWLEDGED,
            (
                Behind(
                    standing(sent.acknowledged_on is not None),
                    entry=sent.entry,
                    body=sent.recipient,
                    on=sent.acknowledged_on,
                    plan=plan.kind,
                )
                for plan in record.plans
                for sent in plan.sent
            ),
        ),
    )


def _paper(paper: PlanPaper, plan: PlanKind, how: Standing = Standing.DONE) -> Behind:
    return Behind(how, paper.entry, key=paper.number, on=paper.on, plan=plan)
