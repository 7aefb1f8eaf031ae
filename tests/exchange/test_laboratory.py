"""A workbook under its own rules and under others, and the record untouched."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jospar.exchange.laboratory import laboratory_of
from jospar.exchange.workbook import read
from jospar.procedure import journal
from jospar.procedure.clock import Clock
from jospar.queries.laboratory import Laboratory
from jospar.queries.laboratory_findings import Side, What
from jospar.rules.core.nouns import PlanKind
from jospar.rules.core.ruleset import Ruleset, load
from jospar.rules.core.varied import NewDeadline, Variation, varied
from tests.example import WORKBOOK
from tests.exchange.workbooks import build, concept, row, year_2024
from tests.exchange.years import APPROVED, placed
from tests.years.test_other_rules import RULESETS, SHEETS

pytestmark = pytest.mark.django_db(databases=["default", "past"])

Compare = Callable[..., Laboratory]
LATE = "2024-09-26T09:00:00+05:00"


@pytest.fixture
def compare(tmp_path: Path) -> Compare:
    """Compare a small year, with the sheets that are given, with other rules."""

    def compared(
        change: Callable[[Ruleset], Ruleset], today: date | None = None, **sheets: Any
    ) -> Laboratory:
        workbook = read(build(tmp_path / "year.xlsx", **year_2024(**sheets)))
        return laboratory_of(workbook, change, Clock(today), lambda _done, _of: None)

    return compared


def later(own: Ruleset) -> Ruleset:
    """Return the rules with an intake until 30 September."""
    moved = {"concepts.deadline": NewDeadline(9, 30)}
    return varied(own, Variation(deadlines=moved))


def test_rows_that_were_refused_would_stand(compare: Compare) -> None:
    """A late concept would be concluded on and placed, and have its row."""
    one = compare(later, concepts=[concept(received_at=LATE)], **placed())
    gained = [
        (group.act, act.entry, act.subject)
        for part in one.compared
        for group in part.acts
        for act in group.acts
    ]
    assert gained == [
        ("review.conclude", None, "C-001"),
        ("drafting.place", None, "C-001"),
    ]
    found = {
        (finding.what, finding.side, finding.subjects)
        for part in one.compared
        for finding in part.findings
    }
    assert found == {
        (What.LATE_CONCEPTS, Side.WAS, ("C-001",)),
        (What.ROWS_CURRENT, Side.WOULD, ("C-001",)),
    }
    assert (one.totals.gained, one.totals.refused) == (2, 0)


def test_what_the_commission_decided_on_a_refused_row(compare: Compare) -> None:
    """The row would come into the plan, and the Commission would exclude it."""
    rows = [concept(), concept("C-002", received_at=LATE)]
    sheets = {
        **placed("C-002"),
        **APPROVED,
        "row_decisions": [
            row("row_decisions", concept="C-002", outcome="exclude", reason="Кейін")
        ],
    }
    one = compare(later, concepts=rows, **sheets)
    assert one.totals.refused == 0
    acts = [group.act for part in one.compared for group in part.acts]
    assert acts == ["review.conclude", "drafting.place", "commission.decide_row"]
    assert one.totals.rows_would[PlanKind.CURRENT] == 0


def test_rows_that_both_refuse_are_no_difference(compare: Compare) -> None:
    """And rows that both perform are none either; nothing is recorded."""
    one = compare(later, concepts=[concept(), concept("C-002", body="nobody")])
    assert [part.provision for part in one.compared] == ["concepts.deadline"]
    assert one.compared[0].findings == ()
    assert one.totals.gained == 0
    assert journal.last()[0] == 0


def test_the_year_of_other_rules_under_ours(compare: Compare, settings: Any) -> None:
    """A workbook names its ruleset; ours are the other ones then."""
    settings.RULESETS = RULESETS
    ours = load()
    one = compare(lambda _own: ours, today=date(2031, 12, 31), **SHEETS)
    assert (one.was.code, one.would.code) == ("test-2031", ours.code)
    assert one.totals.refused > 0
    assert one.totals.rows_would != one.totals.rows_was


@pytest.mark.slow
def test_the_whole_example_under_its_own_rules() -> None:
    """Every act stands again, and every refused row is refused again."""
    one = laboratory_of(
        read(WORKBOOK),
        lambda own: own,
        Clock(date(2024, 12, 31)),
        lambda _done, _of: None,
    )
    assert (one.compared, one.follows, one.totals.gained) == ((), (), 0)
    assert one.totals.rows_would == one.totals.rows_was
