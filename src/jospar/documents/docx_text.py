"""What a paper says, as text: for a look at it where no office program is at hand."""

from io import BytesIO

from docx import Document
from docx.table import Table

Block = str | tuple[tuple[str, ...], ...]
"""A paragraph, or the rows of a table with their cells."""


def text_of(document: bytes) -> list[Block]:
    """Return the paragraphs and tables of a DOCX in order, without empty ones."""
    blocks: list[Block] = []
    for part in Document(BytesIO(document)).iter_inner_content():
        if isinstance(part, Table):
            blocks.append(
                tuple(tuple(cell.text for cell in row.cells) for row in part.rows)
            )
        elif part.text.strip():
            blocks.append(part.text)
    return blocks
