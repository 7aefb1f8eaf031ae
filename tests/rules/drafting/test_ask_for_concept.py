"""The Ministry asks a body for a concept on an agreement or event."""

from datetime import date

import pytest

from jospar.rules.core.act import Verdict
from jospar.rules.core.nouns import Text
from jospar.rules.drafting.ask_for_concept import ask_for_concept
from jospar.rules.drafting.effects import ConceptRequested
from jospar.rules.drafting.facts import Register
from tests.rules import made
from tests.rules.made_occasions import ask_for_concept as made_filing
from tests.rules.made_occasions import occasion_facts


@pytest.mark.provision("drafting.requests")
@pytest.mark.provision("agreements.considered")
@pytest.mark.parametrize("register", Register)
def test_ask_for_concept(register: Register) -> None:
    """A body is asked on an entry of either register, by a day."""
    facts, filing = occasion_facts(), made_filing(register=register)
    assert ask_for_concept.verdict(facts, filing) == Verdict((), ())
    assert ask_for_concept.effect(facts, filing) == (
        ConceptRequested(
            register=register,
            key="E-1",
            body="trade",
            on=made.DAY,
            answer_by=made.AFTER,
            question=Text("Шарт керек пе?", "Нужен ли договор?"),
        ),
    )


@pytest.mark.provision("record.terms")
@pytest.mark.parametrize(
    ("answer_by", "refused"),
    [(made.DAY, ()), (made.BEFORE, ("record.terms: time_to_answer",))],
)
def test_ask_for_concept_in_time(answer_by: date, refused: tuple[str, ...]) -> None:
    """The day to answer by is the day of asking or a later one."""
    filing = made_filing(answer_by=answer_by)
    assert made.said(ask_for_concept.verdict(occasion_facts(), filing)) == (refused, ())


@pytest.mark.provision("drafting.requests")
@pytest.mark.parametrize(
    ("question", "fields"),
    [
        (Text("Шарт керек пе?"), ["question_ru"]),
        (Text(ru="Нужен ли договор?"), ["question_kk"]),
        (Text(), ["question_kk", "question_ru"]),
    ],
)
def test_ask_for_concept_in_one_language(question: Text, fields: list[str]) -> None:
    """A question that is missing in a language is a caution."""
    verdict = ask_for_concept.verdict(occasion_facts(), made_filing(question=question))
    assert made.said(verdict) == (
        (),
        ("drafting.requests: question_in_both_languages",) * len(fields),
    )
    assert [caution.field for caution in verdict.cautions] == fields


@pytest.mark.provision("record.day")
@pytest.mark.parametrize(
    ("registered_on", "refused"),
    [(made.DAY, ()), (made.AFTER, ("record.day: follows_registration",))],
)
def test_ask_for_concept_after_the_registration(
    registered_on: date, refused: tuple[str, ...]
) -> None:
    """A body is asked on the day of the registration or later."""
    facts = occasion_facts(registered_on=registered_on)
    assert made.said(ask_for_concept.verdict(facts, made_filing())) == (refused, ())
