"""Ten documents as ministries have them: every row, and every doubt about it."""

from collections.abc import Callable, Mapping

import pytest

from jospar.exchange.annexes.reading import read_annex_tables
from jospar.exchange.annexes.values import AnnexRow, AnnexTable, Doubt
from jospar.queries.sentences import fill
from jospar.rules.core.nouns import Language, Term, Text
from jospar.rules.core.ruleset import load
from tests.exchange.annexes import ten_docx, ten_xlsx, treaties
from tests.exchange.annexes.expected import EXPECTED

DOCUMENTS: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    **{
        make.__name__: ("docx", make)
        for make in (
            ten_docx.foreign_affairs,
            ten_docx.energy,
            ten_docx.one_after_another,
            ten_docx.in_one_cell,
            ten_docx.corrected,
            ten_docx.over_pages,
            ten_docx.own_columns,
            ten_docx.bare,
        )
    },
    **{
        make.__name__: ("xlsx", make) for make in (ten_xlsx.transport, ten_xlsx.finance)
    },
}
TREATIES = {
    text: name
    for name, both in vars(treaties).items()
    if isinstance(both, Text)
    for text in (both.kk, both.ru)
}


def tables_of(name: str) -> tuple[AnnexTable, ...]:
    """Return what is read from one of the documents."""
    ending, make = DOCUMENTS[name]
    headings = load("kz-2023").headings
    return read_annex_tables(make(), f"{name}.{ending}", headings, treaties.BODIES)


def told(tables: tuple[AnnexTable, ...]) -> str:
    """Return languages, rows and doubts of the tables, each on a line."""
    lines = []
    for table in tables:
        lines += [f"= {table.language}", *map(row_line, table.rows)]
        lines += map(doubt_line, table.doubts)
    return "\n".join(lines)


def row_line(row: AnnexRow) -> str:
    """Return place, number, treaty, group, bodies, term and procedure; - for none."""
    parts = (
        f"{row.place.table}.{row.place.row}",
        row.number,
        TREATIES.get(row.title, row.title),
        row.level,
        "+".join(row.bodies),
        days(row.term),
        row.procedure,
        days(row.procedure_term),
    )
    return " ".join(str(part or "-") for part in parts)


def doubt_line(doubt: Doubt) -> str:
    """Return place, code and column of a doubt."""
    place = f"{doubt.place.table}.{doubt.place.row}"
    return " ".join(filter(None, ("?", place, doubt.code, doubt.field)))


def days(term: Term | None) -> str:
    """Return first and last day of a term, as 220131."""
    return f"{term.first_day:%y%m%d}-{term.last_day:%y%m%d}" if term else ""


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_is_read(name: str) -> None:
    """Each row is read or doubted, and nothing is doubted that is certain."""
    assert told(tables_of(name)) == EXPECTED[name].strip()


def test_there_are_ten() -> None:
    """Of each document it is written down what is to be read."""
    assert DOCUMENTS.keys() == EXPECTED.keys()
    assert len(DOCUMENTS) == 10


def test_every_doubt_can_be_told() -> None:
    """Each doubt fills its sentence and its cure, and says where it stands."""
    for name in DOCUMENTS:
        for doubt in (found for table in tables_of(name) for found in table.doubts):
            for language in Language:
                assert "{" not in fill(doubt.message, doubt.values, language)
                assert "{" not in fill(doubt.cure, doubt.values, language)
                assert "{" not in fill(
                    doubt.place.message, doubt.place.values, language
                )


def test_headings_and_titles() -> None:
    """What stands above a table and over its columns is kept as it stands."""
    (table,) = tables_of("energy")
    assert table.titles == (treaties.PLAN.kk,)
    assert table.columns == (
        "Р/с №",
        "Орталық мемлекеттік органның атауы",
        "Халықаралық шарттың атауы",
        "Болжамды мерзімдері жасасудың",
        "Болжамды мерзімдері мемлекетішілік рәсімдердің",
        "Ескертпелер",
    )


def test_what_has_no_column_is_kept() -> None:
    """What stands in a column that the form does not have is kept beside the row."""
    (table,) = tables_of("own_columns")
    assert [row.further for row in table.rows] == [
        (("Ф.И.О. исполнителя, телефон", "Иванов И.И., 74-20-33"),),
        (),
    ]


def test_what_is_left_out_is_told() -> None:
    """Struck and deleted rows and texts stand in the doubts."""
    (table,) = tables_of("corrected")
    shown = [doubt.values["text"] for doubt in table.doubts]
    assert shown[0] == "I"
    assert str(shown[1]).startswith("2 | Министерство просвещения")
    assert shown[2] == "Срок уточнить."
    assert str(shown[3]).startswith("3 | Министерство юстиции")


def test_guesses_go_with_doubts() -> None:
    """A doubt holds what is proposed: a text put right, a level, a body."""
    (table,) = tables_of("bare")
    guesses = {(doubt.code, doubt.place.row): doubt.guess for doubt in table.doubts}
    assert guesses["cell_garbled", 1] == treaties.POWER.ru
    assert guesses["group_unknown", 5] == "intergovernmental"
    assert guesses["group_unknown", 6] is None
    assert guesses["procedure_missing", 6] == "none"
