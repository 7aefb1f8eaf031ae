"""``jospar treaties``: a list of earlier treaties is entered."""

from collections.abc import Callable
from pathlib import Path

import pytest

from jospar.records.models import Treaty
from tests.installation import Said

pytestmark = pytest.mark.django_db

Command = Callable[..., Said]


def test_a_list_is_entered_once(command: Command, tmp_path: Path) -> None:
    """It says what it did, and what it made no use of."""
    path = tmp_path / "treaties.csv"
    path.write_text("title_kk,title_ru,note\nКелісім,Соглашение,a\n", "utf-8")
    used = "Not used: the columns note.\n"
    first = f"{used}Listed: 1. Known before: 0. Refused: 0.\n"
    again = f"{used}Listed: 0. Known before: 1. Refused: 0.\n"
    assert command("treaties", path) == Said(0, first, "")
    assert command("treaties", path) == Said(0, again, "")
    assert Treaty.objects.count() == 1


def test_a_day_that_was_missing_is_said(command: Command, tmp_path: Path) -> None:
    """The treaty stands once, with its day."""
    path = tmp_path / "treaties.csv"
    path.write_text("title_kk\nКелісім\n", "utf-8")
    command("treaties", path)
    path.write_text("title_kk,signed_on\nКелісім,2019-12-30\n", "utf-8")
    dated = "Listed before without a day, which they have now: 1.\n"
    counts = "Listed: 0. Known before: 0. Refused: 0.\n"
    assert command("treaties", path) == Said(0, f"{dated}{counts}", "")
    assert Treaty.objects.count() == 1


def test_a_row_that_is_refused(command: Command, tmp_path: Path) -> None:
    """Its number and the reason stand in a table; the status says so."""
    path = tmp_path / "treaties.csv"
    path.write_text("title_kk,signed_on\nКелісім,soon\n", "utf-8")
    said = command("treaties", path)
    assert (said.status, said.err) == (1, "")
    assert "2 signed_on" in said.out
    assert "“soon” is not a day" in " ".join(said.out.split())
    assert said.out.endswith("Listed: 0. Known before: 0. Refused: 1.\n")
    assert Treaty.objects.count() == 0


def test_a_list_that_is_not_there(command: Command, tmp_path: Path) -> None:
    """One line says so."""
    said = command("treaties", tmp_path / "none.csv")
    assert (said.status, said.out) == (2, "")
    assert "There is no file" in said.err
