"""In which language a text is, and both languages in one cell taken apart."""

import re
from collections.abc import Iterator
from dataclasses import replace

from jospar.rules.core.hand_terms import term_languages
from jospar.rules.core.nouns import Language
from jospar.rules.core.titles import looks_kazakh

from .doubts import doubt
from .grids import RawRow
from .layout import Section
from .values import FIELDS, Doubt, squeezed

_CYRILLIC_WORD = re.compile("[а-яё]{3,}", re.IGNORECASE)
_KAZAKH_WORD = re.compile(
    r"\b(?:мен|бен|пен|туралы|жоба\w*|жоқ|керек|ратификацияла\w*)\b", re.IGNORECASE
)
_PARTS = re.compile(r"\n|(?<=\s)/+(?=\s)|(?<=[^\W\d])/(?=\w)|(?<=[.)])/(?=\w)")
_MIXED = 0.5
"""Where as many titles hold both languages, the table is in both."""
_FEWEST_WORDS = 3
_GARBLED = re.compile("[À-ÿ]{3,}")


def language_of(text: str) -> Language | None:
    """Return the language of a text, None where it has no words that tell."""
    if looks_kazakh(text) or _KAZAKH_WORD.search(text):
        return Language.KK
    return Language.RU if _CYRILLIC_WORD.search(text) else None


def is_other(text: str, field: str, language: Language) -> bool:
    """Tell whether the text of a column is certainly in the other language.

    A few words of a note may have no letter that only Kazakh has.
    """
    if field in {"term", "procedure"} and (said := term_languages(text)):
        return language not in said
    found = language_of(text)
    if language is Language.KK and field == "note":
        return found is Language.RU and len(text.split()) >= _FEWEST_WORDS
    return found is not None and found is not language


def restored(text: str) -> str:
    """Return a text that was saved in one encoding and read in another as it was."""
    if not _GARBLED.search(text):
        return text
    try:
        return text.encode("cp1252").decode("cp1251")
    except UnicodeError:
        return text


def parts_of(text: str) -> dict[Language, str] | None:
    """Return what a cell says in each language; None where it does not say both.

    Line breaks or a slash part them. Pieces go by language, and those that tell none
    to the piece before them.
    """
    pieces = [piece.strip() for piece in _PARTS.split(text) if piece.strip()]
    found: dict[Language, list[str]] = {Language.KK: [], Language.RU: []}
    now: Language | None = None
    changes = 0
    for piece in pieces:
        language = _piece_language(piece) or now
        changes += language is not None and now is not None and language is not now
        now = language or now
        if now:
            found[now].append(piece)
    if changes != 1:
        return None
    return {language: "\n".join(texts) for language, texts in found.items()}


def _piece_language(piece: str) -> Language | None:
    said = term_languages(piece)
    return next(iter(said)) if len(said) == 1 else language_of(piece)


def by_language(section: Section) -> Iterator[tuple[Language, Section]]:
    """Yield the section in its language, or one for each language that it holds."""
    titles = [row.texts["title"] for row in section.rows if row.texts["title"]]
    both = sum(parts_of(title) is not None for title in titles)
    if titles and both >= _MIXED * len(titles):
        section.doubts.append(doubt("languages_both", section.place))
        for language in (Language.KK, Language.RU):
            yield language, _in(language, section)
        return
    if len(section.languages) == 1:
        yield next(iter(section.languages)), section
        return
    kazakh = sum(looks_kazakh(text) for text in titles)
    yield (Language.KK if kazakh * 2 >= len(titles) else Language.RU), section


def _in(language: Language, section: Section) -> Section:
    """Return what a section in both languages says in one.

    What is doubtful of the table is told once, with the Kazakh.
    """
    doubts = list(section.doubts) if language is Language.KK else []
    rows = []
    for row in section.rows:
        texts, missing = _texts(language, row)
        doubts += missing
        rows.append(replace(row, texts=texts))
    titles = tuple(
        parts[language] if (parts := parts_of(title)) else title
        for title in section.titles
        if parts_of(title) or language_of(title) is language
    )
    return replace(section, rows=rows, doubts=doubts, titles=titles)


def _texts(language: Language, row: RawRow) -> tuple[dict[str, str], list[Doubt]]:
    texts: dict[str, str] = {}
    doubts = []
    for name in FIELDS:
        text = row.texts[name]
        parts = parts_of(text)
        texts[name] = parts[language] if parts else text
        said = _piece_language(squeezed(text))
        if parts is None and said is not None and said is not language:
            doubts.append(doubt("language_missing", row.place, name, text=text))
            texts[name] = ""
    return texts, doubts
