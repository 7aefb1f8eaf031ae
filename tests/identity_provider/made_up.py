"""A provider that says what a test lets it say, and nothing sensible else."""

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from types import MappingProxyType

DESCRIPTION = "/o/.well-known/openid-configuration"


@contextmanager
def saying(
    told: Mapping[str, str] = MappingProxyType({}),
    answers: Mapping[str, bytes] = MappingProxyType({}),
) -> Iterator[str]:
    """Serve what a provider tells of itself, and ``answers`` by their paths.

    What is not told of its description are addresses of its own.
    """
    description: dict[str, str] = {}

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            said = {DESCRIPTION: json.dumps(description).encode(), **answers}
            self.send_response(200 if self.path in said else 404)
            content = said.get(self.path, b"")
            if content:
                self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(content)

        do_POST = do_GET  # noqa: N815 - so the server calls it

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - inherited
            """Write nothing."""

    with HTTPServer(("127.0.0.1", 0), Answer) as server:
        address = f"http://127.0.0.1:{server.server_port}"
        for name in ("authorization_endpoint", "token_endpoint", "jwks_uri"):
            description[name] = f"{address}/{name}"
        description.update({"issuer": f"{address}/o", **told})
        threading.Thread(target=server.serve_forever, args=(0.05,)).start()
        try:
            yield address
        finally:
            server.shutdown()
