"""A small planning year in which every act is performed and plans come back."""

from datetime import date, datetime
from typing import Any

from jospar.rules.agreement.facts import ReplyOutcome
from jospar.rules.commission.facts import Outcome, RowOutcome
from jospar.rules.core.deadlines import ASTANA
from jospar.rules.core.nouns import ProgressStage, Text
from jospar.rules.treaty.facts import How
from tests.procedure.small_amendments import AMENDED
from tests.rules import (
    made,
    made_occasions,
    made_papers,
    made_plans,
    made_remarks,
    made_repairs,
)
from tests.rules import made_carrying_out as made_rows
from tests.rules.made import BOTH_YEARS, CURRENT, LONG_TERM, YEAR_2026

_LATE = datetime(2024, 9, 27, 9, 5, tzinfo=ASTANA)
_TITLE = "Ауыл шаруашылығы туралы келісім"
_REMARK = Text("Ескерту", "Замечание")


def _october(day: int) -> date:
    return date(2024, 10, day)


def _november(day: int) -> date:
    return date(2024, 11, day)


def _december(day: int) -> date:
    return date(2024, 12, day)


REFERENCE: tuple[Any, ...] = (
    made.open_cycle(),
    made.list_body(code="trade", name=Text("Сауда м.", "М. торговли")),
    made.list_body(),
    made.list_body(code="mid", name=Text("Сыртқы істер м.", "МИД")),
    made.order_bodies(codes=("mid", "trade", "energy")),
    made.set_calendar(),
    made.appoint(last_day=date(2024, 12, 31), standing_in_for="b.ospanov"),
)

INTAKE: tuple[Any, ...] = (
    made.report_none(body="mid"),
    made.submit_concept(wording=made.wording(title=Text(ru="Соглашение о торговле"))),
    made.submit_concept(key="C-002", proposers=("energy",)),
    made.submit_concept(key="C-003", wording=made.wording(conclude=BOTH_YEARS)),
    made.submit_concept(key="C-004", wording=made.wording(conclude=YEAR_2026)),
    made.submit_concept(key="C-005", sent_on=None),
    made.submit_concept(key="C-006", received_at=_LATE, sent_on=None),
    made.supplement_concept(on=_october(1), changes=made.changes(title_kk=_TITLE)),
    made.withdraw_concept(key="C-005", on=_october(2)),
    made.mark_handling(on=_october(2)),
    made.mark_handling(key="C-002", on=_october(2)),
    made.mark_handling(key="C-002", on=_october(3), official_use=False),
    made_papers.approve(on=_october(2)),
    made.return_late(key="C-006", on=_october(3)),
    made_papers.register_paper(paper=len(REFERENCE) + 1, on=_october(3)),
    made_papers.remind(on=_october(3)),
    made_papers.send_reminder(on=_october(3)),
)

DRAFTING: tuple[Any, ...] = (
    made.ask_opinion(on=_october(1), answer_by=_october(2)),
    made.give_opinion(on=_october(2)),
    made.ask_clarification(on=_october(1), answer_by=_october(3)),
    made.answer_clarification(on=_october(2)),
    made.prepare_conclusion(on=_october(3)),
    made.agree_conclusion(on=_october(3)),
    *(
        made.conclude(key=f"C-00{number}", number=f"11-2/{number}", on=_october(4))
        for number in (1, 2, 3, 4)
    ),
    made.notify(on=_october(7)),
    made.settle(on=_october(8), changes=made.changes(note_kk="Е", note_ru="П")),
    made.place(on=_october(9)),
    made.place(key="C-002", on=_october(9)),
    made.place(key="C-003", on=_october(9), reason="Келіссөздер аяқталды"),
    made.place(key="C-004", on=_october(9), plan=LONG_TERM),
    made.move(key="C-003", on=_october(10)),
    made.move(key="C-003", on=_october(11), plan=CURRENT),
    made.register_agreement(),
    made.register_event(),
    made_occasions.consider(on=_october(14)),
    made_occasions.ask_for_concept(on=_october(14), answer_by=_october(25)),
)

_SENT = (
    made.send_to_commission(on=_november(4)),
    made_remarks.remark(on=_november(5)),
)
_REMARK_NUMBER = len((*REFERENCE, *INTAKE, *DRAFTING, *_SENT))

RETURNED: tuple[Any, ...] = (
    *_SENT,
    made_remarks.answer_remark(on=_november(5), remark=_REMARK_NUMBER),
    made.decide(on=_november(6), number="1", outcome=Outcome.RETURNED),
    made.decide_row(decision="1", on=_november(6), remark=_REMARK),
)
"""The current plan is returned by the Commission; a member's remark is answered."""

APPROVED: tuple[Any, ...] = (
    made.send_to_commission(on=_november(8)),
    made.send_to_commission(on=_november(8), plan=LONG_TERM),
    made.decide(on=_november(12)),
    made.decide_row(
        on=_november(12),
        outcome=RowOutcome.CHANGE,
        changes=made.changes(conclude_to=date(2025, 11, 30)),
        remark=_REMARK,
    ),
    made.decide_row(key="C-002", on=_november(12), outcome=RowOutcome.EXCLUDE),
    made.decide_row(key="C-003", on=_november(12), outcome=RowOutcome.MOVE),
    made.send_to_president(on=_november(14)),
    made.record_reply(on=_november(18), number="1", outcome=ReplyOutcome.RETURNED),
)
"""It is changed and approved, and returned by the President."""

AGREED: tuple[Any, ...] = (
    made.send_to_commission(on=_november(19), document="11-2/9"),
    made.decide(on=_november(21), number="3"),
    made.send_to_president(on=_november(22), document="11-2/10"),
    made.record_reply(on=_december(2)),
    made.distribute(on=_december(3)),
    made.distribute(on=_december(3), recipient="energy"),
    made.acknowledge(on=_december(4)),
    made.explain(on=_december(5)),
    made.end_appointment(appointment=7, last_day=_december(30)),
    made.list_treaty(signed_on=None),
    made.list_treaty(),
)
"""It is approved once more, agreed, and sent out."""

CARRIED_OUT: tuple[Any, ...] = (
    made_rows.report(on=_december(9), reached_on=_december(6)),
    made_rows.plan_stage(on=_december(9)),
    made_rows.request_report(on=_december(10)),
    made_rows.put_forward(on=_december(11)),
    made_rows.record_name(on=_december(12)),
    made_rows.correct_name(on=_december(13)),
    made_rows.record_signing(on=_december(16)),
    made_rows.report(
        on=_december(17), stage=ProgressStage.DOMESTIC_PROCEDURES, reached_on=None
    ),
    made_rows.link(
        key="C-003", on=_december(18), earlier_year=2024, earlier="C-002", how=How.SAME
    ),
    made_rows.link(
        key="C-004", on=_december(18), earlier_year=2024, earlier="C-003", how=How.SAME
    ),
    made_rows.unlink(key="C-004", on=_december(18), earlier_year=2024, earlier="C-003"),
    made_rows.tell_apart(key="C-004", on=_december(18), other_year=2024, other="C-001"),
    made_rows.succeed_body(body="mid", successor="trade", on=_december(19)),
)
"""Its row is carried out up to the signing and after; treaties are told apart."""

AFTERWARDS = (*AMENDED, *CARRIED_OUT, made_plans.past_plan(), made_repairs.repair())

YEAR = (*REFERENCE, *INTAKE, *DRAFTING, *RETURNED, *APPROVED, *AGREED, *AFTERWARDS)
"""All acts in their order."""
