"""Serving the pages, with passes of notices beside them."""

import argparse
import sys
import time
from collections.abc import Callable
from threading import active_count

import pytest

from jospar.management import serving
from jospar.management.serving import notices_beside
from tests.installation import Installation

OPTIONS = argparse.Namespace(lang="en")


def until(holds: Callable[[], bool]) -> None:
    """Wait until it holds, for ten seconds at most."""
    for _attempt in range(100):
        if holds():
            return
        time.sleep(0.1)
    raise TimeoutError


@pytest.fixture
def passes(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], Callable[[], int]]:
    """Put a short program in the place of a pass, and count how often it ran."""
    file = tmp_path_factory.mktemp("passes") / "ran"
    file.touch()

    def put(then: str) -> Callable[[], int]:
        program = f"import sys, time; open({str(file)!r}, 'a').write('x'); {then}"
        monkeypatch.setattr(serving, "_PASS", program)
        return lambda: len(file.read_text())

    return put


@pytest.mark.parametrize("then", ["pass", "sys.exit(2)", "1 / 0"])
def test_passes_go_on_whatever_befalls_one(
    passes: Callable[[str], Callable[[], int]],
    then: str,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """The next one takes up what one did not do."""
    ran = passes(then)
    with notices_beside(OPTIONS, first=0, every=0):
        until(lambda: ran() >= 2)
    done = ran()
    time.sleep(0.3)
    assert ran() == done
    assert ("ZeroDivisionError" in capfd.readouterr().err) == (then == "1 / 0")


def test_the_end_of_the_server_ends_a_pass(
    passes: Callable[[str], Callable[[], int]],
) -> None:
    """It is not waited for: the next pass does what this one did not."""
    ran = passes("time.sleep(60)")
    began = time.monotonic()
    with notices_beside(OPTIONS, first=0):
        until(lambda: ran() == 1)
    assert time.monotonic() - began < 20


def test_a_server_that_ends_at_once_makes_no_pass(
    passes: Callable[[str], Callable[[], int]],
) -> None:
    """An address that is taken is told without any."""
    ran = passes("pass")
    threads = active_count()
    with notices_beside(OPTIONS):
        assert active_count() == threads + 1
    assert (ran(), active_count()) == (0, threads)


def test_a_program_that_is_not_there_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In one line, and the server goes on."""
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with notices_beside(OPTIONS, first=0, every=60):
        time.sleep(0.5)
    said = capsys.readouterr().err
    assert said.startswith("jospar: “/nowhere/python” cannot be used: ")


@pytest.mark.slow
def test_a_pass_beside_the_pages_is_one_of_notices(
    jospar: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It reads the journal of the same installation."""
    jospar("notices")
    monkeypatch.setenv("JOSPAR_DATA", str(jospar.data))
    monkeypatch.setenv("JOSPAR_DATABASE_URL", jospar.url)
    with jospar.database() as sql:
        sql("DELETE FROM notices_progress")

        def progress() -> bool:
            return bool(sql("SELECT id FROM notices_progress"))

        with notices_beside(OPTIONS, first=0):
            until(progress)
