"""Files in a directory, ``ab/<sha256>``, where ``ab`` are the first digits.

Several machines that serve one database share it. What is called ``new-…`` was never
finished, and nobody needs it.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from .names import is_sha256


@dataclass(frozen=True, slots=True)
class Directory:
    """Files below ``folder``."""

    folder: Path

    def put(self, sha256: str, content: bytes) -> None:
        """Put ``content`` in its place, whole or not at all, and on the disk."""
        path = self._path(sha256)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=self.folder, prefix="new-", delete=False) as file:
            part = Path(file.name)
            try:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
                part.replace(path)
            except BaseException:
                part.unlink(missing_ok=True)
                raise
        for folder in (path.parent, self.folder):
            settle(folder)

    def get(self, sha256: str) -> bytes:
        """Return what stands in its place."""
        return self._path(sha256).read_bytes()

    def has(self, sha256: str) -> bool:
        """Tell whether a file stands in its place."""
        return self._path(sha256).is_file()

    def all(self) -> Iterator[str]:
        """Yield the names of the files that stand where they belong."""
        for path in sorted(self.folder.glob("*/*")):
            if is_sha256(path.name) and path.name.startswith(path.parent.name):
                yield path.name

    def place(self, sha256: str) -> str:
        """Return where it stands, from the directory's name on."""
        return "/".join(self._path(sha256).parts[-3:])

    def _path(self, sha256: str) -> Path:
        return self.folder / sha256[:2] / sha256


def settle(folder: Path) -> None:
    """Let the names in ``folder`` outlive a failure of power."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
