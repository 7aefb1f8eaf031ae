"""The page of carrying out: states, groups, quarters, scorecards."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from jospar.queries.carrying_desk import (
    Chosen,
    RowState,
    carrying_desk,
    first_of_quarter,
    is_unreported,
    state_of,
)
from jospar.queries.carrying_out import Cause
from jospar.rules.carrying_out.facts import Quarter
from jospar.rules.core.nouns import Level, ProgressStage, Term
from tests.queries.made_carried import carried
from tests.queries.made_life import agreed_rows, later
from tests.rules import made
from tests.rules import made_carrying_out as made_rows
from tests.rules.made import LONG_TERM

TODAY = date(2025, 5, 20)
IN_TIME = made.wording(conclude=Term(date(2025, 1, 1), date(2025, 12, 31)))
SIGNED = {ProgressStage.SIGNED: date(2025, 4, 1)}


@pytest.mark.parametrize(
    ("last_day", "stage", "state"),
    [
        (date(2025, 5, 19), ProgressStage.IN_TALKS, RowState.OVERDUE),
        (TODAY, ProgressStage.IN_TALKS, RowState.SOON),
        (date(2025, 8, 18), ProgressStage.NOT_BEGUN, RowState.SOON),
        (date(2025, 8, 19), ProgressStage.NOT_BEGUN, RowState.NOT_BEGUN),
        (date(2025, 8, 19), ProgressStage.IN_TALKS, RowState.UNDER_WAY),
        (TODAY, ProgressStage.POSTPONED, RowState.POSTPONED),
        (date(2025, 5, 19), ProgressStage.POSTPONED, RowState.OVERDUE),
        (date(2025, 5, 19), ProgressStage.DROPPED, RowState.DROPPED),
        (date(2025, 5, 19), ProgressStage.IN_FORCE, RowState.IN_FORCE),
    ],
)
def test_the_state_of_a_row(
    last_day: date, stage: ProgressStage, state: RowState
) -> None:
    """Ninety days before the end of its term a row draws attention."""
    wording = made.wording(conclude=Term(date(2025, 1, 1), last_day))
    assert state_of(carried(wording=wording, stage=stage), TODAY) is state


@pytest.mark.parametrize(
    "stage", [ProgressStage.SIGNED, ProgressStage.DOMESTIC_PROCEDURES]
)
def test_a_signed_row_is_signed_until_it_is_in_force(stage: ProgressStage) -> None:
    """However near the end of its term is."""
    wording = made.wording(
        conclude=Term(date(2025, 1, 1), TODAY), procedure_to=date(2025, 12, 31)
    )
    row = carried(
        wording=wording, stage=stage, reached=SIGNED, signed_on=date(2025, 4, 1)
    )
    assert state_of(row, TODAY) is RowState.SIGNED


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (date(2025, 1, 1), date(2025, 1, 1)),
        (date(2025, 3, 31), date(2025, 1, 1)),
        (date(2025, 4, 1), date(2025, 4, 1)),
        (date(2025, 12, 31), date(2025, 10, 1)),
    ],
)
def test_a_quarter_begins(day: date, first: date) -> None:
    """In January, April, July and October."""
    assert first_of_quarter(day) == first


@pytest.mark.parametrize(
    ("reported_on", "stage", "day", "missing"),
    [
        (None, ProgressStage.NOT_BEGUN, TODAY, True),
        (date(2025, 3, 31), ProgressStage.IN_TALKS, TODAY, True),
        (date(2025, 4, 1), ProgressStage.IN_TALKS, TODAY, False),
        (None, ProgressStage.IN_FORCE, TODAY, False),
        (None, ProgressStage.DROPPED, TODAY, False),
        (None, ProgressStage.NOT_BEGUN, date(2024, 12, 31), False),
        (None, ProgressStage.NOT_BEGUN, date(2025, 1, 1), True),
    ],
)
def test_a_report_is_missing(
    reported_on: date | None, stage: ProgressStage, day: date, missing: bool
) -> None:
    """In each quarter of the plan's years, while there is anything to tell."""
    row = carried(wording=IN_TIME, reported_on=reported_on, stage=stage)
    assert is_unreported(row, day) is missing


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


@pytest.mark.django_db
def test_the_number_of_queries(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    """Three for the two plans in force, seven for rows, one for requests."""
    carried_out()
    with django_assert_num_queries(11):
        carrying_desk(TODAY, "", Chosen())
