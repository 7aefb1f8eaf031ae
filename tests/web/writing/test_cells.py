"""The cells of a draft."""

from dataclasses import replace
from datetime import date

import pytest

from jospar.rules.core.further import fields_from
from jospar.rules.core.offices import Actor, Office
from jospar.web.writing.cells import (
    cells_for,
    part_of,
    seen,
    term_cells,
    term_of,
    tidy,
    with_terms,
)
from tests.rules.made import RULES

FIRST, LAST = date(2025, 4, 1), date(2025, 6, 30)


@pytest.mark.parametrize(
    ("cells", "term"),
    [
        ({}, (None, None)),
        ({"first": "2025-2"}, (FIRST, LAST)),
        ({"last": "2025-2"}, (FIRST, LAST)),
        ({"first": "2025-2", "last": "2026-4"}, (FIRST, date(2026, 12, 31))),
        ({"first": "2025-5"}, (None, None)),
        ({"first": "x"}, (None, None)),
        ({"first": "2025-2", "by": "days"}, (None, None)),
        ({"by": "days", "from": "2025-04-01"}, (FIRST, None)),
        ({"by": "days", "from": "x", "to": "2025-06-30"}, (None, LAST)),
        ({"from": "2025-01-01", "first": "2025-2"}, (FIRST, LAST)),
    ],
)
def test_a_term_is_read_by_quarters_or_by_days(
    cells: dict[str, str], term: tuple[date | None, date | None]
) -> None:
    """One quarter alone is the whole term; days count where they are chosen."""
    named = {f"conclude_{name}": text for name, text in cells.items()}
    assert term_of(named, "conclude") == term
    assert term_of(named, "procedure") == (None, None)


@pytest.mark.parametrize(
    ("first", "last", "cells"),
    [
        (None, None, {}),
        (FIRST, LAST, {"first": "2025-2", "last": "2025-2"}),
        (FIRST, date(2026, 12, 31), {"first": "2025-2", "last": "2026-4"}),
        (FIRST, None, {"by": "days", "from": "2025-04-01", "to": ""}),
        (None, LAST, {"by": "days", "from": "", "to": "2025-06-30"}),
        (
            FIRST,
            date(2025, 6, 29),
            {"by": "days", "from": "2025-04-01", "to": "2025-06-29"},
        ),
    ],
)
def test_a_term_is_written_by_quarters_where_they_fit(
    first: date | None, last: date | None, cells: dict[str, str]
) -> None:
    """And read again it is the same."""
    written = term_cells("conclude", first, last)
    assert written == {f"conclude_{name}": text for name, text in cells.items()}
    assert term_of(written, "conclude") == (first, last)


def test_both_days_of_each_term() -> None:
    """Under the names that a filing has for them."""
    assert dict(with_terms({"conclude_first": "2025-2"})) == {
        "conclude_from": "2025-04-01",
        "conclude_to": "2025-06-30",
        "procedure_from": "",
        "procedure_to": "",
    }


def test_the_registrar_writes_what_stands_on_the_paper() -> None:
    """A body's own desk says itself who it is and when; fields follow the ruleset."""
    own = cells_for(Actor("a", Office.BODY_OFFICER, "trade"), RULES)
    paper = cells_for(Actor("a", Office.REGISTRAR), RULES)
    assert {*paper} - {*own} == {"body", "received_at", "sent_on"}
    label = {"kk": "Бюджет", "ru": "Бюджет", "en": "Budget"}
    table = {"code": "budget", "kind": "text", "label": label, "help": label}
    fields = fields_from([table | {"both_languages": True}])
    further = cells_for(
        Actor("a", Office.BODY_OFFICER, "trade"), replace(RULES, fields=fields)
    )
    assert further[len(own) :] == ("further.budget_kk", "further.budget_ru")


@pytest.mark.parametrize(
    ("cell", "part"),
    [
        ("title_kk", "title_kk"),
        ("procedure", "procedure"),
        ("procedure_last", "procedure_from"),
        ("conclude_to", "conclude_from"),
        ("proposers", "body"),
    ],
)
def test_where_a_cell_stands_on_the_page(cell: str, part: str) -> None:
    """Everything about a term stands together."""
    assert part_of(cell) == part


def test_line_ends_of_browsers_make_no_difference() -> None:
    """A text that came back unchanged is the one that was shown."""
    assert seen(tidy(" бір\r\nекі \r\n")) == seen(tidy("бір\nекі"))
    assert seen("бір") != seen("екі")
