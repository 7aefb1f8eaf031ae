"""What speaks against a wording: its terms, its procedures, its two languages."""

from collections.abc import Iterator

from .act import Unmet, unmet
from .grammar import grammar
from .horizon import cycle_years, lies_within
from .nouns import Changes, Language, Procedure, Text, Wording
from .ruleset import Ruleset
from .titles import looks_kazakh

TEXTS = ("title", "purpose")
"""The texts that a concept must have in every language of the ruleset."""


def missing_texts(wording: Wording, ruleset: Ruleset) -> tuple[str, ...]:
    """Return the cells of the texts that are missing: ``title_kk``, ``purpose_ru``."""
    return tuple(
        f"{text}_{language}"
        for text in TEXTS
        for language in ruleset.languages
        if not getattr(wording, text)[language]
    )


def missing_languages(name: str, text: Text) -> Iterator[Unmet]:
    """Yield a finding for each of the two languages that the text ``name`` lacks."""
    for language in (Language.KK, Language.RU):
        if not text[language]:
            cell = f"{name}_{language}"
            yield unmet(cell, cell=cell)


def terms_out_of_order(wording: Wording) -> Iterator[Unmet]:
    """Yield a finding for each term of ``wording`` that ends before it begins."""
    conclude = wording.conclude
    if conclude.last_day < conclude.first_day:
        yield unmet(
            "conclude_to", first_day=conclude.first_day, last_day=conclude.last_day
        )
    first, last = wording.procedure_from, wording.procedure_to
    if first is not None and last is not None and last < first:
        yield unmet("procedure_to", first_day=first, last_day=last)


def term_outside(wording: Wording, ruleset: Ruleset, year: int) -> Iterator[Unmet]:
    """Yield one finding where the term is not wholly within the years of the cycle."""
    years = cycle_years(ruleset, year)
    if not lies_within(wording.conclude, years):
        yield unmet(
            "conclude_from",
            first_day=wording.conclude.first_day,
            last_day=wording.conclude.last_day,
            first_year=years[0],
            last_year=years[-1],
        )


def procedure_lacks_term(wording: Wording) -> bool:
    """Tell whether a procedure is needed and its term is not given with both days."""
    return wording.procedure is not Procedure.NONE and not (
        wording.procedure_from and wording.procedure_to
    )


def procedure_begins_early(wording: Wording) -> bool:
    """Tell whether a needed procedure begins before the treaty is to be concluded."""
    return (
        wording.procedure is not Procedure.NONE
        and wording.procedure_from is not None
        and wording.procedure_from < wording.conclude.first_day
    )


def wrong_letters(wording: Wording, cells: tuple[str, ...]) -> Iterator[Unmet]:
    """Yield a finding for each of ``cells`` whose letters are of the other language."""
    for text in TEXTS:
        for language in (Language.KK, Language.RU):
            cell = f"{text}_{language}"
            content = getattr(wording, text)[language]
            kazakh = language is Language.KK
            if cell in cells and content and looks_kazakh(content) is not kazakh:
                yield unmet(cell, cell=cell)


def note_in_one_language(wording: Wording) -> Iterator[Unmet]:
    """Yield one finding where the note stands in one language only."""
    if bool(wording.note.kk) != bool(wording.note.ru):
        cell = "note_ru" if wording.note.kk else "note_kk"
        yield unmet(cell, cell=cell)


def title_disagreements(wording: Wording) -> Iterator[Unmet]:
    """Yield a finding for each thing that the two titles and the level say apart."""
    for found in grammar(wording.title, wording.level):
        yield unmet(found.field, aspect=found.aspect, kk=found.kk, ru=found.ru)


def filled_cells(changes: Changes) -> tuple[str, ...]:
    """Return the names of the texts' cells that ``changes`` fills in."""
    return tuple(
        f"{text}_{language}"
        for text in (*TEXTS, "note")
        for language in (Language.KK, Language.RU)
        if getattr(changes, f"{text}_{language}")
    )
