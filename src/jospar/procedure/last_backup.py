"""When the last backup was made: a small file in JOSPAR_DATA, so that age is told."""

from datetime import datetime
from pathlib import Path

import msgspec
from django.conf import settings


class Noted(msgspec.Struct, frozen=True):
    """The last backup: its moment in UTC, its journal's last entry, and its place."""

    at: datetime
    number: int
    place: str


def note(at: datetime, number: int, place: Path) -> None:
    """Note that a backup was made.

    Raises:
        OSError: when it cannot be written.
    """
    path = _path()
    part = path.with_name(f"{path.name}.part")
    part.write_bytes(msgspec.json.encode(Noted(at, number, str(place.absolute()))))
    part.replace(path)


def last_noted() -> Noted | None:
    """Return what was noted of the last backup, if one was made and can be read."""
    try:
        return msgspec.json.decode(_path().read_bytes(), type=Noted)
    except (FileNotFoundError, msgspec.MsgspecError):
        return None


def _path() -> Path:
    data: Path = settings.DATA
    return data / "last-backup.json"
