"""The Ministry settles a concept's level, title or term for the draft."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, condition, unmet
from jospar.rules.core.conditions import (
    changed_terms_in_order,
    changed_titles_agree,
    fills_the_term_it_followed,
    follows_receipt,
)
from jospar.rules.core.horizon import plans_for
from jospar.rules.core.offices import Office

from .conditions import plan_is_draft
from .effects import ConceptSettled
from .facts import DraftingFacts, Settle


@condition(
    "concepts.late",
    _("Concept {concept} came late, on {received_on}; nothing is settled on it."),
    _("Return it to the body."),
)
def in_time(facts: DraftingFacts) -> Unmet | None:
    """Nothing is settled on a late concept."""
    concept = facts.concept
    if concept.in_time:
        return None
    return unmet(concept=concept.key, received_on=concept.received_on)


@condition(
    "conclusions.expediency",
    _("Concept {concept} is no longer before the Ministry since {since}."),
    _("Nothing is left to do: it was returned, or withdrawn by its body."),
)
def before_the_ministry(facts: DraftingFacts) -> Unmet | None:
    """Nothing is settled on a concept that was returned or withdrawn."""
    concept = facts.concept
    on = facts.case.on
    if not concept.returned_by(on) and not concept.withdrawn_by(on):
        return None
    days = (concept.returned_on, concept.withdrawn_on)
    since = min(day for day in days if day is not None and day <= on)
    return unmet(concept=concept.key, since=since)


@check(
    "placement.term",
    _("The term would point out of the {plan} that has the row."),
    _("Settle a term within the years of that plan."),
)
def term_stays_in_plan(facts: DraftingFacts, filing: Settle) -> Iterator[Unmet]:
    """A settled term of a placed concept stays in its plan."""
    case, plan = facts.case, facts.plan
    if plan and filing.changes.fills("conclude_from", "conclude_to"):
        term = filing.changes.apply(facts.concept.wording).conclude
        if plan.kind not in plans_for(case.ruleset, case.year, term):
            yield unmet("conclude_from", plan=plan.kind)


@check(
    "plans.basis",
    _("No reason is given for what is settled otherwise than the body proposed."),
    _("Write why."),
)
def reason_given(facts: DraftingFacts, filing: Settle) -> Iterator[Unmet]:
    """What the Ministry settles otherwise than proposed has a reason."""
    if not filing.reason:
        yield unmet("reason")


@check(
    "offices.table",
    _("The level is settled by the head of the International Law Department."),
    _("Ask the head of the department to settle the level."),
)
def level_by_head(facts: DraftingFacts, filing: Settle) -> Iterator[Unmet]:
    """The level of a treaty is settled by the head of the department."""
    if filing.changes.level and facts.case.actor.office is not Office.HEAD:
        yield unmet("level")


@act(
    "drafting.settle",
    "plans.basis",
    filing=Settle,
    conditions=(follows_receipt, in_time, before_the_ministry, plan_is_draft),
    requirements=(
        changed_terms_in_order,
        fills_the_term_it_followed,
        term_stays_in_plan,
        reason_given,
        level_by_head,
    ),
    cautions=(changed_titles_agree,),
)
def settle(facts: DraftingFacts, filing: Settle) -> tuple[ConceptSettled, ...]:
    """The draft says what the Ministry settled; the reason stays with it."""
    wording = filing.changes.apply(facts.concept.wording)
    return (
        ConceptSettled(
            key=filing.key,
            on=filing.on,
            reason=filing.reason,
            wording=wording,
            term_changed=wording.conclude != facts.concept.wording.conclude,
        ),
    )
