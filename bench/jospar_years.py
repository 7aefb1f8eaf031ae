"""The side of Jospar: the whole year of the workbook, and its journal taken over."""

from functools import partial
from itertools import count
from pathlib import Path
from time import perf_counter

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from jospar.exchange.workbook import Workbook, read
from jospar.exchange.year import YearRun
from jospar.procedure.clock import Clock
from jospar.procedure.replay import export, exported, rebuild

from .side import answer
from .ways import WORKBOOK

EXPORTED = "journal.jsonl"

_copies = count(1)


def main() -> None:
    """Make the tables and answer."""
    call_command("migrate", verbosity=0)
    empty = connection.settings_dict["NAME"]
    workbook, file = read(WORKBOOK), settings.DATA / EXPORTED
    answer(
        {
            "year": partial(_year, empty, workbook, file),
            "rebuild": partial(_rebuild, empty, file),
        }
    )


def _year(empty: str, workbook: Workbook, file: Path) -> float:
    """Return the acts a second of the year, which leaves its journal in ``file``."""
    _use_copy(empty)
    begun = perf_counter()
    YearRun(workbook, Clock()).run(lambda _done, _of: None)
    elapsed = perf_counter() - begun
    return export(file) / elapsed


def _rebuild(empty: str, file: Path) -> float:
    """Return the acts a second that are taken over into an empty database."""
    _use_copy(empty)
    begun = perf_counter()
    return rebuild(exported(file)) / (perf_counter() - begun)


def _use_copy(empty: str) -> None:
    """Go on with a copy of the empty database that has the tables already."""
    connection.close()
    connection.settings_dict["NAME"] = empty
    suffix = str(next(_copies))
    connection.creation.clone_test_db(suffix, verbosity=0)
    copy = connection.creation.get_test_db_clone_settings(suffix)
    connection.close()
    connection.settings_dict["NAME"] = copy["NAME"]
