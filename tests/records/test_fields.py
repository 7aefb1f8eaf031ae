"""A wording is the same after columns and after JSON."""

from datetime import date

import pytest

from jospar.records.fields import (
    WORDING,
    plain,
    wording_columns,
    wording_from,
    wording_kept,
)
from jospar.rules.core.nouns import Level, Procedure, Text, Wording
from tests.rules import made

WORDINGS = [
    made.wording(),
    made.wording(
        note=Text("Ескерту", "Примечание"),
        level=Level.INTERAGENCY,
        procedure=Procedure.RATIFICATION,
        procedure_from=date(2025, 6, 1),
        procedure_to=date(2025, 9, 30),
    ),
]


@pytest.mark.parametrize("wording", WORDINGS)
def test_a_wording_in_columns(wording: Wording) -> None:
    """It reads from its columns as it was laid in them."""
    columns = wording_columns(wording)
    assert tuple(columns) == WORDING
    assert wording_from(columns) == wording


@pytest.mark.parametrize("wording", WORDINGS)
def test_a_wording_kept_as_json(wording: Wording) -> None:
    """It reads from plain JSON values as it was."""
    kept = plain(wording)
    assert kept["conclude"] == {"first_day": "2025-01-01", "last_day": "2025-12-31"}
    assert wording_kept(kept) == wording
