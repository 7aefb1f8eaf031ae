"""Doing something again and again until the program is asked to stop."""

import argparse
import signal
from collections.abc import Callable
from threading import Event

from django.db import close_old_connections

from .cli import DONE, SOME_REFUSED
from .told import run_told


def until_stopped(
    seconds: float,
    make_pass: Callable[[argparse.Namespace], int],
    options: argparse.Namespace,
) -> int:
    """Make a pass every so many seconds until SIGINT or SIGTERM; return the status.

    What one pass could not do is told, and the next one takes it up. A pass that
    returns SOME_REFUSED is the last: a person has to look.
    """
    stop = Event()
    for asked in (signal.SIGINT, signal.SIGTERM):
        signal.signal(asked, lambda *_asked: stop.set())
    while not stop.is_set():
        close_old_connections()
        if run_told(make_pass, options) == SOME_REFUSED:
            return SOME_REFUSED
        stop.wait(seconds)
    return DONE
