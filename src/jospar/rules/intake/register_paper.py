"""The Ministry puts its own number and day on a paper that came."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, condition, unmet

from .effects import PaperRegistered
from .facts import PaperFacts, RegisterPaper

PAPERS = frozenset(
    {
        "intake.submit_concept",
        "intake.report_none",
        "intake.supplement_concept",
        "intake.withdraw_concept",
        "review.answer_clarification",
        "amendment.bring_grounds",
        "amendment.bring_concept",
    }
)
"""The acts that record a paper of a body."""


@condition(
    "record.numbers",
    _("This entry of the journal records no paper that came from a body."),
    _("Name the entry of a concept, a letter, an addition, an answer or a withdrawal."),
)
def paper_came(facts: PaperFacts) -> Unmet | None:
    """What is registered is a paper that came from a body."""
    return None if facts.act in PAPERS else unmet()


@condition(
    "record.numbers",
    _("The paper is registered already under number {number} of {registered_on}."),
    _("Nothing is left to do."),
)
def not_registered(facts: PaperFacts) -> Unmet | None:
    """A paper is registered once."""
    if facts.registered_on is None:
        return None
    return unmet(number=facts.number, registered_on=facts.registered_on)


@check(
    "record.day",
    _("The paper came on {came_on}, after {on}."),
    _("Correct the day of the registration."),
)
def registered_after_coming(
    facts: PaperFacts, filing: RegisterPaper
) -> Iterator[Unmet]:
    """A paper is registered on the day on which it came, or later."""
    if filing.on < facts.came_on:
        yield unmet("on", came_on=facts.came_on, on=filing.on)


@check(
    "record.numbers",
    _("The registration has no number."),
    _("Enter the number that the Ministry gave the paper."),
)
def has_number(facts: PaperFacts, filing: RegisterPaper) -> Iterator[Unmet]:
    """A registration bears a number."""
    if not filing.number.strip():
        yield unmet("number")


@act(
    "intake.register_paper",
    "record.numbers",
    filing=RegisterPaper,
    conditions=(paper_came, not_registered),
    requirements=(registered_after_coming, has_number),
)
def register_paper(
    facts: PaperFacts, filing: RegisterPaper
) -> tuple[PaperRegistered, ...]:
    """The paper bears the numbers and days of both sides."""
    return (PaperRegistered(paper=filing.paper, number=filing.number, on=filing.on),)
