"""The two registers of a cycle."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime, timedelta

import pytest

from jospar.queries.occasions import (
    OccasionConcept,
    OccasionLine,
    RequestLine,
    considerations,
    occasion_lines,
)
from jospar.rules.core.deadlines import ASTANA
from jospar.rules.core.nouns import Term, Text
from jospar.rules.drafting.facts import Register
from tests.queries.made_record import TRADE, do, open_cycle, submit
from tests.rules import made
from tests.rules.made import YEAR
from tests.rules.made_occasions import ask_for_concept, consider

pytestmark = pytest.mark.django_db

EARLY = datetime(2024, 9, 2, 9, 0, tzinfo=ASTANA)
ASKED = date(2024, 9, 3)
ON_DAY = datetime(2024, 9, 3, 9, 0, tzinfo=ASTANA)
ANSWER_BY = date(2024, 9, 20)
AGREEMENT, EVENT = Register
TITLE = made.wording().title


def ask(body: str = "trade", **changes: object) -> int:
    """Ask a body for a concept on the agreement."""
    given = {"register": AGREEMENT, "key": "A-1", "body": body, "on": ASKED}
    return do(ask_for_concept(**{**given, "answer_by": ANSWER_BY, **changes}))


def concepts(found: tuple[OccasionConcept, ...]) -> list[str]:
    """Return the keys of concepts."""
    return [concept.key for concept in found]


def test_agreements_come_before_events() -> None:
    """A line says all that is in the register, and what was linked or considered."""
    open_cycle()
    concept = submit("C-1")
    event = do(made.register_event(concepts=(), considered="Келісім бар"))
    agreement = do(made.register_agreement(concepts=("C-1", "C-9")))
    other = do(made.register_agreement(key="A-2", concepts=("C-9",)))
    first, second, third = occasion_lines(YEAR)
    assert first == OccasionLine(
        entry=agreement,
        register=AGREEMENT,
        kind="agreement",
        key="A-1",
        title="Тауар айналымын арттыру",
        days=Term(date(2024, 5, 6), date(2024, 5, 6)),
        place="Ташкент",
        years=(2025, 2026),
        linked=(OccasionConcept(concept, "C-1", TITLE),),
        unknown=("C-9",),
        considered="",
        considered_on=None,
        requests=(),
    )
    assert [(line.entry, line.kind, line.state) for line in (first, second, third)] == [
        (agreement, "agreement", "linked"),
        (other, "agreement", "neither"),
        (event, "president", "considered"),
    ]
    assert (third.register, third.considered) == (EVENT, "Келісім бар")


def test_what_is_considered_stands_in_place_of_what_was() -> None:
    """A later consideration takes the place of the links before it."""
    open_cycle()
    submit("C-1")
    do(made.register_agreement(concepts=("C-9",)))
    do(made.register_event(key="A-1", concepts=("C-9",)))
    do(consider(on=ASKED, concepts=("C-1",)))
    agreement, event = occasion_lines(YEAR)
    assert concepts(agreement.linked) == ["C-1"]
    assert (agreement.unknown, agreement.considered_on) == ((), ASKED)
    assert (event.unknown, event.considered_on) == (("C-9",), None)


def test_what_stood_on_a_day() -> None:
    """Each entry reads as it did then; before that, as it was registered."""
    open_cycle()
    do(made.register_agreement(concepts=("C-9",)))
    do(made.register_event())
    do(consider(on=ASKED, concepts=("C-1",), considered="Бар"))
    do(consider(on=ANSWER_BY, concepts=("C-2",)))
    event = ((EVENT, "E-1"), (("C-001",), ""))
    found = [
        considerations(YEAR, day)
        for day in (ASKED - timedelta(days=1), ASKED, date(2024, 9, 19), ANSWER_BY)
    ]
    assert found == [
        dict([((AGREEMENT, "A-1"), stood), event])
        for stood in (
            (("C-9",), ""),
            (("C-1",), "Бар"),
            (("C-1",), "Бар"),
            (("C-2",), ""),
        )
    ]


def test_a_request_is_answered_by_a_concept_that_is_linked() -> None:
    """What the body filed since and is not linked is shown beside it."""
    open_cycle()
    for key, came in (("C-1", EARLY), ("C-2", ON_DAY), ("C-3", ON_DAY)):
        submit(key, received_at=came, sent_on=None)
    submit("C-4", received_at=ON_DAY, sent_on=None, proposers=("energy",))
    do(made.register_agreement(concepts=("C-1", "C-2", "C-4")))
    number = ask()
    ((line,),) = [found.requests for found in occasion_lines(YEAR)]
    assert line == RequestLine(
        entry=number,
        body=TRADE,
        on=ASKED,
        answer_by=ANSWER_BY,
        question=Text("Шарт керек пе?", "Нужен ли договор?"),
        answers=line.answers,
        others=line.others,
    )
    assert (concepts(line.answers), concepts(line.others)) == (["C-2"], ["C-3"])


def test_a_joint_proposer_answers_too() -> None:
    """A concept that several bodies propose answers the request to each."""
    open_cycle()
    submit("C-1", received_at=ON_DAY, sent_on=None, proposers=("energy", "trade"))
    do(made.register_agreement(concepts=("C-1",)))
    ask("trade")
    ask("energy")
    (found,) = occasion_lines(YEAR)
    assert [concepts(line.answers) for line in found.requests] == [["C-1"], ["C-1"]]


@pytest.mark.parametrize("back", ["withdrawn", "returned"])
def test_what_went_back_is_no_answer(back: str) -> None:
    """A concept that was withdrawn or returned answers nothing."""
    open_cycle()
    came = ON_DAY if back == "withdrawn" else datetime(2024, 9, 27, tzinfo=ASTANA)
    submit("C-1", received_at=came, sent_on=None)
    make = made.withdraw_concept if back == "withdrawn" else made.return_late
    do(make(key="C-1", on=date(2024, 9, 30)))
    do(made.register_agreement(concepts=("C-1",)))
    ask()
    ((line,),) = [found.requests for found in occasion_lines(YEAR)]
    assert (line.answers, line.others) == ((), ())


@pytest.mark.parametrize(
    ("day", "answered", "overdue"),
    [
        (ANSWER_BY, False, False),
        (ANSWER_BY + timedelta(days=1), False, True),
        (ANSWER_BY + timedelta(days=1), True, False),
    ],
)
def test_a_request_that_is_overdue(day: date, answered: bool, overdue: bool) -> None:
    """A body is late from the day after the one it was given, until it answers."""
    concept = OccasionConcept(1, "C-1", TITLE)
    line = RequestLine(
        entry=1,
        body=TRADE,
        on=ASKED,
        answer_by=ANSWER_BY,
        question=Text(),
        answers=(concept,) if answered else (),
        others=(),
    )
    assert line.is_overdue(day) is overdue


@pytest.mark.parametrize("entries", [1, 30])
def test_the_number_of_queries_does_not_grow(
    entries: int,
    django_assert_num_queries: Callable[[int], AbstractContextManager[object]],
) -> None:
    """One entry or many, as many queries."""
    open_cycle()
    for number in range(entries):
        submit(f"C-{number}")
        do(made.register_agreement(key=f"A-{number}", concepts=(f"C-{number}",)))
        ask(key=f"A-{number}")
    with django_assert_num_queries(5):
        assert len(occasion_lines(YEAR)) == entries
    with django_assert_num_queries(1):
        considerations(YEAR, ASKED)
