"""The Ministry gives its conclusion on a concept."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from jospar.rules.core.act import Kind, Verdict
from jospar.rules.core.nouns import Text
from jospar.rules.review.conclude import conclude
from jospar.rules.review.effects import ConclusionGiven
from jospar.rules.review.facts import PreparedConclusion, ReviewFacts
from tests.rules import made

FILING = made.conclude()
AGREED = made.prepared(agreed_on=made.DAY)
OTHER = made.prepared(expedient=False, reasons=Text("Ерте", "Рано"))


def signing(
    prepared: PreparedConclusion | None, filed_by: str = "", *, imported: bool = False
) -> ReviewFacts:
    """Return the facts for a head who signs a conclusion."""
    facts = made.review_facts(prepared=prepared, filed_by=filed_by)
    return replace(facts, case=replace(facts.case, imported=imported))


@pytest.mark.provision("conclusions.deadline")
@pytest.mark.provision("conclusions.expediency")
@pytest.mark.parametrize("prepared", [None, AGREED], ids=["alone", "as prepared"])
@pytest.mark.parametrize("expedient", [True, False])
def test_conclude(expedient: bool, prepared: PreparedConclusion | None) -> None:
    """A treaty is judged expedient or not, with reasons, however late that is."""
    prepared = prepared and replace(prepared, expedient=expedient)
    facts, filing = signing(prepared), made.conclude(expedient=expedient)
    assert conclude.verdict(facts, filing) == Verdict((), ())
    assert conclude.effect(facts, filing) == (
        ConclusionGiven(
            key="C-001",
            expedient=expedient,
            on=made.DAY,
            number="11-2/2",
            reasons=Text("Сауда өседі", "Торговля вырастет"),
            signed_by="Б. Оспанов",
        ),
    )


@pytest.mark.provision("review.preparation")
@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"expedient": False}, ["expedient"]),
        ({"reasons": Text("Ерте", FILING.reasons.ru)}, ["reasons_kk"]),
        ({"reasons": Text(FILING.reasons.kk, "Рано")}, ["reasons_ru"]),
        (
            {"expedient": False, "reasons": Text("Ерте", "Рано")},
            ["expedient", "reasons_kk", "reasons_ru"],
        ),
    ],
    ids=["expedient", "kk", "ru", "all"],
)
def test_conclude_otherwise_than_prepared(
    changes: dict[str, Any], fields: list[str]
) -> None:
    """Each thing that is signed otherwise is a caution."""
    verdict = conclude.verdict(signing(replace(AGREED, **changes)), FILING)
    assert made.said(verdict) == (
        (),
        ("review.preparation: signed_as_prepared",) * len(fields),
    )
    assert [(found.kind, found.field) for found in verdict.cautions] == [
        (Kind.CAUTION, field) for field in fields
    ]


@pytest.mark.provision("review.preparation")
@pytest.mark.parametrize(
    ("agreed_on", "cautions"),
    [
        (made.BEFORE, ()),
        (made.DAY, ()),
        (made.AFTER, ("review.preparation: signed_as_agreed",)),
        (None, ("review.preparation: signed_as_agreed",)),
    ],
)
def test_conclude_before_it_was_agreed(
    agreed_on: date | None, cautions: tuple[str, ...]
) -> None:
    """What was prepared is signed unagreed after a caution."""
    verdict = conclude.verdict(signing(made.prepared(agreed_on=agreed_on)), FILING)
    assert made.said(verdict) == ((), cautions)


@pytest.mark.provision("review.preparation")
def test_conclude_before_it_was_prepared() -> None:
    """What was prepared later had no part in what is signed."""
    later = replace(OTHER, on=made.AFTER)
    assert conclude.verdict(signing(later), FILING) == Verdict((), ())


@pytest.mark.provision("review.four_eyes")
@pytest.mark.parametrize(
    ("filed_by", "cautions"),
    [
        ("", ()),
        ("d.sarsen", ()),
        ("a.akhmetova", ("review.four_eyes: signed_by_another",)),
    ],
)
def test_conclude_on_the_own_concept(filed_by: str, cautions: tuple[str, ...]) -> None:
    """Who filed the concept signs its conclusion after a caution."""
    verdict = conclude.verdict(signing(None, filed_by), FILING)
    assert made.said(verdict) == ((), cautions)


def test_conclude_from_a_file() -> None:
    """How a conclusion that a file brings was prepared is not asked."""
    facts = signing(OTHER, filed_by="a.akhmetova", imported=True)
    assert conclude.verdict(facts, FILING) == Verdict((), ())
    here = conclude.verdict(replace(facts, case=made.review_facts().case), FILING)
    assert made.said(here) == (
        (),
        (
            *("review.preparation: signed_as_prepared",) * 3,
            "review.preparation: signed_as_agreed",
            "review.four_eyes: signed_by_another",
        ),
    )
