"""Which fields the form of an act has: those of its filing, laid flat.

A text in two languages is two fields, ``reasons_kk`` and ``reasons_ru``; a term is its
first and last day; what a paper changes stands under its own names. Further fields of
the ruleset are no fields of the filing: a page that knows the ruleset asks for them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import Enum, StrEnum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from jospar.rules.core.bounds import SENTENCES
from jospar.rules.core.nouns import Changes, Language, Term, Text, Wording


class FieldKind(StrEnum):
    """How a field is filled in."""

    LINE = "line"
    TEXT = "text"
    DAY = "day"
    MOMENT = "moment"
    CHOICE = "choice"
    FLAG = "flag"
    NUMBER = "number"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form, and where its value stands in the filing.

    ``path`` leads from the filing to the value; ``language`` is that of the text, where
    it is in one; ``needed`` says that there is no filing without it.
    """

    name: str
    path: tuple[str, ...]
    kind: FieldKind
    of: type
    needed: bool
    language: str = ""
    choices: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What its words stand under: its name without its language."""
        if not self.language:
            return self.name
        return label_of(self.name.removesuffix(f"_{self.language}"))


def label_of(text: str) -> str:
    """Return what the words of a text in two languages stand under.

    A treaty or a body has its name in both languages, a person in one.
    """
    return "called" if text == "name" else text


_KNOWN: dict[type, tuple[Field, ...]] = {}


def fields_of(filing: type) -> tuple[Field, ...]:
    """Return the fields of the form in which ``filing`` is written, in its order."""
    if filing not in _KNOWN:
        _KNOWN[filing] = tuple(_fields(filing, ()))
    return _KNOWN[filing]


def _fields(value: type, path: tuple[str, ...]) -> Iterator[Field]:
    hints = get_type_hints(value)
    for part in fields(value):
        absent = part.default is MISSING and part.default_factory is MISSING
        where, hint = (*path, part.name), hints[part.name]
        of = _alone(hint)
        if of is Text:
            yield from _languages(part.name, where)
        elif of is Term:
            for end, day in (("from", "first_day"), ("to", "last_day")):
                name = f"{part.name}_{end}"
                yield Field(name, (*where, day), FieldKind.DAY, date, needed=absent)
        elif of in {Changes, Wording}:
            yield from _fields(of, where)
        elif not is_dataclass(of) and get_origin(of) is not Mapping:
            yield _leaf(part.name, where, of, hint, needed=absent)


def _languages(name: str, path: tuple[str, ...]) -> Iterator[Field]:
    kind = FieldKind.TEXT if name in SENTENCES else FieldKind.LINE
    for language in (Language.KK, Language.RU):
        yield Field(
            f"{name}_{language}", (*path, language.value), kind, str, False, language
        )


def _leaf(
    name: str, path: tuple[str, ...], of: Any, hint: Any, *, needed: bool
) -> Field:
    optional = NoneType in get_args(hint)
    stem, _underscore, ending = name.rpartition("_")
    language = ending if stem and ending in {Language.KK, Language.RU} else ""
    kind, choices = FieldKind.LINE, ()
    if get_origin(of) is tuple:
        kind = FieldKind.LIST
    elif issubclass(of, Enum):
        kind, choices = FieldKind.CHOICE, tuple(choice.value for choice in of)
    elif of is bool:
        kind = FieldKind.FLAG
    elif of is int:
        kind = FieldKind.NUMBER
    elif of is datetime:
        kind = FieldKind.MOMENT
    elif of is date:
        kind = FieldKind.DAY
    elif (stem if language else name) in {*SENTENCES, "content"}:
        kind = FieldKind.TEXT
    return Field(name, path, kind, of, needed and not optional, language, choices)


def _alone(hint: Any) -> Any:
    """Return the type that a hint names beside None."""
    if get_origin(hint) in {Union, UnionType}:
        return next(part for part in get_args(hint) if part is not NoneType)
    return hint
