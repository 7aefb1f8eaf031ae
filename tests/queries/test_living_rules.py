"""The Rules with their figures."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jospar.queries.figures import Figure, FigureKind, Left, Light, Standing
from jospar.queries.living_rules import COUNTS, LivingRules, living_rules
from jospar.records.models import Concept, Proposer
from jospar.rules.core.provisions import Source
from tests.queries.made_record import LATE, agree, do, open_cycle, place, submit
from tests.rules import made
from tests.rules.made import AT, CURRENT, LONG_TERM, RULES, YEAR, YEAR_2025
from tests.web.made_year import agreed_year, send_out

pytestmark = pytest.mark.django_db

AFTERWARDS = date(2025, 1, 31)
Numbered = Callable[[int], AbstractContextManager[object]]


def rules_on(today: date = AFTERWARDS) -> LivingRules:
    """Return the Rules with their figures as of ``today``."""
    return living_rules(RULES, YEAR, today)


def figures(code: str, today: date = AFTERWARDS) -> tuple[Figure, ...]:
    """Return the figures of a provision."""
    found = rules_on(today).find(code)
    assert found is not None
    return found.figures


def figure(code: str, today: date = AFTERWARDS) -> Figure:
    """Return the only figure of a provision."""
    (found,) = figures(code, today)
    return found


def test_every_provision_of_the_law_has_its_figure_or_says_why_not() -> None:
    """What acts carry out is counted in its own way, never by acts alone."""
    agreed_year()
    for line in rules_on().of(Source.LAW):
        if line.provision.outside:
            assert line.figures == ()
        else:
            assert line.provision.code in COUNTS
            assert line.figures


@pytest.mark.parametrize(
    ("code", "kind", "done", "needed", "light"),
    [
        ("plans.kinds", FigureKind.PLANS, 2, 2, Light.GREEN),
        ("plans.years", FigureKind.YEARS, 2, 2, Light.GREEN),
        ("plans.forms", FigureKind.FORMS, 2, 2, Light.GREEN),
        ("plans.basis", FigureKind.BASIS, 2, 2, Light.GREEN),
        ("concepts.deadline", FigureKind.ANSWERS, 3, 4, Light.RED),
        ("concepts.term", FigureKind.TERMS, 3, 3, Light.GREEN),
        ("concepts.languages", FigureKind.LANGUAGES, 3, 3, Light.GREEN),
        ("concepts.late", FigureKind.RETURNS, 0, 1, Light.AMBER),
        ("proposals.none", FigureKind.LETTERS, 1, 1, Light.GREEN),
        ("conclusions.deadline", FigureKind.CONCLUSIONS, 2, 2, Light.GREEN),
        ("conclusions.expediency", FigureKind.EXPEDIENT, 2, 2, Light.GREEN),
        ("conclusions.notice", FigureKind.NOTICES, 0, 0, Light.BLANK),
        ("placement.term", FigureKind.PLACEMENTS, 2, 2, Light.GREEN),
        ("agreements.considered", FigureKind.OCCASIONS, 0, 0, Light.BLANK),
        ("commission.decision", FigureKind.APPROVALS, 2, 2, Light.GREEN),
        ("president.agreement", FigureKind.AGREEMENTS, 2, 2, Light.GREEN),
        ("distribution.recipients", FigureKind.RECIPIENTS, 4, 6, Light.RED),
        ("distribution.acknowledgement", FigureKind.ACKNOWLEDGED, 0, 4, Light.AMBER),
        ("amendments.revision", FigureKind.REVISIONS, 0, 0, Light.BLANK),
        ("amendments.instruction", FigureKind.INSTRUCTIONS, 0, 0, Light.BLANK),
        ("amendments.grounds", FigureKind.DOSSIERS, 0, 0, Light.BLANK),
        ("amendments.conclusion", FigureKind.DOSSIER_CONCLUSIONS, 0, 0, Light.BLANK),
        ("amendments.decision", FigureKind.DECISIONS, 0, 0, Light.BLANK),
        ("signing.early", FigureKind.EARLY, 0, 0, Light.BLANK),
        ("names.change", FigureKind.NAMES, 0, 0, Light.BLANK),
        ("control.general", FigureKind.CARRIED_OUT, 2, 2, Light.GREEN),
        ("record.explanation", FigureKind.EXPLAINED, 0, 0, Light.BLANK),
    ],
)
def test_a_figure_counts_what_its_provision_asks_for(
    code: str, kind: FigureKind, done: int, needed: int, light: Light
) -> None:
    """The year of the pages: one body late, one silent, a plan sent out in part."""
    agreed_year()
    found = figure(code)
    assert (found.kind, found.done, found.needed) == (kind, done, needed)
    assert found.light is light


@pytest.mark.parametrize(
    ("code", "count"), [("commission.deadline", 2), ("president.deadline", 2)]
)
def test_a_deadline_of_plans_has_a_figure_for_each(code: str, count: int) -> None:
    """Both plans went in time."""
    agreed_year()
    found = figures(code)
    assert [one.plan for one in found] == [CURRENT, LONG_TERM][:count]
    assert {one.light for one in found} == {Light.GREEN}
    assert {one.left for one in found} == {None}


def test_at_the_beginning_nothing_is_late() -> None:
    """A cycle that has only begun has open figures and blank ones."""
    open_cycle()
    rules = rules_on(date(2024, 9, 2))
    lights = {line.light for line in rules.of(Source.LAW)}
    assert lights == {Light.GREEN, Light.BLANK}
    assert figure("commission.deadline").kind is FigureKind.NO_DRAFT
    assert figure("distribution.deadline").kind is FigureKind.NOT_AGREED


@pytest.mark.parametrize(
    ("today", "left", "light"),
    [
        (date(2024, 9, 17), Left(8, working=False, over=False), Light.GREEN),
        (date(2024, 9, 18), Left(7, working=False, over=False), Light.AMBER),
        (date(2024, 9, 25), Left(0, working=False, over=False), Light.AMBER),
        (date(2024, 9, 26), Left(1, working=False, over=True), Light.RED),
    ],
)
def test_bodies_have_days_left(today: date, left: Left, light: Light) -> None:
    """Five working days before the day, what is open turns amber; after it, red."""
    open_cycle()
    found = figure("concepts.deadline", today)
    assert (found.done, found.needed) == (0, 2)
    assert (found.left, found.light) == (left, light)


@pytest.mark.parametrize(
    ("today", "left"),
    [
        (date(2024, 12, 6), Left(6, working=True, over=False)),
        (date(2024, 12, 13), Left(1, working=True, over=False)),
        (date(2024, 12, 18), Left(1, working=False, over=True)),
    ],
)
def test_the_sending_out_has_working_days_left(today: date, left: Left) -> None:
    """16 December is a holiday; lateness is counted in calendar days."""
    open_cycle()
    place("C-1")
    agree()
    send_out("parliament", date(2024, 12, 6))
    found = figure("distribution.deadline", today)
    assert (found.done, found.needed, found.left) == (1, 3, left)


def test_before_the_outer_day_the_days_to_it_are_counted() -> None:
    """10 November 2024 is a Sunday: the widest reading gives one day more."""
    open_cycle()
    place("C-1")
    found = figure("commission.deadline", date(2024, 11, 11))
    assert (found.left, found.light) == (
        Left(0, working=False, over=False),
        Light.AMBER,
    )


def test_what_is_late_is_red_and_says_by_how_much() -> None:
    """A letter and a concept of 26 September are one day late."""
    open_cycle()
    letter = do(made.report_none(body="energy", received_at=LATE))
    submit("C-1", received_at=LATE)
    found = figure("proposals.none")
    assert (found.light, found.late, found.days_late) == (Light.RED, 1, 1)
    assert [(item.entry, item.days_late) for item in found.behind] == [(letter, 1)]
    answers = figure("concepts.deadline")
    assert (answers.late, answers.met_on, answers.days_late) == (2, LATE.date(), 1)


def test_the_records_behind_a_figure_are_those_of_the_journal() -> None:
    """Done things are named by their own act, open ones by what they hang on."""
    open_cycle()
    first, second = submit("C-1"), submit("C-2")
    conclusion = do(made.conclude(key="C-2", on=date(2024, 10, 10)))
    found = figure("conclusions.deadline")
    assert [(i.key, i.entry, i.standing) for i in found.in_order] == [
        ("C-1", first, Standing.OPEN),
        ("C-2", conclusion, Standing.DONE),
    ]
    assert found.behind[0].body == "trade"
    assert {item.entry for item in figure("concepts.term").behind} == {first, second}


def test_what_a_figure_shows_first_is_late_then_open() -> None:
    """Whoever opens a figure sees what needs work."""
    agreed_year()
    standings = [item.standing for item in figure("concepts.deadline").in_order]
    assert standings == [
        Standing.LATE,
        Standing.OPEN,
        Standing.DONE,
        Standing.DONE,
    ]


def test_practice_is_never_shown_as_a_breach() -> None:
    """Receipts that nobody acknowledged are counted without a light."""
    agreed_year()
    practice = rules_on().of(Source.PRACTICE)
    assert {line.light for line in practice} == {Light.BLANK}
    counted = {
        line.provision.code: line.figures[0].done for line in practice if line.figures
    }
    assert counted["record.known"] == 0
    assert counted["record.reference"] == 4


def test_provisions_stand_in_the_order_of_the_rules() -> None:
    """The law comes first; what is not found is None."""
    open_cycle()
    rules = rules_on()
    paragraphs = [line.provision.paragraph for line in rules.of(Source.LAW)]
    assert paragraphs[:4] == ["1", "2", "2", "3"]
    assert rules.find("no.provision") is None


def test_the_repeal_is_said_from_its_day_on() -> None:
    """Before it the Rules are simply those in force."""
    open_cycle()
    assert rules_on(date(2025, 3, 18)).repeal is None
    assert rules_on(date(2025, 3, 19)).repeal == RULES.repeal


def bulk_concepts(number: int) -> None:
    """Put so many concepts into the record at once; their entries are made up."""
    term = YEAR_2025
    concepts = Concept.objects.bulk_create(
        Concept(
            entry=100_000 + count,
            cycle_id=YEAR,
            key=f"X-{count}",
            title_kk="Келісім",
            title_ru="Соглашение",
            level="interagency",
            conclude_from=term.first_day,
            conclude_to=term.last_day,
            procedure="none",
            entry_kind="new",
            counterparties=[],
            received_at=AT,
            received_on=AT.date(),
            complete_on=AT.date(),
            term_on=AT.date(),
            changed_on=AT.date(),
            treaty=100_000 + count,
        )
        for count in range(number)
    )
    Proposer.objects.bulk_create(
        Proposer(concept_id=concept.entry, position=0, body="trade")
        for concept in concepts
    )


@pytest.mark.parametrize("rows", [30, 3000])
def test_the_queries_do_not_hang_on_the_rows(
    rows: int, django_assert_num_queries: Numbered
) -> None:
    """One concept, thirty and three thousand are read alike."""
    agreed_year()
    with CaptureQueriesContext(connection) as few:
        rules_on()
    bulk_concepts(rows)
    with django_assert_num_queries(len(few)):
        assert figure("concepts.term").needed == rows + 3
