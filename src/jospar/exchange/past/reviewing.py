"""A review made of what was read from annex tables."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from jospar.exchange.annexes.bodies import Bodies
from jospar.exchange.annexes.pairing import PairedRow, pair_tables
from jospar.exchange.annexes.reading import read_annex_tables, years_of
from jospar.exchange.annexes.values import (
    AnnexError,
    AnnexRow,
    AnnexTable,
    Doubt,
    KnownBody,
)
from jospar.rules.core.nouns import Entry, Language, Level, PlanKind, Procedure, Term
from jospar.rules.core.parties import states
from jospar.rules.core.ruleset import Ruleset
from jospar.rules.core.sentences import _

from .bodies import bodies_of, proposers_of
from .review import Review, ReviewRow, Shown, Told

T = TypeVar("T")

_TOO_MANY = _(
    "The files hold {count} tables in one language; choose the documents of one plan, "
    "one in Kazakh and one in Russian, or one with both."
)
_LONG_TERM = re.compile(r"перспектив", re.IGNORECASE)
_JOINING = re.compile(r"присоединени|қосыл", re.IGNORECASE)
_KEYS = {PlanKind.CURRENT: "P", PlanKind.LONG_TERM: "L"}


def review_of(
    files: Iterable[tuple[bytes, str]], ruleset: Ruleset, known: tuple[KnownBody, ...]
) -> Review:
    """Return the review of a plan that one or two files hold.

    Args:
        files: what each holds, and its name; nobody has looked at them yet.
        ruleset: the one by whose forms the plan is read.
        known: the bodies with their names through the years.

    Raises:
        ToldError: a file cannot be read, or they hold other than one plan.
    """
    tables = [
        table
        for data, name in files
        for table in read_annex_tables(data, name, ruleset.headings, known)
    ]
    sides = {language: _joined(tables, language) for language in _LANGUAGES}
    kk, ru = (sides[language] for language in _LANGUAGES)
    if kk and ru:
        paired = pair_tables(kk, ru)
        pairs, doubts = paired.rows, paired.doubts
    else:
        pairs = tuple(
            PairedRow(row if kk else None, row if ru else None)
            for row in (kk or ru or _NONE).rows
        )
        doubts = ()
    found = [(doubt, "") for doubt in doubts]
    for table in filter(None, (kk, ru)):
        found += [(doubt, table.language.value) for doubt in table.doubts]
    return _review(tables, pairs, found, ruleset, known)


_LANGUAGES = (Language.KK, Language.RU)
_NONE = AnnexTable(Language.KK, (), (), (), ())


def _joined(tables: Sequence[AnnexTable], language: Language) -> AnnexTable | None:
    """Return the only table in ``language``, if there is one.

    Raises:
        AnnexError: when there are several.
    """
    found = [table for table in tables if table.language is language]
    if len(found) > 1:
        raise AnnexError(_TOO_MANY, count=len(found))
    return found[0] if found else None


def _review(
    tables: Sequence[AnnexTable],
    pairs: Sequence[PairedRow],
    doubts: Sequence[tuple[Doubt, str]],
    ruleset: Ruleset,
    known: tuple[KnownBody, ...],
) -> Review:
    titles = tuple(dict.fromkeys(title for table in tables for title in table.titles))
    years = next(filter(None, (years_of(table.titles) for table in tables)), ())
    long_term = len(years) > 1 or any(map(_LONG_TERM.search, titles))
    kind = PlanKind.LONG_TERM if long_term else PlanKind.CURRENT
    year = str(years[0] - ruleset.horizons[kind][0]) if years else ""
    bodies = Bodies(known)
    places = [_places(pair) for pair in pairs]
    rows = tuple(
        _row(
            f"{_KEYS[kind]}-{number}",
            pair,
            [one for one in doubts if _place(*one) in places[number - 1]],
            bodies,
        )
        for number, pair in enumerate(pairs, start=1)
    )
    of_rows = frozenset().union(*places)
    languages = {table.language for table in tables}
    return Review(
        plan=kind.value,
        year=year,
        ruleset=ruleset.code,
        only=next(iter(languages)).value if len(languages) == 1 else "",
        titles=titles,
        rows=rows,
        bodies=tuple(bodies_of(rows, pairs, bodies, known)),
        doubts=tuple(_told(*one) for one in doubts if _place(*one) not in of_rows),
    )


_Place = tuple[int, int, str, str]


def _places(pair: PairedRow) -> frozenset[_Place]:
    """Return where the two halves of a row stand; a doubt on the pair has no language.

    Of two files both have a first table: the language tells them apart.
    """
    found: set[_Place] = set()
    for row, language in ((pair.kk, "kk"), (pair.ru, "ru")):
        if row:
            place = row.place
            found.add((place.table, place.row, place.sheet, language))
    first = pair.kk or pair.ru
    if first:
        found.add((first.place.table, first.place.row, first.place.sheet, ""))
    return frozenset(found)


def _place(doubt: Doubt, language: str) -> _Place:
    return (doubt.place.table, doubt.place.row, doubt.place.sheet, language)


def _told(doubt: Doubt, language: str) -> Told:
    place = doubt.place
    return Told(
        code=doubt.code,
        message=doubt.message,
        cure=doubt.cure,
        values={name: _shown(value) for name, value in doubt.values.items()},
        field=doubt.field,
        language=language,
        place=(place.table, place.row, place.sheet),
    )


def _shown(value: object) -> Shown:
    if isinstance(value, tuple | list):
        return tuple(_by_language(one) for one in value)
    if isinstance(value, Mapping):
        return _by_language(value)
    return value if isinstance(value, int) else str(value)


def _by_language(value: object) -> dict[str, str]:
    """Return a text by language; one without languages is the same in all."""
    if isinstance(value, Mapping):
        return {str(language): str(text) for language, text in value.items()}
    return {language.value: str(value) for language in Language}


def _row(
    key: str, pair: PairedRow, doubts: list[tuple[Doubt, str]], bodies: Bodies
) -> ReviewRow:
    kk, ru = pair.kk, pair.ru
    halves = [half for half in (kk, ru) if half]
    term = _first(half.term for half in halves)
    procedure = _first(half.procedure for half in halves)
    until = _first(half.procedure_term for half in halves)
    return ReviewRow(
        key=key,
        level=pair.level.value if pair.level else _level_guessed(doubts),
        proposers="; ".join(proposers_of(halves, bodies)),
        title_kk=kk.title if kk else "",
        title_ru=ru.title if ru else "",
        **_days("conclude", term),
        procedure=(procedure or Procedure.NONE).value,
        **_days("procedure", until),
        note_kk=kk.cells[5].strip() if kk else "",
        note_ru=ru.cells[5].strip() if ru else "",
        entry=_entry(halves),
        counterparties="; ".join(_states(kk, ru)),
        read_kk=kk.cells if kk else (),
        read_ru=ru.cells if ru else (),
        doubts=tuple(_told(*one) for one in doubts),
    )


def _level_guessed(doubts: Iterable[tuple[Doubt, str]]) -> str:
    """Return the group that the title of a row speaks for, if one."""
    guesses = (one.guess for one, _language in doubts if one.code == "group_unknown")
    return next((guess.value for guess in guesses if isinstance(guess, Level)), "")


def _first(values: Iterable[T | None]) -> T | None:
    return next((value for value in values if value), None)


def _days(name: str, term: Term | None) -> dict[str, Any]:
    if term is None:
        return {}
    return {
        f"{name}_from": term.first_day.isoformat(),
        f"{name}_to": term.last_day.isoformat(),
    }


def _entry(halves: Sequence[AnnexRow]) -> str:
    joins = any(_JOINING.search(half.title) for half in halves)
    return (Entry.ACCESSION if joins else Entry.NEW).value


def _states(kk: AnnexRow | None, ru: AnnexRow | None) -> Iterator[str]:
    """Yield the other states that the titles name, each once."""
    named: dict[str, str] = {}
    for half, language in ((kk, Language.KK), (ru, Language.RU)):
        if half:
            named |= states(half.title, language)
    yield from (code for code in named if code != "KZ")
