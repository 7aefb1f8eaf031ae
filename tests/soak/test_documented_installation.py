"""The documented installation, as it is written, on a machine with the real systemd.

The commands are those of docs/administrators/install.md themselves, in their order, on
a throw-away machine without any network but its own, from the bundle alone. What the
page leaves to its reader has a stand-in: see ``Reader``; the transfers of days off of
two years are a made file. People are at work as people are: over HTTPS, by forms,
with passwords and second factors.
"""

import subprocess
import sys
from contextlib import ExitStack
from datetime import date, timedelta
from pathlib import Path
from threading import Thread
from time import sleep

import pytest

from tests.deploy.install_page import Reader, steps
from tests.deploy.machine import Machine, machine, wait_until, why_not
from tests.notices.smtp_server import Server, smtp_server
from tests.soak.visitor import Visitor

ROOT = Path(__file__).parents[2]
UNITS = ("nginx", "jospar-web", "jospar-notices", "jospar-follow")
TIMERS = ("jospar-backup", "jospar-check", "jospar-checkpoint")
YEAR = date.today().year + 1  # noqa: DTZ011 - the machine's clock is the real one
CALENDAR = f"""edition = "stand-in of a test"
known_years = [{YEAR - 1}, {YEAR}]
"""

pytestmark = [
    pytest.mark.skipif(bool(why_not()), reason=why_not() or "it runs"),
    pytest.mark.xdist_group("bundle"),
]


@pytest.fixture(scope="module")
def bundle() -> Path:
    """Return the bundle, made as the page says."""
    make = [sys.executable, "-m", "tools.make_bundle"]
    subprocess.run(make, cwd=ROOT, check=True)
    (made,) = (ROOT / "dist").glob("jospar-*-bundle.tar")
    return made


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_by_the_page(database: str, bundle: Path, tmp_path: Path) -> None:
    """Everything works that was installed, and nothing is found wrong with it."""
    with ExitStack() as stack:
        of_its_own = stack.enter_context(machine(tmp_path))
        with of_its_own.network():
            mails = stack.enter_context(smtp_server())
        reader = Reader(of_its_own, bundle, mails.port)
        reader.installs()
        reader.prepares(postgresql=database == "postgresql")
        handed = reader.adds_the_first()
        visitor = Visitor(of_its_own, reader.starts())
        wait_until(lambda: _is_served(visitor))
        assert of_its_own.run(f"systemctl is-active {' '.join(UNITS)}").split() == [
            "active"
        ] * len(UNITS)
        head = _people_work(visitor, handed, mails)
        _is_finished_at_a_restart(head)
        _nothing_is_found(of_its_own)


def _people_work(visitor: Visitor, handed: str, mails: Server) -> Visitor:
    """A cycle is opened, a body reminded, by mail too; return who reminded it."""
    desk = visitor.sign_in("a.akhmetova", handed)
    assert "А. Ахметова" in desk.text
    visitor.perform(YEAR, "reference.open_cycle", ruleset="kz-2023")
    body = {"name_kk": "Көлік министрлігі", "name_ru": "Министерство транспорта"}
    visitor.perform(
        YEAR, "reference.list_body", code="transport", answers="yes", **body
    )
    _appoint(visitor, "b.ospanov", "body_officer", "transport")
    head = Visitor(visitor.machine, visitor.trusted)
    head.sign_in("g.serik", _appoint(visitor, "g.serik", "head"))
    head.perform(YEAR, "intake.remind", body="transport")
    head.perform(YEAR, "outbox.send_reminder", body="transport", document="11-1-4/214")
    visitor.machine.run("systemctl restart jospar-notices")
    wait_until(lambda: bool(mails.mails))
    assert b"To: b.ospanov@transport.example.kz" in mails.mails[0]
    return head


def _appoint(visitor: Visitor, code: str, office: str, body: str = "") -> str:
    """Take somebody up and appoint them; return the one-time password."""
    email = f"{code}@{body or 'ministry'}.example.kz"
    person = {"code": code, "name": code.title(), "email": email}
    handed = visitor.send(visitor.open("/en/people/add/"), **person)
    visitor.perform(
        YEAR,
        "reference.appoint",
        person=code,
        name=person["name"],
        office=office,
        body=body,
        first_day=date.today() - timedelta(days=1),  # noqa: DTZ011 - as above
    )
    return handed.found("<dd><code>([a-z0-9-]{10,})</code></dd>")


def _is_finished_at_a_restart(head: Visitor) -> None:
    """A PDF is made under all that its service may not do, a restart beside it too."""
    report = f"/en/{YEAR}/rules/report.pdf"
    found = [head.open(report)]
    asking = Thread(target=lambda: found.append(head.open(report)))
    head.machine.run("pkill -STOP -f '[p]df_worker.py'")  # so that it takes long
    asking.start()
    sleep(0.5)
    head.machine.run("systemctl restart --no-block jospar-web")
    sleep(1)
    head.machine.run("pkill -CONT -f '[p]df_worker.py'")
    asking.join()
    wait_until(lambda: _is_served(head))
    assert [(page.status, page.content[:5]) for page in found] == [(200, b"%PDF-")] * 2


def _nothing_is_found(installed: Machine) -> None:
    """After what is left to the reader `jospar check --deploy` finds nothing."""
    check, last = steps()[6]
    assert installed.says(check).status == 2
    installed.run("cat > /tmp/days.toml", typed=CALENDAR)
    installed.run("jospar days --enter /tmp/days.toml")
    key = installed.run(last)
    assert "-----BEGIN PUBLIC KEY-----" in key
    said = installed.says(f"{check.strip()} --lang en")
    assert (said.status, said.out) == (0, "Nothing was found wrong.\n")
    timers = installed.run("systemctl list-timers --no-legend --plain")
    assert [name for name in TIMERS if f"{name}.timer" not in timers] == []
    shipped = installed.run("cat /var/backups/jospar-journal/journal.jsonl")
    assert shipped.count("\n") >= 7
    assert installed.failed() == ""


def _is_served(visitor: Visitor) -> bool:
    try:
        return visitor.open("/en/sign-in/").status == 200
    except OSError:  # nginx takes its new file up after it was told
        return False
