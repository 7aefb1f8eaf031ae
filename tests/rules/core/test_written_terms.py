"""Terms are read as officials write them, or not at all."""

from datetime import date, timedelta

import pytest

from jospar.rules.core.nouns import Language, Term
from jospar.rules.core.terms import term_phrase
from jospar.rules.core.written_terms import read_term


def term(first: str, last: str) -> Term:
    """Return the term from one day to another."""
    return Term(date.fromisoformat(first), date.fromisoformat(last))


FIRST_QUARTER = term("2025-01-01", "2025-03-31")
SECOND_QUARTER = term("2025-04-01", "2025-06-30")
THIRD_QUARTER = term("2025-07-01", "2025-09-30")
SECOND_HALF = term("2025-07-01", "2025-12-31")
YEAR = term("2025-01-01", "2025-12-31")
DAY = term("2025-05-15", "2025-05-15")
MAY = term("2025-05-01", "2025-05-31")
MAY_JUNE = term("2025-05-01", "2025-06-30")
OVER_THE_YEAR = term("2025-10-01", "2026-03-31")

WRITTEN = [
    ("2025-Q1", FIRST_QUARTER),
    ("2025Q1", FIRST_QUARTER),
    ("Q1 2025", FIRST_QUARTER),
    ("I тоқсан 2025", FIRST_QUARTER),
    ("2025 жылғы I тоқсан", FIRST_QUARTER),
    ("2025 ж. 1-ші тоқсан", FIRST_QUARTER),
    ("2025 жылдың бірінші тоқсаны", FIRST_QUARTER),
    ("І токсан 2025", FIRST_QUARTER),
    ("1 кв. 2025 г.", FIRST_QUARTER),
    ("1кв.2025г.", FIRST_QUARTER),
    ("1-й квартал 2025 года", FIRST_QUARTER),
    ("в первом квартале 2025 года", FIRST_QUARTER),
    ("Ⅰ КВАРТАЛ 2025", FIRST_QUARTER),
    ("the 1st quarter of 2025", FIRST_QUARTER),
    ("  2025  –  I  тоқсан ", FIRST_QUARTER),
    ("ІІ тоқсан 2025", SECOND_QUARTER),
    ("П кв. 2025", SECOND_QUARTER),
    ("II-й квартал 2025", SECOND_QUARTER),
    ("Ш квартал 2025 года", THIRD_QUARTER),
    ("ІІІ тоқсан, 2025 жыл", THIRD_QUARTER),
    ("I–II кварталы 2025 года", term("2025-01-01", "2025-06-30")),
    ("Q1-Q2 2025", term("2025-01-01", "2025-06-30")),
    ("с I по III квартал 2025", term("2025-01-01", "2025-09-30")),
    ("I квартал – 2025", FIRST_QUARTER),
    ("2025-Q1-Q2", term("2025-01-01", "2025-06-30")),
    ("IV кв. 2025 - I кв. 2026", OVER_THE_YEAR),
    ("2025-Q4 – 2026-Q1", OVER_THE_YEAR),
    ("2 полугодие 2025", SECOND_HALF),
    ("2025 жылғы екінші жартыжылдық", SECOND_HALF),
    ("2025", YEAR),
    ("2025 г.", YEAR),
    ("2025 жыл ішінде", None),
    ("2026–2028 гг.", term("2026-01-01", "2028-12-31")),
    ("2026 мен 2028 жылдар", term("2026-01-01", "2028-12-31")),
    ("май 2025", MAY),
    ("05.2025", MAY),
    ("2025-05", MAY),
    ("2025 жылғы мамырда", MAY),
    ("май–июнь 2025", MAY_JUNE),
    ("с мая по июнь 2025 года", MAY_JUNE),
    ("2025-05-15", DAY),
    ("15.05.2025", DAY),
    ("15/5/2025", DAY),
    ("15 мая 2025 года", DAY),
    ("до 15 мая 2025 г.", DAY),
    ("2025 жылғы 15 мамырға дейін", DAY),
    ("01.05.2025 - 30.06.2025", MAY_JUNE),
    ("2025-05-01 – 2025-06-30", MAY_JUNE),
    ("1 мая – 30 июня 2025 года", MAY_JUNE),
    ("1–31 мая 2025", MAY),
    ("2025 жылғы 1 мамырдан бастап 30 маусымға дейін", MAY_JUNE),
    ("from 1 May to 30 June 2025", MAY_JUNE),
    ("", None),
    ("-", None),
    ("I тоқсан", None),
    ("V квартал 2025", None),
    ("5 квартал 2025", None),
    ("0 квартал 2025", None),
    ("3 полугодие 2025", None),
    ("I–II 2025", None),
    ("тоқсан 2025", None),
    ("1 2025", None),
    ("31.02.2025", None),
    ("15.13.2025", None),
    ("2025-00-10", None),
    ("0000", None),
    ("25", None),
    ("I II квартал 2025", None),
    ("2025 2026", None),
    ("май июнь 2025", None),
    ("2025–2026–2027", None),
    ("после подписания", None),
    ("2025 жылы, мүмкіндігінше", None),
    ("²", None),
    ("1" * 500, None),
]


@pytest.mark.parametrize(("text", "days"), WRITTEN)
def test_terms_that_people_write(text: str, days: Term | None) -> None:
    """What is certain is read; of anything else nothing is guessed."""
    assert read_term(text) == days


@pytest.mark.parametrize("language", Language)
def test_what_is_printed_is_read_again(language: Language) -> None:
    """Every phrase of a plan, for every term of two years by months, means its days."""
    starts = [date(2025 + month // 12, month % 12 + 1, 1) for month in range(25)]
    ends = [start - timedelta(days=1) for start in starts[1:]]
    terms = [Term(a, b) for a in starts for b in ends if a <= b]
    terms += [Term(day, day) for day in ends]
    terms += [Term(date(2026, 5, 3), date(2027, 2, 28))]
    assert [read_term(term_phrase(days, language)) for days in terms] == terms
