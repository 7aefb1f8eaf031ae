"""The table of disagreements of a plan."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest

from jospar.documents.disagreements import Disagreement, DisagreementTable
from jospar.queries.disagreements import (
    DisagreementLine,
    disagreement_lines,
    disagreement_table,
)
from jospar.rules.commission.facts import Outcome, Settled
from jospar.rules.core.nouns import PlanKind, Text
from tests.queries.made_record import conclude, do, open_cycle, place, submit
from tests.rules import made
from tests.rules.made import CURRENT, LONG_TERM, RULES, YEAR
from tests.rules.made_remarks import answer_remark, remark

pytestmark = pytest.mark.django_db

SENT, AGAIN = date(2024, 11, 8), date(2024, 11, 18)
REMARKED, ANSWERED = date(2024, 11, 12), date(2024, 11, 13)
TITLE = made.wording().title
FIRST = Text("А атауы", "Название А")


def send(day: date = SENT) -> None:
    """Send the current plan to the Commission."""
    do(made.send_to_commission(on=day, document=str(day)))


def make(point: str, **changes: object) -> int:
    """Let a member remark on ``point`` and return the number of the remark."""
    return do(remark(**{"on": REMARKED, "point": point, **changes}))


def test_a_plan_without_remarks() -> None:
    """It has no lines, and a table that says so."""
    open_cycle()
    assert disagreement_lines(YEAR, CURRENT) == []
    title = RULES.headings.titles[PlanKind.CURRENT]
    assert disagreement_table(RULES, YEAR, CURRENT, SENT) == DisagreementTable(
        day=SENT,
        plan=Text(title["kk"].format(years="2025"), title["ru"].format(years="2025")),
    )


def test_a_line_for_each_remark_in_the_order_of_the_rows() -> None:
    """The whole plan comes first, then its rows, then what has no row."""
    open_cycle()
    concept = place("C-1") - 2
    place("C-2", wording=made.wording(title=FIRST))
    other = submit("C-3")
    send()
    on_none, on_row, on_plan = make("C-3"), make("C-1"), make("", member="Әділет м.")
    do(answer_remark(on=ANSWERED, remark=on_row))
    lines = disagreement_lines(YEAR, CURRENT)
    assert [line.entry for line in lines] == [on_plan, on_row, on_none]
    assert lines[1] == DisagreementLine(
        entry=on_row,
        revision=1,
        point="C-1",
        concept=concept,
        row=2,
        title=TITLE,
        member="Қаржы министрлігі",
        on=REMARKED,
        document="3-1/77",
        remark=Text("Қаржы көзі көрсетілмеген", "Не указан источник средств"),
        answered_on=ANSWERED,
        answer=Text("Қосымша қаржы керек емес", "Дополнительных средств не нужно"),
        settled=Settled.DECLINED,
    )
    assert [
        (line.concept, line.row, line.title, line.answered_on, line.settled)
        for line in (lines[0], lines[2])
    ] == [(None, None, Text(), None, None), (other, None, TITLE, None, None)]
    assert disagreement_lines(YEAR, LONG_TERM) == []


def test_the_table_holds_the_lines() -> None:
    """The paper says of each remark what the line says."""
    open_cycle()
    place("C-1")
    send()
    number = make("C-1")
    do(answer_remark(on=ANSWERED, remark=number, settled=Settled.WITHDRAWN))
    do(answer_remark(on=ANSWERED, remark=number, settled=Settled.ACCEPTED))
    table = disagreement_table(RULES, YEAR, CURRENT, ANSWERED)
    assert table.lines == (
        Disagreement(
            revision=1,
            row=1,
            concept="C-1",
            title=TITLE,
            member="Қаржы министрлігі",
            remark=Text("Қаржы көзі көрсетілмеген", "Не указан источник средств"),
            answer=Text("Қосымша қаржы керек емес", "Дополнительных средств не нужно"),
            settled=Settled.ACCEPTED,
        ),
    )


def test_a_remark_keeps_to_what_lay_before_the_commission() -> None:
    """Of a plan that came again, each remark shows the row of its own revision."""
    open_cycle()
    place("C-1")
    send()
    before = make("C-1")
    do(made.decide(on=REMARKED, outcome=Outcome.RETURNED))
    do(made.settle(key="C-1", on=ANSWERED, changes=made.changes(title_kk="Жаңа атау")))
    submit("C-2", wording=made.wording(title=FIRST))
    conclude("C-2")
    do(made.place(key="C-2", on=ANSWERED))
    send(AGAIN)
    after = make("C-1", on=AGAIN)
    found = {
        line.entry: (line.revision, line.row, line.title.kk)
        for line in disagreement_lines(YEAR, CURRENT)
    }
    assert found == {before: (1, 1, TITLE.kk), after: (2, 2, "Жаңа атау")}


@pytest.mark.parametrize("remarks", [1, 30])
def test_the_number_of_queries_does_not_grow(
    remarks: int,
    django_assert_num_queries: Callable[[int], AbstractContextManager[object]],
) -> None:
    """One remark or many, as many queries."""
    open_cycle()
    for number in range(3):
        place(f"C-{number}")
    send()
    for number in range(remarks):
        make(f"C-{number % 3}")
    with django_assert_num_queries(3):
        assert len(disagreement_lines(YEAR, CURRENT)) == remarks
    with django_assert_num_queries(4):
        disagreement_table(RULES, YEAR, CURRENT, SENT)
