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
from tests.installation import Installation

pytestmark = pytest.mark.slow


def test_two_at_once(
    jospar: Installation, tmp_path: Path, undisturbed: Undisturbed
) -> None:
    """Two runs of one workbook in one database perform each act once, in order."""
    places = [tmp_path / "first", tmp_path / "second"]
    processes = [jospar.start("year", WORKBOOK, "--out", place) for place in places]
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


def test_two_add_a_person_at_once(jospar: Installation) -> None:
    """One gets the one-time password; the others read that the code is taken."""
    jospar("law")
    person = ("--add", "e.serik", "--name", "Е. Серік", "--office", "auditor")
    processes = [jospar.start("person", *person) for _ in range(3)]
    said = [process.communicate(timeout=60) for process in processes]
    assert sorted(process.returncode for process in processes) == [0, 2, 2]
    for process, (out, err) in zip(processes, said, strict=True):
        assert bool(out) is (process.returncode == 0)
        assert ("“e.serik” is added already" in err) is (process.returncode == 2)


@pytest.mark.postgresql
@pytest.mark.parametrize("entries", [5, 200, 450])
def test_the_connection_is_cut(
    jospar: Installation, out: Path, undisturbed: Undisturbed, entries: int
) -> None:
    """One line says so, and running the year again finishes it."""
    process = jospar.start("year", WORKBOOK, "--out", out)
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
