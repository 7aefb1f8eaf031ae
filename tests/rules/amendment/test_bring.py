"""A body brings grounds of urgency and a concept, in either order."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from jospar.rules.amendment.bring_concept import bring_concept
from jospar.rules.amendment.bring_grounds import bring_grounds
from jospar.rules.amendment.effects import DossierConceptBrought, GroundsBrought
from jospar.rules.amendment.facts import BringConcept, BringGrounds
from jospar.rules.amendment.nouns import Dossier
from jospar.rules.core.act import Act
from jospar.rules.core.deadlines import ASTANA
from jospar.rules.core.nouns import PlanKind, PlanStage, Term, Text
from jospar.rules.core.offices import Office
from tests.rules import made, made_amendments
from tests.rules.made import AFTER, BEFORE, CURRENT, DAY

BOTH = pytest.mark.parametrize(
    ("act", "filing"),
    [
        (bring_grounds, made_amendments.bring_grounds()),
        (bring_concept, made_amendments.bring_concept()),
    ],
    ids=["grounds", "concept"],
)
BROUGHT = made_amendments.dossier(concept_on=None, grounds_on=None)


@pytest.mark.provision("amendments.grounds")
def test_grounds_are_in_the_dossier() -> None:
    """Grounds from paper are in the dossier with their day; nobody filed them."""
    effect = made.effect_of(
        bring_grounds, made_amendments.dossier_facts(), made_amendments.bring_grounds()
    )
    assert effect == GroundsBrought(
        plan=CURRENT,
        key="D-001",
        body="energy",
        received_on=DAY,
        document="7-1/31",
        grounds=made_amendments.bring_grounds().grounds,
        by="",
    )


@pytest.mark.provision("amendments.grounds")
def test_a_concept_is_in_the_dossier() -> None:
    """The concept is kept whole, with the day on which it came in Astana."""
    late = datetime(2024, 11, 20, 23, 59, 59, tzinfo=ASTANA)
    filing = made_amendments.bring_concept(received_at=late, sent_on=BEFORE)
    effect = made.effect_of(bring_concept, made_amendments.dossier_facts(), filing)
    assert effect == DossierConceptBrought(
        plan=CURRENT,
        key="D-001",
        proposers=("energy", "trade"),
        wording=made.wording(),
        entry=filing.entry,
        counterparties=("UZ",),
        sent_on=BEFORE,
        received_at=late,
        received_on=DAY,
        document="7-1/32",
        complete=True,
        by="",
    )


@BOTH
def test_who_filed_at_a_desk_is_kept(act: Act[Any, Any], filing: object) -> None:
    """The officer of a body who files is known, for the conclusion's four eyes."""
    desk = made.acting(Office.BODY_OFFICER, "energy")
    facts = made_amendments.dossier_facts(case=desk)
    assert made.said(act.verdict(facts, filing)) == ((), ())
    assert made.effect_of(act, facts, filing).by == "a.akhmetova"


@pytest.mark.provision("amendments.revision")
@BOTH
@pytest.mark.parametrize(
    ("stage", "since", "refused"),
    [
        (PlanStage.AGREED, DAY, False),
        (PlanStage.AGREED, AFTER, True),
        (PlanStage.BEFORE_PRESIDENT, BEFORE, True),
    ],
)
def test_only_an_agreed_plan_is_amended(
    act: Act[Any, Any], filing: object, stage: PlanStage, since: date, *, refused: bool
) -> None:
    """A dossier is opened once the President has agreed the plan."""
    facts = made_amendments.dossier_facts(plan=made.plan_at(stage, since))
    expected = ("amendments.revision: plan_agreed",) if refused else ()
    assert made.grounds(act.why_not(facts)) == expected


@BOTH
def test_nothing_is_brought_after_the_conclusion(
    act: Act[Any, Any], filing: object
) -> None:
    """What was concluded on does not change any more."""
    dossier = made_amendments.dossier(conclusion=made_amendments.FAVOURABLE)
    facts = made_amendments.dossier_facts(dossier=dossier)
    assert made.grounds(act.why_not(facts)) == ("amendments.conclusion: not_concluded",)
    before = replace(dossier, conclusion=None)
    assert act.why_not(made_amendments.dossier_facts(dossier=before)) == ()


@pytest.mark.provision("record.day")
@pytest.mark.parametrize(
    ("act", "dossier", "refused"),
    [
        (bring_grounds, replace(BROUGHT, grounds_on=DAY), ()),
        (
            bring_grounds,
            replace(BROUGHT, grounds_on=AFTER),
            ("record.day: follows_former_grounds",),
        ),
        (bring_concept, replace(BROUGHT, concept_on=DAY), ()),
        (
            bring_concept,
            replace(BROUGHT, concept_on=AFTER),
            ("record.day: follows_former_concept",),
        ),
    ],
)
def test_what_came_later_stands(
    act: Act[Any, Any], dossier: Dossier, refused: tuple[str, ...]
) -> None:
    """A paper takes the place of one of its day or of an earlier one."""
    facts = made_amendments.dossier_facts(dossier=dossier)
    assert made.grounds(act.why_not(facts)) == refused


@BOTH
def test_a_key_of_its_own(act: Act[Any, Any], filing: object) -> None:
    """The key of a concept of the cycle opens no dossier."""
    facts = made_amendments.dossier_facts(key_taken=True)
    assert made.said(act.verdict(facts, filing)) == (
        ("record.key: dossier_key_free",),
        (),
    )


@pytest.mark.provision("offices.table")
@pytest.mark.parametrize(
    ("act", "filing", "code"),
    [
        (bring_grounds, made_amendments.bring_grounds(), "own_grounds"),
        (bring_concept, made_amendments.bring_concept(), "own_body"),
    ],
    ids=["grounds", "concept"],
)
def test_an_officer_files_for_the_own_body(
    act: Act[Any, Any], filing: object, code: str
) -> None:
    """What another body brings is not filed at this desk."""
    desk = made.acting(Office.BODY_OFFICER, "mid")
    facts = made_amendments.dossier_facts(case=desk)
    assert made.said(act.verdict(facts, filing)) == ((f"offices.table: {code}",), ())


@pytest.mark.parametrize(
    ("act", "filing", "code"),
    [
        (
            bring_grounds,
            made_amendments.bring_grounds(body="mid"),
            "grounds_of_its_bodies",
        ),
        (
            bring_concept,
            made_amendments.bring_concept(proposers=("mid",)),
            "concept_of_its_bodies",
        ),
    ],
    ids=["grounds", "concept"],
)
def test_a_dossier_is_of_its_bodies(
    act: Act[Any, Any], filing: object, code: str
) -> None:
    """Another body does not continue a dossier; it may open one."""
    open_one = made_amendments.dossier_facts(dossier=BROUGHT)
    assert made.said(act.verdict(open_one, filing)) == (
        (f"amendments.grounds: {code}",),
        (),
    )
    assert made.said(act.verdict(made_amendments.dossier_facts(), filing)) == ((), ())


def test_joint_proposers_meet_in_a_dossier() -> None:
    """One of the concept's bodies has brought the grounds: that is enough."""
    dossier = replace(BROUGHT, bodies=("trade",))
    facts = made_amendments.dossier_facts(dossier=dossier)
    filing = made_amendments.bring_concept()
    assert made.said(bring_concept.verdict(facts, filing)) == ((), ())


ONE_LANGUAGE = made_amendments.bring_grounds(grounds=Text(ru="Визит в декабре"))
IRREGULAR = [
    (bring_grounds, ONE_LANGUAGE, "amendments.grounds: grounds_in_both_languages"),
    (
        bring_concept,
        made_amendments.bring_concept(
            wording=made.wording(purpose=Text(kk="Өзара сауда"))
        ),
        "concepts.languages: texts_in_all_languages",
    ),
    (
        bring_concept,
        made_amendments.bring_concept(
            wording=made.wording(
                conclude=Term(date(2025, 12, 31), date(2026, 1, 1)),
            )
        ),
        "amendments.grounds: term_within_plan",
    ),
]


@pytest.mark.provision("concepts.languages")
@pytest.mark.parametrize(("act", "filing", "code"), IRREGULAR)
def test_what_is_irregular_on_paper(
    act: Act[Any, Any], filing: BringGrounds | BringConcept, code: str
) -> None:
    """A paper stands with its irregularity; at its own desk a body mends it first."""
    paper = made_amendments.dossier_facts()
    desk = replace(paper, case=made.acting(Office.BODY_OFFICER, "energy"))
    assert made.said(act.verdict(paper, filing)) == ((), (code,))
    assert made.said(act.verdict(desk, filing)) == ((code,), ())


def test_an_incomplete_concept_is_kept_as_such() -> None:
    """A concept that lacks a text is in the dossier, and not whole."""
    _act, filing, _code = IRREGULAR[1]
    facts = made_amendments.dossier_facts()
    assert not made.effect_of(bring_concept, facts, filing).complete


def test_the_plan_that_is_amended_is_the_current_one() -> None:
    """Grounds of urgency are for changing the current plan."""
    assert made_amendments.dossier_facts().plan.kind is PlanKind.CURRENT
