"""How a wording is laid in columns, and read from them again."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec

from jospar.rules.core.nouns import Level, Procedure, Term, Text, Wording

WORDING = (
    "title_kk",
    "title_ru",
    "purpose_kk",
    "purpose_ru",
    "note_kk",
    "note_ru",
    "level",
    "conclude_from",
    "conclude_to",
    "procedure",
    "procedure_from",
    "procedure_to",
)
"""The columns of a wording."""


def wording_columns(wording: Wording) -> dict[str, Any]:
    """Return ``wording`` as values of its columns."""
    return {
        "title_kk": wording.title.kk,
        "title_ru": wording.title.ru,
        "purpose_kk": wording.purpose.kk,
        "purpose_ru": wording.purpose.ru,
        "note_kk": wording.note.kk,
        "note_ru": wording.note.ru,
        "level": wording.level.value,
        "conclude_from": wording.conclude.first_day,
        "conclude_to": wording.conclude.last_day,
        "procedure": wording.procedure.value,
        "procedure_from": wording.procedure_from,
        "procedure_to": wording.procedure_to,
    }


def wording_from(columns: Mapping[str, Any]) -> Wording:
    """Return the wording that stands in ``columns``."""
    procedure_from: date | None = columns["procedure_from"]
    procedure_to: date | None = columns["procedure_to"]
    return Wording(
        title=Text(columns["title_kk"], columns["title_ru"]),
        purpose=Text(columns["purpose_kk"], columns["purpose_ru"]),
        note=Text(columns["note_kk"], columns["note_ru"]),
        level=Level(columns["level"]),
        conclude=Term(columns["conclude_from"], columns["conclude_to"]),
        procedure=Procedure(columns["procedure"]),
        procedure_from=procedure_from,
        procedure_to=procedure_to,
    )


def plain(value: object) -> Any:
    """Return a frozen value of the kernel as plain JSON values."""
    return msgspec.to_builtins(value)


def wording_kept(value: Any) -> Wording:
    """Return the wording that ``plain`` made into JSON values."""
    return msgspec.convert(value, Wording)
