"""The inbox on the desk."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from jospar.notices.inbox import inbox, mark_read, unread_count
from tests.notices.made_notices import at, notice

pytestmark = pytest.mark.django_db
NOW = at(date(2024, 10, 7)).now()


def test_the_newest_stands_first_in_the_language_asked_for(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    """It says what happened, and leads to what it is about, in one query."""
    for key in ("1", "2", "3"):
        notice("a", key)
    last = notice("a", "4", kind="plan_agreed", parameters=PLAN)
    notice("b")
    with django_assert_num_queries(1):
        items = inbox("a", "ru", 2)
    assert [(item.id, item.text, item.path) for item in items] == [
        (
            last.pk,
            "Президент согласовал перспективный план 2 декабря 2024 года.",
            "/ru/2024/long-term/",
        ),
        (
            last.pk - 1,
            "Концепция «Соглашение о торговле» поступила с опозданием и возвращена без "
            "рассмотрения 3 октября 2024 года.",
            "/ru/2024/concepts/7/",
        ),
    ]


PLAN = {"plan": "long_term", "on": "2024-12-02"}


def test_reading() -> None:
    """What was read is not unread, and nobody reads for another."""
    first, second = notice("a", "1"), notice("a", "2")
    other = notice("b", "1")
    assert (mark_read("a", NOW, [first.pk, other.pk]), unread_count("a")) == (1, 1)
    assert (mark_read("a", NOW), unread_count("a"), unread_count("b")) == (1, 0, 1)
    assert (mark_read("a", NOW), second.pk) == (0, first.pk + 1)


@pytest.mark.parametrize(
    ("kind", "parameters", "path"),
    [
        (
            "none_filed",
            {"body": {"kk": "М", "ru": "М"}, "on": "2024-09-20"},
            "answers/",
        ),
        ("plan_to_commission", PLAN, "commission/"),
        ("plan_to_president", PLAN, "president/"),
        ("plan_received", PLAN, ""),
        ("day_before", {"due": "2024-10-24", "gist": {"kk": "Мерзім."}}, ""),
    ],
)
def test_where_notices_lead(
    kind: str, parameters: dict[str, object], path: str
) -> None:
    """Each leads to a page that its reader's office sees."""
    notice("a", kind=kind, parameters=parameters)
    assert inbox("a", "kk")[0].path == f"/kk/2024/{path}"


def test_a_title_that_exists_in_one_language() -> None:
    """Its only language is better than nothing."""
    title = {"kk": "", "ru": "Соглашение"}
    notice("a", kind="to_place", parameters={"concept": 7, "title": title})
    texts = [inbox("a", language)[0].text for language in ("kk", "en")]
    assert ["«Соглашение»" in texts[0], "“Соглашение”" in texts[1]] == [True, True]


def test_earlier_notices_follow_those_that_were_seen() -> None:
    """The page goes on where it ended."""
    first, second, third = (notice("a", key) for key in ("1", "2", "3"))
    assert [item.id for item in inbox("a", "ru", 2)] == [third.pk, second.pk]
    assert [item.id for item in inbox("a", "ru", 2, second.pk)] == [first.pk]
    assert inbox("a", "ru", 2, first.pk) == []


@pytest.mark.parametrize(
    ("language", "languages"), [("kk", ["kk"]), ("ru", ["ru"]), ("en", ["en", "kk"])]
)
def test_a_name_in_another_language_is_a_part_of_its_own(
    language: str, languages: list[str]
) -> None:
    """A title has no English; the rest of the sentence is in the reader's language."""
    notice("a")
    (item,) = inbox("a", language)
    assert list(dict.fromkeys(part.language for part in item.parts)) == languages
    assert item.text == "".join(part.text for part in item.parts)
    assert item.text[0].isupper() or item.text[0] == "«"
