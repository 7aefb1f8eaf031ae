"""A throw-away machine, begun by the real systemd, with this one's programs on it."""

import ctypes
import os
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

import pytest

from tests.installation import Said

SCRIPT = Path(__file__).with_name("machine.sh")
SYSTEMD = Path("/lib/systemd/systemd")
PROGRAMS = ("nginx", "nsenter", "pivot_root", "setpriv", "unshare")
FIRST = ("--target", "{first}", "--mount", "--uts", "--ipc", "--net", "--pid")
PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
LONGEST = 120
"""Seconds in which anything is begun, on a machine that has much else to do."""


class MachineError(Exception):
    """The machine does not start, or something that it was told failed."""


@dataclass(frozen=True, slots=True)
class Machine:
    """A machine at work; ``first`` is its first process, as this machine counts."""

    first: int

    @property
    def root(self) -> Path:
        """Return its files, as this machine finds them."""
        return Path(f"/proc/{self.first}/root")

    def says(self, script: str, *, typed: str = "") -> Said:
        """Run a shell script as root, as somebody who types it in ``/root`` would."""
        inside = [part.format(first=self.first) for part in FIRST]
        named = (f"PATH={PATH}", "HOME=/root", "LANG=C.UTF-8", "TERM=dumb")
        shell = ("env", "-i", *named, "sh", "-e", "-c", f"cd\n{script}")
        done = subprocess.run(
            ["nsenter", *inside, *shell],
            check=False,
            input=typed,
            capture_output=True,
            text=True,
            timeout=180,
            start_new_session=True,  # nobody is asked at a terminal
        )
        return Said(done.returncode, done.stdout, done.stderr)

    def run(self, script: str, *, typed: str = "") -> str:
        """Run a shell script that succeeds, and return what it prints.

        Raises:
            MachineError: when it does not succeed.
        """
        said = self.says(script, typed=typed)
        if said.status:
            message = f"{script}\n{said.out}{said.err}(exit status {said.status})"
            raise MachineError(message)
        return said.out

    def failed(self) -> str:
        """Return the lines of the units that failed, of Jospar and nginx alone."""
        return self.run("systemctl list-units --failed --no-legend jospar-* nginx*")

    @contextmanager
    def network(self) -> Iterator[None]:
        """Let sockets that this thread makes be of the machine's network."""
        with (
            Path("/proc/thread-self/ns/net").open() as ours,
            Path(f"/proc/{self.first}/ns/net").open() as theirs,
        ):
            _enter(theirs.fileno())
            try:
                yield
            finally:
                _enter(ours.fileno())


def wait_until(done: Callable[[], bool]) -> None:
    """Wait until something is so, for as long as a busy machine may take.

    Raises:
        MachineError: when it is not so by then.
    """
    until = monotonic() + LONGEST
    while not done():
        if monotonic() > until:
            message = f"it is not so after {LONGEST} seconds"
            raise MachineError(message)
        sleep(0.1)


def why_not() -> str:
    """Return why no such machine can be made here, or nothing."""
    if os.geteuid():
        return "only root makes a machine of its own"
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    if missing or not SYSTEMD.exists():
        return f"a machine of its own needs {', '.join(missing or ['systemd'])}"
    return ""


@contextmanager
def machine(folder: Path, shown: Iterable[Path] = ()) -> Iterator[Machine]:
    """Give a machine that stands in the empty directory ``folder``; end it afterwards.

    It finds the directories ``shown``, wherever they are, and may not write to them.
    Where root may make none, as in most containers, the test is skipped.

    Raises:
        MachineError: when systemd does not begin its work.
    """
    begin = ("setpriv", "--pdeathsig=KILL", "unshare", "--mount", "sh", str(SCRIPT))
    with subprocess.Popen(
        [*begin, folder, *shown],
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield _begun(process)
        finally:
            process.kill()
            process.wait()
            _forget_groups(process.pid)


def _begun(process: subprocess.Popen[str]) -> Machine:
    found: list[Machine] = []

    def is_begun() -> bool:
        if process.poll() is not None:
            said = process.stderr.read() if process.stderr else ""
            pytest.skip(f"no machine of its own may be made here: {said.strip()}")
        firsts = filter(_is_systemd, _children(process.pid))
        found.extend(one for one in map(Machine, firsts) if _is_at_work(one))
        return bool(found)

    wait_until(is_begun)
    return found[0]


def _children(number: int) -> list[int]:
    children = Path(f"/proc/{number}/task/{number}/children")
    with suppress(FileNotFoundError, ProcessLookupError):  # it has ended
        return [int(one) for one in children.read_text().split()]
    return []


def _is_systemd(number: int) -> bool:
    try:
        return Path(f"/proc/{number}/exe").readlink() == SYSTEMD.resolve()
    except FileNotFoundError:  # it was of those that made the machine, and is done
        return False


def _is_at_work(begun: Machine) -> bool:
    """Tell whether all was begun; a unit that failed may be one of Debian's."""
    state = begun.says("systemctl is-system-running").out.strip()
    return state in {"running", "degraded"}


def _enter(network: int) -> None:
    """Move this thread to a network. Python can itself from 3.12 on."""
    library = ctypes.CDLL(None, use_errno=True)
    if library.setns(network, 0):
        raise OSError(ctypes.get_errno(), "setns")


def _forget_groups(number: int) -> None:
    """Remove the groups of processes that the machine had, once they are gone."""
    script = f"""
    mount -t cgroup2 groups /mnt
    cd /mnt
    for second in 1 2 3 4 5; do
      find jospar-machine-{number} -depth -type d -exec rmdir {{}} + && exit
      sleep 1
    done"""
    command = ("unshare", "--mount", "sh", "-c", script)
    subprocess.run(command, check=False, capture_output=True)
