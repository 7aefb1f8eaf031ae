"""Connections to the database are cut in the middle of acts: nothing is lost."""

import time
from random import Random

import pytest

from tests.soak.faults.proxy import Cut
from tests.soak.faults.site import Site, chance, of_crowd, tell, times

CUTS, SILENCES = 12, 1
_AN_ACT = 20.0
"""Seconds within which somebody performs one."""


def cut_off(site: Site, cut: Cut, moments: Random) -> float | None:
    """Cut the next act off; return how long it took until all pages answer again.

    Where nobody performed one there is nothing to return.
    """
    assert site.proxy is not None
    skip = 0 if cut in {Cut.AT_COMMIT, Cut.COMMITTED} else moments.randrange(12)
    if not site.proxy.cut_next(cut, skip, _AN_ACT):
        return None
    time.sleep(moments.uniform(0, 1.5))
    if moments.random() < 0.3:  # the network is gone for all, and for a while
        with site.proxy.away():
            time.sleep(moments.uniform(0, 2))
    return site.wait()


def test_acts_are_cut_off(faulty: Site) -> None:
    """Whether the database had the act or not, it is performed once."""
    if faulty.proxy is None:
        pytest.skip("a file has no connection")
    moments, since = chance("cut off"), faulty.jospar.entries()
    kinds = (Cut.WITHIN, Cut.AT_COMMIT, Cut.COMMITTED)
    with faulty.crowd() as tally:
        time.sleep(4)
        found = [
            cut_off(faulty, kinds[number % 3], moments) for number in range(times(CUTS))
        ]
    seconds = [one for one in found if one is not None]
    tell(faulty, "cut off", len(seconds), **of_crowd(tally, seconds))
    assert "\n".join(faulty.wrong(tally, since)) == ""
    assert len(seconds) >= times(CUTS) // 2


def test_a_machine_falls_silent_in_an_act(faulty: Site) -> None:
    """The lock that it held is taken from it, and the others go on."""
    if faulty.proxy is None:
        pytest.skip("a file has no connection")
    moments, since = chance("silence"), faulty.jospar.entries()
    seconds: list[float] = []
    with faulty.crowd() as tally:
        time.sleep(4)
        for _time in range(times(SILENCES)):
            assert faulty.proxy.cut_next(Cut.SILENCE, moments.randrange(4), _AN_ACT)
            begun, entries = time.monotonic(), faulty.jospar.entries()
            while faulty.jospar.entries() <= entries + 1:
                assert time.monotonic() - begun < 90
                time.sleep(0.2)
            seconds.append(time.monotonic() - begun)
            faulty.proxy.cut_all()
    tell(faulty, "silence", times(SILENCES), **of_crowd(tally, seconds))
    assert "\n".join(faulty.wrong(tally, since)) == ""
