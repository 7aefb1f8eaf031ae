"""The figures: who may ask for them, what they say, and how much they ask."""

from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from prometheus_client.parser import text_string_to_metric_families
from pytest_django import Settings

from jospar.notices.models import Delivery, Notice
from jospar.procedure import last_backup, reached
from jospar.records.models import Work
from jospar.rules.core.nouns import PaperKind
from jospar.rules.core.sentences import ToldError
from jospar.web.watching import figures
from tests.procedure.made_orders import perform_act
from tests.procedure.small_year import REFERENCE
from tests.queries.made_record import DURING, LATE, do, open_cycle, place, submit
from tests.rules import made, made_papers

pytestmark = pytest.mark.django_db

KEY = "t" * 40
AT = datetime(2026, 11, 20, 9, tzinfo=UTC)
MORE = int(connection.vendor == "postgresql")
"""Queries that are asked of PostgreSQL alone."""


@pytest.fixture(autouse=True)
def token(settings: Settings, tmp_path: Path) -> None:
    """Let the figures be asked for, of a directory of the test."""
    settings.METRICS_TOKEN = KEY
    settings.DATA = tmp_path


def asked(authorization: str) -> int:
    """Return the status of the answer."""
    return (
        Client().get("/metrics", headers={"Authorization": authorization}).status_code
    )


def told() -> dict[str, float]:
    """Return the figures of the installation, by name and labels."""
    answer = Client().get("/metrics", headers={"Authorization": f"Bearer {KEY}"})
    return {
        sample.name
        + "".join(f" {value}" for value in sample.labels.values()): sample.value
        for family in text_string_to_metric_families(answer.content.decode())
        for sample in family.samples
        if family.type == "gauge"
    }


@pytest.mark.parametrize(
    ("authorization", "status"),
    [
        (f"Bearer {KEY}", 200),
        (f"Bearer {KEY}t", 404),
        (f"Bearer {KEY[1:]}", 404),
        (f"Basic {KEY}", 404),
        (KEY, 404),
        ("Bearer ", 404),
        ("Bearer Ә", 404),
        ("", 404),
    ],
)
def test_who_has_the_token(authorization: str, status: int) -> None:
    """To others there is no such page."""
    assert asked(authorization) == status


@pytest.mark.parametrize("authorization", ["Bearer ", "Bearer", ""])
def test_without_a_token_there_is_no_page(
    settings: Settings, authorization: str
) -> None:
    """An installation that gave none shows nothing."""
    settings.METRICS_TOKEN = ""
    assert asked(authorization) == 404


def _record() -> None:
    """Leave something to be seen of everything."""
    for filing in REFERENCE:
        perform_act(filing)
    reached.note(Work.VERIFIED, 2, "f" * 64)
    last_backup.note(AT, 3, Path("backup.tar"))
    waiting = Delivery.objects.create(
        person="head", key="1", digest=False, next_attempt_at=AT, last_error="refused"
    )
    Notice.objects.create(
        person="head",
        key="1",
        kind="k",
        year=2024,
        parameters={},
        at_once=True,
        created_at=AT,
        delivery=waiting,
    )
    states = Delivery.State
    for state, key in ((states.SENT, "2"), (states.FAILED, "3"), (states.FAILED, "4")):
        Delivery.objects.create(
            person="head",
            key=key,
            digest=False,
            next_attempt_at=AT,
            state=state,
            sent_at=AT if state == states.SENT else None,
        )


def test_what_they_say() -> None:
    """Each is what stands in the record, on the disk and in the mail."""
    _record()
    found = told()
    sizes = ("jospar_database_bytes", "jospar_disk_free_bytes")
    assert [found.pop(name) > 0 for name in sizes] == [True, True]
    assert found.pop("jospar_work_timestamp_seconds verified") > AT.timestamp()
    assert found.pop("jospar_calendar_last_year") >= 2026
    found.pop("jospar_database_clock_ahead_seconds", None)
    assert found == {
        f"jospar_info {version('jospar')}": 1,
        "jospar_database_up": 1,
        "jospar_journal_entries": len(REFERENCE),
        "jospar_work_entry verified": 2,
        "jospar_backup_entry": 3,
        "jospar_backup_timestamp_seconds": AT.timestamp(),
        "jospar_mails waiting": 1,
        "jospar_mails tried_again": 1,
        "jospar_mails failed": 2,
        "jospar_mail_oldest_timestamp_seconds": AT.timestamp(),
        "jospar_mail_sent_timestamp_seconds": AT.timestamp(),
        **papers(),
    }


def papers(overdue: int = 0, **waiting: int) -> dict[str, float]:
    """Return the figures of the outbox."""
    counts = {f"jospar_outbox_papers {kind}": 0 for kind in PaperKind}
    counts |= {f"jospar_outbox_papers {kind}": n for kind, n in waiting.items()}
    return {"jospar_outbox_overdue": overdue, **counts}


def test_papers_that_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that were sent are counted no more, nor where no day can be counted."""

    def told_of_papers() -> dict[str, float]:
        return {key: one for key, one in told().items() if "outbox" in key}

    open_cycle()
    assert told_of_papers() == papers()
    submit("C-1", received_at=LATE)
    place("C-2")
    do(made_papers.remind(on=DURING))
    expected = papers(1, return_letter=1, conclusion_notice=1, reminder=1)
    assert told_of_papers() == expected
    do(made.return_late(key="C-1", on=DURING))
    assert told_of_papers() == expected | {"jospar_outbox_papers return_letter": 0}

    def fails(today: date) -> None:
        raise ToldError("The calendar cannot be read.")

    monkeypatch.setattr(figures, "papers_waiting", fails)
    assert told_of_papers() == {}


def test_without_a_database(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is counted in the process is told all the same."""

    def fails() -> None:
        raise OperationalError("away")

    monkeypatch.setattr(figures, "installation", fails)
    assert told() == {f"jospar_info {version('jospar')}": 1, "jospar_database_up": 0}


def test_how_much_is_asked() -> None:
    """As much whatever the record holds, and a cycle has an outbox."""
    headers = {"Authorization": f"Bearer {KEY}"}
    counts = []
    for fill in (None, _record):
        if fill is not None:
            fill()
        with CaptureQueriesContext(connection) as queries:
            Client().get("/metrics", headers=headers)
        counts.append(len(queries))
    assert counts == [9 + MORE, 31 + MORE]
