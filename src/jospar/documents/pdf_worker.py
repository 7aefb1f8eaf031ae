"""The child process that makes PDF files: documents in, PDF out, until told to stop.

A program of its own, started by its path with the folder of fonts as its argument; it
imports nothing of Jospar, so that it starts fast and stays small. It reads frames
from standard input and answers each with one on standard output: a length of eight
bytes, then as much content. A request is JSON, a PDF's source and its data; an
answer is a byte, 1 for a PDF and 0 for an error, and the PDF or the error's text.
"""

import json
import struct
import sys
from typing import BinaryIO, cast

import typst

_LENGTH = struct.Struct(">Q")
_MOMENT = 315532800
"""1 January 1980: PDF/A wants a moment; a fixed one keeps the bytes the same."""


def read_frame(stream: BinaryIO) -> bytes | None:
    """Return the next frame's content, or nothing at the end of the stream."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    content = stream.read(length)
    return content if len(content) == length else None


def write_frame(stream: BinaryIO, content: bytes) -> None:
    """Write ``content`` as a frame, at once."""
    stream.write(_LENGTH.pack(len(content)) + content)
    stream.flush()


def compile_pdf(compiler: typst.Compiler, request: bytes) -> bytes:
    """Return the answer to ``request``; PDF/A-2a and PDF/UA-1 are asked for both."""
    document = json.loads(request)
    try:
        pdf = compiler.compile(
            document["source"].encode(),
            format="pdf",
            sys_inputs={"data": document["data"]},
            pdf_standards=["a-2a", "ua-1"],
            timestamp=_MOMENT,
        )
    except typst.TypstError as error:
        return b"\0" + str(error).encode()
    return b"\1" + cast(bytes, pdf)  # without an output path it comes as bytes


def main(fonts: str) -> None:
    """Answer requests until the input ends; nothing outside ``fonts`` is readable."""
    # The compiler's own fonts, the same everywhere, stand in for rare letters.
    faces = typst.Fonts(include_system_fonts=False, font_paths=[fonts])
    compiler = typst.Compiler(root=fonts, font_paths=faces, ignore_system_fonts=True)
    while (request := read_frame(sys.stdin.buffer)) is not None:
        write_frame(sys.stdout.buffer, compile_pdf(compiler, request))


if __name__ == "__main__":
    main(sys.argv[1])
