"""The form of a concept is a DOCX that every office program opens and fills in."""

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn

from jospar.documents.concept_form import concept_form
from jospar.documents.concept_questions import QUESTIONS, questions_of
from jospar.documents.docx_cells import rows_of
from jospar.records.file_types import DOCX, type_of
from jospar.rules.core.nouns import Text
from tests.documents.made_forms import BODY, FIELDS, FURTHER, VALUES, YEAR, YEARS, form


def table(data: bytes) -> list[list[str]]:
    """Return the texts of the cells, row by row; the head of the form is the first."""
    return [[cell.text.strip() for cell in row] for row in rows_of(data)]


def tags(data: bytes) -> list[str]:
    """Return the tags of the controls, in their order."""
    body = docx.Document(BytesIO(data)).element.body
    return [tag.get(qn("w:val")) for tag in body.iter(qn("w:tag"))]


def test_it_is_a_docx_file() -> None:
    """A form is taken as an attachment of its own kind, and has no strange parts."""
    assert type_of(form(), "a.docx") == DOCX
    with ZipFile(BytesIO(form())) as package:
        assert package.testzip() is None
        assert package.namelist()[0] == "[Content_Types].xml"


def test_equal_forms_are_equal_bytes() -> None:
    """The same is asked in the same bytes, whenever and by whom."""
    assert form() == form()


def test_every_question_stands_in_both_languages() -> None:
    """Each row has its number, and headings and help side by side."""
    rows = table(form(fields=FIELDS))
    for number, question in enumerate(questions_of(FIELDS), start=1):
        asked = [
            f"{text}\n{explanation}"
            for text, explanation in zip(
                (question.heading.kk, question.heading.ru),
                (question.help.kk, question.help.ru),
                strict=True,
            )
        ]
        assert rows[2 * number - 1] == [str(number), *asked]


def test_every_cell_has_a_control() -> None:
    """The controls are tagged with the names of the cells, further ones last."""
    fixed = [cell.name for question in QUESTIONS for cell in question.cells]
    assert sorted(fixed) == sorted(VALUES)
    assert tags(form()) == fixed
    assert tags(form(fields=FIELDS)) == [*fixed, *FURTHER]


def test_names_of_bookmarks_are_different_and_short() -> None:
    """Word takes no bookmark of more than 40 letters, and none twice."""
    body = docx.Document(BytesIO(form(fields=FIELDS))).element.body
    marks = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    assert len(set(marks)) == len(marks) == len(VALUES) + len(FURTHER)
    assert max(map(len, marks)) <= 40


def test_what_stands_in_a_form() -> None:
    """Choices are shown in both languages, days as quarters where they are such."""
    rows = table(form())
    texts = {rows[at][0]: rows[at + 1] for at in range(1, len(rows), 2)}
    assert texts["3"][-1] == "үкіметаралық / межправительственный"
    assert texts["6"][1:] == [
        "басы\nначало",
        "2025, I тоқсан / I квартал",
        "соңы\nконец",
        "2025, II тоқсан / II квартал",
    ]
    assert texts["8"][-1] == "15.05.2026"


def test_what_is_no_value_is_shown_as_it_is() -> None:
    """A half-written draft can be taken home too."""
    rows = table(form({"level": "жоғары", "conclude_from": "көктемде"}))
    assert (rows[6][-1], rows[12][2]) == ("жоғары", "көктемде")


def items(data: bytes, tag: str) -> list[str]:
    """Return what the list of a control offers."""
    body = docx.Document(BytesIO(data)).element.body
    control = next(
        control
        for control in body.iter(qn("w:sdtPr"))
        if control.find(qn("w:tag")).get(qn("w:val")) == tag
    )
    return [item.get(qn("w:displayText")) for item in control.iter(qn("w:listItem"))]


@pytest.mark.parametrize(
    ("tag", "count", "last"),
    [
        ("level", 3, "ведомствоаралық / межведомственный"),
        ("conclude_from", 16, "2028, IV тоқсан / IV квартал"),
        ("procedure_to", 20, "2029, IV тоқсан / IV квартал"),
        ("further.talks", 2, "басталған / басталған"),
        ("title_kk", 0, ""),
    ],
)
def test_what_lists_offer(tag: str, count: int, last: str) -> None:
    """Options stand in both languages; the quarters are those of the cycle's years."""
    offered = items(form({}, FIELDS), tag)
    assert (len(offered), *offered[-1:]) == (count, *filter(None, [last]))


@pytest.mark.parametrize(
    ("bodies", "years", "said"),
    [
        ([BODY], YEARS, [BODY.kk, "2025–2028 жылдар", BODY.ru, "2025–2028 годы"]),
        ([], (2025,), ["____", "2025 жыл", "____", "2025 год"]),
        ([BODY, Text("ҰҚК", "КНБ")], YEARS, ["; ҰҚК", "2025–", "; КНБ", "2025–"]),
    ],
)
def test_its_head(bodies: list[Text], years: tuple[int, ...], said: list[str]) -> None:
    """It names the bodies, the cycle and its years, or leaves room for the bodies."""
    kazakh, russian = table(concept_form(bodies, YEAR, years))[0]
    assert all(text in kazakh for text in (*said[:2], "2024 жыл"))
    assert all(text in russian for text in (*said[2:], "2024 год"))
