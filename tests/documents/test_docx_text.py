"""What a paper says, as text."""

from jospar.documents.docx_text import text_of
from jospar.documents.letters import render
from tests.documents.made_papers import return_letter


def test_paragraphs_and_tables_stand_in_their_order() -> None:
    """Empty paragraphs are left out; a table keeps its rows and cells."""
    blocks = text_of(render("return_letter", return_letter(), "ru"))
    kinds = ["table" if isinstance(block, tuple) else "text" for block in blocks]
    assert kinds == ["text", "table", *["text"] * 2, "table", *["text"] * 3, "table"]
    assert blocks[4][1][1] == "C-084\nСоглашение о транспорте"
