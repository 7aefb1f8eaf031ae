"""A small disk of its own: it fills up and gets room again."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

_MIB = 2**20


class Disk:
    """The disk mounted at ``place``."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self._ballast = place / "ballast"

    def fill(self, left: int = 0) -> None:
        """Leave no more room than ``left`` bytes."""
        with suppress(OSError), self._ballast.open("ab", buffering=0) as ballast:
            for size in (_MIB, 4096):
                with suppress(OSError):
                    while self._free() > left:
                        ballast.write(bytes(size))

    def make_room(self) -> None:
        """Give back what was filled."""
        self._ballast.unlink(missing_ok=True)

    def _free(self) -> int:
        found = os.statvfs(self.place)
        return found.f_bavail * found.f_frsize


@contextmanager
def small_disk(mib: int) -> Iterator[Disk]:
    """Mount a disk of so many MiB, whose files are written through; only root may."""
    with TemporaryDirectory(prefix="jospar-disk-") as name:
        home = Path(name)
        home.chmod(0o755)  # the database has an account of its own
        image, place = home / "image", home / "disk"
        with image.open("wb") as file:
            file.truncate(mib * _MIB)
        place.mkdir()
        subprocess.run(["mkfs.ext4", "-q", "-m", "0", image], check=True)
        mount = ["mount", "-o", "loop", str(image), str(place)]
        if subprocess.run(mount, check=False, capture_output=True).returncode:
            pytest.skip("no disk can be mounted: only root may, and not everywhere")
        try:
            yield Disk(place)
        finally:
            subprocess.run(["umount", "--lazy", place], check=True)
