"""The Ministry returns a late concept without looking at it."""

from dataclasses import replace
from datetime import date

import pytest

from jospar.rules.core.act import Verdict
from jospar.rules.intake.effects import ConceptReturned
from jospar.rules.intake.facts import ConceptFacts
from jospar.rules.intake.return_late import return_late
from tests.rules import made

pytestmark = pytest.mark.provision("concepts.late")
FILING = made.return_late()


def late(**changes: object) -> ConceptFacts:
    """Return the facts about a late concept."""
    return made.concept_facts(concept=made.concept(in_time=False, **changes))


def test_return_late() -> None:
    """A late concept goes back to its body."""
    assert return_late.verdict(late(), FILING) == Verdict((), ())
    assert return_late.effect(late(), FILING) == (
        ConceptReturned(key="C-001", on=made.DAY, document="11-2/1"),
    )


def test_return_late_when_it_came_in_time() -> None:
    """A concept that came in time is not returned."""
    verdict = return_late.verdict(made.concept_facts(), FILING)
    assert made.said(verdict) == (("concepts.late: late",), ())


@pytest.mark.parametrize(
    ("received_on", "refused"),
    [(made.DAY, ()), (made.AFTER, ("record.day: follows_receipt",))],
)
def test_return_late_after_the_receipt(
    received_on: date, refused: tuple[str, ...]
) -> None:
    """A concept goes back on the day on which it came, or later."""
    facts = late(received_on=received_on)
    assert made.said(return_late.verdict(facts, FILING)) == (refused, ())


@pytest.mark.parametrize("returned_on", [made.BEFORE, made.DAY, made.AFTER])
def test_return_late_twice(returned_on: date) -> None:
    """A concept is returned once, on whatever day that was."""
    verdict = return_late.verdict(late(returned_on=returned_on), FILING)
    assert made.said(verdict) == (("concepts.late: not_returned_before",), ())


@pytest.mark.parametrize(
    ("withdrawn_on", "refused"),
    [
        (made.BEFORE, ("concepts.late: not_withdrawn",)),
        (made.DAY, ("concepts.late: not_withdrawn",)),
        (made.AFTER, ()),
    ],
)
def test_return_late_when_withdrawn(
    withdrawn_on: date, refused: tuple[str, ...]
) -> None:
    """What its body withdrew by that day is not returned."""
    verdict = return_late.verdict(late(withdrawn_on=withdrawn_on), FILING)
    assert made.said(verdict) == (refused, ())


@pytest.mark.provision("outbox.approval")
@pytest.mark.parametrize(
    ("approved_on", "cautions"),
    [
        (None, ("outbox.approval: approved_here",)),
        (made.BEFORE, ()),
        (made.DAY, ()),
        (made.AFTER, ("outbox.approval: approved_here",)),
    ],
)
def test_return_late_what_was_not_approved(
    approved_on: date | None, cautions: tuple[str, ...]
) -> None:
    """A paper that was not approved by that day leaves after a caution."""
    facts = replace(late(), approved_on=approved_on)
    assert made.said(return_late.verdict(facts, FILING)) == ((), cautions)


@pytest.mark.provision("outbox.approval")
def test_return_late_what_a_file_brings() -> None:
    """No approval is asked for where a file brings what left long ago."""
    facts = replace(late(), approved_on=None)
    facts = replace(facts, case=replace(facts.case, imported=True))
    assert return_late.verdict(facts, FILING) == Verdict((), ())
