"""The processes of a site: pages, and passes of notices. Each may be killed."""

import json
import os
import signal
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path
from threading import Event, Lock, Thread
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from tests.soak.last_day.prepared import Prepared

_PATIENCE, _LOOK = 120.0, 0.02
"""Seconds until what does not come up is given up, and from one look to the next."""


class Web:
    """A process that serves the pages, with its children."""

    def __init__(
        self, prepared: Prepared, port: int, environment: Mapping[str, str], log: Path
    ) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self._prepared, self._port, self._log = prepared, port, log
        self._environment = {"JOSPAR_LOGS": "text", **environment}
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Start it; whether it answers is another thing."""
        with self._log.open("a") as log:
            self._process = self._prepared.start(
                *("serve", "--no-notices", "--port", self._port),
                environment=self._environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def kill(self) -> None:
        """Kill it and its children at once, as if the machine had gone."""
        _kill(self._process)

    def wrong(self) -> list[str] | None:
        """Return what it says is not ready; None where it does not answer."""
        return ready(self.url)

    def wait(self) -> float:
        """Wait until people can work here; return how long that was, in seconds."""
        begun = time.monotonic()
        while self.wrong() != []:
            assert time.monotonic() - begun < _PATIENCE, self._log.read_text()[-3000:]
            time.sleep(_LOOK)
        return time.monotonic() - begun


class Worker:
    """Passes of notices, one after the other, as a timer starts them.

    ``said`` is what passes said that were not killed and did not end well.
    """

    def __init__(self, prepared: Prepared, environment: Mapping[str, str]) -> None:
        self._prepared, self._environment = prepared, environment
        self._process: subprocess.Popen[str] | None = None
        self._stop, self._lock = Event(), Lock()
        self._thread = Thread(target=self._go_on)
        self.passes, self.killed, self.said = 0, 0, list[str]()

    def start(self) -> None:
        """Begin with the first pass."""
        self._thread.start()

    def stop(self) -> None:
        """Let the pass end, and begin no other."""
        self._stop.set()
        self._thread.join()

    def kill(self) -> bool:
        """Kill the pass that is made now, if there is one."""
        with self._lock:
            is_running = self._process is not None and self._process.poll() is None
            if is_running:
                _kill(self._process)
                self.killed += 1
        return is_running

    def _go_on(self) -> None:
        while not self._stop.wait(0.2):
            with self._lock:
                self._process = start_pass(self._prepared, self._environment)
            _out, err = self._process.communicate()
            self.passes += 1
            if self._process.returncode not in {0, -signal.SIGKILL}:
                self.said.append(err)


def start_pass(
    prepared: Prepared, environment: Mapping[str, str]
) -> subprocess.Popen[str]:
    """Start a pass of notices."""
    return prepared.start("notices", environment=environment, start_new_session=True)


def ready(url: str) -> list[str] | None:
    """Return what the pages at ``url`` lack; None where nobody answers."""
    try:
        with urlopen(f"{url}/health/ready", timeout=5) as answer:  # noqa: S310 - our own address
            return list(json.load(answer).get("wrong", []))
    except HTTPError as error:
        return list(json.load(error).get("wrong", []))
    except (URLError, OSError):
        return None


def _kill(process: subprocess.Popen[str] | None) -> None:
    if process is not None and process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
