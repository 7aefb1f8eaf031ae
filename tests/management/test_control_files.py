"""The control report among the files of a planning year."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from jospar.documents.pdf_compiler import PdfCompiler
from jospar.management.control_files import files_of_cycle
from tests.exchange.later_examples import LATER
from tests.exchange.workbooks import build, row, year_2024
from tests.exchange.years import AGREED, placed
from tests.installation import Said
from tests.queries.made_life import agreed_rows, later
from tests.rules import made_carrying_out as made_rows
from tests.rules.made import YEAR

Command = Callable[..., Said]
NAMES = [
    f"control-report.{language}.{ending}"
    for language in ("kk", "ru")
    for ending in ("docx", "pdf", "xlsx")
]


@pytest.mark.django_db
def test_it_is_made_once_anything_was_heard() -> None:
    """Of the day on which that was."""
    agreed_rows()
    compiler = PdfCompiler()
    assert list(files_of_cycle(YEAR, compiler)) == []
    later(made_rows.report(key="C-1", on=date(2025, 2, 3)))
    assert [name for name, _make in files_of_cycle(YEAR, compiler)] == NAMES
    assert list(files_of_cycle(YEAR - 1, compiler)) == []


@pytest.mark.slow
@pytest.mark.django_db
def test_a_workbook_with_reports_writes_it(command: Command, tmp_path: Path) -> None:
    """One without them does not."""
    agreed = {**placed(), **AGREED}
    for reports in ({}, {name: [row(name)] for name in LATER}):
        file = build(tmp_path / "year.xlsx", **year_2024(**agreed, **reports))
        out = tmp_path / f"out-{len(reports)}"
        said = command("year", file, "--out", out, "--today", "2025-12-31")
        assert said.status == 0
        written = sorted(path.name for path in out.glob("control-report.*"))
        assert written == (sorted(NAMES) if reports else [])
