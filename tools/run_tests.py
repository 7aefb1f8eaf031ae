"""Run the tests: ``python -m tools.run_tests [--soak]``.

All tests run on SQLite; there coverage is measured, which has a floor. Those that touch
the database run again on PostgreSQL, unmeasured: measuring takes as long as the tests.
``--soak`` runs the long tests instead.
What this machine lacks for tests is said first; where JOSPAR_NOTHING_SKIPPED is set,
nothing runs then.
"""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence

from .with_postgresql import NO_SYNC, UnavailableError, programs

PROGRAMS = (
    ("chromium", "chromium", "pages are not looked at in a browser"),
    ("pdftotext", "poppler-utils", "the texts of PDFs are not read back"),
    ("soffice", "libreoffice-writer", "no form is saved by another office program"),
    ("nginx", "nginx-light", "the ready file for nginx is not tried"),
    ("systemd-analyze", "systemd", "the ready units are not tried"),
)
"""A program that tests start, the package that has it, and what is lost without."""

COVERAGE = (sys.executable, "-m", "coverage")
PYTEST = (sys.executable, "-m", "pytest", "-q", "-rs", "--durations=10")
SPREAD = ("--numprocesses=auto", "--dist=loadgroup")
"""Workers take one test after the other; only what shares a fixture stays together."""
MEASURED = ("--cov", "--cov-report=")
SOAK = "tests/soak"
ALONE = "tests/soak/last_day"
"""Those that measure time go first, one after the other, beside nothing else."""
ON_POSTGRESQL = (
    "tests/records",
    "tests/accounts",
    "tests/procedure",
    "tests/notices",
    "tests/queries",
    "tests/exchange",
    "tests/management/test_backup_and_restore.py",
    "tests/management/checks",
    "tests/management/test_check_command.py",
    "tests/management/test_command_line.py::test_a_first_run",
    "tests/management/test_command_line.py::test_interrupted",
    "tests/management/test_journal_command.py",
    "tests/management/test_journal_keeping.py",
    "tests/management/test_move_command.py",
    "tests/management/test_notices_command.py",
    "tests/management/test_person_command.py",
    "tests/management/test_plan_command.py",
    "tests/management/test_rebuild_elsewhere.py",
    "tests/management/test_schema.py",
    "tests/management/test_year_command.py",
    "tests/years",
    "tests/faults",
    "tests/web/writing",
    "tests/web/test_bad_input.py",
    "tests/web/test_view_act.py",
    "tests/web/test_view_concepts.py",
    "tests/web/test_view_write.py",
)
"""Where such tests are; of the pages those that write, search and merge."""

FLOORS = {"src/jospar/rules/*": 100, "src/jospar/*": 95}
"""How much of the lines and branches tests must run, in percent."""


def main() -> int:
    """Run the tests, and return 0 when all is well."""
    parser = argparse.ArgumentParser(description="Run the tests.")
    parser.add_argument("--soak", action="store_true", help="the long tests instead")
    soak = parser.parse_args().soak
    missing = list(_missing())
    for line in missing:
        _say(line)
    if missing and os.environ.get("JOSPAR_NOTHING_SKIPPED"):
        _say("JOSPAR_NOTHING_SKIPPED is set, so nothing was run.")
        return 1
    return _soak() if soak else _all()


def _missing() -> Iterator[str]:
    """Yield a line for everything that tests need and this machine lacks."""
    for program, package, loss in PROGRAMS:
        if shutil.which(program) is None:
            yield f"{program} is missing: {loss}; install {package}."
    if (trouble := _postgresql_trouble()) is not None:
        yield f"Nothing is tested on PostgreSQL: {trouble}"


def _postgresql_trouble() -> str | None:
    try:
        programs()
    except UnavailableError as error:
        return str(error)
    return None


def _soak() -> int:
    beside = _beside_postgresql()
    if status := _run(*beside, *PYTEST, "-x", ALONE):
        return status
    return _run(*beside, *PYTEST, *SPREAD, "-x", f"--ignore={ALONE}", SOAK)


def _all() -> int:
    _run(*COVERAGE, "erase")
    _say("On SQLite:")
    on_sqlite = (f"--ignore={SOAK}", "-m", "not postgresql")
    statuses = [_run(*PYTEST, *SPREAD, *MEASURED, *on_sqlite)]
    if beside := _beside_postgresql():
        _say("On PostgreSQL, what touches the database:")
        on_postgresql = ("-m", "database", *ON_POSTGRESQL)
        statuses.append(_run(*beside, *PYTEST, *SPREAD, *on_postgresql))
    for files, floor in FLOORS.items():
        _say(f"Coverage of {files}, at least {floor} %:")
        only = (f"--include={files}", f"--fail-under={floor}")
        statuses.append(_run(*COVERAGE, "report", *only))
    passed = not any(statuses)
    _say("All is well." if passed else "Not all is well; see above.")
    return 0 if passed else 1


def _beside_postgresql() -> Sequence[str]:
    """Return what starts a command beside PostgreSQL, if there is one."""
    if _postgresql_trouble() is not None:
        return ()
    return (sys.executable, "-m", "tools.with_postgresql", NO_SYNC)


def _run(*command: str) -> int:
    return subprocess.run(command, check=False).returncode  # noqa: S603 - our own commands


def _say(line: str) -> None:
    print(f"run_tests: {line}", flush=True)  # noqa: T201 - speaks to a person


if __name__ == "__main__":
    sys.exit(main())
