"""``jospar journal``: proves the journal, takes it elsewhere, shows a past day."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pytest_django import Settings

from jospar.procedure import journal, reached
from jospar.records.models import Proposer, Work
from tests.installation import Said
from tests.procedure.made_chains import write_anew
from tests.procedure.made_orders import perform_act
from tests.procedure.small_year import INTAKE, REFERENCE
from tests.records.made_files import kept_scan

pytestmark = pytest.mark.django_db(databases=["default", "past"])

Command = Callable[..., Said]
WHY = ("--reason", "No. 12")


@pytest.fixture
def count() -> int:
    """Perform the acts of intake in September and October; gives how many."""
    for filing in REFERENCE:
        perform_act(filing, date(2024, 9, 2))
    for filing in INTAKE:
        perform_act(filing, date(2024, 10, 31))
    return len(REFERENCE) + len(INTAKE)


def test_verify(command: Command, count: int) -> None:
    """It names the last entry and its hash, to be compared; and tells of files."""
    _number, digest = journal.last()
    said = (
        f"The journal holds up to entry {count}.\n{digest}\n"
        "Files that came with acts, all whole: 1\n"
    )
    assert command("journal", "verify") == Said(0, said, "")


def test_verify_of_nothing(command: Command) -> None:
    """An empty journal holds."""
    said = f"The journal holds up to entry 0.\n{'0' * 64}\n"
    assert command("journal", "verify") == Said(0, said, "")


@pytest.mark.usefixtures("count")
def test_verify_of_changed_records(command: Command) -> None:
    """A record that is not what the journal says is told in one line, with status 1."""
    Proposer.objects.filter(body="energy").update(body="mid")
    told = "jospar: The records of “Proposer” are not what the journal says.\n"
    assert command("journal", "verify") == Said(1, "", told)


def test_verify_without_a_file(
    command: Command, count: int, settings: Settings
) -> None:
    """A file that is gone is told in a line that names it, with status 1."""
    file = kept_scan()
    settings.FILES = settings.FILES / "elsewhere" / "files"
    _number, digest = journal.last()
    said = f"The journal holds up to entry {count}.\n{digest}\n"
    told = (
        "jospar: The kept file “Хаттама № 7.pdf” is missing; ask the administrator to "
        f"put files/{file.sha256[:2]}/{file.sha256} back from a backup.\n"
    )
    assert command("journal", "verify") == Said(1, said, told)


def test_verify_since_the_last_time(command: Command, count: int) -> None:
    """It goes on from what was noted, and notes how far it came."""
    command("journal", "verify", "--since-last")
    perform_act(REFERENCE[-1])
    number, digest = journal.last()
    said = (
        f"The journal holds from entry {count} up to entry {number}; what was verified "
        f"before, the records and the files were not looked at.\n{digest}\n"
    )
    assert command("journal", "verify", "--since-last") == Said(0, said, "")
    works = reached.reached()
    assert {work: one.number for work, one in works.items()} == {Work.VERIFIED: number}
    assert command("journal", "verify").status == 0
    works = reached.reached()
    assert {work: one.number for work, one in works.items()} == {
        Work.VERIFIED: number,
        Work.COMPARED: number,
    }


@pytest.mark.parametrize("options", [(), ("--since-last",)])
def test_a_chain_written_anew_is_not_what_was_verified(
    command: Command, count: int, options: tuple[str, ...]
) -> None:
    """It holds, and is betrayed by the note; whatever was changed before it."""
    number, digest = journal.last()
    write_anew(2)
    assert command("journal", "verify", *options).status == 0
    reached.note(Work.VERIFIED, number, digest)
    status, out, err = command("journal", "verify", *options)
    assert (status, out) == (1, "")
    assert err.startswith(
        f"jospar: Entry {number} is not the one that was verified on "
    )


@pytest.mark.usefixtures("count")
def test_checkpoints_are_of_the_whole_journal(command: Command, tmp_path: Path) -> None:
    """They are not asked of a part of it."""
    path = tmp_path / "file"
    proofs = ("--checkpoints", path, "--public-key", path)
    told = (
        "jospar: Give --checkpoints without --since-last: the whole journal is "
        "proven.\n"
    )
    said = command("journal", "verify", "--since-last", *proofs)
    assert said == Said(2, "", told)


@pytest.mark.parametrize("name", ["journal.jsonl", "journal.jsonl.gz"])
def test_export(command: Command, count: int, tmp_path: Path, name: str) -> None:
    """It writes an entry a line and says how many."""
    path = tmp_path / name
    assert command("journal", "export", path) == Said(
        0, f"Entries written: {count}\n", ""
    )
    assert path.stat().st_size > 0


@pytest.mark.usefixtures("count")
def test_export_to_nowhere(command: Command, tmp_path: Path) -> None:
    """A place that cannot be written to is told in one line that names it."""
    path = tmp_path / "none" / "journal.jsonl"
    status, out, err = command("journal", "export", path)
    assert (status, out) == (2, "")
    assert err == f"jospar: “{path}.part” cannot be used: No such file or directory.\n"


@pytest.mark.usefixtures("count")
def test_rebuild_of_a_full_database(command: Command, tmp_path: Path) -> None:
    """Only an empty database takes a journal over."""
    path = tmp_path / "journal.jsonl"
    command("journal", "export", path)
    told = "jospar: The database has a journal already; use an empty one.\n"
    assert command("journal", "rebuild", path, *WHY) == Said(2, "", told)


def test_rebuild(command: Command, tmp_path: Path) -> None:
    """It says how many entries were taken over."""
    path = tmp_path / "journal.jsonl"
    path.touch()
    assert command("journal", "rebuild", path, *WHY) == Said(
        0, "Entries taken over: 0\n", ""
    )


def test_nothing_is_rebuilt_without_a_reason(command: Command, tmp_path: Path) -> None:
    """It is refused before the file is looked at."""
    status, out, err = command("journal", "rebuild", tmp_path / "none.jsonl")
    assert (status, out) == (2, "")
    assert err.startswith("jospar: The repair has no reason. ")


def test_rebuild_from_nothing(command: Command, tmp_path: Path) -> None:
    """A file that is not there is told in one line that names it."""
    path = tmp_path / "journal.jsonl"
    told = f"jospar: “{path}” cannot be used: No such file or directory.\n"
    assert command("journal", "rebuild", path, *WHY) == Said(2, "", told)


def test_rebuild_from_something_else(command: Command, tmp_path: Path) -> None:
    """A file that is no journal is told in one line that names file and line."""
    path = tmp_path / "letter.txt"
    path.write_text("Құрметті әріптес!", encoding="utf-8")
    status, out, err = command("journal", "rebuild", path, *WHY)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("jospar: Line 1 of letter.txt is not an entry of a journal: ")


@pytest.mark.parametrize(
    ("day", "entries", "concepts"),
    [("2024-09-01", 0, 0), ("2024-10-30", 7, 0), ("2024-10-31", 24, 6)],
)
@pytest.mark.usefixtures("count")
def test_state(command: Command, day: str, entries: int, concepts: int) -> None:
    """The state on a day is what was recorded by its end, as JSON."""
    status, out, err = command("journal", "state", "--on", day)
    state = json.loads(out)
    assert (status, err, state["on"], state["entries"]) == (0, "", day, entries)
    assert len(state["records"]["Concept"]) == concepts


def test_state_on_no_day(command: Command) -> None:
    """A day that is none is told, with how to write one."""
    status, out, err = command("journal", "state", "--on", "25.10.2024")
    assert (status, out) == (2, "")
    assert "“25.10.2024” is not a day; write it as 2024-09-25" in err


def test_without_an_action(command: Command) -> None:
    """What is to be done with the journal has to be said."""
    assert command("journal").status == 2
