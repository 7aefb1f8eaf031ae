"""``jospar law``: the provisions, what carries each out, which tests prove it."""

from collections.abc import Callable

import pytest

from tests.installation import Said
from tests.rules.made import RULES

pytestmark = pytest.mark.django_db

Command = Callable[..., Said]


def test_every_provision(command: Command) -> None:
    """Each provision of the law has an act and a test, so the status is 0."""
    said = command("law")
    assert (said.status, said.err) == (0, "")
    assert "Without an act or a test" not in said.out


def test_one_provision(command: Command) -> None:
    """It is shown with its gist, its acts, and the names of its tests."""
    said = command("law", "concepts.late")
    assert (said.status, said.err) == (0, "")
    assert "intake.return_late" in said.out
    test = "  rules/review/test_conditions.py::test_late_concepts"
    assert test in said.out.splitlines()


def test_an_unknown_provision(command: Command) -> None:
    """It is told in one line, with where to find the names."""
    told = (
        "jospar: No provision is named “concepts.never”; `jospar law` shows them all.\n"
    )
    assert command("law", "concepts.never") == Said(2, "", told)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_in_three_languages(command: Command, language: str) -> None:
    """The ruleset is called by its name in the language asked for."""
    said = command("law", "concepts.late", "--lang", language)
    assert said.out.splitlines()[0].strip() == RULES.name[language]
