"""Lines of the log: their forms, and what never stands in them."""

import logging
import re

import pytest
import structlog
from django.db import OperationalError
from pytest_django import Settings

from jospar.config.logs import configure, tell_all
from tests.log import log

OURS = "jospar.test"
FORGED = "a\nb\r2026-11-23T00:00:00Z [info] signed_in\x1b[31m\u2028c"
SAFE = r"a\nb\r2026-11-23T00:00:00Z [info] signed_in\x1b[31m\u2028c"


def test_a_line_says_what_when_and_whence() -> None:
    """The time is that of the machine, in UTC."""
    with log() as written:
        structlog.stdlib.get_logger(OURS).info("happened", count=2)
    (line,) = written.lines(OURS)
    assert line.pop("time").endswith("Z")
    assert line == {"event": "happened", "count": 2, "logger": OURS, "level": "info"}


@pytest.mark.parametrize("form", ["json", "text"])
def test_a_value_cannot_forge_a_line(form: str) -> None:
    """Whatever is in it, a line stays one line, of ours and of libraries alike."""
    with log(form) as written:
        structlog.stdlib.get_logger(OURS).info("happened", reason=FORGED, all=[FORGED])
        logging.getLogger("django.library").warning("of %s", FORGED)
    text = written.getvalue()
    assert text.count("\n") == 2
    assert [letter for letter in "\r\x1b\u2028" if letter in text] == []


def test_a_value_reads_as_it_was_written() -> None:
    """Letters that end lines are named instead; others stand as they are."""
    with log() as written:
        structlog.stdlib.get_logger(OURS).info("happened", reason=FORGED, name="Әл")
    assert written.told(OURS, "reason", "name") == [("happened", SAFE, "Әл")]


def test_a_value_is_not_endless() -> None:
    """A thousand letters are enough."""
    with log() as written:
        structlog.stdlib.get_logger(OURS).info(
            "happened", short="a" * 1000, long="b" * 1001
        )
    assert written.told(OURS, "short", "long") == [
        ("happened", "a" * 1000, "b" * 1000 + "…")
    ]


def _fail() -> None:
    cause = OperationalError("disk I/O error")
    raise ValueError("the text of a concept") from cause


def test_what_went_wrong_is_told_without_its_texts() -> None:
    """An error's message may hold what somebody wrote: its kind and place are told."""
    with log() as written:
        try:
            _fail()
        except ValueError:
            logging.getLogger("library").exception("failed")
    (line,) = written.lines("library")
    told, cause = line["failure"].split(" because of ")
    assert re.fullmatch(r"ValueError: (tests/config/test_logs\.py:\d+( > )?){2}", told)
    assert cause == "OperationalError (disk I/O error): "
    assert "concept" not in written.getvalue()


@pytest.mark.parametrize("name", ["django.request", "django.security.csrf"])
def test_addresses_are_not_told(name: str) -> None:
    """Django names the address of what failed, which may be a personal link."""
    with log() as written:
        logging.getLogger(name).error(
            "Internal Server Error: %s", "/en/received/secret/"
        )
    assert written.getvalue() == ""


def test_no_other_form() -> None:
    """A form that is none is refused before anything is done."""
    with pytest.raises(ValueError, match=r"JOSPAR_LOGS is text, json or none, "):
        configure({"form": "xml"})


@pytest.mark.parametrize(
    ("form", "of_commands", "of_pages"),
    [
        ("", "WARNING", "INFO"),
        ("none", "WARNING", "WARNING"),
        ("text", "INFO", "INFO"),
        ("json", "INFO", "INFO"),
    ],
)
def test_how_much_is_told(
    settings: Settings, form: str, of_commands: str, of_pages: str
) -> None:
    """Where no form is chosen a command writes what went wrong alone."""
    ours = logging.getLogger("jospar")
    settings.LOGGING = {"form": form}
    try:
        configure(settings.LOGGING)
        assert logging.getLevelName(ours.level) == of_commands
        tell_all()
        assert logging.getLevelName(ours.level) == of_pages
    finally:
        configure({"form": ""})
