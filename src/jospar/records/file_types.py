"""What kind of file a content is, whatever its name says; nothing is ever unpacked.

Of a ZIP the names and declared sizes are looked at, and the beginning of the one part
that tells the kind. puremagic tells ZIP kinds apart by a guess and does not know of
signatures, so that the few kinds that are taken are recognised here.
"""

import re
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Mapping
from io import BytesIO
from pathlib import PurePath
from zipfile import ZipFile

from defusedxml.ElementTree import fromstring

from jospar.rules.core.packages import (
    OLD,
    UNREADABLE,
    beginning,
    has_too_many_parts,
    is_locked,
)
from jospar.rules.core.sentences import ToldError, _


class FileError(ToldError):
    """A file that is not taken or not there, with its name and the cure."""


PDF = "application/pdf"
PNG = "image/png"
JPEG = "image/jpeg"
TIFF = "image/tiff"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ASIC_E = "application/vnd.etsi.asic-e+zip"
ASIC_S = "application/vnd.etsi.asic-s+zip"
CMS = "application/pkcs7-signature"

ENDINGS: Mapping[str, tuple[str, ...]] = {
    PDF: (".pdf",),
    DOCX: (".docx",),
    XLSX: (".xlsx",),
    PNG: (".png",),
    JPEG: (".jpg", ".jpeg", ".jpe", ".jfif"),
    TIFF: (".tif", ".tiff"),
    ASIC_E: (".asice", ".sce"),
    ASIC_S: (".asics", ".scs"),
    CMS: (".p7s", ".sig", ".p7m", ".cms"),
}
"""The media types that are taken, and the endings that their names may have."""

_SIGNATURES = (
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"II*\0", TIFF),
    (b"MM\0*", TIFF),
)
_ZIP = b"PK\x03\x04"
_SIGNED_DATA = bytes.fromhex("06092A864886F70D010702A0")
"""In DER what begins a CMS message: the identifier of signed data, and its content."""
_ARMOUR = re.compile(
    rb"\s*+(?:-----BEGIN (CMS|PKCS7|PKCS #7 SIGNED DATA)-----)?([A-Za-z0-9+/=\s]++)"
    rb"(?(1)-----END \1-----\s*)"
)
_CONTENT_TYPES = "[Content_Types].xml"
_MIMETYPE = "mimetype"
_MAIN = {f"{docx}.main+xml": docx for docx in (DOCX, XLSX)}
_MOST_UNPACKED = 512 * 2**20
_MOST_READ = 2**18
"""Office programs write a list of parts of a few thousand bytes."""

_UNKNOWN = _(
    "“{name}” is of a kind that is not kept; save it as PDF, DOCX, XLSX, PNG, JPEG or "
    "TIFF, or give the signed container (ASiC or CMS)."
)
_OLD = _(
    "“{name}” is protected by a password or of an old kind (DOC, XLS); save it without "
    "a password as DOCX, XLSX or PDF."
)
_MACROS = _("“{name}” carries macros; save it without them as DOCX, XLSX or PDF.")
_DAMAGED = _("“{name}” is damaged or cut off; get it again from where it came.")


def type_of(content: bytes, name: str) -> str:
    """Return the media type of ``content``; ``name`` is for the sentences alone.

    Raises:
        FileError: the content is of no kind that is taken.
    """
    if content.startswith(_ZIP):
        return _type_of_zip(content, name)
    for signature, media_type in _SIGNATURES:
        if content.startswith(signature):
            return media_type
    if _is_signed(content):
        return CMS
    raise FileError(_OLD if content.startswith(OLD) else _UNKNOWN, name=name)


def named(name: str, media_type: str) -> str:
    """Return ``name`` with an ending that its type may have.

    An ending of another type that is taken is exchanged, any other is kept before the
    true one: ``a.exe`` that holds a PDF is ``a.exe.pdf``.
    """
    endings = ENDINGS[media_type]
    path = PurePath(name)
    suffix = path.suffix.lower()
    if suffix in endings:
        return name
    known = any(suffix in others for others in ENDINGS.values())
    return f"{path.stem if known else name}{endings[0]}"


def _type_of_zip(content: bytes, name: str) -> str:
    if has_too_many_parts(content):
        raise FileError(_UNKNOWN, name=name)
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            names = [part.filename for part in parts]
            unpacked = sum(part.file_size for part in parts)
            if len(names) != len(set(names)) or unpacked > _MOST_UNPACKED:
                raise FileError(_DAMAGED, name=name)
            if is_locked(archive):
                raise FileError(_OLD, name=name)
            if _CONTENT_TYPES in names:
                types = beginning(archive, _CONTENT_TYPES, _MOST_READ)
                return _office_type(types, names, name)
            if names[:1] == [_MIMETYPE]:
                mimetype = beginning(archive, _MIMETYPE, _MOST_READ)
                return _container_type(mimetype, names, name)
    except UNREADABLE as error:
        raise FileError(_DAMAGED, name=name) from error
    raise FileError(_UNKNOWN, name=name)


def _office_type(content_types: bytes, names: list[str], name: str) -> str:
    """Return the type that the package gives its main part."""
    declared = {
        element.get("ContentType", "")
        for element in fromstring(content_types, forbid_dtd=True)
    }
    if any("macro" in kind.lower() or "vba" in kind.lower() for kind in declared):
        raise FileError(_MACROS, name=name)
    if any("vbaproject" in part.lower() for part in names):
        raise FileError(_MACROS, name=name)
    types = [media_type for main, media_type in _MAIN.items() if main in declared]
    if len(types) != 1:
        raise FileError(_UNKNOWN, name=name)
    return types[0]


def _container_type(mimetype: bytes, names: list[str], name: str) -> str:
    """Return which of the two signed containers it is; it must have a signature."""
    media_type = mimetype.decode("ascii", "replace").strip()
    signed = any(
        part.startswith("META-INF/") and "signature" in part.lower() for part in names
    )
    if media_type not in (ASIC_E, ASIC_S) or not signed:
        raise FileError(_UNKNOWN, name=name)
    return media_type


def _is_signed(content: bytes) -> bool:
    """Tell whether ``content`` is a CMS message: DER, or its base64 with armour or not.

    National signing programs leave the armour out.
    """
    if found := _ARMOUR.fullmatch(content):
        try:
            content = b64decode(b"".join(found[2].split()), validate=True)
        except Base64Error:
            return False
    if content[:1] != b"\x30" or len(content) < len(_SIGNED_DATA):
        return False
    length = content[1]
    if length == 0x80:  # noqa: PLR2004 - BER: the length is not said beforehand
        return content.startswith(_SIGNED_DATA, 2)
    start = 2 + (length & 0x7F if length & 0x80 else 0)
    said = int.from_bytes(content[2:start]) if length & 0x80 else length
    return content.startswith(_SIGNED_DATA, start) and start + said == len(content)
