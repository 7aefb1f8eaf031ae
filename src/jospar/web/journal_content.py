"""What an entry of the journal says, as names and values that people read."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from jospar.queries.sentences import fill
from jospar.rules.core.deadlines import ASTANA
from jospar.rules.core.nouns import Language, PlanKind, ProgressStage
from jospar.rules.core.offices import Office
from jospar.rules.core.terms import day_phrase

from .acts.fields import label_of
from .texts import Texts, table
from .wording import office_name

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d.*")
_CHOICES = {
    "plan": "plan_kind",
    "kind": "paper_kind",
    "stage": "progress_stage",
    "ground": "correction_ground",
    "repair": "repair_kind",
}
"""Fields whose values are called otherwise than the field."""
_KINDS: Mapping[str, Any] = {
    "plan": PlanKind,
    "office": Office,
    "language": Language,
    **dict.fromkeys(("stage", "before", "after"), ProgressStage),
}
"""Values of sentences that are of the kernel's own kinds."""
_TEXT = frozenset({"kk", "ru"})
_TERM = {"first_day": "conclude_from", "last_day": "conclude_to"}
_OUTCOMES = (
    *("outcome", "row_outcome", "reply_outcome"),
    *("change_outcome", "ground_outcome"),
)
_LONG = 600
"""A longer text is folded away: a ruleset or a plan, whole."""
MANY = 10
"""So many parts of a list, and cautions, are shown: a past plan has its own page."""
_LONGEST = 3_000
_LETTERS = 15_000
"""So much of one text, and of all of them, is shown: a page is for a telephone too."""
_MARKUP = 60
"""What a field weighs besides, in letters."""


@dataclass(frozen=True, slots=True)
class Said:
    """A field with its value; ``language`` is that of the text, where it has one."""

    name: str
    value: str
    language: str

    @property
    def long(self) -> bool:
        """Whether the value is folded away."""
        return len(self.value) > _LONG


def said(value: object, language: str) -> tuple[Said, ...]:
    """Return the fields of a filing or an effect that are not empty, in their order."""
    return tuple(_said(_Leaf(""), value, language))


def beginning(things: Iterable[tuple[Said, ...]]) -> list[tuple[Said, ...]]:
    """Return the fields of the first things; a text that is cut ends in an ellipsis."""
    shown, left = [], _LETTERS
    for fields in things:
        kept = []
        for field in fields:
            if left > 0:
                most = min(left, _LONGEST)
                cut = field.value[:most] + "…"
                whole = len(field.value) <= most
                kept.append(field if whole else replace(field, value=cut))
                left -= _MARKUP + len(field.name) + len(kept[-1].value)
        if kept or not fields:
            shown.append(tuple(kept))
    return shown


@dataclass(frozen=True, slots=True)
class _Leaf:
    """Where a value stands: the name of its field, and the language of a text."""

    name: str
    language: str = ""

    def part(self, key: str) -> "_Leaf":
        """Return the place of a part: of a text, of a term or of anything else."""
        if key in _TEXT and self.name:
            return _Leaf(self.name, key)
        if self.name == "conclude":
            return _Leaf(_TERM[key])
        base, _sign, ending = key.rpartition("_")
        return _Leaf(base, ending) if base and ending in _TEXT else _Leaf(key)


def _said(leaf: _Leaf, value: object, language: str) -> Iterator[Said]:
    if value in (None, "", [], {}):
        return
    match value:
        case dict():
            for key, part in value.items():
                yield from _said(leaf.part(key), part, language)
        case list() if any(isinstance(part, dict) for part in value):
            for part in value[:MANY]:
                yield from _said(leaf, part, language)
            if len(value) > MANY:
                told = Texts(language)("read.more", count=len(value) - MANY)
                yield Said(field_name(leaf.name, language), told, "")
        case list():
            shown = "; ".join(_shown(leaf.name, part, language) for part in value)
            yield Said(field_name(leaf.name, language), shown, "")
        case _:
            label = label_of(leaf.name) if leaf.language else leaf.name
            name = field_name(label, language)
            if leaf.language:
                name = f"{name}, {Texts(language)('language.' + leaf.language)}"
            yield Said(name, _shown(leaf.name, value, language), leaf.language)


def field_name(name: str, language: str) -> str:
    """Return what people call a field, or its code where it has no name."""
    t = Texts(language)
    if f"field.{name}" in table():
        return t("field." + name)
    return t("recorded." + name) if f"recorded.{name}" in table() else name


def _shown(name: str, value: object, language: str) -> str:
    t = Texts(language)
    if isinstance(value, bool):
        return t("choice.yes") if value else t("choice.no")
    text = str(value)
    if name == "office" and text in set(Office):
        return office_name(text, language)
    kinds = _OUTCOMES if name == "outcome" else (_CHOICES.get(name, name),)
    for kind in kinds:
        if f"choice.{kind}_{text}" in table():
            return t("choice." + f"{kind}_{text}")
    return when(text, language)


def when(text: str, language: str) -> str:
    """Return a day or a moment as people write it, in Astana; another text as it is."""
    if _DAY.fullmatch(text):
        return day_phrase(date.fromisoformat(text), language)
    if _MOMENT.fullmatch(text):
        moment = datetime.fromisoformat(text).astimezone(ASTANA)
        return f"{day_phrase(moment.date(), language)}, {moment:%H:%M:%S}"
    return text


def caution(objection: Mapping[str, Any], language: str) -> str:
    """Return what a caution of an entry said."""
    values = {name: _value(name, value) for name, value in objection["values"].items()}
    return fill(objection["message"], values, language)


def _value(name: str, value: Any) -> Any:
    """Return a value as the kernel gave it, before it was made into JSON."""
    if isinstance(value, list):
        return [_value(name, part) for part in value]
    if not isinstance(value, str):
        return value
    if _DAY.fullmatch(value):
        return date.fromisoformat(value)
    return _KINDS[name](value) if name in _KINDS else value
