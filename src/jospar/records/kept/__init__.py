"""Where files are kept by the SHA-256 of what they hold: a directory, or a store.

Both keep the same promises: a content appears whole or not at all, and stays. What it
holds is compared with its SHA-256 by whoever reads it.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Protocol

from django.conf import settings

from jospar.rules.core.sentences import _

from .directory import Directory
from .faults import StoreError


class KeptFiles(Protocol):
    """A place of files."""

    def put(self, sha256: str, content: bytes) -> None:
        """Keep a content; when this returns, it outlives a failure of power.

        What is there already is replaced: it may have been damaged.
        """

    def get(self, sha256: str) -> bytes:
        """Return what is kept.

        Raises:
            FileNotFoundError: when it is not there.
        """

    def has(self, sha256: str) -> bool:
        """Tell whether it is there; what it holds is not looked at."""

    def all(self) -> Iterator[str]:
        """Yield the SHA-256 of everything that is there, in their order."""

    def place(self, sha256: str) -> str:
        """Return where it stands, as an administrator looks for it."""


def kept_files() -> KeptFiles:
    """Return the place that the settings name.

    Raises:
        StoreError: when it is a store, and what talks to stores is not installed.
    """
    named: Path | str = settings.FILES
    return Directory(named) if isinstance(named, Path) else _store(named)


@cache
def _store(address: str) -> KeptFiles:
    """Return the store; it is made once, for it holds connections."""
    try:
        from .s3 import Store  # noqa: PLC0415 - boto3 is an extra that few need
    except ModuleNotFoundError as error:
        raise StoreError(
            _(
                "JOSPAR_FILES names a store, and {package} is missing: install what "
                "{file} lists, or name a directory."
            ),
            package=error.name,
            file="requirements/s3.txt",
        ) from error
    return Store(address)
