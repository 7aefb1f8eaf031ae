"""A member of the Commission remarks on a plan."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, condition, unmet
from jospar.rules.core.nouns import Language

from .effects import RemarkMade
from .facts import Remark, RemarkFacts


@condition(
    "commission.remarks",
    _("By {on} the {plan} had not been sent to the Commission."),
    _("Send the draft to the Commission first, or correct the plan or the day."),
)
def was_sent(facts: RemarkFacts) -> Unmet | None:
    """Members remark on what was sent to the Commission."""
    if facts.revision:
        return None
    return unmet(plan=facts.plan.kind, on=facts.case.on)


@check(
    "commission.remarks",
    _("Concept {concept} was no row of the {plan} that the Commission had."),
    _("Correct the point, or leave it empty for the whole plan."),
)
def on_a_row(facts: RemarkFacts, filing: Remark) -> Iterator[Unmet]:
    """A remark is on a row of the plan that was sent, or on the whole plan."""
    if not facts.is_row:
        yield unmet("point", concept=filing.point, plan=filing.plan)


@check(
    "commission.remarks",
    _("The remark is missing in one of the two languages."),
    _("Ask the member for the remark in both languages."),
)
def remark_in_both_languages(facts: RemarkFacts, filing: Remark) -> Iterator[Unmet]:
    """A remark stands in both languages."""
    for language in (Language.KK, Language.RU):
        if not filing.remark[language]:
            yield unmet(f"remark_{language}")


@act(
    "commission.remark",
    "commission.remarks",
    also=("commission.decision",),
    filing=Remark,
    records=True,
    conditions=(was_sent,),
    cautions=(on_a_row, remark_in_both_languages),
)
def remark(facts: RemarkFacts, filing: Remark) -> tuple[RemarkMade, ...]:
    """The remark is a line of the table of disagreements."""
    return (
        RemarkMade(
            plan=filing.plan,
            revision=facts.revision,
            on=filing.on,
            member=filing.member,
            point=filing.point,
            remark=filing.remark,
            document=filing.document,
        ),
    )
