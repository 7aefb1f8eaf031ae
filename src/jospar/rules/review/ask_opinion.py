"""The Ministry asks one of its departments for an opinion on a concept."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, unmet

from .conditions import UNDER_REVIEW, leaves_time
from .effects import OpinionAsked
from .facts import AskOpinion, QuestionFacts


@check(
    "review.opinions",
    _("“{department}” has been asked since {open_since} and has not answered yet."),
    _("Ask again only where the question is another one."),
)
def department_is_free(facts: QuestionFacts, filing: AskOpinion) -> Iterator[Unmet]:
    """A department that owes an opinion is not asked for it twice."""
    if facts.is_open:
        yield unmet(
            "department", department=filing.department, open_since=facts.open_since
        )


@act(
    "review.ask_opinion",
    "review.opinions",
    filing=AskOpinion,
    conditions=UNDER_REVIEW,
    requirements=(leaves_time,),
    cautions=(department_is_free,),
)
def ask_opinion(facts: QuestionFacts, filing: AskOpinion) -> tuple[OpinionAsked, ...]:
    """The department has a question to answer by a day."""
    return (
        OpinionAsked(
            key=filing.key,
            department=filing.department,
            question=filing.question,
            on=filing.on,
            answer_by=filing.answer_by,
            by=facts.case.actor.person,
        ),
    )
