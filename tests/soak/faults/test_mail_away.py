"""The mail server is away for an hour, and passes are killed: every mail comes."""

import os
import signal
import time
from collections import Counter
from contextlib import ExitStack
from email import message_from_bytes
from random import Random

from tests.soak.faults.clocks import pass_by
from tests.soak.faults.processes import start_pass
from tests.soak.faults.site import Site, chance, tell, times

AWAY, KILLS = 2, 6
_MINUTES, _HOUR = 10 * 60, 60 * 60
"""What passes from one pass of notices to the next, and until the server is back."""
_TELL = (
    "INSERT INTO notices_notice "
    "(person, key, kind, year, parameters, at_once, created_at) "
    "SELECT code, %s, 'body_reminded', 2025, '{\"on\": \"2025-09-25\"}', true, "
    "current_timestamp FROM accounts_person WHERE email <> ''"
)
_OWED = (
    "SELECT person, key, state FROM notices_delivery "
    "WHERE id IN (SELECT delivery_id FROM notices_notice WHERE key = %s)"
)


def tell_everybody(site: Site, key: str) -> int:
    """Give everybody a notice that cannot wait; return how many they are."""
    with site.jospar.database() as sql:
        sql(_TELL, key)
        ((count,),) = sql("SELECT count(*) FROM notices_notice WHERE key = %s", key)
    return int(count)


def owed(site: Site, key: str) -> list[tuple[str, str]]:
    """Return the Message-IDs of the mails that carry the notice, with their states."""
    with site.jospar.database() as sql:
        rows = sql(_OWED, key)
    return [
        (f"<{who.encode().hex()}.{name}@mfa.gov.kz>", is_) for who, name, is_ in rows
    ]


def came(site: Site) -> Counter[str]:
    """Return how often each mail came, by its Message-ID."""
    return Counter(
        "".join(message_from_bytes(mail)["Message-ID"].split())
        for mail in list(site.mail.mails)
    )


def make_pass(site: Site) -> None:
    """Make a pass to its end, and let some minutes go by."""
    _out, err = start_pass(site.prepared, site.environment).communicate(timeout=120)
    assert "Traceback" not in err
    pass_by(site.prepared.clock, _MINUTES)


def settle(site: Site, key: str, people: int) -> int:
    """Make passes until all is sent; return how long that took, by the site's clock."""
    passes = 0
    while [state for _id, state in owed(site, key)] != ["sent"] * people:
        make_pass(site)
        passes += 1
        assert passes < _HOUR // _MINUTES
    return (passes - 1) * _MINUTES


def test_the_mail_server_is_away_for_an_hour(faulty: Site) -> None:
    """Nothing is given up, and every mail comes once when the server is back."""
    seconds, sent = list[int](), 0
    for number in range(times(AWAY)):
        key = f"away {number}"
        people, before = tell_everybody(faulty, key), came(faulty).total()
        with ExitStack() as stack:
            if number % 2:
                faulty.mail.down = True
            else:
                stack.enter_context(faulty.mail_way.away())
            for _pass in range(_HOUR // _MINUTES):
                make_pass(faulty)
        faulty.mail.down = False
        assert came(faulty).total() == before
        seconds.append(settle(faulty, key, people))
        mails = [name for name, _state in owed(faulty, key)]
        found = came(faulty)
        assert (len(mails), [found[name] for name in mails]) == (people, [1] * people)
        sent += people
    waited = f"{max(seconds) / 60:.0f} min after it was back"
    tell(faulty, "mail away", times(AWAY), mails=sent, lost=0, double=0, last=waited)


def test_passes_are_killed_while_they_send(faulty: Site) -> None:
    """A mail that came twice is the one that was on its way, under one Message-ID."""
    moments, twice, sent = chance("passes"), 0, 0
    faulty.mail.slow = 0.05
    for number in range(times(KILLS)):
        key = f"killed {number}"
        people = tell_everybody(faulty, key)
        kill_a_pass(faulty, moments)
        pass_by(faulty.prepared.clock, _MINUTES)
        settle(faulty, key, people)
        found = [came(faulty)[name] for name, _state in owed(faulty, key)]
        assert (len(found), min(found)) == (people, 1)
        assert sum(found) <= people + 1
        twice, sent = twice + sum(found) - people, sent + people
    faulty.mail.slow = 0
    tell(faulty, "passes killed", times(KILLS), mails=sent, lost=0, double=twice)


def kill_a_pass(site: Site, moments: Random) -> None:
    """Start a pass, and kill it while it sends some mail."""
    until = len(site.mail.mails) + moments.randrange(1, 10)
    process = start_pass(site.prepared, site.environment)
    while len(site.mail.mails) < until and process.poll() is None:
        time.sleep(0.002)
    time.sleep(moments.uniform(0, 0.06))
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
