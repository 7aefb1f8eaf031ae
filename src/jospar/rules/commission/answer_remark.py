"""The Ministry answers a remark of a member of the Commission."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, condition, unmet
from jospar.rules.core.nouns import Language, Text

from .effects import RemarkAnswered
from .facts import AnswerFacts, AnswerRemark, Settled


@condition(
    "record.day",
    _("The remark was made or answered on {stands_since}, after {on}."),
    _("Correct the day: what was answered later stands."),
)
def follows_remark(facts: AnswerFacts) -> Unmet | None:
    """An answer comes after the remark, and after the answer before it."""
    if facts.stands_since <= facts.case.on:
        return None
    return unmet(stands_since=facts.stands_since, on=facts.case.on)


@check(
    "commission.remarks",
    _("The answer is missing in one of the two languages."),
    _("Write the answer in both languages."),
)
def answer_in_both_languages(
    facts: AnswerFacts, filing: AnswerRemark
) -> Iterator[Unmet]:
    """An answer stands in both languages; what its member withdrew needs none."""
    if filing.settled is Settled.WITHDRAWN and filing.answer == Text():
        return
    for language in (Language.KK, Language.RU):
        if not filing.answer[language]:
            yield unmet(f"answer_{language}")


@act(
    "commission.answer_remark",
    "commission.remarks",
    filing=AnswerRemark,
    conditions=(follows_remark,),
    cautions=(answer_in_both_languages,),
)
def answer_remark(
    facts: AnswerFacts, filing: AnswerRemark
) -> tuple[RemarkAnswered, ...]:
    """The line of the table has its answer, in place of the one before."""
    return (
        RemarkAnswered(
            plan=filing.plan,
            remark=filing.remark,
            on=filing.on,
            answer=filing.answer,
            settled=filing.settled,
        ),
    )
