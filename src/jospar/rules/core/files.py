"""Files that came with an act: scans of signed papers, and what bodies attach."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FileRef:
    """A file that is kept by the SHA-256 of its content.

    ``sha256`` is 64 hexadecimal digits in small letters, ``type`` the media type of
    the content, ``size`` its bytes.
    """

    sha256: str
    name: str
    type: str
    size: int


@dataclass(frozen=True, slots=True)
class FilesAttached:
    """The effect of every act that files came with: they belong to its entry."""

    files: tuple[FileRef, ...]
