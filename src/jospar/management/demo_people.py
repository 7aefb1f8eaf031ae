"""The people of a rehearsal: one for each office and body, or an administrator."""

from collections.abc import Iterator
from datetime import date
from itertools import cycle
from uuid import uuid4

from jospar.accounts.models import Person
from jospar.procedure.clock import Clock
from jospar.procedure.perform import Order, perform
from jospar.records.models import ListedBody
from jospar.rules.core.offices import OF_ONE_BODY, Actor, Office
from jospar.rules.core.ruleset import Ruleset
from jospar.rules.reference.facts import Appoint

_NAMES = (
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


def appoint_people(ruleset: Ruleset, year: int, clock: Clock) -> None:
    """Appoint somebody to every office of the cycle, from the first of January on."""
    first_day = date(year, 1, 1)
    for (code, office, body), (first, last) in zip(
        _seats(ruleset, year), cycle(_NAMES), strict=False
    ):
        filing = Appoint(code, f"{first} {last}", office, body, first_day)
        _appoint(filing, ruleset, clock)


def appoint_administrator(ruleset: Ruleset, clock: Clock) -> None:
    """Appoint an administrator, who appoints everybody else."""
    (first, last), office = _NAMES[0], Office.ADMINISTRATOR
    filing = Appoint(office.value, f"{first} {last}", office, "", clock.today())
    _appoint(filing, ruleset, clock)


def _appoint(filing: Appoint, ruleset: Ruleset, clock: Clock) -> None:
    order = Order(
        act_id=uuid4(),
        filing=filing,
        year=filing.first_day.year,
        on=filing.first_day,
        actor=Actor("demo", Office.ADMINISTRATOR),
        ruleset=ruleset,
        document="demo",
        acknowledged=None,
        imported=True,
    )
    perform(order, clock)
    Person.objects.create(code=filing.person, name=filing.name)


def _seats(ruleset: Ruleset, year: int) -> Iterator[tuple[str, Office, str]]:
    """Yield the seats: the code of the person, the office and its body."""
    for office in Office:
        if office not in OF_ONE_BODY:
            yield office.value, office, ""
    for body in ListedBody.objects.filter(cycle_id=year).values_list("code", flat=True):
        yield f"officer-{body}", Office.BODY_OFFICER, body
    for recipient in ruleset.recipients.always:
        yield f"recipient-{recipient}", Office.RECIPIENT, recipient
