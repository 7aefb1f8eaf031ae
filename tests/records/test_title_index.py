"""The index of titles follows every way into the record."""

from typing import Any

import pytest
from django.db import connection

from jospar.procedure.replay import in_a_copy
from jospar.records import title_index
from jospar.records.models import Concept, TitleWords
from jospar.records.title_search import counts, vocabulary, with_words
from jospar.rules.commission.facts import RowOutcome
from jospar.rules.core.nouns import Text
from tests.queries.made_record import conclude, do, open_cycle, place, submit
from tests.rules import made
from tests.rules.made import CURRENT

pytestmark = pytest.mark.django_db(databases=["default", "past"])

TOURISM = Text("Туризм туралы келісім", "Соглашение о туризме")
SPORT = Text("Спорт туралы келісім", "Соглашение о спорте")


def titled(title: Text) -> dict[str, Any]:
    """Return the change of a concept's wording to ``title``."""
    return {"wording": made.wording(title=title)}


def found(*groups: list[str]) -> set[int]:
    """Return the entries that the index has for groups of words."""
    return set(with_words(groups).values_list("number", flat=True))


def test_titles_are_found_in_both_languages() -> None:
    """By any word of a group, and by one of each group."""
    open_cycle()
    tourism = submit("C-1", **titled(TOURISM))
    sport = submit("C-2", **titled(SPORT))
    assert found(["туризм"]) == {tourism}
    assert found(["туризме", "спорт"]) == {tourism, sport}
    assert found(["келисим"], ["спорте"]) == {sport}
    assert found(["туризм"], ["спорт"]) == set()


def test_words_are_counted_by_titles() -> None:
    """A word of both languages, or one that stands twice, is one of a title."""
    open_cycle()
    submit("C-1", **titled(Text("Спорт, спорт", "Спорт")))
    submit("C-2", **titled(SPORT))
    assert counts(["спорт", "туризм"]) == {"спорт": 2}
    assert counts([]) == {}
    assert vocabulary(6, 7) == {"спорте": 1, "туралы": 1, "келисим": 1}
    assert next(iter(vocabulary())) == "спорт"


def test_counting_stops_at_common_words() -> None:
    """A word that is common stays as common as it is."""
    open_cycle()
    submit("C-1", **titled(SPORT))
    with connection.cursor() as cursor:
        sql = f"UPDATE {title_index.COUNTS} SET titles = %s WHERE word = 'спорт'"  # noqa: S608 - names of our own
        cursor.execute(sql, [title_index.COMMON])
    submit("C-2", **titled(SPORT))
    TitleWords.objects.all().delete()
    assert counts(["спорт", "спорте"]) == {"спорт": title_index.COMMON}


def test_a_concept_is_found_as_it_reads_now() -> None:
    """A supplement, a settlement and the Commission each give it another title."""
    open_cycle()
    place("C-1")
    entry = Concept.objects.get().entry
    for filing in (
        made.supplement_concept(key="C-1", changes=_changes("Туризм", "Туризм")),
        made.settle(key="C-1", changes=_changes("Спорт", "Спорт")),
    ):
        do(filing)
        word = filing.changes.title_kk.lower()
        assert (found([word]), counts(["сауда", word])) == ({entry}, {word: 1})
    do(made.send_to_commission(plan=CURRENT))
    do(made.decide(plan=CURRENT))
    change = {"outcome": RowOutcome.CHANGE, "changes": _changes("Өнер", "Искусство")}
    do(made.decide_row(plan=CURRENT, key="C-1", **change))
    assert (found(["онер"], ["искусство"]), found(["спорт"])) == ({entry}, set())


def test_a_copy_of_the_record_has_its_index() -> None:
    """A journal that is taken over into another database is searched there."""
    open_cycle()
    entry = submit("C-1", **titled(TOURISM))
    conclude("C-1")
    known = vocabulary()
    with in_a_copy():
        assert (found(["туризме"]), vocabulary()) == ({entry}, known)


def test_the_index_can_be_filled_anew() -> None:
    """Whatever it said, it says then what the titles have."""
    open_cycle()
    entry = submit("C-1", **titled(TOURISM))
    known = vocabulary()
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {title_index.COUNTS} SET titles = 9")  # noqa: S608 - names of our own
    title_index.recount(connection)
    assert (found(["туризм"]), vocabulary()) == ({entry}, known)


def _changes(kk: str, ru: str) -> Any:
    return made.changes(title_kk=kk, title_ru=ru)
