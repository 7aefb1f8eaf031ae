"""A draft as its page shows it: every cell with its text, and both where two stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from jospar.records.models import Concept
from jospar.records.snapshots.plans import bodies_of
from jospar.rules.core.deadlines import ASTANA
from jospar.rules.core.further import FURTHER, Field
from jospar.rules.core.horizon import cycle_years
from jospar.rules.core.nouns import Language
from jospar.web.acts.scans import Scans
from jospar.web.models import Draft
from jospar.web.persons import names_of

from .cells import cells_for, seen
from .countries import counterparties_of, country_name
from .merging import text_of
from .side import side_of
from .writer import Writer


@dataclass(frozen=True, slots=True)
class ShownText:
    """A text of a cell, who wrote it (a person's code), and when by Astana's clock."""

    text: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class ShownCell(ShownText):
    """What stands in a cell; ``seen`` says so in short, ``rival`` is another's text."""

    seen: str
    rival: ShownText | None


def draft_shown(
    writer: Writer, draft: Draft, filed: int | None, language: str
) -> dict[str, Any]:
    """Return what the page of the draft shows; the number of queries is fixed."""
    seat, cells = writer.seat, _cells(writer, draft)
    years = cycle_years(seat.ruleset, seat.year)
    parties = counterparties_of(cells["counterparties"].text)
    side = side_of(draft, seat, language, filed)
    return {
        "draft": draft,
        "earlier": _key_of(draft.earlier),
        "writer": writer,
        "filed": filed,
        "cells": cells,
        "side": side,
        "names": names_of(_people(cells, draft)),
        "bodies": bodies_of(seat.year),
        "quarters": {"conclude": years, "procedure": (*years, years[-1] + 1)},
        "further": [_further(field) for field in seat.ruleset.fields.values()],
        "parties": [
            [country_name(party, code) for code in Language] for party in parties
        ],
        "files": list(draft.files.all()),
        "scans": Scans(),
    }


def _key_of(concept: int | None) -> str:
    """Return the key of the concept that a draft was begun from, if it was."""
    if concept is None:
        return ""
    found = Concept.objects.filter(entry=concept).values_list("key", flat=True)
    return found.first() or ""


def _cells(writer: Writer, draft: Draft) -> dict[str, ShownCell]:
    fields = draft.fields
    return {
        name: ShownCell(
            text=(text := text_of(fields, name)),
            by=fields.get(name, {}).get("by", ""),
            at=_hour(fields.get(name, {})),
            seen=seen(text),
            rival=_rival(fields.get(name, {})),
        )
        for name in cells_for(writer.seat.actor, writer.seat.ruleset)
    }


def _rival(cell: Mapping[str, Any]) -> ShownText | None:
    rival = cell.get("rival")
    return ShownText(rival["text"], rival["by"], _hour(rival)) if rival else None


def _hour(written: Mapping[str, Any]) -> str:
    if "at" not in written:
        return ""
    return f"{datetime.fromisoformat(written['at']).astimezone(ASTANA):%H:%M}"


def _people(cells: Mapping[str, ShownCell], draft: Draft) -> set[str]:
    rivals = {cell.rival.by for cell in cells.values() if cell.rival}
    return {draft.updated_by, *rivals, *(cell.by for cell in cells.values() if cell.by)}


def _further(field: Field) -> dict[str, Any]:
    """Return a further field with the names of its cells in the draft."""
    return {"field": field, "cells": [f"{FURTHER}{cell}" for cell in field.cells]}
