"""A department of the Ministry gives its opinion on a concept."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, unmet
from jospar.rules.core.conditions import follows_receipt

from .effects import OpinionGiven
from .facts import GiveOpinion, QuestionFacts


@check(
    "review.opinions",
    _("By {on} “{department}” was not asked for an opinion on concept {concept}."),
    _("Ask the department first, or correct its name or the day."),
)
def department_asked(facts: QuestionFacts, filing: GiveOpinion) -> Iterator[Unmet]:
    """An opinion answers a question."""
    if not facts.is_open and facts.answered_on is None:
        yield unmet(
            "department",
            on=facts.case.on,
            department=filing.department,
            concept=filing.key,
        )


@check(
    "review.opinions",
    _("“{department}” gave its opinion on {answered_on} already."),
    _("Ask the department anew if there is more to say."),
)
def given_once(facts: QuestionFacts, filing: GiveOpinion) -> Iterator[Unmet]:
    """A question has one answer."""
    if not facts.is_open and facts.answered_on is not None:
        yield unmet(
            "department", department=filing.department, answered_on=facts.answered_on
        )


@act(
    "review.give_opinion",
    "review.opinions",
    filing=GiveOpinion,
    conditions=(follows_receipt,),
    requirements=(department_asked, given_once),
)
def give_opinion(facts: QuestionFacts, filing: GiveOpinion) -> tuple[OpinionGiven, ...]:
    """The opinion is in the record, however late, and binds nobody."""
    return (
        OpinionGiven(
            key=filing.key,
            department=filing.department,
            on=filing.on,
            favourable=filing.favourable,
            opinion=filing.opinion,
            by=facts.case.actor.person,
        ),
    )
