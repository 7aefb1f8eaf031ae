"""The cells of a draft: what can be written into it, by name, as plain text.

A term is written by quarters, ``2025-1`` to ``2025-4``, or by exact days; which of the
two counts, ``conclude_by`` says. What several boxes are ticked for stands on lines.
"""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import sha256

from jospar.rules.core.further import FURTHER, cells_of
from jospar.rules.core.offices import OF_ONE_BODY, Actor
from jospar.rules.core.ruleset import Ruleset
from jospar.web.asked import day_asked

SEEN = "seen_"
"""What the names of the fields begin with that say which text a browser had shown."""
TERMS = ("conclude", "procedure")
DAYS = "days"
"""What stands in ``conclude_by`` where exact days count."""
_MONTHS = 3

TEXTS = ("title_kk", "title_ru", "purpose_kk", "purpose_ru", "note_kk", "note_ru")
_STANDARD = (
    *TEXTS,
    *("level", "entry", "counterparties", "procedure", "others", "document"),
    *(
        f"{term}_{part}"
        for term in TERMS
        for part in ("by", "first", "last", "from", "to")
    ),
)
_ON_PAPER = ("body", "received_at", "sent_on")
"""What the registrar says of a paper; at a body's own desk it says itself."""

Texts = Mapping[str, str]
"""What stands in the cells of a draft, by their names."""


def cells_for(actor: Actor, ruleset: Ruleset) -> tuple[str, ...]:
    """Return the names of the cells that the actor can write into."""
    further = (f"{FURTHER}{cell}" for cell in cells_of(ruleset.fields.values()))
    paper = () if actor.office in OF_ONE_BODY else _ON_PAPER
    return (*_STANDARD, *paper, *further)


def part_of(cell: str) -> str:
    """Return the name of the part of the page that shows the cell."""
    for term in TERMS:
        if cell.startswith(f"{term}_"):
            return f"{term}_from"
    return "body" if cell == "proposers" else cell


def tidy(text: str) -> str:
    """Return ``text`` as it is kept, whatever the browser did to its line ends."""
    return "\n".join(text.splitlines()).strip()


def seen(text: str) -> str:
    """Return by what a browser says which text it had shown."""
    return sha256(text.encode()).hexdigest()[:16]


def term_of(texts: Texts, term: str) -> tuple[date | None, date | None]:
    """Return the first and the last day of ``conclude`` or ``procedure``.

    One quarter alone is the whole term; what cannot be read is missing.
    """
    if texts.get(f"{term}_by") == DAYS:
        first, last = texts.get(f"{term}_from", ""), texts.get(f"{term}_to", "")
        return day_asked(first), day_asked(last)
    first = texts.get(f"{term}_first", "") or texts.get(f"{term}_last", "")
    last = texts.get(f"{term}_last", "") or first
    begins, ends = _quarter(first), _quarter(last)
    return begins[0] if begins else None, ends[1] if ends else None


def term_cells(term: str, first: date | None, last: date | None) -> dict[str, str]:
    """Return the cells that a term is written into, by quarters where they fit."""
    if first is None and last is None:
        return {}
    quarters = {
        f"{term}_{part}": _quarter_of(day) if day else ""
        for part, day in (("first", first), ("last", last))
    }
    cells = {name: value for name, value in quarters.items() if value}
    if term_of(cells, term) == (first, last):
        return cells
    return {
        f"{term}_by": DAYS,
        f"{term}_from": first.isoformat() if first else "",
        f"{term}_to": last.isoformat() if last else "",
    }


def with_terms(texts: Texts) -> Iterator[tuple[str, str]]:
    """Yield both days of each term, by the names that a filing has for them."""
    for term in TERMS:
        for end, day in zip(("from", "to"), term_of(texts, term), strict=True):
            yield f"{term}_{end}", day.isoformat() if day else ""


def _quarter(text: str) -> tuple[date, date] | None:
    year, _dash, number = text.partition("-")
    try:
        last = int(number) * _MONTHS
        first = date(int(year), last - _MONTHS + 1, 1)
        return first, date(int(year), last, monthrange(int(year), last)[1])
    except ValueError:
        return None


def _quarter_of(day: date) -> str:
    return f"{day.year}-{(day.month + _MONTHS - 1) // _MONTHS}"
