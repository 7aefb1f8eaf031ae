"""Make the bundle that installs Jospar without a network: `tools.make_bundle`.

It is one TAR in ``dist/``: the wheels of everything that ``requirements/run.txt`` and
``requirements/s3.txt`` pin, for a machine of this kind, Jospar's own, the files of
``deploy/``, the pages for administrators, and ``install``. The same source and wheels
give the same bytes.
"""

import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOCKED = ("run.txt", "s3.txt")
SUMS = "SHA256SUMS"
_MOMENT = 1580601600
"""When everything in it was changed, as far as it says: the moment wheels have too."""


def main() -> None:
    """Make the bundle, and say where it is."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    target = ROOT / "dist" / f"jospar-{version}-bundle.tar"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / f"jospar-{version}"
        _gather(folder)
        target.parent.mkdir(exist_ok=True)
        pack(folder, target)
    print(f"{target.relative_to(ROOT)}: {target.stat().st_size // 2**20} MiB")  # noqa: T201 - speaks to a person


def _gather(folder: Path) -> None:
    """Put everything into ``folder``."""
    locked = [ROOT / "requirements" / name for name in LOCKED]
    asked = [part for path in locked for part in ("-r", path)]
    wheels = folder / "wheels"
    wheels.mkdir(parents=True)
    _pip("download", "--require-hashes", "--only-binary=:all:", *asked, "-d", wheels)
    _pip("wheel", "--no-deps", "--no-build-isolation", "-w", wheels, ROOT)
    (folder / "requirements").mkdir()
    for path in locked:
        shutil.copy(path, folder / "requirements")
    shutil.copytree(ROOT / "deploy", folder / "deploy")
    shutil.copytree(ROOT / "docs" / "administrators", folder / "docs/administrators")
    shutil.move(folder / "deploy" / "install", folder / "install")
    shutil.copy(ROOT / "CHANGELOG.md", folder)


def _pip(*arguments: str | Path) -> None:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-q"]
    subprocess.run([*command, *arguments], check=True)  # noqa: S603 - our own command


def pack(folder: Path, target: Path) -> None:
    """Write ``folder``, and the sums of its files, to ``target`` in their order."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    sums = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder)}\n"
        for path in files
    ]
    (folder / SUMS).write_text("".join(sums))
    part = target.with_name(f"{target.name}.part")
    with tarfile.open(part, "w", format=tarfile.PAX_FORMAT) as archive:
        for path in sorted([*files, folder / SUMS]):
            archive.add(path, path.relative_to(folder.parent), filter=_undated)
    part.replace(target)


def _undated(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Return what the archive says of a file: nothing of this machine."""
    member.mtime, member.mode = _MOMENT, 0o755 if member.mode & 0o100 else 0o644
    member.uid = member.gid = 0
    member.uname = member.gname = "root"
    return member


if __name__ == "__main__":
    main()
