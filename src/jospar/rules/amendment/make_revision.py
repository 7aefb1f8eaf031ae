"""All staged changes of one ground become the plan's next revision."""

from collections.abc import Iterator
from datetime import date

from jospar.rules.core.act import Unmet, _, act, check, condition, unmet
from jospar.rules.core.horizon import lies_within
from jospar.rules.core.nouns import PlanKind
from jospar.rules.core.wordings import terms_out_of_order

from .conditions import known_by, plan_agreed
from .effects import PlanAmended
from .facts import MakeRevision, RevisionFacts
from .nouns import ChangeOutcome, Ground, Route, RowMade


@condition(
    "amendments.revision",
    _("No change of the {plan} waits under {ground}."),
    _("Add, change or remove rows under this ground first."),
)
def changes_wait(facts: RevisionFacts) -> Unmet | None:
    """A revision is made of changes."""
    if facts.changes:
        return None
    return unmet(plan=facts.plan.kind, ground=facts.ground.number)


@condition(
    "amendments.instruction",
    _("On {on} instruction {ground} has no effect."),
    _("Correct the day, or name the instruction on which the plan changes."),
)
def instruction_given(facts: RevisionFacts) -> Unmet | None:
    """A plan changes on an instruction that was given by that day."""
    ground, on = facts.ground, facts.case.on
    if ground.route is not Route.INSTRUCTION or known_by(ground.effective_on, on):
        return None
    return unmet(ground=ground.number, on=on)


@condition(
    "amendments.decision",
    _("By {on} the Commission has not decided {ground}."),
    _("Correct the day: the decision comes first."),
)
def decision_taken(facts: RevisionFacts) -> Unmet | None:
    """A plan changes on a decision that was taken by that day."""
    ground, on = facts.ground, facts.case.on
    if ground.route is not Route.DECISION or ground.on <= on:
        return None
    return unmet(ground=ground.number, on=on)


@condition(
    "amendments.decision",
    _("By {on} the Administration has not consented to decision {ground}."),
    _("Record its consent first; a decision alone changes nothing."),
)
def consent_given(facts: RevisionFacts) -> Unmet | None:
    """A decision changes a plan together with the Administration's consent."""
    ground, on = facts.ground, facts.case.on
    if ground.route is not Route.DECISION or known_by(ground.consented_on, on):
        return None
    return unmet(ground=ground.number, on=on)


@condition(
    "record.day",
    _("A change that waits was staged on {staged_on}, after {on}."),
    _("Correct the day: a revision follows its changes."),
)
def follows_changes(facts: RevisionFacts) -> Unmet | None:
    """A revision is made when its changes have been staged."""
    staged_on = max((change.on for change in facts.changes), default=facts.case.on)
    if staged_on <= facts.case.on:
        return None
    return unmet(staged_on=staged_on, on=facts.case.on)


@condition(
    "record.day",
    _("The last revision was made on {made_on}, after {on}."),
    _("Correct the day: a later revision stands on the ones before it."),
)
def follows_last_revision(facts: RevisionFacts) -> Unmet | None:
    """A plan's revisions are made in the order of their days."""
    if facts.made_on <= facts.case.on:
        return None
    return unmet(made_on=facts.made_on, on=facts.case.on)


@condition(
    "amendments.revision",
    _("Since these changes were staged, other amendments settled: {keys}."),
    _("Take these changes back, and stage what is left to change."),
)
def rows_as_staged(facts: RevisionFacts) -> Unmet | None:
    """What changes or leaves is in the plan still; what is added is not in it yet."""
    keys = tuple(
        change.key
        for change in facts.changes
        if change.removed_on is not None
        or change.placed is (change.outcome is ChangeOutcome.ADD)
    )
    return unmet(keys=keys) if keys else None


@condition(
    "record.terms",
    _("Together with an earlier amendment the term of row “{key}” makes no sense."),
    _("Take the change back, and stage it with both days of the term."),
)
def terms_still_fit(facts: RevisionFacts) -> Unmet | None:
    """A term of which two amendments gave a day each is in order, in the plan's years.

    Each of them was checked against the row as it read then.
    """
    for change in facts.changes:
        wording = change.wording
        if wording and (
            any(terms_out_of_order(wording))
            or not lies_within(wording.conclude, facts.plan.years)
        ):
            return unmet(key=change.key)
    return None


@condition(
    "amendments.revision",
    _("The {plan} would read as its last revision does."),
    _("Take the changes back: another amendment has made them."),
)
def plan_reads_anew(facts: RevisionFacts) -> Unmet | None:
    """A revision says something that the one before it does not."""
    if facts.prints_anew or not facts.changes:
        return None
    return unmet(plan=facts.plan.kind)


@check(
    "amendments.revision",
    _(
        "Ground {ground} has effect since {ground_on}, before the last revision, which "
        "is in force since {in_force_on}."
    ),
    _("The new revision is in force since {in_force_on}: it has those changes too."),
)
def grounds_in_order(facts: RevisionFacts, filing: MakeRevision) -> Iterator[Unmet]:
    """A ground has effect after those of the revisions before."""
    ground = facts.ground
    if ground.effective_on and ground.effective_on < facts.in_force_on:
        yield unmet(
            "ground",
            ground=ground.number,
            ground_on=ground.effective_on,
            in_force_on=facts.in_force_on,
        )


@check(
    "amendments.revision",
    _("The {plan} ended on {last_day}; this revision would never be in force."),
    _("See that this is the plan and the ground that you mean."),
)
def plan_not_over(facts: RevisionFacts, filing: MakeRevision) -> Iterator[Unmet]:
    """A revision of a current plan comes into force before the plan's year ends."""
    plan, ground_on = facts.plan, facts.ground.effective_on
    last_day = date(plan.years[-1], 12, 31)
    current = plan.kind is PlanKind.CURRENT
    if current and ground_on and _in_force_since(facts, ground_on) > last_day:
        yield unmet("plan", plan=plan.kind, last_day=last_day)


def _in_force_since(facts: RevisionFacts, ground_on: date) -> date:
    """Return the day since which the revision is in force, by the reading."""
    by_making = facts.case.ruleset.reading("amendment_effect") == "making"
    return max(facts.case.on if by_making else ground_on, facts.in_force_on)


def _effective(ground: Ground) -> date:
    if ground.effective_on is None:
        raise ValueError(f"The ground {ground.number} has no effect.")
    return ground.effective_on


@act(
    "amendment.make_revision",
    "amendments.revision",
    filing=MakeRevision,
    conditions=(
        plan_agreed,
        changes_wait,
        instruction_given,
        decision_taken,
        consent_given,
        follows_changes,
        follows_last_revision,
        rows_as_staged,
        terms_still_fit,
        plan_reads_anew,
    ),
    cautions=(grounds_in_order, plan_not_over),
)
def make_revision(
    facts: RevisionFacts, filing: MakeRevision
) -> tuple[PlanAmended, ...]:
    """The plan reads as amended, and the revision before it stays as it was."""
    ground_on = _effective(facts.ground)
    return (
        PlanAmended(
            plan=filing.plan,
            route=filing.route,
            ground=filing.ground,
            on=filing.on,
            ground_on=ground_on,
            effective_on=_in_force_since(facts, ground_on),
            revision=facts.revision,
            fingerprint=facts.fingerprint,
            rows=tuple(
                RowMade(change.key, change.outcome, change.wording)
                for change in facts.changes
            ),
        ),
    )
