"""Cells of a workbook that hold more than the record keeps."""

from random import Random

import pytest

from tests.exchange.workbooks import concept, row
from tests.exchange.years import AGREED, Year, placed

pytestmark = pytest.mark.provision("record.length")

ALPHABET = "абвгдежзийклмнопрстуфхцчшщ"


def long(letters: int) -> str:
    """Return one word that no database can pack into little room."""
    return "".join(Random(letters).choices(ALPHABET, k=letters))  # noqa: S311 - no secret


@pytest.mark.parametrize(
    ("sheet", "column", "most"),
    [
        ("concepts", "title_kk", 10_000),
        ("concepts", "document", 200),
        ("conclusions", "reasons_ru", 10_000),
        ("placements", "reason", 10_000),
        ("submissions", "document", 200),
        ("decisions", "number", 200),
        ("replies", "remark_kk", 10_000),
    ],
)
def test_a_cell_that_is_too_long_is_refused(
    year: Year, sheet: str, column: str, most: int
) -> None:
    """As one that cannot be read; the sentence says how much it may hold."""
    sheets = {"concepts": [concept("C-001")], **placed(), **AGREED}
    before, *others = sheets[sheet]
    sheets[sheet] = [dict(before) | {column: long(most + 1)}, *others]
    (refused,) = (
        found for found in year(**sheets).report["refused"] if found["column"] == column
    )
    assert (refused["sheet"], refused["row"], refused["paragraph"]) == (sheet, 2, None)
    assert f"has {most + 1} letters; write {most} at most." in refused["message"]


def test_what_is_as_long_as_may_be_is_recorded(year: Year) -> None:
    """Titles of one word of ten thousand letters, too, in every place."""
    word, line = long(10_000), long(200)
    texts = dict.fromkeys(("title_kk", "title_ru", "purpose_kk", "note_ru"), word)
    ran = year(
        concepts=[concept("C-001", **texts, document=line)],
        supplements=[row("supplements", title_ru=word[::-1], document=line)],
        agreements=[row("agreements", id=line, title=word, place=line)],
    )
    assert ran.refused == []
    assert ran.performed == 3
