"""A year that nothing happened to, to compare with."""

import time
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.faults.outcome import Outcome, run_year
from tests.installation import Installation


class Undisturbed(NamedTuple):
    """An SQLite installation after the year, its outcome, and how long it took."""

    jospar: Installation
    outcome: Outcome
    seconds: float


@pytest.fixture(scope="session")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    """Run the year once, on SQLite; the installation is to be copied, not changed."""
    place = tmp_path_factory.mktemp("undisturbed")
    jospar = Installation(place / "data")
    begun = time.monotonic()
    outcome = run_year(jospar, place / "out")
    return Undisturbed(jospar, outcome, time.monotonic() - begun)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return where results are written to."""
    return tmp_path / "out"
