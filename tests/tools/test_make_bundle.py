"""The bundle is the same from the same files, and says what each of them holds."""

import hashlib
import tarfile
from pathlib import Path

from tools.make_bundle import pack


def test_the_same_files(tmp_path: Path) -> None:
    """Nothing of when and by whom it was made is in it."""
    made = []
    for time, folder in (
        (1, tmp_path / "a" / "jospar-1"),
        (2, tmp_path / "b/jospar-1"),
    ):
        (folder / "wheels").mkdir(parents=True)
        (folder / "wheels" / "own.whl").write_bytes(b"wheel")
        (folder / "install").touch(mode=0o700 + time)
        pack(folder, tmp_path / f"{time}.tar")
        made.append((tmp_path / f"{time}.tar").read_bytes())
    assert made[0] == made[1]
    with tarfile.open(tmp_path / "1.tar") as archive:
        modes = {member.name: member.mode for member in archive}
        sums = archive.extractfile("jospar-1/SHA256SUMS")
        assert sums is not None
        said = sums.read().decode()
    assert modes == {
        "jospar-1/SHA256SUMS": 0o644,
        "jospar-1/install": 0o755,
        "jospar-1/wheels/own.whl": 0o644,
    }
    empty, wheel = (hashlib.sha256(text).hexdigest() for text in (b"", b"wheel"))
    assert said == f"{empty}  install\n{wheel}  wheels/own.whl\n"
