"""Plans before the Commission: ¶¶12 and 13, and what stays frozen meanwhile."""

from datetime import date
from typing import Any

import pytest

from tests.exchange.workbooks import TITLE_KK, concept, row
from tests.exchange.years import (
    AGREED,
    APPROVED,
    BEFORE_PRESIDENT,
    RETURNED,
    SENT,
    TO_COMMISSION,
    TO_PRESIDENT,
    Year,
    expedient,
    placed,
)

LATER = {"conclude_from": "2026-01-01", "conclude_to": "2028-12-31"}
RETURNED_BY_COMMISSION = {**SENT, "decisions": [row("decisions", outcome="returned")]}
NEW_TITLE = TITLE_KK.replace("білім беру", "мәдениет")


@pytest.mark.provision("commission.deadline")
def test_what_is_not_settled_is_a_caution_on_every_sending(year: Year) -> None:
    """Concepts in time without a conclusion, or expedient without a plan, hold up."""
    ran = year(
        concepts=[
            concept(),
            concept("C-002"),
            concept("C-003"),
            concept("C-004"),
            concept("C-005", received_at="2024-09-26"),
            concept("C-006"),
        ],
        conclusions=[
            *expedient("C-001", "C-002"),
            row("conclusions", concept="C-003", expedient="no"),
        ],
        placements=[row("placements")],
        withdrawals=[row("withdrawals", concept="C-004", on=date(2024, 10, 1))],
        submissions=[TO_COMMISSION, row("submissions", plan="long_term")],
    )
    assert ran.refused == []
    assert ran.cautions == ["submissions 2 ¶12"] * 2 + ["submissions 3 ¶12"] * 2


@pytest.mark.provision("commission.deadline")
def test_only_a_draft_is_sent(year: Year) -> None:
    """Not while it lies before the Commission, is approved, or is agreed."""
    days = (12, 18, 25)
    ran = year(
        **placed(),
        **{
            **AGREED,
            "submissions": [
                *AGREED["submissions"],
                *(row("submissions", on=date(2024, 11, day)) for day in days),
                row("submissions", on=date(2024, 12, 3)),
            ],
        },
    )
    assert ran.refused == [f"submissions {n} ¶12" for n in (4, 5, 6, 7)]
    assert ran.plan().stage == "agreed"


@pytest.mark.provision("plans.forms")
def test_a_plan_goes_alone_and_may_be_empty(year: Year) -> None:
    """An empty plan is sent, approved and agreed; the other one is not drafted."""
    ran = year(concepts=[], **AGREED)
    assert ran.said == ([], [])
    edition = ran.plan()
    assert (edition.stage, edition.revision, ran.rows()) == ("agreed", 1, [])
    assert [(line["paragraph"], line["plan"]) for line in ran.report["deadlines"]] == [
        ("4", None),
        ("8", None),
        ("12", "current"),
        ("14", "current"),
        ("15", "current"),
    ]


@pytest.mark.provision("commission.decision")
@pytest.mark.parametrize(
    ("sheets", "refused"),
    [
        ({}, ["decisions 2 ¶13"]),
        ({"submissions": [row("submissions", plan="long_term")]}, ["decisions 2 ¶13"]),
        (
            {"submissions": [row("submissions", on=date(2024, 11, 16))]},
            ["decisions 2 ¶13"],
        ),
        ({"submissions": [row("submissions", on=date(2024, 11, 15))]}, []),
    ],
)
def test_a_decision_is_on_what_lies_before_the_commission(
    year: Year, sheets: dict[str, Any], refused: list[str]
) -> None:
    """Not before its sending, and not on the other plan; on the same day it may be."""
    ran = year(**placed(), **sheets, decisions=[row("decisions")])
    assert ran.refused == refused


def test_a_row_decision_hangs_on_its_decision(year: Year) -> None:
    """Where the decision was refused, or never made, there is none to be a part of."""
    ran = year(
        **placed(),
        decisions=[row("decisions")],
        row_decisions=[row("row_decisions"), row("row_decisions", decision="13")],
    )
    assert ran.refused == ["decisions 2 ¶13", "row_decisions 2 –", "row_decisions 3 –"]


@pytest.mark.provision("commission.decision")
def test_a_row_decision_is_on_a_row_of_that_plan(year: Year) -> None:
    """Not on a row of the other plan, on one without a plan, or on an unknown one."""
    ran = year(
        concepts=[concept(), concept("C-002", **LATER), concept("C-003")],
        conclusions=expedient("C-001", "C-002", "C-003"),
        placements=[
            row("placements"),
            row("placements", concept="C-002", plan="long_term"),
        ],
        **APPROVED,
        row_decisions=[
            *(row("row_decisions", concept=f"C-00{n}") for n in (1, 2, 3, 4)),
            row("row_decisions", outcome="exclude"),
        ],
    )
    assert ran.refused == [
        "row_decisions 3 ¶13",
        "row_decisions 4 ¶13",
        "row_decisions 5 –",
        "row_decisions 6 –",
    ]
    assert ran.stage() == "placed current"


@pytest.mark.provision("commission.decision")
@pytest.mark.parametrize(
    ("decided", "title", "stage"),
    [
        ({"outcome": "keep", "title_kk": NEW_TITLE}, False, "placed current"),
        ({"outcome": "change", "title_kk": NEW_TITLE}, True, "placed current"),
        ({"outcome": "exclude", "title_kk": NEW_TITLE}, None, "excluded"),
        (
            {"outcome": "move", "title_kk": NEW_TITLE, **LATER},
            True,
            "placed long_term",
        ),
    ],
)
@pytest.mark.parametrize("returned", [False, True])
def test_what_the_commission_changed_stays_so(
    year: Year, decided: dict[str, str], title: bool | None, stage: str, returned: bool
) -> None:
    """The plan is approved as so changed, and the President's return leaves it so."""
    after = RETURNED if returned else APPROVED
    ran = year(**placed(), **after, row_decisions=[row("row_decisions", **decided)])
    assert (ran.refused, ran.stage()) == ([], stage)
    if title is not None:
        kind = stage.removeprefix("placed ")
        assert (ran.cell(3, kind)[0] == NEW_TITLE) is title


@pytest.mark.provision("commission.decision")
def test_in_a_returned_decision_row_decisions_are_remarks(year: Year) -> None:
    """Nothing changes, nothing shows in the notes, and the row may be settled again."""
    ran = year(
        **placed(),
        **RETURNED_BY_COMMISSION,
        row_decisions=[
            row(
                "row_decisions",
                outcome="exclude",
                remark_kk="Артық",
                remark_ru="Лишнее",
            )
        ],
        settlements=[row("settlements", on=date(2024, 11, 16), title_kk=NEW_TITLE)],
    )
    assert (ran.refused, ran.stage()) == ([], "placed current")
    assert (ran.cell(3)[0], ran.cell(6)) == (NEW_TITLE, ("", ""))


@pytest.mark.provision("placement.term")
@pytest.mark.parametrize(
    ("decided", "cautions"),
    [
        ({"outcome": "change", **LATER}, 1),
        ({"outcome": "change", "conclude_to": "2025-12-31"}, 0),
        ({"outcome": "change", "title_kk": NEW_TITLE}, 0),
        ({"outcome": "move"}, 1),
        ({"outcome": "move", **LATER}, 0),
        ({"outcome": "keep", **LATER}, 0),
    ],
)
def test_a_decided_term_out_of_the_plan_is_a_caution(
    year: Year, decided: dict[str, str], cautions: int
) -> None:
    """The row stays where it is put; only what is changed or moved is looked at."""
    ran = year(**placed(), **APPROVED, row_decisions=[row("row_decisions", **decided)])
    assert ran.said == ([], ["row_decisions 2 ¶10"] * cautions)


def test_a_decided_term_cannot_end_before_it_begins(year: Year) -> None:
    """By what it fills in the term would be none: the row cannot be read."""
    ran = year(
        **placed(),
        **APPROVED,
        row_decisions=[
            row("row_decisions", outcome="change", conclude_to="2025-03-31")
        ],
    )
    assert ran.refused == ["row_decisions 2 –"]


BOTH_SENT = [TO_COMMISSION, row("submissions", plan="long_term")]
LONG_TERM_APPROVED = row("decisions", plan="long_term", number="13")


@pytest.mark.provision("commission.decision")
@pytest.mark.parametrize(
    ("submissions", "decisions", "stage"),
    [
        ([TO_COMMISSION], [row("decisions")], "placed long_term"),
        (BOTH_SENT, [row("decisions"), LONG_TERM_APPROVED], "placed long_term"),
        (BOTH_SENT, [LONG_TERM_APPROVED, row("decisions")], "placed current"),
        (
            BOTH_SENT,
            [{**LONG_TERM_APPROVED, "outcome": "returned"}, row("decisions")],
            "placed long_term",
        ),
    ],
)
def test_a_row_moves_into_a_plan_that_is_open(
    year: Year,
    submissions: list[dict[str, Any]],
    decisions: list[dict[str, Any]],
    stage: str,
) -> None:
    """A draft takes it, so does what lies before the Commission, nothing else does."""
    ran = year(
        **placed(),
        submissions=submissions,
        decisions=decisions,
        row_decisions=[row("row_decisions", outcome="move", **LATER)],
    )
    moved = stage == "placed long_term"
    assert ran.refused == [] if moved else ran.refused == ["row_decisions 2 ¶13"]
    assert ran.stage() == stage
    assert (ran.concepts(), ran.concepts("long_term")) == (
        ([], ["C-001"]) if moved else (["C-001"], [])
    )


@pytest.mark.provision("commission.decision")
def test_remarks_follow_the_note_in_the_order_of_decisions(year: Year) -> None:
    """Of a row changed twice both remarks show, each in its language."""
    ran = year(
        **{**placed(), "concepts": [concept(note_kk="Ескертпе", note_ru="Примечание")]},
        submissions=[
            TO_COMMISSION,
            TO_PRESIDENT,
            row("submissions", on=date(2024, 12, 4)),
        ],
        replies=[row("replies", outcome="returned")],
        decisions=[
            row("decisions"),
            row("decisions", number="14", on=date(2024, 12, 6)),
        ],
        row_decisions=[
            row(
                "row_decisions",
                outcome="change",
                remark_kk="Бірінші",
                remark_ru="Первое",
            ),
            row(
                "row_decisions",
                decision="14",
                outcome="change",
                title_kk=NEW_TITLE,
                remark_kk="Екінші",
            ),
        ],
    )
    assert ran.refused == []
    assert ran.cell(6) == ("Ескертпе; Бірінші; Екінші", "Примечание; Первое")


@pytest.mark.provision("commission.decision")
@pytest.mark.parametrize("frozen", [SENT, APPROVED, BEFORE_PRESIDENT, AGREED])
def test_rows_stay_as_they_were_while_the_plan_is_no_draft(
    year: Year, frozen: dict[str, Any]
) -> None:
    """A supplement and a withdrawal are cautions; the rows stand as they were sent."""
    before = year(**placed(), **frozen).plan()
    late = date(2024, 12, 5)
    ran = year(
        **placed(),
        **frozen,
        supplements=[row("supplements", on=late, title_kk=NEW_TITLE)],
        withdrawals=[row("withdrawals", on=late)],
    )
    assert (ran.refused, ran.performed, ran.stage()) == ([], 2, "withdrawn")
    assert ran.cautions == ["supplements 2 ¶13", "withdrawals 2 ¶13"]
    assert ran.plan() == before


@pytest.mark.provision("commission.decision")
@pytest.mark.parametrize("returned", [RETURNED_BY_COMMISSION, RETURNED])
def test_rows_change_and_leave_when_the_plan_is_a_draft_again(
    year: Year, returned: dict[str, Any]
) -> None:
    """After either return the draft reads as the bodies wrote meanwhile."""
    ran = year(
        **{**placed("C-001", "C-002"), "concepts": [concept(), concept("C-002")]},
        **returned,
        supplements=[row("supplements", on=date(2024, 11, 13), title_kk=NEW_TITLE)],
        withdrawals=[row("withdrawals", concept="C-002", on=date(2024, 11, 13))],
    )
    assert ran.said == ([], ["supplements 2 ¶13", "withdrawals 2 ¶13"])
    assert (ran.concepts(), ran.cell(3)[0]) == (["C-001"], NEW_TITLE)


def test_a_supplement_of_a_frozen_term_has_both_cautions(year: Year) -> None:
    """It leads out of the plan's years, and the plan is not a draft."""
    ran = year(
        **placed(),
        **SENT,
        supplements=[row("supplements", on=date(2024, 11, 12), **LATER)],
    )
    assert ran.said == ([], ["supplements 2 ¶10", "supplements 2 ¶13"])
    assert ran.cell(4) == ("2025 жылғы II тоқсан", "II квартал 2025 года")


def test_the_commission_decides_a_term_as_one(year: Year) -> None:
    """What a body wrote meanwhile of the other day does not break the decided term."""
    ran = year(
        **placed(),
        **RETURNED,
        supplements=[
            row(
                "supplements",
                on=date(2024, 11, 13),
                conclude_from="2025-01-01",
                conclude_to="2025-02-28",
            )
        ],
        row_decisions=[
            row("row_decisions", outcome="change", conclude_from="2025-06-01")
        ],
    )
    assert ran.refused == []
    assert ran.cell(4) == ("2025 жылғы маусым", "июнь 2025 года")


@pytest.mark.provision("commission.deadline")
def test_an_excluded_concept_holds_nothing_up(year: Year) -> None:
    """It is settled: the next sending of the plan has no caution for it."""
    sheets = {
        **placed(),
        **RETURNED,
        "submissions": [
            *RETURNED["submissions"],
            row("submissions", on=date(2024, 12, 5)),
        ],
        "row_decisions": [row("row_decisions", outcome="exclude")],
    }
    ran = year(**sheets)
    assert ran.said == ([], [])
    assert (ran.stage(), ran.rows()) == ("excluded", [])


def test_a_plan_that_got_a_row_by_a_move_was_drafted(year: Year) -> None:
    """Its deadlines are told, though nothing was placed in it and it was never sent."""
    ran = year(
        **placed(),
        **APPROVED,
        row_decisions=[row("row_decisions", outcome="move", **LATER)],
    )
    plans = [
        line["plan"] for line in ran.report["deadlines"] if line["paragraph"] == "12"
    ]
    assert plans == ["current", "long_term"]
