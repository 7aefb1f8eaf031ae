"""Checks of whether the journal is proven, and whether the worker is at work."""

from datetime import UTC, datetime, timedelta

import pytest

from jospar.management.checks import Check, keeping
from jospar.management.checks.finding import Severity
from jospar.procedure import reached
from jospar.procedure.clock import Clock
from jospar.records.models import Reached, Work
from tests.procedure.made_orders import perform_act
from tests.rules import made

pytestmark = pytest.mark.django_db

ADVICE = Severity.ADVICE


def found(check: Check) -> list[tuple[Severity, str]]:
    """Return what a check finds, in English."""
    return [(one.severity, one.message.format(**one.values)) for one in check()]


def test_when_the_journal_was_proven() -> None:
    """Where there is one, every week at least: the records too, not the chain alone."""
    assert found(keeping.verified) == []
    perform_act(made.open_cycle())
    reached.note(Work.VERIFIED, 1)
    assert found(keeping.verified) == [(ADVICE, "The journal was not proven yet.")]
    reached.note(Work.COMPARED, 1)
    Reached.objects.update(at=Clock().now() - timedelta(days=6, hours=23))
    assert found(keeping.verified) == []
    Reached.objects.update(at=datetime(2024, 9, 2, tzinfo=UTC))
    said = "The journal was proven last on 2024-09-02, up to entry 1."
    assert found(keeping.verified) == [(ADVICE, said)]


def test_the_worker() -> None:
    """Whoever tells people has made a pass a short while ago."""
    said = "Notices and mails do not go out: the last pass was {}."
    assert found(keeping.worker) == []
    perform_act(made.open_cycle())
    assert found(keeping.worker) == [(ADVICE, said.format("–"))]
    reached.note(Work.NOTICES, 1)
    Reached.objects.update(at=Clock().now() - timedelta(minutes=14))
    assert found(keeping.worker) == []
    Reached.objects.update(at=datetime(2024, 9, 2, 9, tzinfo=UTC))
    told = said.format("2024-09-02 09:00 UTC")
    assert found(keeping.worker) == [(ADVICE, told)]
