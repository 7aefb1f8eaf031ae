"""The command line as a person starts it: help, languages, statuses, one line."""

import os
import signal
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.example import WORKBOOK
from tests.installation import Installation, Said

COMMANDS = ("year", "plan", "law", "days", "journal", "demo", "serve")

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_help(jospar: Installation, language: str) -> None:
    """It names every command, and the exit statuses."""
    status, out, err = jospar("--help", LC_ALL=f"{language}.UTF-8")
    assert (status, err) == (0, "")
    listed = [line.split()[0] for line in out.splitlines() if line.startswith("    ")]
    assert [name for name in listed if name in COMMANDS] == list(COMMANDS)


def test_the_language_is_that_of_the_terminal(jospar: Installation) -> None:
    """It is Kazakh where the terminal says nothing; --lang goes before all."""
    kazakh, russian, english = (
        jospar("--help", LC_ALL=f"{language}.UTF-8").out
        for language in ("kk", "ru", "en")
    )
    assert len({kazakh, russian, english}) == 3
    assert jospar("--help", LC_ALL="C").out == kazakh
    assert jospar("--help", "--lang", "ru").out == russian
    assert jospar("--lang", "ru", "--help").out == russian


def test_version(jospar: Installation) -> None:
    """It is that of the package."""
    assert jospar("--version") == Said(0, f"{version('jospar')}\n", "")


def test_no_command(jospar: Installation) -> None:
    """Without a command the usage is told, with status 2."""
    status, out, err = jospar()
    assert (status, out) == (2, "")
    assert err.splitlines()[-1].startswith("jospar: error: ")


def test_a_first_run(empty_jospar: Installation) -> None:
    """Directory and database are made where they are missing."""
    assert empty_jospar("journal", "verify").status == 0
    assert empty_jospar.data.is_dir()
    assert oct((empty_jospar.data / "secret-key").stat().st_mode)[-3:] == "600"


def test_a_directory_that_cannot_be_made(jospar: Installation, tmp_path: Path) -> None:
    """One line says so, with status 2."""
    (tmp_path / "file").touch()
    place = tmp_path / "file" / "data"
    status, out, err = jospar("journal", "verify", JOSPAR_DATA=str(place))
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert str(place) in err


@pytest.mark.parametrize(
    "url", ["postgresql://nobody@127.0.0.1:1/none", "nonsense", "oracle://x/y"]
)
def test_a_database_that_is_not_there(jospar: Installation, url: str) -> None:
    """One line says so, with status 2."""
    status, out, err = jospar(
        "journal", "state", "--on", "2024-01-01", JOSPAR_DATABASE_URL=url
    )
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("jospar: ")


@pytest.mark.parametrize("arguments", [("law",), ("journal", "verify")])
def test_output_that_nobody_reads(
    jospar: Installation, arguments: tuple[str, ...]
) -> None:
    """A reader that goes away ends the program without a word."""
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as nowhere:
        process = jospar.start(*arguments, stdout=nowhere)
        _out, err = process.communicate(timeout=60)
    assert (process.returncode != 0, err) == (True, "")


def test_interrupted(jospar: Installation, tmp_path: Path) -> None:
    """Ctrl-C is answered in one line; what was performed stands."""
    process = jospar.start("year", WORKBOOK, "--out", tmp_path / "out")
    while jospar.entries() == 0:
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    _out, err = process.communicate(timeout=60)
    told = "Stopped. What was performed stands; run it again to go on."
    assert (process.returncode, err.splitlines()[-1:]) == (130, [told])
    assert jospar("journal", "verify").status == 0
