"""A concept is marked “for official use”, or the mark is lifted."""

from datetime import date

import pytest

from jospar.rules.core.act import Verdict
from jospar.rules.core.offices import Office
from jospar.rules.intake.effects import HandlingMarked
from jospar.rules.intake.facts import HandlingFacts, MarkHandling
from jospar.rules.intake.mark_handling import mark_handling
from tests.rules import made

SET, LIFT = made.mark_handling(), made.mark_handling(official_use=False)
MARKED = made.handling_facts(official_use=True, since=made.BEFORE)


@pytest.mark.provision("record.handling")
@pytest.mark.parametrize(
    ("facts", "filing"), [(made.handling_facts(), SET), (MARKED, LIFT)]
)
def test_mark_handling(facts: HandlingFacts, filing: MarkHandling) -> None:
    """The concept bears the mark from now on, or no longer, for a reason."""
    assert mark_handling.verdict(facts, filing) == Verdict((), ())
    assert made.effect_of(mark_handling, facts, filing) == HandlingMarked(
        key="C-001",
        on=made.DAY,
        official_use=filing.official_use,
        reason="Келіссөздер жүріп жатыр",
    )


@pytest.mark.provision("record.handling")
def test_mark_handling_twice() -> None:
    """A concept is marked once until the mark is lifted."""
    assert made.said(mark_handling.verdict(MARKED, SET)) == (
        ("record.handling: not_marked_yet",),
        (),
    )


@pytest.mark.provision("record.handling")
def test_lift_no_mark() -> None:
    """Only a mark that stands is lifted."""
    assert made.said(mark_handling.verdict(made.handling_facts(), LIFT)) == (
        ("record.handling: has_mark_to_lift",),
        (),
    )


@pytest.mark.provision("record.day")
@pytest.mark.parametrize(
    ("since", "refused"),
    [
        (None, ()),
        (made.DAY, ()),
        (made.AFTER, ("record.day: after_the_last_change",)),
    ],
)
def test_mark_handling_after_the_last_change(
    since: date | None, refused: tuple[str, ...]
) -> None:
    """A mark changes on the day of its last change, or later."""
    facts = made.handling_facts(since=since)
    assert made.said(mark_handling.verdict(facts, SET)) == (refused, ())


@pytest.mark.provision("record.handling")
@pytest.mark.parametrize("reason", ["", " "])
def test_mark_handling_without_a_reason(reason: str) -> None:
    """A mark is set or lifted for a reason."""
    filing = made.mark_handling(reason=reason)
    assert made.said(mark_handling.verdict(made.handling_facts(), filing)) == (
        ("record.handling: says_why",),
        (),
    )


@pytest.mark.provision("record.day")
@pytest.mark.parametrize(
    ("received_on", "refused"),
    [(made.DAY, ()), (made.AFTER, ("record.day: follows_receipt",))],
)
def test_mark_handling_after_receipt(
    received_on: date, refused: tuple[str, ...]
) -> None:
    """A concept is marked on the day on which it came, or later."""
    facts = made.handling_facts(concept=made.concept(received_on=received_on))
    assert made.said(mark_handling.verdict(facts, SET)) == (refused, ())


@pytest.mark.provision("offices.table")
@pytest.mark.parametrize(
    ("body", "refused"),
    [("energy", ()), ("mid", ("offices.table: own_concept",))],
)
def test_mark_handling_by_a_body(body: str, refused: tuple[str, ...]) -> None:
    """Only a body that proposes the treaty marks its concept."""
    facts = made.handling_facts(case=made.acting(Office.BODY_OFFICER, body))
    assert made.said(mark_handling.verdict(facts, SET)) == (refused, ())
