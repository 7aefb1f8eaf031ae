"""Names and days as the pages write them."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from jospar.documents.hyphens import hyphenated
from jospar.rules.core.deadlines import ASTANA
from jospar.rules.core.forms import Body
from jospar.rules.core.nouns import Language
from jospar.rules.core.offices import Office, table
from jospar.rules.core.terms import GENITIVE, day_phrase
from jospar.rules.core.titles import looks_kazakh

from .texts import Texts

_LONG_WORD = re.compile(r"\w{13,}")
"""A word that a narrow column of the form may have to break."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name with the language that it is in, which may differ from the page's."""

    text: str
    language: str


def paragraph_phrase(t: Texts, paragraph: str) -> str:
    """Return how a page names a paragraph, ``8``, or a part of one, ``16 1)``."""
    number, _blank, part = paragraph.partition(" ")
    if part:
        return t("deadline.subparagraph", number=number, part=part)
    return t("deadline.paragraph", number=number)


def paragraph_short(t: Texts, paragraph: str) -> str:
    """Return the same in a few letters, for tables and drawings."""
    number, _blank, part = paragraph.partition(" ")
    if part:
        return t("deadline.subparagraph_short", number=number, part=part)
    return t("deadline.paragraph_short", number=number)


def body_name(body: Body, language: str) -> Name:
    """Return the body's name in ``language``; without an English one, the Kazakh."""
    if language != Language.EN:
        return Name(body.name[language], language)
    if body.name_en:
        return Name(body.name_en, language)
    return Name(body.name.kk, Language.KK)


def office_name(office: str, language: str) -> str:
    """Return what the office is called in ``language``."""
    return table()[Office(office)].name[language]


def form_language_of(language: str) -> str:
    """Return the language that texts of concepts are shown in on a page."""
    return language if language != Language.EN else Language.KK.value


def written_in(text: str) -> str:
    """Return the language that a text written in one language is plainly in."""
    return Language.KK.value if looks_kazakh(text) else Language.RU.value


def short_day(day: date, language: str) -> str:
    """Return ``day`` without its year: ``25 сентября``."""
    return f"{day.day} {GENITIVE[language][day.month - 1]}"


def brief_day(day: date, year: int, language: str) -> str:
    """Return ``day`` with its year only where that is not ``year``."""
    if day.year == year:
        return short_day(day, language)
    return day_phrase(day, language)


def moment_phrase(moment: datetime, language: str) -> str:
    """Return ``moment`` by the clock of Astana: its day, hour and minute."""
    there = moment.astimezone(ASTANA)
    return f"{day_phrase(there.date(), language)}, {there:%H:%M}"


def breakable(heading: str) -> str:
    """Return ``heading`` with soft hyphens in its long words."""
    return _LONG_WORD.sub(lambda word: hyphenated(word[0], letters=40), heading)
