"""Further fields of a concept, as a ruleset states them."""

from typing import Any

import pytest

from jospar.rules.core.further import (
    Field,
    FieldKind,
    cells_of,
    fields_from,
    missing_cells,
    with_changes,
)

pytestmark = pytest.mark.provision("concepts.fields")
NAMED = {"kk": "Қаржы", "ru": "Финансы", "en": "Money"}


def table(code: str = "budget", kind: str = "text", **others: Any) -> dict[str, Any]:
    """Return a table of a ruleset that states a field."""
    return {"code": code, "kind": kind, "label": NAMED, "help": NAMED, **others}


def field(**changes: Any) -> Field:
    """Return the field that a table states."""
    return next(iter(fields_from([table(**changes)]).values()))


def test_a_field_of_one_language() -> None:
    """A field has its code, its kind and its texts, and one cell of its own name."""
    found = field()
    assert found == Field("budget", FieldKind.TEXT, NAMED, NAMED, False, False, {})
    assert found.cells == ("budget",)


def test_a_field_of_both_languages() -> None:
    """It has a cell for each language."""
    found = field(kind="long_text", both_languages=True, required=True)
    assert found.cells == ("budget_kk", "budget_ru")
    assert cells_of([found]) == {"budget_kk": found, "budget_ru": found}


@pytest.mark.parametrize(
    ("kind", "takes", "refuses"),
    [
        ("text", ["", "x", "12"], []),
        ("long_text", ["", "x\ny"], []),
        ("number", ["0", "-3", "1.5", "1,5"], ["", "x", "1.", "1e3", "1 000", "٣x"]),
        ("day", ["2025-03-01"], ["", "2025-02-30", "01.03.2025", "20250301"]),
        ("choice", ["own"], ["", "Own", "other"]),
    ],
)
def test_what_a_field_takes(kind: str, takes: list[str], refuses: list[str]) -> None:
    """A number, a day and a choice take what is one; a text takes everything."""
    options = [{"code": "own", "label": NAMED}] if kind == "choice" else []
    found = field(kind=kind, option=options)
    values = [*takes, *refuses]
    assert [value for value in values if found.takes(value)] == takes


@pytest.mark.parametrize(
    ("tables", "why"),
    [
        ([table(code="Budget")], "“Budget” is not a name of a field"),
        ([table(kind="number", both_languages=True)], "budget: only a text stands in"),
        ([table(kind="choice")], "budget: a choice has options"),
        ([table(option=[{"code": "a", "label": NAMED}])], "budget: a choice has"),
        ([table(kind="money")], "'money' is not a valid FieldKind"),
        ([table(help={"kk": "x"})], "a text lacks ru, en"),
        ([table(), table()], "two fields have one name"),
        (
            [table(both_languages=True), table(code="budget_kk")],
            "two fields have one name: budget_kk, budget_kk, budget_ru",
        ),
    ],
)
def test_fields_that_are_not_in_order(tables: list[dict[str, Any]], why: str) -> None:
    """The first thing that is not in order is told."""
    with pytest.raises(ValueError, match=f"^{why}"):
        fields_from(tables)


@pytest.mark.parametrize(
    ("required", "both", "further", "missing"),
    [
        (False, False, {}, []),
        (True, False, {}, ["budget"]),
        (True, False, {"budget": ""}, ["budget"]),
        (True, False, {"budget": "5"}, []),
        (False, True, {}, []),
        (False, True, {"budget_kk": "5"}, ["budget_ru"]),
        (False, True, {"budget_kk": "5", "budget_ru": "5"}, []),
        (True, True, {}, ["budget_kk", "budget_ru"]),
        (True, True, {"budget_ru": "5"}, ["budget_kk"]),
    ],
)
def test_missing_cells(
    required: bool, both: bool, further: dict[str, str], missing: list[str]
) -> None:
    """What is required is filled in, what is begun stands in both languages."""
    found = field(required=required, both_languages=both)
    assert [cell for cell, _field in missing_cells([found], further)] == missing


def test_changes_fill_cells_in() -> None:
    """An empty cell changes nothing, a filled one is put in."""
    before = {"budget": "5", "source": "own"}
    changes = {"budget": "", "source": "loan", "day": "2025-03-01"}
    assert with_changes(before, changes) == {
        "budget": "5",
        "source": "loan",
        "day": "2025-03-01",
    }
