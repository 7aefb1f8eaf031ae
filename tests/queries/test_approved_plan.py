"""The approved plan is computed from what the Commission decided."""

from datetime import date

import pytest

from jospar.queries.approved_plan import difference
from jospar.queries.commission import commission_plan
from jospar.queries.plan_comparison import RowChange
from jospar.records.snapshots.plans import content_of, form_of, groups_kept
from jospar.rules.commission.facts import RowOutcome
from jospar.rules.core.nouns import PlanStage, Text
from tests.queries.made_record import do, open_cycle, place
from tests.rules import made
from tests.rules.made import CURRENT, RULES, YEAR, YEAR_2026

pytestmark = pytest.mark.django_db

SENT, DECIDED = date(2024, 11, 8), date(2024, 11, 15)


def before_commission() -> None:
    """Send a current plan of four rows to the Commission."""
    open_cycle()
    for number in range(1, 5):
        place(f"C-{number}")
    do(made.send_to_commission(on=SENT))


def test_the_plan_is_what_was_shown() -> None:
    """The difference that was shown is the one that came."""
    before_commission()
    filings = [
        made.decide_row(
            decision="7",
            on=DECIDED,
            key=key,
            outcome=outcome,
            changes=made.changes(**changes),
            remark=Text("Ескерту", "Замечание"),
        )
        for key, outcome, changes in (
            ("C-1", RowOutcome.CHANGE, {"title_kk": "Жаңа атауы"}),
            ("C-2", RowOutcome.EXCLUDE, {}),
            (
                "C-3",
                RowOutcome.MOVE,
                {"conclude_from": YEAR_2026.first_day}
                | {"conclude_to": YEAR_2026.last_day},
            ),
        )
    ]
    before = groups_kept(
        content_of(form_of(RULES, YEAR, CURRENT, PlanStage.BEFORE_COMMISSION))
    )
    shown = difference(RULES, YEAR, CURRENT, filings, "kk")
    do(made.decide(on=DECIDED, number="7"))
    for filing in filings:
        do(filing)
    after = groups_kept(content_of(form_of(RULES, YEAR, CURRENT, PlanStage.APPROVED)))
    assert shown.counts == {
        RowChange.CHANGED: 1,
        RowChange.REMOVED: 1,
        RowChange.MOVED: 1,
        RowChange.SAME: 1,
    }
    assert {row.concept for group in before for row in group.rows} == {
        row.concept for group in shown.groups for row in group.rows
    }
    texts = {
        row.concept: [" ".join(w for c in cell for w in c.new) for cell in row.cells]
        for group in shown.groups
        for row in group.rows
        if row.number
    }
    assert texts == {
        row.concept: [" ".join(cell.split()) for cell in row.cells["kk"][1:]]
        for group in after
        for row in group.rows
    }


def test_a_decision_stays_open_until_the_plan_goes_on() -> None:
    """Then its rows are fixed."""
    before_commission()
    do(made.decide(on=DECIDED, number="7"))
    opened = commission_plan(YEAR, CURRENT).open_decision
    assert opened is not None
    assert opened.number == "7"
    do(made.send_to_president(on=DECIDED))
    assert commission_plan(YEAR, CURRENT).open_decision is None
