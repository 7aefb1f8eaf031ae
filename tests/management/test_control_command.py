"""``jospar control``: the control report on the carrying out of the plans."""

from collections.abc import Callable
from pathlib import Path

import pytest

from jospar.procedure.rehearsal import rehearse_on
from tests.installation import Said
from tests.queries.many_rows import TODAY, many_rows

pytestmark = pytest.mark.django_db

Command = Callable[..., Said]
STARTS = {".docx": b"PK", ".xlsx": b"PK", ".pdf": b"%PDF"}


def test_every_form_in_both_languages(command: Command, tmp_path: Path) -> None:
    """They are written where it is asked for, and each place is said."""
    many_rows(5)
    said = command("control", "--day", TODAY, "--out", tmp_path / "new" / "out")
    names = [
        f"control-report.{language}{ending}"
        for language in ("kk", "ru")
        for ending in (".docx", ".pdf", ".xlsx")
    ]
    paths = [tmp_path / "new" / "out" / name for name in names]
    assert said == Said(0, "".join(f"{path}\n" for path in paths), "")
    for path in paths:
        assert path.read_bytes().startswith(STARTS[path.suffix])


def test_one_body_in_one_language_for_a_year(command: Command, tmp_path: Path) -> None:
    """Without a day it is made for today."""
    many_rows(5)
    rehearse_on(TODAY)
    said = command(
        *("control", "--span", "year", "--body", "trade", "--language", "en"),
        *("--out", tmp_path),
    )
    assert (said.status, len(said.out.splitlines())) == (0, 3)


def test_a_body_that_nobody_listed(command: Command, tmp_path: Path) -> None:
    """One line says so, and nothing is written."""
    many_rows(5)
    out = tmp_path / "out"
    said = command("control", "--body", "nobody", "--out", out, "--lang", "en")
    assert (said.status, said.err) == (
        2,
        "jospar: There is no body with the code “nobody”.\n",
    )
    assert not out.exists()
