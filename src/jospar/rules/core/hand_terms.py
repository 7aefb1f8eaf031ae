"""Terms as people typed them into tables over the years: exact, or the best guess.

``written_terms`` reads what is certain. Here what people write around it is taken off
or put right, step by step, until it can be read; each step that changed something is
a reason to look at the guess.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from functools import lru_cache

from .nouns import Language, Term
from .terms import GENITIVE, MONTHS
from .written_terms import read_term


class Reason(StrEnum):
    """Why a term is a guess."""

    HEDGED = "hedged"
    LISTED = "listed"
    MISSPELT = "misspelt"
    SHORT_YEAR = "short_year"
    NO_YEAR = "no_year"
    VAGUE = "vague"
    UNTIL = "until"


@dataclass(frozen=True, slots=True)
class HandTerm:
    """The days that a text means, if any, and why that is not certain."""

    term: Term | None
    reasons: tuple[Reason, ...] = ()


_LONGEST = 200
_QUARTERS = ("I", "II", "III", "IV")

_HARMLESS = tuple(
    (re.compile(pattern, re.IGNORECASE), put)
    for pattern, put in (
        (r"\bв\s+течени[еи]\b|\bна протяжении\b|\bішінде\b|\bаралығында\b", " "),
        (r"\bкв-л(?=[аеу]?\b)", "квартал"),
        (r"\bп/г\b|\bпол(?:уг)?\.", "полугодие"),
        (r"\bжарт\.", "жартыжылдық"),
        (r"\bжж?\.", "жыл"),
        (r"\b(?:месяц|ай)(?:а|е|ы|ында|ының)?\b", " "),
        (r"\bмае\b", "май"),
        (r"\b(\d\d?|[IVІПШ]{1,4})-(?:е|я|ое|ая)\b", r"\1 "),
        (
            r"\b(\d\d?|[IVІПШ]{1,4})-"
            r"(?!ш[іы]\b|[ыои]й\b|го\b)(?=[а-яәғқңөұүһі]{2})",
            r"\1 ",
        ),
        (r"\b(?:с|со|от)\b(.+)\bдо\b", r"\1 – "),
        (r"(?<=[./]\d{4})\s*-\s*(?=\d)", " – "),
        (r"[;.,]+\s*$", ""),
    )
)
_HEDGE = re.compile(
    r"\([^)]*\)|\bориентировочно\b|\bпредварительно\b|\bпредположительно\b|\bпримерно\b"
    r"|\bпланируется\b|\bожидается\b|\bшамамен\b|\bболжамды\b|\bжоспарланып отыр\b"
    r"|\bжоспарлануда\b|\bалдын ала\b|\bне ранее\b|\bне позднее\b|\*",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"(?<=\w)\.?\s*(?:,|/|\bи\b|\bили\b|\bжәне\b|\bнемесе\b)\s*(?=\w)"
)
_ONES = re.compile(
    r"\b(?P<ones>[1lI|]{2,3}|[1lI|][VУ])(?=(?:-?[а-яё]+)?\s*(?:кв|тоқ|ток))"
)
_SHORT = re.compile(
    r"(?<=\.)(?P<point>\d\d)\b(?!\.)|\b(?P<word>\d\d)(?=\s*(?:г|ж|год|жыл)\b)"
    r"|(?<=[а-яёәғқңөұүһі])\s+(?P<end>\d\d)$|[’'](?P<quote>\d\d)\b",
    re.IGNORECASE,
)
_NAMES_TIME = re.compile(r"\w")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_AROUND = " ’'"
_UNTIL = re.compile(r"\bдо\b|\bдейін\b|\bне позднее\b", re.IGNORECASE)
_FROM = re.compile(r"\b(?:с|со|от|бастап)\b|[–—-]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{4,}")
_VAGUE = tuple(
    (re.compile(pattern, re.IGNORECASE), put)
    for pattern, put in (
        (r"\b(?:начал[оае]|бас[ыі](?:нда)?)\b", " I квартал "),
        (r"\b(?:середин[аые]|ортасы(?:нда)?)\b", " II–III квартал "),
        (r"\bвесн(?:а|ой|ы)\b|\bкөктем\w*", " март–май "),
        (r"\bлет(?:о|ом|а)\b|\bжаз(?:ы|ында|да)?\b", " июнь–август "),
        (r"\bосень?(?:ю|и)?\b|\bкүз\w*", " сентябрь–ноябрь "),
        (r"\b(?:кон(?:ец|це)|соңы(?:нда)?|аяғы(?:нда)?)\b", " IV квартал "),
    )
)
_END_OF = re.compile(r"\b(?:конца|соңына|аяғына)\b", re.IGNORECASE)

_KNOWN_WORDS = tuple(
    dict.fromkeys(
        (
            *(
                name
                for names in (*MONTHS.values(), *GENITIVE.values())
                for name in names
            ),
            *("квартал", "квартале", "квартала", "кварталы", "полугодие", "полугодии"),
            *("тоқсан", "тоқсаны", "тоқсанда", "жартыжылдық", "жылғы", "жылдың"),
            *("года", "году", "годы", "жылдар", "жылы", "жылда"),
            *("первый", "второй", "третий", "четвертый", "четвёртый"),
            *("бірінші", "екінші", "үшінші", "төртінші", "бастап", "дейін"),
        )
    )
)
_ALIKE = 0.72


@lru_cache(maxsize=256)
def read_hand_term(text: str, years: tuple[int, ...] = ()) -> HandTerm:
    """Return the days that ``text`` means, or the best guess with its reasons.

    Args:
        text: the cell as it was typed, in Kazakh, Russian or English.
        years: the years of the plan, for a term that names none.
    """
    plain = " ".join(text.replace("\xad", "").split())
    if len(plain) > _LONGEST:
        return HandTerm(None)
    for pattern, put in _HARMLESS:
        plain = pattern.sub(put, plain)
    reasons: list[Reason] = []
    until = bool(_UNTIL.search(plain)) and not _FROM.search(_UNTIL.sub(" ", plain))
    for reason, change in _STEPS.items():
        if term := read_term(plain):
            break
        if (changed := change(plain, years)) != plain:
            plain = changed
            reasons.append(reason)
    term = read_term(plain)
    if until and term:
        reasons = [reason for reason in reasons if reason is not Reason.VAGUE]
        reasons.append(Reason.UNTIL)
        term = Term(date(term.last_day.year, 1, 1), term.last_day)
    return HandTerm(term, tuple(reasons) if term else ())


def _without_hedges(text: str, _years: tuple[int, ...]) -> str:
    return " ".join(_HEDGE.sub(" ", text).split())


def _as_one(text: str, _years: tuple[int, ...]) -> str:
    """Return a list of quarters, months or years as the time from first to last.

    A comma or a slash between a word and a year parts nothing: «II кв., 2024».
    """
    text = re.sub(r"(?<=[^\W\d])\.?\s*[,/]\s*(?=(?:19|20)\d\d\b)", " ", text)
    if not re.search(r"кв|тоқ|ток|пол|жарт|[a-zа-я]{3}", text, re.IGNORECASE):
        text = re.sub(r"^(I{1,3}|IV) (?=\d{4})", r"\1 квартал ", text)
    parts = _BETWEEN.split(text)
    return text if len(parts) == 1 else f"{parts[0]}–{parts[-1]}"


def _spelt(text: str, _years: tuple[int, ...]) -> str:
    """Return ``text`` with Roman digits typed as ones put right, and words spelt."""

    def roman(found: re.Match[str]) -> str:
        ones = found["ones"]
        return "IV" if ones[-1] in "VУ" else _QUARTERS[len(ones) - 1]

    def word(found: re.Match[str]) -> str:
        typed = found[0].lower()
        if read_term(f"1 {typed} 2000") or read_term(f"{typed} 2000"):
            return found[0]
        near = get_close_matches(typed, _KNOWN_WORDS, n=1, cutoff=_ALIKE)
        return near[0] if near else found[0]

    return _WORD.sub(word, _ONES.sub(roman, text))


def _with_long_years(text: str, _years: tuple[int, ...]) -> str:
    return _SHORT.sub(
        lambda found: (
            f"20{found[0]}" if found["point"] else f" 20{found[0].strip(_AROUND)}"
        ),
        text,
    )


def _with_year(text: str, years: tuple[int, ...]) -> str:
    """Return ``text`` with the plan's year, where it has but one."""
    if not _NAMES_TIME.search(text) or _YEAR.search(text) or len(years) != 1:
        return text
    return f"{text} {years[0]}"


def _made_exact(text: str, _years: tuple[int, ...]) -> str:
    text = _END_OF.sub(" ", text)
    for pattern, put in _VAGUE:
        text = pattern.sub(put, text)
    return text


_STEPS: Mapping[Reason, Callable[[str, tuple[int, ...]], str]] = {
    Reason.HEDGED: _without_hedges,
    Reason.LISTED: _as_one,
    Reason.VAGUE: _made_exact,
    Reason.MISSPELT: _spelt,
    Reason.SHORT_YEAR: _with_long_years,
    Reason.NO_YEAR: _with_year,
}

_LANGUAGE_WORDS = {
    Language.KK: re.compile(
        r"\b(?:жыл|жж?\b|тоқсан|токсан|жартыж|дейін|бастап|"
        + "|".join(MONTHS[Language.KK])
        + ")",
        re.IGNORECASE,
    ),
    Language.RU: re.compile(
        r"\b(?:год|гг?\b|кв\b|кв-л|квартал|полуг|конц|"
        + "|".join(name[:3] for name in MONTHS[Language.RU])
        + r"|ма[еяй]\b)",
        re.IGNORECASE,
    ),
}


def term_languages(text: str) -> frozenset[Language]:
    """Return the languages whose words for times stand in ``text``; dates have none."""
    return frozenset(
        language for language, words in _LANGUAGE_WORDS.items() if words.search(text)
    )
