"""Which kind of file somebody has, and which fingerprints it states."""

import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from io import BytesIO
from zipfile import ZipFile

from defusedxml.ElementTree import fromstring

from jospar.documents.docx_cells import LARGEST, LARGEST_PART
from jospar.records.file_types import DOCX, XLSX, type_of
from jospar.rules.core.packages import OLD, UNREADABLE, beginning
from jospar.rules.core.sentences import _

from .values import FileKind, VerificationError

_EMPTY = _("“{name}” is empty; choose the file again.")
_TOO_LARGE = _(
    "“{name}” is far too large for a plan; choose the file that Jospar made of it."
)
_FOREIGN = _(
    "“{name}” is of no kind that Jospar writes plans in; give a PDF, DOCX, XLSX, JSON "
    "or XML file, or type the fingerprint from the foot of a page."
)
_OLD = _(
    "“{name}” is of the old kind DOC or XLS or is protected by a password; type the "
    "fingerprint from the foot of a page instead."
)
_DAMAGED = _(
    "“{name}” is damaged or cut off; get it again from where it came, or type the "
    "fingerprint from the foot of a page."
)
_STATED = re.compile(r"(?<![0-9a-f])(?:[0-9a-f]{4} ?){16}(?![0-9a-f])")
_XMP = (b"<x:xmpmeta", b"</x:xmpmeta>")
_MOST_XMP = 20_000
_FOOTERS = b"headerFooter"
_FOOTER = re.compile(r"<(?:\w+:)?oddFooter[^>]*>(.{0,1000}?)</", re.DOTALL)
_MOST_FOOTER = 4_000
"""Patterns look at so many bytes: a file of nothing but beginnings takes no longer."""
_CORE = "docProps/core.xml"
_WITH_FOOTERS: Mapping[FileKind, re.Pattern[str]] = {
    FileKind.DOCX: re.compile(r"word/footer\d{0,3}\.xml"),
    FileKind.XLSX: re.compile(r"xl/worksheets/sheet\d{1,3}\.xml"),
}
_MOST_FOOTERS = 10
_BREAKS = dict.fromkeys(("tab", "br", "cr", "p"), "\n")


def kind_of(data: bytes, name: str) -> FileKind:
    """Return the kind of a file by what it holds; ``name`` is for the sentences.

    Raises:
        ToldError: it is of none that plans are written in, empty, or far too large.
    """
    if not data:
        raise VerificationError(_EMPTY, name=name)
    if len(data) > LARGEST:
        raise VerificationError(_TOO_LARGE, name=name)
    if data.startswith(OLD):
        raise VerificationError(_OLD, name=name)
    if data.startswith(b"%PDF-"):
        return FileKind.PDF
    if data.startswith(b"PK"):
        kinds = {DOCX: FileKind.DOCX, XLSX: FileKind.XLSX}
        if kind := kinds.get(type_of(data, name)):
            return kind
    start = data[:100].removeprefix(b"\xef\xbb\xbf").lstrip()
    for sign, kind in ((b"{", FileKind.JSON), (b"<", FileKind.XML)):
        if start.startswith(sign):
            return kind
    raise VerificationError(_FOREIGN, name=name)


def stated_in(kind: FileKind, data: bytes, name: str) -> tuple[str, ...]:
    """Return the different fingerprints that a file for people states.

    What its properties say comes first.

    Raises:
        VerificationError: it is damaged.
    """
    try:
        texts = list(_READERS[kind](data, name))
    except UNREADABLE as error:
        raise VerificationError(_DAMAGED, name=name) from error
    found = (each for text in texts for each in _STATED.findall(text.lower()))
    return tuple(dict.fromkeys(each.replace(" ", "") for each in found))


def pdf_properties(data: bytes) -> str:
    """Return the texts of a PDF's properties; "" where it has none to be read."""
    begin, end = _XMP
    at = data.find(begin)
    till = data.find(end, at, at + _MOST_XMP) if at >= 0 else -1
    if till < 0:
        return ""
    properties = fromstring(data[at : till + len(end)], forbid_dtd=True)
    return " ".join(properties.itertext())


def _of_pdf(data: bytes, name: str) -> Iterator[str]:
    yield pdf_properties(data)


def _of_package(kind: FileKind) -> Callable[[bytes, str], Iterator[str]]:
    def read(data: bytes, name: str) -> Iterator[str]:
        with ZipFile(BytesIO(data)) as package:
            names = package.namelist()
            if _CORE in names:
                core = beginning(package, _CORE, LARGEST_PART)
                yield " ".join(fromstring(core, forbid_dtd=True).itertext())
            footers = filter(_WITH_FOOTERS[kind].fullmatch, names)
            for part, _number in zip(footers, range(_MOST_FOOTERS), strict=False):
                content = beginning(package, part, LARGEST_PART)
                if kind is FileKind.DOCX:
                    yield _footer(content)
                else:
                    yield _footers(content)

    return read


def _footers(content: bytes) -> str:
    """Return what stands at the foot of a sheet's pages, behind its rows."""
    at = content.find(_FOOTERS)
    behind = content[at : at + _MOST_FOOTER] if at >= 0 else b""
    found = _FOOTER.findall(behind.decode("utf-8", "replace"))
    return " ".join(map(unescape, found))


def _footer(content: bytes) -> str:
    """Return the text of a footer: a word may stand in several runs."""
    texts = []
    for element in fromstring(content, forbid_dtd=True).iter():
        name = element.tag.rpartition("}")[2]
        texts.append((element.text or "") if name == "t" else _BREAKS.get(name, ""))
    return "".join(texts)


_READERS: Mapping[FileKind, Callable[[bytes, str], Iterator[str]]] = {
    FileKind.PDF: _of_pdf,
    FileKind.DOCX: _of_package(FileKind.DOCX),
    FileKind.XLSX: _of_package(FileKind.XLSX),
}
