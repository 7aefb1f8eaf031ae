"""What two people write at the same time: nothing is overwritten, field by field."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from .cells import seen

Cells = Mapping[str, Mapping[str, Any]]
"""The cells of a draft as it keeps them; see ``Draft``."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What a page of a browser sends: its texts, and which ones it had shown.

    ``page`` names the page, so that its own texts are never taken for a stranger's;
    ``chosen`` says for a cell with two texts which stays, ``text`` or ``rival``.
    """

    page: str
    texts: Mapping[str, str]
    seen: Mapping[str, str]
    chosen: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Merged:
    """The cells as they are now, and whether anything was written.

    ``stale`` are cells that the page shows otherwise than they read now; ``rivals``
    those that have got, or keep, two texts.
    """

    cells: dict[str, dict[str, Any]]
    written: bool
    stale: frozenset[str]
    rivals: frozenset[str]


def merge(before: Cells, sent: Sent, *, revision: int, by: str, at: datetime) -> Merged:
    """Return the cells with what was sent; ``revision`` is the one that it makes.

    A text that somebody else changed since the page showed it stays, and what was
    sent is put beside it until one of the two is chosen.
    """
    cells = {name: dict(cell) for name, cell in before.items()}
    stamp = {"by": by, "at": at.isoformat(timespec="seconds"), "page": sent.page}
    stale: set[str] = set()
    for name, text in sent.texts.items():
        cell, new = cells.get(name, {}), {"text": text, **stamp}
        if "rival" in cell and name in sent.chosen:
            cells[name] = _settled(cell, sent.chosen[name]) | {"revision": revision}
            stale.add(name)
            continue
        match _place(cell, text, sent, name):
            case "text":
                cells[name] = cell | new | {"revision": revision}
            case "rival":
                cells[name] = cell | {"rival": new, "revision": revision}
            case "other":
                stale.add(name)
    return Merged(
        cells=cells,
        written=cells != before,
        stale=frozenset(stale),
        rivals=frozenset(name for name, cell in cells.items() if "rival" in cell),
    )


def text_of(cells: Cells, name: str) -> str:
    """Return what stands in the cell; an empty text where nothing was written."""
    return str(cells.get(name, {}).get("text", ""))


def texts_of(cells: Cells) -> dict[str, str]:
    """Return what stands in all cells."""
    return {name: text_of(cells, name) for name in cells}


def _place(
    cell: Mapping[str, Any], text: str, sent: Sent, name: str
) -> Literal["text", "rival", "other"] | None:
    """Tell where a text goes; ``other``: nowhere, the page shows an older one."""
    stored, rival = cell.get("text", ""), cell.get("rival", {})
    if rival.get("page") == sent.page:
        return None if text == rival["text"] else "rival"
    if text == stored:
        return None
    if cell.get("page") == sent.page or sent.seen.get(name) == seen(stored):
        return "text"
    return "other" if sent.seen.get(name) == seen(text) else "rival"


def _settled(cell: Mapping[str, Any], chosen: str) -> dict[str, Any]:
    """Return the cell with one text again."""
    rest = {name: value for name, value in cell.items() if name != "rival"}
    # The page that wrote it may be a third one now: nobody's own text any more.
    return rest | (dict(cell["rival"]) if chosen == "rival" else {}) | {"page": ""}
