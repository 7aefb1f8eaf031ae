"""The Commission decides on a row, as a part of its decision on the plan."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, condition, unmet
from jospar.rules.core.horizon import plans_for
from jospar.rules.core.nouns import Changes, PlanStage, Wording
from jospar.rules.core.wordings import terms_out_of_order

from .effects import RowDecided
from .facts import DecideRow, Outcome, RowFacts, RowOutcome

CHANGING = frozenset({RowOutcome.CHANGE, RowOutcome.MOVE})


def _after(facts: RowFacts, filing: DecideRow) -> Wording:
    changes = filing.changes if filing.outcome in CHANGING else Changes()
    return changes.apply(facts.concept.wording)


@condition(
    "commission.decision",
    _("Concept {concept} is not a row of the {plan}."),
    _("Correct the plan or the concept."),
)
def row_of_the_plan(facts: RowFacts) -> Unmet | None:
    """The Commission decides on rows of the plan that it decided on."""
    if facts.in_plan:
        return None
    return unmet(concept=facts.concept.key, plan=facts.plan.kind)


@condition(
    "commission.decision",
    _("The {plan} went on after this decision; its rows are fixed."),
    _("Record what changed as a part of a later decision."),
)
def plan_as_decided(facts: RowFacts) -> Unmet | None:
    """A row is decided on while its plan stands as the decision left it."""
    return unmet(plan=facts.plan.kind) if facts.plan_moved_on else None


@condition(
    "record.key",
    _("The decision has concept {concept} already."),
    _("Decide on each row once; a later decision may decide otherwise."),
)
def not_decided_before(facts: RowFacts) -> Unmet | None:
    """A decision decides on a row once."""
    return unmet(concept=facts.concept.key) if facts.is_decided else None


@check(
    "record.terms",
    _("The term would end on {last_day}, before it begins on {first_day}."),
    _("Correct the days, or give both."),
)
def row_terms_in_order(facts: RowFacts, filing: DecideRow) -> Iterator[Unmet]:
    """No term of the row ends before it begins."""
    yield from terms_out_of_order(filing.changes.apply(facts.concept.wording))


@check(
    "commission.decision",
    _("The row cannot move: the {plan} is neither a draft nor before the Commission."),
    _("Exclude the row, or return both plans."),
)
def other_plan_is_open(facts: RowFacts, filing: DecideRow) -> Iterator[Unmet]:
    """A row moves into a plan that is a draft or before the Commission."""
    moves = filing.outcome is RowOutcome.MOVE and facts.outcome is Outcome.APPROVED
    open_stages = {PlanStage.DRAFT, PlanStage.BEFORE_COMMISSION}
    if moves and (facts.other.stage not in open_stages or facts.other_moved_on):
        yield unmet("plan", plan=facts.other.kind)


@check(
    "placement.term",
    _("The term of the row lies outside the years of the {plan}, where it stays."),
    _("Ask the Commission for a term within that plan's years."),
)
def row_term_in_plan(facts: RowFacts, filing: DecideRow) -> Iterator[Unmet]:
    """The term of a changed or moved row points to the plan that has it."""
    case = facts.case
    moves = filing.outcome is RowOutcome.MOVE
    changed = moves or (
        filing.outcome is RowOutcome.CHANGE
        and filing.changes.fills("conclude_from", "conclude_to")
    )
    if not changed or facts.outcome is not Outcome.APPROVED:
        return
    plan = facts.other.kind if moves else facts.plan.kind
    if plan not in plans_for(case.ruleset, case.year, _after(facts, filing).conclude):
        yield unmet("conclude_from", plan=plan)


@act(
    "commission.decide_row",
    "commission.decision",
    filing=DecideRow,
    records=True,
    conditions=(row_of_the_plan, plan_as_decided, not_decided_before),
    requirements=(row_terms_in_order, other_plan_is_open),
    cautions=(row_term_in_plan,),
)
def decide_row(facts: RowFacts, filing: DecideRow) -> tuple[RowDecided, ...]:
    """The row is kept, changed, moved or excluded; in a returned plan, remarked on."""
    approved = facts.outcome is Outcome.APPROVED
    wording = _after(facts, filing) if approved else None
    return (
        RowDecided(
            plan=filing.plan,
            decision=filing.decision,
            on=filing.on,
            key=filing.key,
            outcome=filing.outcome,
            remark=filing.remark,
            wording=wording,
            term_changed=wording is not None
            and wording.conclude != facts.concept.wording.conclude,
        ),
    )
