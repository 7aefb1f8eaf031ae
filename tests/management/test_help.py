"""Every command explains itself in three languages, with examples."""

import re
from collections.abc import Callable

import pytest

from jospar.management.commands import COMMANDS, load
from tests.installation import Said

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_a_command(command: Callable[..., Said], name: str) -> None:
    """Its help is written in each language, and its examples are the same."""
    said = [
        command(name, "--help", "--lang", language) for language in ("kk", "ru", "en")
    ]
    assert [(one.status, one.err) for one in said] == [(0, "")] * 3
    assert len({one.out for one in said}) == 3
    module = load(name)
    assert [one.out.count(module.EXAMPLES) for one in said] == [1, 1, 1]
    assert module.PURPOSE in " ".join(said[2].out.split())


@pytest.mark.parametrize("name", ["year", "plan", "law", "days", "journal"])
def test_what_is_asked_wrongly(command: Callable[..., Said], name: str) -> None:
    """It is told with the usage, and the status is 2."""
    status, out, err = command(name, "--nonsense")
    assert (status, out) == (2, "")
    assert re.match(f"jospar( {name})?: error: ", err.splitlines()[-1]) is not None
