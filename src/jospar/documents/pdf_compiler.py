"""PDF through typst, in a child process that is replaced before it grows."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self, cast

import font_source_serif_pro

from .pdf_worker import read_frame, write_frame

ROWS_A_CHILD = 2_000
"""After so many rows the child is replaced: its caches keep about 0.1 MB a row."""

_WORKER = Path(__file__).with_name("pdf_worker.py")
_FACES = ("Regular", "Semibold")


class PdfError(Exception):
    """A PDF was not made; the sentence says why."""


class PdfCompiler:
    """Makes PDF files one after another, for one thread, until it is closed.

    ``with PdfCompiler() as pdf:`` starts a child with the first document and ends it
    with the block. Only the two faces of Source Serif that documents use are visible
    to it, so that a document looks and reads the same on every machine.
    """

    def __init__(self, *, timeout: float = 120) -> None:
        """Prepare a compiler that gives up on a document after ``timeout`` seconds."""
        self._timeout = timeout
        self._child: subprocess.Popen[bytes] | None = None
        self._rows = 0

    def __enter__(self) -> Self:
        self._folder = tempfile.TemporaryDirectory(prefix="jospar-pdf-")
        self._fonts = Path(self._folder.name, "fonts")
        self._fonts.mkdir()
        for face in _FACES:
            name = f"SourceSerifPro-{face}.ttf"
            font = Path(font_source_serif_pro.font_directory, name)
            shutil.copyfile(font, self._fonts / name)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is not None and self._child is not None:
            self._child.kill()  # it may be at work still
        self._stop()
        self._folder.cleanup()

    def compile(self, source: str, data: Mapping[str, object], *, rows: int) -> bytes:
        """Return the PDF of the typst document ``source``.

        Args:
            source: the document; ``sys.inputs.data`` holds its data as JSON.
            data: plain values; no text in them is ever read as source.
            rows: about how many rows it has, by which the child is replaced in time.

        Raises:
            PdfError: if the document is faulty, takes too long or ends the child.
        """
        if self._rows + rows > ROWS_A_CHILD:
            self._stop()
        self._rows += rows
        content = json.dumps(data, ensure_ascii=False)
        request = json.dumps({"source": source, "data": content}).encode()
        answer = self._ask(request)
        if answer[:1] == b"\0":
            raise PdfError(f"The PDF was not made: {answer[1:].decode()}")
        return answer[1:]

    def _ask(self, request: bytes) -> bytes:
        child = self._child = self._child or self._start()
        late = threading.Event()

        def give_up() -> None:
            late.set()
            child.kill()

        timer = threading.Timer(self._timeout, give_up)
        timer.start()
        try:
            write_frame(cast(BinaryIO, child.stdin), request)
            answer = read_frame(cast(BinaryIO, child.stdout))
        except BrokenPipeError:
            answer = None
        finally:
            timer.cancel()
        if answer is None:
            self._stop()
            raise PdfError(
                f"The PDF was not ready after {self._timeout:g} seconds: try again, "
                "or allow more time."
                if late.is_set()
                else "The process that makes PDF files ended without an answer "
                f"({self._last_words()}): try again."
            )
        return answer

    def _start(self) -> subprocess.Popen[bytes]:
        with Path(self._folder.name, "errors").open("wb") as errors:
            return subprocess.Popen(  # noqa: S603 (our own program, no shell)
                [sys.executable, "-P", str(_WORKER), str(self._fonts)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                env=os.environ | {"RUST_BACKTRACE": "0"},
            )

    def _stop(self) -> None:
        """End the child, if there is one; the next document starts another."""
        child, self._child, self._rows = self._child, None, 0
        if child is not None:
            # Its pipes are closed, at which it ends; a dead one has left some unread.
            with suppress(BrokenPipeError), child:
                pass

    def _last_words(self) -> str:
        errors = Path(self._folder.name, "errors").read_text("utf-8", "replace")
        return " ".join(errors.split())[-300:] or "no message"
