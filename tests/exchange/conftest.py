"""Years for the tests of the workbook."""

from pathlib import Path

import pytest

from tests.exchange.years import Year, runner


@pytest.fixture
def year(db: None, tmp_path: Path) -> Year:
    """Run small years one after another in one database."""
    return runner(tmp_path)
