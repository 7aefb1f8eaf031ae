"""What there is to do in a cycle, task by task."""

from dataclasses import replace
from datetime import date

import pytest

from jospar.queries.cycle_record import cycle_record
from jospar.queries.tasks import FIND, TaskKind
from jospar.queries.work import work_of
from jospar.rules.commission.facts import (
    AnswerRemark,
    Outcome,
    Remark,
    RowOutcome,
    Settled,
)
from jospar.rules.core.nouns import Changes, Text
from jospar.rules.core.offices import Actor, Office
from jospar.rules.drafting.facts import AskForConcept, Consider, Register
from jospar.rules.intake.facts import RegisterPaper
from tests.queries.made_record import (
    DURING,
    LATE,
    TRADE,
    agree,
    conclude,
    do,
    open_cycle,
    place,
    submit,
)
from tests.rules import made
from tests.rules.made import CURRENT, LONG_TERM, RULES, YEAR, YEAR_2026
from tests.web.made_year import drafted_year, send_out

pytestmark = pytest.mark.django_db

MINISTRY = Actor("x", Office.HEAD)
IN_TRADE = Actor("x", Office.BODY_OFFICER, "trade")
IN_ENERGY = Actor("x", Office.BODY_OFFICER, "energy")
AGREEMENTS = Register.AGREEMENT
SEPTEMBER, OCTOBER = date(2024, 9, 27), date(2024, 10, 1)


def found(kind: TaskKind, actor: Actor = MINISTRY) -> list[str]:
    """Return the keys of the things that make the task."""
    work = work_of(actor, cycle_record(RULES, YEAR, DURING))
    return [key for one in FIND[kind](work) for _entry, key in one.records]


def days(kind: TaskKind, actor: Actor = MINISTRY) -> list[tuple[date | None, int]]:
    """Return the days of the task's own, with how many things are due."""
    work = work_of(actor, cycle_record(RULES, YEAR, DURING))
    return [(one.by, len(one.records)) for one in FIND[kind](work)]


def test_a_body_answers_once() -> None:
    """It has to until a concept or a letter of none came, be it late."""
    open_cycle()
    assert found(TaskKind.ANSWER, IN_TRADE) == ["trade"]
    submit("C-1", received_at=LATE)
    assert found(TaskKind.ANSWER, IN_TRADE) == []
    assert found(TaskKind.ANSWER, IN_ENERGY) == ["energy"]
    do(made.report_none(body="energy"))
    assert found(TaskKind.ANSWER, IN_ENERGY) == []


def test_a_body_that_need_not_answer_has_nothing_to_answer() -> None:
    """Its silence is nobody's matter, nor is it reminded."""
    open_cycle()
    do(made.list_body(code="bank", answers=False))
    assert found(TaskKind.ANSWER, replace(IN_TRADE, body="bank")) == []
    assert found(TaskKind.REMIND) == ["trade", "energy"]


def test_a_silent_body_is_reminded_until_it_answers() -> None:
    """A late answer is one, too."""
    open_cycle()
    submit("C-1", received_at=LATE)
    assert found(TaskKind.REMIND) == ["energy"]


def test_questions_are_found_day_by_day() -> None:
    """Each day on which an answer is due is a task; an answer ends it."""
    open_cycle()
    for number in (1, 2, 3):
        submit(f"C-{number}")
    for key, by in (("C-1", 5), ("C-2", 5), ("C-3", 7)):
        do(made.ask_clarification(key=key, on=OCTOBER, answer_by=date(2024, 10, by)))
    assert days(TaskKind.CLARIFY) == [(date(2024, 10, 5), 2), (date(2024, 10, 7), 1)]
    do(made.answer_clarification(key="C-3", on=date(2024, 10, 2)))
    assert days(TaskKind.CLARIFY) == [(date(2024, 10, 5), 2)]
    assert found(TaskKind.CLARIFY, IN_TRADE) == ["C-1", "C-2"]


def test_a_body_is_asked_about_its_own_concepts_alone() -> None:
    """A question to another body is not among its tasks."""
    open_cycle()
    submit("C-1")
    do(made.ask_clarification(key="C-1", on=OCTOBER, answer_by=DURING))
    assert found(TaskKind.CLARIFY, IN_ENERGY) == []


def test_an_opinion_is_awaited_until_it_is_given() -> None:
    """Departments answer by a day of their own."""
    open_cycle()
    submit("C-1")
    do(made.ask_opinion(key="C-1", on=OCTOBER, answer_by=DURING))
    assert days(TaskKind.OPINE) == [(DURING, 1)]
    do(made.give_opinion(key="C-1", on=date(2024, 10, 2)))
    assert found(TaskKind.OPINE) == []


def test_an_incomplete_concept_is_completed_by_its_body() -> None:
    """Nothing is concluded on it until then."""
    open_cycle()
    title = Text(kk=made.wording().title.kk)
    submit("C-1", wording=made.wording(title=title))
    assert found(TaskKind.COMPLETE, IN_TRADE) == ["C-1"]
    assert found(TaskKind.REVIEW) == []
    changes = Changes(title_ru=made.wording().title.ru)
    do(made.supplement_concept(key="C-1", on=SEPTEMBER, changes=changes))
    assert found(TaskKind.COMPLETE, IN_TRADE) == []
    assert found(TaskKind.REVIEW) == ["C-1"]


def test_a_request_is_answered_by_a_concept_that_comes_after_it() -> None:
    """One that came before the request is no answer to it."""
    open_cycle()
    submit("C-1")
    do(made.register_agreement(concepts=()))
    do(AskForConcept(AGREEMENTS, "A-1", "trade", OCTOBER, DURING, TRADE))
    assert days(TaskKind.PROPOSE, IN_TRADE) == [(DURING, 1)]
    assert found(TaskKind.PROPOSE, IN_ENERGY) == []
    submit("C-2", received_at=made.AT.replace(month=10, day=2))
    assert found(TaskKind.PROPOSE, IN_TRADE) == []


def test_late_concepts_go_back() -> None:
    """Once returned they are off the desk, and nothing is concluded on them."""
    open_cycle()
    submit("C-1")
    submit("C-2", received_at=LATE)
    assert (found(TaskKind.RETURN), found(TaskKind.REVIEW)) == (["C-2"], ["C-1"])
    do(made.return_late(key="C-2", on=SEPTEMBER))
    assert found(TaskKind.RETURN) == []


def test_a_conclusion_goes_from_desk_to_desk() -> None:
    """Prepared, countersigned, signed, sent: the task is one office's at a time."""
    open_cycle()
    submit("C-1")
    review = (TaskKind.REVIEW, TaskKind.AGREE, TaskKind.SIGN, TaskKind.NOTIFY)

    def at() -> list[TaskKind]:
        return [kind for kind in review if found(kind)]

    assert at() == [TaskKind.REVIEW]
    do(made.prepare_conclusion(key="C-1", on=OCTOBER))
    assert at() == [TaskKind.AGREE]
    do(made.agree_conclusion(key="C-1", on=OCTOBER))
    assert at() == [TaskKind.SIGN]
    conclude("C-1")
    assert at() == [TaskKind.NOTIFY]
    do(made.notify(key="C-1", on=DURING))
    assert at() == []


def test_for_its_body_a_conclusion_is_awaited_until_it_is_sent() -> None:
    """That it is prepared or signed is not shown by what is awaited, either."""
    open_cycle()
    submit("C-1")
    do(made.prepare_conclusion(key="C-1", on=OCTOBER))
    assert found(TaskKind.REVIEW, IN_TRADE) == ["C-1"]
    conclude("C-1", expedient=False)
    assert found(TaskKind.REVIEW, IN_TRADE) == ["C-1"]
    do(made.notify(key="C-1", on=DURING))
    assert found(TaskKind.REVIEW, IN_TRADE) == []


def test_a_withdrawn_concept_makes_no_work() -> None:
    """It is nobody's task any more."""
    open_cycle()
    submit("C-1")
    do(made.withdraw_concept(key="C-1", on=OCTOBER))
    assert [kind for kind in FIND if "C-1" in found(kind)] == [TaskKind.REGISTER]


def test_an_expedient_concept_is_placed_once() -> None:
    """One that is not expedient never is, nor one that the Commission took out."""
    open_cycle()
    for key in ("C-1", "C-2"):
        submit(key)
    conclude("C-1")
    conclude("C-2", expedient=False)
    assert found(TaskKind.PLACE) == ["C-1"]
    do(made.place(key="C-1", on=DURING))
    assert found(TaskKind.PLACE) == []
    do(made.send_to_commission(on=date(2024, 11, 8)))
    do(made.decide(on=date(2024, 11, 15)))
    do(made.decide_row(on=date(2024, 11, 15), key="C-1", outcome=RowOutcome.EXCLUDE))
    assert found(TaskKind.PLACE) == []


def test_papers_get_a_number_each() -> None:
    """Concepts and letters of none alike."""
    open_cycle()
    entry = submit("C-1")
    do(made.report_none(body="energy"))
    assert found(TaskKind.REGISTER) == ["C-1", "7-1/16"]
    do(RegisterPaper(entry, "1-1", made.AT.date()))
    assert found(TaskKind.REGISTER) == ["7-1/16"]


def test_an_occasion_is_considered() -> None:
    """By a concept of the record, or by a sentence that says why there is none."""
    open_cycle()
    do(made.register_agreement(key="A-1"))
    do(made.register_agreement(key="A-2", concepts=()))
    assert found(TaskKind.CONSIDER) == ["A-1", "A-2"]
    submit("C-001")
    assert found(TaskKind.CONSIDER) == ["A-2"]
    do(Consider(AGREEMENTS, "A-2", DURING, considered="Іске асырылды"))
    assert found(TaskKind.CONSIDER) == []


def test_a_plan_goes_from_desk_to_desk() -> None:
    """A plan with nothing in it goes nowhere."""
    way = (
        TaskKind.SEND_COMMISSION,
        TaskKind.DECIDE,
        TaskKind.SEND_PRESIDENT,
        TaskKind.REPLY,
        TaskKind.DISTRIBUTE,
    )

    def at() -> list[TaskKind]:
        return [kind for kind in way if found(kind)]

    open_cycle()
    assert at() == []
    place("C-1")
    assert found(TaskKind.SEND_COMMISSION) == ["current"]
    do(made.send_to_commission(on=date(2024, 11, 8)))
    assert at() == [TaskKind.DECIDE]
    do(made.decide(on=date(2024, 11, 11), number="1", outcome=Outcome.RETURNED))
    assert at() == [TaskKind.SEND_COMMISSION]
    do(made.send_to_commission(on=date(2024, 11, 12)))
    do(made.decide(on=date(2024, 11, 15)))
    assert at() == [TaskKind.SEND_PRESIDENT]
    do(made.send_to_president(on=date(2024, 11, 20)))
    assert at() == [TaskKind.REPLY]
    do(made.record_reply(on=date(2024, 12, 2)))
    assert at() == [TaskKind.DISTRIBUTE]


def test_both_plans_make_a_task_each() -> None:
    """Each names its plan."""
    drafted_year(1)
    place("L-1", LONG_TERM, wording=made.wording(conclude=YEAR_2026))
    work = work_of(MINISTRY, cycle_record(RULES, YEAR, DURING))
    plans = [one.plan for one in FIND[TaskKind.SEND_COMMISSION](work)]
    assert plans == [CURRENT, LONG_TERM]


def test_an_agreed_plan_is_sent_and_acknowledged() -> None:
    """Who got it has to acknowledge it; who did not is still to be sent it."""
    drafted_year(1)
    agree()
    assert found(TaskKind.DISTRIBUTE) == ["parliament", "government_office", "trade"]
    send_out("trade", date(2024, 12, 6))
    assert found(TaskKind.DISTRIBUTE) == ["parliament", "government_office"]
    assert found(TaskKind.ACKNOWLEDGE, IN_TRADE) == ["trade"]
    assert found(TaskKind.ACKNOWLEDGE, IN_ENERGY) == []
    do(made.acknowledge(recipient="trade", on=date(2024, 12, 9)))
    assert found(TaskKind.ACKNOWLEDGE, IN_TRADE) == []


def test_a_remark_awaits_its_answer() -> None:
    """It is a task of the plan that it was made on."""
    drafted_year(1)
    do(made.send_to_commission(on=date(2024, 11, 8)))
    entry = do(Remark(CURRENT, date(2024, 11, 11), "М. Серік", "", TRADE))
    work = work_of(MINISTRY, cycle_record(RULES, YEAR, DURING))
    remarks = [(one.plan, one.records) for one in FIND[TaskKind.ANSWER_REMARK](work)]
    assert remarks == [(CURRENT, ((entry, ""),)), (LONG_TERM, ())]
    do(AnswerRemark(CURRENT, entry, date(2024, 11, 12), TRADE, Settled.ACCEPTED))
    assert found(TaskKind.ANSWER_REMARK) == []
