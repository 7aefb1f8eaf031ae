"""In which order the rows of a workbook have effect."""

from datetime import date
from pathlib import Path

import pytest

from jospar.exchange.workbook import read
from jospar.exchange.year import YearRun
from jospar.procedure import journal
from jospar.procedure.clock import Clock
from tests.exchange.workbooks import build, concept, row, year_2024
from tests.exchange.years import (
    APPROVED,
    RETURNED,
    SENT,
    TO_COMMISSION,
    TO_PRESIDENT,
    Year,
    expedient,
    placed,
)

DAY = date(2024, 11, 11)


def acts() -> list[str]:
    """Return the acts of the journal after the cycle and its bodies, in order."""
    return [entry.act for entry in journal.entries()][2:]


def test_acts_of_one_day_go_by_their_sheets(year: Year) -> None:
    """From the concept to the recipient on one day; agreements and events first."""
    ran = year(
        concepts=[concept(received_at=DAY), concept("C-002", received_at="2024-09-10")],
        no_proposals=[row("no_proposals", received_at="2024-11-11T00:00")],
        supplements=[row("supplements", on=DAY)],
        withdrawals=[row("withdrawals", on=DAY)],
        returns=[row("returns", on=DAY)],
        conclusions=[row("conclusions", concept="C-002", on=DAY)],
        notifications=[row("notifications", concept="C-002", on=DAY)],
        settlements=[row("settlements", concept="C-002", on=DAY)],
        placements=[row("placements", concept="C-002", on=DAY)],
        agreements=[row("agreements", reached_on=date(2024, 12, 1))],
        events=[row("events")],
        submissions=[{**TO_PRESIDENT, "on": DAY}, TO_COMMISSION],
        decisions=[row("decisions", on=DAY)],
        row_decisions=[row("row_decisions", concept="C-002")],
        replies=[row("replies", on=DAY)],
        distributions=[row("distributions", on=DAY)],
    )
    assert ran.refused == ["returns 2 ¶6"]
    assert acts() == [
        "drafting.register_agreement",
        "drafting.register_event",
        "intake.submit_concept",
        "intake.submit_concept",
        "intake.report_none",
        "intake.supplement_concept",
        "intake.withdraw_concept",
        "review.conclude",
        "review.notify",
        "drafting.settle",
        "drafting.place",
        "commission.send_to_commission",
        "commission.decide",
        "commission.decide_row",
        "agreement.send_to_president",
        "agreement.record_reply",
        "agreement.distribute",
    ]


def test_the_day_comes_before_the_sheet(year: Year) -> None:
    """A withdrawal of October has effect before a concept of November."""
    year(
        concepts=[concept("C-002", received_at="2024-11-20"), concept()],
        withdrawals=[row("withdrawals", on=date(2024, 10, 1))],
        conclusions=[row("conclusions", on=date(2024, 9, 30))],
    )
    assert acts() == [
        "intake.submit_concept",
        "review.conclude",
        "intake.withdraw_concept",
        "intake.submit_concept",
    ]


def test_the_hour_does_not_order_the_papers_of_a_day(year: Year) -> None:
    """In a sheet rows go from top to bottom, whatever the clock said that day."""
    year(
        concepts=[
            concept("C-002", received_at="2024-09-10T18:00"),
            concept("C-001", received_at="2024-09-10T09:00"),
            concept("C-003", received_at="2024-09-09T23:00Z"),
        ]
    )
    keys = [entry.value("filing").get("key") for entry in journal.entries()]
    assert keys[2:] == ["C-002", "C-001", "C-003"]


def test_two_concepts_of_one_key_go_by_their_days(year: Year) -> None:
    """The earlier one uses the key, though it stands below."""
    ran = year(
        concepts=[
            concept(received_at="2024-09-12", document="2"),
            concept(received_at="2024-09-11", document="1"),
        ]
    )
    assert (ran.refused, ran.performed) == (["concepts 2 –"], 1)


def test_a_refused_row_leaves_its_key_free(year: Year) -> None:
    """What was refused by the law, or could not be read, has used no key."""
    ran = year(
        concepts=[concept(entry="?"), concept(), concept(document="2")],
        conclusions=expedient("C-001"),
        placements=[row("placements", plan="long_term"), row("placements")],
    )
    assert ran.refused == ["concepts 2 –", "concepts 4 –", "placements 2 ¶10"]
    assert ran.stage() == "placed current"


def test_a_refused_decision_leaves_number_and_rows_to_the_next(year: Year) -> None:
    """The decision that is performed takes the row decisions of that number."""
    ran = year(
        **placed(),
        **SENT,
        decisions=[row("decisions", on=date(2024, 11, 8)), row("decisions")],
        row_decisions=[row("row_decisions", outcome="exclude")],
    )
    assert (ran.refused, ran.stage()) == (["decisions 2 ¶13"], "excluded")


@pytest.mark.provision("commission.decision")
def test_row_decisions_are_a_part_of_their_decision(year: Year) -> None:
    """They are performed before the other plan's decision of the same day."""
    later = {"conclude_from": "2026-01-01", "conclude_to": "2026-12-31"}
    ran = year(
        **placed(),
        submissions=[TO_COMMISSION, row("submissions", plan="long_term")],
        decisions=[row("decisions"), row("decisions", plan="long_term", number="13")],
        row_decisions=[
            row("row_decisions", plan="long_term", decision="13", outcome="exclude"),
            row("row_decisions", outcome="move", **later),
        ],
    )
    assert (ran.refused, ran.stage()) == ([], "excluded")
    decisions = [act for act in acts() if act.startswith("commission.decide")]
    assert decisions == ["commission.decide", "commission.decide_row"] * 2


def test_a_draft_is_not_sent_again_on_the_day_of_its_return(year: Year) -> None:
    """Sendings come before decisions and replies of a day, also in the next run."""
    sheets = {
        **placed(),
        **SENT,
        "decisions": [row("decisions", outcome="returned")],
        "submissions": [TO_COMMISSION, row("submissions", on=date(2024, 11, 15))],
        "settlements": [row("settlements", on=date(2024, 11, 15))],
    }
    first, second = year(**sheets), year(**sheets)
    assert first.refused == ["settlements 2 ¶13", "submissions 3 ¶12"]
    assert (second.refused, second.performed) == (first.refused, 0)


def test_what_was_refused_does_not_become_lawful_by_what_came_after(
    year: Year,
) -> None:
    """What the first run refused the next one refuses too, whatever was decided."""
    later = {"conclude_from": "2026-01-01", "conclude_to": "2026-12-31"}
    sheets = {
        **placed("C-001", "C-002"),
        "concepts": [
            concept(),
            concept("C-002"),
            concept("C-003", received_at="2024-09-11"),
        ],
        **RETURNED,
        "supplements": [
            row("supplements", concept="C-003", conclude_from="2025-09-01"),
        ],
        "settlements": [
            row("settlements", on=date(2024, 11, 5), **later),
            row("settlements", on=date(2024, 11, 12)),
            row("settlements", concept="C-002", on=date(2024, 11, 12)),
            row("settlements", concept="C-003", conclude_to="2025-12-31"),
        ],
        "row_decisions": [
            row("row_decisions", outcome="exclude"),
            row("row_decisions", concept="C-002", outcome="move", **later),
        ],
    }
    first, second = year(**sheets), year(**sheets)
    assert first.refused == [
        "supplements 2 –",
        "settlements 2 ¶10",
        "settlements 3 ¶13",
        "settlements 4 ¶13",
    ]
    assert second.performed == 0
    assert [line[:13] for line in second.refused] == [
        line[:13] for line in first.refused
    ]


def test_a_move_refused_once_is_not_made_when_the_other_plan_returns(
    year: Year,
) -> None:
    """The move was a part of its decision; the other plan opened only afterwards."""
    sheets = {
        **placed(),
        "submissions": [
            TO_COMMISSION,
            row("submissions", plan="long_term"),
            row("submissions", plan="long_term", to="president", on=date(2024, 11, 13)),
        ],
        "decisions": [
            row("decisions", plan="long_term", number="11", on=date(2024, 11, 12)),
            row("decisions"),
        ],
        "replies": [
            row("replies", plan="long_term", outcome="returned", on=date(2024, 11, 15))
        ],
        "row_decisions": [
            row("row_decisions", outcome="move", conclude_to="2026-12-31")
        ],
    }
    first, second = year(**sheets), year(**sheets)
    assert first.refused == second.refused == ["row_decisions 2 ¶13"]
    assert (second.performed, second.stage()) == (0, "placed current")


def test_nothing_has_effect_in_the_future(year: Year) -> None:
    """A day that has not come has no paragraph; until it comes the rest goes on."""
    sheets = {**placed(), **APPROVED}
    early = year(**sheets, today=date(2024, 11, 12))
    assert early.refused == ["decisions 2 –"]
    later = year(**sheets, today=date(2024, 11, 15))
    assert (later.refused, later.performed) == ([], 1)


def test_every_row_tells_how_far_the_run_is(db: None, tmp_path: Path) -> None:
    """Progress counts up to all rows of the file."""
    told: list[tuple[int, int]] = []
    workbook = read(build(tmp_path / "year.xlsx", **year_2024(**placed())))
    YearRun(workbook, Clock()).run(lambda done, of: told.append((done, of)))
    assert told[-1] == (4, 4)
    assert told == sorted(told)
