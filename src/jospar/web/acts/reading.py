"""What was typed into the form of an act, read as its filing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any, TypeVar, get_args

import msgspec
from django.http import QueryDict

from jospar.rules.core.deadlines import ASTANA
from jospar.web.asked import day_asked, number_asked

from .fields import Field, FieldKind, fields_of

MAY_BE_EMPTY = frozenset({"name_en", "body", "point"})
"""Texts of a filing that are always there, and may say nothing; checks look at them."""

BODIES = "proposers"
"""The field whose bodies are chosen one by one: the leading one, then the others."""

T = TypeVar("T")
Typed = Mapping[str, str]
"""What was typed, by the names of fields."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The filing, or None with the faults: keys of texts by the names of fields."""

    filing: Any
    faults: Mapping[str, str]


class _FaultError(ValueError):
    """What was typed cannot be read; the argument is the key of the text."""


def read(filing: type, typed: Typed) -> Reading:
    """Read ``typed`` as a filing; every fault is found at once."""
    tree: dict[str, Any] = {}
    faults: dict[str, str] = {}
    for field in fields_of(filing):
        text = typed.get(field.name, "").strip()
        try:
            if text:
                _put(tree, field.path, _value(field, text))
            elif field.needed and field.name not in MAY_BE_EMPTY:
                faults[field.name] = "fault.empty"
        except _FaultError as fault:
            faults[field.name] = str(fault)
    if faults:
        return Reading(None, faults)
    return Reading(msgspec.convert(_with_parts(filing, tree), filing), {})


def blank(filing: type, typed: Typed) -> Any:
    """Return a filing that names its record and says nothing else.

    It serves to ask what refuses the act before anything is filled in.
    """
    tree: dict[str, Any] = {}
    for field in fields_of(filing):
        text = typed.get(field.name, "").strip()
        try:
            value = _value(field, text) if text else _nothing(field)
        except _FaultError:
            value = _nothing(field)
        if value is not None:
            _put(tree, field.path, value)
    return msgspec.convert(_with_parts(filing, tree), filing)


def as_typed(value: object) -> str:
    """Return a value as it would be typed."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple):
        return "\n".join(map(str, value))
    if isinstance(value, datetime):
        return value.astimezone(ASTANA).strftime("%Y-%m-%dT%H:%M:%S")
    return str(value)


def _with_parts(filing: type, tree: dict[str, Any]) -> dict[str, Any]:
    """Give empty texts their place, so that a filing without them is one."""
    for field in fields_of(filing):
        if field.of is str and (not field.needed or field.name in MAY_BE_EMPTY):
            _put(tree, field.path, "", only_if_absent=True)
    return tree


def _put(
    tree: dict[str, Any],
    path: tuple[str, ...],
    value: object,
    *,
    only_if_absent: bool = False,
) -> None:
    for part in path[:-1]:
        tree = tree.setdefault(part, {})
    if not only_if_absent or path[-1] not in tree:
        tree[path[-1]] = value


def typed_in(sent: QueryDict, name: str) -> str:
    """Return what was typed into the field; bodies stand on lines, each once."""
    if name == BODIES:
        return "\n".join(dict.fromkeys(text for text in sent.getlist(name) if text))
    return str(sent.get(name) or "")


def _value(field: Field, text: str) -> Any:
    try:
        return _READERS.get(field.kind, _same)(field, text)
    except _FaultError:
        raise
    except (KeyError, ValueError) as error:
        raise _FaultError(f"fault.{field.kind}") from error


def _same(_field: Field, text: str) -> str:
    return text


def _known(value: T | None) -> T:
    if value is None:
        raise ValueError
    return value


def _moment(_field: Field, text: str) -> datetime:
    moment = datetime.fromisoformat(text).replace(tzinfo=ASTANA)
    _known(day_asked(moment.date().isoformat()))
    return moment


def _lines(field: Field, text: str) -> list[Any]:
    of = get_args(field.of)[0]
    lines = (line.strip() for line in text.splitlines())
    if of is int:
        return [_known(number_asked(line)) for line in lines if line]
    return [of(line) for line in lines if line]


_READERS: Mapping[FieldKind, Callable[[Field, str], Any]] = {
    FieldKind.DAY: lambda _field, text: _known(day_asked(text)),
    FieldKind.MOMENT: _moment,
    FieldKind.NUMBER: lambda _field, text: _known(number_asked(text)),
    FieldKind.CHOICE: lambda field, text: field.of(text),
    FieldKind.LIST: _lines,
    FieldKind.FLAG: lambda _field, text: {"yes": True, "no": False}[text],
}


_NOTHING: Mapping[FieldKind, str] = {
    FieldKind.DAY: "1900-01-01",
    FieldKind.MOMENT: "1900-01-01T00:00",
    FieldKind.NUMBER: "0",
    FieldKind.FLAG: "no",
}
"""What stands for a value that is needed and was not typed, in a blank filing."""


def _nothing(field: Field) -> Any:
    if not field.needed:
        return None
    text = field.choices[0] if field.choices else _NOTHING.get(field.kind, "")
    return _value(field, text)
