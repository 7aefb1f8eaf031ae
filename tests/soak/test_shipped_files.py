"""Files of acts that came after the backup are restored from the second place."""

import sys
from collections.abc import Callable
from pathlib import Path

from tests.installation import Installation

ACT = """
import os, sys
import django
os.environ["DJANGO_SETTINGS_MODULE"] = "jospar.config.settings"
django.setup()
from jospar.records.files import keep
from tests.procedure.made_orders import perform_act
from tests.procedure.small_year import REFERENCE
from tests.records.made_files import PNG
number = int(sys.argv[1])
perform_act(REFERENCE[number], files=(keep(PNG + b"%d" % number, f"{number}.png"),))
"""
"""Performs an act with a file of its own."""


def act(jospar: Installation, number: int) -> None:
    """Perform one of the first acts of a cycle."""
    with jospar.start("-c", ACT, number, program=Path(sys.executable)) as process:
        assert (process.wait(timeout=60), process.communicate()) == (0, ("", ""))


def kept(jospar: Installation) -> dict[str, bytes]:
    """Return the kept files by their places."""
    folder = jospar.data / "files"
    return {
        str(path.relative_to(folder)): path.read_bytes() for path in folder.glob("*/*")
    }


def test_a_file_that_came_after_the_backup(
    jospar: Installation, installations: Callable[..., Installation], tmp_path: Path
) -> None:
    """It is put back where the second place has it whole, and is named if not."""
    backup, second = tmp_path / "jospar.tar", tmp_path / "second"
    second.mkdir()
    act(jospar, 0)
    assert jospar("backup", backup).status == 0
    act(jospar, 1)
    assert jospar("journal", "follow", second).status == 0
    assert kept(jospar) == {
        f"{path.parent.name}/{path.name}": path.read_bytes()
        for path in (second / "journal.files").glob("*/*")
    }
    given = ("--journal", second / "journal.jsonl", "--reason", "Дискі істен шықты.")
    target = installations(empty=True)
    status, out, err = target("restore", backup, *given)
    assert (status, err) == (0, "")
    assert out.splitlines()[-1] == "Files that came with acts, all whole: 2"
    assert kept(target) == kept(jospar)
    with jospar.database() as sql:
        ((sha256,),) = sql("SELECT sha256 FROM records_attachedfile WHERE entry = 2")
    place = f"{sha256[:2]}/{sha256}"
    (second / "journal.files" / place).write_bytes(b"damaged")
    target = installations(empty=True)
    status, _out, err = target("restore", backup, *given)
    assert (status, err) == (
        1,
        "jospar: The kept file “1.png” is missing; ask the administrator to put "
        f"files/{place} back from a backup.\n",
    )
    assert kept(target).keys() == kept(jospar).keys() - {place}
