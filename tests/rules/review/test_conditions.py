"""What the acts of review share, from the questions to the conclusion."""

from datetime import date
from typing import Any

import pytest

from jospar.rules.core.act import Act
from jospar.rules.core.nouns import Conclusion, Text
from jospar.rules.review.agree_conclusion import agree_conclusion
from jospar.rules.review.ask_clarification import ask_clarification
from jospar.rules.review.ask_opinion import ask_opinion
from jospar.rules.review.conclude import conclude
from jospar.rules.review.prepare_conclusion import prepare_conclusion
from tests.rules import made

QUESTIONS: list[tuple[Act[Any, Any], Any, Any]] = [
    (ask_opinion, made.question_facts, made.ask_opinion),
    (ask_clarification, made.question_facts, made.ask_clarification),
]
JUDGEMENTS: list[tuple[Act[Any, Any], Any, Any]] = [
    (conclude, made.review_facts, made.conclude),
    (prepare_conclusion, made.review_facts, made.prepare_conclusion),
]
AGREEMENT: tuple[Act[Any, Any], Any, Any] = (
    agree_conclusion,
    lambda **changes: made.review_facts(prepared=made.prepared(), **changes),
    made.agree_conclusion,
)
Acts = tuple[Act[Any, Any], Any, Any]

questions = pytest.mark.parametrize("acts", QUESTIONS, ids=lambda acts: acts[0].code)
judgements = pytest.mark.parametrize(
    "acts", [*JUDGEMENTS, AGREEMENT], ids=lambda acts: acts[0].code
)
every_act = pytest.mark.parametrize(
    "acts", [*QUESTIONS, *JUDGEMENTS, AGREEMENT], ids=lambda acts: acts[0].code
)


def refused(acts: Acts, **changes: object) -> tuple[str, ...]:
    """Return what refuses the act on a concept, when its filing is in order."""
    act, facts_with, filing = acts
    facts = facts_with(concept=made.concept(**changes))
    refusals, cautions = made.said(act.verdict(facts, filing()))
    assert cautions == ()
    return refusals


@every_act
@pytest.mark.provision("record.day")
@pytest.mark.parametrize(
    ("received_on", "refusals"),
    [(made.DAY, ()), (made.AFTER, ("record.day: follows_receipt",))],
)
def test_after_the_receipt(
    acts: Acts, received_on: date, refusals: tuple[str, ...]
) -> None:
    """A concept is looked at on the day of its receipt, or later."""
    assert refused(acts, received_on=received_on) == refusals


@every_act
@pytest.mark.provision("concepts.late")
@pytest.mark.parametrize(
    ("in_time", "refusals"), [(True, ()), (False, ("concepts.late: in_time",))]
)
def test_late_concepts(acts: Acts, in_time: bool, refusals: tuple[str, ...]) -> None:
    """What came late is not looked at."""
    assert refused(acts, in_time=in_time) == refusals


@judgements
@pytest.mark.provision("concepts.languages")
@pytest.mark.parametrize(
    ("complete_on", "refusals"),
    [
        (made.BEFORE, ()),
        (made.DAY, ()),
        (made.AFTER, ("concepts.languages: complete",)),
        (None, ("concepts.languages: complete",)),
    ],
)
def test_incomplete_concepts(
    acts: Acts, complete_on: date | None, refusals: tuple[str, ...]
) -> None:
    """A concept is judged from the day on which it was complete."""
    assert refused(acts, complete_on=complete_on) == refusals


@questions
def test_questions_about_incomplete_concepts(acts: Acts) -> None:
    """A concept that lacks a text can be asked about."""
    assert refused(acts, complete_on=None) == ()


@every_act
@pytest.mark.provision("conclusions.expediency")
@pytest.mark.parametrize("gone", ["withdrawn", "returned"])
@pytest.mark.parametrize(
    ("on", "is_gone"), [(made.BEFORE, True), (made.DAY, True), (made.AFTER, False)]
)
def test_concepts_that_are_gone(acts: Acts, gone: str, on: date, is_gone: bool) -> None:
    """What was withdrawn or returned by that day is looked at no more."""
    refusals = (f"conclusions.expediency: not_{gone}",) if is_gone else ()
    assert refused(acts, **{f"{gone}_on": on}) == refusals


@every_act
@pytest.mark.provision("conclusions.expediency")
@pytest.mark.parametrize("expedient", [True, False])
@pytest.mark.parametrize("given_on", [made.BEFORE, made.AFTER])
def test_concepts_that_were_concluded_on(
    acts: Acts, expedient: bool, given_on: date
) -> None:
    """After its conclusion nothing is left to review, whatever it was."""
    conclusion = Conclusion(expedient, given_on)
    assert refused(acts, conclusion=conclusion) == (
        "conclusions.expediency: not_concluded",
    )


@judgements
def test_everything_at_once(acts: Acts) -> None:
    """All that speaks against judging a concept is said together."""
    assert refused(
        acts,
        received_on=made.AFTER,
        in_time=False,
        complete_on=None,
        withdrawn_on=made.DAY,
        returned_on=made.DAY,
        conclusion=made.EXPEDIENT,
    ) == (
        "record.day: follows_receipt",
        "concepts.late: in_time",
        "concepts.languages: complete",
        "conclusions.expediency: not_withdrawn",
        "conclusions.expediency: not_returned",
        "conclusions.expediency: not_concluded",
    )


@pytest.mark.parametrize("acts", JUDGEMENTS, ids=lambda acts: acts[0].code)
@pytest.mark.provision("conclusions.expediency")
@pytest.mark.parametrize(
    ("reasons", "fields"),
    [
        (Text("Себебі", "Причина"), []),
        (Text("Себебі", ""), ["reasons_ru"]),
        (Text("", "Причина"), ["reasons_kk"]),
        (Text(), ["reasons_kk", "reasons_ru"]),
    ],
)
def test_reasons_in_both_languages(
    acts: Acts, reasons: Text, fields: list[str]
) -> None:
    """Reasons that are missing in a language are a caution each, and refuse nothing."""
    act, facts, filing = acts
    verdict = act.verdict(facts(), filing(reasons=reasons))
    assert made.said(verdict) == (
        (),
        ("conclusions.expediency: reasons_in_both_languages",) * len(fields),
    )
    assert [caution.field for caution in verdict.cautions] == fields


@questions
@pytest.mark.provision("record.terms")
@pytest.mark.parametrize(
    ("answer_by", "refusals"),
    [
        (made.AFTER, ()),
        (made.DAY, ()),
        (made.BEFORE, ("record.terms: leaves_time",)),
    ],
)
def test_time_for_an_answer(
    acts: Acts, answer_by: date, refusals: tuple[str, ...]
) -> None:
    """An answer is wanted on the day of its question, or later."""
    act, facts, filing = acts
    verdict = act.verdict(facts(), filing(answer_by=answer_by))
    assert made.said(verdict) == (refusals, ())
    assert [found.field for found in verdict.refusals] == ["answer_by"] * len(refusals)
