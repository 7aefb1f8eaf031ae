"""The Ministry takes a registered agreement or event into account."""

from datetime import date

import pytest

from jospar.rules.core.act import Kind, Verdict
from jospar.rules.drafting.consider import consider
from jospar.rules.drafting.effects import OccasionConsidered
from jospar.rules.drafting.facts import Register
from tests.rules import made
from tests.rules.made_occasions import consider as made_filing
from tests.rules.made_occasions import occasion_facts


@pytest.mark.provision("agreements.considered")
@pytest.mark.parametrize("register", Register)
def test_consider(register: Register) -> None:
    """An entry of either register is linked to these concepts from now on."""
    facts, filing = occasion_facts(), made_filing(register=register)
    assert consider.verdict(facts, filing) == Verdict((), ())
    assert consider.effect(facts, filing) == (
        OccasionConsidered(
            register=register,
            key="A-1",
            on=made.DAY,
            concepts=("C-001", "C-004"),
            considered="",
        ),
    )


@pytest.mark.provision("agreements.considered")
@pytest.mark.parametrize(
    ("concepts", "considered", "refused"),
    [
        (("C-001",), "Келісім бар", ()),
        (("C-001",), "", ()),
        ((), "Келісім бар", ()),
        ((), "", ("agreements.considered: linked_or_explained",)),
    ],
)
def test_consider_with_a_concept_or_a_word(
    concepts: tuple[str, ...], considered: str, refused: tuple[str, ...]
) -> None:
    """Of a concept and a word why there is none at least one is given."""
    filing = made_filing(concepts=concepts, considered=considered)
    assert made.said(consider.verdict(occasion_facts(), filing)) == (refused, ())


@pytest.mark.provision("agreements.considered")
def test_consider_with_concepts_that_are_unknown() -> None:
    """Each concept that is not in the record is a caution, and the act stands."""
    verdict = consider.verdict(occasion_facts(unknown=("C-8", "C-9")), made_filing())
    assert made.said(verdict) == (
        (),
        ("agreements.considered: links_what_there_is",) * 2,
    )
    assert [(found.kind, found.values) for found in verdict.cautions] == [
        (Kind.CAUTION, {"key": "C-8"}),
        (Kind.CAUTION, {"key": "C-9"}),
    ]


@pytest.mark.provision("record.day")
@pytest.mark.parametrize(
    ("registered_on", "refused"),
    [(made.DAY, ()), (made.AFTER, ("record.day: follows_registration",))],
)
def test_consider_after_the_registration(
    registered_on: date, refused: tuple[str, ...]
) -> None:
    """An entry is considered on the day of its registration or later."""
    facts = occasion_facts(registered_on=registered_on)
    assert made.said(consider.verdict(facts, made_filing())) == (refused, ())


@pytest.mark.provision("record.day")
@pytest.mark.parametrize(
    ("considered_on", "refused"),
    [(made.DAY, ()), (made.AFTER, ("record.day: follows_consideration",))],
)
def test_consider_anew(considered_on: date, refused: tuple[str, ...]) -> None:
    """What was considered later is not undone by an earlier day."""
    facts = occasion_facts(considered_on=considered_on)
    assert made.said(consider.verdict(facts, made_filing())) == (refused, ())
