"""What files of each kind hold, for tests: as little as they are known by."""

from base64 import encodebytes
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from jospar.records.file_types import DOCX, XLSX
from jospar.records.files import keep
from jospar.rules.core.files import FileRef

PDF = b"%PDF-1.7\n1 0 obj\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF\0"
TIFF = b"II*\0\x08\0\0\0"
CMS = bytes.fromhex("301006092A864886F70D010702A003300102")
CMS_OF_UNKNOWN_LENGTH = b"\x30\x80" + CMS[2:] + bytes(2)
CMS_OF_LONG_LENGTH = b"\x30\x82\1\0" + CMS[2:] + bytes(0x100 - 16)
BASE64 = encodebytes(CMS)
PEM = b"-----BEGIN CMS-----\n" + BASE64 + b"-----END CMS-----\n"
OLE = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504)


def zipped(parts: Mapping[str, str]) -> bytes:
    """Return a ZIP of ``parts``."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


def content_types(*kinds: str) -> str:
    """Return the part that says of which types the parts of a package are."""
    overrides = "".join(f'<Override PartName="/x" ContentType="{k}"/>' for k in kinds)
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    return f'<?xml version="1.0"?><Types xmlns="{space}">{overrides}</Types>'


def office(main: str, *others: str, **parts: str) -> bytes:
    """Return a package whose main part is of the type ``main``."""
    types = {"[Content_Types].xml": content_types(f"{main}.main+xml", *others)}
    return zipped(types | parts)


def container(mimetype: str, signature: str = "META-INF/signatures.xml") -> bytes:
    """Return a signed container that calls itself ``mimetype``."""
    return zipped({"mimetype": mimetype, "a.pdf": "%PDF-", signature: "<s/>"})


WORD, EXCEL = office(DOCX), office(XLSX)


def kept_scan(name: str = "Хаттама № 7.pdf") -> FileRef:
    """Return a scan that is kept."""
    return keep(PDF, name)
