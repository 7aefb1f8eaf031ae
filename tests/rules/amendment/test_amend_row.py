"""A row is added, changed or removed under a ground; the change waits."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from jospar.rules.amendment.amend_row import amend_row
from jospar.rules.amendment.drop_change import drop_change
from jospar.rules.amendment.effects import ChangeDropped, RowStaged
from jospar.rules.amendment.facts import AmendRow, RowChangeFacts
from jospar.rules.amendment.nouns import ChangeOutcome, reworded
from jospar.rules.core.nouns import (
    Changes,
    Entry,
    PlanStage,
    Procedure,
    Term,
    Text,
)
from tests.rules import made, made_amendments
from tests.rules.made import AFTER, BEFORE, CURRENT, DAY
from tests.rules.made_amendments import ADD, CHANGE, DECISION, REASON, REMOVE

pytestmark = pytest.mark.provision("amendments.revision")
JANUARY_2026 = date(2026, 1, 1)


def refused(facts: RowChangeFacts, filing: AmendRow) -> tuple[str, ...]:
    """Return the grounds on which the change is refused, and no cautions."""
    refusals, cautions = made.said(amend_row.verdict(facts, filing))
    assert cautions == ()
    return refusals


def cautions_of(facts: RowChangeFacts, filing: AmendRow) -> tuple[str, ...]:
    """Return the cautions, and no refusals."""
    refusals, cautions = made.said(amend_row.verdict(facts, filing))
    assert refusals == ()
    return cautions


OPEN: dict[str, tuple[RowChangeFacts, AmendRow]] = {
    "change": (made_amendments.change_facts(), made_amendments.amend_row()),
    "remove": (made_amendments.change_facts(), made_amendments.remove_row()),
    "add": (made_amendments.blank_change_facts(), made_amendments.add_row()),
    "dossier": (
        made_amendments.dossier_change_facts(),
        made_amendments.add_from_dossier(),
    ),
}
each_way = pytest.mark.parametrize(("facts", "filing"), OPEN.values(), ids=OPEN)


@each_way
def test_a_change_waits(facts: RowChangeFacts, filing: AmendRow) -> None:
    """Each way in which a row changes is open when everything is in order."""
    assert made.said(amend_row.verdict(facts, filing)) == ((), ())
    effect = made.effect_of(amend_row, facts, filing)
    assert (effect.key, effect.outcome, effect.reason) == (
        *(filing.key, filing.outcome),
        REASON,
    )


def test_a_row_that_changes() -> None:
    """What is kept of a change are its cells: the plan may change meanwhile."""
    filing = made_amendments.amend_row(procedure=Procedure.RATIFICATION)
    effect = made.effect_of(amend_row, made_amendments.change_facts(), filing)
    assert effect == RowStaged(
        plan=CURRENT,
        route=DECISION,
        ground="5",
        key="C-001",
        outcome=CHANGE,
        on=DAY,
        reason=REASON,
        changes=filing.changes,
        procedure=Procedure.RATIFICATION,
        wording=None,
        from_dossier=False,
        proposers=(),
        entry=Entry.NEW,
        counterparties=(),
        complete=False,
    )


def test_a_row_that_leaves() -> None:
    """Of a removal nothing is kept but the row and the reason."""
    effect = made.effect_of(
        amend_row, made_amendments.change_facts(), made_amendments.remove_row()
    )
    assert (effect.outcome, effect.wording, effect.complete) == (REMOVE, None, False)


@each_way
@pytest.mark.parametrize(
    ("changed", "ground"),
    [
        (
            {"plan": made.plan_at(PlanStage.AGREED, AFTER)},
            "amendments.revision: plan_agreed",
        ),
        ({"staged": True}, "amendments.revision: not_staged"),
    ],
)
def test_what_closes_every_change(
    facts: RowChangeFacts, filing: AmendRow, changed: dict[str, Any], ground: str
) -> None:
    """A plan not agreed yet, or a ground that changes the row already."""
    facts = replace(facts, **changed)
    assert made.grounds(amend_row.why_not(facts)) == (ground,)


@pytest.mark.parametrize(
    ("on", "declined", "grounds"),
    [
        (DAY, False, ()),
        (AFTER, False, ("record.day: follows_ground",)),
        (DAY, True, ("amendments.revision: ground_not_declined",)),
    ],
)
def test_a_ground_that_was_given(
    on: date, grounds: tuple[str, ...], *, declined: bool
) -> None:
    """A row changes under a ground on its day or later, if it was not declined."""
    ground = made_amendments.instruction(on=on, declined=declined)
    facts = made_amendments.change_facts(ground=ground)
    assert made.grounds(amend_row.why_not(facts)) == grounds


def test_a_decision_may_wait_for_its_consent() -> None:
    """Changes are staged under a decision before the Administration replied."""
    ground = made_amendments.decision(consented_on=None)
    facts = made_amendments.change_facts(ground=ground)
    assert amend_row.why_not(facts) == ()


@pytest.mark.parametrize("outcome", [CHANGE, REMOVE])
def test_a_row_that_the_plan_does_not_have(
    outcome: ChangeOutcome,
) -> None:
    """What is not in the plan neither changes nor leaves."""
    filing = made_amendments.amend_row(outcome=outcome)
    assert refused(made_amendments.blank_change_facts(), filing) == (
        "amendments.revision: row_in_plan",
    )


@pytest.mark.parametrize("outcome", [CHANGE, REMOVE])
def test_a_row_that_another_amendment_removed(
    outcome: ChangeOutcome,
) -> None:
    """It is said when it was removed, and under which ground."""
    row = made_amendments.row(removed_on=BEFORE)
    facts = made_amendments.change_facts(row=row, removed_by="01-7/95")
    filing = made_amendments.amend_row(outcome=outcome)
    assert refused(facts, filing) == ("amendments.revision: row_not_removed",)
    (found,) = amend_row.verdict(facts, filing).refusals
    assert found.values == {
        "key": "C-001",
        "removed_on": BEFORE,
        "removed_by": "01-7/95",
    }


@pytest.mark.provision("record.terms")
@each_way
def test_terms_in_order(facts: RowChangeFacts, filing: AmendRow) -> None:
    """No term ends before it begins; a row that leaves needs none."""
    changes = replace(
        filing.changes, conclude_from=date(2025, 6, 2), conclude_to=date(2025, 6, 1)
    )
    expected = ("record.terms: amended_terms_in_order",)
    found = refused(facts, replace(filing, changes=changes))
    assert found == (() if filing.outcome is REMOVE else expected)


@each_way
@pytest.mark.parametrize(
    ("last_day", "outside"), [(date(2025, 12, 31), False), (JANUARY_2026, True)]
)
def test_terms_within_the_plan(
    facts: RowChangeFacts, filing: AmendRow, last_day: date, *, outside: bool
) -> None:
    """The term of a row lies within its plan's years, to the last day."""
    first_day = date(2025, 12, 1)
    changes = replace(filing.changes, conclude_from=first_day, conclude_to=last_day)
    wrong = outside and filing.outcome is not REMOVE
    expected = ("amendments.revision: amended_term_within_plan",) if wrong else ()
    assert refused(facts, replace(filing, changes=changes)) == expected


def test_a_term_that_does_not_change() -> None:
    """A row whose term was odd before may change in its other cells."""
    odd = made.wording(conclude=Term(date(2025, 1, 1), JANUARY_2026))
    facts = made_amendments.change_facts(row=made_amendments.row(wording=odd))
    assert refused(facts, made_amendments.amend_row()) == ()


@pytest.mark.parametrize(
    "changes",
    [Changes(), Changes(title_kk=made.wording().title.kk), Changes(purpose_kk="Өзге")],
)
def test_a_change_is_one(changes: Changes) -> None:
    """What leaves the printed row as it was is no change of it."""
    filing = made_amendments.amend_row(changes=changes)
    assert refused(made_amendments.change_facts(), filing) == (
        "amendments.revision: row_reads_anew",
    )


@pytest.mark.parametrize(
    "reason", [Text(kk=REASON.kk), Text(ru=REASON.ru)], ids=["kk", "ru"]
)
@each_way
def test_the_reason_stands_in_both_languages(
    facts: RowChangeFacts, filing: AmendRow, reason: Text
) -> None:
    """No row changes without a reason in Kazakh and in Russian."""
    assert refused(facts, replace(filing, reason=reason)) == (
        "amendments.revision: reason_in_both_languages",
    )


@pytest.mark.parametrize(
    ("filing", "cautions"),
    [
        (
            made_amendments.remove_row(),
            ("amendments.revision: removed_row_unsigned",),
        ),
        (made_amendments.amend_row(), ()),
    ],
)
def test_a_signed_row(filing: AmendRow, cautions: tuple[str, ...]) -> None:
    """Removing a row whose treaty is signed is cautioned, changing it is not."""
    facts = made_amendments.change_facts(row=made_amendments.row(signed_on=BEFORE))
    assert cautions_of(facts, filing) == cautions


@each_way
def test_another_ground_changes_the_row_too(
    facts: RowChangeFacts, filing: AmendRow
) -> None:
    """A second pending change is cautioned, with the other ground."""
    facts = replace(facts, others=("6",))
    assert cautions_of(facts, filing) == ("amendments.revision: no_other_change",)


@pytest.mark.provision("titles.grammar")
def test_titles_that_disagree() -> None:
    """A changed title that names other parties than the other language is a caution."""
    wording = made.wording()
    changes = Changes(title_ru=wording.title.ru.replace("Правительством", "Банком"))
    found = cautions_of(
        made_amendments.change_facts(), made_amendments.amend_row(changes=changes)
    )
    assert set(found) == {"titles.grammar: amended_titles_agree"}


def test_no_procedure_has_no_term() -> None:
    """Where no procedure is needed any more, its days go too."""
    first, last = date(2025, 10, 1), date(2025, 12, 31)
    wording = made.wording(
        procedure=Procedure.RATIFICATION, procedure_from=first, procedure_to=last
    )
    after = reworded(wording, Changes(), Procedure.NONE)
    assert after == made.wording()
    assert reworded(wording, Changes(), None) == wording


@pytest.mark.provision("record.day")
@pytest.mark.parametrize(
    ("staged_on", "grounds"), [(DAY, ()), (AFTER, ("record.day: follows_staging",))]
)
def test_a_change_is_taken_back(staged_on: date, grounds: tuple[str, ...]) -> None:
    """What was staged by that day can be taken back."""
    facts = made_amendments.staged_facts(staged_on=staged_on)
    assert made.grounds(drop_change.why_not(facts)) == grounds
    effect = made.effect_of(drop_change, facts, made_amendments.drop_change())
    assert effect == ChangeDropped(CURRENT, DECISION, "5", "C-001")


def test_ways_are_told_apart() -> None:
    """The made filings are of all three outcomes."""
    assert {filing.outcome for _facts, filing in OPEN.values()} == {ADD, CHANGE, REMOVE}
