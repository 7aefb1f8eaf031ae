"""The control report as DOCX; its charts are rows of shaded cells, and no pictures.

``templates/control`` holds the parts of the package.
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from .control_paper import Chart, ControlPaper, Table, fitted, worded
from .docx_package import docx_package, docx_parts
from .page_mark import marked

_PARTS = docx_parts(Path(__file__).parent / "templates" / "control")
_LOCALES = {"kk": "kk-KZ", "ru": "ru-RU", "en": "en-GB"}
_PORTRAIT, _LANDSCAPE = 9_920, 14_850
"""The width between the margins, in twentieths of a point."""
_LABEL, _STEPS, _STEP = 4_300, 35, 160
"""Of a chart: the labels, and the steps that a bar and its number share."""
_LONGEST = 31
"""So many steps the longest bar has; its number stands beside it."""


def control_docx(paper: ControlPaper) -> bytes:
    """Return the report as DOCX, equal bytes for equal reports."""
    shown = {
        "paper": paper,
        "locales": _LOCALES,
        "portrait": _PORTRAIT,
        "landscape": _LANDSCAPE,
        "label": _LABEL,
        "steps": _STEPS,
        "step": _STEP,
        "bars": _bars,
        "widths_of": _widths,
        "worded": partial(worded, language=paper.language),
        "fitted": fitted,
    }
    content = docx_package(_PARTS, shown)
    return marked(content, paper.mark, align="right") if paper.mark else content


def _bars(chart: Chart) -> Iterator[tuple[str, int, int]]:
    """Yield each bar with the steps that it is long."""
    for label, count, share in chart.shares():
        yield label, count, max(round(share * _LONGEST), int(count > 0))


def _widths(table: Table, space: int) -> list[int]:
    """Return the widths of the columns, which fill the ``space`` together."""
    shares = [column.width for column in table.columns]
    return [space * share // sum(shares) for share in shares]
