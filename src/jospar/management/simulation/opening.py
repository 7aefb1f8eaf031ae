"""How a year begins: the cycle, its bodies, its people, what is looked forward to."""

from datetime import date

from jospar.accounts.models import Person
from jospar.management.demo_people import NAMES
from jospar.rules.core.nouns import Text
from jospar.rules.core.offices import OF_ONE_BODY, Office
from jospar.rules.drafting.facts import (
    AskForConcept,
    Consider,
    Register,
    RegisterAgreement,
    RegisterEvent,
    With,
)
from jospar.rules.reference.facts import (
    Appoint,
    ListBody,
    ListTreaty,
    OpenCycle,
    OrderBodies,
    SucceedBody,
)

from . import approval, intake, words
from .play import Play, seat
from .state import Cycle

_REORGANISED = 40
"""In so many years of a hundred a body is succeeded by another."""
_REORDERED = 30
"""In so many the official order of the bodies is another one."""


def first_day(play: Play) -> None:
    """Appoint the administrator, who appoints everybody, and open the first year."""
    year = play.scenario.first_year
    play.begin(year, _appointment(play, Office.ADMINISTRATOR))
    for office in Office:
        if office not in OF_ONE_BODY and office is not Office.ADMINISTRATOR:
            play.act(year, _appointment(play, office))
    for code in play.rules.recipients.always:
        play.act(year, _appointment(play, Office.RECIPIENT, code))
    for _number in range(3):
        play.act(year, ListTreaty(next(play.titles).title, date(year - 9, 6, 1)))
    open_year(play, year)


def open_year(play: Play, year: int) -> None:
    """Open the cycle, list its bodies and let its work begin."""
    cycle = play.cycles[year] = Cycle(year, _bodies(play, year))
    play.act(year, OpenCycle(year, play.rules.code))
    for code in cycle.bodies:
        number = code.removeprefix("body-")
        name = Text(
            f"№ {number} мемлекеттік орган", f"Государственный орган № {number}"
        )
        play.act(year, ListBody(code, name, f"Body No. {number}", answers=True))
    before = play.cycles.get(year - 1)
    for code in cycle.bodies:
        if before is None or code not in before.bodies:
            play.act(year, _appointment(play, Office.BODY_OFFICER, code))
    if before:
        _succeed(play, before, cycle)
    if play.happens(_REORDERED):
        codes = play.chance.sample(cycle.bodies, len(cycle.bodies))
        play.act(year, OrderBodies(tuple(codes)))
    _look_forward(play, cycle)
    intake.begin(play, cycle)
    approval.begin(play, cycle)
    if year < play.scenario.last_year:
        play.at(date(year + 1, 1, 5), open_year, year + 1)


def _bodies(play: Play, year: int) -> tuple[str, ...]:
    """Return the bodies of a year: those of the year before, one of them another."""
    before = play.cycles.get(year - 1)
    if before is None:
        numbers = range(1, play.scenario.bodies + 1)
        return tuple(f"body-{number}" for number in numbers)
    bodies = list(before.bodies)
    if play.happens(_REORGANISED):
        number = play.scenario.bodies + len(play.successors) + 1
        bodies[play.chance.randrange(len(bodies))] = f"body-{number}"
    return tuple(bodies)


def _succeed(play: Play, before: Cycle, cycle: Cycle) -> None:
    for body, successor in zip(before.bodies, cycle.bodies, strict=True):
        if body != successor:
            filing = SucceedBody(body, successor, play.day, play.paper())
            if play.act(before.year, filing):
                play.successors[body] = successor
                play.attempt(before.year, filing)


def _appointment(play: Play, office: Office, body: str = "") -> Appoint:
    """Return the appointment of somebody, who can sign in from now on."""
    code, name = seat(office, body), " ".join(play.chance.choice(NAMES))
    Person.objects.create(code=code, name=name)
    return Appoint(code, name, office, body, date(play.day.year, 1, 1))


def _look_forward(play: Play, cycle: Cycle) -> None:
    """Let agreements be reached and events be planned in the first half of the year."""
    for number in range(play.between(1, 3)):
        day = date(cycle.year, play.between(2, 5), play.between(1, 28))
        play.at(day, _agreement, cycle, f"A-{number}")
    play.at(date(cycle.year, 6, 1), _event, cycle, "E-1")


def _agreement(play: Play, cycle: Cycle, key: str) -> None:
    filing = RegisterAgreement(key, words.OCCASION, play.day, years=(cycle.year + 1,))
    play.act(cycle.year, filing)
    play.attempt(cycle.year, filing)
    if play.happens(50):
        play.after(play.between(2, 9), _ask, cycle, key)
    play.at(date(cycle.year, 10, 15), _consider, cycle, Register.AGREEMENT, key)


def _event(play: Play, cycle: Cycle, key: str) -> None:
    year, place = cycle.year + 1, play.chance.choice(words.PLACES)
    first, last = date(year, 5, 20), date(year, 5, 21)
    filing = RegisterEvent(key, words.OCCASION, With.PRESIDENT, first, last, place)
    play.act(cycle.year, filing)
    play.at(date(cycle.year, 10, 16), _consider, cycle, Register.EVENT, key)


def _ask(play: Play, cycle: Cycle, key: str) -> None:
    answer_by = play.deadline("concepts.deadline", cycle.year).due
    body = play.chance.choice(cycle.bodies)
    filing = AskForConcept(
        Register.AGREEMENT, key, body, play.day, answer_by, words.QUESTION
    )
    play.act(cycle.year, filing)


def _consider(play: Play, cycle: Cycle, register: Register, key: str) -> None:
    if play.goes_wrong():
        return
    concepts = list(cycle.treaties)
    linked = tuple(play.chance.sample(concepts, min(2, len(concepts))))
    considered = "" if linked and play.happens(70) else words.CONSIDERED
    filing = Consider(register, key, play.day, () if considered else linked, considered)
    play.act(cycle.year, filing)
