"""Make workbooks of a planning year, lawful as they come, for the tests to spoil."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from jospar.exchange.sheets import SHEETS
from tests.exchange.later_examples import LATER

Rows = Sequence[Mapping[str, Any]]

TITLE_KK = (
    "Қазақстан Республикасының Үкіметі мен Өзбекстан Республикасының Үкіметі "
    "арасындағы білім беру саласындағы ынтымақтастық туралы келісім"
)
TITLE_RU = (
    "Соглашение между Правительством Республики Казахстан и Правительством "
    "Республики Узбекистан о сотрудничестве в области образования"
)

EXAMPLES: Mapping[str, Mapping[str, Any]] = {
    "bodies": {
        "code": "mid",
        "name_kk": "Қазақстан Республикасының Сыртқы істер министрлігі",
        "name_ru": "Министерство иностранных дел Республики Казахстан",
        "answers": "yes",
    },
    "concepts": {
        "id": "C-001",
        "body": "mid",
        "title_kk": TITLE_KK,
        "title_ru": TITLE_RU,
        "level": "intergovernmental",
        "entry": "new",
        "counterparties": "UZ",
        "purpose_kk": "Білім беру саласындағы ынтымақтастықты дамыту.",
        "purpose_ru": "Развитие сотрудничества в области образования.",
        "conclude_from": date(2025, 4, 1),
        "conclude_to": date(2025, 6, 30),
        "procedure": "none",
        "received_at": "2024-09-10T10:00:00+05:00",
        "document": "2-2/340",
    },
    "no_proposals": {
        "body": "mid",
        "received_at": datetime(2024, 9, 18, 10),  # noqa: DTZ001 -- Excel knows no zones
        "document": "5-1/214",
    },
    "supplements": {"concept": "C-001", "on": date(2024, 10, 2), "document": "7-4/216"},
    "withdrawals": {"concept": "C-001", "on": date(2024, 11, 7), "document": "7-3/324"},
    "conclusions": {
        "concept": "C-001",
        "expedient": "yes",
        "on": date(2024, 10, 16),
        "number": "Қ/245",
        "reasons_kk": "Шарт екіжақты ынтымақтастықты дамытады.",
        "reasons_ru": "Договор будет развивать двустороннее сотрудничество.",
        "signed_by": "Әлімов Б.",
    },
    "notifications": {
        "concept": "C-001",
        "on": date(2024, 10, 18),
        "document": "ХБ/164",
    },
    "returns": {"concept": "C-001", "on": date(2024, 9, 27), "document": "ҚК/408"},
    "settlements": {
        "concept": "C-001",
        "on": date(2024, 10, 24),
        "reason": "Мерзімі келісілді / Срок согласован",
    },
    "placements": {"concept": "C-001", "plan": "current", "on": date(2024, 10, 30)},
    "agreements": {
        "id": "A-1",
        "title": "Көлік дәліздерін дамыту жөніндегі уағдаластық",
        "reached_on": date(2024, 4, 18),
    },
    "events": {
        "id": "E-1",
        "title": "Мемлекет басшысының сапары",
        "with": "president",
        "from": date(2025, 3, 12),
        "to": date(2025, 3, 14),
    },
    "submissions": {
        "to": "commission",
        "plan": "current",
        "on": date(2024, 11, 11),
        "document": "11-1/655",
    },
    "decisions": {
        "plan": "current",
        "on": date(2024, 11, 15),
        "number": "12",
        "outcome": "approved",
    },
    "row_decisions": {
        "plan": "current",
        "decision": "12",
        "concept": "C-001",
        "outcome": "keep",
    },
    "replies": {
        "from": "president",
        "plan": "current",
        "on": date(2024, 12, 2),
        "number": "24-55.7",
        "outcome": "agreed",
    },
    "distributions": {
        "plan": "current",
        "recipient": "parliament",
        "on": date(2024, 12, 6),
    },
    **LATER,
}
"""A row of each sheet that can be read, with its filled cells only."""


def row(sheet: str, /, **changes: Any) -> dict[str, Any]:
    """Return the example row of ``sheet`` with ``changes``; None empties a cell."""
    return {**EXAMPLES[sheet], **changes}


def concept(id: str = "C-001", **changes: Any) -> dict[str, Any]:  # noqa: A002 -- the column's code
    """Return a concept received in time, for the current plan of 2025."""
    return row("concepts", id=id, **changes)


def cycle(**settings: Any) -> list[dict[str, Any]]:
    """Return the rows of the sheet ``cycle``."""
    return [{"key": key, "value": value} for key, value in settings.items()]


def year_2024(**sheets: Rows) -> dict[str, Rows]:
    """Return a year with one body and one concept, and ``sheets`` put in."""
    year: dict[str, Rows] = {
        "cycle": cycle(year=2024),
        "bodies": [row("bodies")],
        "concepts": [concept()],
    }
    return {**year, **sheets}


def build(path: Path, **sheets: Rows) -> Path:
    """Write ``sheets`` to an XLSX at ``path`` and return it.

    A sheet has its required columns and those that its rows name, known or not.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        headings = _headings(name, rows)
        sheet.append(headings)
        for values in rows:
            sheet.append([values.get(heading) for heading in headings])
    book.save(path)
    return path


def _headings(name: str, rows: Iterable[Mapping[str, Any]]) -> list[str]:
    named = dict.fromkeys(heading for values in rows for heading in values)
    columns = SHEETS[name].columns if name in SHEETS else ()
    known = [item.name for item in columns if item.required or item.name in named]
    return [*known, *(heading for heading in named if heading not in known)]
