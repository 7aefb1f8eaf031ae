"""The clock of a site: moved while its programs run."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def put(clock: Path, seconds: float) -> None:
    """Let it be so many seconds ahead of the machine's; readers find a number."""
    new = clock.with_suffix(".new")
    new.write_text(str(seconds))
    new.replace(clock)


def pass_by(clock: Path, seconds: float) -> None:
    """Let so many seconds pass."""
    put(clock, float(clock.read_text()) + seconds)


@contextmanager
def moved_back(clock: Path, seconds: float) -> Iterator[None]:
    """Move it back for the block, and forward again."""
    before = float(clock.read_text())
    put(clock, before - seconds)
    try:
        yield
    finally:
        put(clock, before)
