"""A revision is sent to its recipients with a letter that was approved."""

from datetime import date

import pytest

from jospar.rules.amendment.send_out import send_out
from tests.rules import made, made_amendments
from tests.rules.made import AFTER, BEFORE, DAY


@pytest.mark.provision("outbox.approval")
@pytest.mark.parametrize(
    ("approved_on", "cautions"),
    [
        (BEFORE, ()),
        (DAY, ()),
        (AFTER, ("outbox.approval: approved_here",)),
        (None, ("outbox.approval: approved_here",)),
    ],
)
def test_a_letter_is_approved_before_it_leaves(
    approved_on: date | None, cautions: tuple[str, ...]
) -> None:
    """Who sends it without that is asked first."""
    facts = made_amendments.send_out_facts(approved_on=approved_on)
    verdict = send_out.verdict(facts, made_amendments.send_out())
    assert made.said(verdict) == ((), cautions)
