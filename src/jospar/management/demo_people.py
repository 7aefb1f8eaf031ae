"""The people of a rehearsal: one for each office and body, or an administrator."""

from collections.abc import Iterator
from datetime import date
from itertools import cycle
from uuid import uuid4

from jospar.accounts.models import Person
from jospar.procedure.clock import Clock
from jospar.procedure.perform import Order, perform
from jospar.procedure.rulesets import ruleset
from jospar.records.models import Cycle, ListedBody
from jospar.rules.core.offices import OF_ONE_BODY, Actor, Office
from jospar.rules.core.ruleset import DEFAULT, Ruleset
from jospar.rules.reference.facts import Appoint

NAMES = (
    ("Айгерім", "Сәрсенова"),
    ("Бауыржан", "Құдайбергенов"),
    ("Гүлнар", "Әбдірахманова"),
    ("Дәурен", "Төлегенов"),
    ("Ерлан", "Өмірбеков"),
    ("Жанар", "Үсенова"),
    ("Қанат", "Һасенов"),
    ("Ләззат", "Ысқақова"),
    ("Марат", "Нұрланов"),
    ("Сәуле", "Ғабитова"),
    ("Тимур", "Ахметов"),
)
"""The names of people who do not exist."""


def appoint_people(clock: Clock) -> None:
    """Appoint somebody to every office and body, since the first cycle that has it."""
    for number, ((code, office, body, since), (first, last)) in enumerate(
        zip(_seats(), cycle(NAMES), strict=False), start=1
    ):
        first_day = min(date(since, 1, 1), clock.today())
        filing = Appoint(code, f"{first} {last}", office, body, first_day)
        _appoint(filing, ruleset(DEFAULT), clock, number)


def appoint_administrator(ruleset: Ruleset, clock: Clock) -> None:
    """Appoint an administrator, who appoints everybody else."""
    (first, last), office = NAMES[0], Office.ADMINISTRATOR
    filing = Appoint(office.value, f"{first} {last}", office, "", clock.today())
    _appoint(filing, ruleset, clock, 1)


def _appoint(filing: Appoint, ruleset: Ruleset, clock: Clock, number: int) -> None:
    order = Order(
        act_id=uuid4(),
        filing=filing,
        year=filing.first_day.year,
        on=filing.first_day,
        actor=Actor("demo", Office.ADMINISTRATOR),
        ruleset=ruleset,
        document=f"4-2/{number}",
        acknowledged=None,
        imported=True,
    )
    perform(order, clock)
    Person.objects.create(code=filing.person, name=filing.name)


def _seats() -> Iterator[tuple[str, Office, str, int]]:
    """Yield the seats: the code of the person, the office, its body and first year."""
    first = Cycle.objects.order_by("year").values_list("year", flat=True)[0]
    for office in Office:
        if office not in OF_ONE_BODY:
            yield office.value, office, "", first
    bodies = ListedBody.objects.order_by("cycle_id", "pk")
    since: dict[str, int] = {}
    for body, year in bodies.values_list("code", "cycle_id"):
        since.setdefault(body, year)
    for body, year in since.items():
        yield f"officer-{body}", Office.BODY_OFFICER, body, year
    for recipient in ruleset(DEFAULT).recipients.always:
        yield f"recipient-{recipient}", Office.RECIPIENT, recipient, first
