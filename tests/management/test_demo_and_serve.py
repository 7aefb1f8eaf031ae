"""``jospar demo`` and ``jospar serve``: the year on the table, and its pages."""

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


def test_demo(jospar: Installation, tmp_path: Path) -> None:
    """The year 2024 is rehearsed in a database of its own, anew each time."""
    out = tmp_path / "demo"
    for _time in (1, 2):
        status, said, err = jospar("demo", "--no-serve", "--out", out)
        assert (status, err) == (0, "")
        assert "Performed: 491." in said
    assert (jospar.data / "demo" / "jospar.sqlite3").is_file()
    assert not (jospar.data / "jospar.sqlite3").exists()
    assert (out / "current-2025.kk.pdf").read_bytes().startswith(b"%PDF")


def test_demo_in_another_language(jospar: Installation, tmp_path: Path) -> None:
    """The language may be asked for before the command, too."""
    out = tmp_path / "demo"
    status, said, _err = jospar("--lang", "ru", "demo", "--no-serve", "--out", out)
    assert (status, "Выполнено: 491." in said) == (0, True)
    assert (jospar.data / "demo").is_dir()


def test_serve(jospar: Installation) -> None:
    """The start page is served until Ctrl-C, which ends it without complaint."""
    port = free_port()
    with jospar.start("serve", "--port", port) as process:
        assert "<html" in page(f"http://127.0.0.1:{port}/")
        process.send_signal(signal.SIGINT)
        _out, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (0, "")
