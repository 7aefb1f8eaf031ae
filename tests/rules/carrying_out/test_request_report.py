"""The Ministry asks a body for its report."""

from datetime import date

import pytest

from jospar.rules.carrying_out.effects import ReportRequested
from jospar.rules.carrying_out.facts import Quarter
from jospar.rules.carrying_out.request_report import request_report
from jospar.rules.core.act import Verdict
from tests.rules import made
from tests.rules import made_carrying_out as made_rows

pytestmark = pytest.mark.provision("control.requests")


def test_request_report() -> None:
    """The body has to report on the quarter by a day."""
    facts, filing = made_rows.request_facts(), made_rows.request_report()
    assert request_report.verdict(facts, filing) == Verdict((), ())
    assert request_report.effect(facts, filing) == (
        ReportRequested("trade", made.DAY, 2024, 4, date(2025, 1, 10)),
    )


def test_request_a_report_twice() -> None:
    """A body is asked once about a quarter."""
    facts = made_rows.request_facts(asked_on=made.BEFORE)
    verdict = request_report.verdict(facts, made_rows.request_report())
    assert made.said(verdict) == (("control.requests: not_asked_before",), ())


def test_request_a_report_of_nothing() -> None:
    """A body that answers for no row is not asked."""
    facts = made_rows.request_facts(has_rows=False)
    verdict = request_report.verdict(facts, made_rows.request_report())
    assert made.said(verdict) == (("control.requests: has_rows",), ())


@pytest.mark.parametrize(
    ("on", "refused"),
    [
        (date(2024, 9, 30), ("control.requests: quarter_has_begun",)),
        (date(2024, 10, 1), ()),
    ],
)
def test_request_a_report_of_a_quarter_to_come(
    on: date, refused: tuple[str, ...]
) -> None:
    """A quarter is asked about from its first day."""
    verdict = request_report.verdict(
        made_rows.request_facts(), made_rows.request_report(on=on)
    )
    assert made.said(verdict) == (refused, ())


@pytest.mark.parametrize(
    ("quarter", "month"),
    [
        (Quarter.FIRST, 1),
        (Quarter.SECOND, 4),
        (Quarter.THIRD, 7),
        (Quarter.FOURTH, 10),
    ],
)
def test_quarters(quarter: Quarter, month: int) -> None:
    """A quarter begins every third month."""
    assert quarter.first_month == month


@pytest.mark.parametrize(
    ("answer_by", "refused"),
    [
        (made.BEFORE, ("control.requests: answer_after_request",)),
        (made.DAY, ()),
    ],
)
def test_request_an_answer_of_yesterday(
    answer_by: date, refused: tuple[str, ...]
) -> None:
    """An answer is due on the day of the request or later."""
    verdict = request_report.verdict(
        made_rows.request_facts(), made_rows.request_report(answer_by=answer_by)
    )
    assert made.said(verdict) == (refused, ())
