"""A small amended year from its workbook, and the same acts performed directly."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jospar.exchange.outputs import write_outputs
from jospar.procedure import journal
from jospar.records.past import empty_past
from jospar.rules.core.offices import Actor
from tests.exchange.later_acts import ACTS
from tests.exchange.later_examples import (
    ADDED_RU,
    LATER,
    RENAMED_KK,
    RENAMED_RU,
)
from tests.exchange.workbooks import TITLE_RU, build, row, year_2024
from tests.exchange.years import AGREED, Year, placed, run_year
from tests.procedure.made_orders import perform_act

LAST_DAY = date(2025, 12, 31)
AGREED_YEAR: dict[str, Any] = {**placed(), **AGREED}
"""The current plan of 2025 with the row C-001 is agreed on 2 December 2024."""
STORY: dict[str, Any] = {**AGREED_YEAR, **{name: [row(name)] for name in LATER}}
"""The agreed year, and a row of every sheet on what follows."""
REVISION = {
    "plan": "current",
    "revision": 2,
    "route": "instruction",
    "ground": "01-7/95",
    "ground_on": "2025-02-20",
    "in_force_since": "2025-02-20",
}
OF_YEAR = 7
"""Rows of ``AGREED_YEAR``, from the sheet of concepts on."""


def told() -> Iterator[tuple[Any, ...]]:
    """Yield what the journal says of each act on what follows the agreement."""
    for entry in journal.entries():
        header = entry.read()
        if header.on > date(2024, 12, 31):
            parts = (entry.value(part) for part in journal.PARTS)
            yield (entry.act, header.on, header.office, *parts)


@pytest.mark.django_db(databases=["default", "past"])
def test_rows_do_what_the_same_acts_do(tmp_path: Path) -> None:
    """Acts, days, offices, effects and plan are those of the desks, in their order."""
    path = build(tmp_path / "agreed.xlsx", **year_2024(**AGREED_YEAR))
    with empty_past():
        ran = run_year(path, LAST_DAY)
        for office, filing in ACTS:
            perform_act(filing, LAST_DAY, actor=Actor("desk", office))
        expected, plan = list(told()), ran.plan()
    story = run_year(build(tmp_path / "story.xlsx", **year_2024(**STORY)), LAST_DAY)
    assert (story.performed, *story.said) == (OF_YEAR + len(LATER), [], [])
    assert list(told()) == expected
    assert story.plan() == plan


def test_the_same_file_again_performs_nothing(year: Year) -> None:
    """Rows, revisions and what is told of them stay as they were."""
    first = year(today=LAST_DAY, **STORY)
    entries = list(journal.entries())
    second = year(today=LAST_DAY, **STORY)
    assert (second.performed, *second.said) == (0, [], [])
    assert list(journal.entries()) == entries
    assert {**second.report, "performed": first.performed} == first.report


def test_an_extended_file_performs_what_is_new(year: Year) -> None:
    """In parts, sheet by sheet, the plan and its row come to the same as at once."""
    part = dict(AGREED_YEAR)
    performed = [year(today=LAST_DAY, **part).performed]
    for name in LATER:
        part[name] = STORY[name]
        ran = year(today=LAST_DAY, **part)
        performed.append(ran.performed)
        assert ran.refused == []
    assert performed == [OF_YEAR, *(1 for _name in LATER)]
    assert [row.cells["ru"][2] for row in ran.rows()] == [ADDED_RU, TITLE_RU]
    assert ran.report["revisions"] == [REVISION]
    assert ran.report["carrying_out"]["current"]["C-001"]["stage"] == "signed"


@pytest.mark.parametrize("sheet", LATER)
def test_a_changed_row_is_refused_and_nothing_else_is(year: Year, sheet: str) -> None:
    """It differs in meaning from what an earlier run performed: no paragraph."""
    others: dict[str, dict[str, Any]] = {
        "dossier_grounds": {"grounds_ru": "Иное."},
        "dossier_concepts": {"title_ru": ADDED_RU.replace("сельского", "лесного")},
        "instructions": {"by": "head_of_administration"},
        "amending_decisions": {"present": "11 / 12"},
        "consents": {"outcome": "declined"},
        "amendments": {"reason_ru": "Иное"},
        "dossier_conclusions": {"number": "11-2/32"},
        "progress": {"reached_on": None},
    }
    changes = others.get(sheet, {"document": "1"})
    first = year(today=LAST_DAY, **STORY)
    second = year(today=LAST_DAY, **{**STORY, sheet: [row(sheet, **changes)]})
    assert (second.performed, *second.said) == (0, [f"{sheet} 2 –"], [])
    assert second.plan() == first.plan()


def test_the_report_has_further_keys_for_these_sheets_alone(year: Year) -> None:
    """An agreed year is reported as before; empty sheets are as good as absent."""
    further = {"dossiers", "revisions", "carrying_out"}
    before = year(today=LAST_DAY, **AGREED_YEAR, **{name: [] for name in LATER})
    assert before.report.keys() & further == set()
    after = year(today=LAST_DAY, **STORY)
    assert after.report.keys() - before.report.keys() == further
    assert after.report["dossiers"]["D-001"] == {
        "stage": "made",
        "due": "2025-02-17",
        "outer": "2025-02-18",
        "expedient": True,
        "concluded_on": "2025-02-10",
        "days_late": 0,
        "requested_on": "2025-02-12",
        "instruction": "01-7/95",
        "revision": 2,
    }
    assert after.report["revisions"] == [REVISION]
    assert after.report["carrying_out"] == {
        "current": {
            "C-001": {
                "stage": "signed",
                "stage_on": "2025-03-28",
                "signed_on": "2025-03-28",
                "put_forward_on": "2025-03-17",
                "name": {
                    "kk": RENAMED_KK.replace("келісім", "шарт"),
                    "ru": RENAMED_RU.replace("Соглашение", "Договор"),
                },
            }
        },
        "long_term": {},
    }


@pytest.mark.slow
def test_every_revision_has_its_file(year: Year, tmp_path: Path) -> None:
    """The plan's documents are those of the last; the agreed one is kept beside it."""
    ran = year(today=LAST_DAY, **STORY)
    paths = write_outputs(
        tmp_path / "out",
        ruleset=ran.ruleset,
        year=2024,
        report=ran.report,
        progress=lambda *_: None,
    )
    plans = {
        path.name: json.loads(path.read_bytes())
        for path in paths
        if path.name.startswith("current-2025") and path.suffix == ".json"
    }
    assert list(plans) == [
        "current-2025.json",
        "current-2025.revision-1.json",
        "current-2025.revision-2.json",
    ]
    assert plans["current-2025.json"] == plans["current-2025.revision-2.json"]
    seen = {
        plan["revision"]: [row["concept"] for row in plan["groups"][1]["rows"]]
        for plan in plans.values()
    }
    assert seen == {2: ["D-001", "C-001"], 1: ["C-001"]}


@pytest.mark.slow
def test_an_amendment_has_its_sheet_and_its_letters(year: Year, tmp_path: Path) -> None:
    """In both languages; the sheet as DOCX and PDF, the agreed revision without one."""
    ran = year(today=LAST_DAY, **STORY)
    paths = write_outputs(
        tmp_path / "out",
        ruleset=ran.ruleset,
        year=2024,
        report=ran.report,
        progress=lambda *_: None,
    )
    names = [path.name for path in paths]
    assert [name for name in names if ".amendment-" in name] == [
        f"current-2025.amendment-2.{language}.{ending}"
        for ending in ("docx", "pdf")
        for language in ("kk", "ru")
    ]
    assert [name for name in names if "-revision-2-" in name] == [
        f"dispatch-current-2025-revision-2-parliament.{language}.docx"
        for language in ("kk", "ru")
    ]
