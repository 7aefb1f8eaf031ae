"""The bundle installs Jospar where there is no network at all."""

import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NO_NETWORK = ("unshare", "--net")

pytestmark = [
    pytest.mark.skipif(
        os.geteuid() != 0 or shutil.which("unshare") is None,
        reason="only root takes the network away, by unshare",
    ),
    pytest.mark.xdist_group("bundle"),
]


def test_an_installation_without_a_network(tmp_path: Path) -> None:
    """It is made from the bundle alone, and proves an empty journal."""
    make = [sys.executable, "-m", "tools.make_bundle"]
    subprocess.run(make, cwd=ROOT, check=True)
    (bundle,) = (ROOT / "dist").glob("jospar-*-bundle.tar")
    with tarfile.open(bundle) as archive:
        archive.extractall(tmp_path, filter="data")
    (folder,) = tmp_path.iterdir()
    to = tmp_path / "installed"
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    environment = {"PATH": path, "JOSPAR_DATA": str(tmp_path / "data"), "LANG": "en"}

    def run(*command: str | Path) -> str:
        done = subprocess.run(
            [*NO_NETWORK, *command],
            check=True,
            capture_output=True,
            text=True,
            env=environment,
            cwd=tmp_path,
        )
        return done.stdout

    version = run(folder / "install", to).strip()
    assert bundle.name == f"jospar-{version}-bundle.tar"
    assert run(to / "bin" / "jospar", "journal", "verify").splitlines() == [
        "The journal holds up to entry 0.",
        "0" * 64,
    ]
    assert run(to / "bin" / "python", "-c", "import boto3") == ""
    assert (to / "share" / "deploy" / "nginx" / "jospar.conf").is_file()
