"""The sheets that go with the drafts."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest

from jospar.documents.papers import (
    CompletenessSheet,
    ConsiderationSheet,
    HighLevelAgreement,
    InternationalEvent,
    PlanConsiderations,
    UnsettledConcept,
)
from jospar.queries.sheets import completeness_sheet, consideration_sheet, sheet_day
from jospar.rules.commission.facts import Outcome, RowOutcome
from jospar.rules.core.nouns import PlanKind, Term, Text
from jospar.rules.core.ruleset import Ruleset
from tests.queries.made_record import (
    DURING,
    ENERGY,
    LATE,
    TRADE,
    agree,
    conclude,
    do,
    open_cycle,
    place,
    submit,
)
from tests.rules import made, made_occasions
from tests.rules.made import AT, LONG_TERM, RULES, YEAR, YEAR_2026

pytestmark = pytest.mark.django_db

Sheet = Callable[[Ruleset, int, date], ConsiderationSheet | CompletenessSheet]
CAME = AT.date()
SENT = date(2024, 11, 8)
DECIDED = date(2024, 11, 15)
TITLE = made.wording().title


def test_the_sheets_bear_the_day_when_a_draft_was_last_sent() -> None:
    """A sending to the President is not one of a draft."""
    open_cycle()
    place("C-1")
    agree()
    do(made.send_to_commission(plan=LONG_TERM, on=date(2024, 11, 12)))
    assert sheet_day(YEAR) == date(2024, 11, 12)


def test_before_the_first_sending_it_is_the_last_day_of_the_record() -> None:
    """The last day of effect counts, whenever it was recorded."""
    assert sheet_day(YEAR) == date(2024, 1, 1)
    open_cycle()
    submit("C-1")
    conclude("C-1")
    submit("C-2")
    assert sheet_day(YEAR) == DURING


def test_the_consideration_sheet_shows_each_plan_what_falls_in_its_years() -> None:
    """What is linked, considered or neither stands under every plan of its years."""
    open_cycle()
    place("C-1")
    place("C-2", LONG_TERM, wording=made.wording(conclude=YEAR_2026))
    do(made.register_agreement(concepts=("C-9", "C-2", "C-1"), years=(2025,)))
    do(made.register_agreement(key="A-2", concepts=(), considered="Ж", years=(2028,)))
    do(made.register_agreement(key="A-3", years=(2029,)))
    do(made.register_event(concepts=("C-9",)))
    current, long_term = _titles()
    agreement = HighLevelAgreement(
        key="A-1",
        title="Тауар айналымын арттыру",
        reached_on=date(2024, 5, 6),
        place="Ташкент",
        concepts=("C-2", "C-1"),
    )
    considered = HighLevelAgreement(
        key="A-2",
        title=agreement.title,
        reached_on=agreement.reached_on,
        place="Ташкент",
        considered="Ж",
    )
    event = InternationalEvent(
        key="E-1",
        title="Ресми сапар",
        attended_by="president",
        days=Term(date(2025, 12, 30), date(2026, 1, 2)),
        place="Ташкент",
    )
    assert consideration_sheet(RULES, YEAR, SENT) == ConsiderationSheet(
        day=SENT,
        plans=(
            PlanConsiderations(title=current, agreements=(agreement,), events=(event,)),
            PlanConsiderations(
                title=long_term, agreements=(considered,), events=(event,)
            ),
        ),
    )


def test_a_concept_links_from_the_day_of_its_receipt() -> None:
    """What came after the day of the sheet was not there to be linked."""
    open_cycle()
    place("C-1")
    submit("C-2", received_at=LATE)
    do(made.register_agreement(concepts=("C-1", "C-2")))
    linked = [
        [agreement.concepts for plan in sheet.plans for agreement in plan.agreements]
        for sheet in (
            consideration_sheet(RULES, YEAR, date(2024, 9, 19)),
            consideration_sheet(RULES, YEAR, date(2024, 9, 25)),
            consideration_sheet(RULES, YEAR, date(2024, 9, 26)),
        )
    ]
    assert linked == [[()], [("C-1",)], [("C-1", "C-2")]]


def test_an_entry_is_on_the_sheet_as_it_was_considered_by_its_day() -> None:
    """What was linked or explained after the day of the sheet is not on it."""
    open_cycle()
    place("C-1")
    do(made.register_agreement(concepts=()))
    do(made_occasions.consider(on=SENT, concepts=("C-1",)))
    do(made_occasions.consider(on=DECIDED, concepts=(), considered="Ж"))
    found = [
        (agreement.concepts, agreement.considered)
        for day in (DURING, SENT, DECIDED)
        for plan in consideration_sheet(RULES, YEAR, day).plans
        for agreement in plan.agreements
    ]
    assert found == [((), ""), (("C-1",), ""), ((), "Ж")]


def test_a_plan_that_was_not_drafted_is_not_on_the_sheet() -> None:
    """Before the first row there is no draft to take anything into account."""
    open_cycle()
    do(made.register_agreement())
    assert consideration_sheet(RULES, YEAR, SENT) == ConsiderationSheet(
        day=SENT, plans=()
    )


def test_the_completeness_sheet_lists_what_holds_the_drafts_up() -> None:
    """Late, withdrawn and settled concepts hold nothing up."""
    open_cycle()
    submit("C-1", proposers=("energy", "trade"))
    submit("C-2", wording=made.wording(title=Text(TITLE.kk)))
    submit("C-3")
    conclude("C-3")
    submit("C-4")
    conclude("C-4", expedient=False)
    place("C-5")
    submit("C-6")
    do(made.withdraw_concept(key="C-6", on=DURING))
    place("C-7")
    do(made.withdraw_concept(key="C-7", on=DURING))
    submit("C-8", received_at=LATE)
    assert completeness_sheet(RULES, YEAR, SENT) == CompletenessSheet(
        day=SENT,
        cycle=2024,
        received_in_time=7,
        withdrawn=2,
        concluded=3,
        placed=1,
        without_conclusion=(
            _unsettled("C-1", ENERGY),
            UnsettledConcept(
                key="C-2",
                body=TRADE,
                title=Text(TITLE.kk),
                received_on=CAME,
                complete=False,
            ),
        ),
        without_plan=(_unsettled("C-3", TRADE),),
    )


def test_the_completeness_sheet_shows_things_as_they_stood_on_its_day() -> None:
    """What happened after the day is not on it, though it is in the record now."""
    open_cycle()
    for key in ("C-1", "C-2", "C-3"):
        place(key)
    submit("C-4")
    do(made.send_to_commission(on=SENT))
    do(made.decide(on=DECIDED))
    for key, outcome in (("C-1", RowOutcome.EXCLUDE), ("C-2", RowOutcome.MOVE)):
        do(made.decide_row(on=DECIDED, key=key, outcome=outcome))
    do(made.withdraw_concept(key="C-4", on=DECIDED))
    assert _figures(CAME) == (4, 0, 0, 0, 4)
    assert _figures(DURING) == (4, 0, 3, 3, 1)
    assert _figures(SENT) == (4, 0, 3, 3, 1)
    assert _figures(DECIDED) == (4, 1, 3, 2, 0)


def test_an_exclusion_in_a_returned_plan_is_a_remark() -> None:
    """The concept keeps its row, and the sheet counts it as placed."""
    open_cycle()
    place("C-1")
    do(made.send_to_commission(on=SENT))
    do(made.decide(on=DECIDED, outcome=Outcome.RETURNED))
    do(made.decide_row(on=DECIDED, key="C-1", outcome=RowOutcome.EXCLUDE))
    assert _figures(DECIDED) == (1, 0, 1, 1, 0)


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(
    ("sheet", "queries"), [(consideration_sheet, 6), (completeness_sheet, 7)]
)
def test_the_number_of_queries_does_not_grow(
    sheet: Sheet,
    queries: int,
    rows: int,
    django_assert_num_queries: Callable[[int], AbstractContextManager[object]],
) -> None:
    """One row or more, as many queries."""
    open_cycle()
    for number in range(rows):
        submit(f"N-{number}")
        place(f"C-{number}")
        do(made.register_agreement(key=f"A-{number}"))
    with django_assert_num_queries(queries):
        sheet(RULES, YEAR, SENT)


def _titles() -> list[Text]:
    titles = RULES.headings.titles
    return [
        Text(*(titles[kind][language].format(years=years) for language in ("kk", "ru")))
        for kind, years in zip(PlanKind, ("2025", "2026–2028"), strict=True)
    ]


def _unsettled(key: str, body: Text) -> UnsettledConcept:
    return UnsettledConcept(key=key, body=body, title=TITLE, received_on=CAME)


def _figures(day: date) -> tuple[int, int, int, int, int]:
    """Return what the sheet of ``day`` counts, in the order of its columns."""
    sheet = completeness_sheet(RULES, YEAR, day)
    counted = (sheet.received_in_time, sheet.withdrawn, sheet.concluded, sheet.placed)
    return (*counted, sheet.open)
