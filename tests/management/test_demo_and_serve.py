"""``jospar demo`` and ``jospar serve``: the year on the table, and its pages."""

import re
import signal
import socket
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.installation import Installation

pytestmark = pytest.mark.slow


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def page(url: str) -> str:
    """Return the page at ``url`` once it is served."""
    for _attempt in range(300):
        try:
            with urlopen(url, timeout=10) as answer:  # noqa: S310 - our own address
                return str(answer.read().decode())
        except URLError:
            time.sleep(0.1)
    raise TimeoutError


def test_demo(empty_jospar: Installation, tmp_path: Path) -> None:
    """2023 and 2024 are rehearsed up to October in an own database, anew each time."""
    out = tmp_path / "demo"
    for _time in (1, 2):
        status, said, err = empty_jospar("demo", "--no-serve", "--out", out)
        assert (status, err) == (0, "")
        assert re.findall("Performed: ([0-9]+)", said) == ["324", "228"]
    assert (empty_jospar.data / "demo" / "jospar.sqlite3").is_file()
    assert not (empty_jospar.data / "jospar.sqlite3").exists()


def test_demo_in_another_language(empty_jospar: Installation, tmp_path: Path) -> None:
    """The language may be asked for before the command, too; and the whole year."""
    out = tmp_path / "demo"
    options = ("--no-serve", "--out", out, "--day", "2024-12-31")
    status, said, _err = empty_jospar("--lang", "ru", "demo", *options)
    assert (status, "Выполнено: 491." in said) == (0, True)
    plan = out / "2024" / "current-2025.kk.pdf"
    assert plan.read_bytes().startswith(b"%PDF")


def test_an_empty_demo(empty_jospar: Installation, tmp_path: Path) -> None:
    """Whoever opens the year is there and nothing else, at a day of one's choice.

    Nothing leads from it to the database and the files of the installation.
    """
    demo = Installation(empty_jospar.data / "demo")
    (tmp_path / "JOSPAR_DATABASE_URL").write_text("nowhere://")
    given = {"CREDENTIALS_DIRECTORY": str(tmp_path), "JOSPAR_FILES": "nowhere://"}
    for asked, day in ((), "2024-07-01"), (("--day", "2024-08-15"), "2024-08-15"):
        said = empty_jospar("demo", "--empty", "--no-serve", *asked, **given)
        assert said == (0, "", "")
        assert demo.entries() == 1
        with demo.database() as sql:
            assert sql("SELECT code FROM accounts_person") == [("administrator",)]
            assert sql("SELECT day FROM accounts_rehearsal") == [(day,)]
    assert {
        empty_jospar.data.stat().st_mode & 0o777,
        demo.data.stat().st_mode & 0o777,
    } == {0o700}


def test_serve(jospar: Installation) -> None:
    """The start page is served until Ctrl-C, which ends it without complaint."""
    port = free_port()
    with jospar.start("serve", "--port", port) as process:
        assert "<html" in page(f"http://127.0.0.1:{port}/")
        process.send_signal(signal.SIGINT)
        _out, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (0, "")
