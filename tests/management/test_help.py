"""Every command explains itself in three languages, with examples."""

import re
from collections.abc import Callable

import pytest

from jospar.management.commands import COMMANDS
from tests.installation import Said

pytestmark = pytest.mark.django_db

NAMES = [command.__name__.rsplit(".", 1)[-1] for command in COMMANDS]


@pytest.mark.parametrize("module", COMMANDS, ids=NAMES)
def test_help_of_a_command(command: Callable[..., Said], module: object) -> None:
    """Its help is written in each language, and its examples are the same."""
    name = NAMES[COMMANDS.index(module)]
    said = [
        command(name, "--help", "--lang", language) for language in ("kk", "ru", "en")
    ]
    assert [(one.status, one.err) for one in said] == [(0, "")] * 3
    assert len({one.out for one in said}) == 3
    examples = getattr(module, "EXAMPLES", "")
    assert [one.out.count(examples) for one in said] == [1, 1, 1]
    purpose = " ".join(said[2].out.split())
    assert getattr(module, "PURPOSE", "") in purpose


@pytest.mark.parametrize("name", ["year", "plan", "law", "days", "journal"])
def test_what_is_asked_wrongly(command: Callable[..., Said], name: str) -> None:
    """It is told with the usage, and the status is 2."""
    status, out, err = command(name, "--nonsense")
    assert (status, out) == (2, "")
    assert re.match(f"jospar( {name})?: error: ", err.splitlines()[-1]) is not None
