"""What a row orders: an act with its key, and the values that several acts share."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from jospar.rules.core.nouns import Changes, Term, Text, Wording
from jospar.rules.core.offices import Office

from .rows import Row

Values = Mapping[str, Any]

_ACTS_OF_WORKBOOKS = UUID("7f0a2f0e-6d3c-5b0e-9c57-3f1c5d2b8a41")
"""The name space of act ids that rows of a workbook have."""


@dataclass(frozen=True, slots=True)
class Ordered:
    """What a row orders: ``key`` is what the row is known by in its sheet.

    ``on`` is None where the row has no day of effect of its own; ``document`` is
    empty where the row names none. ``further`` is what a row orders beside its own
    act, and so counts no row: a revision, a receipt.
    """

    key: tuple[str, ...]
    on: date | None
    filing: object
    office: Office
    document: str = ""
    further: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A row with what it orders, its day of effect, and the day of its turn."""

    row: Row
    ordered: Ordered
    on: date
    turn: date


def once_all_is_known(item: Item) -> Item:
    """Return the item, its turn not before the receipt that it tells of."""
    acknowledged_on: date | None = getattr(item.ordered.filing, "acknowledged_on", None)
    return replace(item, turn=max(item.turn, acknowledged_on or item.turn))


def act_id(year: int, sheet: str, key: tuple[str, ...]) -> UUID:
    """Return the id of the act that the row of ``key`` orders, the same for ever."""
    return uuid5(_ACTS_OF_WORKBOOKS, json.dumps([year, sheet, *key]))


def conclusion_in(row: Values, of: str, filing: Callable[..., object]) -> Ordered:
    """Return the conclusion on what stands in column ``of``, as ``filing`` takes it."""
    key, on, number = row[of], row["on"], row["number"]
    concluded = filing(
        key=key,
        expedient=row["expedient"],
        on=on,
        number=number,
        reasons=text_in(row, "reasons"),
        signed_by=row["signed_by"],
    )
    return Ordered((key,), on, concluded, Office.HEAD, number)


def text_in(row: Values, name: str) -> Text:
    """Return the text of the columns ``name_kk`` and ``name_ru``."""
    return Text(row[f"{name}_kk"], row[f"{name}_ru"])


def changes_in(row: Values) -> Changes:
    """Return the cells of the row that change something."""
    names = {field.name for field in fields(Changes)}
    filled = {name: row[name] for name in names & row.keys() if row[name]}
    return Changes(**filled)


def proposers_in(row: Values) -> tuple[str, ...]:
    """Return the body and those joint with it; none where no body is named."""
    return tuple(filter(None, dict.fromkeys((row["body"], *sorted(row["joint"])))))


def wording_in(row: Values) -> Wording:
    """Return what the row of a concept says of its treaty."""
    return Wording(
        title=text_in(row, "title"),
        purpose=text_in(row, "purpose"),
        note=text_in(row, "note"),
        level=row["level"],
        conclude=Term(row["conclude_from"], row["conclude_to"]),
        procedure=row["procedure"],
        procedure_from=row["procedure_from"],
        procedure_to=row["procedure_to"],
    )
