"""An appointment that ended yesterday opens nothing today, and the page says why."""

from datetime import timedelta

import pytest
from django.test import Client
from icalendar import Calendar

from jospar.accounts.models import Appointment
from jospar.procedure.rehearsal import clock_now
from jospar.rules.core.offices import Office
from tests.web.gates import GATES, MARKS
from tests.web.test_view_calendar import made as calendar_of
from tests.web.walk import WALKERS, Walker, address, enter, said
from tests.web.whole_record import OWNER, Record, whole_record

pytestmark = pytest.mark.django_db

OF_ONESELF = {
    *("latest", "help", "notices", "notices-read", "calendar", "password", "office"),
    *("security", "security-confirm", "security-app", "security-passkey"),
    "security-codes",
}
"""Pages of one's own account: they show nothing of the record."""
OF_ALL = {name for name, gate in GATES.items() if gate.offices is None}
"""Pages that ask nobody who they are."""
ENDED: tuple[Walker, ...] = (
    (Office.BODY_OFFICER, OWNER),
    (Office.HEAD, ""),
    (Office.ADMINISTRATOR, ""),
)
"""With them, every page was somebody's."""


@pytest.mark.slow
def test_nothing_opens_the_day_after() -> None:
    """Whatever was open yesterday is refused, on every address, with the reason.

    Who is signed in stays so: the session shows the own account, and nothing else.
    """
    record = whole_record()
    assert set(ENDED) <= set(WALKERS)
    clients = {walker: enter(walker) for walker in ENDED}
    assert clients[ENDED[0]].get(address("concept", record)).status_code == 200
    end_all_yesterday()
    wrong = [
        f"{said(walker)}, {name}: {fault}"
        for walker, client in clients.items()
        for name in GATES.keys() - OF_ALL - OF_ONESELF
        for fault in faults(client, name, record)
    ]
    assert not wrong, "\n".join(wrong)


def test_pages_of_oneself_hold_nothing_of_the_record() -> None:
    """Nor do those that ask nobody, once one is signed in without an office."""
    record = whole_record()
    client = enter(ENDED[0])
    end_all_yesterday()
    for name in OF_ONESELF:
        path = address(name, record)
        text = client.get(path, follow=True).content.decode()
        assert [mark for mark in MARKS if mark in text] == [], name


def test_the_calendar_is_empty_the_day_after() -> None:
    """Its address still answers, so that the phone forgets the deadlines."""
    whole_record()
    client = enter((Office.HEAD, ""))
    path = calendar_of(client)
    end_all_yesterday()
    assert Calendar.from_ical(Client().get(path).content).walk("VEVENT") == []


def end_all_yesterday() -> None:
    """Let every appointment have lasted until yesterday."""
    Appointment.objects.update(last_day=clock_now().today() - timedelta(days=1))


def faults(client: Client, name: str, record: Record) -> list[str]:
    """Return how the address answers otherwise than by refusing, with the reason."""
    path, found = address(name, record), []
    for method in GATES[name].methods.split():
        answer = client.get(path) if method == "GET" else client.post(path)
        text = answer.content.decode(errors="replace")
        if answer.status_code != 403:
            found.append(f"{method} {answer.status_code}")
        if "You hold no office today." not in text and "/en/" in path:
            found.append(f"{method} says no reason")
        found += [mark for mark in MARKS if mark in text and mark not in path]
    return found
