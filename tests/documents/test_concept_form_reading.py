"""What officers wrote into the form is read, whatever happened to the file."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from jospar.documents.concept_form_reading import FormReading, read_concept_form
from jospar.documents.concept_questions import QUESTIONS
from tests.documents.made_forms import (
    FIELDS,
    FURTHER,
    VALUES,
    form,
    replaced,
    with_xml,
    written,
    xml_of,
)

OFFICE = shutil.which("soffice")
LEVELS = (
    "мемлекетаралық / межгосударственный; үкіметаралық / межправительственный; "
    "ведомствоаралық / межведомственный"
)


def told(reading: FormReading) -> dict[str, str]:
    """Return what could not be read, by the names of cells."""
    return {
        fault.cell: fault.message.format(**fault.values) for fault in reading.faults
    }


def test_a_filled_form_is_read_as_it_was_filled() -> None:
    """Every cell comes back letter by letter."""
    assert read_concept_form(form()) == FormReading(VALUES, ())


def test_further_fields_are_read_as_they_were_filled() -> None:
    """So do those that the ruleset adds."""
    values = VALUES | FURTHER
    assert read_concept_form(form(values, FIELDS), FIELDS) == FormReading(values, ())


def test_an_empty_form() -> None:
    """Prompts are no values."""
    assert read_concept_form(form({}, FIELDS), FIELDS) == FormReading({}, ())


@pytest.mark.parametrize("name", VALUES)
def test_one_cell_alone(name: str) -> None:
    """Each cell is read without any other."""
    value = {name: VALUES[name]}
    assert read_concept_form(form(value)) == FormReading(value, ())


@pytest.mark.slow
@pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed")
@pytest.mark.parametrize("formats", [("docx",), ("odt", "docx"), ("doc", "docx")])
def test_saved_again_by_libreoffice(tmp_path: Path, formats: tuple[str, ...]) -> None:
    """Nothing is lost on the way through another program and through old kinds."""
    forms = {"filled": VALUES, "empty": dict[str, str]()}
    paths = [tmp_path / f"{name}.docx" for name in forms]
    for path, values in zip(paths, forms.values(), strict=True):
        path.write_bytes(form(values))
    for number, ending in enumerate(formats):
        command = [str(OFFICE), f"-env:UserInstallation=file://{tmp_path}/profile"]
        command += ["--headless", "--convert-to", ending, "--outdir"]
        folder = tmp_path / str(number)
        subprocess.run([*command, folder, *paths], check=True, capture_output=True)
        paths = [folder / f"{name}.{ending}" for name in forms]
    read = [read_concept_form(path.read_bytes()) for path in paths]
    assert read == [FormReading(values, ()) for values in forms.values()]


def rows(xml: str) -> list[str]:
    """Return the rows of the form's table, as XML."""
    return re.findall(r"<w:tr>.*?</w:tr>", xml, re.DOTALL)[1:]


def turned(data: bytes) -> bytes:
    """Return a form whose questions stand in the opposite order."""
    xml = xml_of(data)
    asked = rows(xml)
    pairs = [f"{asked[at]}{asked[at + 1]}" for at in range(0, len(asked), 2)]
    xml = re.sub(r"\s*(<w:tr>)\s*", r"\1", xml).replace("</w:tr>\n", "</w:tr>")
    pairs = [re.sub(r"\s*(<w:tr>)\s*", r"\1", pair) for pair in pairs]
    assert "".join(pairs) in xml
    return with_xml(data, xml.replace("".join(pairs), "".join(reversed(pairs))))


def test_rows_in_another_order() -> None:
    """A row is known by its name, wherever it stands."""
    assert read_concept_form(turned(form())) == FormReading(VALUES, ())


def without_names(xml: str, *patterns: str) -> str:
    """Return the form's XML without tags or bookmarks."""
    for pattern in patterns:
        xml = re.sub(pattern, "", xml)
    return xml


TAGS, BOOKMARKS = r"<w:tag [^>]*/>", r"<w:bookmark(?:Start|End) [^>]*/>"


@pytest.mark.parametrize("lost", [(TAGS,), (BOOKMARKS,), (TAGS, BOOKMARKS)])
def test_names_that_a_program_dropped(lost: tuple[str, ...]) -> None:
    """A cell is found by its tag, by its bookmark, or under its number."""
    data = form(VALUES | FURTHER, FIELDS)
    reading = read_concept_form(
        with_xml(data, without_names(xml_of(data), *lost)), FIELDS
    )
    assert reading == FormReading(VALUES | FURTHER, ())


def test_rows_without_names_in_another_order() -> None:
    """A number travels with the row under it."""
    data = turned(form())
    xml = without_names(xml_of(data), TAGS, BOOKMARKS)
    assert read_concept_form(with_xml(data, xml)) == FormReading(VALUES, ())


def test_a_row_that_was_deleted() -> None:
    """It is told by number and heading, and everything else is read."""
    xml = xml_of(form())
    asked = rows(xml)
    reading = read_concept_form(with_xml(form(), xml.replace(asked[5], "")))
    assert told(reading) == {
        "level": "Row 3 of the form, “Шарттың деңгейі / Уровень договора”, is not "
        "there any more; fill it in on the page, or download the form again."
    }
    assert reading.values == {k: v for k, v in VALUES.items() if k != "level"}


def test_a_row_that_is_there_twice() -> None:
    """The same twice is once, empty beside filled is filled, different is told."""
    first, second = (
        rows(xml_of(form()))[5],
        rows(xml_of(written(level="interstate")))[5],
    )
    empty = rows(xml_of(form({})))[5]
    for other in (first, empty):
        assert read_concept_form(replaced(form(), (first, first + other))).values == (
            VALUES
        )
    reading = read_concept_form(replaced(form(), (first, first + second)))
    assert told(reading) == {
        "level": "Row 3 of the form, “Шарттың деңгейі / Уровень договора”, stands "
        "there twice with different content; leave one."
    }


def test_a_row_that_is_not_asked_for() -> None:
    """What was written for an older ruleset is told with its text, never dropped."""
    asked = form(VALUES | {"further.text": "1-бөлім"}, FIELDS)
    reading = read_concept_form(asked)
    assert reading.values == VALUES
    assert told(reading) == {
        "further.text": "“1-бөлім” stands in a row that is not asked for any more; "
        "write it into another row or leave it out."
    }


@pytest.mark.parametrize(
    ("cell", "text", "value"),
    [
        ("title_kk", "  Келісім \n туралы\xa0хаттама ", "Келісім туралы хаттама"),
        ("purpose_ru", " a  b \n\n c ", "a b\n\nc"),
        ("note_kk", "Й", "Й"),
        ("note_kk", "‹қазақша жазыңыз›", ""),
        ("note_kk", "‹қазақша жазыңыз›Ескертпе", "Ескертпе"),
        ("level", "Межправительственный", "intergovernmental"),
        ("level", "межправительственное соглашение", "intergovernmental"),
        ("level", "ҮКІМЕТАРАЛЫҚ", "intergovernmental"),
        ("level", "interagency", "interagency"),
        ("entry", "присоединение", "accession"),
        ("entry", "Жаңа", ""),
        ("procedure", "нет", "none"),
        ("procedure", "не требуются", "none"),
        ("procedure", "ратификациялау", "ratification"),
        ("counterparties", "UZ; KG, CN", "UZ\nKG\nCN"),
        (
            "counterparties",
            "Өзбекстан, Қырғызстан\nUZ\n\nUZ",
            "Өзбекстан\nҚырғызстан\nUZ",
        ),
        ("counterparties", "Узбекистан, Киргизия", "Узбекистан\nКиргизия"),
        ("counterparties", "Корея, Республика", "Корея, Республика"),
        ("conclude_from", "I тоқсан 2025", "2025-01-01"),
        ("conclude_from", "2025-Q2", "2025-04-01"),
        ("conclude_to", "2025-Q2", "2025-06-30"),
        ("conclude_to", "2025", "2025-12-31"),
        ("conclude_to", "31.03.2025", "2025-03-31"),
        ("conclude_to", "2025, II тоқсан / II квартал", "2025-06-30"),
    ],
)
def test_what_officials_write(cell: str, text: str, value: str) -> None:
    """It is taken as it is meant, in any of the languages."""
    reading = read_concept_form(written(**{cell: text}))
    assert reading.values.get(cell, "") == value


@pytest.mark.parametrize(
    ("cell", "text", "said"),
    [
        (
            "level",
            "жоғары",
            "Row 3 of the form, “Шарттың деңгейі / Уровень договора”: “жоғары” is not "
            f"in the list; choose one of: {LEVELS}.",
        ),
        (
            "conclude_from",
            "көктемде" * 20,
            "Row 6 of the form, “Шартты жасасудың болжамды мерзімі / Предполагаемый "
            f"срок заключения договора”: “{('көктемде' * 20)[:59]}…” is not a quarter "
            "or a day; write it as 2025-Q1 or 31.03.2025.",
        ),
        (
            "further.day",
            "2025-Q1",
            "Row 13 of the form, “day / day”: “2025-Q1” is not a day; write it as "
            "31.03.2025.",
        ),
        (
            "further.number",
            "көп",
            "Row 12 of the form, “number / number”: “көп” is not a number; write it in "
            "digits.",
        ),
        (
            "further.talks",
            "бас",
            "Row 11 of the form, “Келіссөз / Келіссөз”: “бас” is not in the list; "
            "choose one of: басталған жоқ / басталған жоқ; басталған / басталған.",
        ),
    ],
)
def test_what_cannot_be_read(cell: str, text: str, said: str) -> None:
    """It is told with its row and the cure; all other cells are read."""
    given = VALUES | FURTHER | {cell: text}
    reading = read_concept_form(form(given, FIELDS), FIELDS)
    assert told(reading) == {cell: said}
    assert reading.values == {k: v for k, v in given.items() if k != cell}


def test_numbers_with_blanks() -> None:
    """Digits may stand in groups."""
    given = FURTHER | {"further.number": "12 500"}
    values = read_concept_form(form(given, FIELDS), FIELDS).values
    assert values["further.number"] == "12500"


TITLE = VALUES["title_ru"]
TITLE_RUN = f'<w:t xml:space="preserve">{TITLE}</w:t></w:r>'


@pytest.mark.parametrize(
    "instead",
    [
        f"<w:t>{TITLE[:9]}</w:t></w:r><w:r><w:t>{TITLE[9:]}</w:t></w:r>",
        f"<w:t>{TITLE}</w:t></w:r><w:del><w:r><w:delText>ҚР</w:delText></w:r></w:del>",
        f"<w:t>{TITLE[:9]}</w:t></w:r><w:ins><w:r><w:t>{TITLE[9:]}</w:t></w:r></w:ins>",
        f"<w:t>{TITLE}</w:t></w:r><w:moveFrom><w:r><w:t>x</w:t></w:r></w:moveFrom>",
        f"<w:instrText>FORMTEXT</w:instrText><w:t>{TITLE}</w:t></w:r>",
        f"<w:t>{TITLE}</w:t><w:footnoteReference/><w:softHyphen/><w:br/></w:r>",
        f"<w:t>{TITLE.replace(' ', '</w:t><w:tab/><w:t>', 1)}</w:t></w:r>",
        f"<w:pict><w:txbxContent><w:p><w:r><w:t>{TITLE}</w:t></w:r></w:p>"
        "</w:txbxContent></w:pict></w:r>",
        f"<w:t>{TITLE}</w:t></w:r><w:Fallback><w:r><w:t>x</w:t></w:r></w:Fallback>",
        f"</w:r></w:sdtContent></w:sdt><w:sdt><w:sdtPr/><w:sdtContent><w:smartTag>"
        f"<w:r><w:t>{TITLE}</w:t></w:r></w:smartTag><w:r/>",
    ],
    ids=[
        *("runs", "deleted", "inserted", "moved", "form field", "marks", "tab"),
        *("text box", "two copies", "smart tag"),
    ],
)
def test_what_word_makes_of_a_text(instead: str) -> None:
    """A text is what is seen, however it is put together."""
    reading = read_concept_form(replaced(form(), (TITLE_RUN, instead)))
    assert reading == FormReading(VALUES, ())


def test_text_beside_the_control() -> None:
    """What was typed before or behind a control is in the cell all the same."""
    data = replaced(
        form({}), ('<w:bookmarkEnd w:id="1"/>', "<w:r><w:t>Келісім</w:t></w:r>")
    )
    assert read_concept_form(data).values == {"title_kk": "Келісім"}


def test_the_prompt_of_another_program() -> None:
    """What a program shows in an empty control is no value; typed text always is."""
    prompt = "‹қазақша жазыңыз›"
    empty = replaced(form({}), (prompt, "Место для ввода текста."))
    assert read_concept_form(empty).values == {}
    typed = replaced(empty, ('<w:rStyle w:val="PlaceholderText"/>', ""))
    names = ("title_kk", "purpose_kk", "note_kk")
    assert read_concept_form(typed).values == dict.fromkeys(
        names, "Место для ввода текста."
    )
    shown = replaced(empty, ("<w:showingPlcHdr/>", '<w:showingPlcHdr w:val="0"/>'))
    assert read_concept_form(shown).values == dict.fromkeys(
        names, "Место для ввода текста."
    )


def test_strict_documents() -> None:
    """Word's strict kind has other namespaces and the same names."""
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    data = replaced(form(), (main, strict))
    assert read_concept_form(data) == FormReading(VALUES, ())


def test_every_question_has_a_heading_of_its_own() -> None:
    """What a fault names is one row."""
    headings = [question.heading for question in QUESTIONS]
    assert len(set(headings)) == len(headings)
