"""A row is put forward for signing in the current year."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, condition, unmet
from jospar.rules.core.nouns import Entry, Language, PlanKind, ProgressStage

from .conditions import answers_for_row, plan_agreed, row_stands
from .effects import RowPutForward
from .facts import PutForward, RowFacts


@condition(
    "signing.early",
    _("The {plan} is no longer in force on {on}."),
    _("Put forward a row of the plan in force, or correct the day."),
)
def plan_in_force(facts: RowFacts) -> Unmet | None:
    """A current plan ends with its year, a long-term one when a newer is agreed."""
    plan, on = facts.row.plan, facts.case.on
    ended = plan.kind is PlanKind.CURRENT and on.year > plan.years[-1]
    replaced = facts.replaced_on is not None and facts.replaced_on <= on
    return unmet(plan=plan.kind, on=on) if ended or replaced else None


@condition(
    "signing.early",
    _("The treaty of row “{concept}” was signed on {signed_on} already."),
    _("Nothing is left to put forward."),
)
def not_signed(facts: RowFacts) -> Unmet | None:
    """What is put forward is not signed yet."""
    if facts.row.signed_on is None:
        return None
    return unmet(concept=facts.row.key, signed_on=facts.row.signed_on)


@condition(
    "signing.early",
    _("Row “{concept}” was dropped."),
    _("Report first that the treaty is taken up again."),
)
def not_dropped(facts: RowFacts) -> Unmet | None:
    """What was dropped is not put forward."""
    if facts.stage is not ProgressStage.DROPPED:
        return None
    return unmet(concept=facts.row.key)


@condition(
    "signing.early",
    _("Row “{concept}” was put forward for this year on {put_forward_on} already."),
    _("Nothing is left to do."),
)
def not_put_forward(facts: RowFacts) -> Unmet | None:
    """A row is put forward once for a year."""
    if facts.put_forward_on is None:
        return None
    return unmet(concept=facts.row.key, put_forward_on=facts.put_forward_on)


@condition(
    "signing.early",
    _("Row “{concept}” is for joining a treaty, which does not count as signing here."),
    _("Have the plan amended, or join in the years of the plan."),
)
def joining_counts(facts: RowFacts) -> Unmet | None:
    """By the reading "joining" an existing treaty may be joined early, or not."""
    joins = facts.entry is Entry.ACCESSION
    if not joins or facts.case.ruleset.reading("joining") == "counts":
        return None
    return unmet(concept=facts.row.key)


@check(
    "record.reasons",
    _("The reason stands in one language only."),
    _("Write it in both languages, or in none."),
)
def reason_in_both_or_none(facts: RowFacts, filing: PutForward) -> Iterator[Unmet]:
    """A reason that is given is given in both languages."""
    reason = filing.reason
    if bool(reason.kk) != bool(reason.ru):
        yield unmet(f"reason_{Language.RU if reason.kk else Language.KK}")


@act(
    "carrying_out.put_forward",
    "signing.early",
    filing=PutForward,
    conditions=(
        plan_agreed,
        answers_for_row,
        row_stands,
        plan_in_force,
        not_signed,
        not_dropped,
        not_put_forward,
        joining_counts,
    ),
    requirements=(reason_in_both_or_none,),
)
def put_forward(facts: RowFacts, filing: PutForward) -> tuple[RowPutForward, ...]:
    """The row is open for signing this year; it stays in the plan that has it."""
    return (
        RowPutForward(
            plan=filing.plan,
            key=filing.key,
            on=filing.on,
            document=filing.document,
            reason=filing.reason,
        ),
    )
