"""People, acts and passes for the tests of notices; nothing of it is a rehearsal."""

from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import count
from typing import Any

from jospar.accounts.models import Appointment, Person
from jospar.notices.models import Notice
from jospar.notices.remind import Drafts, no_drafts, remind
from jospar.notices.today import Today, look
from jospar.procedure.clock import Clock
from jospar.procedure.perform import perform
from jospar.rules.core.deadlines import ASTANA
from jospar.rules.core.nouns import Text
from tests.procedure.made_orders import order
from tests.rules import made

_ENTRIES = count(900_001)
TRADE = Text("Сауда министрлігі", "Министерство торговли")
ENERGY = Text("Энергетика министрлігі", "Министерство энергетики")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing(Clock):
    """A clock that stands at a moment, for real."""

    at: datetime

    def now(self) -> datetime:
        """Return the moment."""
        return self.at


def at(day: date, hour: int = 12, minute: int = 0) -> Standing:
    """Return a clock that stands at an hour in Astana."""
    return Standing(at=datetime.combine(day, time(hour, minute), tzinfo=ASTANA))


def do(filing: Any, recorded: date = date(2024, 12, 31), **changes: Any) -> int:
    """Perform an act, recorded on a day, and return the number of its entry."""
    return perform(order(filing, **changes), at(recorded)).number


def open_cycle() -> None:
    """Open the cycle of 2024 for two bodies that must answer."""
    do(made.open_cycle())
    do(made.list_body(code="trade", name=TRADE))
    do(made.list_body(code="energy", name=ENERGY))


def appoint(
    person: str, office: str, body: str = "", *, email: str = "", language: str = "ru"
) -> None:
    """Let a person hold an office, and with ``email`` be reached by mail."""
    Appointment.objects.create(
        entry=next(_ENTRIES),
        person=person,
        name=person,
        office=office,
        body=body,
        first_day=date(2024, 1, 1),
        last_day=None,
        standing_in_for="",
    )
    if email:
        Person.objects.create(code=person, name=person, email=email, language=language)


def notice(person: str, key: str = "1", **changes: Any) -> Notice:
    """Give a person a notice that a concept was returned."""
    given: dict[str, Any] = {
        "kind": "concept_returned",
        "year": 2024,
        "parameters": {
            "concept": 7,
            "title": {"kk": "Сауда туралы келісім", "ru": "Соглашение о торговле"},
            "on": "2024-10-03",
        },
        "at_once": True,
        "created_at": at(date(2024, 10, 3)).now(),
    }
    return Notice.objects.create(person=person, key=key, **(given | changes))


def today(day: date, hour: int = 12) -> Today:
    """Return what a pass at that hour knows."""
    return look(at(day, hour))


def reminded(day: date, drafts: Drafts = no_drafts) -> list[tuple[str, str]]:
    """Return who is told what by the reminders of ``day`` for the first time."""
    before = set(Notice.objects.values_list("pk"))
    remind(today(day), drafts)
    rows = Notice.objects.exclude(pk__in=[key for (key,) in before])
    return sorted(rows.values_list("person", "kind"))
