"""The Ministry asks a body how its rows stand."""

from collections.abc import Iterator
from datetime import date

from jospar.rules.core.act import Unmet, _, act, check, condition, unmet

from .effects import ReportRequested
from .facts import RequestFacts, RequestReport


@condition(
    "control.requests",
    _("The body was asked about this quarter on {asked_on} already."),
    _("Wait for its report, or record what it reported."),
)
def not_asked_before(facts: RequestFacts) -> Unmet | None:
    """A body is asked once about a quarter."""
    return None if facts.asked_on is None else unmet(asked_on=facts.asked_on)


@condition(
    "control.requests",
    _("The body answers for no row of the agreed plans on {on}."),
    _("Choose another body, or correct the day."),
)
def has_rows(facts: RequestFacts) -> Unmet | None:
    """Only a body that answers for rows is asked."""
    return None if facts.has_rows else unmet(on=facts.case.on)


@check(
    "control.requests",
    _("The quarter begins on {begins_on}, after {on}."),
    _("Choose a quarter that has begun."),
)
def quarter_has_begun(facts: RequestFacts, filing: RequestReport) -> Iterator[Unmet]:
    """Nothing can be reported of a quarter that is to come."""
    begins_on = date(max(filing.year, 1), filing.quarter.first_month, 1)
    if begins_on > filing.on:
        yield unmet("quarter", begins_on=begins_on, on=filing.on)


@check(
    "control.requests",
    _("The answer would be due on {answer_by}, before {on}."),
    _("Leave the body time to answer."),
)
def answer_after_request(facts: RequestFacts, filing: RequestReport) -> Iterator[Unmet]:
    """An answer is due on the day of the request or later."""
    if filing.answer_by < filing.on:
        yield unmet("answer_by", answer_by=filing.answer_by, on=filing.on)


@act(
    "carrying_out.request_report",
    "control.requests",
    filing=RequestReport,
    also=("control.general",),
    conditions=(not_asked_before, has_rows),
    requirements=(quarter_has_begun, answer_after_request),
)
def request_report(
    facts: RequestFacts, filing: RequestReport
) -> tuple[ReportRequested, ...]:
    """The body has to report by that day."""
    return (
        ReportRequested(
            body=filing.body,
            on=filing.on,
            year=filing.year,
            quarter=int(filing.quarter),
            answer_by=filing.answer_by,
        ),
    )
