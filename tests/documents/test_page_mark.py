"""A mark at the top of every page of a DOCX file."""

from io import BytesIO

import docx
import pytest

from jospar.documents.letters import render
from jospar.documents.page_mark import marked
from jospar.documents.paper_samples import SAMPLES
from jospar.documents.papers import PAPER_TYPES

MARK = "ЖАТТЫҒУ <&>"


def headers(content: bytes) -> list[str]:
    """Return the first line of the header of common, first and even pages."""
    section = docx.Document(BytesIO(content)).sections[0]
    kinds = (section.header, section.first_page_header, section.even_page_header)
    return [header.paragraphs[0].text for header in kinds]


def made(header: str = "", *, first: bool = False) -> bytes:
    """Return a document of two sections, with a header or without."""
    document = docx.Document()
    document.add_paragraph("1")
    section = document.sections[0]
    if header:
        section.header.paragraphs[0].text = header
    if first:
        section.different_first_page_header_footer = True
        section.first_page_header.paragraphs[0].text = "first"
    document.add_section()
    target = BytesIO()
    document.save(target)
    return target.getvalue()


@pytest.mark.parametrize(("header", "first"), [("", False), ("H", False), ("H", True)])
def test_every_page_bears_the_mark(header: str, first: bool) -> None:
    """Whatever headers the document has, and whichever it lacks."""
    assert headers(marked(made(header, first=first), MARK)) == [MARK] * 3


def test_later_sections_follow_the_first() -> None:
    """A section without headers of its own shows those before it."""
    document = docx.Document(BytesIO(marked(made(), MARK)))
    assert [section.header.paragraphs[0].text for section in document.sections] == [
        MARK,
        MARK,
    ]


def test_a_header_keeps_what_it_says() -> None:
    """The mark stands above it."""
    section = docx.Document(BytesIO(marked(made("H"), MARK))).sections[0]
    assert [paragraph.text for paragraph in section.header.paragraphs] == [MARK, "H"]


def test_equal_documents_give_equal_bytes() -> None:
    """Nothing in the file depends on when it is made."""
    document = made("H")
    assert marked(document, MARK) == marked(document, MARK)


@pytest.mark.parametrize("name", PAPER_TYPES)
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_every_paper_of_a_rehearsal_is_marked(name: str, language: str) -> None:
    """A paper that is none bears nothing."""
    paper = next(one for one in SAMPLES if type(one) is PAPER_TYPES[name])
    words = {
        "kk": "ЖАТТЫҒУ ҚҰЖАТЫ: ЗАҢДЫҚ КҮШІ ЖОҚ",
        "ru": "УЧЕБНЫЙ ДОКУМЕНТ: ЮРИДИЧЕСКОЙ СИЛЫ НЕ ИМЕЕТ",
    }
    rehearsed = render(name, paper, language, rehearsal=True)
    assert headers(rehearsed) == [words[language]] * 3
    assert words[language] not in headers(render(name, paper, language))
