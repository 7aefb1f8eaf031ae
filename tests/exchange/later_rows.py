"""Rows that amend an agreed plan, and what became of them, in short."""

from datetime import date
from typing import Any

from tests.exchange.later_examples import LATER
from tests.exchange.workbooks import concept, row
from tests.exchange.years import AGREED, Ran, body, placed

LAST_DAY = date(2025, 12, 31)
AGREED_YEAR: dict[str, Any] = {
    **placed("C-001", "C-002"),
    **AGREED,
    "bodies": [body("mid"), body("mps")],
    "concepts": [concept("C-001"), concept("C-002")],
}
"""The current plan of 2025 with two rows is agreed on 2 December 2024."""
DOSSIER: dict[str, Any] = {
    name: [row(name)] for name in LATER if name.startswith("dossier_")
}
"""Grounds and concept, the conclusion on them and the request."""
UNASKED = row("instructions", dossiers=None)
"""The instruction, where nobody had asked for it."""
DECIDED = {"route": "decision", "ground": "5"}
"""What names the Commission's decision as the ground."""


def february(day: int) -> date:
    """Return a day of February 2025."""
    return date(2025, 2, day)


def change(**changes: Any) -> dict[str, Any]:
    """Return a row that gives C-001 another note, on the instruction."""
    given = {"concept": "C-001", "outcome": "change", "note_kk": "Сапарға"}
    return row("amendments", **{**given, "note_ru": "К визиту", **changes})


def remove(**changes: Any) -> dict[str, Any]:
    """Return a row that takes C-001 out of the plan, on the instruction."""
    return row("amendments", **{"concept": "C-001", "outcome": "remove", **changes})


def add(key: str, **changes: Any) -> dict[str, Any]:
    """Return a row that adds a worded row to the plan, on the instruction."""
    cells = ("title_kk", "title_ru", "level", "conclude_from", "conclude_to", "body")
    worded = {cell: LATER["dossier_concepts"][cell] for cell in cells}
    return row("amendments", **{"concept": key, **worded, **changes})


def said(ran: Ran, of: str = "refused") -> list[str]:
    """Return what was refused, or the cautions, as in ``amendments 2 ¶16 concept``."""
    return [
        f"{one['sheet']} {one['row']} "
        f"{'¶' + one['paragraph'] if one['paragraph'] else '–'} {one['column']}"
        for one in ran.report[of]
    ]
