"""Bodies take over from others."""

import pytest

from jospar.rules.core.act import Verdict
from jospar.rules.reference.effects import BodySucceeded
from jospar.rules.reference.succeed_body import succeed_body
from tests.rules import made
from tests.rules import made_carrying_out as made_rows

pytestmark = pytest.mark.provision("bodies.succession")
FILING = made_rows.succeed_body()


def test_succeed_body() -> None:
    """The successor answers from a day on, by a document."""
    facts = made_rows.succession_facts()
    assert succeed_body.verdict(facts, FILING) == Verdict((), ())
    assert succeed_body.effect(facts, FILING) == (
        BodySucceeded("trade", "energy", made.DAY, "№ 77"),
    )


def test_succeed_a_body_twice() -> None:
    """A body has one successor."""
    facts = made_rows.succession_facts(succeeded_by="mid", since=made.BEFORE)
    verdict = succeed_body.verdict(facts, FILING)
    assert made.said(verdict) == (("bodies.succession: not_succeeded_before",), ())


@pytest.mark.parametrize(
    ("in_the_end", "refused"),
    [
        ("energy", ()),
        ("mid", ()),
        ("trade", ("bodies.succession: succession_ends",)),
    ],
)
def test_succeed_in_a_circle(in_the_end: str, refused: tuple[str, ...]) -> None:
    """A body does not take over from itself, in however many steps."""
    facts = made_rows.succession_facts(answers_in_the_end=in_the_end)
    assert made.said(succeed_body.verdict(facts, FILING)) == (refused, ())
