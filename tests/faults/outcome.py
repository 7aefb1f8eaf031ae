"""What a year of the workbook gives, apart from moments, salts and hashes."""

import json
import time
from pathlib import Path
from typing import Any, NamedTuple

from tests.example import WORKBOOK
from tests.installation import Installation


class Outcome(NamedTuple):
    """The plans to the byte, and of the journal all that is fixed."""

    plans: dict[str, bytes]
    entries: list[dict[str, Any]]


def run_year(jospar: Installation, out: Path) -> Outcome:
    """Run the year to its end, check the journal, and return what came of it."""
    status, _out, err = jospar("year", WORKBOOK, "--out", out)
    assert (status, err) == (1, "")
    assert jospar("journal", "verify").status == 0
    return outcome(out)


def outcome(out: Path) -> Outcome:
    """Return what was written to ``out``."""
    plans = {path.name: path.read_bytes() for path in out.glob("*-20*.json")}
    lines = (out / "journal.jsonl").read_text("utf-8").splitlines()
    return Outcome(plans, [_fixed(json.loads(line)) for line in lines])


def _fixed(entry: dict[str, Any]) -> dict[str, Any]:
    header = dict(entry["header"])
    for name in ("recorded_at", "digests", "previous"):
        del header[name]
    parts = ("filing", "effects", "cautions")
    return header | {part: entry[part]["value"] for part in parts}


def one_line(err: str) -> str:
    """Return the one line that a command said why it was not done."""
    (line,) = err.splitlines()
    return line


def wait_for_entries(jospar: Installation, number: int) -> None:
    """Wait until the journal has at least so many entries."""
    for _attempt in range(600):
        if jospar.entries() >= number:
            return
        time.sleep(0.05)
    raise TimeoutError
