"""Staged changes become the plan's next revision, which is sent out."""

from dataclasses import replace
from datetime import date

import pytest

from jospar.rules.amendment.effects import PlanAmended, RevisionSent
from jospar.rules.amendment.facts import RevisionFacts
from jospar.rules.amendment.make_revision import make_revision
from jospar.rules.amendment.nouns import Ground, RowMade, StagedChange
from jospar.rules.amendment.send_out import send_out
from jospar.rules.core.nouns import Plan, PlanStage, Term
from jospar.rules.core.offices import Office
from tests.rules import made, made_amendments
from tests.rules.made import AFTER, BEFORE, CURRENT, DAY
from tests.rules.made_amendments import ADD, CHANGE, DECISION, REMOVE

LONG_AGO = date(2024, 1, 1)


def closed_by(facts: RevisionFacts) -> tuple[str, ...]:
    """Return the grounds on which no revision is made."""
    return made.grounds(make_revision.why_not(facts))


@pytest.mark.provision("amendments.revision")
def test_a_revision_is_made() -> None:
    """It has its number, its fingerprint, its ground, and how each row reads."""
    gone = made_amendments.staged(key="C-002", outcome=REMOVE, wording=None)
    changed = made_amendments.staged(wording=made.wording())
    facts = made_amendments.revision_facts(changes=(changed, gone))
    filing = made_amendments.make_revision()
    assert made.said(make_revision.verdict(facts, filing)) == ((), ())
    assert made.effect_of(make_revision, facts, filing) == PlanAmended(
        plan=CURRENT,
        route=DECISION,
        ground="5",
        on=DAY,
        ground_on=BEFORE,
        effective_on=BEFORE,
        revision=4,
        fingerprint=made.FINGERPRINT,
        rows=(
            RowMade("C-001", CHANGE, made.wording()),
            RowMade("C-002", REMOVE, None),
        ),
    )


@pytest.mark.provision("amendments.revision")
def test_a_plan_that_is_not_agreed() -> None:
    """No revision of an agreed plan is made before the agreement."""
    facts = made_amendments.revision_facts(plan=made.plan_at(PlanStage.AGREED, AFTER))
    assert closed_by(facts) == ("amendments.revision: plan_agreed",)


@pytest.mark.provision("amendments.revision")
def test_without_changes() -> None:
    """There is no revision without a change."""
    facts = made_amendments.revision_facts(changes=(), prints_anew=False)
    assert closed_by(facts) == ("amendments.revision: changes_wait",)


GROUNDS = [
    (made_amendments.instruction(on=DAY), ()),
    (
        made_amendments.instruction(on=AFTER),
        ("amendments.instruction: instruction_given",),
    ),
    (
        made_amendments.instruction(declined=True),
        ("amendments.instruction: instruction_given",),
    ),
    (made_amendments.decision(on=DAY, consented_on=DAY), ()),
    (
        made_amendments.decision(on=AFTER, consented_on=DAY),
        ("amendments.decision: decision_taken",),
    ),
    (
        made_amendments.decision(on=DAY, consented_on=AFTER),
        ("amendments.decision: consent_given",),
    ),
    (
        made_amendments.decision(consented_on=None),
        ("amendments.decision: consent_given",),
    ),
]


@pytest.mark.provision("amendments.instruction")
@pytest.mark.provision("amendments.decision")
@pytest.mark.parametrize(("ground", "grounds"), GROUNDS)
def test_a_ground_that_has_effect(ground: Ground, grounds: tuple[str, ...]) -> None:
    """What is missing is named: the instruction, the decision or the consent."""
    assert closed_by(made_amendments.revision_facts(ground=ground)) == grounds


@pytest.mark.provision("record.day")
@pytest.mark.parametrize(
    ("on", "grounds"), [(DAY, ()), (AFTER, ("record.day: follows_changes",))]
)
def test_a_revision_follows_its_changes(on: date, grounds: tuple[str, ...]) -> None:
    """It is made on the day on which its last change was staged, or later."""
    early = made_amendments.staged(key="C-002", on=LONG_AGO)
    facts = made_amendments.revision_facts(
        changes=(made_amendments.staged(on=on), early)
    )
    assert closed_by(facts) == grounds


@pytest.mark.provision("record.day")
@pytest.mark.parametrize(
    ("made_on", "grounds"),
    [(DAY, ()), (AFTER, ("record.day: follows_last_revision",))],
)
def test_revisions_in_the_order_of_their_days(
    made_on: date, grounds: tuple[str, ...]
) -> None:
    """A revision is made on the day of the one before it, or later."""
    assert closed_by(made_amendments.revision_facts(made_on=made_on)) == grounds


@pytest.mark.provision("amendments.revision")
@pytest.mark.parametrize(
    ("change", "stands"),
    [
        (made_amendments.staged(removed_on=BEFORE), False),
        (made_amendments.staged(outcome=REMOVE, wording=None), True),
        (
            made_amendments.staged(outcome=REMOVE, wording=None, removed_on=BEFORE),
            False,
        ),
        (made_amendments.staged(outcome=ADD, placed=False), True),
        (made_amendments.staged(outcome=ADD), False),
    ],
)
def test_what_another_amendment_settled(change: StagedChange, *, stands: bool) -> None:
    """A row that left meanwhile does not change, one that came is not added."""
    expected = () if stands else ("amendments.revision: rows_as_staged",)
    assert closed_by(made_amendments.revision_facts(changes=(change,))) == expected


@pytest.mark.provision("record.terms")
@pytest.mark.parametrize(
    ("first_day", "last_day", "fits"),
    [
        (date(2025, 12, 31), date(2025, 12, 31), True),
        (date(2025, 12, 31), date(2025, 12, 30), False),
        (date(2025, 12, 31), date(2026, 1, 1), False),
    ],
)
def test_terms_of_two_amendments(
    first_day: date, last_day: date, *, fits: bool
) -> None:
    """A term of which each gave a day makes sense as a whole."""
    wording = made.wording(conclude=Term(first_day, last_day))
    facts = made_amendments.revision_facts(
        changes=(made_amendments.staged(wording=wording),)
    )
    expected = () if fits else ("record.terms: terms_still_fit",)
    assert closed_by(facts) == expected


@pytest.mark.provision("amendments.revision")
def test_what_another_amendment_has_made() -> None:
    """A revision that would read as the last one is none."""
    facts = made_amendments.revision_facts(prints_anew=False)
    assert closed_by(facts) == ("amendments.revision: plan_reads_anew",)


@pytest.mark.provision("amendments.revision")
@pytest.mark.parametrize(
    ("reading", "in_force_on", "effective_on", "cautions"),
    [
        ("ground", LONG_AGO, BEFORE, ()),
        ("ground", BEFORE, BEFORE, ()),
        ("ground", DAY, DAY, ("amendments.revision: grounds_in_order",)),
        ("making", LONG_AGO, DAY, ()),
    ],
)
def test_since_when_a_revision_is_in_force(
    reading: str, in_force_on: date, effective_on: date, cautions: tuple[str, ...]
) -> None:
    """Since its ground has effect, or since it is made; never before the last one."""
    rules = made.rules(amendment_effect=reading)
    facts = made_amendments.revision_facts(
        case=replace(made.acting(Office.HEAD), ruleset=rules), in_force_on=in_force_on
    )
    filing = made_amendments.make_revision()
    assert made.effect_of(make_revision, facts, filing).effective_on == effective_on
    assert made.said(make_revision.verdict(facts, filing)) == ((), cautions)


@pytest.mark.provision("amendments.revision")
@pytest.mark.parametrize(
    ("on", "plan", "cautions"),
    [
        (date(2025, 12, 31), made_amendments.AGREED, ()),
        (
            date(2026, 1, 1),
            made_amendments.AGREED,
            ("amendments.revision: plan_not_over",),
        ),
        (
            date(2026, 1, 1),
            made.other_plan(stage=PlanStage.AGREED, stage_on=BEFORE),
            (),
        ),
    ],
)
def test_a_plan_whose_year_has_ended(
    on: date, plan: Plan, cautions: tuple[str, ...]
) -> None:
    """Its revision would never be in force; the long-term plan has no last day."""
    term = Term(date(2026, 2, 1), date(2026, 3, 1))
    later = made_amendments.staged(wording=made.wording(conclude=term))
    long_term = plan.kind is made.LONG_TERM
    facts = made_amendments.revision_facts(
        case=replace(made.acting(Office.HEAD, on=on), today=on),
        plan=plan,
        ground=made_amendments.decision(consented_on=on),
        changes=(later if long_term else made_amendments.staged(),),
    )
    filing = made_amendments.make_revision(on=on)
    assert made.said(make_revision.verdict(facts, filing)) == ((), cautions)


def test_without_effect_there_is_no_day() -> None:
    """The kernel does not invent a day for a ground that has no effect."""
    facts = made_amendments.revision_facts(
        ground=made_amendments.decision(consented_on=None)
    )
    with pytest.raises(ValueError, match="The ground 5 has no effect"):
        make_revision.effect(facts, made_amendments.make_revision())


@pytest.mark.provision("amendments.sending")
@pytest.mark.parametrize(
    ("made_on", "sent_on", "grounds"),
    [
        (DAY, None, ()),
        (AFTER, None, ("amendments.sending: follows_making",)),
        (BEFORE, BEFORE, ("amendments.sending: not_sent_out",)),
    ],
)
def test_a_revision_is_sent_out_once(
    made_on: date, sent_on: date | None, grounds: tuple[str, ...]
) -> None:
    """To each recipient once, on the day it was made or later."""
    facts = made_amendments.send_out_facts(made_on=made_on, sent_on=sent_on)
    assert made.grounds(send_out.why_not(facts)) == grounds
    effect = made.effect_of(send_out, facts, made_amendments.send_out())
    assert effect == RevisionSent(CURRENT, 4, "parliament", DAY, "11-2/41", "courier")
