"""On what an agreed plan changes, as documents say it in both languages."""

from collections.abc import Mapping
from datetime import date

from jospar.rules.amendment.nouns import InstructedBy
from jospar.rules.core.forms import FORM_LANGUAGES
from jospar.rules.core.nouns import Text
from jospar.rules.core.terms import day_phrase

_INSTRUCTION: Mapping[InstructedBy, Text] = {
    InstructedBy.PRESIDENT: Text(
        "Қазақстан Республикасы Президентінің тапсырмасы, {day}, № {number}",
        "поручение Президента Республики Казахстан, {day}, № {number}",
    ),
    InstructedBy.HEAD_OF_ADMINISTRATION: Text(
        "Қазақстан Республикасының Президенті Әкімшілігі Басшысының тапсырмасы, "
        "{day}, № {number}",
        "поручение Руководителя Администрации Президента Республики Казахстан, "
        "{day}, № {number}",
    ),
}
_DECISION = Text(
    "Комиссияның шешімі, {day}, № {number}", "решение Комиссии, {day}, № {number}"
)
_CONSENT = Text(
    "Қазақстан Республикасының Президенті Әкімшілігінің келісімі, {day}, № {number}",
    "согласие Администрации Президента Республики Казахстан, {day}, № {number}",
)


def instruction_said(by: InstructedBy, on: date, number: str) -> Text:
    """Return an instruction with whose it is, its day and its number."""
    return _said(_INSTRUCTION[by], on, number)


def decision_said(on: date, number: str, consent: tuple[date, str] | None) -> Text:
    """Return the Commission's decision, and the consent once it was given."""
    decided = _said(_DECISION, on, number)
    if consent is None:
        return decided
    consented = _said(_CONSENT, *consent)
    return Text(f"{decided.kk}; {consented.kk}", f"{decided.ru}; {consented.ru}")


def _said(words: Text, on: date, number: str) -> Text:
    kk, ru = (
        words[language].format(day=day_phrase(on, language), number=number)
        for language in FORM_LANGUAGES
    )
    return Text(kk, ru)
