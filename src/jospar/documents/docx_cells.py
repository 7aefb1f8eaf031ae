"""The cells of the tables in a DOCX file that a stranger may have made.

Two small parts of the package are read, piece by piece and within bounds; nothing is
resolved, fetched or run. Deleted and moved-away text, field codes and the second copy
of drawings do not count; inserted text does.
"""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from defusedxml.ElementTree import fromstring, iterparse

from jospar.rules.core.packages import (
    OLD,
    UNREADABLE,
    beginning,
    has_too_many_parts,
    is_locked,
)
from jospar.rules.core.sentences import ToldError, _

LARGEST = 25 * 2**20
"""A file of more bytes is not looked at."""
LARGEST_PART = 10 * 2**20
"""Nor is the text of one, unpacked: a filled form has a hundredth of that."""

FOREIGN = _(
    "The file is not a DOCX document; open it in an office program and save it as DOCX."
)
LOCKED = _(
    "The file is protected by a password or of the old kind DOC; save it without a "
    "password as DOCX."
)
DAMAGED = _("The file is damaged or cut off; save it again as DOCX.")
TOO_LARGE = _(
    "The file is far too large for this form; take out pictures and what does not "
    "belong to it, and attach them as files."
)


_LEFT_OUT = frozenset({"del", "moveFrom", "Fallback", "instrText", "delText"})
_SIGNS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
"""What elements of a run stand for."""


class DocumentError(ToldError):
    """A file whose tables cannot be read."""


@dataclass(slots=True)
class TableCell:
    """A cell of a table: the tags and bookmarks in it, and its text."""

    names: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text; paragraphs and line breaks end lines."""
        return "".join(self.pieces)


Row = list[TableCell]


def rows_of(data: bytes) -> Iterator[Row]:
    """Yield the rows of all tables, as their ends come.

    Raises:
        DocumentError: ``data`` is not DOCX, is locked, damaged, or far too large.
    """
    content = text_part(data)
    try:
        yield from _Reader().rows(content)
    except UNREADABLE as error:
        raise DocumentError(DAMAGED) from error


def text_part(data: bytes) -> bytes:
    """Return the part of the package that holds the document's text, within bounds.

    Raises:
        DocumentError: ``data`` is not DOCX, is locked, damaged, or far too large.
    """
    if data.startswith(OLD):
        raise DocumentError(LOCKED)
    if not data.startswith(b"PK"):
        raise DocumentError(FOREIGN)
    if len(data) > LARGEST or has_too_many_parts(data):
        raise DocumentError(TOO_LARGE)
    try:
        return _text_part(data)
    except UNREADABLE as error:
        raise DocumentError(DAMAGED) from error


def _text_part(data: bytes) -> bytes:
    """Return the part that holds the document's text, wherever the package has it."""
    with ZipFile(BytesIO(data)) as package:
        if is_locked(package):
            raise DocumentError(LOCKED)
        if "_rels/.rels" not in package.namelist():
            raise DocumentError(FOREIGN)
        for relation in fromstring(_part(package, "_rels/.rels"), forbid_dtd=True):
            if relation.get("Type", "").endswith("/officeDocument"):
                target = posixpath.normpath(relation.get("Target", "")).lstrip("/")
                return _part(package, target)
    raise DocumentError(FOREIGN)


def _part(package: ZipFile, name: str) -> bytes:
    content = beginning(package, name, LARGEST_PART + 1)
    if len(content) > LARGEST_PART:
        raise DocumentError(TOO_LARGE)
    return content


class _Reader:
    """Walks through a document once, and knows where it is by what is open."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._left_out = 0
        self._rows: list[Row] = []
        self._cells: list[TableCell] = []
        self._prompts: list[bool] = []
        self._is_prompt = False

    def rows(self, content: bytes) -> Iterator[Row]:
        """Yield the rows of the document ``content``."""
        events = iterparse(BytesIO(content), ("start", "end"), forbid_dtd=True)
        for event, element in events:
            name = element.tag.rpartition("}")[2]
            if event == "start":
                self._begin(name, element)
                self._open.append(name)
                continue
            self._open.pop()
            if row := self._end(name, element):
                yield row
            element.clear()

    def _begin(self, name: str, element: Any) -> None:
        self._left_out += name in _LEFT_OUT
        match name:
            case "tr":
                self._rows.append([])
            case "tc":
                self._cells.append(TableCell())
            case "sdt":
                self._prompts.append(False)
            case "showingPlcHdr" if self._prompts:
                self._prompts[-1] = _value(element) not in {"0", "false", "off"}
            case "r":
                self._is_prompt = False
            case "rStyle":
                self._is_prompt = _value(element) == "PlaceholderText"
            case "tag" | "bookmarkStart" if self._cells:
                self._cells[-1].names.append(_value(element))

    def _end(self, name: str, element: Any) -> Row | None:
        """Take in what ended, and return a row when that is one."""
        self._left_out -= name in _LEFT_OUT
        parent = self._open[-1] if self._open else ""
        match name:
            case "tr":
                return self._rows.pop()
            case "tc":
                cell = self._cells.pop()
                if self._rows:
                    self._rows[-1].append(cell)
            case "sdt":
                self._prompts.pop()
            case "p":
                self._write("\n")
            case "t" if parent == "r" and not (self._is_prompt and any(self._prompts)):
                self._write(element.text or "")
            case _ if parent == "r" and name in _SIGNS:
                self._write(_SIGNS[name])
        return None

    def _write(self, text: str) -> None:
        if self._cells and not self._left_out:
            self._cells[-1].pieces.append(text)


def _value(element: Any) -> str:
    """Return what a small element says: ``w:val`` of most, ``w:name`` of bookmarks."""
    for name, value in element.items():
        if name.rpartition("}")[2] in {"val", "name"}:
            return str(value)
    return ""
