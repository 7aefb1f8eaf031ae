"""What is found in a wording: its terms, its procedures, its two languages."""

from dataclasses import replace
from datetime import date

import pytest

from jospar.rules.core.checks import unmet
from jospar.rules.core.nouns import Changes, Language, Level, Procedure, Term, Text
from jospar.rules.core.wordings import (
    filled_cells,
    missing_texts,
    note_in_one_language,
    procedure_begins_early,
    procedure_lacks_term,
    term_outside,
    terms_out_of_order,
    title_disagreements,
    wrong_letters,
)
from tests.rules import made

DAY = date(2025, 3, 1)
EARLIER = date(2025, 2, 28)


@pytest.mark.provision("concepts.languages")
@pytest.mark.parametrize(
    ("title", "purpose", "missing"),
    [
        (Text("Келісім", "Договор"), Text("Мақсат", "Цель"), ()),
        (Text("", "Договор"), Text("Мақсат", "Цель"), ("title_kk",)),
        (Text("Келісім", "Договор"), Text("Мақсат", ""), ("purpose_ru",)),
        (Text(), Text(), ("title_kk", "title_ru", "purpose_kk", "purpose_ru")),
    ],
)
def test_missing_texts(title: Text, purpose: Text, missing: tuple[str, ...]) -> None:
    """Title and purpose stand in both languages; a note need not stand in any."""
    wording = made.wording(title=title, purpose=purpose, note=Text())
    assert missing_texts(wording, made.RULES) == missing


def test_missing_texts_by_the_languages_of_the_rules() -> None:
    """Rules that ask for one language miss nothing in the other."""
    rules = replace(made.RULES, languages=(Language.KK,))
    wording = made.wording(title=Text("Келісім", ""), purpose=Text("", "Цель"))
    assert missing_texts(wording, rules) == ("purpose_kk",)


def test_terms_in_order() -> None:
    """Terms of one day are in order, and half a term of the procedures is."""
    wording = made.wording(
        conclude=Term(DAY, DAY), procedure_from=DAY, procedure_to=DAY
    )
    assert list(terms_out_of_order(wording)) == []
    assert list(terms_out_of_order(made.wording(procedure_from=DAY))) == []
    assert list(terms_out_of_order(made.wording(procedure_to=DAY))) == []


def test_terms_out_of_order() -> None:
    """Each term that ends a day before it begins is found, with its days."""
    wording = made.wording(
        conclude=Term(DAY, EARLIER), procedure_from=DAY, procedure_to=EARLIER
    )
    assert list(terms_out_of_order(wording)) == [
        unmet("conclude_to", first_day=DAY, last_day=EARLIER),
        unmet("procedure_to", first_day=DAY, last_day=EARLIER),
    ]


@pytest.mark.provision("concepts.term")
@pytest.mark.parametrize(
    ("first_day", "last_day", "outside"),
    [
        (date(2025, 1, 1), date(2028, 12, 31), False),
        (date(2024, 12, 31), date(2028, 12, 31), True),
        (date(2025, 1, 1), date(2029, 1, 1), True),
        (date(2024, 1, 1), date(2030, 12, 31), True),
    ],
)
def test_term_outside_the_years_of_the_cycle(
    first_day: date, last_day: date, outside: bool
) -> None:
    """A term that leaves the four years by one day is found, with the years."""
    found = list(
        term_outside(
            made.wording(conclude=Term(first_day, last_day)), made.RULES, made.YEAR
        )
    )
    assert found == (
        [
            unmet(
                "conclude_from",
                first_day=first_day,
                last_day=last_day,
                first_year=2025,
                last_year=2028,
            )
        ]
        if outside
        else []
    )


@pytest.mark.provision("concepts.term")
@pytest.mark.parametrize(
    ("procedure", "first", "last", "lacks"),
    [
        (Procedure.NONE, None, None, False),
        (Procedure.RATIFICATION, DAY, DAY, False),
        (Procedure.RATIFICATION, DAY, None, True),
        (Procedure.RATIFICATION, None, DAY, True),
        (Procedure.RATIFICATION, None, None, True),
    ],
)
def test_procedures_lack_their_term(
    procedure: Procedure, first: date | None, last: date | None, lacks: bool
) -> None:
    """A procedure that is needed has a term of two days."""
    wording = made.wording(procedure=procedure, procedure_from=first, procedure_to=last)
    assert procedure_lacks_term(wording) is lacks


@pytest.mark.provision("concepts.term")
@pytest.mark.parametrize(
    ("procedure", "first", "early"),
    [
        (Procedure.APPROVAL, DAY, False),
        (Procedure.APPROVAL, EARLIER, True),
        (Procedure.APPROVAL, None, False),
        (Procedure.NONE, EARLIER, False),
    ],
)
def test_procedures_begin_early(
    procedure: Procedure, first: date | None, early: bool
) -> None:
    """A needed procedure begins on the first day of the conclusion or later."""
    wording = made.wording(
        conclude=Term(DAY, date(2025, 12, 31)),
        procedure=procedure,
        procedure_from=first,
    )
    assert procedure_begins_early(wording) is early


@pytest.mark.provision("concepts.languages")
def test_letters_of_the_other_language() -> None:
    """One Kazakh letter makes a text Kazakh; each cell in the wrong place is found."""
    wording = made.wording(
        title=Text("Соглашение о торговле", "Сауда туралы келісім"),
        purpose=Text("Мақсат", "Цель"),
    )
    cells = ("title_kk", "title_ru", "purpose_kk", "purpose_ru")
    assert list(wrong_letters(wording, cells)) == [
        unmet("title_kk", cell="title_kk"),
        unmet("title_ru", cell="title_ru"),
    ]
    assert list(wrong_letters(wording, ("title_ru", "purpose_ru"))) == [
        unmet("title_ru", cell="title_ru")
    ]


def test_letters_of_empty_texts() -> None:
    """A missing text has no letters that could be wrong."""
    wording = made.wording(title=Text(), purpose=Text())
    assert list(wrong_letters(wording, ("title_kk", "purpose_kk"))) == []


@pytest.mark.provision("concepts.languages")
@pytest.mark.parametrize(
    ("note", "cells"),
    [
        (Text(), []),
        (Text("Ескертпе", "Примечание"), []),
        (Text("Ескертпе", ""), ["note_ru"]),
        (Text("", "Примечание"), ["note_kk"]),
    ],
)
def test_note_in_one_language(note: Text, cells: list[str]) -> None:
    """A note stands in both languages or in none; the empty cell is named."""
    assert list(note_in_one_language(made.wording(note=note))) == [
        unmet(cell, cell=cell) for cell in cells
    ]


@pytest.mark.provision("titles.grammar")
def test_title_disagreements() -> None:
    """What grammar finds is given with its aspect and with what each title says."""
    assert list(title_disagreements(made.wording())) == []
    level = made.wording(level=Level.INTERSTATE)
    assert list(title_disagreements(level)) == [
        unmet(
            "level",
            aspect="level",
            kk="intergovernmental",
            ru="intergovernmental",
        )
    ]


def test_filled_cells() -> None:
    """The cells of texts that a paper fills in are named in the order of the table."""
    changes = Changes(note_ru="Примечание", title_kk="Атау", purpose_ru="Цель")
    assert filled_cells(changes) == ("title_kk", "purpose_ru", "note_ru")
    assert filled_cells(Changes(level=Level.INTERSTATE)) == ()
