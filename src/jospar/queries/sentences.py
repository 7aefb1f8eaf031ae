"""Sentences of the kernel in the reader's language."""

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any

from django.utils.translation import gettext, override

from jospar.rules.core.act import Objection, _
from jospar.rules.core.nouns import Language, Level, PlanKind, ProgressStage
from jospar.rules.core.offices import Office, table
from jospar.rules.core.terms import day_phrase

WORDS: Mapping[Enum, str] = {
    Language.KK: _("in Kazakh"),
    Language.RU: _("in Russian"),
    PlanKind.CURRENT: _("current plan"),
    PlanKind.LONG_TERM: _("long-term plan"),
    Level.INTERSTATE: _("interstate"),
    Level.INTERGOVERNMENTAL: _("intergovernmental"),
    Level.INTERAGENCY: _("interagency"),
    ProgressStage.NOT_BEGUN: _("not begun"),
    ProgressStage.IN_TALKS: _("in talks"),
    ProgressStage.AGREED_WITH_BODIES: _("agreed with the bodies concerned"),
    ProgressStage.EXAMINED: _("examined by the Ministry of Justice"),
    ProgressStage.AGREED_BY_MINISTRY: _("agreed by the Ministry of Foreign Affairs"),
    ProgressStage.DECISION_TO_SIGN: _("decision to sign taken"),
    ProgressStage.SIGNED: _("signed"),
    ProgressStage.DOMESTIC_PROCEDURES: _("in domestic procedures"),
    ProgressStage.IN_FORCE: _("in force"),
    ProgressStage.POSTPONED: _("postponed"),
    ProgressStage.DROPPED: _("dropped"),
}
"""What people call the values of the kernel; offices have names in their table."""

CODES: Mapping[str, Mapping[str, str]] = {
    "cell": {
        "title_kk": _("title in Kazakh"),
        "title_ru": _("title in Russian"),
        "purpose_kk": _("purpose in Kazakh"),
        "purpose_ru": _("purpose in Russian"),
        "note_kk": _("note in Kazakh"),
        "note_ru": _("note in Russian"),
        "reason_kk": _("reason in Kazakh"),
        "reason_ru": _("reason in Russian"),
        "reasons_kk": _("reasons in Kazakh"),
        "reasons_ru": _("reasons in Russian"),
        "question_kk": _("question in Kazakh"),
        "question_ru": _("question in Russian"),
        "expedient": _("expediency"),
        "grounds_kk": _("grounds in Kazakh"),
        "grounds_ru": _("grounds in Russian"),
        "level": _("level"),
        "conclude_from": _("first day of the term"),
        "conclude_to": _("last day of the term"),
        "proposers": _("proposing bodies"),
    },
    "reason": {
        text: text
        for text in (
            _("File exists"),
            _("File name too long"),
            _("Input/output error"),
            _("Is a directory"),
            _("No such file or directory"),
            _("Not a directory"),
            _("Operation not permitted"),
            _("Permission denied"),
            _("Read-only file system"),
        )
    },
}
"""What people call the codes in a sentence's value of that name: cells that texts stand
in, and what the system says of a file that cannot be used."""


def sentence(objection: Objection, language: str, *, cure: bool = True) -> str:
    """Return what the objection says in ``language``, and what would cure it."""
    parts = [fill(objection.message, objection.values, language)]
    if cure:
        parts.append(fill(objection.cure, objection.values, language))
    return " ".join(parts)


def fill(message: str, values: Mapping[str, Any], language: str) -> str:
    """Return ``message`` translated and filled with ``values`` as people write them."""
    with override(language):
        shown = {name: _shown(name, value, language) for name, value in values.items()}
        return gettext(message).format(**shown)


def _shown(name: str, value: object, language: str) -> str:
    if isinstance(value, date):
        return day_phrase(value, language)
    if isinstance(value, Enum):
        return _word(value, language)
    if isinstance(value, Mapping):
        return str(value[language])
    if isinstance(value, (tuple, list)):
        return ", ".join(_shown(name, item, language) for item in value)
    if name in {"kk", "ru"}:
        return _said(str(value))
    text = CODES.get(name, {}).get(str(value))
    return gettext(text) if text else str(value)


def _word(value: Enum, language: str) -> str:
    """Return what people call a value of the kernel."""
    if isinstance(value, Office):
        return table()[value].name[language]
    return gettext(WORDS[value])


def _said(text: str) -> str:
    """Return what a title says, levels by their names ("titles.grammar")."""
    levels = [level for level in Level if level in text.split()]
    if levels:
        return ", ".join(gettext(WORDS[level]) for level in levels)
    return text or "–"
