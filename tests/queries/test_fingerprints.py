"""What a fingerprint belongs to, and how that stood on a day."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jospar.queries.fingerprints import Standing, edition_with
from jospar.queries.plans import edition_of
from jospar.records.models import Cycle, Plan, Reply, Revision
from jospar.rules.commission.facts import Outcome
from jospar.rules.core.nouns import PlanKind, Text
from jospar.rules.core.offices import Actor, Office
from tests.exchange.verification.made_files import amended_twice, the_draft
from tests.queries.made_amended import december
from tests.queries.made_record import agree, do, open_cycle, place
from tests.rules import made
from tests.rules.made import CURRENT, LONG_TERM, RULES, YEAR

pytestmark = pytest.mark.django_db

DAY = december(20)
PLANNER = Actor("planner", Office.PLANNER)
BODY = Actor("officer", Office.BODY_OFFICER, "trade")
RECIPIENT = Actor("recipient", Office.RECIPIENT, "parliament")


def fingerprint_of(number: int, kind: PlanKind = CURRENT) -> str:
    """Return the fingerprint of a revision."""
    kept = Revision.objects.filter(plan_id=f"{YEAR}.{kind.value}", number=number)
    return str(kept.values_list("fingerprint", flat=True).get())


def standing(digits: str, day: date = DAY, actor: Actor | None = None) -> str | None:
    """Return how what bears the fingerprint stood on the day."""
    found = edition_with(digits, day, actor)
    return found.standing.value if found else None


@pytest.mark.parametrize(
    ("number", "day", "expected"),
    [
        (1, december(1), Standing.NOT_YET),
        (1, december(2), Standing.IN_FORCE),
        (1, december(8), Standing.IN_FORCE),
        (1, december(9), Standing.REPLACED),
        (2, december(8), Standing.NOT_YET),
        (2, december(9), Standing.IN_FORCE),
        (2, december(12), Standing.REPLACED),
        (3, december(11), Standing.NOT_YET),
        (3, december(12), Standing.IN_FORCE),
        (3, date(2025, 12, 31), Standing.IN_FORCE),
        (3, date(2026, 1, 1), Standing.OVER),
        (1, date(2026, 1, 1), Standing.REPLACED),
    ],
)
def test_a_revision_stands_from_its_ground_to_the_next(
    number: int, day: date, expected: Standing
) -> None:
    """Both sides of every day on which something changed."""
    amended_twice()
    assert standing(fingerprint_of(number), day) == expected


def test_what_took_its_place_is_the_next_amendment_of_that_day() -> None:
    """Of two later amendments the first, with its day and ground."""
    amended_twice()
    found = edition_with(fingerprint_of(1), DAY)
    assert found is not None
    assert found.by is not None
    assert (found.by.revision, found.by.since, found.by.ground) == (2, december(9), "1")
    assert (found.since, found.ground) == (december(2), None)
    assert found.force.revision == 3


def test_what_the_commission_returned_was_never_agreed() -> None:
    """It was sent, and another revision may be in force."""
    open_cycle()
    place("C-1")
    do(made.send_to_commission(on=date(2024, 11, 4)))
    do(made.decide(on=date(2024, 11, 5), outcome=Outcome.RETURNED, number="r-1"))
    do(made.settle(key="C-1", on=date(2024, 11, 6), changes=made.changes(note_kk="Ж")))
    agree()
    found = edition_with(fingerprint_of(1), DAY)
    assert found is not None
    assert (found.standing, found.since, found.force.revision) == ("never", None, 2)
    assert [(one.to, one.on) for one in found.sent] == [
        ("commission", date(2024, 11, 4))
    ]
    assert standing(fingerprint_of(2)) == Standing.IN_FORCE


def test_two_revisions_that_say_the_same() -> None:
    """A change that was taken back: the one that counts most on the day is found."""
    open_cycle()
    place("C-1", wording=made.wording(note=Text("А", "А")))
    do(made.send_to_commission(on=date(2024, 11, 4)))
    do(made.decide(on=date(2024, 11, 5), outcome=Outcome.RETURNED, number="r-1"))
    first = made.changes(note_kk="Ж", note_ru="Ж")
    do(made.settle(key="C-1", on=date(2024, 11, 6), changes=first))
    do(made.send_to_commission(on=date(2024, 11, 6)))
    do(made.decide(on=date(2024, 11, 6), outcome=Outcome.RETURNED, number="r-2"))
    back = made.changes(note_kk="А", note_ru="А")
    do(made.settle(key="C-1", on=date(2024, 11, 7), changes=back))
    agree()
    assert fingerprint_of(1) == fingerprint_of(3)
    found = edition_with(fingerprint_of(1), DAY)
    assert found is not None
    assert (found.number, found.standing) == (3, "in_force")


def test_a_draft_is_known_as_it_stands() -> None:
    """One more row, and its older fingerprint is unknown."""
    open_cycle()
    place("C-1")
    draft = edition_of(RULES, YEAR, CURRENT)
    assert standing(draft.fingerprint) == Standing.DRAFT
    place("C-2")
    assert standing(draft.fingerprint) is None


def test_a_long_term_plan_is_over_when_a_later_one_was_agreed() -> None:
    """It has no last day of its own."""
    open_cycle()
    place("C-1", LONG_TERM, wording=made.wording(conclude=made.YEAR_2026))
    agree(LONG_TERM)
    digits, newer = fingerprint_of(1, LONG_TERM), date(2025, 12, 3)
    assert standing(digits, newer) == Standing.IN_FORCE
    Reply.objects.create(
        entry=10_000,
        plan=Plan.objects.create(
            id="2025.long_term",
            cycle=Cycle.objects.create(
                **(Cycle.objects.values().get() | {"year": 2025})
            ),
            kind=LONG_TERM.value,
            stage="agreed",
        ),
        on=newer,
        number="1",
        outcome="agreed",
    )
    assert standing(digits, date(2025, 12, 2)) == Standing.IN_FORCE
    assert standing(digits, newer) == Standing.OVER


@pytest.mark.parametrize("length", [16, 17, 63, 64])
def test_the_first_digits_are_enough(length: int) -> None:
    """As many as a person types, from sixteen on."""
    amended_twice()
    assert standing(fingerprint_of(3)[:length]) == Standing.IN_FORCE


def test_a_wrong_digit_is_not_found() -> None:
    """In whatever place it stands."""
    amended_twice()
    right = fingerprint_of(3)
    for at in (0, 15, 63):
        wrong = right[:at] + ("1" if right[at] == "0" else "0") + right[at + 1 :]
        assert standing(wrong) is None


def test_nobody_finds_what_they_do_not_see() -> None:
    """A body sees agreed plans, who is sent them sees none before, planners all."""
    amended_twice()
    agreed, draft = fingerprint_of(1), the_draft().fingerprint
    assert [standing(agreed, actor=who) for who in (PLANNER, BODY, RECIPIENT)] == [
        "replaced",
        "replaced",
        None,
    ]
    assert [standing(draft, actor=who) for who in (PLANNER, BODY, RECIPIENT)] == [
        "draft",
        None,
        None,
    ]


def test_the_number_of_queries_is_fixed() -> None:
    """As many for a revision of thirty rows as for one of two."""

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert standing(fingerprint_of(1), actor=BODY) == Standing.IN_FORCE
        return len(queries)

    open_cycle()
    place("C-1")
    for number in range(2, 31):
        place(f"L-{number}", LONG_TERM, wording=made.wording(conclude=made.YEAR_2026))
    agree()
    agree(LONG_TERM)
    few = asked()
    with CaptureQueriesContext(connection) as queries:
        assert edition_with(fingerprint_of(1, LONG_TERM), DAY, BODY) is not None
    assert len(queries) == few + 1  # whether a later plan took its place
