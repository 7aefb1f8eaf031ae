"""The disk runs full while people work, and gets room again: nothing is lost."""

import time
from contextlib import suppress

import psycopg

from tests.soak.faults.processes import ready
from tests.soak.faults.site import Site, chance, of_crowd, tell, times

FULL = 3
_ROOM = 64 * 1024


def fill(site: Site, left: int) -> None:
    """Fill the disk, and what the database has put by for itself."""
    with site.jospar.database() as sql:
        if site.cluster is None:
            sql("PRAGMA wal_checkpoint(TRUNCATE)")
        site.disk.fill(left)
        if site.cluster is not None:
            with suppress(psycopg.OperationalError):
                sql("SELECT pg_switch_wal()")


def test_the_disk_runs_full(faulty: Site) -> None:
    """Pages say so, and go on by themselves as soon as there is room."""
    moments, since = chance("disk full"), faulty.jospar.entries()
    seconds: list[float] = []
    restarted = 0
    with faulty.crowd() as tally:
        time.sleep(4)
        for _time in range(times(FULL)):
            try:
                fill(faulty, moments.choice((0, _ROOM)))
                time.sleep(moments.uniform(2, 8))
                assert "disk" in (ready(faulty.urls[0]) or ["disk"])
            finally:
                faulty.disk.make_room()
            begun = time.monotonic()
            if faulty.cluster is not None and not faulty.cluster.is_up():
                # It gives up where it cannot write what it was about to promise.
                faulty.cluster.start()
                restarted += 1
            faulty.wait()
            seconds.append(time.monotonic() - begun)
            time.sleep(moments.uniform(1, 3))
    figures = of_crowd(tally, seconds)
    tell(faulty, "disk full", times(FULL), **figures, database_restarted=restarted)
    assert "\n".join(faulty.wrong(tally, since)) == ""
    assert any(": 503 " in told for told in tally.retried)
