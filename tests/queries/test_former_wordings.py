"""Rows of amended plans, read as of a day before their last amendments."""

import json
from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from jospar.queries.carried_rows import CarriedRow, carried_rows, plans_in_force
from jospar.queries.in_force import in_force
from jospar.records.models import Revision
from jospar.rules.core.nouns import Changes, Procedure, Text
from tests.queries.made_amended import (
    AGREED_ON,
    add,
    agreed_plan,
    december,
    instruct,
    make,
    remove,
    stage,
)
from tests.rules.made import CURRENT, RULES, YEAR, wording

pytestmark = pytest.mark.django_db
TITLE = Text("Жаңа келісім", "Новое соглашение")
RETITLED = Changes(title_kk=TITLE.kk, title_ru=TITLE.ru)
NOTED = Changes(note_kk="Сапарға", note_ru="К визиту")
LATER = Changes(note_kk="Кездесуге", note_ru="К встрече")


def amended_often() -> None:
    """Let C-1 change thrice and C-2 leave; N-1 comes and changes."""
    agreed_plan()
    for number, on in (("1", 9), ("2", 11), ("3", 13), ("4", 16)):
        instruct(number, on)
    stage("1", 9, changes=NOTED)
    add("1", 9, "N-1")
    make("1", 9)
    stage("2", 11, changes=RETITLED)
    stage("2", 11, key="N-1", changes=RETITLED)
    make("2", 11)
    stage("3", 13, changes=LATER, procedure=Procedure.APPROVAL)
    make("3", 13)
    remove("4", 16, "C-2")
    make("4", 16)


def rows(day: date) -> dict[str, CarriedRow]:
    """Return the rows on that day by their keys."""
    return {row.key: row for row in carried_rows(day)}


def printed(day: date) -> dict[str, tuple[str, str]]:
    """Return titles and notes in Kazakh as the revision in force printed them."""
    number = in_force(RULES, YEAR, CURRENT, day).revision
    assert number is not None
    kept = json.loads(
        Revision.objects.get(plan_id="2024.current", number=number).content
    )
    return {
        row["concept"]: (row["cells"]["kk"][2], row["cells"]["kk"][5])
        for group in kept["groups"]
        for row in group["rows"]
    }


@pytest.mark.parametrize("day", range(2, 21))
def test_rows_read_as_the_revision_in_force_printed_them(day: int) -> None:
    """On every day, whatever was changed since."""
    amended_often()
    found = {
        key: (row.wording.title.kk, row.wording.note.kk)
        for key, row in rows(december(day)).items()
    }
    assert found == printed(december(day))


def test_each_change_from_its_day_on() -> None:
    """A cell that no later amendment changed stands as the ones before left it."""
    amended_often()
    read = [rows(december(day))["C-1"] for day in (8, 9, 11, 13)]
    assert [one.wording.note.ru for one in read] == [
        *("", "К визиту", "К визиту", "К встрече")
    ]
    agreed = wording().title
    assert [one.wording.title for one in read] == [agreed, agreed, TITLE, TITLE]
    assert [one.wording.procedure for one in read] == [
        *[wording().procedure] * 3,
        Procedure.APPROVAL,
    ]
    assert [one.amended_on for one in read] == [
        None,
        december(9),
        december(11),
        december(13),
    ]


def test_an_added_row_reads_as_it_came() -> None:
    """Until it is changed itself."""
    amended_often()
    assert rows(december(9))["N-1"].wording.title != TITLE
    assert rows(december(11))["N-1"].wording.title == TITLE
    assert "N-1" not in rows(december(8))
    assert [
        rows(december(9))["N-1"].amended_on,
        rows(december(8))["C-2"].amended_on,
    ] == [
        december(9),
        None,
    ]


def test_one_more_query_for_a_day_before_amendments(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    """Today it takes none."""
    amended_often()
    plans = plans_in_force(AGREED_ON)
    with django_assert_num_queries(7):
        carried_rows(december(20), plans)
    with django_assert_num_queries(8):
        carried_rows(AGREED_ON, plans)
