"""The clock is moved back while people work: no entry stands before another."""

import re
import time
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from pathlib import Path

import msgspec

from tests.management.test_demo_and_serve import free_port
from tests.soak.faults.clocks import moved_back, put
from tests.soak.faults.processes import Web
from tests.soak.faults.site import Site, chance, of_crowd, tell, times

BACK, LONGEST = 4, 120
"""How often it is moved, and how many seconds may pass until what is awaited."""
_HOUR, _DAY, _APART, _ACTS = 3600, 24 * 3600, 40, 8
_TOLD = re.compile("Осы сервердің сағаты|Часы этого сервера|The clock of this machine")


def out_of_order(site: Site) -> list[int]:
    """Return the entries that were recorded before the one that they follow."""
    with site.jospar.database() as sql:
        rows = sql("SELECT number, header FROM records_journalentry ORDER BY number")
    moments = [
        (number, datetime.fromisoformat(msgspec.json.decode(header)["recorded_at"]))
        for number, header in rows
    ]
    return [one[0] for last, one in pairwise(moments) if one[1] < last[1]]


def at_rest(site: Site) -> int:
    """Return how many entries there are when two seconds have brought no other.

    What was under way had read the clock already, and is performed.
    """
    begun = time.monotonic()
    while time.monotonic() - begun < LONGEST:
        before = site.jospar.entries()
        time.sleep(2)
        if site.jospar.entries() == before:
            return before
    raise TimeoutError


def test_the_clock_is_moved_back(faulty: Site) -> None:
    """Acts are refused, which says why, and go on when the clock is right again."""
    moments, since = chance("clock"), faulty.jospar.entries()
    clock, seconds = faulty.prepared.clock, list[float]()
    with faulty.crowd() as tally:
        time.sleep(5)
        for number in range(times(BACK)):
            with moved_back(clock, (_HOUR, _DAY)[number % 2]):
                before = at_rest(faulty)
                time.sleep(moments.uniform(2, 5))
                assert faulty.jospar.entries() == before
            begun = time.monotonic()
            while faulty.jospar.entries() == before:
                assert time.monotonic() - begun < LONGEST
                time.sleep(0.1)
            seconds.append(time.monotonic() - begun)
    told = [one for one in tally.refusals if _TOLD.search(one)]
    figures = of_crowd(tally, seconds)
    tell(faulty, "clock back", times(BACK), **figures, for_the_clock=len(told))
    assert "\n".join(faulty.wrong(tally, since)) == ""
    assert out_of_order(faulty) == []
    assert told


def test_a_machine_is_behind_the_other(faulty: Site, tmp_path: Path) -> None:
    """By less than a minute: its acts are taken, and the order holds."""
    since, clock = faulty.jospar.entries(), tmp_path / "clock"
    put(clock, float(faulty.prepared.clock.read_text()) - _APART)
    behind = Web(
        replace(faulty.prepared, clock=clock),
        free_port(),
        faulty.environment,
        tmp_path / "web.log",
    )
    behind.start()
    try:
        behind.wait()
        with replace(faulty, webs=(behind, faulty.webs[0])).crowd() as tally:
            begun = time.monotonic()
            while len(tally.accepted) < _ACTS:
                assert time.monotonic() - begun < 120
                time.sleep(0.5)
        tell(faulty, "clocks apart", 1, **of_crowd(tally))
        assert "\n".join(faulty.wrong(tally, since)) == ""
    finally:
        behind.kill()
    assert out_of_order(faulty) == []


def test_the_check_names_the_clock(faulty: Site) -> None:
    """An administrator who looks is told, and by which entry."""
    with moved_back(faulty.prepared.clock, _HOUR):
        process = faulty.prepared.start("check", environment=faulty.environment)
        out, err = process.communicate(timeout=60)
    assert "The clock stands before the moment of entry" in out + err
