"""Programs are killed at random moments while people work: nothing is lost."""

import time
from random import Random

from tests.soak.faults.processes import Web
from tests.soak.faults.site import Site, chance, of_crowd, tell, times

KILLS = 6


def kill_web(web: Web, moments: Random) -> float:
    """Kill a web process and start it again; return the seconds until it answers."""
    begun = time.monotonic()
    web.kill()
    time.sleep(moments.uniform(0, 1))
    web.start()
    web.wait()
    return time.monotonic() - begun


def kill_database(site: Site, moments: Random) -> float:
    """Do the same to the database."""
    assert site.cluster is not None
    begun = time.monotonic()
    site.cluster.kill()
    time.sleep(moments.uniform(0, 1))
    site.cluster.start()
    site.wait()
    return time.monotonic() - begun


def test_web_worker_and_database_are_killed(faulty: Site) -> None:
    """Whoever got no answer sends the same again: every act stands once."""
    moments, since = chance("killed"), faulty.jospar.entries()
    seconds: list[float] = []
    with faulty.worker() as worker, faulty.crowd() as tally:
        time.sleep(4)
        for _time in range(times(KILLS)):
            time.sleep(moments.uniform(0.5, 3))
            seconds.append(kill_web(moments.choice(faulty.webs), moments))
            time.sleep(moments.uniform(0, 2))
            worker.kill()
            if faulty.cluster is not None:
                seconds.append(kill_database(faulty, moments))
    figures = of_crowd(tally, seconds)
    passes = {"passes": worker.passes, "passes_killed": worker.killed}
    tell(faulty, "killed", times(KILLS), **figures, **passes)
    assert "\n".join(faulty.wrong(tally, since)) == ""
    assert [said for said in worker.said if "Traceback" in said] == []
