"""Who treaties are concluded with, by their names in three languages.

States are called as CLDR has them; what CLDR does not have, or has otherwise than
Kazakhstan writes it, stands here.
"""

from functools import cache

from babel import Locale

from jospar.rules.core.nouns import Language
from jospar.rules.core.titles import fold

_NO_STATES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
"""Codes of CLDR that stand for unions, for nothing known, or for tests."""

_OURS = {
    "CIS": (
        "Тәуелсіз Мемлекеттер Достастығы",
        "Содружество Независимых Государств",
        "Commonwealth of Independent States",
    ),
    "CICA": (
        "Азиядағы өзара іс-қимыл және сенім шаралары жөніндегі кеңестің Хатшылығы",
        "Секретариат Совещания по взаимодействию и мерам доверия в Азии",
        "CICA Secretariat",
    ),
    "EAEU": (
        "Еуразиялық экономикалық одақ",
        "Евразийский экономический союз",
        "Eurasian Economic Union",
    ),
    "EBRD": (
        "Еуропа қайта құру және даму банкі",
        "Европейский банк реконструкции и развития",
        "European Bank for Reconstruction and Development",
    ),
    "EurAsEC": (
        "Еуразиялық экономикалық қоғамдастық",
        "Евразийское экономическое сообщество",
        "Eurasian Economic Community",
    ),
    "IAEA": (
        "Атом энергиясы жөніндегі халықаралық агенттік",
        "Международное агентство по атомной энергии",
        "International Atomic Energy Agency",
    ),
    "IFC": (
        "Халықаралық қаржы корпорациясы",
        "Международная финансовая корпорация",
        "International Finance Corporation",
    ),
    "ILO": (
        "Халықаралық еңбек ұйымы",
        "Международная организация труда",
        "International Labour Organization",
    ),
    "KG": ("Қырғызстан", "Кыргызстан", "Kyrgyzstan"),
    "NIB": (
        "Солтүстік инвестициялық банк",
        "Северный инвестиционный банк",
        "Nordic Investment Bank",
    ),
    "SCO": (
        "Шанхай ынтымақтастық ұйымы",
        "Шанхайская организация сотрудничества",
        "Shanghai Cooperation Organisation",
    ),
    "Turkic Academy": (
        "Түркі академиясы",
        "Тюркская академия",
        "Turkic Academy",
    ),
    "UN": (
        "Біріккен Ұлттар Ұйымы",
        "Организация Объединенных Наций",
        "United Nations",
    ),
    "WHO": (
        "Дүниежүзілік денсаулық сақтау ұйымы",
        "Всемирная организация здравоохранения",
        "World Health Organization",
    ),
}
"""Names in Kazakh, Russian and English, by the code that they are written by."""


def country_name(party: str, language: str) -> str:
    """Return what the party is called, by its code or any name of it.

    What is no code and no name stays as it is.
    """
    code = country_of(party) or party
    if code in _OURS:
        return dict(zip(Language, _OURS[code], strict=True))[Language(language)]
    return _states(language).get(code, code)


def country_of(text: str) -> str | None:
    """Return the code of a party that is typed by its code or a name of it."""
    return _codes().get(fold(text))


def counterparties_of(text: str) -> tuple[str, ...]:
    """Return who is named, one on each line: codes, and names that have none."""
    lines = (line.strip() for line in text.splitlines())
    return tuple(dict.fromkeys(country_of(line) or line for line in lines if line))


@cache
def _states(language: str) -> dict[str, str]:
    territories: dict[str, str] = dict(Locale(language).territories)
    return {
        code: name
        for code, name in territories.items()
        if code.isalpha() and len(code) == 2 and code not in _NO_STATES  # noqa: PLR2004 - alpha-2
    }


@cache
def _codes() -> dict[str, str]:
    codes: dict[str, str] = {}
    for language in Language:
        for code, name in _states(language).items():
            codes |= {fold(code): code, fold(name): code}
    for code, names in _OURS.items():
        codes |= {fold(name): code for name in (code, *names)}
    return codes
