"""What falls after the repeal of the Rules says so, on every page of a cycle."""

from datetime import date

import pytest
from django.test import Client

from jospar.procedure.rehearsal import rehearse_on
from jospar.rules.core.offices import Office
from tests.queries.made_life import agreed_rows
from tests.queries.made_record import open_cycle
from tests.web.seats import seat

pytestmark = pytest.mark.django_db

BEFORE, REPEALED = date(2025, 3, 18), date(2025, 3, 19)


def times_said(client: Client, address: str) -> int:
    """Return how often a page says by what its Rules were repealed."""
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode().count("11-1-4/161")


@pytest.mark.parametrize(("day", "times"), [(BEFORE, 0), (REPEALED, 1)])
@pytest.mark.parametrize("path", ["", "amendments/", "current/", "rules/", "concepts/"])
def test_a_page_of_a_cycle_says_it_once(path: str, day: date, times: int) -> None:
    """The desk and the Living Rules say it where they name the Rules, others below."""
    open_cycle()
    client = seat(Office.PLANNER)
    rehearse_on(day)
    assert times_said(client, f"/en/2024/{path}") == times


@pytest.mark.parametrize(("day", "times"), [(BEFORE, 0), (REPEALED, 1)])
def test_so_do_pages_of_several_cycles(day: date, times: int) -> None:
    """Carrying out goes by the Rules of the plans in force."""
    agreed_rows()
    client = seat(Office.CONTROLLER)
    rehearse_on(day)
    assert times_said(client, "/en/carrying-out/") == times


def test_without_a_cycle_nothing_is_said() -> None:
    """No Rules apply to the own notices."""
    open_cycle()
    client = seat(Office.PLANNER)
    rehearse_on(REPEALED)
    assert times_said(client, "/en/notices/") == 0
