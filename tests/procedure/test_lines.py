"""Lines are added, never rewritten; an end that was torn is cut off."""

import os
import subprocess
from pathlib import Path

import pytest

from jospar.procedure import lines


@pytest.mark.parametrize(
    ("content", "whole"),
    [
        (b"", 0),
        (b"torn", 0),
        (b"one\n", 4),
        (b"one\ntorn", 4),
        (b"one\n" + b"x" * 2**17, 4),
        (b"x" * 2**16 + b"\n", 2**16 + 1),
    ],
)
def test_whole(tmp_path: Path, content: bytes, whole: int) -> None:
    """What counts ends with the last line that is whole, however long the rest is."""
    path = tmp_path / "lines"
    path.write_bytes(content)
    assert lines.whole(path) == whole
    lines.mend(path)
    assert path.read_bytes() == content[:whole]


def test_whole_of_nothing(tmp_path: Path) -> None:
    """A file that is not there has no line."""
    assert lines.whole(tmp_path / "none") == 0


@pytest.mark.parametrize("torn", [b"", b"tor"])
def test_add(tmp_path: Path, torn: bytes) -> None:
    """Lines come after those that are whole; the file is made by the first."""
    path = tmp_path / "lines"
    lines.add(path, b"one\n")
    with path.open("ab") as file:
        file.write(torn)
    lines.add(path, b"two\nthree\n")
    assert path.read_bytes() == b"one\ntwo\nthree\n"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root sets this mark on a file")
def test_a_file_that_takes_additions_only(tmp_path: Path) -> None:
    """As administrators are advised to keep it: lines are added, and none is cut."""
    path = tmp_path / "lines"
    path.write_bytes(b"one\n")
    subprocess.run(["chattr", "+a", path], check=True)
    try:
        lines.mend(path)
        lines.add(path, b"two\n")
        with pytest.raises(PermissionError):
            path.write_bytes(b"")
    finally:
        subprocess.run(["chattr", "-a", path], check=True)
    assert path.read_bytes() == b"one\ntwo\n"
