"""A body reports that it has no proposals."""

from datetime import UTC, date, datetime

import pytest

from jospar.rules.core.act import Verdict
from jospar.rules.core.offices import Office
from jospar.rules.intake.effects import NoneReported
from jospar.rules.intake.report_none import report_none
from tests.rules import made


@pytest.mark.provision("proposals.none")
def test_report_none() -> None:
    """The body has answered with its letter."""
    facts, filing = made.filing_facts(), made.report_none()
    assert report_none.verdict(facts, filing) == Verdict((), ())
    assert report_none.effect(facts, filing) == (
        NoneReported(
            body="trade",
            received_at=made.AT,
            received_on=date(2024, 9, 20),
            document="7-1/16",
        ),
    )


def test_report_none_late() -> None:
    """A late letter is recorded too, on the day in Astana."""
    late = datetime(2024, 9, 25, 19, 0, tzinfo=UTC)
    facts, filing = made.filing_facts(), made.report_none(received_at=late)
    assert report_none.verdict(facts, filing) == Verdict((), ())
    assert made.effect_of(report_none, facts, filing).received_on == date(2024, 9, 26)


@pytest.mark.provision("proposals.none")
def test_report_none_while_a_concept_stands() -> None:
    """A letter of a body whose concepts stand is recorded as a contradiction."""
    facts = made.filing_facts(standing=("C-001", "C-002"))
    verdict = report_none.verdict(facts, made.report_none())
    assert made.said(verdict) == ((), ("proposals.none: no_concept_stands",))
    assert verdict.cautions[0].values == {"concepts": ("C-001", "C-002")}


@pytest.mark.provision("offices.table")
@pytest.mark.parametrize(
    ("body", "refused"),
    [
        ("trade", ()),
        ("energy", ("offices.table: own_letter",)),
        ("", ("offices.table: own_letter",)),
    ],
)
def test_report_none_by_a_body(body: str, refused: tuple[str, ...]) -> None:
    """An officer of a body reports for that body alone."""
    facts = made.filing_facts(case=made.acting(Office.BODY_OFFICER, body))
    assert made.said(report_none.verdict(facts, made.report_none())) == (refused, ())


def test_report_none_contradicted_at_the_bodys_own_desk() -> None:
    """A body that reports none acknowledges that a concept of it stands."""
    facts = made.filing_facts(
        case=made.acting(Office.BODY_OFFICER, "trade"), standing=("C-001",)
    )
    assert made.said(report_none.verdict(facts, made.report_none())) == (
        (),
        ("proposals.none: no_concept_stands",),
    )
