"""The ready units at work, under the real systemd, from the program that is tested.

The machine that they work on is one of its own: see ``machine``. The whole documented
installation is tried by tests/soak/test_documented_installation.py.
"""

import shutil
import sys
from collections.abc import Callable
from http.client import OK, HTTPConnection
from pathlib import Path

import pytest

from tests.deploy.install_page import steps
from tests.deploy.machine import Machine, machine, wait_until, why_not
from tests.deploy.tls import NAME
from tests.installation import PROGRAM, Installation

ROOT = Path(__file__).parents[2]
SHOWN = (ROOT, Path(sys.prefix), Path(sys.base_prefix))
"""Where the program that is tested and its Python stand."""
FOUND = f"""[Service]
ProtectHome=tmpfs
BindReadOnlyPaths={" ".join(map(str, SHOWN))}
"""
"""Services see no home and an own /tmp, in which what is tested may stand."""
SERVING = ("jospar-web", "jospar-follow")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(why_not()), reason=why_not() or "it runs"),
]


def test_services_work_as_they_are_limited(
    tables: Callable[..., Installation], tmp_path: Path
) -> None:
    """Pages are served, and the journal is shipped."""
    with machine(tmp_path, SHOWN) as of_its_own:
        _installed(of_its_own, tables(sqlite=True))
        of_its_own.run(f"systemctl start {' '.join(SERVING)}")
        wait_until(lambda: _is_ready(of_its_own))
        shipped = of_its_own.root / "var/backups/jospar-journal/journal.jsonl"
        wait_until(shipped.exists)
        active = of_its_own.run(f"systemctl is-active {' '.join(SERVING)}")
        assert active.split() == ["active"] * len(SERVING)
        assert of_its_own.failed() == ""


def _installed(of_its_own: Machine, jospar: Installation) -> None:
    """Do step 2 of the page with the program that is tested, and a database."""
    of_its_own.run(
        "mkdir -p /opt/jospar/bin\n"
        f"ln -s {PROGRAM} /opt/jospar/bin/jospar\nln -s {ROOT} /opt/jospar/share"
    )
    of_its_own.run(steps()[2][0])
    for name in SERVING:
        folder = of_its_own.root / "etc/systemd/system" / f"{name}.service.d"
        folder.mkdir()
        (folder / "shown.conf").write_text(FOUND)  # after safe.conf
    data = of_its_own.root / "var/lib/jospar"
    shutil.copy(jospar.data / "jospar.sqlite3", data)
    of_its_own.run("chown jospar: /var/lib/jospar/*\nsystemctl daemon-reload")


def _is_ready(of_its_own: Machine) -> bool:
    """Tell whether the pages answer that they are ready to serve."""
    connection = HTTPConnection("127.0.0.1", 8000, timeout=20)
    try:
        with of_its_own.network():
            connection.connect()
        connection.request("GET", "/health/ready", headers={"Host": NAME})
        return connection.getresponse().status == OK
    except OSError:
        return False
    finally:
        connection.close()
