"""Two programs at the same moment, or a database that goes away, do no harm."""

import json
from pathlib import Path

import pytest

from tests.example import WORKBOOK
from tests.faults.conftest import Undisturbed
from tests.faults.outcome import (
    one_line,
    outcome,
    run_year,
    wait_for_entries,
)
from tests.installation import UNMEASURED, Installation

pytestmark = pytest.mark.slow


def test_two_at_once(
    jospar: Installation, tmp_path: Path, undisturbed: Undisturbed
) -> None:
    """Two runs of one workbook in one database perform each act once, in order."""
    places = [tmp_path / "first", tmp_path / "second"]
    processes = [
        jospar.start("year", WORKBOOK, "--out", place, environment=UNMEASURED)
        for place in places
    ]
    said = [process.communicate(timeout=120)[1] for process in processes]
    assert (said, [process.returncode for process in processes]) == (["", ""], [1, 1])
    performed = [
        json.loads((place / "report.json").read_text("utf-8"))["performed"]
        for place in places
    ]
    assert sum(performed) == 491
    assert run_year(jospar, tmp_path / "third") == undisturbed.outcome
    assert outcome(places[0]).plans == undisturbed.outcome.plans
    assert outcome(places[1]).plans == undisturbed.outcome.plans


@pytest.mark.postgresql
@pytest.mark.parametrize("entries", [5, 200, 450])
def test_the_connection_is_cut(
    jospar: Installation, out: Path, undisturbed: Undisturbed, entries: int
) -> None:
    """One line says so, and running the year again finishes it."""
    process = jospar.start("year", WORKBOOK, "--out", out, environment=UNMEASURED)
    wait_for_entries(jospar, entries)
    with jospar.database() as sql:
        sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    _out, err = process.communicate(timeout=60)
    assert process.returncode == 2
    assert one_line(err).startswith("jospar: The database failed: ")
    assert run_year(jospar, out) == undisturbed.outcome
