"""The fields that the forms of acts have."""

from typing import Any

import pytest

from jospar.rules.core.act import Act
from jospar.rules.core.nouns import Language
from jospar.rules.registry import ACTS, BY_CODE
from jospar.web.acts.fields import Field, FieldKind, fields_of
from jospar.web.acts.form import choice_key
from jospar.web.texts import table

FORMS = {"kk", "ru", "en"}


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.code)
def test_every_field_of_every_act_has_its_words(act: Act[Any, Any]) -> None:
    """A form never shows the name that a field has in the program."""
    fields = fields_of(act.filing)
    assert len({field.name for field in fields}) == len(fields)
    assert [
        field.label for field in fields if f"field.{field.label}" not in table()
    ] == []


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.code)
def test_every_act_has_its_words(act: Act[Any, Any]) -> None:
    """An act has a name for its button and one once done, and says what it will do."""
    key = act.code.replace(".", "_")
    assert {f"act.{key}", f"act_was.{key}", f"act_does.{key}"} <= table().keys()


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.code)
def test_every_choice_has_its_words(act: Act[Any, Any]) -> None:
    """A choice is shown by what people call it; offices by the table's names."""
    keys = {
        choice_key(field.of, value)
        for field in fields_of(act.filing)
        for value in field.choices
        if field.name != "office"
    }
    assert keys - table().keys() == set()


def test_a_text_is_two_fields_and_a_term_two_days() -> None:
    """What has two languages or two ends is laid flat, under the record's names."""
    fields = {
        field.name: field
        for field in fields_of(BY_CODE["intake.submit_concept"].filing)
    }
    assert fields["title_ru"] == Field(
        name="title_ru",
        path=("wording", "title", "ru"),
        kind=FieldKind.TEXT,
        of=str,
        needed=False,
        language=Language.RU,
    )
    ends = [fields[name].path for name in ("conclude_from", "conclude_to")]
    assert ends == [
        ("wording", "conclude", "first_day"),
        ("wording", "conclude", "last_day"),
    ]


@pytest.mark.parametrize(
    ("act", "name", "kind", "needed"),
    [
        ("review.conclude", "expedient", FieldKind.FLAG, True),
        ("review.conclude", "number", FieldKind.LINE, True),
        ("review.conclude", "on", FieldKind.DAY, True),
        ("intake.report_none", "received_at", FieldKind.MOMENT, True),
        ("reference.open_cycle", "year", FieldKind.NUMBER, True),
        ("reference.order_bodies", "codes", FieldKind.LIST, True),
        ("drafting.place", "plan", FieldKind.CHOICE, True),
        ("drafting.place", "reason", FieldKind.TEXT, False),
        ("drafting.settle", "level", FieldKind.CHOICE, False),
        ("reference.appoint", "last_day", FieldKind.DAY, False),
    ],
)
def test_a_field_is_filled_in_by_its_type(
    act: str, name: str, kind: FieldKind, needed: bool
) -> None:
    """A field with no default is needed; one that may be None is not."""
    field = next(one for one in fields_of(BY_CODE[act].filing) if one.name == name)
    assert (field.kind, field.needed) == (kind, needed)


def test_a_label_leaves_the_language_out() -> None:
    """The two fields of a text are called the same, with their language beside it."""
    fields = fields_of(BY_CODE["review.conclude"].filing)
    labels = [field.label for field in fields if field.language]
    assert labels == ["reasons", "reasons"]


@pytest.mark.parametrize(
    ("act", "label"),
    [
        ("reference.appoint", "name"),
        ("reference.list_body", "called"),
        ("carrying_out.record_signing", "called"),
        ("carrying_out.record_name", "called"),
        ("carrying_out.correct_name", "called"),
    ],
)
def test_a_treaty_is_called_and_a_person_has_a_name(act: str, label: str) -> None:
    """The words of a person's name stand at no treaty and no body."""
    fields = fields_of(BY_CODE[act].filing)
    labels = {one.label for one in fields if one.name in {"name", "name_kk", "name_ru"}}
    assert labels == {label}
