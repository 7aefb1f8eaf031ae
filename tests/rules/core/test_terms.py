"""Terms in the words of officials, in three languages."""

from dataclasses import replace
from datetime import date

import pytest

from jospar.rules.core.nouns import Level, Procedure, Term, Text, Wording
from jospar.rules.core.terms import day_phrase, procedure_phrase, term_phrase

WORDING = Wording(
    title=Text(),
    purpose=Text(),
    note=Text(),
    level=Level.INTERSTATE,
    conclude=Term(date(2025, 1, 1), date(2025, 12, 31)),
    procedure=Procedure.RATIFICATION,
    procedure_from=date(2026, 1, 1),
    procedure_to=date(2026, 3, 31),
)


@pytest.mark.parametrize(
    ("first", "last", "kk", "ru", "en"),
    [
        (
            "2025-05-01",
            "2025-05-31",
            "2025 жылғы мамыр",
            "май 2025 года",
            "May 2025",
        ),
        (
            "2024-02-01",
            "2024-02-29",
            "2024 жылғы ақпан",
            "февраль 2024 года",
            "February 2024",
        ),
        (
            "2025-12-01",
            "2025-12-31",
            "2025 жылғы желтоқсан",
            "декабрь 2025 года",
            "December 2025",
        ),
        (
            "2025-04-01",
            "2025-06-30",
            "2025 жылғы II тоқсан",
            "II квартал 2025 года",
            "Q2 2025",
        ),
        (
            "2025-04-01",
            "2025-09-30",
            "2025 жылғы II–III тоқсан",
            "II–III кварталы 2025 года",
            "Q2–Q3 2025",
        ),
        (
            "2025-01-01",
            "2025-09-30",
            "2025 жылғы I–III тоқсан",
            "I–III кварталы 2025 года",
            "Q1–Q3 2025",
        ),
        (
            "2025-04-01",
            "2025-12-31",
            "2025 жылғы II–IV тоқсан",
            "II–IV кварталы 2025 года",
            "Q2–Q4 2025",
        ),
        (
            "2025-01-01",
            "2025-06-30",
            "2025 жылғы I жартыжылдық",
            "I полугодие 2025 года",
            "first half of 2025",
        ),
        (
            "2025-07-01",
            "2025-12-31",
            "2025 жылғы II жартыжылдық",
            "II полугодие 2025 года",
            "second half of 2025",
        ),
        ("2025-01-01", "2025-12-31", "2025 жыл", "2025 год", "2025"),
        (
            "2026-01-01",
            "2028-12-31",
            "2026–2028 жылдар",
            "2026–2028 годы",
            "2026–2028",
        ),
        (
            "2025-05-05",
            "2025-05-05",
            "2025 жылғы 5 мамыр",
            "5 мая 2025 года",
            "5 May 2025",
        ),
        (
            "2025-01-01",
            "2025-01-01",
            "2025 жылғы 1 қаңтар",
            "1 января 2025 года",
            "1 January 2025",
        ),
    ],
)
def test_term_has_a_name(first: str, last: str, kk: str, ru: str, en: str) -> None:
    """Whole months, quarters, half-years and years, and single days, have names."""
    term = Term(date.fromisoformat(first), date.fromisoformat(last))
    phrases = [term_phrase(term, language) for language in ("kk", "ru", "en")]
    assert phrases == [kk, ru, en]


@pytest.mark.parametrize(
    ("first", "last", "phrase"),
    [
        ("2025-05-15", "2026-06-30", "15.05.2025 – 30.06.2026"),
        # Nearly a month, two months, a month too many, a year that begins late.
        ("2025-05-01", "2025-05-30", "01.05.2025 – 30.05.2025"),
        ("2025-05-02", "2025-05-31", "02.05.2025 – 31.05.2025"),
        ("2025-01-01", "2025-02-28", "01.01.2025 – 28.02.2025"),
        ("2024-02-01", "2024-02-28", "01.02.2024 – 28.02.2024"),
        ("2025-03-01", "2025-08-31", "01.03.2025 – 31.08.2025"),
        ("2025-02-01", "2025-06-30", "01.02.2025 – 30.06.2025"),
        ("2025-02-01", "2026-12-31", "01.02.2025 – 31.12.2026"),
        ("2025-01-01", "2026-11-30", "01.01.2025 – 30.11.2026"),
    ],
)
def test_term_without_a_name(first: str, last: str, phrase: str) -> None:
    """Any other term is its two days in figures, the same in every language."""
    term = Term(date.fromisoformat(first), date.fromisoformat(last))
    assert {term_phrase(term, language) for language in ("kk", "ru", "en")} == {phrase}


@pytest.mark.parametrize(
    ("procedure", "kk", "ru", "en"),
    [
        (Procedure.RATIFICATION, "ратификациялау", "ратификация", "ratification"),
        (Procedure.APPROVAL, "бекіту", "утверждение", "approval"),
        (Procedure.ACCEPTANCE, "қабылдау", "принятие", "acceptance"),
        (Procedure.ACCESSION, "қосылу", "присоединение", "accession"),
    ],
)
def test_procedure_with_and_without_a_term(
    procedure: Procedure, kk: str, ru: str, en: str
) -> None:
    """A procedure follows its term in brackets; without both days it stands alone."""
    wording = replace(WORDING, procedure=procedure)
    assert procedure_phrase(wording, "kk") == f"2026 жылғы I тоқсан ({kk})"
    assert procedure_phrase(wording, "ru") == f"I квартал 2026 года ({ru})"
    assert procedure_phrase(wording, "en") == f"Q1 2026 ({en})"
    assert procedure_phrase(replace(wording, procedure_from=None), "kk") == kk
    assert procedure_phrase(replace(wording, procedure_to=None), "ru") == ru


def test_no_procedure() -> None:
    """Where no procedure is needed the cell says so, whatever days are given."""
    wording = replace(WORDING, procedure=Procedure.NONE)
    phrases = [procedure_phrase(wording, language) for language in ("kk", "ru", "en")]
    assert phrases == ["талап етілмейді", "не требуются", "not required"]


@pytest.mark.parametrize(
    ("language", "phrase"),
    [
        ("kk", "2025 жылғы 15 мамыр"),
        ("ru", "15 мая 2025 года"),
        ("en", "15 May 2025"),
    ],
)
def test_day(language: str, phrase: str) -> None:
    """A day is written as officials write it in each language."""
    assert day_phrase(date(2025, 5, 15), language) == phrase
