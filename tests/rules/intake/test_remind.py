"""The Ministry reminds a body that has not answered."""

from datetime import date

import pytest

from jospar.rules.core.act import Verdict
from jospar.rules.core.nouns import Text
from jospar.rules.intake.effects import BodyReminded
from jospar.rules.intake.remind import remind
from tests.rules import made, made_papers

pytestmark = pytest.mark.provision("proposals.reminder")
FILING = made_papers.remind()


def test_remind() -> None:
    """A reminder to a silent body waits in the outbox, with its own words if any."""
    text = Text("Күтеміз", "Ждём")
    filing = made_papers.remind(text=text)
    facts = made_papers.remind_facts()
    assert remind.verdict(facts, filing) == Verdict((), ())
    assert remind.effect(facts, filing) == (
        BodyReminded(body="energy", on=made.DAY, text=text),
    )


@pytest.mark.parametrize(
    ("answered_on", "cautions"),
    [
        (made.BEFORE, ("proposals.reminder: not_answered",)),
        (made.DAY, ("proposals.reminder: not_answered",)),
        (made.AFTER, ()),
    ],
)
def test_remind_a_body_that_answered(
    answered_on: date, cautions: tuple[str, ...]
) -> None:
    """A body that has answered by that day is reminded after a caution."""
    facts = made_papers.remind_facts(answered_on=answered_on)
    assert made.said(remind.verdict(facts, FILING)) == ((), cautions)


def test_remind_while_a_reminder_waits() -> None:
    """A body is reminded anew once the last reminder has left."""
    facts = made_papers.remind_facts(waiting_since=made.BEFORE)
    verdict = remind.verdict(facts, FILING)
    assert made.said(verdict) == (("proposals.reminder: no_reminder_waits",), ())


def test_remind_in_one_language() -> None:
    """Words written by hand stand in both languages."""
    filing = made_papers.remind(text=Text(ru="Ждём"))
    verdict = remind.verdict(made_papers.remind_facts(), filing)
    assert made.said(verdict) == (("outbox.approval: text_in_both_languages",), ())
