"""Papers as the values that their templates print, in one language."""

from dataclasses import fields, is_dataclass
from datetime import date, datetime
from types import SimpleNamespace
from typing import Any

from jospar.rules.core.nouns import Term, Text
from jospar.rules.core.terms import day_phrase, term_phrase

from .amendment_sheet import SheetWords
from .handled import Handled
from .papers import Paper


def template_names(paper_type: type[Any]) -> tuple[str, ...]:
    """Return the names that a template may use for a value of ``paper_type``.

    The mark of handling is none of them: it stands at the head whatever the template.
    """
    properties = [
        name
        for part in reversed(paper_type.__mro__)
        for name, member in vars(part).items()
        if isinstance(member, property) and not name.startswith("_")
    ]
    marks = {mark.name for mark in fields(Handled)}
    named = (field.name for field in fields(paper_type) if field.name not in marks)
    return (*named, *properties)


def template_values(paper: Paper, language: str) -> dict[str, Any]:
    """Return what ``paper`` says, by name, worded in ``language``.

    Days, terms and moments become phrases, parts of the paper become objects with
    attributes. A text that is missing in ``language`` is taken from the other one.
    """
    return {
        name: _value(getattr(paper, name), language)
        for name in template_names(type(paper))
    }


def _value(value: object, language: str) -> object:
    match value:
        case Text():
            return value[language] or value.kk or value.ru
        case Term():
            return term_phrase(value, language)
        case date():
            hour = f", {value:%H:%M}" if isinstance(value, datetime) else ""
            return day_phrase(value, language) + hour
        case tuple() | SheetWords():
            parts = value if isinstance(value, tuple) else value[language]
            return [_value(each, language) for each in parts]
        case _ if is_dataclass(value):
            names = template_names(type(value))
            return SimpleNamespace(
                **{name: _value(getattr(value, name), language) for name in names}
            )
        case _:
            return value
