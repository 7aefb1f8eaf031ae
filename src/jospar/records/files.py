"""Files by the SHA-256 of what they hold: each content is kept once, for ever.

They stand in ``files/ab/<sha256>`` of JOSPAR_DATA, where ``ab`` are the first digits;
several machines that serve one database share that directory. What is called
``new-…`` was never finished, and nobody needs it.
"""

import hashlib
import os
import re
import unicodedata
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path, PurePath
from tempfile import NamedTemporaryFile
from typing import BinaryIO

from django.conf import settings

from jospar.rules.core.files import FileRef
from jospar.rules.core.sentences import _

from .file_types import FileError, named, type_of

_LONGEST_STEM, _LONGEST_ENDING = 180, 10
"""So many letters of a name are kept."""

_SHA256 = re.compile(r"[0-9a-f]{64}")
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

    Its type is told by its content. When this returns, the file is on the disk.

    Args:
        source: what the file holds, or a stream of it, which is read to its end.
        name: as the person's machine calls it, with or without folders.

    Raises:
        FileError: the file is empty, too large, or of a kind that is not taken.
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
    _write(_path(sha256), content)
    return FileRef(sha256, named(name, media_type), media_type, len(content))


def open_kept(sha256: str, name: str = "") -> BytesIO:
    """Return a stream of the file, whose content was checked.

    Args:
        sha256: what the file is kept by.
        name: what a person knows it by, for the sentences.

    Raises:
        FileError: the file is missing or damaged.
    """
    path = _path(sha256)
    values = {"name": name or sha256, "place": _place(path)}
    try:
        content = path.read_bytes()
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
    for file in files:
        path = _path(file.sha256)
        if not path.is_file():
            raise FileError(_MISSING, name=file.name, place=_place(path))


def _path(sha256: str) -> Path:
    if not _SHA256.fullmatch(sha256):
        raise ValueError(f"{sha256} is not a SHA-256.")
    folder: Path = settings.FILES
    return folder / sha256[:2] / sha256


def _place(path: Path) -> str:
    """Return where a file stands within JOSPAR_DATA."""
    return "/".join(path.parts[-3:])


def _write(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path``, whole or not at all, and on the disk.

    A file that is there already is replaced: it may have been damaged.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=settings.FILES, prefix="new-", delete=False) as file:
        part = Path(file.name)
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            part.replace(path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    for folder in (path.parent, settings.FILES):
        settle(folder)


def settle(folder: Path) -> None:
    """Let the names in ``folder`` outlive a failure of power."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _clean(name: str) -> str:
    """Return the last part of ``name``, in letters that can be seen.

    Marks that turn the direction of writing could make one ending look like another.
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    spaced = " ".join(last.split())
    seen = "".join(letter for letter in spaced if letter.isprintable()).strip(" .")
    path = PurePath(seen or "file")
    return path.stem[:_LONGEST_STEM] + path.suffix[:_LONGEST_ENDING]
