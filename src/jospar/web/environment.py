"""How templates are read, and what they may use."""

import hashlib
from functools import cache
from importlib.metadata import version
from typing import Any

from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment, StrictUndefined

from jospar.documents.words import stage_mark
from jospar.rules.core.forms import years_phrase
from jospar.rules.core.offices import offices_of
from jospar.rules.core.terms import (
    day_phrase,
    procedure_phrase,
    quarter_name,
    quarter_phrase,
    term_phrase,
)

from .acts.addresses import act_address
from .wording import (
    body_name,
    breakable,
    brief_day,
    form_language_of,
    moment_phrase,
    office_name,
    paragraph_phrase,
    paragraph_short,
    short_day,
    written_in,
)
from .writing.countries import country_name


def environment(**options: Any) -> Environment:
    """Return the environment of the templates; what is not defined is an error."""
    made = Environment(  # noqa: S701 - Django's backend passes autoescape=True
        **options | {"undefined": StrictUndefined, "trim_blocks": True},
        lstrip_blocks=True,
    )
    made.globals |= {
        "act_address": act_address,
        "asset": asset,
        "body_name": body_name,
        "breakable": breakable,
        "brief_day": brief_day,
        "country_name": country_name,
        "day_phrase": day_phrase,
        "form_language_of": form_language_of,
        "moment_phrase": moment_phrase,
        "office_name": office_name,
        "offices_of": offices_of,
        "paragraph_phrase": paragraph_phrase,
        "paragraph_short": paragraph_short,
        "procedure_phrase": procedure_phrase,
        "quarter_name": quarter_name,
        "quarter_phrase": quarter_phrase,
        "short_day": short_day,
        "stage_mark": stage_mark,
        "term_phrase": term_phrase,
        "url": url,
        "version": version("jospar"),
        "written_in": written_in,
        "years_phrase": years_phrase,
    }
    return made


def url(name: str, **kwargs: object) -> str:
    """Return the address of the page ``name``."""
    return reverse(name, kwargs=kwargs)


@cache
def asset(name: str) -> str:
    """Return the address of a static file; it changes with the file's content."""
    path = finders.find(name)
    if path is None:
        raise LookupError(f"There is no static file {name}.")
    with open(path, "rb") as file:  # noqa: PTH123 - finders give a text, not a path
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return f"{static(name)}?v={digest[:12]}"
