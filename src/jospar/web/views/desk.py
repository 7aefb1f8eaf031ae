"""The desk: the first page of whoever has signed in."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from jospar.notices.inbox import inbox
from jospar.queries.cycle_record import cycle_record
from jospar.queries.desk import Desk, Task, desk, tasks_before
from jospar.queries.overview import overview
from jospar.queries.tasks import TaskKind
from jospar.rules.core.offices import Sight
from jospar.web.acts.addresses import act_address
from jospar.web.pages import page
from jospar.web.visitor import Seat, in_cycle
from jospar.web.year_line import year_line

OF_CONCEPTS = frozenset(
    {
        TaskKind.CLARIFY,
        TaskKind.COMPLETE,
        TaskKind.RETURN,
        TaskKind.OPINE,
        TaskKind.REVIEW,
        TaskKind.AGREE,
        TaskKind.SIGN,
        TaskKind.NOTIFY,
        TaskKind.PLACE,
    }
)
"""Tasks whose things are concepts, each with a page of its own."""
OF_ROWS = frozenset(
    {
        TaskKind.REPORT,
        TaskKind.REPORT_QUARTER,
        TaskKind.OVERDUE,
        TaskKind.PROPOSE_AGAIN,
        TaskKind.NAMES,
    }
)
"""Tasks whose things are rows of agreed plans: each leads to its treaty."""
OF_DOSSIERS = frozenset(
    {
        TaskKind.COMPLETE_DOSSIER,
        TaskKind.ASK_INSTRUCTION,
        TaskKind.CONCLUDE_DOSSIER,
        TaskKind.INSTRUCT,
        TaskKind.ADD_ROW,
    }
)
"""Tasks whose things are dossiers that ask to amend a plan."""
_PAGES = {
    TaskKind.ANSWER: ("write", ""),
    TaskKind.PROPOSE: ("write", ""),
    TaskKind.PROPOSE_AGAIN: ("rows-again", ""),
    TaskKind.CLARIFY: ("concepts", "answered=no"),
    TaskKind.COMPLETE: ("concepts", ""),
    TaskKind.REGISTER: ("answers", ""),
    TaskKind.REMIND: ("answers", ""),
    TaskKind.RETURN: ("concepts", "view=late"),
    TaskKind.OPINE: ("concepts", "view=opinions"),
    TaskKind.REVIEW: ("concepts", "view=to_conclude"),
    TaskKind.AGREE: ("concepts", "view=to_agree"),
    TaskKind.SIGN: ("concepts", "view=to_sign"),
    TaskKind.NOTIFY: ("outbox", ""),
    TaskKind.PLACE: ("concepts", "view=to_place"),
    TaskKind.CONSIDER: ("occasions", ""),
    TaskKind.ANSWER_REMARK: ("commission", ""),
    TaskKind.SEND_COMMISSION: ("commission", ""),
    TaskKind.SEND_PRESIDENT: ("president", ""),
    TaskKind.DECIDE: ("commission", ""),
    TaskKind.REPLY: ("president", ""),
    TaskKind.DISTRIBUTE: ("outbox", ""),
    TaskKind.COMPLETE_DOSSIER: ("amendments", "stage=incomplete"),
    TaskKind.ASK_INSTRUCTION: ("amendments", "stage=concluded"),
    TaskKind.CONCLUDE_DOSSIER: ("amendments", "stage=to_conclude"),
    TaskKind.INSTRUCT: ("amendments", "stage=requested"),
    TaskKind.CONSENT: ("amendments", ""),
    TaskKind.ADD_ROW: ("amendments", "stage=instructed"),
    TaskKind.AMEND: ("amendments", ""),
    TaskKind.MAKE_REVISION: ("amendments", ""),
    TaskKind.SEND_REVISION: ("outbox", "kind=revision_letter&mark=all"),
    TaskKind.REPORT: ("carrying", ""),
    TaskKind.REPORT_QUARTER: ("carrying", ""),
    TaskKind.OVERDUE: ("carrying", ""),
    TaskKind.ASK_REPORT: ("carrying", ""),
    TaskKind.NAMES: ("carrying", "stage=signed"),
}
"""The page that a task leads to, and what it is narrowed to there."""

TOLD = 10
"""How many notices stand on the desk; the others have a page."""


@dataclass(frozen=True, slots=True)
class ShownTask:
    """A task with where it is done.

    ``of_concepts`` when its things are concepts, ``of_rows`` when they are rows of
    agreed plans, ``of_dossiers`` when they are dossiers.
    """

    task: Task
    address: str
    of_concepts: bool
    of_rows: bool
    of_dossiers: bool


@require_safe
@in_cycle()
def show(request: HttpRequest, seat: Seat, language: str) -> HttpResponse:
    """Show what the office has to do in the cycle, and what it waits for."""
    visitor, actor, ruleset, year = seat.visitor, seat.actor, seat.ruleset, seat.year
    record = cycle_record(ruleset, year, visitor.today)
    if record.brought_in:  # nothing waits in it
        return page(request, "desk_brought_in.html", language, year=year)
    found = desk(actor, record)
    repeal = ruleset.repeal
    return page(
        request,
        "desk.html",
        language,
        year=year,
        desk=found,
        notices=inbox(actor.person, language, TOLD),
        tasks=tuple(_shown(found, language, year)),
        before=tasks_before(actor, year, visitor.today),
        line=year_line(year, found.lines, visitor.today, language),
        ruleset=ruleset,
        repeal=repeal if repeal and visitor.today >= repeal.not_before else None,
        today=visitor.today,
        body=record.bodies.get(actor.body),
        overview=overview(ruleset, record) if visitor.sees(Sight.FIGURES) else None,
    )


def _shown(found: Desk, language: str, year: int) -> Iterator[ShownTask]:
    for task in found.tasks:
        yield ShownTask(
            task=task,
            address=_address(task, language, year),
            of_concepts=task.kind in OF_CONCEPTS,
            of_rows=task.kind in OF_ROWS,
            of_dossiers=task.kind in OF_DOSSIERS,
        )


def _address(task: Task, language: str, year: int) -> str:
    where = {"language": language, "year": year}
    if task.kind in {TaskKind.ACKNOWLEDGE, TaskKind.ACKNOWLEDGE_REVISION}:
        back, plan = reverse("start", kwargs=where), task.plan or ""
        if task.kind is TaskKind.ACKNOWLEDGE:
            return act_address("agreement.acknowledge", language, year, back, plan=plan)
        code, revision = "amendment.acknowledge", task.records[0][0]
        return act_address(code, language, year, back, plan=plan, revision=revision)
    name, query = _PAGES[task.kind]
    if name == "carrying":
        del where["year"]
    address = reverse(name, kwargs=where)
    if query:
        address += f"?{query}"
    return f"{address}#bodies" if task.kind is TaskKind.ASK_REPORT else address
