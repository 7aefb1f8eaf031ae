"""The page of one concept, as far as its reader may know of it."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jospar.queries.concept_page import BODY_SEES, ConceptPage, concept_page
from jospar.queries.cycle import ConceptStage
from jospar.rules.commission.facts import RowOutcome
from jospar.rules.core.nouns import PlanKind
from jospar.rules.core.offices import Actor, Office
from jospar.rules.intake.facts import RegisterPaper
from tests.queries.made_record import DURING, LATE, conclude, do, open_cycle, submit
from tests.rules import made
from tests.rules.made import RULES, YEAR

pytestmark = pytest.mark.django_db

HEAD = Actor("x", Office.HEAD)
IN_TRADE = Actor("x", Office.BODY_OFFICER, "trade")
OCTOBER = date(2024, 10, 1)


def shown(entry: int, actor: Actor = HEAD) -> ConceptPage:
    """Return the page of the concept, which the actor sees."""
    found = concept_page(actor, RULES, YEAR, entry)
    assert found is not None
    return found


def reviewed() -> int:
    """Have a concept with all that happens on the Ministry's side; its number."""
    open_cycle()
    entry = submit("C-1")
    do(made.ask_opinion(key="C-1", on=OCTOBER, answer_by=DURING))
    do(made.give_opinion(key="C-1", on=OCTOBER))
    do(made.ask_clarification(key="C-1", on=OCTOBER, answer_by=DURING))
    do(made.answer_clarification(key="C-1", on=OCTOBER))
    do(made.prepare_conclusion(key="C-1", on=OCTOBER))
    do(made.agree_conclusion(key="C-1", on=OCTOBER))
    conclude("C-1")
    do(made.place(key="C-1", on=DURING))
    return entry


def test_the_page_says_what_the_paper_says() -> None:
    """Its bodies, wording, papers, and how it came."""
    open_cycle()
    entry = submit("C-1", proposers=("energy", "trade"))
    page = shown(entry)
    assert (page.entry, page.key, page.year) == (entry, "C-1", YEAR)
    assert [body.code for body in page.bodies] == ["energy", "trade"]
    assert page.wording == made.wording()
    assert (page.entry_kind, page.counterparties) == ("new", ("UZ",))
    assert (page.document, page.registered) == ("7-1/15", "")
    assert (page.in_time, page.complete) == (True, True)
    assert page.received_at == made.AT
    assert (page.plan, page.conclusion) == (None, None)


def test_a_number_that_the_ministry_gave_stands_there() -> None:
    """Registering the paper is a part of what happened."""
    open_cycle()
    entry = submit("C-1")
    do(RegisterPaper(entry, "1-1", made.AT.date()))
    page = shown(entry)
    assert page.registered == "1-1"
    assert [one.act for one in page.happened] == [
        "intake.submit_concept",
        "intake.register_paper",
    ]


@pytest.mark.parametrize(
    ("actor", "sees"),
    [
        (HEAD, True),
        (IN_TRADE, True),
        (Actor("x", Office.BODY_OFFICER, "energy"), False),
        (Actor("x", Office.COMMISSION_SECRETARY), False),
        (Actor("x", Office.CONTROLLER), False),
        (Actor("x", Office.ADMINISTRATOR), False),
    ],
)
def test_who_may_not_see_the_concept_sees_none(actor: Actor, sees: bool) -> None:
    """It is as if it were not there."""
    open_cycle()
    entry = submit("C-1")
    assert (concept_page(actor, RULES, YEAR, entry) is not None) == sees


@pytest.mark.parametrize(("year", "more"), [(YEAR, 1), (YEAR - 1, 0)])
def test_what_is_not_there_is_not_shown(year: int, more: int) -> None:
    """Neither another entry nor another cycle."""
    open_cycle()
    entry = submit("C-1")
    assert concept_page(HEAD, RULES, year, entry + more) is None


def test_everything_that_happened_stands_in_its_order() -> None:
    """With its day and who did it; the Ministry sees all of it."""
    page = shown(reviewed())
    assert [one.act for one in page.happened] == [
        "intake.submit_concept",
        "review.ask_opinion",
        "review.give_opinion",
        "review.ask_clarification",
        "review.answer_clarification",
        "review.prepare_conclusion",
        "review.agree_conclusion",
        "review.conclude",
        "drafting.place",
    ]
    first = page.happened[0]
    assert (first.on, first.person) == (made.AT.date(), "test")
    assert (page.stage, page.plan) == (ConceptStage.PLACED, PlanKind.CURRENT)


def test_a_body_sees_nothing_of_a_conclusion_that_was_not_sent() -> None:
    """Not what is prepared or placed, nor that anything happened at all."""
    page = shown(reviewed(), IN_TRADE)
    assert {one.act for one in page.happened} <= BODY_SEES
    assert [one.act for one in page.happened] == [
        "intake.submit_concept",
        "review.ask_clarification",
        "review.answer_clarification",
    ]
    assert (page.stage, page.plan) == (ConceptStage.RECEIVED, None)
    assert page.conclusion is None


@pytest.mark.parametrize(
    ("expedient", "stage"),
    [(True, ConceptStage.RECEIVED), (False, ConceptStage.NOT_EXPEDIENT)],
)
def test_a_body_sees_a_conclusion_once_it_is_sent(
    expedient: bool, stage: ConceptStage
) -> None:
    """Before that it is a concept that came, whatever was signed."""
    open_cycle()
    entry = submit("C-1")
    conclude("C-1", expedient=expedient)
    assert shown(entry).conclusion is not None
    assert shown(entry, IN_TRADE).conclusion is None
    assert shown(entry, IN_TRADE).stage is ConceptStage.RECEIVED
    notified = do(made.notify(key="C-1", on=DURING))
    page = shown(entry, IN_TRADE)
    assert page.conclusion is not None
    assert (page.conclusion.expedient, page.conclusion.sent_on) == (expedient, DURING)
    assert page.conclusion.document == "11-2/3"
    assert page.stage is stage
    assert [one.number for one in page.happened] == [entry, notified]


def test_a_registrar_does_not_know_of_the_review() -> None:
    """The office sees all concepts, and papers of review none."""
    page = shown(reviewed(), Actor("x", Office.REGISTRAR))
    assert page.conclusion is None
    assert (page.stage, page.plan) == (ConceptStage.RECEIVED, None)


@pytest.mark.parametrize("late", [False, True])
def test_a_concept_that_went_back_or_was_withdrawn(late: bool) -> None:
    """Both are known to the body."""
    open_cycle()
    entry = submit("C-1", **({"received_at": LATE} if late else {}))
    on = date(2024, 9, 27)
    act = made.return_late if late else made.withdraw_concept
    do(act(key="C-1", on=on))
    page = shown(entry, IN_TRADE)
    assert page.stage is (ConceptStage.RETURNED if late else ConceptStage.WITHDRAWN)
    assert page.in_time is not late


def test_a_row_that_the_commission_took_out() -> None:
    """The Ministry sees the decision; the body sees a concept that came."""
    entry = reviewed()
    do(made.send_to_commission(on=date(2024, 11, 8)))
    do(made.decide(on=date(2024, 11, 15)))
    do(made.decide_row(on=date(2024, 11, 15), key="C-1", outcome=RowOutcome.EXCLUDE))
    assert shown(entry).stage is ConceptStage.EXCLUDED
    assert shown(entry).happened[-1].act == "commission.decide_row"
    assert shown(entry, IN_TRADE).stage is ConceptStage.RECEIVED


def test_a_page_is_read_alike_whatever_happened() -> None:
    """Nothing is asked for each thing that happened, nor for each concept."""
    open_cycle()
    entry = submit("C-0")
    with CaptureQueriesContext(connection) as one:
        shown(entry)
    for number in range(1, 30):
        submit(f"C-{number}")
    for day in range(1, 5):
        on = date(2024, 10, day)
        do(made.ask_clarification(key="C-0", on=on, answer_by=DURING))
        do(made.answer_clarification(key="C-0", on=on))
    conclude("C-0")
    with CaptureQueriesContext(connection) as thirty:
        assert len(shown(entry).happened) == 10
    assert len(one) == len(thirty)
