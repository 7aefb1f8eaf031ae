"""What mails say: what is new, and what is due."""

from datetime import date

import pytest

from jospar.notices.letters import due_soon, letter
from jospar.notices.models import Notice
from tests.notices.made_notices import appoint, do, open_cycle, today
from tests.rules import made

pytestmark = pytest.mark.django_db


def news(count: int) -> list[Notice]:
    """Return so many notices for a digest."""
    notice = Notice(
        kind="to_place",
        year=2024,
        parameters={"concept": 7, "title": {"kk": "", "ru": "Соглашение"}},
        at_once=False,
    )
    return [notice] * count


def due(person: str, day: date) -> list[str]:
    """Return the provisions of the deadlines that a digest of ``day`` names."""
    return [line.deadline.provision for line in due_soon(today(day), person)]


@pytest.mark.parametrize(
    ("language", "subjects"),
    [
        ("kk", ["1 жаңа хабарлама", "2 жаңа хабарлама", "5 жаңа хабарлама"]),
        ("ru", ["1 новое извещение", "2 новых извещения", "5 новых извещений"]),
        ("en", ["1 new notice", "2 new notices", "5 new notices"]),
    ],
)
def test_subjects_count(language: str, subjects: list[str]) -> None:
    """How many things are new is said in the right form."""
    said = [letter(news(count), [], language).subject for count in (1, 2, 5)]
    assert said == [f"Jospar: {subject}" for subject in subjects]


@pytest.mark.parametrize(
    ("day", "provisions"),
    [
        (date(2024, 10, 16), []),
        (date(2024, 10, 17), ["conclusions.deadline"]),
        (date(2024, 10, 24), ["conclusions.deadline"]),
        (date(2024, 11, 20), ["conclusions.deadline"]),
    ],
)
def test_deadlines_of_the_next_five_working_days(
    day: date, provisions: list[str]
) -> None:
    """They are named from then on until they are met."""
    open_cycle()
    appoint("a", "head")
    do(made.submit_concept())
    assert due("a", day) == provisions
    do(made.conclude(on=date(2024, 10, 15)))
    assert due("a", day) == []


def test_only_silent_bodies_have_to_answer() -> None:
    """The deadline of the bodies is named to those that have not answered."""
    open_cycle()
    appoint("trader", "body_officer", "trade")
    appoint("miner", "body_officer", "energy")
    do(made.report_none(body="energy"))
    day = date(2024, 9, 20)
    assert (due("trader", day), due("miner", day)) == (["concepts.deadline"], [])


def test_a_digest() -> None:
    """News and deadlines stand one below the other, what has passed marked so."""
    open_cycle()
    appoint("a", "reviewer")
    do(made.submit_concept())
    for day, line in (
        (24, "– 24 October 2024 is the last day."),
        (29, "– 24 October 2024 (overdue)."),
    ):
        lines = due_soon(today(date(2024, 10, day)), "a")
        text = letter(news(1), lines, "en").text
        assert text.splitlines()[:5] == [
            "What is new:",
            "– The concept “Соглашение” was found expedient. It is to be placed in a "
            "plan.",
            "",
            "Deadlines:",
            f"{line} The Ministry gives its conclusion before 25 October.",
        ]


def test_a_digest_of_a_deadline_alone() -> None:
    """Its subject says what it is about."""
    open_cycle()
    appoint("a", "reviewer")
    do(made.submit_concept())
    lines = due_soon(today(date(2024, 10, 24)), "a")
    assert letter([], lines, "ru").subject == "Jospar: сегодня последний день срока"
