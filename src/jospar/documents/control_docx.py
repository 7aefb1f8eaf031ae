"""The control report as DOCX; its charts are rows of shaded cells, and no pictures.

``templates/control`` holds the parts of the package.
"""

import zipfile
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from .characters import printable
from .control_paper import Chart, ControlPaper, Table, worded
from .page_mark import marked

_PARTS = Path(__file__).parent / "templates" / "control"
_MADE = (1980, 1, 1, 0, 0, 0)
"""The moment that every part bears: the same report, the same bytes."""
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
    }
    document = BytesIO()
    with zipfile.ZipFile(document, "w", zipfile.ZIP_DEFLATED) as package:
        for name in _JINJA.list_templates():
            part = _JINJA.get_template(name).render(shown)
            entry = zipfile.ZipInfo(name, _MADE)
            package.writestr(entry, part.encode(), zipfile.ZIP_DEFLATED)
    content = document.getvalue()
    return marked(content, paper.mark, align="right") if paper.mark else content


def _bars(chart: Chart) -> Iterator[tuple[str, int, int]]:
    """Yield each bar with the steps that it is long."""
    for label, count, share in chart.shares():
        yield label, count, max(round(share * _LONGEST), int(count > 0))


def _widths(table: Table, space: int) -> list[int]:
    """Return the widths of the columns, which fill the ``space`` together."""
    shares = [column.width for column in table.columns]
    return [space * share // sum(shares) for share in shares]


def _print(value: object) -> Markup:
    """Return a value as text of a run; only the template's own markup is markup."""
    return value if isinstance(value, Markup) else escape(printable(str(value)))


_JINJA = Environment(
    loader=FileSystemLoader(_PARTS),
    autoescape=True,
    undefined=StrictUndefined,
    finalize=_print,
    trim_blocks=True,
    lstrip_blocks=True,
)
