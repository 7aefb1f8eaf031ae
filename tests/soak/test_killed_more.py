"""A year that is killed twenty times, at other moments of its run each."""

from collections.abc import Callable
from pathlib import Path

from tests.faults.conftest import Undisturbed, out, undisturbed
from tests.faults.test_killed import kill_again_and_again, kill_once_each
from tests.installation import Installation

__all__ = ["out", "undisturbed"]  # the fixtures that the tests below name


def test_killed_again_and_again(
    jospar: Installation, out: Path, undisturbed: Undisturbed
) -> None:
    """However often it is killed, running it again finishes the rest."""
    kill_again_and_again(jospar, out, undisturbed, 14)


def test_killed_once(
    installations: Callable[[], Installation], out: Path, undisturbed: Undisturbed
) -> None:
    """Killed at whatever moment, the year is finished by running it again."""
    kill_once_each(installations, out, undisturbed, 6)
