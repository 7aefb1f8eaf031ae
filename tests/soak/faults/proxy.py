"""What stands between the pages and the database, and cuts their connections."""

import socket
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from enum import Enum
from threading import Event, Lock, Thread

_CHUNK = 65536
_LOCKS = b"pg_advisory_xact_lock"
"""What every act asks for first."""


class Cut(Enum):
    """Where an act is cut off from the database."""

    WITHIN = "between two statements"
    AT_COMMIT = "before COMMIT arrives"
    COMMITTED = "after COMMIT, before its answer"
    SILENCE = "no more bytes, and no end"


class Proxy:
    """Hands on what comes to ``port``, until something is armed or it is away."""

    def __init__(self, target: int) -> None:
        self._target = target
        self._listening = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.port: int = self._listening.getsockname()[1]
        self._pairs: set[_Pair] = set()
        self._lock, self._skip = Lock(), 0
        self._armed: Cut | None = None
        self._done, self._away = Event(), Event()
        Thread(target=self._accept, daemon=True).start()

    def cut_next(self, cut: Cut, skip: int, seconds: float) -> bool:
        """Cut the next act off after ``skip`` chances; tell whether there was one."""
        with self._lock:
            self._armed, self._skip = cut, skip
            self._done.clear()
        found = self._done.wait(seconds)
        with self._lock:
            self._armed = None
        return found

    @contextmanager
    def away(self) -> Iterator[None]:
        """Let nobody through for a while; whoever is there is cut off."""
        self._away.set()
        self.cut_all()
        yield
        self._away.clear()

    def cut_all(self) -> None:
        """End every connection now."""
        for pair in list(self._pairs):
            pair.end()

    def close(self) -> None:
        """Listen no more."""
        self._listening.close()
        self.cut_all()

    def is_time(self, *cuts: Cut) -> Cut | None:
        """Return what is to be done here, at a chance for one of ``cuts``; once."""
        with self._lock:
            if self._armed not in cuts:
                return None
            if self._skip:
                self._skip -= 1
                return None
            found, self._armed = self._armed, None
        self._done.set()
        return found

    def drop(self, pair: "_Pair") -> None:
        """Forget a connection that ended."""
        self._pairs.discard(pair)

    def _accept(self) -> None:
        with suppress(OSError):  # closed
            while True:
                client, _address = self._listening.accept()
                if self._away.is_set():
                    _reset(client)
                    continue
                try:
                    server = socket.create_connection(("127.0.0.1", self._target))
                except OSError:
                    _reset(client)
                    continue
                pair = _Pair(self, client, server)
                self._pairs.add(pair)
                pair.start()


class _Pair:
    """A connection of a client, and the one to the server that it is handed on to."""

    def __init__(
        self, proxy: Proxy, client: socket.socket, server: socket.socket
    ) -> None:
        self._proxy, self._client, self._server = proxy, client, server
        self._acts, self._commits, self._silent = False, False, Event()

    def start(self) -> None:
        for hand_on in (self._to_server, self._to_client):
            Thread(target=self._until_end, args=(hand_on,), daemon=True).start()

    def end(self) -> None:
        for side in (self._client, self._server):
            _reset(side)
        self._proxy.drop(self)

    def _until_end(self, hand_on: Callable[[], None]) -> None:
        with suppress(OSError):
            hand_on()
        if not self._silent.is_set():
            self.end()

    def _to_server(self) -> None:
        while data := self._client.recv(_CHUNK):
            self._acts = self._acts or _LOCKS in data
            if self._acts and b"COMMIT" in data:
                if self._proxy.is_time(Cut.AT_COMMIT):
                    return
                self._commits = self._proxy.is_time(Cut.COMMITTED) is not None
                self._acts = False
            elif self._acts and _LOCKS not in data:
                found = self._proxy.is_time(Cut.WITHIN, Cut.SILENCE)
                if found is Cut.SILENCE:
                    self._silent.set()
                if found:
                    return
            self._server.sendall(data)

    def _to_client(self) -> None:
        while data := self._server.recv(_CHUNK):
            if self._commits:
                return
            if not self._silent.is_set():
                self._client.sendall(data)


def _reset(side: socket.socket) -> None:
    """Close as a machine does that knows nothing of the connection."""
    with suppress(OSError):
        side.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        side.shutdown(socket.SHUT_RDWR)
    side.close()
