"""The package of an evidence file: a ZIP that is the same whenever it is made.

Nothing in it is compressed, so that it never unpacks to more than it is, and every part
lies at its place with one fixed time. What is packed in any other way is refused.
"""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from jospar.rules.core.packages import UNREADABLE, has_too_many_parts
from jospar.rules.core.sentences import ToldError, _

from .contents import EVIDENCE

LARGEST = 2**29
"""Bytes of a file that is looked at: papers are at most 25 MiB each by default."""
_MADE = (1980, 1, 1, 0, 0, 0)
_BEGINS = b"PK\x03\x04"
_UNREADABLE = (*UNREADABLE, RuntimeError, UnicodeError)
_NAME_AT = 30
"""Where the name of the first part stands in a ZIP."""

_TOO_LARGE = _("“{name}” is too large for an evidence file; get it again.")
_DAMAGED = _("“{name}” is damaged or cut off; get it again.")
_CHANGED = _("“{part}” in the file was changed or is damaged.")
_FOREIGN = _(
    "“{name}” is not packed as Jospar packs evidence: something was added to it, taken "
    "out or packed anew. Get it again from the office that gave it."
)


class EvidenceError(ToldError):
    """An evidence file that cannot be looked at, with the cure."""


def is_evidence(data: bytes) -> bool:
    """Tell whether a file begins as evidence does, whatever it goes on with."""
    name = EVIDENCE.encode()
    return data.startswith(_BEGINS) and data[_NAME_AT:].startswith(name)


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Return the parts as a package, in their order."""
    return _packed(parts).getvalue()


def _packed(parts: Mapping[str, bytes]) -> BytesIO:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_STORED) as package:
        for name, content in parts.items():
            entry = ZipInfo(name, _MADE)
            entry.create_system = 3
            package.writestr(entry, content)
    return packed


def unpack(data: bytes, name: str) -> dict[str, bytes]:
    """Return the parts of a package by their names; ``name`` is for the sentences.

    Raises:
        EvidenceError: it is damaged, too large, or packed otherwise.
    """
    if len(data) > LARGEST:
        raise EvidenceError(_TOO_LARGE, name=name)
    if has_too_many_parts(data):
        raise EvidenceError(_FOREIGN, name=name)
    try:
        with ZipFile(BytesIO(data)) as package:
            listed = package.infolist()
            stored = all(one.compress_type == ZIP_STORED for one in listed)
            if not stored or sum(one.file_size for one in listed) > len(data):
                raise EvidenceError(_FOREIGN, name=name)
            parts = {one.filename: _content(package, one) for one in listed}
    except _UNREADABLE as error:
        raise EvidenceError(_DAMAGED, name=name) from error
    # Also finds what stands between the parts, twice, or behind the last one.
    if _packed(parts).getbuffer() != data:
        raise EvidenceError(_FOREIGN, name=name)
    return parts


def _content(package: ZipFile, part: ZipInfo) -> bytes:
    try:
        return package.read(part)
    except BadZipFile as error:
        raise EvidenceError(_CHANGED, part=part.filename) from error
