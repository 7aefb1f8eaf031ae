"""What acts on reference data are typed with besides fields: a ruleset, a file."""

from collections.abc import Mapping
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from jospar.procedure.calendars import CalendarFileError, read_calendar
from jospar.procedure.rulesets import ruleset
from jospar.records.rulesets import ruleset_of
from jospar.rules.core.act import Act
from jospar.rules.core.ruleset import DEFAULT, Ruleset, RulesetError
from jospar.rules.reference.open_cycle import open_cycle
from jospar.rules.reference.set_calendar import set_calendar

CALENDAR_FILE = "content_file"
"""The field in which a calendar of days off is sent as a file."""
_LIMIT = 1_000_000
"""Bytes that a calendar may have; decades of days off take a tenth of them."""


def ruleset_for(act: Act[Any, Any], year: int, asked: str) -> Ruleset | None:
    """Return what the act keeps to: the cycle's, or to open it the one asked for."""
    found = ruleset_of(year)
    if found is not None or act is not open_cycle:
        return found
    try:
        return ruleset(asked or DEFAULT)
    except RulesetError:
        return None


def with_file(
    act: Act[Any, Any], typed: Mapping[str, str], file: "UploadedFile[Any] | None"
) -> dict[str, str]:
    """Return what was typed, a calendar completed by its file and by its own name.

    One without a name of its own is called as its file, so that a refusal names it.
    """
    if act is not set_calendar:
        return dict(typed)
    content = typed.get("content", "")
    if file is not None:
        # What is no text, or too long, is refused like any content without sense.
        whole = file.size is not None and file.size <= _LIMIT
        content = (file.read() if whole else b"\xff").decode(errors="replace")
    try:
        edition = read_calendar(content, "").edition
    except CalendarFileError:
        edition = (file and file.name) or "TOML"
    return dict(typed) | {"content": content, "edition": edition}
