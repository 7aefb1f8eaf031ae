"""Random years of acts, lawful and not, by random offices on random days."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from hypothesis import strategies as st

from jospar.procedure import journal
from jospar.procedure.clock import Clock
from jospar.procedure.perform import ActRefusedError, Order, perform
from jospar.procedure.replay import check_records
from jospar.queries.cycle import concept_outcomes
from jospar.queries.plans import edition_of
from jospar.records.models import Revision
from jospar.rules.agreement.facts import (
    Acknowledge,
    Distribute,
    RecordReply,
    ReplyOutcome,
    SendToPresident,
)
from jospar.rules.commission.facts import (
    Decide,
    DecideRow,
    Outcome,
    RowOutcome,
    SendToCommission,
)
from jospar.rules.core.deadlines import ASTANA
from jospar.rules.core.nouns import (
    Changes,
    Entry,
    Level,
    PlanKind,
    Procedure,
    Term,
    Text,
    Wording,
)
from jospar.rules.core.offices import Actor, Office
from jospar.rules.core.ruleset import load
from jospar.rules.drafting.facts import Place, RegisterAgreement, Settle
from jospar.rules.intake.facts import (
    ReportNone,
    ReturnLate,
    SubmitConcept,
    SupplementConcept,
    WithdrawConcept,
)
from jospar.rules.reference.facts import Appoint, ListBody, OpenCycle, OrderBodies
from jospar.rules.review.facts import Conclude, Notify
from tests.years.walk import Walk

RULES = load()
YEAR = 2024
FIRST_DAY = date(2024, 9, 12)
BODIES = ("mid", "mps", "mks")
OF_ONE_BODY = frozenset({Office.BODY_OFFICER, Office.RECIPIENT})
KEYS = tuple(f"C-{n}" for n in range(5))
PLANS = tuple(PlanKind)
TERMS = (
    Term(date(2025, 1, 1), date(2025, 12, 31)),
    Term(date(2025, 4, 1), date(2025, 6, 30)),
    Term(date(2026, 1, 1), date(2027, 12, 31)),
    Term(date(2025, 7, 1), date(2026, 6, 30)),
    Term(date(2028, 1, 1), date(2029, 12, 31)),
    Term(date(2026, 1, 1), date(2025, 1, 1)),
)
TEXTS = ("", "Сауда ісін дамыту", "Развитие торговли", "Көлік туралы келісім")


@dataclass(frozen=True, slots=True)
class Step:
    """A drawn act: its kind, whose, about what, on which day, known on which day."""

    kind: type
    office: Office | None
    body: int
    key: int
    plan: int
    choice: int
    days: int
    back: int

    @property
    def body_code(self) -> str:
        """The code of the body."""
        return BODIES[self.body]


def _wording(step: Step) -> Wording:
    empty = step.choice == 0
    return Wording(
        title=Text("Көлік туралы келісім", "" if empty else "Соглашение о транспорте"),
        purpose=Text("Көлікті дамыту", "Развитие транспорта"),
        note=Text(),
        level=list(Level)[step.choice % 3],
        conclude=TERMS[step.choice % len(TERMS)],
        procedure=Procedure.NONE,
    )


def _changes(step: Step) -> Changes:
    term = TERMS[step.choice % len(TERMS)]
    return Changes(
        title_ru="Соглашение о дорогах" if step.choice % 2 else "",
        purpose_kk=TEXTS[step.choice % len(TEXTS)],
        conclude_from=term.first_day if step.choice in {1, 2, 3, 6} else None,
        conclude_to=term.last_day if step.choice in {1, 2, 3, 7} else None,
    )


def _submitted(step: Step, on: date) -> SubmitConcept:
    others = BODIES[: step.plan]
    return SubmitConcept(
        key=KEYS[step.key],
        proposers=tuple(dict.fromkeys((step.body_code, *others))),
        wording=_wording(step),
        entry=Entry.NEW,
        received_at=datetime.combine(on, time(23, 59, 59), tzinfo=ASTANA),
        document="1",
    )


def _row_decision(step: Step, on: date) -> DecideRow:
    return DecideRow(
        PLANS[step.plan],
        str(step.body),
        on,
        KEYS[step.key],
        list(RowOutcome)[step.choice % 4],
        _changes(step),
        Text("Ескерту", "Замечание"),
    )


def _decision(step: Step, on: date) -> Decide:
    outcome = Outcome.RETURNED if step.choice % 4 == 0 else Outcome.APPROVED
    return Decide(PLANS[step.plan], on, str(step.body), outcome)


def _reply(step: Step, on: date) -> RecordReply:
    outcome = ReplyOutcome.RETURNED if step.choice % 2 else ReplyOutcome.AGREED
    return RecordReply(PLANS[step.plan], on, str(step.choice), outcome)


def _conclusion(step: Step, on: date) -> Conclude:
    return Conclude(
        KEYS[step.key], step.choice != 0, on, "1", Text("Иә", "Да"), "Әлімов Б."
    )


MAKERS: Mapping[type, Callable[[Step, date], object]] = {
    SubmitConcept: _submitted,
    ReportNone: lambda step, on: ReportNone(
        step.body_code, datetime.combine(on, time(9), tzinfo=ASTANA), "1"
    ),
    SupplementConcept: lambda step, on: SupplementConcept(
        KEYS[step.key], on, "1", _changes(step)
    ),
    WithdrawConcept: lambda step, on: WithdrawConcept(KEYS[step.key], on, "1"),
    ReturnLate: lambda step, on: ReturnLate(KEYS[step.key], on, "1"),
    Conclude: _conclusion,
    Notify: lambda step, on: Notify(KEYS[step.key], on, "1"),
    Settle: lambda step, on: Settle(KEYS[step.key], on, "1", _changes(step)),
    Place: lambda step, on: Place(
        KEYS[step.key], PLANS[step.plan], on, "Келісілді" if step.choice % 2 else ""
    ),
    RegisterAgreement: lambda step, on: RegisterAgreement(
        str(step.choice), "Уағдаластық", on, years=(2025,)
    ),
    OrderBodies: lambda step, _on: OrderBodies(
        BODIES[step.body :] + BODIES[: step.body]
    ),
    SendToCommission: lambda step, on: SendToCommission(PLANS[step.plan], on, "1"),
    Decide: _decision,
    DecideRow: _row_decision,
    SendToPresident: lambda step, on: SendToPresident(PLANS[step.plan], on, "1"),
    RecordReply: _reply,
    Distribute: lambda step, on: Distribute(PLANS[step.plan], step.body_code, on),
    Acknowledge: lambda step, on: Acknowledge(PLANS[step.plan], step.body_code, on),
}

FITTING: Mapping[type, Office] = {
    SubmitConcept: Office.REGISTRAR,
    ReportNone: Office.REGISTRAR,
    SupplementConcept: Office.REGISTRAR,
    WithdrawConcept: Office.REGISTRAR,
    ReturnLate: Office.REGISTRAR,
    Conclude: Office.HEAD,
    Notify: Office.REGISTRAR,
    Settle: Office.HEAD,
    Place: Office.PLANNER,
    RegisterAgreement: Office.PLANNER,
    OrderBodies: Office.ADMINISTRATOR,
    SendToCommission: Office.HEAD,
    Decide: Office.COMMISSION_SECRETARY,
    DecideRow: Office.COMMISSION_SECRETARY,
    SendToPresident: Office.HEAD,
    RecordReply: Office.ADMINISTRATION_OFFICER,
    Distribute: Office.REGISTRAR,
    Acknowledge: Office.REGISTRAR,
}
"""An office that may do it; a step without an office of its own is acted by this."""

ANYTHING = tuple(MAKERS)
OF_A_ROUND: tuple[tuple[type, tuple[int, ...]], ...] = (
    (SendToCommission, (1, 2)),
    (Decide, (0, 1, 2, 3, 5, 6)),
    (DecideRow, tuple(range(8))),
    (DecideRow, tuple(range(8))),
    (SendToPresident, (1, 2)),
    (RecordReply, (0, 1, 2, 3)),
    (Distribute, (1, 2)),
)
"""What happens to a plan on its way, with the choices that are drawn from."""

RANDOM_STEPS = st.builds(
    Step,
    kind=st.sampled_from(ANYTHING),
    office=st.one_of(*[st.none()] * 3, st.sampled_from(list(Office))),
    body=st.integers(0, 2),
    key=st.integers(0, len(KEYS) - 1),
    plan=st.integers(0, 1),
    choice=st.integers(0, 7),
    days=st.integers(0, 3),
    back=st.sampled_from((0, 0, 0, 0, 1, 9, -1)),
)


def _lawful(
    kind: type,
    choices: Sequence[int],
    *,
    plan: int,
    key: int | None = None,
    body: int | None = None,
) -> st.SearchStrategy[Step]:
    """Draw an act of the way that a lawful year goes, on one of the next days."""
    return st.builds(
        Step,
        kind=st.just(kind),
        office=st.none(),
        body=st.integers(0, 2) if body is None else st.just(body),
        key=st.integers(0, len(KEYS) - 1) if key is None else st.just(key),
        plan=st.just(plan),
        choice=st.sampled_from(choices),
        days=st.integers(0, 2),
        back=st.just(0),
    )


def _way(rounds: int) -> list[st.SearchStrategy[Step]]:
    """Return the acts of a lawful year: concepts into both plans, and both agreed."""
    keys = range(len(KEYS))
    way = [
        _lawful(SubmitConcept, (2,) if key % 2 else (1, 3, 6), plan=key % 2, key=key)
        for key in keys
    ]
    way += [_lawful(Conclude, range(1, 8), plan=0, key=key) for key in keys]
    way += [_lawful(Place, (1, 3, 5), plan=key % 2, key=key) for key in keys]
    for body in range(rounds):
        for kind, choices in OF_A_ROUND:
            way += [_lawful(kind, choices, plan=plan, body=body) for plan in (0, 1)]
    return way


def years(rounds: int = 2, most: int = 1) -> st.SearchStrategy[list[Step]]:
    """Draw a lawful year with gaps, and anything between its acts.

    Each plan goes its way ``rounds`` times, three at the most; before each act stand
    ``most`` others at the most.
    """
    parts = [
        st.tuples(st.lists(RANDOM_STEPS, max_size=most), st.integers(0, 11), act)
        for act in _way(rounds)
    ]
    return st.tuples(*parts).map(_joined)


def _joined(parts: Sequence[tuple[list[Step], int, Step]]) -> list[Step]:
    year: list[Step] = []
    for others, kept, act in parts:
        year += others
        if kept:
            year.append(act)
    return year


def run(year: Sequence[Step], name: UUID) -> int:
    """Act the year in an open cycle, check what must hold, and leave no trace of it.

    Returns:
        How many acts were performed.
    """
    start = transaction.savepoint()
    try:
        _open(name)
        today, performed = FIRST_DAY, 0
        for number, step in enumerate(year):
            today += timedelta(days=step.days)
            performed += _act(step, today, uuid5(name, f"step {number}"))
        check_year()
    finally:
        transaction.savepoint_rollback(start)
    return performed


def check_year() -> None:
    """Check what must hold after any year, however it went."""
    walk = Walk(YEAR).over(journal.entries())
    outcomes = {found.key: found for found in concept_outcomes(RULES, YEAR)}
    assert outcomes.keys() == walk.concepts.keys()
    for key, concept in walk.concepts.items():
        assert outcomes[key].in_time is concept.in_time
        assert outcomes[key].plan is None or outcomes[key].plan == concept.plan
    for kind, agreed in walk.agreed.items():
        content = Revision.objects.get(
            plan_id=f"{YEAR}.{kind}", fingerprint=agreed
        ).content
        assert hashlib.sha256(content.encode()).hexdigest() == agreed
        rows = [row for group in json.loads(content)["groups"] for row in group["rows"]]
        assert {row["concept"]: row["cells"]["ru"][2] for row in rows} == {
            key: wording["title"]["ru"]
            for key, wording in walk.plans[kind].approved.items()
        }
        edition = edition_of(RULES, YEAR, PlanKind(kind))
        assert (edition.stage, edition.fingerprint) == ("agreed", agreed)
    journal.verify(journal.entries())
    check_records()


def _open(name: UUID) -> None:
    filings: list[Any] = [OpenCycle(YEAR, RULES.code)]
    filings += [
        ListBody(code, Text(f"{code}-kk", f"{code}-ru"), "", answers=True)
        for code in BODIES
    ]
    filings += [
        Appoint(office, office, office, body, date(2024, 1, 1))
        for office in Office
        for body in (BODIES[1:] if office in OF_ONE_BODY else ("",))
        if office is not Office.AUDITOR
    ]
    administrator = Actor("start", Office.ADMINISTRATOR)
    for number, filing in enumerate(filings):
        order = Order(
            act_id=uuid5(name, f"open {number}"),
            filing=filing,
            year=YEAR,
            on=FIRST_DAY,
            actor=administrator,
            ruleset=RULES,
            imported=True,
        )
        perform(order, Clock(FIRST_DAY))


def _act(step: Step, today: date, act_id: UUID) -> bool:
    office = step.office or FITTING[step.kind]
    on = today - timedelta(days=step.back)
    order = Order(
        act_id=act_id,
        filing=MAKERS[step.kind](step, on),
        year=YEAR,
        on=on,
        actor=Actor(office, office, step.body_code if office in OF_ONE_BODY else ""),
        ruleset=RULES,
        document="1" if step.choice else "",
        acknowledged=None if step.choice else (),
        imported=step.choice == 1,
    )
    try:
        return perform(order, Clock(today)).new
    except ActRefusedError:
        return False
