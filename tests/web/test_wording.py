"""Names and days as the pages write them."""

from datetime import date

from jospar.rules.core.forms import Body
from jospar.rules.core.nouns import Text
from jospar.web.wording import Name, body_name, breakable, brief_day, short_day

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
