"""A body reports of a row."""

from datetime import date

import pytest

from jospar.rules.carrying_out.effects import RowReported
from jospar.rules.carrying_out.report import report
from jospar.rules.core.act import Verdict
from jospar.rules.core.nouns import ProgressStage, Text
from jospar.rules.core.offices import Office
from tests.rules import made
from tests.rules import made_carrying_out as made_rows

OWN_DESK = made.acting(Office.BODY_OFFICER, "trade")


@pytest.mark.provision("control.general")
@pytest.mark.parametrize("reached_on", [made.BEFORE, made.DAY, None])
def test_report(reached_on: date | None) -> None:
    """The row is at a stage since a day, that of the report if none is given."""
    facts, filing = made_rows.row_facts(), made_rows.report(reached_on=reached_on)
    assert report.verdict(facts, filing) == Verdict((), ())
    assert report.effect(facts, filing) == (
        RowReported(
            plan=made.CURRENT,
            key="C-001",
            on=made.DAY,
            document="7-1/20",
            stage=ProgressStage.IN_TALKS,
            reached_on=reached_on or made.DAY,
            note=Text(),
        ),
    )


def test_report_of_no_change() -> None:
    """Nothing changed is a report too; it has no day of its own."""
    facts = made_rows.row_facts()
    filing = made_rows.report(stage=None, reached_on=None)
    assert report.verdict(facts, filing) == Verdict((), ())
    effect = made.effect_of(report, facts, filing)
    assert (effect.stage, effect.reached_on) == (None, None)


def test_report_of_a_day_without_a_stage() -> None:
    """A day says nothing where no stage is chosen."""
    verdict = report.verdict(made_rows.row_facts(), made_rows.report(stage=None))
    assert made.said(verdict) == (("control.general: day_is_of_a_stage",), ())


@pytest.mark.parametrize(
    ("stage", "refused"),
    [
        (ProgressStage.DECISION_TO_SIGN, ()),
        (ProgressStage.SIGNED, ("control.general: signing_stands_apart",)),
    ],
)
def test_report_of_a_signing(stage: ProgressStage, refused: tuple[str, ...]) -> None:
    """A signing needs its own act."""
    verdict = report.verdict(made_rows.row_facts(), made_rows.report(stage=stage))
    assert made.said(verdict) == (refused, ())


@pytest.mark.provision("control.general")
@pytest.mark.parametrize(
    ("before", "odd"),
    [
        (ProgressStage.NOT_BEGUN, ()),
        (ProgressStage.IN_TALKS, ()),
        (ProgressStage.EXAMINED, ("control.general: goes_forward",)),
    ],
)
def test_report_of_going_back(before: ProgressStage, odd: tuple[str, ...]) -> None:
    """A step back is recorded, and pointed out."""
    verdict = report.verdict(made_rows.row_facts(stage=before), made_rows.report())
    assert made.said(verdict) == ((), odd)


@pytest.mark.provision("control.general")
@pytest.mark.parametrize(
    ("reached_on", "odd"),
    [
        (made.DAY, ()),
        (made.AFTER, ("control.general: reached_by_report",)),
    ],
)
def test_report_of_what_is_to_come(reached_on: date, odd: tuple[str, ...]) -> None:
    """What is reached later was not reached; at its own desk a body mends that."""
    filing = made_rows.report(reached_on=reached_on)
    assert made.said(report.verdict(made_rows.row_facts(), filing)) == ((), odd)
    own = made_rows.row_facts(case=OWN_DESK)
    assert made.said(report.verdict(own, filing)) == (odd, ())


@pytest.mark.provision("control.general")
@pytest.mark.parametrize("stage", [ProgressStage.POSTPONED, ProgressStage.DROPPED])
@pytest.mark.parametrize(
    ("note", "odd"),
    [
        (Text(), ("control.general: says_why_not",)),
        (Text(kk="Келіссөздер үзілді"), ()),
        (Text(ru="Переговоры прерваны"), ()),
    ],
)
def test_report_without_a_reason(
    stage: ProgressStage, note: Text, odd: tuple[str, ...]
) -> None:
    """What is postponed or dropped is so for a reason."""
    filing = made_rows.report(stage=stage, note=note)
    assert made.said(report.verdict(made_rows.row_facts(), filing)) == ((), odd)
    own = made_rows.row_facts(case=OWN_DESK)
    assert made.said(report.verdict(own, filing)) == (odd, ())


@pytest.mark.provision("control.general")
@pytest.mark.parametrize(
    ("signed_on", "odd"),
    [
        (made.BEFORE, ()),
        (made.DAY, ()),
        (made.AFTER, ("control.general: signed_before",)),
        (None, ("control.general: signed_before",)),
    ],
)
@pytest.mark.parametrize(
    "stage", [ProgressStage.DOMESTIC_PROCEDURES, ProgressStage.IN_FORCE]
)
def test_report_of_what_follows_a_signing(
    stage: ProgressStage, signed_on: date | None, odd: tuple[str, ...]
) -> None:
    """Domestic procedures and force follow a signing that is in the record."""
    facts = made_rows.row_facts(row=made_rows.row(signed_on=signed_on))
    verdict = report.verdict(facts, made_rows.report(stage=stage))
    assert made.said(verdict) == ((), odd)
