"""The board of answers."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest

from jospar.queries.answers import Board, board
from jospar.queries.cycle import Answer
from jospar.queries.cycle_record import cycle_record
from jospar.rules.intake.facts import RegisterPaper, Remind
from tests.queries.made_record import LATE, do, open_cycle, submit
from tests.rules import made
from tests.rules.made import RULES, YEAR
from tests.web.made_year import agreed_year

pytestmark = pytest.mark.django_db

Numbered = Callable[[int], AbstractContextManager[object]]


def shown() -> Board:
    """Return the board of the record."""
    return board(cycle_record(RULES, YEAR, date(2024, 10, 10)))


def test_every_body_stands_with_its_answer() -> None:
    """In the official order; those that must answer are counted."""
    agreed_year()
    do(made.list_body(code="bank", answers=False))
    found = shown()
    assert [(line.code, line.answer, line.must_answer) for line in found.lines] == [
        ("trade", Answer.SUBMITTED, True),
        ("energy", Answer.NONE, True),
        ("culture", Answer.LATE, True),
        ("sport", Answer.SILENT, True),
        ("bank", Answer.SILENT, False),
    ]
    assert (found.answered, found.needed) == (3, 4)
    assert found.deadline.due == date(2024, 9, 25)


def test_papers_stand_at_the_bodies_that_they_came_from() -> None:
    """A joint concept at each of its bodies; a letter has no key."""
    open_cycle()
    joint = submit("C-1", proposers=("trade", "energy"))
    letter = do(made.report_none(body="energy", received_at=LATE))
    trade, energy = shown().lines
    assert [(paper.entry, paper.key) for paper in trade.papers] == [(joint, "C-1")]
    assert [
        (one.entry, one.key, one.document, one.in_time) for one in energy.papers
    ] == [
        (joint, "C-1", "", True),
        (letter, "", "7-1/16", False),
    ]


def test_a_paper_shows_its_number_once_it_has_one() -> None:
    """Until then it is empty."""
    open_cycle()
    entry = submit("C-1")
    assert [paper.registered for paper in shown().lines[0].papers] == [""]
    do(RegisterPaper(entry, "1-1", made.AT.date()))
    assert [paper.registered for paper in shown().lines[0].papers] == ["1-1"]


def test_reminders_stand_at_the_body_that_was_reminded() -> None:
    """On the day of the paper."""
    open_cycle()
    do(Remind("energy", date(2024, 9, 16)))
    trade, energy = shown().lines
    assert trade.reminded == ()
    assert energy.reminded == (date(2024, 9, 16),)


def test_the_board_is_read_in_two_queries(django_assert_num_queries: Numbered) -> None:
    """One paper or thirty."""
    open_cycle()
    for rows in (1, 30):
        for number in range(rows):
            submit(f"C-{rows}-{number}")
        record = cycle_record(RULES, YEAR, date(2024, 10, 10))
        with django_assert_num_queries(2):
            board(record)
