"""What several acts of carrying out ask of a row, from both sides."""

from datetime import date
from typing import Any

import pytest

from jospar.rules.carrying_out.correct_name import correct_name
from jospar.rules.carrying_out.plan_stage import plan_stage
from jospar.rules.carrying_out.put_forward import put_forward
from jospar.rules.carrying_out.record_name import record_name
from jospar.rules.carrying_out.record_signing import record_signing
from jospar.rules.carrying_out.report import report
from jospar.rules.core.act import Act
from jospar.rules.core.nouns import PlanStage
from jospar.rules.core.offices import Office
from tests.rules import made
from tests.rules import made_carrying_out as made_rows

FILINGS: list[tuple[Act[Any, Any], object]] = [
    (report, made_rows.report()),
    (plan_stage, made_rows.plan_stage()),
    (put_forward, made_rows.put_forward()),
    (record_signing, made_rows.record_signing()),
    (record_name, made_rows.record_name()),
    (correct_name, made_rows.correct_name()),
]
PAPERS = {report, record_signing}
each = pytest.mark.parametrize(
    ("act", "filing"), FILINGS, ids=[act.code for act, _filing in FILINGS]
)


def forward(act: Act[Any, Any], **changes: Any) -> Any:
    """Return the facts for ``act``: what is signed early was put forward."""
    if act is record_signing:
        changes["put_forward_on"] = made.BEFORE
    return made_rows.row_facts(**changes)


@each
@pytest.mark.provision("control.general")
@pytest.mark.parametrize(
    ("since", "refused"),
    [
        (made.BEFORE, ()),
        (made.DAY, ()),
        (made.AFTER, ("control.general: plan_agreed",)),
    ],
)
def test_before_the_agreement(
    act: Act[Any, Any], filing: object, since: date, refused: tuple[str, ...]
) -> None:
    """A row is carried out from the day on which its plan was agreed."""
    row = made_rows.row(plan=made.plan_at(PlanStage.AGREED, since))
    assert made.said(act.verdict(forward(act, row=row), filing)) == (refused, ())


@each
@pytest.mark.provision("control.general")
def test_a_plan_that_is_not_agreed(act: Act[Any, Any], filing: object) -> None:
    """What lies before the President is not carried out yet."""
    row = made_rows.row(plan=made.plan_at(PlanStage.BEFORE_PRESIDENT))
    assert made.said(act.verdict(forward(act, row=row), filing)) == (
        ("control.general: plan_agreed",),
        (),
    )


@each
@pytest.mark.provision("control.general")
@pytest.mark.parametrize("removed_on", [None, made.BEFORE, made.DAY, made.AFTER])
def test_a_removed_row(
    act: Act[Any, Any], filing: object, removed_on: date | None
) -> None:
    """It is not acted on since the day of its removal; papers on it are odd."""
    facts = forward(act, row=made_rows.row(removed_on=removed_on))
    removed = removed_on in {made.BEFORE, made.DAY}
    refused = ("control.general: row_stands",) if removed else ()
    odd = ("control.general: row_not_removed",) if removed else ()
    said = ((), odd) if act in PAPERS else (refused, ())
    assert made.said(act.verdict(facts, filing)) == said


@pytest.mark.provision("bodies.succession")
@pytest.mark.parametrize(
    ("body", "refused"),
    [
        ("energy", ()),
        ("trade", ("offices.table: answers_for_row",)),
        ("mid", ("offices.table: answers_for_row",)),
    ],
)
@pytest.mark.parametrize(
    ("act", "filing"), FILINGS[:4], ids=[act.code for act, _filing in FILINGS[:4]]
)
def test_whose_row(
    act: Act[Any, Any], filing: object, body: str, refused: tuple[str, ...]
) -> None:
    """A body acts on what it answers for, not on what it once proposed."""
    facts = forward(
        act, case=made.acting(Office.BODY_OFFICER, body), answering=("energy",)
    )
    assert made.said(act.verdict(facts, filing)) == (refused, ())
