"""A DOCX file of a stranger is read within bounds, or refused in one sentence."""

import random
from io import BytesIO
from zipfile import ZIP_BZIP2, ZipFile

import pytest

from jospar.documents import docx_cells
from jospar.documents.concept_form_reading import read_concept_form
from jospar.documents.docx_cells import (
    DAMAGED,
    FOREIGN,
    LOCKED,
    TOO_LARGE,
    DocumentError,
    rows_of,
)
from jospar.rules.core import packages
from tests.documents.made_forms import DOCUMENT, VALUES, form, with_xml, xml_of
from tests.records.made_files import OLE, PDF, zipped

RELATIONS = "_rels/.rels"
ENTITIES = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
DEEP = "<w:tbl>" * 100_000


def refused(data: bytes) -> str:
    """Return why a file is not read."""
    with pytest.raises(DocumentError) as error:
        list(rows_of(data))
    return error.value.message


def locked() -> bytes:
    """Return a form whose first part is encrypted, as its list of parts says."""
    data = form()
    at = data.index(b"PK\x01\x02") + 8
    return data[:at] + b"\x01" + data[at + 1 :]


def by_bzip2() -> bytes:
    """Return a form that is packed in a way that no office knows."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_BZIP2) as archive:
        archive.writestr(RELATIONS, xml_of(form(), RELATIONS))
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", FOREIGN),
        (PDF, FOREIGN),
        (OLE, LOCKED),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), FOREIGN),
        (zipped({RELATIONS: "<Relationships/>"}), FOREIGN),
        (form()[:-30], DAMAGED),
        (form()[:200], DAMAGED),
        (locked(), LOCKED),
        (by_bzip2(), DAMAGED),
        (with_xml(form(), ENTITIES), DAMAGED),
        (with_xml(form(), ENTITIES, RELATIONS), DAMAGED),
        (with_xml(form(), "<a>"), DAMAGED),
        (with_xml(form(), xml_of(form())[:-50]), DAMAGED),
        (with_xml(form(), DEEP), DAMAGED),
        (with_xml(form(), b"\xff\xfe<"), DAMAGED),
        (with_xml(form(), '<?xml version="1.0" encoding="x"?><a/>'), DAMAGED),
        (
            with_xml(
                form(), xml_of(form(), RELATIONS).replace(DOCUMENT, "a.xml"), RELATIONS
            ),
            DAMAGED,
        ),
        (with_xml(form(), b"0" * (docx_cells.LARGEST_PART + 1)), TOO_LARGE),
    ],
)
def test_what_is_no_form(data: bytes, said: str) -> None:
    """Files of other kinds, locked, damaged, hostile or swelling ones are told."""
    assert refused(data) == said


def test_the_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of the bound is read, a larger one or one of more parts is not."""
    data = form()
    monkeypatch.setattr(docx_cells, "LARGEST", len(data))
    assert len(list(rows_of(data))) == 19
    monkeypatch.setattr(docx_cells, "LARGEST", len(data) - 1)
    assert refused(data) == TOO_LARGE
    monkeypatch.setattr(docx_cells, "LARGEST", len(data))
    monkeypatch.setattr(packages, "MOST_PARTS", 7)
    assert refused(data) == TOO_LARGE


@pytest.mark.parametrize("target", ["word/document2.xml", "/word/document2.xml"])
def test_text_in_another_part(target: str) -> None:
    """The package says which part holds the text; some programs number it."""
    data = form()
    parts = {
        RELATIONS: xml_of(data, RELATIONS).replace(DOCUMENT, target),
        "word/document2.xml": xml_of(data),
    }
    assert read_concept_form(zipped(parts)).values == VALUES


def test_no_form_at_all() -> None:
    """A whole file that is no form is told without the name of a cell."""
    empty = "<w:tbl xmlns:w='w'><w:tr><w:tc/></w:tr><w:tr/></w:tbl>"
    for data in (b"", with_xml(form(), empty)):
        reading = read_concept_form(data)
        assert (reading.values, [fault.cell for fault in reading.faults]) == ({}, [""])


def test_any_damage_is_told() -> None:
    """Whatever bytes of a form are changed, it is read or told, and never fails."""
    chance = random.Random(7)  # noqa: S311 - not for secrets
    whole, xml = form(), xml_of(form()).encode()
    for time in range(300):
        content = bytearray(whole if time % 2 else xml)
        for _byte in range(chance.randint(1, 5)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        data = bytes(content) if time % 2 else with_xml(whole, bytes(content))
        reading = read_concept_form(data)
        assert reading.values or reading.faults
