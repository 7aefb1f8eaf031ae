"""States by their names in three languages."""

import pytest

from jospar.web.writing.countries import counterparties_of, country_name, country_of


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("UZ", "UZ"),
        ("uz", "UZ"),
        ("Өзбекстан", "UZ"),
        ("озбекстан", "UZ"),
        ("Узбекистан", "UZ"),
        ("uzbekistan", "UZ"),
        ("EU", None),
        ("ЕврАзЭС", None),
        ("", None),
    ],
)
def test_a_state_is_known_by_its_code_and_its_names(
    typed: str, code: str | None
) -> None:
    """A union is no state, whatever code it has."""
    assert country_of(typed) == code


def test_who_is_named_once_is_named() -> None:
    """Others stand as they were typed."""
    assert counterparties_of("UZ\n\n Узбекистан \nЕврАзЭС\nЕврАзЭС") == (
        "UZ",
        "ЕврАзЭС",
    )


def test_a_state_has_its_name_in_each_language() -> None:
    """What is no code stays."""
    names = [country_name("UZ", language) for language in ("kk", "ru", "en")]
    assert names == ["Өзбекстан", "Узбекистан", "Uzbekistan"]
    assert country_name("ЕврАзЭС", "kk") == "ЕврАзЭС"


def test_an_organisation_has_its_name_in_each_language() -> None:
    """A name that is typed leads back to the code, in any language."""
    names = [country_name("ILO", language) for language in ("kk", "ru", "en")]
    assert names == [
        "Халықаралық еңбек ұйымы",
        "Международная организация труда",
        "International Labour Organization",
    ]
    assert counterparties_of("\n".join(names)) == ("ILO",)


def test_a_name_that_was_kept_is_read_in_each_language() -> None:
    """A workbook may have named a party in one of them."""
    names = [
        country_name("United Nations", language) for language in ("kk", "ru", "en")
    ]
    assert names == [
        "Біріккен Ұлттар Ұйымы",
        "Организация Объединенных Наций",
        "United Nations",
    ]
    assert country_name("Узбекистан", "kk") == "Өзбекстан"


def test_kyrgyzstan_is_called_as_kazakhstan_calls_it() -> None:
    """The other name that CLDR has is still understood."""
    assert country_name("KG", "ru") == "Кыргызстан"
    assert counterparties_of("Киргизия\nКыргызстан") == ("KG",)
