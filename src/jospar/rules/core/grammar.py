"""Whether the two titles of a treaty and its declared level agree ("titles.grammar").

What a title says of itself is read from fixed places: the kind of document from the
first name of a kind in Russian and the last one in Kazakh, in whose name it is made
from what stands between ``между`` and the Republic, or between the Republic and
``арасында``. What is not found there is unknown, and of an unknown nothing is said.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal
from unicodedata import normalize

from .nouns import Language, Level, Text
from .parties import states


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What does not agree: of which aspect, what each title says, and where to look.

    ``kk`` and ``ru`` are words of the titles, for ``level`` the levels that the titles
    show; an empty one was not found. ``field`` is the cell that differs from the rest.
    """

    aspect: Literal["kind", "level", "parties"]
    kk: str
    ru: str
    field: Literal["title_kk", "title_ru", "level"]


KINDS: Mapping[str, frozenset[str]] = {
    "келісімшарт": frozenset({"контракт", "договор"}),
    "келісім-шарт": frozenset({"контракт", "договор"}),
    "келісім": frozenset({"соглашение"}),
    "шарт": frozenset({"договор"}),
    "хаттама": frozenset({"протокол"}),
    "меморандум": frozenset({"меморандум"}),
    "конвенция": frozenset({"конвенция"}),
    "декларация": frozenset({"декларация"}),
    "мәлімдеме": frozenset({"заявление"}),
    "пакт": frozenset({"пакт"}),
    "хартия": frozenset({"хартия"}),
    "жарғы": frozenset({"устав", "хартия"}),
}
"""The kinds of treaties in Kazakh with what each may be called in Russian."""

_LATIN = str.maketrans("iIyY", "іІүҮ")
"""Latin letters that stand in older Kazakh texts instead of their own."""

_KIND_KK = re.compile(rf"\b({'|'.join(KINDS)})(?:с?[ыі])?\b", re.IGNORECASE)
_KIND_RU = re.compile(
    rf"\b({'|'.join(sorted(frozenset().union(*KINDS.values())))})\b", re.IGNORECASE
)
_ASIDE = re.compile(r"\([^)]*\)")

_OFFICES_KK = re.compile(
    r"\b(?:(?P<government>үкімет|министрлер кабинет)|министрлі[кг]|агентті[кг]"
    r"|ұлттық банк|комитет|(?:бас )?прокуратура|палата|күзет қызмет|жоғарғы сот)",
    re.IGNORECASE,
)
_OFFICES_RU = re.compile(
    r"\b(?:(?P<government>правительств|кабинет\w* министров)|министерств|агентств"
    r"|национальн\w+ банк|комитет|прокуратур|палат|служб|верховн\w+ суд)",
    re.IGNORECASE,
)
_REPUBLIC_KK = re.compile(r"\bқазақстан республикасы(?P<of>ның)?\b", re.IGNORECASE)
_REPUBLIC_RU = re.compile(r"\bреспублик(?P<case>ой|и) казахстан\b", re.IGNORECASE)
_NEXT_PARTY = re.compile(r"\s*(?:,|[мбп]ен\b|және\b|$)", re.IGNORECASE)
_SUBJECT = re.compile(r"\b(?:об?|относительно|касательно)\b", re.IGNORECASE)
_BETWEEN_KK = re.compile(r"\bарасында", re.IGNORECASE)
_BETWEEN_RU = re.compile(r"\bмежду\b", re.IGNORECASE)
_ALL_GOVERNMENTS = re.compile(r"\b(?:үкіметтер|правительствами\b)", re.IGNORECASE)
_GOVERNMENT_KK = re.compile(
    r"\b(?:үкімет(?!тер|аралық)|министрлер кабинет|федералдық кеңес)", re.IGNORECASE
)
_GOVERNMENT_RU = re.compile(
    r"\b(?:правительством|кабинетом министров|федеральным советом)\b", re.IGNORECASE
)


def grammar(title: Text, level: Level) -> tuple[Disagreement, ...]:
    """Return in what the two titles and the declared level do not agree.

    With one title missing only the level can be compared.
    """
    plain_kk, plain_ru = (
        " ".join(normalize("NFC", text).split()) for text in (title.kk, title.ru)
    )
    title = Text(plain_kk.translate(_LATIN), plain_ru)
    return (*_kinds(title), *_levels(title, level), *_parties(title))


def _kinds(title: Text) -> Iterator[Disagreement]:
    kinds_kk = _KIND_KK.findall(_ASIDE.sub("", title.kk))
    kinds_ru = _KIND_RU.findall(_ASIDE.sub("", title.ru))
    if kinds_kk and kinds_ru and kinds_ru[0].lower() not in KINDS[kinds_kk[-1].lower()]:
        yield Disagreement("kind", kinds_kk[-1], kinds_ru[0], "title_ru")


def _levels(title: Text, level: Level) -> Iterator[Disagreement]:
    parts_kk, parts_ru = _between_kk(title.kk), _between_ru(title.ru)
    found_kk = _found(_level_kk, parts_kk)
    found_ru = _found(_level_ru, parts_ru)
    said_kk, said_ru = (" ".join(sorted(found)) for found in (found_kk, found_ru))
    if found_kk and found_ru and found_kk.isdisjoint(found_ru):
        odd: Literal["title_kk", "title_ru", "level"] = "level"
        if level in found_kk:
            odd = "title_ru"
        elif level in found_ru:
            odd = "title_kk"
        yield Disagreement("level", said_kk, said_ru, odd)
    elif (found_kk or found_ru) and level not in found_kk | found_ru:
        yield Disagreement("level", said_kk, said_ru, "level")
    elif len(parts_kk) == len(parts_ru) == 1:
        yield from _governments(parts_kk[0], parts_ru[0])


def _governments(part_kk: str, part_ru: str) -> Iterator[Disagreement]:
    """Find a party for whom only one of the titles names the government."""
    if _ALL_GOVERNMENTS.search(part_kk) or _ALL_GOVERNMENTS.search(part_ru):
        return
    named_kk = len(_GOVERNMENT_KK.findall(part_kk))
    named_ru = len(_GOVERNMENT_RU.findall(part_ru))
    government = Level.INTERGOVERNMENTAL.value
    if named_kk > named_ru:
        yield Disagreement("level", government, "", "title_ru")
    elif named_ru > named_kk:
        yield Disagreement("level", "", government, "title_kk")


def _parties(title: Text) -> Iterator[Disagreement]:
    if not (title.kk and title.ru):
        return
    named_kk = states(title.kk, Language.KK)
    named_ru = states(title.ru, Language.RU)
    only_kk = [named_kk[code] for code in sorted(named_kk.keys() - named_ru.keys())]
    only_ru = [named_ru[code] for code in sorted(named_ru.keys() - named_kk.keys())]
    if only_kk or only_ru:
        yield Disagreement(
            "parties",
            "; ".join(only_kk),
            "; ".join(only_ru),
            "title_ru" if only_kk else "title_kk",
        )


def _between_kk(title: str) -> list[str]:
    """Return what stands before each ``арасында``: first of all the parties."""
    return _BETWEEN_KK.split(title)[:-1]


def _between_ru(title: str) -> list[str]:
    """Return what stands behind each ``между``: the parties and then the subject."""
    return _BETWEEN_RU.split(title)[1:]


def _found(read: Callable[[str], Level | None], parts: list[str]) -> frozenset[Level]:
    """Return the levels that the parts show; a title may name another treaty's too."""
    return frozenset(level for part in parts if (level := read(part)))


def _level_kk(part: str) -> Level | None:
    """Tell in whose name the Republic acts by what follows its name."""
    if _ALL_GOVERNMENTS.search(part):
        return Level.INTERGOVERNMENTAL
    republic = _REPUBLIC_KK.search(part)
    if republic is None:
        return None
    rest = part[republic.end() :]
    if not republic["of"] and _NEXT_PARTY.match(rest):
        return Level.INTERSTATE
    return _level_of(_OFFICES_KK.search(rest))


def _level_ru(part: str) -> Level | None:
    """Tell in whose name the Republic acts by what stands before its name."""
    if _ALL_GOVERNMENTS.search(part):
        return Level.INTERGOVERNMENTAL
    republic = _REPUBLIC_RU.search(part)
    if republic is None or _SUBJECT.search(part, 0, republic.start()):
        return None
    if republic["case"] == "ой":
        return Level.INTERSTATE
    *_, last = (None, *_OFFICES_RU.finditer(part, 0, republic.start()))
    return _level_of(last)


def _level_of(office: re.Match[str] | None) -> Level | None:
    if office is None:
        return None
    if office["government"]:
        return Level.INTERGOVERNMENTAL
    return Level.INTERAGENCY
