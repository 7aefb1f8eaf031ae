"""Terms typed by hand are read exactly, or guessed with reasons, or not at all."""

from datetime import date, timedelta

import pytest

from jospar.rules.core.hand_terms import (
    HandTerm,
    Reason,
    read_hand_term,
    term_languages,
)
from jospar.rules.core.nouns import Language, Term
from jospar.rules.core.terms import term_phrase


def days(first: str, last: str = "") -> Term:
    """Return the term from one day of 2024 to another, or a single day."""
    year = "2024-"
    return Term(*(date.fromisoformat(year + day) for day in (first, last or first)))


YEAR = days("01-01", "12-31")
FIRST, SECOND = days("01-01", "03-31"), days("04-01", "06-30")
THIRD, FOURTH = days("07-01", "09-30"), days("10-01", "12-31")
HALF = days("01-01", "06-30")
MAY, MAY_JUNE = days("05-01", "05-31"), days("05-01", "06-30")

EXACT = [
    ("II кв. 2024 г.", SECOND),
    ("II-кв. 2024", SECOND),
    ("II кв., 2024", SECOND),
    ("2024г. 3 кв", THIRD),
    ("2 кв-л 2024", SECOND),
    ("1-квартал 2024 года", FIRST),
    ("2024 ж. 2-тоқсан", SECOND),
    ("2024 жылғы ІІ-ші тоқсан", SECOND),
    ("II и III кварталы 2024", days("04-01", "09-30")),
    ("1-е полугодие 2024", HALF),
    ("1 п/г 2024", HALF),
    ("1 полуг. 2024", HALF),
    ("2024 жылдың 1 жартыжылдығы", HALF),
    ("в течение 2024 года", YEAR),
    ("2024 жыл ішінде", YEAR),
    ("2024 г.г.", YEAR),
    ("в мае 2024", MAY),
    ("май2024", MAY),
    ("май месяц 2024 г.", MAY),
    ("май-июнь 2024", MAY_JUNE),
    ("2024 ж. мамыр-маусым", MAY_JUNE),
    ("с 1 мая до 30 июня 2024", MAY_JUNE),
    ("01.05.2024-30.06.2024", MAY_JUNE),
    ("01.05.2024 г. - 30.06.2024 г.", MAY_JUNE),
    ("1 қыркүйек 2024 ж.", days("09-01")),
]

GUESSED = [
    ("до конца 2024 года", YEAR, [Reason.UNTIL]),
    ("2024 жылдың соңына дейін", YEAR, [Reason.UNTIL]),
    ("до 15 мая 2024 г.", days("01-01", "05-15"), [Reason.UNTIL]),
    ("до июня 2024", HALF, [Reason.UNTIL]),
    ("2024 жылғы 15 мамырға дейін", days("01-01", "05-15"), [Reason.UNTIL]),
    ("не позднее 1 июня 2024", days("01-01", "06-01"), [Reason.HEDGED, Reason.UNTIL]),
    ("I кв. 2024 (по согласованию)", FIRST, [Reason.HEDGED]),
    ("ориентировочно май 2024", MAY, [Reason.HEDGED]),
    ("шамамен 2024 жылғы мамыр", MAY, [Reason.HEDGED]),
    ("II, III кв. 2024", days("04-01", "09-30"), [Reason.LISTED]),
    ("май, июнь 2024 г.", MAY_JUNE, [Reason.LISTED]),
    ("II/2024", SECOND, [Reason.LISTED]),
    ("2024/2024 гг.", YEAR, [Reason.LISTED]),
    ("11 кв. 2024", SECOND, [Reason.MISSPELT]),
    ("111 квартал 2024 г.", THIRD, [Reason.MISSPELT]),
    ("1V кв. 2024", FOURTH, [Reason.MISSPELT]),
    ("2024 жылғы маусм", days("06-01", "06-30"), [Reason.MISSPELT]),
    ("15.05.24", days("05-15"), [Reason.SHORT_YEAR]),
    ("май 24 г.", MAY, [Reason.SHORT_YEAR]),
    ("май 24", MAY, [Reason.SHORT_YEAR]),
    ("II квартал", SECOND, [Reason.NO_YEAR]),
    ("декабрь", days("12-01", "12-31"), [Reason.NO_YEAR]),
    ("начало 2024 г.", FIRST, [Reason.VAGUE]),
    ("середина 2024 года", days("04-01", "09-30"), [Reason.VAGUE]),
    ("конец 2024 года", FOURTH, [Reason.VAGUE]),
    ("осень 2024 г.", days("09-01", "11-30"), [Reason.VAGUE]),
    ("2024 жылдың көктемі", days("03-01", "05-31"), [Reason.VAGUE]),
]


@pytest.mark.parametrize(("text", "term"), EXACT)
def test_what_is_certain(text: str, term: Term) -> None:
    """What can mean but one thing is read without a reason to doubt."""
    assert read_hand_term(text) == HandTerm(term)


@pytest.mark.parametrize(("text", "term", "reasons"), GUESSED)
def test_what_is_guessed(text: str, term: Term, reasons: list[Reason]) -> None:
    """What is put right before it can be read has its reasons."""
    assert read_hand_term(text, (2024,)) == HandTerm(term, tuple(reasons))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "после подписания",
        "по мере готовности",
        "V квартал 2024",
        "2024 г. " * 50,
    ],
)
def test_what_says_no_days(text: str) -> None:
    """Of what names no days nothing is guessed."""
    assert read_hand_term(text, (2024,)) == HandTerm(None)


@pytest.mark.parametrize("years", [(), (2024, 2025, 2026)])
def test_a_year_is_taken_from_a_plan_of_one_year_only(years: tuple[int, ...]) -> None:
    """A quarter of a plan for several years may be in any of them."""
    assert read_hand_term("II квартал", years) == HandTerm(None)


@pytest.mark.parametrize("language", [Language.KK, Language.RU])
def test_what_plans_print_is_certain(language: Language) -> None:
    """Every phrase of a plan, for all terms of whole months, is read without doubt."""
    starts = [date(2025 + month // 12, month % 12 + 1, 1) for month in range(25)]
    ends = [start - timedelta(days=1) for start in starts[1:]]
    terms = [Term(a, b) for a in starts for b in ends if a <= b]
    terms += [Term(day, day) for day in ends]
    read = [read_hand_term(term_phrase(term, language)) for term in terms]
    assert read == [HandTerm(term) for term in terms]


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("2024 жылғы II тоқсан", {Language.KK}),
        ("мамыр 2024", {Language.KK}),
        ("II кв. 2024 г.", {Language.RU}),
        ("в мае 2024", {Language.RU}),
        ("2024 жыл / 2024 год", {Language.KK, Language.RU}),
        ("15.05.2024", set()),
    ],
)
def test_languages_of_terms(text: str, languages: set[Language]) -> None:
    """The words for times tell the language, numbers alone do not."""
    assert term_languages(text) == languages
