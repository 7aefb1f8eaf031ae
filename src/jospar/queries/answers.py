"""The board of answers: every body, what it answered and when, who is silent."""

from dataclasses import dataclass
from datetime import date

from jospar.records.models import Registration, Reminder
from jospar.rules.core.deadlines import Deadline, in_time
from jospar.rules.core.forms import Body

from .cycle import Answer
from .cycle_record import CycleRecord


@dataclass(frozen=True, slots=True)
class PaperIn:
    """A paper that came: a concept by its key, or a letter of none without one.

    ``registered`` is the Ministry's number, empty until it is given.
    """

    entry: int
    key: str
    document: str
    on: date
    in_time: bool
    registered: str


@dataclass(frozen=True, slots=True)
class BodyLine:
    """A body with its answer, its papers, and the days on which it was reminded."""

    code: str
    body: Body
    must_answer: bool
    answer: Answer
    papers: tuple[PaperIn, ...]
    reminded: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """The bodies in the official order, and how many of those that must answered."""

    deadline: Deadline
    lines: tuple[BodyLine, ...]
    answered: int
    needed: int


def board(record: CycleRecord) -> Board:
    """Return the board of the cycle; two queries."""
    deadline = next(
        line.deadline
        for line in record.deadlines
        if line.deadline.provision == "concepts.deadline"
    )
    numbers = dict(
        Registration.objects.filter(cycle_id=record.year).values_list("paper", "number")
    )
    reminded: dict[str, list[date]] = {}
    for body, day in (
        Reminder.objects.filter(cycle_id=record.year)
        .order_by("entry")
        .values_list("body", "on")
    ):
        reminded.setdefault(body, []).append(day)
    papers = _papers(record, deadline, numbers)
    lines = tuple(
        BodyLine(
            code=body.code,
            body=record.bodies[body.code],
            must_answer=body.must_answer,
            answer=body.answer,
            papers=tuple(papers.get(body.code, ())),
            reminded=tuple(reminded.get(body.code, ())),
        )
        for body in record.answers
    )
    needed = [line for line in lines if line.must_answer]
    return Board(
        deadline=deadline,
        lines=lines,
        answered=sum(line.answer is not Answer.SILENT for line in needed),
        needed=len(needed),
    )


def _papers(
    record: CycleRecord, deadline: Deadline, numbers: dict[int, str]
) -> dict[str, list[PaperIn]]:
    """Return the papers of each body, a joint concept under each of its bodies."""
    papers: dict[str, list[PaperIn]] = {}
    for concept in record.concepts:
        paper = PaperIn(
            entry=concept.entry,
            key=concept.outcome.key,
            document="",
            on=concept.outcome.received_on,
            in_time=concept.outcome.in_time,
            registered=numbers.get(concept.entry, ""),
        )
        for body in concept.outcome.proposers:
            papers.setdefault(body, []).append(paper)
    for letter in record.letters:
        paper = PaperIn(
            entry=letter.entry,
            key="",
            document=letter.document,
            on=letter.received_on,
            in_time=in_time(deadline, letter.received_at),
            registered=numbers.get(letter.entry, ""),
        )
        papers.setdefault(letter.body, []).append(paper)
    return papers
