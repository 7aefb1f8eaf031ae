"""What there is to do on amendments, office by office."""

import pytest

from jospar.queries.cycle_record import cycle_record
from jospar.queries.desk import Urgency, desk
from jospar.queries.tasks import TaskKind
from jospar.rules.core.nouns import PlanKind
from jospar.rules.core.offices import Actor, Office
from tests.queries.made_amended import (
    add,
    agreed_plan,
    came,
    december,
    decide,
    instruct,
    make,
    stage,
)
from tests.queries.made_record import do
from tests.rules import made_amendments
from tests.rules.made import RULES, YEAR

pytestmark = pytest.mark.django_db

OFFICES = (
    Office.BODY_OFFICER,
    Office.REGISTRAR,
    Office.HEAD,
    Office.PLANNER,
    Office.ADMINISTRATION_OFFICER,
)
OF_AMENDMENTS = {
    TaskKind.COMPLETE_DOSSIER,
    TaskKind.ASK_INSTRUCTION,
    TaskKind.CONCLUDE_DOSSIER,
    TaskKind.INSTRUCT,
    TaskKind.CONSENT,
    TaskKind.ADD_ROW,
    TaskKind.AMEND,
    TaskKind.MAKE_REVISION,
    TaskKind.SEND_REVISION,
    TaskKind.ACKNOWLEDGE_REVISION,
}


def tasks() -> dict[TaskKind, set[Office]]:
    """Return the tasks on amendments with the offices that have them."""
    record = cycle_record(RULES, YEAR, december(31))
    found: dict[TaskKind, set[Office]] = {}
    for office in OFFICES:
        body = "trade" if office is Office.BODY_OFFICER else ""
        for task in desk(Actor("x", office, body), record).tasks:
            if task.kind in OF_AMENDMENTS:
                found.setdefault(task.kind, set()).add(office)
    return found


def waits(office: Office, body: str = "") -> set[TaskKind]:
    """Return what the office waits for, of amendments."""
    record = cycle_record(RULES, YEAR, december(10))
    found = {task.kind for task in desk(Actor("x", office, body), record).waits}
    return found & OF_AMENDMENTS


def brought() -> None:
    """Let a body bring both papers of a dossier on 4 December."""
    paper = {"key": "D-1", "received_at": came(4)}
    do(made_amendments.bring_grounds(**paper, body="trade"))
    do(made_amendments.bring_concept(**paper, proposers=("trade",)))


def test_a_dossier_goes_from_desk_to_desk() -> None:
    """From its first paper to the revision that has its row, and to the recipients."""
    agreed_plan()
    do(made_amendments.bring_grounds(key="D-1", body="trade", received_at=came(4)))
    assert tasks() == {TaskKind.COMPLETE_DOSSIER: {Office.BODY_OFFICER}}
    brought()
    assert tasks() == {TaskKind.CONCLUDE_DOSSIER: {Office.HEAD}}
    do(made_amendments.conclude(key="D-1", on=december(5)))
    assert tasks() == {TaskKind.ASK_INSTRUCTION: {Office.BODY_OFFICER}}
    do(made_amendments.request(key="D-1", on=december(6)))
    recording = {Office.REGISTRAR, Office.ADMINISTRATION_OFFICER}
    assert tasks() == {TaskKind.INSTRUCT: recording}
    instruct("1", 9, dossiers=("D-1",))
    assert tasks() == {TaskKind.ADD_ROW: {Office.PLANNER}}
    do(
        made_amendments.add_from_dossier(
            key="D-1", ground="1", on=december(9), reason=made_amendments.REASON
        )
    )
    assert tasks() == {TaskKind.MAKE_REVISION: {Office.HEAD, Office.PLANNER}}
    make("1", 10)
    assert tasks() == {TaskKind.SEND_REVISION: {Office.HEAD, Office.REGISTRAR}}


def test_a_decision_waits_for_its_reply_then_for_changes() -> None:
    """The Administration's reply is recorded by two offices, and others wait for it."""
    agreed_plan()
    decide("5", 9, None)
    recording = {Office.REGISTRAR, Office.ADMINISTRATION_OFFICER}
    assert tasks() == {TaskKind.CONSENT: recording}
    for office in (Office.COMMISSION_SECRETARY, Office.HEAD, Office.PLANNER):
        assert waits(office) == {TaskKind.CONSENT}
    do(made_amendments.record_consent(decision="5", number="6", on=december(10)))
    assert tasks() == {TaskKind.AMEND: {Office.PLANNER}}


def test_another_body_has_no_task_with_the_dossier() -> None:
    """Nor does it wait for the conclusion; the one that brought it does."""
    agreed_plan()
    brought()
    assert waits(Office.BODY_OFFICER, "trade") == {TaskKind.CONCLUDE_DOSSIER}
    assert waits(Office.BODY_OFFICER, "energy") == set()
    assert waits(Office.REVIEWER) == {TaskKind.CONCLUDE_DOSSIER}


@pytest.mark.parametrize(
    ("day", "urgency", "by"),
    [
        (17, Urgency.OPEN, 18),
        (18, Urgency.DUE, 18),
        (19, Urgency.DUE, 19),
        (20, Urgency.LATE, 18),
    ],
)
def test_a_conclusion_is_due_in_ten_working_days(
    day: int, urgency: Urgency, by: int
) -> None:
    """Both days are the dossier's own; 16 December is a day off."""
    agreed_plan()
    brought()
    record = cycle_record(RULES, YEAR, december(day))
    (task,) = (
        task
        for task in desk(Actor("x", Office.HEAD), record).tasks
        if task.kind is TaskKind.CONCLUDE_DOSSIER
    )
    assert (task.urgency, task.by) == (urgency, december(by))


def test_the_last_revision_of_a_plan_is_sent() -> None:
    """Who has it needs none of those before; who was sent it is done."""
    agreed_plan()
    instruct("1", 9)
    stage("1", 9)
    make("1", 9)
    do(made_amendments.send_out(revision=2, recipient="parliament", on=december(9)))
    assert unsent() == ["government_office", "trade"]
    instruct("2", 10)
    add("2", 10, "N-1")
    make("2", 10)
    assert unsent() == ["parliament", "government_office", "trade"]


def unsent() -> list[str]:
    """Return whom the current plan's last revision was not sent to."""
    record = cycle_record(RULES, YEAR, december(31))
    (task,) = (
        task
        for task in desk(Actor("x", Office.REGISTRAR), record).tasks
        if task.kind is TaskKind.SEND_REVISION
    )
    assert task.plan is PlanKind.CURRENT
    return [recipient for _entry, recipient in task.records]


def test_who_was_sent_a_revision_acknowledges_it() -> None:
    """The body that it was sent to, until it did; another has nothing to do."""
    agreed_plan()
    instruct("1", 9)
    stage("1", 9)
    make("1", 9)
    do(made_amendments.send_out(revision=2, recipient="trade", on=december(9)))
    assert [unacknowledged(body) for body in ("trade", "energy")] == [[2], []]
    receipt = {"revision": 2, "recipient": "trade", "on": december(10)}
    do(made_amendments.acknowledge(**receipt))
    assert unacknowledged("trade") == []


def unacknowledged(body: str) -> list[int]:
    """Return the revisions that the body has to acknowledge."""
    record = cycle_record(RULES, YEAR, december(31))
    return [
        number
        for task in desk(Actor("x", Office.BODY_OFFICER, body), record).tasks
        if task.kind is TaskKind.ACKNOWLEDGE_REVISION
        for number, _recipient in task.records
    ]
