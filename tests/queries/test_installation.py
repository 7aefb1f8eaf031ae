"""What is watched of the installation itself."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import connection
from pytest_django import Settings

from jospar.procedure import checkpoints, last_backup, reached
from jospar.procedure.clock import Clock
from jospar.procedure.perform import perform
from jospar.queries.installation import installation, journal_state
from jospar.records.models import Work
from tests.procedure.made_chains import sql
from tests.procedure.made_orders import order, perform_act
from tests.rules import made

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 20, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def place(settings: Settings, tmp_path: Path) -> Path:
    """Keep the notes of backups and checkpoints in a place of the test."""
    settings.DATA = tmp_path
    settings.CHECKPOINTS = tmp_path / "checkpoints.jsonl"
    return tmp_path


def test_of_a_new_installation() -> None:
    """There is a database and a disk, and nothing that was done."""
    found = installation()
    assert found.database == connection.vendor
    assert [found.size > 0, found.free > 0] == [True, True]
    assert (found.ahead is None) == (connection.vendor == "sqlite")
    assert found.backup is None
    assert found.journal == journal_state()
    assert (found.journal.last, found.journal.recorded_at) == (0, None)
    assert (found.journal.works, found.journal.signed) == ({}, None)


def test_of_one_at_work(place: Path) -> None:
    """How far each work has come, and how far it is behind."""
    for filing in (made.open_cycle(), made.list_body()):
        perform(order(filing), Clock())
    reached.note(Work.SHIPPED, 1)
    last_backup.note(AT, 1, place / "backup.tar")
    checkpoints.make_key(place / "key.pem")
    key = checkpoints.private_key(place / "key.pem")
    checkpoints.add(place / "checkpoints.jsonl", checkpoints.sign(key, AT))
    found = installation()
    assert found.backup == last_backup.Noted(AT, 1, str(place / "backup.tar"))
    chain = found.journal
    assert (chain.last, chain.signed) == (2, (2, AT))
    assert chain.recorded_at is not None
    assert (chain.behind(Work.SHIPPED), chain.behind(Work.VERIFIED)) == (1, 2)


def test_a_rehearsal_has_no_moment() -> None:
    """Its moments are pretended, and say nothing of the clock."""
    perform_act(made.open_cycle())
    assert (journal_state().last, journal_state().recorded_at) == (1, None)


def test_what_cannot_be_read_is_not_known(place: Path) -> None:
    """Checkpoints and a calendar that make no sense are told by “jospar check”."""
    (place / "checkpoints.jsonl").write_text("{}\n")
    perform_act(made.open_cycle())
    sql(
        "INSERT INTO records_calendaredition (entry, edition, content) "
        "VALUES (9, '2026', 'nonsense')"
    )
    found = installation()
    assert (found.journal.signed, found.known_years) == (None, None)


def test_years_whose_days_off_are_known() -> None:
    """The year before, this one, and two ahead, as far as they were entered."""
    this = Clock().today().year
    known = installation().known_years
    assert known is not None
    assert set(known) <= set(range(this - 1, this + 3))
