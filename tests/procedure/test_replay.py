"""Folding the journal gives every record again, to the last field."""

import gzip
import json
from collections.abc import Callable
from datetime import date, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from django.db import models

from jospar.accounts.models import Appointment
from jospar.procedure import journal, replay
from jospar.procedure.journal import JournalError
from jospar.records import models as records
from jospar.records.past import empty_past
from jospar.rules.core.deadlines import ASTANA
from jospar.rules.reference.effects import FactorsForgotten, WayInGiven
from tests.procedure.made_orders import perform_act
from tests.procedure.small_year import DRAFTING, INTAKE, REFERENCE, YEAR
from tests.rules import made

pytestmark = pytest.mark.django_db(databases=["default", "past"])

OTHER_DAY = date(2023, 1, 1)

CHANGES: dict[type[models.Model], dict[str, Any]] = {
    Appointment: {"last_day": OTHER_DAY},
    records.AttachedFile: {"name": "0"},
    records.Clarification: {"document": "0"},
    records.Concept: {"term_on": OTHER_DAY},
    records.Conclusion: {"number": "0"},
    records.Cycle: {"digest": "0"},
    records.Decision: {"present": "0"},
    records.Distribution: {"acknowledged_on": OTHER_DAY},
    records.Explanation: {"text_kk": "0"},
    records.HandlingMark: {"lifted_on": OTHER_DAY},
    records.LetterOfNone: {"document": "0"},
    records.ListedBody: {"position": 9},
    records.Notice: {"document": "0"},
    records.Occasion: {"years": [1999]},
    records.Opinion: {"favourable": False},
    records.PaperApproval: {"subject": "0"},
    records.Plan: {"stage_on": OTHER_DAY},
    records.PlannedStage: {"planned_on": OTHER_DAY},
    records.Progress: {"document": "0"},
    records.PutForward: {"document": "0"},
    records.ReportRequest: {"answer_by": OTHER_DAY},
    records.Signing: {"place": "0"},
    records.Succession: {"document": "0"},
    records.ToldApart: {"reason_kk": "0"},
    records.TreatyLink: {"reason_kk": "0"},
    records.TreatyName: {"judged_by": "0"},
    records.PreparedConclusion: {"agreed_by": "0"},
    records.Proposer: {"body": "0"},
    records.Remark: {"settled": "0"},
    records.Registration: {"number": "0"},
    records.Reminder: {"document": "0"},
    records.Reply: {"number": "0"},
    records.RequestForConcept: {"question_kk": "0"},
    records.Return: {"document": "0"},
    records.Revision: {"content": "{}"},
    records.Row: {"reason": "0"},
    records.RowDecision: {"remark_kk": "0"},
    records.Sending: {"document": "0"},
    records.Treaty: {"title_ru": "0"},
    records.Settlement: {"reason": "0"},
    records.Supplement: {"document": "0"},
    records.CalendarEdition: {"content": ""},
    records.Dossier: {"request_document": "0"},
    records.Instruction: {"outcome": "0"},
    records.AmendingDecision: {"present": "0"},
    records.Consent: {"outcome": "0"},
    records.RowChange: {"reason_kk": "0"},
    records.Amendment: {"effective_on": OTHER_DAY},
    records.RevisionSending: {"means": "0"},
    records.Withdrawal: {"document": "0"},
}
"""A change for the records of every noun."""


def perform_all(filings: tuple[Any, ...], today: date = date(2024, 12, 31)) -> None:
    """Perform all of ``filings`` on a day."""
    for filing in filings:
        perform_act(filing, today)


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    """Return the exported journal of the reference data."""
    perform_all(REFERENCE)
    path = tmp_path / "journal.jsonl"
    assert replay.export(path) == len(REFERENCE)
    return path


def rebuilt(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Return the records that an exported journal gives in an empty database."""
    with empty_past():
        replay.rebuild(replay.exported(path))
        return replay.dump()


def fault(do: Callable[[], object]) -> str:
    """Return the sentence with which something is not done."""
    with pytest.raises(JournalError) as error:
        do()
    return str(error.value)


@pytest.mark.parametrize("name", ["journal.jsonl", "journal.jsonl.gz"])
def test_an_exported_journal_gives_the_records_again(tmp_path: Path, name: str) -> None:
    """After a year of every act they are equal field by field, from text or gzip."""
    perform_all(YEAR)
    path = tmp_path / name
    assert replay.export(path) == len(YEAR)
    recorded = replay.dump()
    assert [noun for noun, rows in recorded.items() if not rows] == []
    assert rebuilt(path) == recorded
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


def test_a_rebuilt_journal_is_the_same_journal(exported: Path) -> None:
    """Its entries are the same texts, and it can be taken on from there."""
    before = list(journal.entries())
    with empty_past():
        assert replay.rebuild(replay.exported(exported)) == len(before)
        assert list(journal.entries()) == before
        perform_act(made.report_none(body="mid"))
        assert journal.verify(journal.entries())[0] == len(before) + 1
    assert list(journal.entries()) == before


def test_only_an_empty_database_is_rebuilt(exported: Path) -> None:
    """A database that has a journal is left as it is."""
    before = replay.dump()
    said = fault(lambda: replay.rebuild(replay.exported(exported)))
    assert said == "The database has a journal already; use an empty one."
    assert replay.dump() == before


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda line: line[:-20], "Line 3 of journal.jsonl is not an entry of a "),
        (lambda _: b"{}\n", "Line 3 of journal.jsonl is not an entry of a "),
        (lambda line: b"\xff" + line, "Line 3 of journal.jsonl is not an entry of a "),
        (lambda _: b"", "Entry 3 of the journal is missing; the next one is 4."),
        (lambda line: line + line, "Entry 4 of the journal is missing; the next one"),
        (
            lambda line: line.replace(b"Energy", b"Energz"),
            "Entry 3 of the journal: its part “filing” was changed.",
        ),
        (
            lambda line: line.replace(b'"number":3', b'"number":3 '),
            "Entry 3 of the journal: its header was changed.",
        ),
    ],
    ids=["short", "empty", "no text", "missing", "twice", "part", "header"],
)
def test_a_damaged_export(
    exported: Path, damage: Callable[[bytes], bytes], said: str
) -> None:
    """The line or entry is named, and nothing of the journal is taken over."""
    lines = exported.read_bytes().splitlines(keepends=True)
    lines[2] = damage(lines[2])
    exported.write_bytes(b"".join(lines))
    with empty_past():
        told = fault(lambda: replay.rebuild(replay.exported(exported)))
        assert told.startswith(said)
        assert journal.last() == (0, journal.FIRST_HASH)
        assert [noun for noun, rows in replay.dump().items() if rows] == []


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[: len(content) // 2],
        lambda content: content[:-12] + b"\0" * 12,
        lambda content: content[:40] + b"\xff\xff" + content[42:],
        lambda _: b"no gzip",
    ],
    ids=["cut off", "wrong sum", "changed", "none"],
)
def test_a_damaged_archive(
    exported: Path, tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    """An archive that cannot be unpacked to its end is told by a line of it."""
    path = tmp_path / "journal.jsonl.gz"
    path.write_bytes(damage(gzip.compress(exported.read_bytes())))
    with empty_past():
        told = fault(lambda: replay.rebuild(replay.exported(path)))
        assert " of journal.jsonl.gz is not an entry of a journal: " in told
        assert journal.last() == (0, journal.FIRST_HASH)


def test_an_effect_of_a_later_program(exported: Path) -> None:
    """An entry whose effects are unknown here is named; it is not guessed at."""
    lines = [json.loads(line) for line in exported.read_text("utf-8").splitlines()]
    lines[2]["effects"]["value"][0]["effect"] = "BodyInvented"
    lines[2]["header"]["digests"]["effects"] = journal.sha256(
        journal.encode(lines[2]["effects"])
    )
    lines[2]["hash"] = journal.sha256(journal.encode(lines[2]["header"]))
    text = "\n".join(map(journal.encode, lines))
    exported.write_text(text, encoding="utf-8")
    with empty_past():
        said = fault(lambda: replay.rebuild(replay.exported(exported)))
    assert said == (
        "Entry 3 of the journal has effects that are not known here; use Jospar "
        f"{version('jospar')} or a later one."
    )


def test_records_that_are_what_the_journal_says() -> None:
    """After a year nothing speaks against the records, asked once or twice."""
    perform_all(YEAR)
    replay.check_records()
    replay.check_records()


def test_a_record_that_was_changed() -> None:
    """A record that was changed past the program is noticed, and its noun named."""
    perform_all((*REFERENCE, *INTAKE))
    records.Proposer.objects.filter(body="energy").update(body="mid")
    said = fault(replay.check_records)
    assert said == "The records of “Proposer” are not what the journal says."


def test_no_noun_is_forgotten() -> None:
    """A changed field shows in the noun that it belongs to, whatever the noun."""
    perform_all(YEAR)
    proven = replay.dump()
    assert {model.__name__ for model in CHANGES} == set(proven)
    for model, changes in CHANGES.items():
        rows = model._default_manager  # noqa: SLF001 - Django's public API
        first = rows.order_by("pk").values("pk", *changes)[0]
        rows.filter(pk=first["pk"]).update(**changes)
        found = replay.dump()
        assert [n for n in proven if found[n] != proven[n]] == [model.__name__]
        rows.filter(pk=first.pop("pk")).update(**first)
    assert replay.dump() == proven


def test_a_record_that_was_added() -> None:
    """A record that no act made is noticed."""
    perform_all(REFERENCE)
    records.Cycle.objects.create(year=2031, entry=1, ruleset="x", digest="y")
    said = fault(replay.check_records)
    assert said == "The records of “Cycle” are not what the journal says."


def test_the_past_goes_by_recording() -> None:
    """What was known on a day is what had been recorded by its end in Astana."""
    for month, filings in ((9, REFERENCE), (10, INTAKE), (11, DRAFTING)):
        perform_all(filings, today=date(2024, month, 30))
    midnight = datetime(2024, 10, 31, tzinfo=ASTANA)
    known = list(replay.recorded_before(midnight))
    assert len(known) == len(REFERENCE) + len(INTAKE)
    with empty_past():
        replay.rebuild(known)
        assert records.Concept.objects.count() == 6
        assert records.Conclusion.objects.count() == 0
    assert records.Conclusion.objects.count() == 4


def test_a_copy_is_left_behind() -> None:
    """What is performed in a copy is not performed in the record."""
    perform_all(REFERENCE)
    before = journal.last()
    with replay.in_a_copy():
        perform_act(made.report_none(body="mid"))
        assert journal.last()[0] == before[0] + 1
    assert journal.last() == before


def test_every_effect_is_known_by_its_name() -> None:
    """The names are those that entries of a whole year use, and those of accounts."""
    perform_all(YEAR)
    of_accounts = {FactorsForgotten.__name__, WayInGiven.__name__}
    used = of_accounts | {
        effect["effect"]
        for entry in journal.entries()
        for effect in entry.value("effects")
    }
    assert used == set(replay.EFFECTS)
    assert [effect.__name__ for effect in replay.EFFECTS.values()] == [*replay.EFFECTS]
