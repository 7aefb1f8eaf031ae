"""The command line of Jospar on another day.

``python -m tests.soak.last_day.shifted FILE COMMAND…``: its clock is the machine's and
the seconds that FILE says, which is read at each call: whoever writes another number
into it moves the clock of every program that reads it.
"""

import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from jospar.management.cli import main
from jospar.procedure.clock import Clock


def shift(file: Path) -> None:
    """Let the clock of this process, and of those that it forks, follow ``file``."""
    real = Clock.now

    def now(clock: Clock) -> datetime:
        moment = real(clock)
        if clock.rehearsed is not None:
            return moment
        return moment + timedelta(seconds=float(file.read_text()))

    setattr(Clock, "now", now)  # noqa: B010 - a method is not assigned to


def move(file: Path, moment: datetime) -> None:
    """Let it be ``moment`` now for whoever follows ``file``."""
    seconds = (moment - datetime.now(UTC)).total_seconds()
    new = file.with_suffix(".new")
    new.write_text(str(seconds))
    new.replace(file)  # whoever reads it reads a whole number


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit status."""
    file, *command = arguments
    shift(Path(file))
    return main(command)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
