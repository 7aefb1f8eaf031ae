"""A mail server for tests, on a port of its own: it keeps what it is given."""

import socketserver
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Thread
from typing import Any


@dataclass
class Server:
    """Where it listens, and the mails that came; ``refused`` recipients it won't take.

    While ``down`` it turns everybody away; it says yes ``slow`` seconds after it has
    a mail.
    """

    port: int = 0
    mails: list[bytes] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)
    down: bool = False
    slow: float = 0


class _Talk(socketserver.StreamRequestHandler):
    server: Any

    def handle(self) -> None:
        known: Server = self.server.known
        if known.down:
            self._say("421 closed")
            return
        self._say("220 ready")
        for line in self.rfile:
            word, _, rest = line.decode().strip().partition(" ")
            word = word.upper()
            if word == "DATA":
                self._say("354 go on")
                known.mails.append(self._mail())
                time.sleep(known.slow)
                self._say("250 kept")
            elif word == "QUIT":
                self._say("221 bye")
                return
            elif word == "RCPT" and any(name in rest for name in known.refused):
                self._say("550 nobody of that name")
            else:
                self._say("250 ok")

    def _mail(self) -> bytes:
        lines = iter(self.rfile.readline, b".\r\n")
        return b"".join(line.removeprefix(b".") for line in lines)

    def _say(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())


@contextmanager
def smtp_server() -> Iterator[Server]:
    """Serve until the end of the block."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Talk) as server:
        known = Server(server.server_address[1])
        setattr(server, "known", known)  # noqa: B010 - the class has no such field
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield known
        finally:
            server.shutdown()
            thread.join()
