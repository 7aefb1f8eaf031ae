"""Rows are put forward for signing in the current year."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from jospar.rules.carrying_out.effects import RowPutForward
from jospar.rules.carrying_out.put_forward import put_forward
from jospar.rules.core.act import Verdict
from jospar.rules.core.nouns import Entry, PlanStage, ProgressStage, Text
from tests.rules import made
from tests.rules import made_carrying_out as made_rows

pytestmark = pytest.mark.provision("signing.early")
FILING = made_rows.put_forward()
LONG_ROW = made_rows.row(
    wording=made.wording(conclude=made.YEAR_2026),
    plan=made.other_plan(stage=PlanStage.AGREED, stage_on=made.BEFORE),
)


@pytest.mark.parametrize("row", [made_rows.row(), LONG_ROW], ids=["current", "long"])
def test_put_forward(row: Any) -> None:
    """A row of either plan is open for signing this year, and stays where it is."""
    kind = row.plan.kind
    facts, filing = made_rows.row_facts(row=row), made_rows.put_forward(plan=kind)
    assert put_forward.verdict(facts, filing) == Verdict((), ())
    assert put_forward.effect(facts, filing) == (
        RowPutForward(kind, "C-001", made.DAY, "7-1/21", made_rows.REASON),
    )


@pytest.mark.parametrize(
    ("on", "refused"),
    [
        (date(2025, 12, 31), ()),
        (date(2026, 1, 1), ("signing.early: plan_in_force",)),
    ],
)
def test_put_forward_after_the_year(on: date, refused: tuple[str, ...]) -> None:
    """A current plan is in force until its year ends."""
    case = replace(made.acting(made_rows.row_facts().case.actor.office, on=on))
    facts = made_rows.row_facts(case=replace(case, today=on))
    verdict = put_forward.verdict(facts, made_rows.put_forward(on=on))
    assert made.said(verdict) == (refused, ())


@pytest.mark.parametrize(
    ("replaced_on", "refused"),
    [
        (None, ()),
        (made.AFTER, ()),
        (made.DAY, ("signing.early: plan_in_force",)),
        (made.BEFORE, ("signing.early: plan_in_force",)),
    ],
)
def test_put_forward_from_a_replaced_plan(
    replaced_on: date | None, refused: tuple[str, ...]
) -> None:
    """A long-term plan is in force until a newer one is agreed."""
    facts = made_rows.row_facts(row=LONG_ROW, replaced_on=replaced_on)
    verdict = put_forward.verdict(facts, made_rows.put_forward(plan=made.LONG_TERM))
    assert made.said(verdict) == (refused, ())


@pytest.mark.parametrize("signed_on", [made.BEFORE, made.DAY, made.AFTER])
def test_put_forward_what_is_signed(signed_on: date) -> None:
    """What was signed is not put forward, on whatever day that was."""
    facts = made_rows.row_facts(row=made_rows.row(signed_on=signed_on))
    assert made.said(put_forward.verdict(facts, FILING)) == (
        ("signing.early: not_signed",),
        (),
    )


@pytest.mark.parametrize(
    ("stage", "refused"),
    [
        (ProgressStage.POSTPONED, ()),
        (ProgressStage.DROPPED, ("signing.early: not_dropped",)),
    ],
)
def test_put_forward_what_was_dropped(
    stage: ProgressStage, refused: tuple[str, ...]
) -> None:
    """What was dropped is taken up first; what was postponed may be put forward."""
    verdict = put_forward.verdict(made_rows.row_facts(stage=stage), FILING)
    assert made.said(verdict) == (refused, ())


def test_put_forward_twice() -> None:
    """A row is put forward once for a year."""
    facts = made_rows.row_facts(put_forward_on=made.BEFORE)
    assert made.said(put_forward.verdict(facts, FILING)) == (
        ("signing.early: not_put_forward",),
        (),
    )


@pytest.mark.parametrize(
    ("entry", "option", "refused"),
    [
        (Entry.ACCESSION, "counts", ()),
        (Entry.NEW, "signing_only", ()),
        (Entry.ACCESSION, "signing_only", ("signing.early: joining_counts",)),
    ],
)
def test_put_forward_for_joining(
    entry: Entry, option: str, refused: tuple[str, ...]
) -> None:
    """Joining a treaty counts as signing it, unless it is read otherwise."""
    facts = made_rows.row_facts(entry=entry)
    case = replace(facts.case, ruleset=made.rules(joining=option))
    verdict = put_forward.verdict(replace(facts, case=case), FILING)
    assert made.said(verdict) == (refused, ())


@pytest.mark.provision("record.reasons")
@pytest.mark.parametrize(
    ("reason", "refused"),
    [
        (Text(), ()),
        (Text("Сапар"), ("record.reasons: reason_in_both_or_none",)),
        (Text(ru="Визит"), ("record.reasons: reason_in_both_or_none",)),
    ],
)
def test_put_forward_for_a_reason(reason: Text, refused: tuple[str, ...]) -> None:
    """A reason stands in both languages or in none."""
    filing = made_rows.put_forward(reason=reason)
    verdict = put_forward.verdict(made_rows.row_facts(), filing)
    assert made.said(verdict) == (refused, ())
