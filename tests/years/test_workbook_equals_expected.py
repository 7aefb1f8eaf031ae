"""The real year comes out as an independent reading of its workbook has it."""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jospar.procedure import journal
from tests import example
from tests.installation import Said

pytestmark = [
    pytest.mark.django_db(databases=["default", "past"]),
    pytest.mark.slow,
]

EXPECTED = json.loads(example.EXPECTED.read_text("utf-8"))
FILES = {"current": "current-2025.json", "long_term": "long-term-2026-2028.json"}


def grounds(entries: list[dict[str, Any]]) -> Counter[tuple[Any, ...]]:
    """Return sheet, row and paragraph of each entry; disagreeing titles apart.

    Their wording, and how many there are, is the implementation's own.
    """
    return Counter(
        (entry["sheet"], entry["row"], entry["paragraph"])
        for entry in entries
        if entry.get("provision") != "titles.grammar"
    )


def test_the_year_2024(command: Callable[..., Said], tmp_path: Path) -> None:
    """Every outcome, row and cell is the expected one, and it is so once for all."""
    said = command("year", example.WORKBOOK, "--out", tmp_path, "--lang", "en")
    assert (said.status, said.err) == (1, "")
    expected = EXPECTED["report"]
    found = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert found.keys() == expected.keys()
    for name in ("year", "performed", "bodies", "concepts"):
        assert found[name] == expected[name]
    for name in ("refused", "cautions"):
        assert grounds(found[name]) == grounds(expected[name])
    for line, wanted in zip(found["deadlines"], expected["deadlines"], strict=True):
        assert {name: line[name] for name in wanted} == wanted
    for kind, file in FILES.items():
        plan = json.loads((tmp_path / file).read_text("utf-8"))
        wanted = EXPECTED["plans"][kind]
        assert {name: plan[name] for name in wanted} == wanted
    before = journal.last()
    again = command("year", example.WORKBOOK, "--out", tmp_path, "--lang", "ru")
    assert (again.status, journal.last()) == (1, before)
    assert json.loads((tmp_path / "report.json").read_text("utf-8"))["performed"] == 0
    assert journal.verify(journal.entries())[0] == before[0]
