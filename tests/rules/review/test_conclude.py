"""The Ministry gives its conclusion on a concept."""

from datetime import date

import pytest

from jospar.rules.core.act import Kind, Verdict
from jospar.rules.core.nouns import Conclusion, Text
from jospar.rules.review.conclude import conclude
from jospar.rules.review.effects import ConclusionGiven
from tests.rules import made


def refused(**changes: object) -> tuple[str, ...]:
    """Return what refuses a conclusion on a concept, whose filing is in order."""
    facts = made.review_facts(concept=made.concept(**changes))
    refusals, cautions = made.said(conclude.verdict(facts, made.conclude()))
    assert cautions == ()
    return refusals


@pytest.mark.provision("conclusions.deadline")
@pytest.mark.provision("conclusions.expediency")
@pytest.mark.parametrize("expedient", [True, False])
def test_conclude(expedient: bool) -> None:
    """A treaty is judged expedient or not, with reasons, however late that is."""
    facts, filing = made.review_facts(), made.conclude(expedient=expedient)
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


@pytest.mark.provision("record.day")
@pytest.mark.parametrize(
    ("received_on", "refusals"),
    [(made.DAY, ()), (made.AFTER, ("record.day: follows_receipt",))],
)
def test_conclude_after_the_receipt(
    received_on: date, refusals: tuple[str, ...]
) -> None:
    """A conclusion is given on the day of the receipt, or later."""
    assert refused(received_on=received_on) == refusals


@pytest.mark.provision("concepts.late")
def test_conclude_on_a_late_concept() -> None:
    """No conclusion is given on what came late."""
    assert refused(in_time=False) == ("concepts.late: in_time",)


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
def test_conclude_on_an_incomplete_concept(
    complete_on: date | None, refusals: tuple[str, ...]
) -> None:
    """A conclusion is given from the day on which the concept was complete."""
    assert refused(complete_on=complete_on) == refusals


@pytest.mark.provision("conclusions.expediency")
@pytest.mark.parametrize("act", ["withdrawn", "returned"])
@pytest.mark.parametrize(
    ("on", "gone"), [(made.BEFORE, True), (made.DAY, True), (made.AFTER, False)]
)
def test_conclude_on_what_is_gone(act: str, on: date, gone: bool) -> None:
    """What was withdrawn or returned by that day is not judged."""
    refusals = (f"conclusions.expediency: not_{act}",) if gone else ()
    assert refused(**{f"{act}_on": on}) == refusals


@pytest.mark.provision("conclusions.expediency")
@pytest.mark.parametrize("expedient", [True, False])
@pytest.mark.parametrize("given_on", [made.BEFORE, made.AFTER])
def test_conclude_twice(expedient: bool, given_on: date) -> None:
    """A concept is concluded on once, whatever was concluded whenever."""
    conclusion = Conclusion(expedient, given_on)
    assert refused(conclusion=conclusion) == ("conclusions.expediency: not_concluded",)


@pytest.mark.provision("conclusions.expediency")
@pytest.mark.parametrize(
    ("reasons", "fields"),
    [
        (Text("Себебі", ""), ["reasons_ru"]),
        (Text("", "Причина"), ["reasons_kk"]),
        (Text(), ["reasons_kk", "reasons_ru"]),
    ],
)
def test_conclude_without_reasons(reasons: Text, fields: list[str]) -> None:
    """Reasons that are missing in a language are a caution each, and refuse nothing."""
    filing = made.conclude(reasons=reasons)
    verdict = conclude.verdict(made.review_facts(), filing)
    assert verdict.refusals == ()
    assert [
        (caution.kind, caution.code, caution.field) for caution in verdict.cautions
    ] == [(Kind.CAUTION, "reasons_in_both_languages", field) for field in fields]


def test_conclude_on_everything_at_once() -> None:
    """All reasons against a conclusion are said together."""
    assert refused(
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
