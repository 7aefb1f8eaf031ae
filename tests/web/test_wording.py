"""Names and days as the pages write them."""

from datetime import date

from jospar.rules.core.forms import Body
from jospar.rules.core.nouns import Text
from jospar.web.texts import Texts
from jospar.web.wording import (
    Name,
    body_name,
    breakable,
    brief_day,
    paragraph_phrase,
    paragraph_short,
    short_day,
)

BODY = Body("trade", Text("Сауда министрлігі", "Министерство торговли"), 1, "Trade")


def test_a_body_is_named_in_the_language_asked_for() -> None:
    """Without an English name it keeps its Kazakh one, and says so."""
    nameless = Body("trade", BODY.name, 1)
    assert body_name(BODY, "kk") == Name("Сауда министрлігі", "kk")
    assert body_name(BODY, "ru") == Name("Министерство торговли", "ru")
    assert body_name(BODY, "en") == Name("Trade", "en")
    assert body_name(nameless, "en") == Name("Сауда министрлігі", "kk")


def test_a_day_is_written_as_people_write_it() -> None:
    """Its year stands only where it is not understood."""
    day = date(2024, 9, 25)
    assert [short_day(day, language) for language in ("kk", "ru", "en")] == [
        "25 қыркүйек",
        "25 сентября",
        "25 September",
    ]
    assert brief_day(day, 2024, "ru") == "25 сентября"
    assert brief_day(day, 2023, "ru") == "25 сентября 2024 года"


def test_only_long_words_of_a_heading_may_be_broken() -> None:
    """A short one stays whole."""
    assert (
        breakable("Предполагаемые сроки")
        == "Пред\u00adпо\u00adла\u00adгае\u00adмые сроки"
    )


def test_a_paragraph_and_a_part_of_one() -> None:
    """A part is named with its paragraph, in the order of the language."""
    said = [
        (paragraph_phrase(t, number), paragraph_short(t, number))
        for t in map(Texts, ("kk", "ru", "en"))
        for number in ("8", "16 1)")
    ]
    assert said == [
        ("8-тармақ", "8-т."),
        ("16-тармақтың 1) тармақшасы", "16-т. 1) тш."),
        ("пункт 8", "п. 8"),
        ("подпункт 1) пункта 16", "пп. 1) п. 16"),
        ("paragraph 8", "¶ 8"),
        ("subparagraph 1) of paragraph 16", "¶ 16 1)"),
    ]
