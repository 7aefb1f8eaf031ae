"""Files by the SHA-256 of what they hold: each content is kept once, for ever."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from io import BytesIO
from pathlib import PurePath
from typing import BinaryIO

from django.conf import settings

from jospar.rules.core.files import FileRef
from jospar.rules.core.sentences import _

from .file_types import FileError, named, type_of
from .kept import kept_files
from .kept.names import is_sha256

_LONGEST_STEM, _LONGEST_ENDING = 180, 10
"""So many letters of a name are kept."""

_MIB = 2**20

_MISSING = _(
    "The kept file “{name}” is missing; ask the administrator to put {place} back from "
    "a backup."
)
_CHANGED = _(
    "The kept file “{name}” is damaged; ask the administrator to put {place} back from "
    "a backup."
)


def keep(source: BinaryIO | bytes, name: str) -> FileRef:
    """Keep a file, and return what it is known by from now on.

    Its type is told by its content. When this returns, the file is in its place.

    Args:
        source: what the file holds, or a stream of it, which is read to its end.
        name: as the person's machine calls it, with or without folders.

    Raises:
        FileError: the file is empty, too large, or of a kind that is not taken; or the
            store does not take it.
    """
    limit: int = settings.FILE_LIMIT
    content = source if isinstance(source, bytes) else source.read(limit + 1)
    name = _clean(name)
    if not content:
        raise FileError(_("“{name}” is empty; choose the file again."), name=name)
    if len(content) > limit:
        raise FileError(
            _("“{name}” is larger than {limit} MiB; make it smaller or divide it."),
            name=name,
            limit=limit // _MIB,
        )
    media_type = type_of(content, name)
    sha256 = hashlib.sha256(content).hexdigest()
    kept_files().put(sha256, content)
    return FileRef(sha256, named(name, media_type), media_type, len(content))


def open_kept(sha256: str, name: str = "") -> BytesIO:
    """Return a stream of the file, whose content was checked.

    Args:
        sha256: what the file is kept by.
        name: what a person knows it by, for the sentences.

    Raises:
        FileError: the file is missing or damaged, or the store does not give it.
    """
    if not is_sha256(sha256):
        raise ValueError(f"{sha256} is not a SHA-256.")
    kept = kept_files()
    values = {"name": name or sha256, "place": kept.place(sha256)}
    try:
        content = kept.get(sha256)
    except FileNotFoundError:
        raise FileError(_MISSING, **values) from None
    if hashlib.sha256(content).hexdigest() != sha256:
        raise FileError(_CHANGED, **values)
    return BytesIO(content)


def check_kept(files: Iterable[FileRef]) -> None:
    """Check that the files are there; what they hold is not looked at.

    Raises:
        FileError: naming the first that is missing.
    """
    kept = kept_files()
    for file in files:
        if not kept.has(file.sha256):
            raise FileError(_MISSING, name=file.name, place=kept.place(file.sha256))


def _clean(name: str) -> str:
    """Return the last part of ``name``, in letters that can be seen.

    Marks that turn the direction of writing could make one ending look like another.
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    spaced = " ".join(last.split())
    seen = "".join(letter for letter in spaced if letter.isprintable()).strip(" .")
    path = PurePath(seen or "file")
    return path.stem[:_LONGEST_STEM] + path.suffix[:_LONGEST_ENDING]
