"""Look-alikes are told apart."""

import pytest

from jospar.rules.core.act import Verdict
from jospar.rules.core.nouns import Text
from jospar.rules.treaty.effects import ConceptsToldApart
from jospar.rules.treaty.tell_apart import tell_apart
from tests.rules import made
from tests.rules import made_carrying_out as made_rows

pytestmark = pytest.mark.provision("treaties.one")
FILING = made_rows.tell_apart()


def test_tell_apart() -> None:
    """Two concepts are not of one treaty, for a reason."""
    facts = made_rows.pair_facts()
    assert tell_apart.verdict(facts, FILING) == Verdict((), ())
    assert tell_apart.effect(facts, FILING) == (
        ConceptsToldApart("C-001", made.DAY, 2023, "C-007", made_rows.REASON),
    )


def test_tell_apart_what_is_one() -> None:
    """What was linked is not told apart."""
    other = made_rows.of_treaty(year=2023, key="C-007", treaty=8)
    verdict = tell_apart.verdict(made_rows.pair_facts(other=other), FILING)
    assert made.said(verdict) == (("treaties.one: of_two_treaties",), ())


def test_tell_apart_twice() -> None:
    """Two concepts are told apart once."""
    facts = made_rows.pair_facts(told_apart_on=made.BEFORE)
    verdict = tell_apart.verdict(facts, FILING)
    assert made.said(verdict) == (("treaties.one: not_told_apart",), ())


def test_tell_apart_from_itself() -> None:
    """It takes two concepts."""
    facts = made_rows.pair_facts(other=made_rows.of_treaty())
    verdict = tell_apart.verdict(facts, FILING)
    assert made.said(verdict) == (("treaties.one: another_concept",), ())


@pytest.mark.provision("record.reasons")
def test_tell_apart_without_a_reason() -> None:
    """The reason is required, in both languages."""
    filing = made_rows.tell_apart(reason=Text(ru="Другой предмет"))
    verdict = tell_apart.verdict(made_rows.pair_facts(), filing)
    assert made.said(verdict) == (("record.reasons: reason_in_both_languages",), ())
