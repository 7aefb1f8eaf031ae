"""PDF through typst, in a child process."""

import os
from pathlib import Path

import pytest

from jospar.documents.pdf_compiler import ROWS_A_CHILD, PdfCompiler, PdfError

SOURCE = """
#let data = json(bytes(sys.inputs.data))
#set document(title: "Құжат")
#set text(lang: "kk")
#heading(data.text)
"""
ENDLESS = "#for a in range(1000000) { for b in range(10000) { let c = a * b } }"


def children() -> set[int]:
    """Return the ids of this process's children."""
    task = Path(f"/proc/self/task/{os.getpid()}/children")
    return {int(child) for child in task.read_text().split()}


def test_one_child_makes_many_documents() -> None:
    """Documents made together share a process, which ends with the block."""
    before = children()
    with PdfCompiler() as compiler:
        compiler.compile(SOURCE, {"text": "бір"}, rows=1)
        first = children() - before
        compiler.compile(SOURCE, {"text": "екі"}, rows=1)
        assert children() - before == first
        assert len(first) == 1
    assert children() == before


def test_a_child_is_replaced_before_it_grows() -> None:
    """After enough rows the next document has a new process."""
    before = children()
    with PdfCompiler() as compiler:
        compiler.compile(SOURCE, {"text": "бір"}, rows=ROWS_A_CHILD + 1)
        first = children() - before
        compiler.compile(SOURCE, {"text": "екі"}, rows=1)
        second = children() - before
    assert (len(first), len(second), first & second) == (1, 1, set())


def test_a_faulty_document_is_an_error_and_the_next_one_is_made() -> None:
    """The compiler's message comes through, and the process goes on."""
    with PdfCompiler() as compiler:
        with pytest.raises(PdfError, match="unknown variable: wrong"):
            compiler.compile("#wrong", {}, rows=1)
        assert compiler.compile(SOURCE, {"text": "бір"}, rows=1)[:5] == b"%PDF-"


def test_a_letter_that_no_font_has_is_an_error() -> None:
    """PDF/A holds no letters that cannot be shown; the error names the text."""
    with PdfCompiler() as compiler, pytest.raises(PdfError, match="漢"):
        compiler.compile(SOURCE, {"text": "漢"}, rows=1)


def test_a_document_that_takes_too_long_is_given_up() -> None:
    """After the time allowed the process ends, and the next document is made."""
    with PdfCompiler(timeout=2) as compiler:
        with pytest.raises(PdfError, match="not ready after 2 seconds"):
            compiler.compile(ENDLESS, {}, rows=1)
        assert compiler.compile(SOURCE, {"text": "бір"}, rows=1)[:5] == b"%PDF-"


def test_a_child_that_dies_is_an_error_and_is_replaced() -> None:
    """A killed process is noticed at the next document, and the one after is made."""
    before = children()
    with PdfCompiler() as compiler:
        compiler.compile(SOURCE, {"text": "бір"}, rows=1)
        (child,) = children() - before
        os.kill(child, 9)
        with pytest.raises(PdfError, match="ended without an answer"):
            compiler.compile(SOURCE, {"text": "екі"}, rows=1)
        assert compiler.compile(SOURCE, {"text": "үш"}, rows=1)[:5] == b"%PDF-"


def test_files_of_the_machine_cannot_be_read() -> None:
    """A document sees the folder of its fonts and nothing else."""
    with PdfCompiler() as compiler, pytest.raises(PdfError, match="not made"):
        compiler.compile('#read("/etc/passwd")', {}, rows=1)


def test_a_failure_ends_the_child_too() -> None:
    """When the block is left by an error, no process stays behind."""

    def fail() -> None:
        with PdfCompiler() as compiler:
            compiler.compile(SOURCE, {"text": "бір"}, rows=1)
            raise ZeroDivisionError

    before = children()
    with pytest.raises(ZeroDivisionError):
        fail()
    assert children() == before
