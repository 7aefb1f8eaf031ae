"""Whole years for the tests."""

from pathlib import Path

import pytest

from tests.exchange.years import Year, runner


@pytest.fixture
def year(db: None, tmp_path: Path) -> Year:
    """Run years one after another in one database."""
    return runner(tmp_path)
