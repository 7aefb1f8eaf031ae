"""Conclusions and notifications, as the workbook has them: ¶¶8 and 9."""

from datetime import date
from typing import Any

import pytest

from tests.exchange.workbooks import concept, row
from tests.exchange.years import Year


@pytest.mark.provision("conclusions.expediency")
@pytest.mark.parametrize(
    ("changes", "columns"),
    [
        ({}, []),
        ({"reasons_kk": None}, ["reasons_kk"]),
        ({"reasons_ru": None}, ["reasons_ru"]),
        ({"reasons_kk": None, "reasons_ru": None}, ["reasons_kk", "reasons_ru"]),
    ],
)
def test_reasons_stand_in_both_languages(
    year: Year, changes: dict[str, Any], columns: list[str]
) -> None:
    """Each empty language is a caution; the conclusion stands."""
    ran = year(conclusions=[row("conclusions", **changes)])
    assert ran.said == ([], ["conclusions 2 ¶8"] * len(columns))
    assert [found["column"] for found in ran.report["cautions"]] == columns


@pytest.mark.provision("conclusions.expediency")
@pytest.mark.parametrize(
    ("expedient", "stage"), [("yes", "received"), ("no", "not_expedient")]
)
def test_a_conclusion_is_of_either_kind(year: Year, expedient: str, stage: str) -> None:
    """What is not expedient is settled, what is expedient waits for its place."""
    ran = year(conclusions=[row("conclusions", expedient=expedient)])
    assert (ran.refused, ran.stage()) == ([], stage)


@pytest.mark.provision("concepts.languages")
def test_an_incomplete_concept_is_not_concluded_on(year: Year) -> None:
    """It waits until the day of the supplement that fills the last text."""
    ran = year(
        concepts=[concept(purpose_ru=None)],
        conclusions=[
            row("conclusions", on=date(2024, 10, 1)),
            row("conclusions", on=date(2024, 10, 2), number="Қ/246"),
        ],
        supplements=[row("supplements", purpose_ru="Развитие.")],
    )
    assert ran.refused == ["conclusions 2 ¶5"]


@pytest.mark.provision("concepts.languages")
def test_a_settlement_does_not_complete_a_concept(year: Year) -> None:
    """Only the body's own supplement completes what the body wrote."""
    ran = year(
        concepts=[concept(title_kk=None)],
        settlements=[row("settlements", title_kk="Келісім", on=date(2024, 10, 1))],
        conclusions=[row("conclusions")],
    )
    assert ran.refused == ["conclusions 2 ¶5"]
    assert ran.report["concepts"]["C-001"]["complete"] is False


@pytest.mark.provision("conclusions.expediency")
def test_a_withdrawn_concept_is_not_concluded_on(year: Year) -> None:
    """On the day of the withdrawal and after there is nothing to judge."""
    ran = year(
        withdrawals=[row("withdrawals", on=date(2024, 10, 16))],
        conclusions=[row("conclusions")],
    )
    assert (ran.refused, ran.stage()) == (["conclusions 2 ¶8"], "withdrawn")


def test_several_grounds_are_an_entry_each(year: Year) -> None:
    """A late, incomplete concept that went back is refused on three grounds."""
    ran = year(
        concepts=[concept(received_at="2024-09-26", title_ru=None)],
        returns=[row("returns")],
        conclusions=[row("conclusions", number="Қ/1")],
        settlements=[row("settlements")],
    )
    assert ran.refused == [
        "conclusions 2 ¶6",
        "conclusions 2 ¶5",
        "conclusions 2 ¶8",
        "settlements 2 ¶6",
        "settlements 2 ¶8",
    ]


def test_a_second_conclusion_of_one_concept_has_no_paragraph(year: Year) -> None:
    """The key is used, and that comes before the law."""
    ran = year(
        conclusions=[row("conclusions"), row("conclusions", on=date(2024, 10, 17))]
    )
    assert ran.refused == ["conclusions 3 –"]


@pytest.mark.provision("conclusions.notice")
def test_what_is_sent_to_the_body_was_concluded_by_that_day(year: Year) -> None:
    """Without a conclusion, or before it, there is nothing to notify; twice neither."""
    ran = year(
        concepts=[concept(), concept("C-002")],
        conclusions=[row("conclusions", expedient="no")],
        notifications=[
            row("notifications", on=date(2024, 10, 15)),
            row("notifications", on=date(2024, 10, 16)),
            row("notifications", on=date(2024, 10, 18)),
            row("notifications", concept="C-002"),
        ],
    )
    assert ran.refused == [
        "notifications 2 ¶9",
        "notifications 4 –",
        "notifications 5 ¶9",
    ]


@pytest.mark.provision("conclusions.deadline")
@pytest.mark.parametrize(
    ("days", "withdrawn", "met"),
    [
        ({}, False, (None, None)),
        ({"C-001": date(2024, 10, 24)}, False, (None, None)),
        ({"C-001": date(2024, 10, 24)}, True, ("2024-10-24", 0)),
        (
            {"C-001": date(2024, 10, 24), "C-002": date(2024, 10, 28)},
            False,
            ("2024-10-28", 0),
        ),
        (
            {"C-001": date(2024, 10, 31), "C-002": date(2024, 10, 28)},
            False,
            ("2024-10-31", 3),
        ),
    ],
)
def test_the_review_is_over_with_the_last_conclusion(
    year: Year,
    days: dict[str, date],
    withdrawn: bool,
    met: tuple[str | None, int | None],
) -> None:
    """Late and withdrawn concepts need none; lateness counts from the outer day."""
    ran = year(
        concepts=[
            concept(),
            concept("C-002"),
            concept("C-003", received_at="2024-09-26"),
        ],
        conclusions=[
            row("conclusions", concept=key, on=on) for key, on in days.items()
        ],
        withdrawals=[row("withdrawals", concept="C-002")] if withdrawn else [],
    )
    assert ran.refused == []
    assert ran.deadline("8") == met


def test_without_a_concept_in_time_no_conclusion_is_due(year: Year) -> None:
    """Where there was nothing to do nothing was met."""
    ran = year(concepts=[concept(received_at="2024-10-01")])
    assert ran.deadline("8") == (None, None)
