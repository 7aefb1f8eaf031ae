"""``jospar days``: a deadline, and why it is that day."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from jospar.procedure.clock import Clock
from jospar.procedure.perform import perform
from tests.installation import Said
from tests.procedure.made_orders import order
from tests.rules import made

pytestmark = pytest.mark.django_db

Command = Callable[..., Said]


def test_a_deadline_on_a_named_day(command: Command) -> None:
    """It is due on the day that the Rules name."""
    said = command("days", "concepts.deadline", "--year", "2024")
    assert (said.status, said.err) == (0, "")
    assert said.out.splitlines()[1:3] == [
        "due          25 September 2024",
        "outer        25 September 2024",
    ]


def test_a_deadline_that_is_counted(command: Command) -> None:
    """Every day off that was skipped is shown with its reason."""
    said = command("days", "distribution.deadline", "--from", "2024-12-12")
    assert said.status == 0
    assert "day off      16 December 2024: Independence Day" in said.out


def test_a_year_whose_transfers_are_not_known(command: Command) -> None:
    """That is a caution, never a guess."""
    known = command("days", "concepts.deadline", "--year", "2024")
    unknown = command("days", "concepts.deadline", "--year", "2030")
    caution = "The official transfers of days off of that year are not entered."
    assert (caution in known.out, caution in unknown.out) == (False, True)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("distribution.deadline", "--year", "2024"),
            "This deadline is counted from a day: give --from.",
        ),
        (
            ("concepts.deadline", "--from", "2024-12-02"),
            "This deadline falls on a named day: give --year.",
        ),
    ],
)
def test_the_wrong_question(
    command: Command, arguments: tuple[str, ...], told: str
) -> None:
    """What the deadline needs instead is told in one line."""
    assert command("days", *arguments) == Said(2, "", f"jospar: {told}\n")


def test_no_deadline(command: Command) -> None:
    """A provision that is no deadline is told, with those that are."""
    status, out, err = command("days", "plans.kinds", "--year", "2024")
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("jospar: “plans.kinds” is not a deadline; these are: ")


@pytest.mark.parametrize(
    ("language", "due"),
    [
        ("kk", "2024 жылғы 25 қыркүйек"),
        ("ru", "25 сентября 2024 года"),
        ("en", "25 September 2024"),
    ],
)
def test_in_three_languages(command: Command, language: str, due: str) -> None:
    """The day is written as officials of that language write it."""
    said = command("days", "concepts.deadline", "--year", "2024", "--lang", language)
    assert due in said.out


def test_another_ruleset_that_is_not_there(command: Command) -> None:
    """A ruleset that nobody has is told in one line that names it."""
    status, out, err = command(
        "days", "concepts.deadline", "--year", "2024", "--ruleset", "xx-1999"
    )
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert "xx-1999" in err


TRANSFERS = """edition = "2030-01-15"
known_years = [2030]

[[moved]]
off = 2030-12-13
works = 2030-12-21
"""


def test_transfers_are_entered(command: Command, tmp_path: Path) -> None:
    """Once entered, they count: the year is known and its days are others."""
    asked = ("days", "distribution.deadline", "--from", "2030-12-02")
    before = command(*asked)
    file = tmp_path / "transfers.toml"
    file.write_text(TRANSFERS, encoding="utf-8")
    assert command("days", "--enter", file).status == 0
    after = command(*asked)
    assert "outer        17 December 2030" in before.out
    assert "outer        18 December 2030" in after.out
    assert "caution" in before.out
    assert "day off      13 December 2030: day off moved from 21" in after.out
    assert "calendar 2030-01-15" in after.out
    assert "caution" not in after.out


def test_transfers_entered_again(command: Command, tmp_path: Path) -> None:
    """The same file is one act; another file of that name is told in one line."""
    file = tmp_path / "transfers.toml"
    file.write_text(TRANSFERS, encoding="utf-8")
    first, again = command("days", "--enter", file), command("days", "--enter", file)
    assert first == again
    file.write_text(TRANSFERS + "# more\n", encoding="utf-8")
    said = command("days", "--enter", file)
    assert (said.status, said.err.count("\n")) == (2, 1)


def test_transfers_that_make_no_sense(command: Command, tmp_path: Path) -> None:
    """A file that moves a Monday is refused, and nothing is entered."""
    file = tmp_path / "transfers.toml"
    file.write_text(TRANSFERS.replace("2030-12-21", "2030-12-16"), encoding="utf-8")
    said = command("days", "--enter", file)
    assert said.status == 2
    assert "from a Saturday or Sunday to a day from Monday to Friday" in said.err
    file.write_bytes(b"\xff")
    assert command("days", "--enter", file).status == 2


def test_transfers_are_not_entered_into_a_rehearsal(
    command: Command, tmp_path: Path
) -> None:
    """What is real work is not recorded among what is only rehearsed."""
    perform(order(made.open_cycle()), Clock(date(2024, 12, 31)))
    file = tmp_path / "transfers.toml"
    file.write_text(TRANSFERS, encoding="utf-8")
    said = command("days", "--enter", file)
    assert (said.status, "This database is a rehearsal" in said.err) == (2, True)


def test_no_deadline_is_named(command: Command) -> None:
    """A year alone is answered with the names of the deadlines."""
    said = command("days", "--year", "2024")
    assert (said.status, "None" in said.err) == (2, False)
    assert "concepts.deadline" in said.err
