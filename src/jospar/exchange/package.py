"""Take an XLSX file apart without trusting it: a ZIP of XML parts, within bounds."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from defusedxml.ElementTree import iterparse

from jospar.exchange.faults import WorkbookError
from jospar.rules.core.packages import OLD, is_locked
from jospar.rules.core.sentences import _

LARGEST = 200 * 2**20
"""A file, or the XML in it, of more bytes is not read: a year needs a tenth."""

DENSEST = 100
SMALL = 2**20
"""Nor is XML, unless small, of more bytes for each byte of the file; 20 is much."""

PASSWORD = "EncryptedPackage".encode("utf-16-le")
CONTENT_TYPES = "[Content_Types].xml"

DAMAGED = _(
    "{file} is damaged or cut off; get it again, or open it in a spreadsheet program "
    "and save it as XLSX."
)
FOREIGN = _(
    "{file} is not an XLSX workbook; open it in a spreadsheet program and save it as "
    "XLSX."
)
LOCKED = _(
    "{file} is protected by a password; open it, take the password off and save it "
    "again."
)


def load(path: Path) -> bytes:
    """Return the bytes of the file at ``path``.

    Raises:
        WorkbookError: there is no such file, or it can't or shouldn't be read.
    """
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise WorkbookError(
                _("{file} is not a file; name a workbook saved as XLSX."),
                file=str(path),
            )
        _check_size(size, LARGEST, path)
        return path.read_bytes()
    except FileNotFoundError:
        raise WorkbookError(
            _("There is no file {file}; check its name and folder."), file=str(path)
        ) from None
    except PermissionError:
        raise WorkbookError(
            _("{file} may not be read; ask its owner for the permission."),
            file=str(path),
        ) from None
    except OSError as error:
        raise WorkbookError(
            _("{file} can't be read ({reason}); copy it elsewhere and try again."),
            file=str(path),
            reason=error.strerror or str(error),
        ) from error


def unpack(data: bytes, path: Path) -> BytesIO:
    """Return the XML parts of the workbook ``data`` as a ZIP without compression.

    What is declared of their sizes is checked before, what they hold while unpacking;
    nothing read from the returned file can grow. ``path`` is for the sentences.

    Raises:
        WorkbookError: ``data`` is not XLSX, is locked, or far too large.
        Exception: zipfile's own, of many kinds, where ``data`` is damaged.
    """
    if data.startswith(OLD):
        raise WorkbookError(LOCKED if PASSWORD in data else FOREIGN, file=str(path))
    if data and not data.startswith(b"PK"):
        raise WorkbookError(FOREIGN, file=str(path))
    unpacked = BytesIO()
    with ZipFile(BytesIO(data)) as archive, ZipFile(unpacked, "w") as parts:
        for part in _xml_parts(archive, len(data), path):
            parts.writestr(ZipInfo(part.filename), _content(archive, part))
    return unpacked


def _xml_parts(archive: ZipFile, packed: int, path: Path) -> list[ZipInfo]:
    """Return the parts that hold XML; nobody needs the pictures and the rest.

    ``packed`` is the size of the file in bytes.
    """
    parts = {part.filename: part for part in archive.infolist()}
    if is_locked(archive):
        raise WorkbookError(LOCKED, file=str(path))
    if CONTENT_TYPES not in parts:
        raise WorkbookError(FOREIGN, file=str(path))
    xml = [part for name, part in parts.items() if name.endswith((".xml", ".rels"))]
    size = sum(part.file_size for part in xml)
    _check_size(size, min(LARGEST, max(SMALL, DENSEST * packed)), path)
    return xml


def _content(archive: ZipFile, part: ZipInfo) -> bytes:
    """Return what ``part`` holds, read piece by piece so that it can't swell.

    It begins like XML and has no DTD, so it can't swell by entities later either.
    """
    if part.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise BadZipFile(part.filename)
    with archive.open(part) as stream:
        content = b"".join(iter(lambda: stream.read(2**20), b""))
    next(iterparse(BytesIO(content), events=("start",), forbid_dtd=True))
    return content


def _check_size(size: int, limit: int, path: Path) -> None:
    if size > limit:
        raise WorkbookError(
            _(
                "{file} is far too large for a planning year; delete all sheets, rows "
                "and columns that nobody needs and save it again."
            ),
            file=str(path),
        )
