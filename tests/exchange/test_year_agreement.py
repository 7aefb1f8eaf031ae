"""Plans before the President and after, and the day lines: ¶¶14 and 15."""

from datetime import date
from typing import Any

import pytest

from tests.exchange.workbooks import concept, cycle, row
from tests.exchange.years import (
    AGREED,
    APPROVED,
    BEFORE_PRESIDENT,
    RETURNED,
    SENT,
    TO_COMMISSION,
    TO_PRESIDENT,
    Year,
    body,
    placed,
)


@pytest.mark.provision("president.deadline")
@pytest.mark.parametrize(
    ("sheets", "refused"),
    [
        ({"submissions": [TO_PRESIDENT]}, ["submissions 2 ¶14"]),
        ({"submissions": [TO_COMMISSION, TO_PRESIDENT]}, ["submissions 3 ¶14"]),
        (BEFORE_PRESIDENT, []),
        (
            {
                **BEFORE_PRESIDENT,
                "decisions": [row("decisions", outcome="returned")],
            },
            ["submissions 3 ¶14"],
        ),
        (
            {
                **RETURNED,
                "submissions": [
                    *RETURNED["submissions"],
                    row("submissions", to="president", on=date(2024, 12, 3)),
                ],
            },
            ["submissions 4 ¶14"],
        ),
    ],
)
def test_only_what_is_approved_goes_to_the_president(
    year: Year, sheets: dict[str, Any], refused: list[str]
) -> None:
    """Not a draft, not what the Commission has or returned, nor after his return."""
    assert year(**placed(), **sheets).refused == refused


@pytest.mark.provision("president.deadline")
def test_the_sending_comes_after_the_decisions_of_its_day(year: Year) -> None:
    """A plan may be sent, approved, sent on, agreed and distributed on one day."""
    day = date(2024, 11, 11)
    ran = year(
        **placed(),
        submissions=[{**TO_PRESIDENT, "on": day}, TO_COMMISSION],
        decisions=[row("decisions", on=day)],
        replies=[row("replies", on=day)],
        distributions=[row("distributions", on=day)],
    )
    assert (ran.refused, ran.plan().stage) == ([], "agreed")


@pytest.mark.provision("president.agreement")
@pytest.mark.parametrize("sheets", [{}, SENT, APPROVED, AGREED])
@pytest.mark.parametrize("outcome", ["agreed", "returned"])
def test_a_reply_is_on_what_lies_before_the_president(
    year: Year, sheets: dict[str, Any], outcome: str
) -> None:
    """Never sent to him, or answered already, there is nothing to reply to."""
    replies = [*sheets.get("replies", ()), row("replies", number="2", outcome=outcome)]
    ran = year(**placed(), **{**sheets, "replies": replies})
    assert ran.refused == [f"replies {len(replies) + 1} ¶14"]


@pytest.mark.provision("distribution.recipients")
def test_only_an_agreed_plan_is_sent_out_and_once(year: Year) -> None:
    """Too early is ¶15; again is a used key; an unknown recipient is nobody."""
    ran = year(
        **placed(),
        **AGREED,
        distributions=[
            row("distributions", on=date(2024, 12, 1)),
            row("distributions"),
            row("distributions", on=date(2024, 12, 7)),
            row("distributions", recipient="kgd"),
            row("distributions", plan="long_term"),
            row("distributions", recipient="mid", acknowledged_on=date(2024, 12, 5)),
            row("distributions", recipient="mid", acknowledged_on=date(2024, 12, 6)),
        ],
    )
    assert ran.refused == [
        "distributions 2 ¶15",
        "distributions 4 –",
        "distributions 5 –",
        "distributions 6 ¶15",
        "distributions 7 –",
    ]


BODIES = [body("mid"), body("mps"), body("mks"), body("mtk", answers="no")]


@pytest.mark.provision("distribution.deadline")
@pytest.mark.parametrize(
    ("recipients", "met"),
    [
        (["parliament", "government_office", "mps"], (None, None)),
        (["parliament", "mps", "mks"], (None, None)),
        (["parliament", "government_office", "mks", "mps"], ("2024-12-18", 1)),
        (
            ["mid", "mtk", "parliament", "mks", "mps", "government_office"],
            ("2024-12-18", 1),
        ),
    ],
)
def test_a_plan_is_distributed_with_its_last_recipient(
    year: Year, recipients: list[str], met: tuple[str | None, int | None]
) -> None:
    """Both offices and every body with a row, joint ones too, but not the Ministry."""
    first, *others = recipients[-1], *recipients[:-1]
    ran = year(
        bodies=BODIES,
        **{
            **placed("C-001", "C-002"),
            "concepts": [concept(joint="mks"), concept("C-002", body="mps")],
        },
        **AGREED,
        distributions=[
            *(row("distributions", recipient=code) for code in others),
            row("distributions", recipient=first, on=date(2024, 12, 18)),
        ],
    )
    assert ran.refused == []
    assert ran.deadline("15", "current") == met


@pytest.mark.provision("distribution.recipients")
def test_more_recipients_than_needed_change_nothing(year: Year) -> None:
    """A later sending to a body without a row does not make the plan late."""
    ran = year(
        bodies=BODIES,
        **placed(),
        **AGREED,
        distributions=[
            row("distributions", on=date(2024, 12, 16)),
            row("distributions", recipient="government_office", on=date(2024, 12, 17)),
            row("distributions", recipient="mps", on=date(2024, 12, 30)),
        ],
    )
    assert ran.deadline("15", "current") == ("2024-12-17", 0)


def test_a_withdrawn_row_still_has_its_recipient(year: Year) -> None:
    """Its row stands in the agreed plan, so that its body is sent it."""
    ran = year(
        bodies=BODIES,
        **{**placed(), "concepts": [concept(body="mps")]},
        **AGREED,
        withdrawals=[row("withdrawals", on=date(2024, 11, 20))],
        distributions=[
            row("distributions"),
            row("distributions", recipient="government_office"),
        ],
    )
    assert ran.said == ([], ["withdrawals 2 ¶13"])
    assert ran.deadline("15", "current") == (None, None)


@pytest.mark.provision("commission.deadline")
@pytest.mark.parametrize(
    ("planned_in", "due", "outer", "sent", "late"),
    [
        (2023, "2023-11-10", "2023-11-10", "2023-11-11", 1),
        (2024, "2024-11-10", "2024-11-11", "2024-11-11", 0),
        (2024, "2024-11-10", "2024-11-11", "2024-11-13", 2),
        (2025, "2025-11-10", "2025-11-10", "2025-11-10", 0),
    ],
)
def test_a_draft_is_late_after_the_outer_day(
    year: Year, planned_in: int, due: str, outer: str, sent: str, late: int
) -> None:
    """The first sending counts; a named day off gives way to the next working day."""
    ran = year(
        cycle=cycle(year=planned_in),
        concepts=[],
        submissions=[
            row("submissions", on=sent),
            row("submissions", on=f"{planned_in}-12-20"),
        ],
        decisions=[row("decisions", on=f"{planned_in}-12-10", outcome="returned")],
    )
    assert ran.refused == []
    assert ran.deadline("12", "current") == (sent, late)
    line = next(
        found for found in ran.report["deadlines"] if found["paragraph"] == "12"
    )
    assert (line["due"], line["outer"]) == (due, outer)


@pytest.mark.provision("president.deadline")
@pytest.mark.parametrize(
    ("sheets", "met"),
    [
        (APPROVED, (None, None)),
        (BEFORE_PRESIDENT, ("2024-11-22", 0)),
        (
            {
                **APPROVED,
                "submissions": [
                    TO_COMMISSION,
                    {**TO_PRESIDENT, "on": date(2024, 11, 28)},
                ],
            },
            ("2024-11-28", 3),
        ),
    ],
)
def test_the_way_to_the_president_has_its_day(
    year: Year, sheets: dict[str, Any], met: tuple[str | None, int | None]
) -> None:
    """While the plan was not sent to him nothing is met."""
    assert year(**placed(), **sheets).deadline("14", "current") == met


ANSWERS = [row("no_proposals", body="mps", received_at="2024-09-26")]


@pytest.mark.provision("proposals.none")
@pytest.mark.parametrize(
    ("concepts", "letters", "answers", "met"),
    [
        ([concept()], [], ["submitted", "silent", "silent"], (None, None)),
        ([concept(joint="mks; mps")], [], ["submitted"] * 3, ("2024-09-10", 0)),
        (
            [concept(joint="mks")],
            ANSWERS,
            ["submitted", "late", "submitted"],
            ("2024-09-26", 1),
        ),
        (
            [concept(body="mps", joint="mks; mid", received_at="2024-09-27")],
            ANSWERS,
            ["late", "late", "late"],
            ("2024-09-27", 2),
        ),
        (
            [
                concept(body="mps", received_at="2024-09-27"),
                concept("C-002", joint="mks"),
            ],
            [row("no_proposals", body="mps")],
            ["submitted", "none", "submitted"],
            ("2024-09-18", 0),
        ),
        (
            [concept(), concept("C-002", body="mks")],
            [row("no_proposals", body="mps"), *ANSWERS],
            ["submitted", "none", "submitted"],
            ("2024-09-18", 0),
        ),
        (
            [concept(), concept("C-002", body="mks")],
            [
                *ANSWERS,
                row("no_proposals", body="mps", document="1", received_at="2024-09-25"),
            ],
            ["submitted", "none", "submitted"],
            ("2024-09-25", 0),
        ),
    ],
)
def test_bodies_answer_and_the_last_first_answer_counts(
    year: Year,
    concepts: list[dict[str, Any]],
    letters: list[dict[str, Any]],
    answers: list[str],
    met: tuple[str | None, int | None],
) -> None:
    """Submitted before none before late; a body's first paper is its answer."""
    ran = year(bodies=BODIES, concepts=concepts, no_proposals=letters)
    assert ran.report["bodies"] == dict(
        zip(("mid", "mps", "mks"), answers, strict=True)
    )
    assert ran.deadline("4") == met


def test_a_body_that_need_not_answer_is_told_when_it_does(year: Year) -> None:
    """It holds nothing up while it is silent, and its late answer makes nobody late."""
    bodies = [body("mid"), body("mtk", answers="no")]
    silent = year(bodies=bodies)
    assert silent.report["bodies"] == {"mid": "submitted"}
    ran = year(
        bodies=bodies,
        no_proposals=[row("no_proposals", body="mtk", received_at="2024-10-01")],
    )
    assert ran.report["bodies"] == {"mid": "submitted", "mtk": "late"}
    assert ran.deadline("4") == ("2024-09-10", 0)


def test_a_withdrawn_concept_was_an_answer(year: Year) -> None:
    """It is in the record, and came in time."""
    ran = year(withdrawals=[row("withdrawals", on=date(2024, 9, 20))])
    assert ran.report["bodies"] == {"mid": "submitted"}


@pytest.mark.parametrize(
    ("planned_in", "days"),
    [
        (
            2023,
            ["09-25", "09-25", "10-24", "10-26", "11-10", "11-10", "11-25", "11-27"],
        ),
        (
            2024,
            ["09-25", "09-25", "10-24", "10-28", "11-10", "11-11", "11-25", "11-25"],
        ),
        (
            2025,
            ["09-25", "09-25", "10-24", "10-28", "11-10", "11-10", "11-25", "11-25"],
        ),
        (
            2026,
            ["09-25", "09-25", "10-24", "10-27", "11-10", "11-10", "11-25", "11-25"],
        ),
        (
            2027,
            ["09-25", "09-27", "10-24", "10-26", "11-10", "11-10", "11-25", "11-25"],
        ),
    ],
)
def test_deadlines_of_the_years(year: Year, planned_in: int, days: list[str]) -> None:
    """Due and outer of ¶¶4, 8, 12 and 14, as the table of the design has them."""
    ran = year(
        cycle=cycle(year=planned_in),
        today=date(planned_in, 12, 31),
        concepts=[],
        submissions=[row("submissions", on=date(planned_in, 11, 9))],
    )
    found = [
        day for line in ran.report["deadlines"] for day in (line["due"], line["outer"])
    ]
    assert found == [f"{planned_in}-{day}" for day in days]


def test_a_late_body_of_2027_is_late_from_the_named_day(year: Year) -> None:
    """25 September 2027 is a Saturday; lateness of the bodies counts from it."""
    ran = year(
        cycle=cycle(year=2027),
        today=date(2027, 12, 31),
        concepts=[
            concept(
                received_at="2027-09-27",
                conclude_from=date(2028, 1, 1),
                conclude_to=date(2028, 1, 31),
            )
        ],
    )
    assert ran.report["concepts"]["C-001"]["in_time"] is False
    assert ran.deadline("4") == ("2027-09-27", 2)


@pytest.mark.provision("distribution.deadline")
@pytest.mark.parametrize(
    ("agreed_on", "due"), [("2024-12-02", "2024-12-17"), ("2024-11-29", "2024-12-13")]
)
def test_ten_working_days_follow_the_agreement(
    year: Year, agreed_on: str, due: str
) -> None:
    """Counted from the day after; 16 December is a holiday."""
    ran = year(**placed(), **{**AGREED, "replies": [row("replies", on=agreed_on)]})
    line = next(
        found for found in ran.report["deadlines"] if found["paragraph"] == "15"
    )
    assert (line["due"], line["outer"], line["met_on"]) == (due, due, None)
