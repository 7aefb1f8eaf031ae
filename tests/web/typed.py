"""A filing as somebody would type it into the form of its act."""

from typing import Any

from jospar.web.acts.fields import fields_of
from jospar.web.acts.reading import as_typed


def shown(filing: object) -> dict[str, str]:
    """Return ``filing`` as it would be typed, by the names of fields."""
    values: dict[str, str] = {}
    for field in fields_of(type(filing)):
        value: Any = filing
        for part in field.path:
            value = getattr(value, part)
        values[field.name] = as_typed(value)
    return values
