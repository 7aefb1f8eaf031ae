"""A second person agrees to a prepared conclusion."""

from dataclasses import replace
from datetime import date

import pytest

from jospar.rules.core.act import Kind, Verdict
from jospar.rules.review.agree_conclusion import agree_conclusion
from jospar.rules.review.effects import ConclusionAgreed
from tests.rules import made

FILING = made.agree_conclusion()


@pytest.mark.provision("review.preparation")
def test_agree_conclusion() -> None:
    """It is known who agreed, and when."""
    facts = made.review_facts(prepared=made.prepared())
    assert agree_conclusion.verdict(facts, FILING) == Verdict((), ())
    assert agree_conclusion.effect(facts, FILING) == (
        ConclusionAgreed(key="C-001", on=made.DAY, by="a.akhmetova"),
    )


@pytest.mark.provision("review.preparation")
@pytest.mark.parametrize(
    ("on", "refusals"),
    [
        (made.BEFORE, ()),
        (made.DAY, ()),
        (made.AFTER, ("review.preparation: is_prepared",)),
    ],
)
def test_agree_to_what_is_prepared(on: date, refusals: tuple[str, ...]) -> None:
    """A conclusion is agreed on the day on which it was prepared, or later."""
    facts = made.review_facts(prepared=made.prepared(on=on))
    assert made.said(agree_conclusion.verdict(facts, FILING)) == (refusals, ())


@pytest.mark.provision("review.preparation")
def test_agree_to_nothing() -> None:
    """Where nothing is prepared there is nothing to agree to."""
    assert made.said(agree_conclusion.verdict(made.review_facts(), FILING)) == (
        ("review.preparation: is_prepared",),
        (),
    )


@pytest.mark.provision("review.preparation")
@pytest.mark.parametrize("agreed_on", [made.BEFORE, made.DAY, made.AFTER])
def test_agree_twice(agreed_on: date) -> None:
    """What is prepared is agreed once, on whatever day that was."""
    facts = made.review_facts(prepared=made.prepared(agreed_on=agreed_on))
    assert made.said(agree_conclusion.verdict(facts, FILING)) == (
        ("review.preparation: not_agreed",),
        (),
    )


@pytest.mark.provision("review.four_eyes")
@pytest.mark.parametrize(
    ("by", "imported", "cautioned"),
    [
        ("d.sarsen", False, False),
        ("a.akhmetova", False, True),
        ("a.akhmetova", True, False),
    ],
    ids=["another", "oneself", "from a file"],
)
def test_agree_with_oneself(by: str, imported: bool, cautioned: bool) -> None:
    """Who prepared the conclusion agrees to it after a caution."""
    facts = made.review_facts(prepared=made.prepared(by=by))
    facts = replace(facts, case=replace(facts.case, imported=imported))
    verdict = agree_conclusion.verdict(facts, FILING)
    cautions = ("review.four_eyes: agreed_by_another",) if cautioned else ()
    assert made.said(verdict) == ((), cautions)
    assert [found.kind for found in verdict.cautions] == [Kind.CAUTION] * cautioned
