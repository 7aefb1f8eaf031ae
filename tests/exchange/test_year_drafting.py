"""Settlements, placements, agreements and events: ¶¶10 and 11."""

from datetime import date
from typing import Any

import pytest

from tests.exchange.workbooks import concept, row
from tests.exchange.years import RETURNED, SENT, Year, expedient, placed

STRADDLING = {"conclude_from": "2025-07-01", "conclude_to": "2026-06-30"}
LATER = {"conclude_from": "2026-01-01", "conclude_to": "2028-12-31"}
BEYOND = {"conclude_from": "2028-07-01", "conclude_to": "2029-06-30"}


@pytest.mark.provision("placement.term")
@pytest.mark.parametrize(
    ("term", "placement", "refused"),
    [
        ({}, {"plan": "current"}, False),
        ({}, {"plan": "long_term"}, True),
        (LATER, {"plan": "long_term"}, False),
        (LATER, {"plan": "current"}, True),
        (BEYOND, {"plan": "long_term"}, True),
        (BEYOND, {"plan": "long_term", "reason": "Келісілді"}, True),
        (STRADDLING, {"plan": "current"}, True),
        (STRADDLING, {"plan": "current", "reason": "Келісілді"}, False),
        (STRADDLING, {"plan": "long_term", "reason": "Келісілді"}, False),
    ],
)
def test_a_concept_goes_where_its_term_points(
    year: Year, term: dict[str, str], placement: dict[str, str], refused: bool
) -> None:
    """A term of both plans needs a reason, one of neither plan has no place."""
    ran = year(
        concepts=[concept(**term)],
        conclusions=expedient("C-001"),
        placements=[row("placements", **placement)],
    )
    assert ran.refused == ["placements 2 ¶10"] * refused
    assert ran.stage() == ("received" if refused else f"placed {placement['plan']}")


@pytest.mark.provision("placement.term")
@pytest.mark.parametrize(
    "sheets",
    [
        {},
        {"conclusions": [row("conclusions", expedient="no")]},
        {"conclusions": [row("conclusions", on=date(2024, 10, 31))]},
        {
            "conclusions": [row("conclusions")],
            "withdrawals": [row("withdrawals", on=date(2024, 10, 30))],
        },
    ],
)
def test_only_what_is_expedient_and_stands_is_placed(
    year: Year, sheets: dict[str, Any]
) -> None:
    """Without a conclusion by that day, with a negative one, withdrawn: no row."""
    ran = year(placements=[row("placements")], **sheets)
    assert ran.refused == ["placements 2 ¶10"]


def test_a_second_placement_has_no_paragraph(year: Year) -> None:
    """A concept stands in one plan; its key is used, whichever plan it names."""
    ran = year(
        concepts=[concept(**STRADDLING)],
        conclusions=expedient("C-001"),
        placements=[
            row("placements", reason="Келісілді"),
            row("placements", plan="long_term", reason="Келісілді"),
        ],
    )
    assert ran.refused == ["placements 3 –"]
    assert (ran.stage(), ran.concepts()) == ("placed current", ["C-001"])


@pytest.mark.provision("commission.decision")
def test_nothing_is_placed_into_a_plan_that_is_no_draft(year: Year) -> None:
    """The other plan goes its own way, and several grounds are told together."""
    ran = year(
        concepts=[concept(), concept("C-002"), concept("C-003", **LATER)],
        conclusions=expedient("C-001", "C-003"),
        placements=[
            row("placements"),
            row("placements", concept="C-002", on=date(2024, 11, 12)),
            row("placements", concept="C-003", plan="long_term", on=date(2024, 11, 12)),
        ],
        **SENT,
    )
    assert ran.refused == ["placements 3 ¶10", "placements 3 ¶13"]
    assert (ran.concepts(), ran.concepts("long_term")) == (["C-001"], ["C-003"])


@pytest.mark.parametrize(
    ("changes", "plan", "refused"),
    [
        ({"conclude_from": "2026-01-01", "conclude_to": "2026-12-31"}, "current", True),
        ({"conclude_from": "2029-01-01", "conclude_to": "2029-12-31"}, "current", True),
        (
            {"conclude_from": "2025-09-01", "conclude_to": "2025-12-31"},
            "current",
            False,
        ),
        ({"conclude_to": "2026-06-30"}, "current", False),
        ({"level": "interagency"}, "current", False),
    ],
)
@pytest.mark.provision("placement.term")
def test_a_settlement_keeps_a_placed_term_in_its_plan(
    year: Year, changes: dict[str, str], plan: str, refused: bool
) -> None:
    """A term is settled within the plan's years, or so that it still reaches them."""
    ran = year(
        **placed(plan=plan),
        settlements=[row("settlements", on=date(2024, 11, 1), **changes)],
    )
    assert ran.refused == ["settlements 2 ¶10"] * refused


def test_a_settlement_before_the_placement_moves_the_term_freely(year: Year) -> None:
    """What is settled first decides where the concept is placed."""
    ran = year(
        conclusions=expedient("C-001"),
        settlements=[row("settlements", **LATER)],
        placements=[row("placements", plan="long_term")],
    )
    assert (ran.refused, ran.stage()) == ([], "placed long_term")


@pytest.mark.provision("commission.decision")
def test_a_settlement_waits_until_the_plan_is_a_draft(year: Year) -> None:
    """Before the Commission it is refused, after the President's return performed."""
    ran = year(
        **placed(),
        **RETURNED,
        settlements=[
            row("settlements", on=date(2024, 11, 12), level="interstate"),
            row("settlements", on=date(2024, 12, 3), level="interagency"),
        ],
    )
    assert ran.refused == ["settlements 2 ¶13"]
    assert [group.rows == () for group in ran.plan().form.groups] == [True, True, False]


@pytest.mark.provision("conclusions.expediency")
def test_nothing_is_settled_on_a_withdrawn_concept(year: Year) -> None:
    """Its row has left the draft, so that no other ground speaks against it."""
    ran = year(
        **placed(),
        **SENT,
        withdrawals=[row("withdrawals", on=date(2024, 11, 1))],
        settlements=[
            row("settlements", on=date(2024, 11, 2), **LATER),
            row("settlements", on=date(2024, 11, 12)),
        ],
        supplements=[row("supplements", on=date(2024, 11, 13), **LATER)],
    )
    assert ran.said == (["settlements 2 ¶8", "settlements 3 ¶8"], [])


@pytest.mark.parametrize(
    ("term", "cautions"),
    [
        ({"conclude_from": "2025-10-01", "conclude_to": "2025-12-31"}, []),
        (LATER, ["supplements 2 ¶10"]),
        (STRADDLING, []),
        (
            {"conclude_from": "2024-04-01"},
            ["supplements 2 ¶4", "supplements 2 ¶10"],
        ),
        ({"title_ru": None}, []),
    ],
)
@pytest.mark.provision("placement.term")
def test_a_supplement_leaves_a_placed_row_where_it_is(
    year: Year, term: dict[str, str], cautions: list[str]
) -> None:
    """A term out of the plan's years is a caution, and the draft reads as it says."""
    ran = year(
        **placed(), supplements=[row("supplements", on=date(2024, 11, 1), **term)]
    )
    assert ran.said == ([], cautions)
    assert ran.stage() == "placed current"


AGREEMENT = row("agreements", years="2025")


@pytest.mark.provision("agreements.considered")
@pytest.mark.parametrize(
    ("sheets", "cautions"),
    [
        ({"agreements": [AGREEMENT]}, 1),
        ({"agreements": [row("agreements")]}, 0),
        ({"agreements": [row("agreements", years="2026; 2027")]}, 0),
        ({"agreements": [row("agreements", years="2026; 2025")]}, 1),
        ({"agreements": [{**AGREEMENT, "considered": "Шарт қажет емес"}]}, 0),
        ({"agreements": [{**AGREEMENT, "concepts": "C-777; C-001"}]}, 0),
        ({"agreements": [{**AGREEMENT, "concepts": "C-777"}]}, 1),
        ({"agreements": [AGREEMENT, {**AGREEMENT, "id": "A-2"}]}, 2),
        ({"events": [row("events")]}, 1),
        (
            {
                "events": [
                    row("events", **{"from": date(2023, 1, 1), "to": date(2026, 1, 1)})
                ]
            },
            1,
        ),
        (
            {
                "events": [
                    row("events", **{"from": date(2026, 1, 1), "to": date(2026, 1, 1)})
                ]
            },
            0,
        ),
        ({"events": [row("events", concepts="C-001")]}, 0),
        ({"events": [row("events", id="A-1")], "agreements": [AGREEMENT]}, 2),
    ],
)
def test_what_the_plan_should_consider_is_a_caution_on_its_sending(
    year: Year, sheets: dict[str, Any], cautions: int
) -> None:
    """Each agreement and event of its years, neither linked nor considered."""
    ran = year(**placed(), **SENT, **sheets)
    assert ran.said == ([], ["submissions 2 ¶11"] * cautions)


@pytest.mark.provision("agreements.considered")
def test_what_is_in_the_record_when_the_plan_is_sent_links(year: Year) -> None:
    """Withdrawn and late concepts link too; what comes after the sending does not."""
    ran = year(
        concepts=[concept(), concept("C-002", received_at="2024-11-20")],
        withdrawals=[row("withdrawals", on=date(2024, 10, 1))],
        agreements=[
            {**AGREEMENT, "id": "A-1", "concepts": "C-001"},
            {**AGREEMENT, "id": "A-2", "concepts": "C-002"},
        ],
        submissions=[row("submissions"), row("submissions", plan="long_term")],
    )
    assert ran.said == ([], ["submissions 2 ¶11"])


def test_agreements_and_events_come_first_and_once(year: Year) -> None:
    """They are registered whatever their concepts name; their keys are apart."""
    ran = year(
        agreements=[
            row("agreements", id="X", concepts="C-404"),
            row("agreements", id="X"),
        ],
        events=[
            row("events", id="X"),
            row("events", id="Y", **{"from": date(2025, 3, 15)}),
        ],
    )
    assert ran.refused == ["agreements 3 –", "events 3 –"]
    assert ran.performed == 3
