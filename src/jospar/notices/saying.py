"""A notice as a sentence in its reader's language, and the page that it leads to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from string import Formatter
from typing import Any

from jospar.rules.core.nouns import Language
from jospar.rules.core.terms import day_phrase

from .models import Notice
from .texts import texts_in

_DAYS = ("on", "due", "answer_by")
_NAMES = ("title", "body", "gist")
_PAGES = {
    "none_filed": "answers/",
    "plan_to_commission": "commission/",
    "remark_made": "commission/",
    "remark_answered": "commission/",
    "plan_to_president": "president/",
    "plan_received": "",
}
"""Pages of the year that notices lead to, where it is not what they name."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sentence; a name may be in another language than the rest."""

    text: str
    language: str


def sentence(notice: Notice, language: str) -> str:
    """Return what the notice says, one sentence or two."""
    return "".join(part.text for part in parts(notice, language))


def parts(notice: Notice, language: str) -> tuple[Part, ...]:
    """Return what the notice says, in parts that are each in one language."""
    shown = _shown(notice.parameters, language)
    form = texts_in(language).form(f"notice.{notice.kind}", notice.parameters)
    found: list[Part] = []
    for words, name, _spec, _conversion in Formatter().parse(form):
        value = shown[name] if name else ""
        if not isinstance(value, Part):
            value = Part(str(value), language)
        for part in (Part(words, language), value):
            if found and found[-1].language == part.language:
                found[-1] = Part(found[-1].text + part.text, language=part.language)
            elif part.text:
                found.append(part)
    first = found[0]
    found[0] = Part(first.text[:1].upper() + first.text[1:], first.language)
    return tuple(found)


def path(notice: Notice, language: str) -> str:
    """Return the address of the page that the notice is about, on this site."""
    place = f"/{language}/{notice.year}/"
    if notice.kind in _PAGES:
        return f"{place}{_PAGES[notice.kind]}"
    if "concept" in notice.parameters:
        return f"{place}concepts/{notice.parameters['concept']}/"
    if "plan" in notice.parameters:
        return f"{place}{notice.parameters['plan'].replace('_', '-')}/"
    return place


def _shown(parameters: Mapping[str, Any], language: str) -> dict[str, object]:
    shown: dict[str, object] = dict(parameters)
    for name in _DAYS:
        if name in parameters:
            day = date.fromisoformat(parameters[name])
            shown[name] = day_phrase(day, language)
    for name in _NAMES:
        if name in parameters:
            shown[name] = _in_language(parameters[name], language)
    if "plan" in parameters:
        t = texts_in(language)
        for case in ("of", "whom"):
            shown[f"plan_{case}"] = t(f"plan_{case}.{parameters['plan']}")
    return shown


def _in_language(names: Mapping[str, str], language: str) -> Part:
    """Return the name in ``language``, or in the first one that it exists in."""
    for one in (language, Language.KK, Language.RU):
        if names.get(one):
            # Line breaks of a title would break a list, and a header.
            return Part(" ".join(names[one].split()), str(one))
    return Part("–", language)
