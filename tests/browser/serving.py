"""The pages as ``jospar serve`` serves them."""

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

import pytest

from tests.installation import Installation

_LONGEST = 60
"""Seconds until the pages must be there."""


class Demo(NamedTuple):
    """The demonstration: its directory and database, and the address of its pages."""

    installation: Installation
    address: str


@contextmanager
def served(installation: Installation) -> Iterator[str]:
    """Serve the installation, give the address of its pages once they are there."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with installation.start("serve", "--port", port, "--no-notices") as process:
        try:
            _wait_for(port, process.poll)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.communicate(timeout=30)


def _wait_for(port: int, ended: Callable[[], int | None]) -> None:
    until = time.monotonic() + _LONGEST
    while time.monotonic() < until:
        assert ended() is None
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    pytest.fail("the pages are not served")
