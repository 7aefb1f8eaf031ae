"""Titles that an earlier version folded otherwise are found by their words again."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from jospar.procedure.replay import check_records
from jospar.records.models import Concept, TitleWords, Treaty
from jospar.records.title_search import counts, with_words
from jospar.rules.core.nouns import Text
from tests.queries.made_record import open_cycle, submit
from tests.rules import made

pytestmark = pytest.mark.django_db(databases=["default", "past"])

MIGRATION = import_module("jospar.records.migrations.0020_fold_titles_anew")
HYPHENED = Text("Әуе қаты\xadнасы туралы", "О воз\xadдуш\u200bном сообщении")
FORMER = ("ауе каты насы туралы", "о воз душ ном сообщении")
NOW = ("ауе катынасы туралы", "о воздушном сообщении")


def folded() -> list[tuple[str, str]]:
    """Return the words that are kept, in the order of their concepts."""
    words = TitleWords.objects.order_by("number")
    return list(words.values_list("words_kk", "words_ru"))


def migrate() -> None:
    """Fold the titles anew."""
    MIGRATION.fold_anew(apps, connection.SchemaEditorClass(connection))


def test_a_title_that_was_kept_with_soft_hyphens() -> None:
    """Its words are whole, the index has them, and the journal proves the record."""
    open_cycle()
    number = submit("C-1", wording=made.wording(title=HYPHENED))
    assert folded() == [NOW]
    TitleWords.objects.update(words_kk=FORMER[0], words_ru=FORMER[1])
    assert counts(["катынасы", "насы"]) == {"насы": 1}
    check_records()
    for _again in range(2):
        migrate()
        assert folded() == [NOW]
        assert counts(["катынасы", "насы"]) == {"катынасы": 1}
        assert [one.number for one in with_words([["воздушном"]])] == [number]
    check_records()


def test_a_listed_treaty() -> None:
    """Its titles are folded anew alike."""
    TitleWords.objects.create(number=-1, words_kk=FORMER[0], words_ru=FORMER[1])
    Treaty.objects.create(
        number=-1, title_kk=HYPHENED.kk, title_ru=HYPHENED.ru, digest="0"
    )
    migrate()
    assert folded() == [NOW]


def test_words_of_another_title_stay() -> None:
    """What a row of a plan or a treaty is called now is not overwritten."""
    open_cycle()
    submit("C-1", wording=made.wording(title=HYPHENED))
    submit("C-2")
    TitleWords.objects.filter(number=Concept.objects.get(key="C-1").entry).update(
        words_kk=f"{FORMER[0]} спорт", words_ru=FORMER[1]
    )
    before = folded()
    migrate()
    assert folded() == before
