"""The receipts of revisions in a workbook: acts of their own behind the sendings."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from jospar.procedure import journal
from jospar.records.models import RevisionSending
from tests.exchange.later_rows import AGREED_YEAR, LAST_DAY, UNASKED, change
from tests.exchange.workbooks import row
from tests.exchange.years import Year

AMENDED = {**AGREED_YEAR, "instructions": [UNASKED], "amendments": [change()]}


def sent(**changes: Any) -> dict[str, Any]:
    """Return the amended year with one sending."""
    return {**AMENDED, "revision_sendings": [row("revision_sendings", **changes)]}


def receipts() -> Iterator[tuple[date, str]]:
    """Yield the day of each receipt, and the paper that it is known from."""
    for entry in journal.entries():
        if entry.act == "amendment.acknowledge":
            yield entry.read().on, entry.read().document


def test_a_receipt_that_a_later_run_adds(year: Year) -> None:
    """The sending stands as it did, and its receipt is recorded, once."""
    first = year(today=LAST_DAY, **sent(acknowledged_on=None))
    assert list(receipts()) == []
    for _ in range(2):
        again = year(today=LAST_DAY, **sent())
        assert (again.performed, *again.said) == (0, [], [])
        assert list(receipts()) == [(date(2025, 3, 15), "11-2/41")]
    days = RevisionSending.objects.values_list("on", "acknowledged_on")
    assert list(days) == [(date(2025, 3, 14), date(2025, 3, 15))]
    assert first.refused == []


def test_a_receipt_on_the_day_of_the_sending(year: Year) -> None:
    """It stands behind the sending."""
    ran = year(today=LAST_DAY, **sent(acknowledged_on=date(2025, 3, 14)))
    assert (ran.said, list(receipts())) == (([], []), [(date(2025, 3, 14), "11-2/41")])
