"""What a planning year lays on the table, as files."""

import json
from datetime import date
from pathlib import Path

import pytest

from jospar.documents.letters import render
from jospar.exchange.outputs import OutputError, write_outputs
from jospar.exchange.report import report
from jospar.exchange.workbook import read
from jospar.exchange.year import YearRun
from jospar.procedure import journal
from jospar.procedure.clock import Clock
from jospar.procedure.replay import exported
from jospar.queries.papers import receipts
from jospar.records.models import Concept
from tests.example import EXPECTED, WORKBOOK
from tests.queries.made_record import (
    DURING,
    LATE,
    agree,
    do,
    open_cycle,
    place,
    submit,
)
from tests.rules import made, made_papers
from tests.rules.made import LONG_TERM, RULES, YEAR, YEAR_2026

pytestmark = pytest.mark.django_db

WRITTEN = ".written-by-jospar"
PLAN = ["kk.docx", "ru.docx", "kk.pdf", "ru.pdf", "xlsx", "json", "xml"]
SHEETS = [
    f"{name}-sheet.{language}.docx"
    for name in ("consideration", "completeness")
    for language in ("kk", "ru")
]
LAST = [*SHEETS, "report.json", "journal.jsonl"]


def _write(directory: Path, **changes: object) -> list[str]:
    """Write the outputs and return their names in ``directory``."""
    values = {"report": {"year": YEAR}, "progress": lambda *_: None} | changes
    paths = write_outputs(directory, ruleset=RULES, year=YEAR, **values)  # type: ignore[arg-type] # any of its arguments
    return [str(path.relative_to(directory)) for path in paths]


def _found(directory: Path) -> list[str]:
    return sorted(
        str(path.relative_to(directory))
        for path in directory.rglob("*")
        if path.is_file()
    )


def _letters(*stems: str) -> list[str]:
    languages = ("kk", "ru")
    return [
        f"letters/{stem}.{language}.docx" for stem in stems for language in languages
    ]


@pytest.mark.slow
def test_every_plan_and_paper_has_its_file(tmp_path: Path) -> None:
    """Nothing else is written, but the names of what was written."""
    open_cycle()
    place("C-1")
    place("C-2", LONG_TERM, wording=made.wording(conclude=YEAR_2026))
    do(made.notify(key="C-1", on=date(2024, 10, 15)))
    do(made_papers.remind(on=DURING))
    do(made_papers.send_reminder(on=DURING))
    submit("../3", received_at=LATE)
    do(made.return_late(key="../3", on=date(2024, 9, 30)))
    agree()
    do(made.distribute(on=date(2024, 12, 6)))
    expected = [
        *(f"current-2025.{ending}" for ending in PLAN),
        *(f"long-term-2026-2028.{ending}" for ending in PLAN),
        *_letters("return-3", "notice-C-1", "dispatch-current-2025-parliament"),
        *_letters("reminder-energy", "receipt-C-1", "receipt-C-2", "receipt-3"),
        *LAST,
    ]
    told: list[tuple[int, int, str]] = []
    out = tmp_path / "new" / "out"
    assert _write(out, progress=lambda *values: told.append(values)) == expected
    assert _found(out) == sorted([*expected, WRITTEN])
    assert told == [
        (done, len(expected), name) for done, name in enumerate(expected, start=1)
    ]


@pytest.mark.slow
def test_the_same_record_gives_the_same_bytes(tmp_path: Path) -> None:
    """A second run rewrites every file as it was."""
    open_cycle()
    place("C-1")
    _write(tmp_path)
    before = {name: (tmp_path / name).read_bytes() for name in _found(tmp_path)}
    _write(tmp_path)
    assert before == {name: (tmp_path / name).read_bytes() for name in _found(tmp_path)}


def test_papers_hold_what_the_record_holds(tmp_path: Path) -> None:
    """Papers, report and journal are those of this cycle."""
    open_cycle()
    submit("C-1")
    _write(tmp_path, report={"year": YEAR, "refused": ["Ұсыныс"]})
    [(_stem, receipt)] = receipts(RULES, YEAR)
    written = (tmp_path / "letters" / "receipt-C-1.ru.docx").read_bytes()
    assert written == render("receipt", receipt, "ru", rehearsal=True)
    text = '{\n  "year": 2024,\n  "refused": [\n    "Ұсыныс"\n  ]\n}\n'
    assert (tmp_path / "report.json").read_text("utf-8") == text
    assert list(exported(tmp_path / "journal.jsonl")) == list(journal.entries())


def test_one_language_is_enough(tmp_path: Path) -> None:
    """Papers are written in the languages that are asked for."""
    open_cycle()
    submit("C-1")
    assert _write(tmp_path, languages=("kk",)) == [
        "letters/receipt-C-1.kk.docx",
        "consideration-sheet.kk.docx",
        "completeness-sheet.kk.docx",
        "report.json",
        "journal.jsonl",
    ]


def test_what_an_earlier_run_wrote_and_would_mislead_is_removed(tmp_path: Path) -> None:
    """Letters and this cycle's plans go; whatever else is there stays."""
    open_cycle()
    submit("C-1")
    ours = ["letters/return-C-9.kk.docx", "current-2025.kk.pdf", "current-2024.kk.pdf"]
    others = ["letters/return-C-8.kk.docx", "current-2025.ru.pdf", "note.txt"]
    (tmp_path / "letters").mkdir()
    outside = tmp_path.with_name(f"{tmp_path.name}-outside")
    for path in (*(tmp_path / name for name in [*ours, *others]), outside):
        path.write_text("before")
    names = [*ours, f"../{outside.name}", "letters/../note.txt", "letters/gone.kk.docx"]
    (tmp_path / WRITTEN).write_text("\n".join(names))
    written = _write(tmp_path)
    kept = [*written, *others, "current-2024.kk.pdf", WRITTEN]
    assert _found(tmp_path) == sorted(kept)
    assert outside.exists()
    remembered = (tmp_path / WRITTEN).read_text().splitlines()
    assert remembered == sorted([*written, "current-2024.kk.pdf"])


def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path) -> None:
    """What was there stays whole, and running again finishes the rest."""
    open_cycle()
    submit("C-1")
    written = _write(tmp_path)
    before = (tmp_path / "report.json").read_bytes()
    (tmp_path / "report.json.part").symlink_to("/dev/full")
    with pytest.raises(OutputError) as caught:
        _write(tmp_path, report={"year": 2025})
    path = tmp_path / "report.json"
    sentence = f"The disk is full: {path} was not written. Make room, run again."
    assert str(caught.value) == sentence
    assert path.read_bytes() == before
    assert _found(tmp_path) == sorted([*written, WRITTEN])
    _write(tmp_path, report={"year": 2025})
    assert json.loads(path.read_bytes()) == {"year": 2025}


def test_a_full_disk_leaves_no_half_of_the_journal(tmp_path: Path) -> None:
    """The journal, too, appears when it is whole."""
    open_cycle()
    (tmp_path / "journal.jsonl.part").symlink_to("/dev/full")
    with pytest.raises(OutputError):
        _write(tmp_path)
    assert _found(tmp_path) == sorted([*SHEETS, "report.json", WRITTEN])


def test_a_directory_that_is_a_file_is_named(tmp_path: Path) -> None:
    """The sentence says what is in the way."""
    taken = tmp_path / "taken"
    taken.write_text("")
    cases = {
        taken: f"{taken} is a file where a directory belongs; rename it.",
        taken / "out": f"{taken}/out has a file where a directory belongs; rename it.",
    }
    assert {path: _refusal(path) for path in cases} == cases


def test_a_file_that_is_a_directory_is_named(tmp_path: Path) -> None:
    """A directory in the place of a file is left as it is."""
    open_cycle()
    path = tmp_path / "report.json"
    path.mkdir()
    sentence = f"{path} is a directory where a file belongs; rename it."
    assert _refusal(tmp_path) == sentence


def test_any_other_trouble_is_told_as_the_system_tells_it(tmp_path: Path) -> None:
    """What the system says stands in the sentence."""
    path = tmp_path / ("x" * 300)
    assert _refusal(path) == (
        f"{path} cannot be written (File name too long); name another directory."
    )


def test_a_text_too_long_for_a_workbook_is_told(tmp_path: Path) -> None:
    """The sentence names the file, and the place of the text."""
    open_cycle()
    place("C-1")
    # No act takes so long a note; remarks of several decisions may add up to it.
    Concept.objects.update(note_kk="ә" * 32_768)
    assert _refusal(tmp_path, languages=()) == (
        f"{tmp_path}/current-2025.xlsx was not made. The text in row 6, column 6 of "
        "the plan is too long for a workbook, which holds 32,767 letters in a cell: "
        "shorten it."
    )


def _refusal(directory: Path, **changes: object) -> str:
    with pytest.raises(OutputError) as caught:
        _write(directory, **changes)
    return str(caught.value)


@pytest.mark.slow
def test_the_year_2024_is_laid_on_the_table(tmp_path: Path) -> None:
    """The plans are those expected, and every paper is there."""
    workbook = read(WORKBOOK)
    outcome = YearRun(workbook, Clock(date(2025, 1, 31))).run(lambda *_: None)
    written = _write(tmp_path, report=report(outcome, workbook, "en"))
    expected = json.loads(EXPECTED.read_bytes())
    plans = {
        kind: json.loads((tmp_path / f"{name}.json").read_bytes())
        for kind, name in (
            ("current", "current-2025"),
            ("long_term", "long-term-2026-2028"),
        )
    }
    revisions = [plan.pop("revision") for plan in plans.values()]
    marks = [plan.pop("rehearsal") for plan in plans.values()]
    assert (plans, revisions, marks) == (expected["plans"], [2, 3], [True, True])
    counted = {
        kind: sum(name.startswith(f"letters/{kind}-") for name in written)
        for kind in ("return", "notice", "dispatch", "receipt")
    }
    assert counted == {"return": 8, "notice": 76, "dispatch": 80, "receipt": 262}
