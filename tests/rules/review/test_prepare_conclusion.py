"""A conclusion is prepared, to be agreed and signed."""

from datetime import date

import pytest

from jospar.rules.core.act import Verdict
from jospar.rules.core.nouns import Text
from jospar.rules.review.effects import ConclusionPrepared
from jospar.rules.review.prepare_conclusion import prepare_conclusion
from tests.rules import made

FILING = made.prepare_conclusion()


@pytest.mark.provision("review.preparation")
@pytest.mark.parametrize("expedient", [True, False])
def test_prepare_conclusion(expedient: bool) -> None:
    """It says whether the treaty is expedient, why, and who says so."""
    facts, filing = made.review_facts(), made.prepare_conclusion(expedient=expedient)
    assert prepare_conclusion.verdict(facts, filing) == Verdict((), ())
    assert prepare_conclusion.effect(facts, filing) == (
        ConclusionPrepared(
            key="C-001",
            expedient=expedient,
            on=made.DAY,
            reasons=Text("Сауда өседі", "Торговля вырастет"),
            by="a.akhmetova",
        ),
    )


@pytest.mark.provision("record.day")
@pytest.mark.parametrize(
    ("on", "agreed_on", "refusals"),
    [
        (made.BEFORE, None, ()),
        (made.DAY, made.DAY, ()),
        (made.AFTER, None, ("record.day: follows_preparation",)),
        (made.BEFORE, made.AFTER, ("record.day: follows_preparation",)),
    ],
)
def test_prepare_anew(
    on: date, agreed_on: date | None, refusals: tuple[str, ...]
) -> None:
    """What is prepared anew follows what was prepared and agreed before."""
    prepared = made.prepared(on=on, agreed_on=agreed_on)
    verdict = prepare_conclusion.verdict(made.review_facts(prepared=prepared), FILING)
    assert made.said(verdict) == (refusals, ())
