"""What earlier versions kept is brought up to date, and the journal proves it."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.installation import Installation
from tests.records.kept_versions import counts, kept

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("version", kept())
def test_data_of_an_earlier_version_are_brought_up_to_date(
    installations: Callable[..., Installation], version: str
) -> None:
    """After the migrations every record is what the journal says, field by field."""
    jospar = installations(empty=True)
    module = ("-m", "tests.records.kept_versions", "put-back", version)
    with jospar.start(*module, program=Path(sys.executable)) as process:
        _out, err = process.communicate(timeout=120)
    assert (process.returncode, err) == (0, "")
    said = jospar("journal", "verify")
    assert (said.status, said.err) == (0, "")
    with jospar.database() as sql:
        tables = counts(version)
        assert tables["records_journalentry"] > 0
        assert {
            table: sql(f"SELECT count(*) FROM {table}")[0][0]  # noqa: S608 - our own names
            for table in tables
        } == tables
