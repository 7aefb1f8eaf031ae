"""A member of the Commission remarks on a plan."""

import pytest

from jospar.rules.commission.effects import RemarkMade
from jospar.rules.commission.remark import remark
from jospar.rules.core.act import Kind, Verdict
from jospar.rules.core.nouns import PlanStage, Text
from tests.rules import made
from tests.rules.made_remarks import remark as made_filing
from tests.rules.made_remarks import remark_facts

pytestmark = pytest.mark.provision("commission.remarks")
TEXT = Text("Қаржы көзі көрсетілмеген", "Не указан источник средств")


@pytest.mark.provision("commission.decision")
@pytest.mark.parametrize("point", ["C-001", ""])
@pytest.mark.parametrize("stage", PlanStage)
def test_remark(point: str, stage: PlanStage) -> None:
    """A remark on a row or the whole plan stands, wherever the plan is by then."""
    facts = remark_facts(plan=made.plan_at(stage))
    filing = made_filing(point=point)
    assert remark.verdict(facts, filing) == Verdict((), ())
    assert remark.effect(facts, filing) == (
        RemarkMade(
            plan=made.CURRENT,
            revision=1,
            on=made.DAY,
            member="Қаржы министрлігі",
            point=point,
            remark=TEXT,
            document="3-1/77",
        ),
    )


def test_remark_on_what_was_not_sent() -> None:
    """Before a plan was sent to the Commission nobody remarks on it."""
    verdict = remark.verdict(remark_facts(revision=0), made_filing())
    assert made.said(verdict) == (("commission.remarks: was_sent",), ())
    assert verdict.refusals[0].values == {"plan": made.CURRENT, "on": made.DAY}


def test_remark_on_what_is_no_row() -> None:
    """A remark on a concept that the plan did not have is irregular, and stands."""
    verdict = remark.verdict(remark_facts(is_row=False), made_filing())
    assert made.said(verdict) == ((), ("commission.remarks: on_a_row",))
    (found,) = verdict.cautions
    assert (found.kind, found.field) == (Kind.IRREGULARITY, "point")


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (Text(kk=TEXT.kk), ["remark_ru"]),
        (Text(ru=TEXT.ru), ["remark_kk"]),
        (Text(), ["remark_kk", "remark_ru"]),
    ],
)
def test_remark_in_one_language(text: Text, fields: list[str]) -> None:
    """A remark that is missing in a language is irregular, and stands."""
    verdict = remark.verdict(remark_facts(), made_filing(remark=text))
    assert made.said(verdict) == (
        (),
        ("commission.remarks: remark_in_both_languages",) * len(fields),
    )
    assert [(found.kind, found.field) for found in verdict.cautions] == [
        (Kind.IRREGULARITY, field) for field in fields
    ]
