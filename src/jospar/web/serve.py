"""Serving the pages on this machine."""

import socket
import webbrowser
from errno import EADDRINUSE

from django.utils.translation import get_language
from granian import Granian
from granian.constants import Interfaces
from rich.console import Console

from jospar.rules.core.nouns import Language
from jospar.rules.core.sentences import ToldError

from .texts import Texts

_THREADS = 8
"""Requests answered at the same time; a PDF that is being made takes one."""


class ServeError(ToldError):
    """The pages are not served; the sentence says why and what would help."""

    def __init__(self, sentence: str) -> None:
        super().__init__("{sentence}", sentence=sentence)


def serve(host: str, port: int, *, open_browser: bool = False) -> None:
    """Serve the pages until the program is stopped, and say where they are.

    Args:
        host: address to listen on.
        port: port to listen on.
        open_browser: show the start page in the reader's browser.

    Raises:
        ServeError: when the address may not be used, or cannot be.
    """
    t = Texts(get_language() or Language.KK)
    _check_free(host, port, t)
    shown = f"[{host}]" if ":" in host else host
    url = f"http://{shown}:{port}/"
    server = Granian(
        "jospar.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        blocking_threads=_THREADS,
        log_enabled=False,
    )
    said = t("serve.at", url=url)
    server.on_startup(lambda: Console(markup=False, soft_wrap=True).print(said))
    if open_browser:
        server.on_startup(lambda: webbrowser.open(url))
    server.serve()


def _check_free(host: str, port: int, t: Texts) -> None:
    """Raise unless the address can be listened on; servers may share one otherwise."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind((host, port))
    except OSError as error:
        if error.errno == EADDRINUSE:
            raise ServeError(t("serve.taken", port=port)) from error
        reason = error.strerror or str(error)
        raise ServeError(
            t("serve.refused", host=host, port=port, reason=reason)
        ) from error
