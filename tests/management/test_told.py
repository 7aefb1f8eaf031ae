"""What cannot be done is told in one line, and never as a failure of the program."""

import argparse
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.utils.translation import override

from jospar.management.cli import NOT_DONE
from jospar.management.told import run_told

DATABASE: Any = connection
FAILED = (
    "jospar: The database failed: gone. What was performed before stands; run the "
    "command again when the cause is mended.\n"
)


@pytest.mark.parametrize(
    "error", [OperationalError("gone"), DATABASE.Database.OperationalError("gone")]
)
def test_a_database_that_fails(
    error: Exception, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its driver's own error, which comes as a cursor is closed, is told alike."""

    def fail(options: argparse.Namespace) -> int:
        raise error

    with override("en"):
        assert run_told(fail, argparse.Namespace(lang="en")) == NOT_DONE
    assert capsys.readouterr().err == FAILED


def test_what_nobody_knows() -> None:
    """A failure of the program is one."""

    def fail(options: argparse.Namespace) -> int:
        raise LookupError

    with pytest.raises(LookupError):
        run_told(fail, argparse.Namespace(lang="en"))
