"""The stage on which the years are played: the day, whose turn it is, and chance.

What people will do waits in an agenda, by days. Each act goes through ``perform`` on
its day, as that person would send it; what is refused leaves no trace but a count.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from heapq import heappop, heappush
from random import Random
from typing import Any
from uuid import UUID, uuid5

from jospar.procedure.clock import Clock
from jospar.procedure.days import calendar_of
from jospar.procedure.perform import ActRefusedError, Order, Performed, perform
from jospar.rules.core.deadlines import ASTANA, Deadline, day_in_astana, deadline_in
from jospar.rules.core.offices import OF_ONE_BODY, OF_PAST_DAYS, Actor, Office
from jospar.rules.core.ruleset import Ruleset
from jospar.rules.registry import BY_FILING

from .lawless import variation
from .state import Cycle, Scenario
from .titles import made_titles

_ACTS = UUID("5f0b6a52-0d4e-5f0d-9d53-6f1f8b7f2a10")
"""The name space of the ids of simulated acts."""
_SATURDAY = 5
_MORNING, _EVENING = 9, 18

Performer = Callable[[Order, Clock], Performed]


@dataclass(slots=True)
class Tally:
    """What happened in a year: acts, and attempts at lawless ones.

    ``attempted`` are the lawless ones, ``refused`` all that were refused, ``cautioned``
    the acts that were performed with something recorded against them.
    """

    performed: int = 0
    cautioned: int = 0
    attempted: int = 0
    refused: int = 0

    def numbers(self) -> tuple[int, ...]:
        """Return the numbers in their order."""
        return self.performed, self.cautioned, self.attempted, self.refused

    def __add__(self, other: "Tally") -> "Tally":
        """Return what happened in both."""
        return Tally(*map(sum, zip(self.numbers(), other.numbers(), strict=True)))


class Play:
    """The years as they are played."""

    def __init__(
        self, scenario: Scenario, rules: Ruleset, performer: Performer = perform
    ) -> None:
        self.scenario, self.rules = scenario, rules
        self.chance = Random(scenario.seed)  # noqa: S311 - a rehearsal, no secret
        self.titles = made_titles(Random(scenario.seed))  # noqa: S311 - the same
        self.day = date(scenario.first_year, 1, 1)
        self.cycles: dict[int, Cycle] = {}
        self.successors: dict[str, str] = {}
        self.tallies: Mapping[int, Tally] = defaultdict(Tally)
        self._perform = performer
        self._agenda: list[tuple[date, int, Callable[..., None], tuple[Any, ...]]] = []
        self._turn = self._papers = self._orders = 0

    # ---------------------------------------------------------------- time

    def at(self, day: date, do: Callable[..., None], *about: Any) -> None:
        """Let something be done on ``day``, or the next day on which people work."""
        day = max(day, self.day)
        if day.weekday() >= _SATURDAY:
            day += timedelta(days=7 - day.weekday())
        self._turn += 1
        heappush(self._agenda, (day, self._turn, do, about))

    def after(self, days: int, do: Callable[..., None], *about: Any) -> None:
        """Let something be done so many days from now."""
        self.at(self.day + timedelta(days=days), do, *about)

    def days(self, until: date) -> Iterator[date]:
        """Do what waits, day by day up to ``until``; yield each day that is over."""
        while self._agenda and self._agenda[0][0] <= until:
            day, _turn, do, about = heappop(self._agenda)
            if day != self.day:
                yield self.day
                self.day = day
            do(self, *about)
        self.day = until
        yield until

    def moment(self) -> datetime:
        """Return a moment of this day at which a paper may come."""
        hour = self.chance.randrange(_MORNING, _EVENING)
        at = time(hour, self.chance.randrange(60))
        return datetime.combine(self.day, at, tzinfo=ASTANA)

    def deadline(self, provision: str, year: int) -> Deadline:
        """Return a deadline of a cycle."""
        return deadline_in(self.rules, provision, year, calendar_of(year))

    # -------------------------------------------------------------- chance

    def happens(self, percent: float) -> bool:
        """Tell whether something happens that does so as often."""
        return self.chance.random() * 100 < percent

    def goes_wrong(self, share: float = 1) -> bool:
        """Tell whether something goes against the Rules here; ``share`` of the time."""
        return self.happens(self.scenario.unlawful * share)

    def between(self, first: int, last: int) -> int:
        """Return a number from ``first`` to ``last``."""
        return self.chance.randint(first, last)

    def paper(self) -> str:
        """Return the number of a new paper."""
        self._papers += 1
        return f"{self._papers % 12 + 1}-{self._papers}"

    # ---------------------------------------------------------------- acts

    def answering(self, body: str) -> str:
        """Return the body that answers for what ``body`` proposed."""
        while body in self.successors:
            body = self.successors[body]
        return body

    def act(
        self, year: int, filing: Any, office: Office | None = None, body: str = ""
    ) -> int:
        """Perform an act of the cycle ``year``; return its number, 0 if refused.

        It is done by ``office``, by the desk of ``body``, or by any that may.
        """
        actor = self._actor(filing, office, body)
        if self.goes_wrong():
            self._try(year, *variation(filing, actor, self.day, self.chance))
        return self._order(year, filing, actor)

    def attempt(
        self, year: int, filing: Any, office: Office | None = None, body: str = ""
    ) -> None:
        """Let somebody sometimes attempt what the Rules do not allow at this moment."""
        if self.goes_wrong(3):
            self._try(year, filing, self._actor(filing, office, body))

    def begin(self, year: int, filing: Any) -> None:
        """Perform what has to be there before anybody holds an office."""
        actor = Actor("simulation", Office.ADMINISTRATOR)
        self._order(year, filing, actor, imported=True)

    def _try(self, year: int, filing: Any, actor: Actor) -> None:
        self.tallies[self.day.year].attempted += 1
        self._order(year, filing, actor)

    def _actor(self, filing: Any, office: Office | None, body: str) -> Actor:
        if body and office is None:
            office = Office.BODY_OFFICER
        if office is None:
            may = BY_FILING[type(filing)].by - OF_ONE_BODY
            if (day_of(filing) or self.day) < self.day:
                may &= OF_PAST_DAYS
            office = self.chance.choice(sorted(may))
        return Actor(seat(office, body), office, body)

    def _order(
        self, year: int, filing: Any, actor: Actor, *, imported: bool = False
    ) -> int:
        self._orders += 1
        order = Order(
            act_id=uuid5(_ACTS, f"{self.scenario} {self._orders}"),
            filing=filing,
            year=year,
            on=day_of(filing) or self.day,
            actor=actor,
            ruleset=self.rules,
            document=getattr(filing, "document", "") or self.paper(),
            acknowledged=None,
            imported=imported,
        )
        tally = self.tallies[self.day.year]
        try:
            performed = self._perform(order, Clock(self.day))
        except ActRefusedError:
            tally.refused += 1
            return 0
        tally.performed += 1
        tally.cautioned += bool(performed.cautions)
        return performed.number


def seat(office: Office, body: str) -> str:
    """Return the code of the person in an office, of one body where it is of one."""
    if office is Office.BODY_OFFICER:
        return f"officer-{body}"
    return f"{office.value}-{body}" if body else office.value


def day_of(filing: Any) -> date | None:
    """Return the day of effect that a filing itself says, if it says one."""
    received_at: datetime | None = getattr(filing, "received_at", None)
    if received_at is not None:
        return day_in_astana(received_at)
    on: date | None = getattr(filing, "on", None)
    return on
