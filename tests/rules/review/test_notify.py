"""The Ministry sends the conclusion to the body."""

from dataclasses import replace
from datetime import date

import pytest

from jospar.rules.core.act import Verdict
from jospar.rules.core.nouns import Conclusion
from jospar.rules.review.effects import ConclusionNotified
from jospar.rules.review.facts import ReviewFacts
from jospar.rules.review.notify import notify
from tests.rules import made

pytestmark = pytest.mark.provision("conclusions.notice")
FILING = made.notify()


def concluded(
    *, given_on: date = made.DAY, expedient: bool = False, sent_on: date | None = None
) -> ReviewFacts:
    """Return the facts about a concept that was concluded on."""
    conclusion = Conclusion(expedient, given_on)
    concept = made.concept(conclusion=conclusion, notified_on=sent_on)
    return made.review_facts(concept=concept)


@pytest.mark.parametrize("expedient", [True, False])
def test_notify(expedient: bool) -> None:
    """A conclusion of either kind is sent to its body."""
    facts = concluded(expedient=expedient)
    assert notify.verdict(facts, FILING) == Verdict((), ())
    assert notify.effect(facts, FILING) == (
        ConclusionNotified(key="C-001", on=made.DAY, document="11-2/3"),
    )


@pytest.mark.parametrize(
    ("given_on", "refused"),
    [
        (made.BEFORE, ()),
        (made.DAY, ()),
        (made.AFTER, ("conclusions.notice: concluded",)),
    ],
)
def test_notify_after_the_conclusion(given_on: date, refused: tuple[str, ...]) -> None:
    """A conclusion is sent on the day on which it was given, or later."""
    verdict = notify.verdict(concluded(given_on=given_on), FILING)
    assert made.said(verdict) == (refused, ())


@pytest.mark.parametrize(
    ("received_on", "refused"),
    [(made.DAY, ()), (made.AFTER, ("record.day: follows_receipt",))],
)
def test_notify_after_the_receipt(received_on: date, refused: tuple[str, ...]) -> None:
    """A conclusion is sent on the day on which the concept came, or later."""
    concept = made.concept(conclusion=made.EXPEDIENT, received_on=received_on)
    verdict = notify.verdict(made.review_facts(concept=concept), FILING)
    assert made.said(verdict) == (refused, ())


def test_notify_without_a_conclusion() -> None:
    """Where there is no conclusion there is nothing to send."""
    verdict = notify.verdict(made.review_facts(), FILING)
    assert made.said(verdict) == (("conclusions.notice: concluded",), ())


@pytest.mark.parametrize("sent_on", [made.BEFORE, made.DAY, made.AFTER])
def test_notify_twice(sent_on: date) -> None:
    """A conclusion is sent once, on whatever day that was."""
    verdict = notify.verdict(concluded(sent_on=sent_on), FILING)
    assert made.said(verdict) == (("conclusions.notice: not_notified",), ())


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
def test_notify_what_was_not_approved(
    approved_on: date | None, cautions: tuple[str, ...]
) -> None:
    """A paper that was not approved by that day leaves after a caution."""
    facts = replace(concluded(), approved_on=approved_on)
    assert made.said(notify.verdict(facts, FILING)) == ((), cautions)


@pytest.mark.provision("outbox.approval")
def test_notify_what_a_file_brings() -> None:
    """No approval is asked for where a file brings what left long ago."""
    facts = replace(concluded(), approved_on=None)
    facts = replace(facts, case=replace(facts.case, imported=True))
    assert notify.verdict(facts, FILING) == Verdict((), ())
