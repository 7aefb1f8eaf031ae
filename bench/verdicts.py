"""Verdicts of all conditions, beside SpiffWorkflow's steps in memory."""

from collections import deque
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from SpiffWorkflow import TaskState
from SpiffWorkflow.bpmn import BpmnWorkflow
from SpiffWorkflow.bpmn.parser import BpmnParser

from jospar.rules.registry import BY_FILING
from tests.rules import made

from .measure import Measure, at_least, medians, timed

ASKED = (
    (made.filing_facts(), made.submit_concept()),
    (made.filing_facts(), made.report_none()),
    (made.concept_facts(), made.supplement_concept()),
    (made.concept_facts(), made.withdraw_concept()),
    (made.review_facts(), made.conclude()),
    (made.review_facts(), made.notify()),
    (made.drafting_facts(), made.settle()),
    (made.drafting_facts(), made.place()),
    (made.sending_facts(), made.send_to_commission()),
    (made.decision_facts(), made.decide()),
    (made.row_facts(), made.decide_row()),
    (made.plan_facts(), made.send_to_president()),
    (made.plan_facts(), made.record_reply()),
    (made.recipient_facts(), made.distribute()),
)
"""What the acts of a year are asked, with the facts that they look at."""

ROUNDS, TIMES, WORKFLOWS = 9, 200, 20
"""Rounds, and what is done in one: both sides take about as long."""
STEPS = 12
"""As many steps, one after the other, as a concept's way has acts."""
FACTS = {
    "received_on": date(2024, 9, 20),
    "on": date(2024, 10, 15),
    "expedient": True,
    "withdrawn": False,
    "today": date(2024, 10, 15),
    "document": "",
    "office": "head",
}
CONDITIONS = """
received = received_on &lt;= on
lawful = received and expedient
lawful = lawful and not withdrawn
past_is_proven = on == today or document != ""
by_the_office = office in ("head", "planner")
"""
"""As many as an act has on average."""


def measures() -> Iterator[Measure]:
    """Measure in turn; a step decides as many conditions, or none at all."""
    deciding = _process("scriptTask", f"<script>{CONDITIONS}</script>")
    empty = _process("manualTask", "")
    own, decided, taken = medians(
        partial(timed, _verdicts),
        partial(_of_prepared, _decide, deciding),
        partial(_of_prepared, _take, empty),
        rounds=ROUNDS,
    )
    verdicts = len(ASKED) * TIMES / own
    deciding_steps, empty_steps = (
        STEPS * WORKFLOWS / elapsed for elapsed in (decided, taken)
    )
    yield at_least(
        8,
        "verdicts of all conditions",
        *(verdicts, "1/s", "SpiffWorkflow's steps", deciding_steps),
    )
    yield Measure(
        "verdicts of all conditions, beside none",
        *(verdicts, "1/s", "SpiffWorkflow's empty steps"),
        *(empty_steps, verdicts / empty_steps),
    )


def _process(kind: str, content: str) -> object:
    """Return a process of steps of one kind, as BPMN states it."""
    steps = "".join(
        f'<{kind} id="step{n}"><incoming>flow{n - 1}</incoming>'
        f"<outgoing>flow{n}</outgoing>{content}</{kind}>"
        f'<sequenceFlow id="flow{n}" sourceRef="step{n}" targetRef="step{n + 1}"/>'
        for n in range(1, STEPS + 1)
    )
    parser = BpmnParser()
    parser.add_bpmn_str(
        '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">'
        '<process id="acts" isExecutable="true">'
        '<startEvent id="step0"><outgoing>flow0</outgoing></startEvent>'
        f'<sequenceFlow id="flow0" sourceRef="step0" targetRef="step1"/>{steps}'
        f'<endEvent id="step{STEPS + 1}"><incoming>flow{STEPS}</incoming></endEvent>'
        "</process></definitions>".encode()
    )
    return parser.get_spec("acts")


def _verdicts() -> None:
    for _ in range(TIMES):
        for facts, filing in ASKED:
            BY_FILING[type(filing)].verdict(facts, filing)


def _of_prepared(take: Callable[[BpmnWorkflow], None], spec: object) -> float:
    """Return the time of the steps of workflows that are made and filled before."""
    workflows = [BpmnWorkflow(spec) for _ in range(WORKFLOWS)]
    for workflow in workflows:
        workflow.task_tree.data.update(FACTS)
    elapsed = timed(lambda: deque(map(take, workflows)))
    assert all(workflow.completed for workflow in workflows)
    return elapsed


def _decide(workflow: BpmnWorkflow) -> None:
    workflow.do_engine_steps()


def _take(workflow: BpmnWorkflow) -> None:
    while task := workflow.get_next_task(state=TaskState.READY):
        task.run()
