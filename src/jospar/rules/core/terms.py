"""Days and terms in the words of officials: the fourth and fifth cells of a form."""

from collections.abc import Mapping
from datetime import date, timedelta

from .nouns import Language, Procedure, Term, Wording

MONTHS: Mapping[str, tuple[str, ...]] = {
    Language.KK: (
        "қаңтар",
        "ақпан",
        "наурыз",
        "сәуір",
        "мамыр",
        "маусым",
        "шілде",
        "тамыз",
        "қыркүйек",
        "қазан",
        "қараша",
        "желтоқсан",
    ),
    Language.RU: (
        "январь",
        "февраль",
        "март",
        "апрель",
        "май",
        "июнь",
        "июль",
        "август",
        "сентябрь",
        "октябрь",
        "ноябрь",
        "декабрь",
    ),
    Language.EN: (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}
"""The months as they are called alone."""

GENITIVE: Mapping[str, tuple[str, ...]] = {
    **MONTHS,
    Language.RU: (
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ),
}
"""The months as they are called after a day."""

DAY: Mapping[str, str] = {
    Language.KK: "{year} жылғы {day} {month}",
    Language.RU: "{day} {month} {year} года",
    Language.EN: "{day} {month} {year}",
}
MONTH: Mapping[str, str] = {
    Language.KK: "{year} жылғы {month}",
    Language.RU: "{month} {year} года",
    Language.EN: "{month} {year}",
}
QUARTER: Mapping[str, str] = {
    Language.KK: "{year} жылғы {first} тоқсан",
    Language.RU: "{first} квартал {year} года",
    Language.EN: "{first} {year}",
}
QUARTERS: Mapping[str, str] = {
    Language.KK: "{year} жылғы {first}–{last} тоқсан",
    Language.RU: "{first}–{last} кварталы {year} года",
    Language.EN: "{first}–{last} {year}",
}
HALF: Mapping[str, str] = {
    Language.KK: "{year} жылғы {half} жартыжылдық",
    Language.RU: "{half} полугодие {year} года",
    Language.EN: "{half} half of {year}",
}
YEAR: Mapping[str, str] = {
    Language.KK: "{year} жыл",
    Language.RU: "{year} год",
    Language.EN: "{year}",
}
YEARS: Mapping[str, str] = {
    Language.KK: "{year}–{last} жылдар",
    Language.RU: "{year}–{last} годы",
    Language.EN: "{year}–{last}",
}

ROMAN = ("I", "II", "III", "IV")
QUARTER_NAMES: Mapping[str, tuple[str, ...]] = {
    Language.KK: ROMAN,
    Language.RU: ROMAN,
    Language.EN: ("Q1", "Q2", "Q3", "Q4"),
}
HALF_NAMES: Mapping[str, tuple[str, ...]] = {
    Language.KK: ROMAN[:2],
    Language.RU: ROMAN[:2],
    Language.EN: ("first", "second"),
}

PROCEDURES: Mapping[str, Mapping[Procedure, str]] = {
    Language.KK: {
        Procedure.NONE: "талап етілмейді",
        Procedure.RATIFICATION: "ратификациялау",
        Procedure.APPROVAL: "бекіту",
        Procedure.ACCEPTANCE: "қабылдау",
        Procedure.ACCESSION: "қосылу",
    },
    Language.RU: {
        Procedure.NONE: "не требуются",
        Procedure.RATIFICATION: "ратификация",
        Procedure.APPROVAL: "утверждение",
        Procedure.ACCEPTANCE: "принятие",
        Procedure.ACCESSION: "присоединение",
    },
    Language.EN: {
        Procedure.NONE: "not required",
        Procedure.RATIFICATION: "ratification",
        Procedure.APPROVAL: "approval",
        Procedure.ACCEPTANCE: "acceptance",
        Procedure.ACCESSION: "accession",
    },
}


def day_phrase(day: date, language: str) -> str:
    """Return ``day`` as officials write it: ``15 мая 2025 года``."""
    return DAY[language].format(
        year=day.year, month=GENITIVE[language][day.month - 1], day=day.day
    )


def quarter_name(quarter: int, language: str) -> str:
    """Return what a quarter is called without its year: ``I``, in English ``Q1``."""
    return QUARTER_NAMES[language][quarter - 1]


def quarter_phrase(year: int, quarter: int, language: str) -> str:
    """Return a quarter as officials write it: ``I квартал 2025 года``."""
    return QUARTER[language].format(year=year, first=quarter_name(quarter, language))


def term_phrase(term: Term, language: str) -> str:
    """Return the shortest exact phrase for the days of ``term`` ("plans.forms")."""
    first, last = term.first_day, term.last_day
    if first == last:
        return day_phrase(first, language)
    if first.day == 1 and (last + timedelta(days=1)).day == 1:
        if first.year == last.year:
            phrase = _months(first.year, first.month, last.month, language)
        else:
            phrase = _years(first, last, language)
        if phrase:
            return phrase
    return f"{first:%d.%m.%Y} – {last:%d.%m.%Y}"


def procedure_phrase(wording: Wording, language: str) -> str:
    """Return the cell of the domestic procedures; half a term counts as none."""
    procedure = PROCEDURES[language][wording.procedure]
    first, last = wording.procedure_from, wording.procedure_to
    if wording.procedure is Procedure.NONE or first is None or last is None:
        return procedure
    return f"{term_phrase(Term(first, last), language)} ({procedure})"


def _months(year: int, first: int, last: int, language: str) -> str:
    """Name whole months of a year, ``first`` to ``last``; empty where none fits."""
    if first == last:
        return MONTH[language].format(year=year, month=MONTHS[language][first - 1])
    if (first, last) == (1, 12):
        return YEAR[language].format(year=year)
    if first % 6 == 1 and last == first + 5:
        return HALF[language].format(year=year, half=HALF_NAMES[language][first // 6])
    if first % 3 == 1 and last % 3 == 0:
        names = QUARTER_NAMES[language][first // 3 : last // 3]
        phrase = (QUARTER if len(names) == 1 else QUARTERS)[language]
        return phrase.format(year=year, first=names[0], last=names[-1])
    return ""


def _years(first: date, last: date, language: str) -> str:
    """Name whole years; empty where the months are not whole years."""
    if (first.month, last.month) != (1, 12):
        return ""
    return YEARS[language].format(year=first.year, last=last.year)
