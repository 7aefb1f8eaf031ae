"""The same file again, an extended one, a changed one, another cycle."""

from datetime import date, datetime
from typing import Any

import pytest

from jospar.procedure import journal
from tests.exchange.workbooks import concept, cycle, row
from tests.exchange.years import (
    AGREED,
    APPROVED,
    RETURNED,
    SENT,
    Ran,
    Year,
    body,
    expedient,
    placed,
)

WHOLE = {
    **placed(),
    **AGREED,
    "bodies": [body("mid"), body("mps")],
    "no_proposals": [row("no_proposals", body="mps")],
    "supplements": [row("supplements", note_kk="Ескертпе", note_ru="Примечание")],
    "notifications": [row("notifications")],
    "settlements": [row("settlements")],
    "agreements": [row("agreements", years="2025; 2026", concepts="C-001; C-002")],
    "events": [row("events")],
    "row_decisions": [row("row_decisions", outcome="change", title_ru="Соглашение")],
    "distributions": [row("distributions")],
}


def test_the_same_file_again_performs_nothing(year: Year) -> None:
    """The journal, the plans and the outcome stay; cautions were told by the first."""
    first = year(**WHOLE)
    entries = list(journal.entries())
    second = year(**WHOLE)
    assert (first.performed, first.refused) == (15, [])
    assert (second.performed, *second.said) == (0, [], [])
    assert list(journal.entries()) == entries
    assert second.plan() == first.plan()
    outcome = ("bodies", "concepts", "deadlines")
    assert [second.report[name] for name in outcome] == [
        first.report[name] for name in outcome
    ]


def test_an_extended_file_performs_what_is_new(year: Year) -> None:
    """In parts, sheet by sheet, the year comes to the same plan as at once."""
    steps = (
        ("agreements", 1),
        ("events", 1),
        ("no_proposals", 1),
        ("supplements", 1),
        ("conclusions", 1),
        ("notifications", 1),
        ("settlements", 1),
        ("placements", 1),
        ("submissions", 1),
        ("decisions", 1),
        ("row_decisions", 1),
        ("submissions", 2),
        ("replies", 1),
        ("distributions", 1),
    )
    part = {"bodies": WHOLE["bodies"]}
    performed = year(**part).performed
    for sheet, rows in steps:
        part[sheet] = WHOLE[sheet][:rows]
        ran = year(**part)
        performed += ran.performed
    assert (performed, ran.refused) == (15, [])
    assert ran.plan().stage == "agreed"
    assert ran.cell(3)[1] == "Соглашение"


@pytest.mark.parametrize(
    ("sheet", "changes"),
    [
        ("concepts", {"document": "2-2/341"}),
        ("concepts", {"received_at": "2024-09-10T10:00:01+05:00"}),
        ("concepts", {"joint": "mps"}),
        ("no_proposals", {"received_at": datetime(2024, 9, 19, 10)}),  # noqa: DTZ001 -- Excel knows no zones
        ("supplements", {"note_ru": "Замечание"}),
        ("conclusions", {"on": date(2024, 10, 17)}),
        ("notifications", {"document": "ХБ/165"}),
        ("settlements", {"reason": "Басқа себеп"}),
        ("placements", {"plan": "long_term"}),
        ("agreements", {"years": "2025"}),
        ("events", {"title": "Басқа"}),
        ("submissions", {"document": "11-1/656"}),
        ("decisions", {"outcome": "returned"}),
        ("row_decisions", {"outcome": "exclude"}),
        ("replies", {"on": date(2024, 12, 3)}),
        ("distributions", {"means": "пошта"}),
        ("bodies", {"answers": "no"}),
    ],
)
def test_a_changed_row_is_refused_and_nothing_else_is(
    year: Year, sheet: str, changes: dict[str, Any]
) -> None:
    """It differs in meaning from what an earlier run performed: no paragraph."""
    first = year(**WHOLE)
    rows = [dict(found) for found in WHOLE.get(sheet, [concept()])]
    rows[0] |= {"body": "mps", **changes} if sheet == "no_proposals" else changes
    second = year(**{**WHOLE, sheet: rows})
    assert (second.performed, *second.said) == (0, [f"{sheet} 2 –"], [])
    assert second.plan() == first.plan()


@pytest.mark.parametrize(
    ("sheet", "changes"),
    [
        ("concepts", {"received_at": "2024-09-10T05:00Z"}),
        ("concepts", {"received_at": datetime(2024, 9, 10, 10)}),  # noqa: DTZ001 -- Excel knows no zones
        ("concepts", {"conclude_from": "2025-04-01", "document": " 2-2/340 "}),
        ("concepts", {"counterparties": "uz; UZ", "joint": "mid", "note_kk": ""}),
        ("conclusions", {"on": datetime(2024, 10, 16)}),  # noqa: DTZ001 -- Excel knows no zones
        ("agreements", {"years": "2026;2025", "concepts": "C-002 ;C-001"}),
        ("decisions", {"number": 12}),
        ("distributions", {"means": None}),
    ],
)
def test_a_row_written_otherwise_means_the_same(
    year: Year, sheet: str, changes: dict[str, Any]
) -> None:
    """Another form of a day, a moment or a list is the same row."""
    year(**WHOLE)
    rows = [dict(found) for found in WHOLE.get(sheet, [concept()])]
    base = {"years": "2025; 2026"} if sheet == "agreements" else {}
    rows[0] |= {**base, **changes}
    if sheet == "conclusions":
        rows[0]["number"] = "Қ/C-001"
    ran = year(**{**WHOLE, sheet: rows})
    assert (ran.performed, *ran.said) == (0, [], [])


def test_row_decisions_belong_to_a_decision_of_an_earlier_run(year: Year) -> None:
    """Its row may be unchanged, changed or gone: the decision is in the record."""
    remark = {"remark_kk": "Дұрыс", "remark_ru": "Верно"}
    rows = [row("row_decisions", outcome="change", **remark)]
    year(**placed(), **APPROVED)
    without = {**placed(), **SENT}
    changed = {**placed(), **SENT, "decisions": [row("decisions", present="9 / 12")]}
    ran = year(**without, row_decisions=rows)
    assert (ran.performed, *ran.said) == (1, [], [])
    assert ran.cell(6) == ("Дұрыс", "Верно")
    again = year(**changed, row_decisions=rows)
    assert (again.performed, *again.said) == (0, ["decisions 2 –"], [])


@pytest.mark.provision("commission.decision")
def test_a_row_decision_comes_too_late_when_its_plan_went_on(year: Year) -> None:
    """What the President has before him is not changed by a forgotten row."""
    first = year(**placed(), **AGREED)
    second = year(
        **placed(), **AGREED, row_decisions=[row("row_decisions", outcome="exclude")]
    )
    assert second.refused == ["row_decisions 2 ¶13"]
    assert second.plan() == first.plan()


@pytest.mark.provision("commission.decision")
@pytest.mark.parametrize(
    ("sheets", "refused"),
    [
        (
            {
                "settlements": [
                    row("settlements", on=date(2024, 12, 1), level="interagency")
                ]
            },
            ["settlements 2 ¶13"],
        ),
        (
            {
                "conclusions": expedient("C-001", "C-002"),
                "placements": [
                    row("placements"),
                    row("placements", concept="C-002", on=date(2024, 12, 1)),
                ],
            },
            ["placements 3 ¶13"],
        ),
    ],
)
def test_what_a_later_run_adds_follows_what_has_effect_by_its_day(
    year: Year, sheets: dict[str, Any], refused: list[str]
) -> None:
    """The plan is a draft since 2 December; on 1 December it was not."""
    base = {**placed(), "concepts": [concept(), concept("C-002")], **RETURNED}
    year(**base)
    assert year(**{**base, **sheets}).refused == refused


def test_a_sending_of_an_earlier_day_holds_nothing_later(year: Year) -> None:
    """A draft whose row was placed on 30 October cannot have been sent on the 29th."""
    year(**placed())
    ran = year(**placed(), submissions=[row("submissions", on=date(2024, 10, 29))])
    assert ran.refused == ["submissions 2 –"]


def outcome_of(ran: Ran) -> tuple[int, list[str], list[str]]:
    """Return what a run did and said."""
    return ran.performed, *ran.said


def test_two_cycles_stand_side_by_side(year: Year) -> None:
    """Keys of concepts, bodies, decisions and the plans are each cycle's own."""
    first = year(**WHOLE)
    of_2025 = {
        "cycle": cycle(year=2025),
        "concepts": [
            concept(
                received_at="2025-09-01",
                conclude_from=date(2026, 1, 1),
                conclude_to=date(2026, 3, 31),
            )
        ],
        "conclusions": [row("conclusions", on=date(2025, 10, 1))],
        "placements": [row("placements", on=date(2025, 10, 2))],
        "submissions": [row("submissions", on=date(2025, 11, 10))],
        "decisions": [row("decisions", on=date(2025, 11, 12))],
    }
    second = year(**of_2025)
    assert outcome_of(second) == (5, [], [])
    assert second.plan().form.name == "current-2026"
    assert second.plan("long_term").form.name == "long-term-2027-2029"
    assert outcome_of(year(**WHOLE)) == (0, [], [])
    assert (first.plan().stage, second.plan().stage) == ("agreed", "approved")


def test_a_later_file_may_insert_bodies_and_correct_their_order(year: Year) -> None:
    """Rows of bodies are the official order, however often that is corrected."""
    mid, mps, mks = body("mid"), body("mps"), body("mks")
    concepts = [concept(f"C-{code}", body=code) for code in ("mid", "mps")]
    keys = [found["id"] for found in concepts]
    orders = [[mid, mps], [mps, mks, mid], [mid, mps, mks], [mps, mks, mid]]
    seen = []
    for bodies in orders:
        ran = year(bodies=bodies, concepts=concepts, **placed(*keys))
        assert ran.refused == []
        seen.append(ran.concepts())
    assert seen == [keys, keys[::-1], keys, keys[::-1]]


def test_a_body_listed_twice_keeps_its_first_place(year: Year) -> None:
    """The second row is refused and moves nobody."""
    mid, mps = body("mid"), body("mps")
    concepts = [concept("C-mid"), concept("C-mps", body="mps")]
    ran = year(bodies=[mid, mps, mid], concepts=concepts, **placed("C-mid", "C-mps"))
    assert (ran.refused, ran.concepts()) == (["bodies 4 –"], ["C-mid", "C-mps"])


@pytest.mark.provision("commission.decision")
def test_bodies_keep_their_order_in_a_plan_that_is_no_draft(year: Year) -> None:
    """A plan that was sent does not change its rows by another official order."""
    mid, mps, mks = body("mid"), body("mps"), body("mks")
    sheets = {
        "concepts": [concept("C-mid"), concept("C-mps", body="mps")],
        **placed("C-mid", "C-mps"),
        **SENT,
    }
    first = year(bodies=[mid, mps, mks], **sheets)
    second = year(bodies=[mps, mid, mks], **sheets)
    assert second.refused == ["cycle 1 ¶13"]
    assert second.plan() == first.plan()
    third = year(bodies=[mks, mid, mps], **sheets)
    assert (third.refused, third.plan()) == ([], first.plan())


def test_a_cycle_to_come_may_be_prepared_on_several_days(year: Year) -> None:
    """What has no day of its own keeps that of the first run."""
    sheets = {"cycle": cycle(year=2031), "concepts": [], "events": [row("events")]}
    first = year(**sheets, today=date(2030, 12, 1))
    second = year(**sheets, today=date(2030, 12, 2))
    assert (first.refused, second.refused, second.performed) == ([], [], 0)


def test_unknown_sheets_and_columns_are_told_each_time(year: Year) -> None:
    """They are cautions without a row, and nothing of them is read."""
    sheets: dict[str, Any] = {
        "concepts": [concept(responsible="?")],
        "жазбалар": [{"a": 1}],
    }
    for _run in range(2):
        ran = year(**sheets)
        assert sorted(ran.cautions) == ["concepts None –", "жазбалар None –"]
        assert ran.refused == []


def test_empty_sheets_and_absent_ones_mean_the_same(year: Year) -> None:
    """A sheet with headings alone orders nothing."""
    empty: dict[str, Any] = {sheet: [] for sheet in WHOLE if sheet != "bodies"}
    ran = year(**empty, concepts=[])
    assert (ran.performed, *ran.said) == (0, [], [])
    assert ran.report["concepts"] == {}


def test_a_concept_is_reported_by_the_first_row_of_its_id(year: Year) -> None:
    """Refused, its lateness goes by the moment alone, where that can be read."""
    ran = year(
        concepts=[
            concept("C-1", level="?"),
            concept("C-2", level="?", received_at="2024-09-26"),
            concept("C-3", received_at="қыркүйек"),
            concept("C-3", level="?"),
            concept("C-4", level="?"),
            concept("C-4"),
        ]
    )
    found = {
        key: (value["in_time"], value["stage"])
        for key, value in ran.report["concepts"].items()
    }
    assert found == {
        "C-1": (True, "refused"),
        "C-2": (False, "refused"),
        "C-3": (None, "refused"),
        "C-4": (True, "received"),
    }
