"""``jospar notices``: one pass, or passes until it is stopped."""

import signal
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from jospar.notices.models import Notice
from jospar.procedure.rehearsal import rehearse_on
from jospar.rules.core.offices import Actor, Office
from jospar.web.writing.drafts import new_draft
from tests.installation import Installation, Said
from tests.notices.made_notices import appoint, notice
from tests.queries.made_record import open_cycle
from tests.web.seats import seat

Command = Callable[..., Said]


@pytest.mark.django_db
def test_a_pass_says_what_it_did(command: Command) -> None:
    """The second one finds nothing left to do."""
    appoint("a", "head", email="a@mfa.gov.kz")
    notice("a")
    lines = [
        "Entries read: 0",
        "Notices of acts: 0",
        "Reminders: 0",
        "Mails made: {0}",
        "Mails sent: {0}",
        "Mails not sent: 0",
    ]
    first, second = command("notices"), command("notices")
    for said, count in ((first, 1), (second, 0)):
        text = "\n".join(lines).format(count)
        assert said == Said(0, f"{text}\n", "")


@pytest.mark.django_db
def test_a_mail_that_failed_is_shown(command: Command) -> None:
    """It names the address, the cause and the next attempt."""
    appoint("a", "head", email="a@mfa.gov.kz\nBcc: x")
    notice("a", created_at=datetime.now(UTC) - timedelta(days=1))
    out = command("notices").out
    assert "\nMails not sent: 1\n  a@mfa.gov.kz Bcc: x: " in out
    assert out.count("tried again at") == 1
    assert Notice.objects.get().delivery is not None


@pytest.mark.django_db
@pytest.mark.parametrize("minutes", ["0", "-1", "often", "10000"])
def test_what_is_no_number_of_minutes(command: Command, minutes: str) -> None:
    """It is told in one line."""
    said = command("notices", "--every", minutes)
    assert (said.status, said.out) == (2, "")
    assert said.err.endswith("not a number of minutes, from 1 to 9999\n")


@pytest.mark.django_db
def test_who_has_a_draft_is_reminded_of_it(command: Command) -> None:
    """A draft is no filing, and whoever writes one is told so before the last day."""
    open_cycle()
    seat(Office.BODY_OFFICER, "trade")
    rehearse_on(date(2024, 9, 24))
    new_draft(Actor("x", Office.BODY_OFFICER, "trade"), 2024)
    assert command("notices").status == 0
    assert Notice.objects.get(person="body_officer-trade").kind == "drafts_unfiled"


@pytest.mark.slow
@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGINT])
def test_the_loop_stops_when_asked(jospar: Installation, asked: signal.Signals) -> None:
    """The pass is ended, and nothing is told amiss."""
    process = jospar.start("notices", "--every", "60")
    assert process.stdout is not None
    lines = [process.stdout.readline() for _ in range(6)]
    process.send_signal(asked)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, lines[0], out, err) == (0, "Entries read: 0\n", "", "")
