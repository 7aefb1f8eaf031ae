"""A past plan in the record: its cycle, rows, revision and agreement, and no others."""

from datetime import date

import pytest

from jospar.procedure.clock import Clock
from jospar.procedure.perform import ActRefusedError, assess
from jospar.procedure.replay import check_records
from jospar.queries.in_force import Force, in_force
from jospar.queries.plans import edition_of
from jospar.records.models import (
    Concept,
    Cycle,
    ListedBody,
    Plan,
    Reply,
    Revision,
    Row,
    TitleWords,
)
from jospar.records.numbers import entry_of, number_in
from jospar.records.rulesets import is_brought_in
from jospar.rules.core.nouns import Language, PlanKind, Text
from tests.procedure.made_orders import order, perform_act
from tests.rules import made, made_amendments, made_carrying_out, made_plans
from tests.rules.made import CURRENT, LONG_TERM, RULES, YEAR
from tests.rules.made_plans import AGREED_ON, PAST, brought_row

pytestmark = [
    pytest.mark.django_db(databases=["default", "past"]),
    pytest.mark.provision("plans.brought_in"),
]


def test_a_number_says_its_entry() -> None:
    """Rows of one entry have numbers of their own, above those of the journal."""
    assert [entry_of(number_in(17, place)) for place in (1, 5000)] == [17, 17]
    assert entry_of(17) == 17
    assert number_in(17, 5000) < number_in(18, 1)


def test_a_plan_stands_as_it_was_agreed() -> None:
    """Two rows in the document's order, one revision, one agreement, one cycle."""
    entry = perform_act(made_plans.past_plan()).number
    assert Cycle.objects.values_list("year", "brought_in", "ruleset").get() == (
        PAST,
        True,
        "kz-2023",
    )
    assert dict(Plan.objects.values_list("kind", "stage")) == {
        "current": "agreed",
        "long_term": "draft",
    }
    edition = edition_of(RULES, PAST, CURRENT)
    rows = [row for group in edition.form.groups for row in group.rows]
    assert [(row.number, row.concept, row.cells["ru"][1]) for row in rows] == [
        (1, "P-1", "Министерство торговли"),
        (2, "P-2", "МИД; Министерство торговли"),
    ]
    revision, reply = Revision.objects.get(), Reply.objects.get()
    assert (revision.entry, revision.number, revision.fingerprint) == (
        entry,
        1,
        edition.fingerprint,
    )
    assert (reply.entry, reply.on, reply.number) == (entry, AGREED_ON, "01-5/77")
    numbers = [number_in(entry, 1), number_in(entry, 2)]
    assert list(Concept.objects.order_by("entry").values_list("entry", "treaty")) == [
        (number, number) for number in numbers
    ]
    assert list(TitleWords.objects.order_by("number").values_list("number")) == [
        (number,) for number in numbers
    ]
    assert set(ListedBody.objects.values_list("code", "answers")) == {
        ("trade", False),
        ("mid", False),
    }


def test_the_journal_gives_the_same_records() -> None:
    """Both plans of a year, folded anew, are the same to the last field."""
    perform_act(made_plans.past_plan())
    perform_act(
        made_plans.past_plan(plan=LONG_TERM, rows=(brought_row("L-1"),), bodies=())
    )
    check_records()


def test_rows_stand_in_the_order_of_their_document() -> None:
    """Neither bodies nor terms put them in another order."""
    rows = tuple(
        brought_row(f"P-{number}", proposers=(body,))
        for number, body in ((3, "mid"), (1, "trade"), (2, "mid"))
    )
    perform_act(made_plans.past_plan(rows=rows))
    form = edition_of(RULES, PAST, CURRENT).form
    printed = [row.concept for group in form.groups for row in group.rows]
    assert printed == ["P-3", "P-1", "P-2"]


def test_everything_or_nothing() -> None:
    """A plan with one faulty row leaves nothing behind, not even its cycle."""
    faulty = made_plans.past_plan(rows=(brought_row(), brought_row("")))
    with pytest.raises(ActRefusedError):
        perform_act(faulty)
    unknown = made_plans.past_plan(rows=(brought_row(proposers=("nobody",)),))
    with pytest.raises(ActRefusedError):
        perform_act(unknown)
    assert (Cycle.objects.count(), Concept.objects.count(), Row.objects.count()) == (
        0,
        0,
        0,
    )


@pytest.mark.parametrize(
    ("on", "force"),
    [
        (date(2022, 12, 19), Force.NOT_YET),
        (date(2022, 12, 20), Force.IN_FORCE),
        (date(2023, 12, 31), Force.IN_FORCE),
        (date(2024, 1, 1), Force.ENDED),
    ],
)
def test_it_is_in_force_like_any_other(on: date, force: Force) -> None:
    """From the day of its agreement to the end of its year."""
    perform_act(made_plans.past_plan())
    found = in_force(RULES, PAST, CURRENT, on)
    assert (found.force, found.revision) == (
        force,
        1 if force is Force.IN_FORCE else None,
    )


def test_what_was_brought_in_before() -> None:
    """The same plan again is refused; who brought it in is named."""
    entry = perform_act(made_plans.past_plan()).number
    with pytest.raises(ActRefusedError) as caught:
        perform_act(made_plans.past_plan())
    values = {one.code: one.values for one in caught.value.objections}
    assert values["plan_not_brought_in"] == {
        "person": "test",
        "entry": str(entry),
        "on": AGREED_ON,
    }


def test_a_year_that_is_planned_here() -> None:
    """Its plans cannot be brought in, nor a brought-in year be opened."""
    perform_act(made.open_cycle())
    found = assess(order(made_plans.past_plan(), year=YEAR), Clock(date(2024, 12, 31)))
    assert "cycle_not_worked_on" in {one.code for one in found.refusals}
    perform_act(made_plans.past_plan())
    with pytest.raises(ActRefusedError) as caught:
        perform_act(made.open_cycle(year=PAST), year=PAST)
    assert [one.code for one in caught.value.objections] == ["not_open"]


def test_nothing_is_filed_in_a_year_that_was_brought_in() -> None:
    """A concept for it is refused, though its body is listed."""
    perform_act(made_plans.past_plan())
    with pytest.raises(ActRefusedError) as caught:
        perform_act(made.submit_concept(proposers=("trade",)), year=PAST)
    assert [one.code for one in caught.value.objections] == ["planned_here"]
    assert [is_brought_in(year) for year in (PAST, YEAR)] == [True, False]


def test_its_rows_are_carried_out_and_amended() -> None:
    """A row is reported on, removed by an amendment, and its treaty goes on."""
    perform_act(made_plans.past_plan())
    perform_act(made.open_cycle())
    perform_act(made.list_body(code="trade"))
    perform_act(made.submit_concept(proposers=("trade",)))
    row = {"plan": CURRENT, "key": "P-1", "on": date(2023, 3, 1)}
    perform_act(made_carrying_out.report(**row, reached_on=date(2023, 2, 1)), year=PAST)
    perform_act(made_amendments.decide(on=date(2023, 3, 1), number="7"), year=PAST)
    perform_act(
        made_amendments.record_consent(
            on=date(2023, 3, 2), decision="7", number="01-7/7"
        ),
        year=PAST,
    )
    on = date(2023, 3, 3)
    perform_act(made_amendments.remove_row(on=on, key="P-1", ground="7"), year=PAST)
    perform_act(made_amendments.make_revision(on=on, ground="7"), year=PAST)
    perform_act(
        made_carrying_out.link(
            key="C-001", on=date(2024, 10, 1), earlier_year=PAST, earlier="P-1"
        )
    )
    found = in_force(RULES, PAST, CURRENT, on)
    assert found.revision == 2
    assert Row.objects.get(concept__key="P-1").removed_on == date(2023, 3, 2)
    first = Concept.objects.get(key="P-1")
    assert Concept.objects.get(key="C-001").treaty == first.entry
    check_records()


def test_a_plan_in_one_language_is_marked() -> None:
    """Its titles stand in that language alone, and the plan says which."""
    title = Text("", "Договор о границе")
    row = brought_row(wording=made.wording(title=title, purpose=Text()))
    performed = perform_act(made_plans.past_plan(rows=(row,), only=Language.RU))
    assert "exists_in_one_language" in {one.code for one in performed.cautions}
    kinds = dict(Plan.objects.values_list("kind", "only"))
    assert kinds == {PlanKind.CURRENT.value: "ru", PlanKind.LONG_TERM.value: ""}
    check_records()
