"""A DOCX made of its parts, each of them a template of Jinja.

The parts lie in a folder as they do in the package; what a value brings along is text,
never markup.
"""

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from .characters import printable

_MADE = (1980, 1, 1, 0, 0, 0)
"""The moment that every part bears: the same values, the same bytes."""


def as_run(value: object) -> Markup:
    """Return a value as text of a run; only the template's own markup is markup."""
    return value if isinstance(value, Markup) else escape(printable(str(value)))


def docx_parts(
    folder: Path, printed: Callable[[object], Markup] = as_run
) -> Environment:
    """Return the parts in ``folder``, which print their values by ``printed``."""
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=printed,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def docx_package(parts: Environment, values: Mapping[str, object]) -> bytes:
    """Return the package that ``parts`` give with these values, as DOCX."""
    document = BytesIO()
    with zipfile.ZipFile(document, "w", zipfile.ZIP_DEFLATED) as package:
        for name in parts.list_templates():
            content = parts.get_template(name).render(values)
            entry = zipfile.ZipInfo(name, _MADE)
            package.writestr(entry, content.encode(), zipfile.ZIP_DEFLATED)
    return document.getvalue()
