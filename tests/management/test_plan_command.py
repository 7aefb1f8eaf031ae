"""``jospar plan``: one plan of a cycle in one form."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from jospar.documents.pdf_compiler import PdfCompiler
from tests.installation import Said
from tests.procedure.made_orders import perform_act
from tests.procedure.small_year import APPROVED, DRAFTING, INTAKE, REFERENCE, RETURNED

pytestmark = pytest.mark.django_db

Command = Callable[..., Said]

STARTS = {"docx": b"PK", "xlsx": b"PK", "pdf": b"%PDF", "json": b"{", "xml": b"<?xml"}


@pytest.fixture
def _year() -> None:
    """Have both plans drafted, and sent to the Commission."""
    for filing in (*REFERENCE, *INTAKE, *DRAFTING, *RETURNED, *APPROVED):
        perform_act(filing)


@pytest.mark.usefixtures("_year")
@pytest.mark.parametrize("form", STARTS)
@pytest.mark.parametrize("plan", ["current", "long_term", "long-term"])
def test_each_form(command: Command, tmp_path: Path, form: str, plan: str) -> None:
    """The plan is written where it is asked for, and the place is said."""
    path = tmp_path / f"plan.{form}"
    said = command("plan", 2024, plan, "--form", form, "--out", path)
    assert said == Said(0, f"{path}\n", "")
    assert path.read_bytes().startswith(STARTS[form])


@pytest.mark.usefixtures("_year")
def test_a_pdf_that_was_not_made_is_said(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line says why, and nothing is written."""
    hasty = partial(PdfCompiler, timeout=0)
    monkeypatch.setattr("jospar.management.commands.plan.PdfCompiler", hasty)
    path = tmp_path / "plan.pdf"
    said = command("plan", 2024, "current", "--form", "pdf", "--out", path)
    assert (said.status, said.out, path.exists()) == (2, "", False)
    assert said.err == (
        "jospar: There is no PDF; try again, or use another form. "
        "The PDF was not ready after 0 seconds: try again, or allow more time.\n"
    )


@pytest.mark.usefixtures("_year")
@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("docx", "current-2025.ru.docx"),
        ("pdf", "current-2025.ru.pdf"),
        ("xlsx", "current-2025.xlsx"),
        ("json", "current-2025.json"),
    ],
)
def test_its_own_name(
    command: Command,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    form: str,
    name: str,
) -> None:
    """Without --out it has the plan's name; that of one language names it."""
    monkeypatch.chdir(tmp_path)
    said = command("plan", 2024, "current", "--form", form, "--language", "ru")
    assert said == Said(0, f"{name}\n", "")
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.usefixtures("_year")
def test_what_it_says(command: Command, tmp_path: Path) -> None:
    """The plan is as it stands in the record."""
    path = tmp_path / "plan.json"
    command("plan", 2024, "long_term", "--form", "json", "--out", path)
    plan = json.loads(path.read_text("utf-8"))
    rows = [row["concept"] for group in plan["groups"] for row in group["rows"]]
    assert (plan["years"], sorted(rows)) == ([2026, 2027, 2028], ["C-003", "C-004"])


@pytest.mark.parametrize("year", [2024, 2099])
def test_no_plan_yet(command: Command, year: int) -> None:
    """A plan that nobody drafted is told in one line."""
    told = f"jospar: There is no current plan of the cycle {year} in the record yet.\n"
    assert command("plan", year, "current") == Said(2, "", told)


def test_no_such_plan(command: Command) -> None:
    """What the plans are called is told."""
    status, out, err = command("plan", 2024, "yearly")
    assert (status, out) == (2, "")
    assert "“yearly” is not a plan; write current or long_term" in err
