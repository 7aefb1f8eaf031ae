"""Machines of one site within this one: network namespaces that reach each other alone.

They are made of nothing but ``ip netns``, by root; when the block ends, however it
ends, they are gone. Their files are those of this machine.
"""

import ctypes
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg

from tools.with_postgresql import ACCOUNT, as_account, programs

_NET = "10.203.77"
_OWN = Path("/proc/self/ns/net")
_ALL = Path("/run/netns")
_NEW_NETWORK = 0x40000000
"""What the kernel calls CLONE_NEWNET."""
_PATIENCE = 30.0
"""Seconds within which a server answers."""


class NoMachinesError(Exception):
    """No machines can be made here; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Machine:
    """A machine: what its namespace is called, and the address that others reach."""

    namespace: str
    address: str

    @property
    def within(self) -> tuple[str, ...]:
        """What a command is put behind that runs there."""
        return ("ip", "netns", "exec", self.namespace)

    @contextmanager
    def entered(self) -> Iterator[None]:
        """Let this thread, and those that it starts, be there during the block."""
        with _OWN.open() as here, (_ALL / self.namespace).open() as there:
            _enter(there.fileno())
            try:
                yield
            finally:
                _enter(here.fileno())


@contextmanager
def machines(*names: str) -> Iterator[Mapping[str, Machine]]:
    """Have machines of these names until the end of the block.

    Raises:
        NoMachinesError: when this account or this machine cannot have them.
    """
    if os.geteuid() != 0 or shutil.which("ip") is None:
        raise NoMachinesError("Network namespaces are made by root with iproute2.")
    with ExitStack() as stack:
        switch = _namespace("switch", stack)
        _ip("-n", switch, "link", "add", "bridge", "type", "bridge")
        _ip("-n", switch, "link", "set", "bridge", "up")
        made = {}
        for number, name in enumerate(names, start=11):
            made[name] = Machine(_namespace(name, stack), f"{_NET}.{number}")
            _plug(made[name], switch)
        yield made


@contextmanager
def database_on(machine: Machine) -> Iterator[tuple[str, str]]:
    """Run PostgreSQL on a machine; give its URL there, and that for this machine.

    It waits for its disk, as it does in use.
    """
    with tempfile.TemporaryDirectory(prefix="jospar-pg-") as name, ExitStack() as stack:
        home, found = Path(name), programs()
        shutil.chown(home, ACCOUNT, ACCOUNT)
        _run(
            *(found / "initdb", "--pgdata", home / "data", "--username", ACCOUNT),
            *("--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"),
        )
        with (home / "data" / "pg_hba.conf").open("a") as access:
            access.write(f"host all all {_NET}.0/24 trust\n")
        listens = ("-h", machine.address, "-k", home)
        account = ("setpriv", "--reuid", ACCOUNT, "--regid", ACCOUNT, "--clear-groups")
        command = (found / "postgres", "-D", home / "data", *listens)
        log = stack.enter_context((home / "log").open("w"))
        server = subprocess.Popen(
            [str(part) for part in (*machine.within, *account, *command)],
            cwd="/",
            stdout=log,
            stderr=log,
        )
        stack.callback(_stop, server)
        here = f"postgresql://{ACCOUNT}@{quote(name, safe='')}/postgres"
        _await(here)
        yield f"postgresql://{ACCOUNT}@{machine.address}/postgres", here


def _namespace(name: str, stack: ExitStack) -> str:
    """Make a namespace, which goes with the stack."""
    own = f"jospar-{os.getpid()}-{name}"
    _ip("netns", "add", own)
    stack.callback(_ip, "netns", "delete", own)
    return own


def _plug(machine: Machine, switch: str) -> None:
    """Connect the machine to the others."""
    own, plug = machine.namespace, machine.address.rpartition(".")[2]
    here = ("peer", "name", f"port{plug}", "netns", switch)
    _ip("-n", own, "link", "add", "lan", "type", "veth", *here)
    _ip("-n", switch, "link", "set", f"port{plug}", "master", "bridge", "up")
    _ip("-n", own, "address", "add", f"{machine.address}/24", "dev", "lan")
    for link in ("lo", "lan"):
        _ip("-n", own, "link", "set", link, "up")


def _ip(*arguments: str) -> None:
    done = subprocess.run(
        ["ip", *arguments], check=False, capture_output=True, text=True
    )
    if done.returncode != 0:
        said = f"ip {' '.join(arguments)}: {done.stderr.strip()}"
        raise NoMachinesError(f"No network namespaces here: {said}")


def _enter(namespace: int) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.setns(namespace, _NEW_NETWORK) != 0:
        raise OSError(ctypes.get_errno(), "setns")


def _run(*command: object) -> None:
    subprocess.run(
        [str(part) for part in command],
        check=True,
        stdout=subprocess.DEVNULL,
        **as_account(),
    )


def _await(url: str) -> None:
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            psycopg.connect(url).close()
        except psycopg.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
        else:
            return


def _stop(server: "subprocess.Popen[bytes]") -> None:
    server.send_signal(signal.SIGQUIT)
    server.wait()
