"""Files of lines that are only added to: what stands in them is never written again.

A program that is killed in the middle of a line leaves a torn end. It says nothing, so
readers pass over it, and who adds the next line cuts it off.
"""

import os
from pathlib import Path

_CHUNK = 2**16


def whole(path: Path) -> int:
    """Return how many bytes of the file are whole lines; none where there is no file.

    Raises:
        OSError: when it cannot be read.
    """
    if not path.exists():
        return 0
    with path.open("rb") as file:
        end = file.seek(0, os.SEEK_END)
        while end:
            begin = max(0, end - _CHUNK)
            file.seek(begin)
            if (found := file.read(end - begin).rfind(b"\n")) >= 0:
                return begin + found + 1
            end = begin
    return 0


def mend(path: Path) -> None:
    """Cut off an end that was torn.

    A file with none is not touched: it may be one that takes additions only.

    Raises:
        OSError: when the file cannot be written.
    """
    if (end := whole(path)) < path.stat().st_size:
        os.truncate(path, end)


def add(path: Path, lines: bytes) -> None:
    """Add whole lines; when this returns they are on the disk.

    Raises:
        OSError: when they cannot be written, or not all of them.
    """
    with path.open("ab") as file:
        mend(path)
        file.write(lines)
        file.flush()
        os.fsync(file.fileno())
