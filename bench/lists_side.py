"""The side of the list of concepts: Jospar's page, and Django's admin list."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from urllib.parse import urlencode

from django.core.management import call_command
from django.test import Client

from jospar.accounts.models import Appointment, Person
from jospar.queries.concept_list import View
from jospar.queries.cycle import ConceptStage
from jospar.records.models import Concept
from jospar.rules.core.nouns import Level, PlanKind
from jospar.rules.core.offices import Office

from .filled import YEAR, fill
from .generated_titles import titles
from .lists import LARGE, MIDDLE, PAGES, SMALL
from .measure import percentile, timed
from .side import answer

LIST = f"/kk/{YEAR}/concepts/"
ADMIN = "/admin/records/concept/"
PLAIN = "/plain/records/concept/"
TIMES = 20
"""How often a page is asked for in a round."""
SEARCHES = (
    *("туризма", "Казахстан", "Турция туризм", "сотруднечестве"),
    *("халыкаралык", "о сотрудничестве в области"),
)
"""Rare and common words, several at once, mistyped, and without Kazakh letters."""
FILTERS = {
    "view": View,
    "stage": ConceptStage,
    "level": Level,
    "plan": PlanKind,
    "term": (YEAR + 2,),
    "body": ("body3",),
}


def main() -> None:
    """Make the tables and answer; a list is filled when that is asked for."""
    call_command("migrate", verbosity=0)
    client = Client(headers={"host": "localhost"})
    fills: dict[str, Callable[[], float]] = {
        f"fill {size}": partial(timed, partial(_fill, client, size))
        for size in (SMALL, MIDDLE, LARGE)
    }
    answer(
        fills
        | {
            "list": partial(_requests_a_second, client, LIST),
            "admin": partial(_requests_a_second, client, ADMIN),
            "plain admin": partial(_requests_a_second, client, PLAIN),
        }
        | {page: partial(_p95, client, page) for page in PAGES}
    )


def _fill(client: Client, size: int) -> None:
    fill(titles(size), searched=True)
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


def _p95(client: Client, page: str) -> float:
    return percentile(95, _times(client, _addresses()[page] * TIMES))


def _addresses() -> dict[str, list[str]]:
    """Return the addresses that each of ``PAGES`` stands for."""
    last = Concept.objects.order_by("-entry").values_list("entry", flat=True)[0]
    asked = [{name: value} for name, values in FILTERS.items() for value in values]
    addresses = (
        [LIST],
        [f"{LIST}?{urlencode(one)}" for one in asked],
        [f"{LIST}?{urlencode({'text': text})}" for text in SEARCHES],
        [f"{LIST}?after={last * part // 100}" for part in (50, 90, 94)],
    )
    return dict(zip(PAGES, addresses, strict=True))


def _requests_a_second(client: Client, address: str) -> float:
    return TIMES / sum(_times(client, [address] * TIMES))


def _times(client: Client, addresses: Sequence[str]) -> list[float]:
    return [timed(partial(_ask, client, address)) for address in addresses]


def _ask(client: Client, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 200, response.status_code  # noqa: PLR2004 - OK
