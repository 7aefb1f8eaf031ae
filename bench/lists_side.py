"""The side of the list of concepts: Jospar's page, and Django's admin list."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from random import Random

from django.core.management import call_command
from django.test import Client

from jospar.accounts.models import Appointment, Person
from jospar.queries.concept_list import View
from jospar.records.models import Concept
from jospar.rules.core.offices import Office

from .filled import YEAR, fill
from .generated_titles import SEED, titles
from .measure import percentile, timed
from .side import answer

LIST = f"/kk/{YEAR}/concepts/"
ADMIN = "/admin/records/concept/"
PLAIN = "/plain/records/concept/"
TIMES = 20
"""How often the first page is asked for in a round."""
SIZES = (1_000, 100_000, 1_000_000)


def main() -> None:
    """Make the tables and answer; a list is filled when that is asked for."""
    call_command("migrate", verbosity=0)
    client = Client(headers={"host": "localhost"})
    fills: dict[str, Callable[[], float]] = {
        f"fill {size}": partial(timed, partial(_fill, client, size)) for size in SIZES
    }
    answer(
        fills
        | {
            "list": partial(_requests_a_second, client, LIST),
            "admin": partial(_requests_a_second, client, ADMIN),
            "plain admin": partial(_requests_a_second, client, PLAIN),
            "p95": lambda: percentile(95, _times(client, _addresses())),
        }
    )


def _fill(client: Client, size: int) -> None:
    fill(titles(size), searched=False)
    person = Person.objects.create(code="bench", name="Bench")
    Appointment.objects.create(
        entry=1,
        person=person.code,
        name=person.name,
        office=Office.HEAD.value,
        body="",
        first_day=date(YEAR, 1, 1),
    )
    client.force_login(person)
    for address in (LIST, ADMIN, PLAIN):
        _ask(client, address)


def _addresses() -> Sequence[str]:
    """Return the first page, pages at any depth, and each view that is asked often."""
    chance = Random(SEED)  # noqa: S311 - no secret
    last = Concept.objects.order_by("-entry").values_list("entry", flat=True)[0]
    found = [LIST, *(f"{LIST}?view={view.value}" for view in View)]
    found += [f"{LIST}?after={chance.randrange(last)}" for _ in range(len(found))]
    return found * TIMES


def _requests_a_second(client: Client, address: str) -> float:
    return TIMES / sum(_times(client, [address] * TIMES))


def _times(client: Client, addresses: Sequence[str]) -> list[float]:
    return [timed(partial(_ask, client, address)) for address in addresses]


def _ask(client: Client, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 200, response.status_code  # noqa: PLR2004 - OK
