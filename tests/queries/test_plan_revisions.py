"""The revisions of a plan: who sees which, which is in force, what changed."""

from datetime import date

import pytest

from jospar.queries.in_force import Force, InForce, agreement_of, in_force
from jospar.queries.plan_comparison import RowChange
from jospar.queries.plan_revisions import (
    NOW,
    Sent,
    compared,
    editions_named,
    revision_lines,
)
from jospar.queries.visible_plans import stage_of_plan
from jospar.records.models import Cycle, Plan, Reply, Sending
from jospar.rules.commission.facts import Outcome
from jospar.rules.core.nouns import PlanStage, Term
from jospar.rules.core.offices import Actor, Office
from tests.queries.made_record import (
    DURING,
    agree,
    conclude,
    do,
    open_cycle,
    place,
    submit,
)
from tests.rules import made
from tests.rules.made import CURRENT, LONG_TERM, RULES, YEAR, YEAR_2026

pytestmark = pytest.mark.django_db

HEAD = Actor("head", Office.HEAD)
SECRETARY = Actor("secretary", Office.COMMISSION_SECRETARY)
ADMINISTRATION = Actor("officer", Office.ADMINISTRATION_OFFICER)
BODY = Actor("officer", Office.BODY_OFFICER, "trade")
SENT_TO_COMMISSION = date(2024, 11, 4)
RETURNED_ON, MENDED_ON = date(2024, 11, 5), date(2024, 11, 6)
AGREED_ON = date(2024, 12, 2)


BOTH_YEARS = Term(date(2025, 12, 1), date(2026, 1, 31))


def returned_once() -> None:
    """Let the Commission return a draft of one row, which has another row then."""
    open_cycle()
    submit("C-1", wording=made.wording(conclude=BOTH_YEARS))
    conclude("C-1")
    do(made.place(key="C-1", on=DURING, reason="x"))
    submit("C-2")
    conclude("C-2")
    do(made.send_to_commission(on=SENT_TO_COMMISSION))
    do(made.decide(on=RETURNED_ON, outcome=Outcome.RETURNED))
    do(made.place(key="C-2", on=MENDED_ON))


def numbers(actor: Actor) -> list[int]:
    """Return the revisions that the actor sees."""
    agreement = agreement_of(YEAR, CURRENT)
    return [line.number for line in revision_lines(actor, YEAR, CURRENT, agreement)]


def test_each_office_sees_the_revisions_that_were_sent_to_it() -> None:
    """Who sees drafts sees all; bodies the agreed one alone."""
    open_cycle()
    place("C-1")
    assert numbers(HEAD) == []
    do(made.send_to_commission(on=SENT_TO_COMMISSION))
    everyone = (HEAD, SECRETARY, ADMINISTRATION, BODY)
    assert [numbers(actor) for actor in everyone] == [[1], [1], [], []]
    do(made.decide(on=date(2024, 11, 15)))
    do(made.decide_row(key="C-1", on=date(2024, 11, 15)))
    do(made.send_to_president(on=date(2024, 11, 20)))
    assert [numbers(actor) for actor in everyone][3] == []
    do(made.record_reply(on=AGREED_ON))
    found = [numbers(actor) for actor in everyone]
    assert (found[0], found[2], found[3]) == (found[0], found[3], found[0][:1])


def test_a_revision_says_where_it_was_sent_and_that_it_was_agreed() -> None:
    """One that goes on unchanged keeps its number."""
    open_cycle()
    place("C-1")
    agree()
    (line,) = revision_lines(HEAD, YEAR, CURRENT, agreement_of(YEAR, CURRENT))
    sent = Sending.objects.order_by("entry").values_list("to", "on", "document")
    assert line.sent == tuple(Sent(*one) for one in sent)
    assert [one.to for one in line.sent] == ["commission", "president"]
    assert (line.number, line.agreed) == (1, agreement_of(YEAR, CURRENT))


def test_editions_are_compared_by_their_names() -> None:
    """A number is a revision; the draft is the plan as it stands."""
    returned_once()
    stage = stage_of_plan(YEAR, CURRENT)
    assert stage is PlanStage.DRAFT
    editions = editions_named(HEAD, RULES, YEAR, CURRENT, stage, ("1", NOW))
    assert editions is not None
    found = compared(editions, YEAR, CURRENT, "kk")
    assert found.counts == {RowChange.SAME: 1, RowChange.ADDED: 1}


def test_what_moved_to_the_other_plan_was_not_removed() -> None:
    """The other draft has its row now."""
    returned_once()
    do(made.move(key="C-1", plan=LONG_TERM, on=MENDED_ON))
    stage = stage_of_plan(YEAR, CURRENT)
    editions = editions_named(HEAD, RULES, YEAR, CURRENT, stage, ("1", NOW))
    assert editions is not None
    found = compared(editions, YEAR, CURRENT, "kk")
    assert found.counts == {RowChange.MOVED: 1, RowChange.ADDED: 1}
    back = compared(editions[::-1], YEAR, CURRENT, "kk")
    assert back.counts == {RowChange.ADDED: 1, RowChange.REMOVED: 1}


@pytest.mark.parametrize(
    ("actor", "names"),
    [
        (HEAD, ("1", "2")),
        (HEAD, ("1", "x")),
        (HEAD, ("", "1")),
        (ADMINISTRATION, ("1", "1")),
        (BODY, ("1", "1")),
    ],
)
def test_an_edition_that_is_not_seen_is_not_there(
    actor: Actor, names: tuple[str, str]
) -> None:
    """Neither is one that does not exist."""
    returned_once()
    stage = stage_of_plan(YEAR, CURRENT)
    assert editions_named(actor, RULES, YEAR, CURRENT, stage, names) is None


def test_a_plan_that_was_not_agreed_is_never_in_force() -> None:
    """Before the President it is a paper like any other."""
    returned_once()
    assert in_force(RULES, YEAR, CURRENT, AGREED_ON) == InForce(
        AGREED_ON, Force.NOT_AGREED
    )


@pytest.mark.parametrize(
    ("day", "force"),
    [
        (date(2024, 12, 1), Force.NOT_YET),
        (AGREED_ON, Force.IN_FORCE),
        (date(2025, 12, 31), Force.IN_FORCE),
        (date(2026, 1, 1), Force.ENDED),
    ],
)
def test_a_current_plan_is_in_force_to_the_end_of_its_year(
    day: date, force: Force
) -> None:
    """From the day of the agreement, that day included."""
    open_cycle()
    place("C-1")
    agree()
    found = in_force(RULES, YEAR, CURRENT, day)
    assert (found.force, found.agreement) == (force, agreement_of(YEAR, CURRENT))


def test_a_long_term_plan_ends_when_a_newer_is_agreed() -> None:
    """It has no last day of its own; an older plan replaces nothing."""
    open_cycle()
    place("C-1", LONG_TERM, wording=made.wording(conclude=YEAR_2026))
    agree(LONG_TERM)
    assert in_force(RULES, YEAR, LONG_TERM, date(2027, 1, 1)).force is Force.IN_FORCE
    newer = date(2025, 12, 3)
    _agree_in_2025(newer)
    found = [
        in_force(RULES, YEAR, LONG_TERM, day) for day in (date(2025, 12, 2), newer)
    ]
    assert [one.force for one in found] == [Force.IN_FORCE, Force.REPLACED]
    assert (found[1].by, found[1].replaced_on) == (2025, newer)


def _agree_in_2025(on: date) -> None:
    """Put the next long-term plan into the record, past the acts."""
    cycle = Cycle.objects.get(year=YEAR)
    cycle.year = 2025
    cycle.save()
    plan = Plan.objects.create(
        id="2025.long_term", cycle=cycle, kind=LONG_TERM.value, stage="agreed"
    )
    Reply.objects.create(entry=10_000, plan=plan, on=on, number="1", outcome="agreed")
