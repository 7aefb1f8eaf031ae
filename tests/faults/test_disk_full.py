"""A full disk stops a year in one line, and what was performed stands."""

import os
import resource
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.example import WORKBOOK
from tests.faults.conftest import Undisturbed
from tests.faults.outcome import one_line, run_year
from tests.installation import POSTGRESQL, Installation

pytestmark = pytest.mark.slow

KIB = 1024


class Disk(NamedTuple):
    """A place with little room: how to start a program there, and to make room."""

    options: Mapping[str, Any]
    make_room: Callable[[], None]


@contextmanager
def small_disk(place: Path, size: int) -> Iterator[Disk]:
    """Have a disk of ``size`` bytes at ``place``, or files that cannot grow beyond.

    Only root may mount a disk, and in some containers not even root.
    """
    place.mkdir()
    mounted = os.geteuid() == 0 and _mount(f"size={size}", place)
    if not mounted:
        limit = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (size, size))
        yield Disk({"preexec_fn": limit}, lambda: None)
        return
    try:
        yield Disk({}, lambda: _grow(place))
    finally:
        subprocess.run(["umount", place], check=True)


def _mount(options: str, place: Path) -> bool:
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def _grow(place: Path) -> None:
    assert _mount("remount,size=200M", place)


def run_out_of_room(jospar: Installation, out: Path, disk: Disk) -> str:
    """Run the year until the room is used up, and return what is said."""
    process = jospar.start("year", WORKBOOK, "--out", out, **disk.options)
    _out, err = process.communicate(timeout=120)
    assert process.returncode == 2
    return one_line(err)


@pytest.mark.skipif(bool(POSTGRESQL), reason="SQLite's disk; tested with SQLite")
@pytest.mark.parametrize("kib", [4, 300, 900])
def test_no_room_for_the_database(
    tmp_path: Path, out: Path, undisturbed: Undisturbed, kib: int
) -> None:
    """One line says so; when there is room the same command finishes the rest."""
    place = tmp_path / "disk"
    with small_disk(place, kib * KIB) as disk:
        jospar = Installation(place / "data")
        said = run_out_of_room(jospar, out, disk)
        assert said.startswith("jospar: ")
        disk.make_room()
        assert run_year(jospar, out) == undisturbed.outcome


@pytest.mark.parametrize("kib", [4, 100, 400])
def test_no_room_for_the_documents(
    jospar: Installation, tmp_path: Path, undisturbed: Undisturbed, kib: int
) -> None:
    """The file that was not written is named, and none is left half written."""
    place = tmp_path / "disk"
    with small_disk(place, kib * KIB) as disk:
        out = place / "out"
        said = run_out_of_room(jospar, out, disk)
        assert str(out) in said
        assert list(out.rglob("*.part")) == []
        disk.make_room()
        assert run_year(jospar, out) == undisturbed.outcome
