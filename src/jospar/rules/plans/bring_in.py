"""A plan of a past cycle is brought into the record, whole."""

from jospar.rules.core.act import act

from .conditions import (
    brought_terms_in_order,
    cycle_has_come,
    cycle_not_worked_on,
    has_rows,
    keys_of_their_own,
    plan_not_brought_in,
    proposers_known,
    titles_in_both_languages,
)
from .doubtful import (
    agreed_in_its_time,
    brought_terms_within_years,
    exists_in_one_language,
    rows_differ,
)
from .effects import CycleBroughtIn, PlanBroughtIn
from .facts import BringIn, BringInFacts


@act(
    "plans.bring_in",
    "plans.brought_in",
    filing=BringIn,
    records=True,
    conditions=(cycle_has_come, cycle_not_worked_on, plan_not_brought_in),
    requirements=(
        has_rows,
        keys_of_their_own,
        proposers_known,
        titles_in_both_languages,
        brought_terms_in_order,
    ),
    cautions=(
        brought_terms_within_years,
        agreed_in_its_time,
        exists_in_one_language,
        rows_differ,
    ),
)
def bring_in(
    facts: BringInFacts, filing: BringIn
) -> tuple[CycleBroughtIn | PlanBroughtIn, ...]:
    """The plan is in the record as it was agreed; its year needs no planning."""
    ruleset = facts.case.ruleset
    cycle = CycleBroughtIn(
        year=facts.case.year,
        ruleset=ruleset.code,
        digest=ruleset.digest,
        content=ruleset.content,
    )
    plan = PlanBroughtIn(
        plan=filing.plan,
        on=filing.on,
        number=filing.number,
        bodies=tuple(body for body in filing.bodies if body.code not in facts.listed),
        rows=filing.rows,
        only=filing.only,
        fingerprint=facts.fingerprint,
    )
    return (plan,) if facts.is_open else (cycle, plan)
