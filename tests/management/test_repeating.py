"""Passes follow each other until the program is asked to stop, or has to be."""

import argparse
import os
import signal
from collections.abc import Iterator

import pytest

from jospar.management.cli import DONE, NOT_DONE, SOME_REFUSED
from jospar.management.repeating import until_stopped
from tests.installation import POSTGRESQL

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(bool(POSTGRESQL), reason="it would close the test's connection"),
]

OPTIONS = argparse.Namespace(lang="en")


@pytest.fixture(autouse=True)
def signals() -> Iterator[None]:
    """Leave the signals to whom they belonged."""
    asked = (signal.SIGINT, signal.SIGTERM)
    before = [signal.getsignal(number) for number in asked]
    yield
    for number, handler in zip(asked, before, strict=True):
        signal.signal(number, handler)


def test_a_pass_that_a_person_has_to_look_at(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """It is the last; those that could not be done are told and made again."""
    statuses = iter([DONE, NOT_DONE, None, SOME_REFUSED])

    def make_pass(_options: argparse.Namespace) -> int:
        status = next(statuses)
        if status is None:
            raise FileNotFoundError(2, "No such file or directory", "place")
        return status

    assert until_stopped(0, make_pass, OPTIONS) == SOME_REFUSED
    told = "jospar: “place” cannot be used: No such file or directory.\n"
    assert capsys.readouterr().err == told
    assert list(statuses) == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_asked_to_stop(number: signal.Signals) -> None:
    """The pass is finished, and none is begun."""
    passes = []

    def make_pass(_options: argparse.Namespace) -> int:
        os.kill(os.getpid(), number)
        passes.append(number)
        return DONE

    assert until_stopped(60, make_pass, OPTIONS) == DONE
    assert passes == [number]
