"""Packed files (ZIP) that a stranger may have made: what is looked at, and what is not.

Of a package the names and declared sizes are looked at, and the beginning of a part.
"""

from struct import error as StructError  # noqa: N812 - an exception
from xml.etree.ElementTree import ParseError
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 - an exception

UNREADABLE = (
    BadZipFile,
    ZlibError,
    StructError,
    EOFError,
    OSError,
    ValueError,
    LookupError,
    NotImplementedError,
    ParseError,
)
"""What looking into a damaged or hostile package, and the XML in it, can end in.

What defusedxml forbids is a ValueError.
"""
OLD = bytes.fromhex("D0CF11E0A1B11AE1")
"""What a file of an old office program begins with, and one with a password."""
MOST_PARTS = 10_000
MOST_OF_A_TEMPLATE = 50 * 2**20
"""Bytes that a template unpacks to at most; ours have a thousandth of that."""
_ENCRYPTED = 0x1


def has_too_many_parts(content: bytes) -> bool:
    """Tell so of a package without opening it: its list may be what is too long."""
    return content.count(b"PK\x01\x02") > MOST_PARTS


def is_locked(package: ZipFile) -> bool:
    """Tell whether a part of the package is protected by a password."""
    return any(part.flag_bits & _ENCRYPTED for part in package.infolist())


def all_parts(package: ZipFile, most: int) -> dict[str, bytes]:
    """Return what the parts of a package hold, by their names.

    Raises:
        BadZipFile: a part is locked, or it says that there are more than ``most``
            bytes; nobody reads more of a part than it says.
    """
    if is_locked(package) or sum(part.file_size for part in package.infolist()) > most:
        raise BadZipFile(package.filename)
    return {name: package.read(name) for name in package.namelist()}


def beginning(package: ZipFile, part: str, most: int) -> bytes:
    """Return the first ``most`` bytes of a part; what follows is not unpacked.

    Raises:
        BadZipFile: it is packed in a way that no office program knows.
    """
    if package.getinfo(part).compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise BadZipFile(part)
    with package.open(part) as stream:
        return stream.read(most)
