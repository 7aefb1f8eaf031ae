"""Serving the pages, with passes of notices beside them."""

import argparse
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from threading import Event, Thread

from django.utils.translation import gettext

from jospar.web.serve import serve

from .options import a_port
from .told import run_told

FIRST = 5
"""Seconds from the start to the first pass: until then the server makes its workers."""
EVERY = 5 * 60
"""Seconds from the end of a pass to the next one."""

_PASS = "import sys; from jospar.management.cli import main; sys.exit(main())"  # noqa: S105 - a program


def add_serving(parser: argparse.ArgumentParser) -> None:
    """Add where the pages are served, and whether people are told what is new."""
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        metavar=gettext("HOST"),
        help=gettext("default: this machine alone"),
    )
    parser.add_argument(
        "--port",
        type=a_port,
        default=8000,
        metavar=gettext("PORT"),
        help=gettext("default: 8000"),
    )
    parser.add_argument(
        "--no-notices",
        action="store_true",
        help=gettext("leave notices, reminders and mail to “jospar notices”"),
    )


def serve_pages(options: argparse.Namespace) -> None:
    """Serve the pages until stopped, and tell people meanwhile what is new.

    Raises:
        ServeError: when the address may not be used, or cannot be.
    """
    with nullcontext() if options.no_notices else notices_beside(options):
        serve(options.host, options.port)


@contextmanager
def notices_beside(
    options: argparse.Namespace, first: float = FIRST, every: float = EVERY
) -> Iterator[None]:
    """Make passes of notices, again and again, until the block is left.

    Each is a process of its own: whatever befalls it, the server goes on, and the next
    pass takes it up.
    """
    stop = Event()
    thread = Thread(target=_go_on, args=(stop, options, first, every), daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def _go_on(
    stop: Event, options: argparse.Namespace, first: float, every: float
) -> None:
    def make_pass(options: argparse.Namespace) -> int:
        return _pass(stop, options.lang)

    wait = first
    while not stop.wait(wait):
        run_told(make_pass, options)
        wait = every


def _pass(stop: Event, language: str) -> int:
    """Make a pass, or as much of it as there is time for; the next does the rest."""
    process = subprocess.Popen(  # noqa: S603 - this very program
        [sys.executable, "-c", _PASS, "notices", "--lang", language],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl-C is the server's, which then ends the pass
    )
    while process.poll() is None:
        if stop.wait(0.1):
            process.terminate()
            process.wait()
    return process.returncode
