"""The page of carrying out: states, groups, quarters, scorecards."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from jospar.queries.carrying_desk import MOST_MARKS, Chosen, carrying_desk
from jospar.queries.carrying_out import Cause
from jospar.rules.carrying_out.facts import Quarter
from jospar.rules.core.nouns import Level, ProgressStage
from tests.queries.made_life import agreed_rows, later
from tests.queries.many_rows import TODAY as MADE_ON
from tests.queries.many_rows import many_rows
from tests.rules import made_carrying_out as made_rows
from tests.rules.made import LONG_TERM

TODAY = date(2025, 5, 20)


def carried_out() -> None:
    """Agree a row of each plan; both were reported on, and the body was asked."""
    agreed_rows()
    day = date(2025, 2, 3)
    later(made_rows.report(key="C-1", on=day))
    later(made_rows.plan_stage(key="C-1", on=day, planned_on=date(2025, 5, 2)))
    later(made_rows.report(key="C-2", plan=LONG_TERM, on=day))
    later(
        made_rows.request_report(
            on=date(2025, 4, 3),
            year=2025,
            quarter=Quarter.SECOND,
            answer_by=date(2025, 5, 1),
        )
    )


@pytest.mark.django_db
def test_rows_stand_overdue_first_and_by_their_quarters() -> None:
    """A planned stage that was not reached is overdue; the other row is under way."""
    carried_out()
    desk = carrying_desk(TODAY, "", Chosen())
    groups = [
        (group.heading, [line.row.key for line in group.rows]) for group in desk.groups
    ]
    assert groups == [(Cause.STAGE, ["C-1"]), (Level.INTERGOVERNMENTAL, ["C-2"])]
    assert desk.timeline.now == (2025, 2)
    assert desk.timeline.quarters == ((2025, 2), (2025, 4), (2026, 4))
    cells = dict(desk.timeline.lanes)[Level.INTERGOVERNMENTAL]
    assert [[line.row.key for line in cell] for cell in cells] == [[], ["C-1"], ["C-2"]]


@pytest.mark.django_db
def test_a_scorecard_counts_what_a_body_did() -> None:
    """The long-term row's years are yet to come: no report on it is missing."""
    carried_out()
    (card,) = carrying_desk(TODAY, "", Chosen()).scorecards
    assert (card.body, card.rows, card.signed, card.late) == ("trade", 2, 0, 0)
    assert (card.overdue, card.unreported) == ({Cause.STAGE: 1}, 1)
    assert [(one.quarter, one.reported, one.overdue) for one in card.asked] == [
        (2, 0, True)
    ]
    assert card.asked_now is True
    later(made_rows.record_signing(key="C-1", on=date(2025, 5, 5)))
    (card,) = carrying_desk(TODAY, "", Chosen()).scorecards
    assert (card.signed, card.late, card.overdue, card.unreported) == (1, 0, {}, 0)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("chosen", "keys"),
    [
        (Chosen(), ["C-1", "C-2"]),
        (Chosen(plan="2024-current"), ["C-1"]),
        (Chosen(plan="2024-long_term"), ["C-2"]),
        (Chosen(stage=ProgressStage.IN_TALKS), ["C-1", "C-2"]),
        (Chosen(stage=ProgressStage.SIGNED), []),
        (Chosen(body="trade"), ["C-1", "C-2"]),
        (Chosen(body="energy"), []),
    ],
)
def test_the_rows_are_narrowed(chosen: Chosen, keys: list[str]) -> None:
    """By body, plan and stage; the scorecards stay."""
    carried_out()
    desk = carrying_desk(TODAY, "", chosen)
    assert [line.row.key for line in desk.lines] == keys
    assert len(desk.scorecards) == 1


@pytest.mark.django_db
def test_a_quarter_is_chosen() -> None:
    """The lists have its rows alone; the timeline leads to the others still."""
    carried_out()
    desk = carrying_desk(TODAY, "", Chosen(quarter=(2025, 4)))
    assert [line.row.key for line in desk.lines] == ["C-1"]
    assert [line.row.key for line in desk.every_line] == ["C-1", "C-2"]
    assert desk.timeline.quarters == ((2025, 2), (2025, 4), (2026, 4))
    assert carrying_desk(TODAY, "", Chosen(quarter=(2025, 1))).lines == ()


@pytest.mark.django_db
@pytest.mark.parametrize(("rows", "folded"), [(MOST_MARKS, False), (61, True)])
def test_a_timeline_of_many_rows_is_folded(rows: int, *, folded: bool) -> None:
    """Sixty stand one by one."""
    many_rows(rows)
    assert carrying_desk(MADE_ON, "", Chosen()).timeline.folded is folded


@pytest.mark.django_db
def test_a_body_has_its_own_rows_alone() -> None:
    """Whatever is chosen."""
    carried_out()
    assert carrying_desk(TODAY, "energy", Chosen(body="trade")).lines == ()
    assert len(carrying_desk(TODAY, "trade", Chosen()).lines) == 2


@pytest.mark.django_db
def test_what_lies_ahead() -> None:
    """The end of a term, as many days before as are asked for."""
    carried_out()
    day = date(2025, 12, 1)
    for days, keys in ((29, []), (30, ["C-1"])):
        ahead = carrying_desk(day, "", Chosen(), days).ahead
        assert [row.key for _day, _stage, row in ahead] == keys


@pytest.mark.django_db
def test_planned_stages_that_the_term_says_nothing_of() -> None:
    """They stand apart from the last days, until they are reached."""
    carried_out()
    planned = {"key": "C-2", "plan": LONG_TERM, "on": date(2025, 3, 3)}
    stage, on = ProgressStage.AGREED_WITH_BODIES, date(2026, 2, 2)
    later(made_rows.plan_stage(**planned, stage=stage, planned_on=on))
    (line,) = carrying_desk(TODAY, "", Chosen(plan="2024-long_term")).lines
    assert line.planned == ((stage, on),)
    dropped = {"stage": ProgressStage.DROPPED, "reached_on": None}
    later(made_rows.report(key="C-2", plan=LONG_TERM, on=TODAY, **dropped))
    (line,) = carrying_desk(TODAY, "", Chosen(plan="2024-long_term")).lines
    assert line.planned == ()


@pytest.mark.django_db
def test_the_number_of_queries(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    """Three for the two plans in force, seven for rows, one for requests."""
    carried_out()
    with django_assert_num_queries(11):
        carrying_desk(TODAY, "", Chosen())
