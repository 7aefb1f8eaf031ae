"""The ready units are ones that systemd takes, and let their services do little."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
UNITS = ROOT / "deploy" / "systemd"
SERVICES = sorted(path.name for path in UNITS.glob("*.service"))
MOST_EXPOSED = 20
"""Of 100, in tenths of what systemd counts; a service without any limits has 96."""

pytestmark = pytest.mark.skipif(
    shutil.which("systemd-analyze") is None, reason="systemd-analyze is missing"
)


@pytest.fixture
def units(tmp_path: Path) -> Path:
    """Return the units in a directory whose programs are there."""
    folder = tmp_path / "units"
    shutil.copytree(UNITS, folder)
    program = tmp_path / "jospar"
    program.touch(mode=0o755)
    for unit in folder.glob("*.service"):
        unit.write_text(
            unit.read_text().replace("/opt/jospar/bin/jospar", str(program))
        )
    return folder


def analyze(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run systemd's own program on units that nobody installed."""
    return subprocess.run(
        ["systemd-analyze", *arguments],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_systemd_takes_them(units: Path) -> None:
    """Every word is known to it, in every unit and timer."""
    files = [path for path in units.iterdir() if path.is_file()]
    done = analyze("verify", "--man=no", *files)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", SERVICES)
def test_what_a_service_may_do(units: Path, name: str) -> None:
    """Nearly everything that a program can be kept from, it is kept from."""
    done = analyze(
        "security", "--offline=true", f"--threshold={MOST_EXPOSED}", units / name
    )
    assert done.returncode == 0, done.stdout


def test_every_timer_has_its_service() -> None:
    """And what a timer starts nobody starts besides it."""
    timers = {path.stem for path in UNITS.glob("*.timer")}
    once = {
        path.stem
        for path in UNITS.glob("*.service")
        if "Type=oneshot" in path.read_text() and "[Install]" not in path.read_text()
    }
    assert timers == once


def test_secrets_stand_in_no_unit() -> None:
    """They are handed over as credentials; the settings hold none."""
    texts = [
        path.read_text() for path in (ROOT / "deploy").rglob("*") if path.is_file()
    ]
    assert [text for text in texts if re.search(r"://[^/\s]*:[^/\s]+@", text)] == []
    shared = (UNITS / "jospar-.service.d" / "safe.conf").read_text()
    assert "LoadCredential=JOSPAR:/etc/jospar/secrets\n" in shared
