"""One year under two rulesets, or under two readings of one."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from jospar.queries.laboratory import (
    ChangedReading,
    Compared,
    Laboratory,
    OtherActs,
    laboratory,
)
from jospar.queries.laboratory_deadlines import DeadlineDays
from jospar.queries.laboratory_findings import PROVISION_OF, Side, What
from jospar.rules.core.nouns import PlanKind, Text
from jospar.rules.core.ruleset import Ruleset, load
from jospar.rules.core.varied import NewDeadline, Variation, varied
from tests.queries.made_amended import (
    agreed_plan,
    came,
    december,
    instruct,
    make,
    stage,
)
from tests.queries.made_record import LATE, conclude, do, open_cycle, submit
from tests.rules import made, made_amendments
from tests.rules.made import BOTH_YEARS, LONG_TERM, RULES, YEAR, rules
from tests.web.made_year import agreed_year, send_out

pytestmark = pytest.mark.django_db(databases=["default", "past"])

TODAY = date(2024, 12, 31)


def compared_with(would: Ruleset) -> Laboratory:
    """Return what would differ in 2024."""
    return laboratory(RULES, would, YEAR, TODAY)


def moved(provision: str, new: NewDeadline) -> Laboratory:
    """Return what would differ if a deadline were another."""
    return compared_with(varied(RULES, Variation(deadlines={provision: new})))


def found(one: Laboratory) -> dict[What, tuple[Side, tuple[str, ...]]]:
    """Return what differs, of which side it is true, and of which subjects."""
    return {
        finding.what: (finding.side, finding.subjects)
        for part in one.compared
        for finding in part.findings
    }


def said(groups: tuple[OtherActs, ...]) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return acts that would fare otherwise, how, and what they are about."""
    return [
        (group.act, group.fate.value, tuple(act.subject for act in group.acts))
        for group in groups
    ]


def test_the_same_rules_make_no_difference() -> None:
    """Every provision with a paragraph says so, and every act stands."""
    agreed_year()
    one = compared_with(RULES)
    assert (one.compared, one.follows, one.differs) == ((), (), False)
    assert one.same == tuple(
        code for code, provision in RULES.provisions.items() if provision.paragraph
    )
    totals = one.totals
    assert (totals.refused, totals.follows, totals.gained) == (0, 0, 0)
    assert totals.rows_was == totals.rows_would


def test_a_reading_that_matters() -> None:
    """What was sent in time would be in time; its return would be refused."""
    open_cycle()
    submit("C-1", received_at=LATE, sent_on=date(2024, 9, 24))
    submit("C-2", received_at=LATE, sent_on=date(2024, 9, 26))
    returned = do(made.return_late(key="C-1", on=date(2024, 9, 27)))
    one = compared_with(rules(receipt="sent"))
    assert found(one) == {
        What.LATE_CONCEPTS: (Side.WAS, ("C-1",)),
        What.LATE_CONCLUSIONS: (Side.WOULD, ("C-1",)),
    }
    deadline, late = one.compared[0], one.compared[1]
    assert deadline.readings == (
        ChangedReading("receipt", "concepts.deadline", "received", "sent"),
    )
    assert said(late.acts) == [("intake.return_late", "refused", ("C-1",))]
    assert late.acts[0].acts[0].entry == returned
    assert (one.totals.refused, one.differs) == (1, True)


def test_a_reading_that_does_not_matter() -> None:
    """The reading itself is all that differs: nothing straddles two plans."""
    agreed_year()
    one = compared_with(rules(straddling="first_day"))
    reading = ChangedReading(
        "straddling", "placement.term", "officer_chooses", "first_day"
    )
    assert one.compared == (Compared("placement.term", (reading,), (), (), ()),)
    assert (one.totals.refused, one.differs) == (0, False)


def test_an_earlier_intake_and_what_follows_from_it() -> None:
    """The late concepts with their bodies, the refused conclusions, the lost rows."""
    agreed_year()
    one = moved("concepts.deadline", NewDeadline(9, 1))
    assert found(one) == {
        What.LATE_CONCEPTS: (Side.WOULD, ("C-1", "C-2")),
        What.LATE_LETTERS: (Side.WOULD, ("energy",)),
        What.ROWS_CURRENT: (Side.WAS, ("C-1",)),
        What.ROWS_LONG_TERM: (Side.WAS, ("C-2",)),
    }
    bodies = {part.bodies for side in one.compared for part in side.findings}
    assert bodies == {("trade",), ()}
    (refused,) = (part.acts for part in one.compared if part.acts)
    assert said(refused) == [("review.conclude", "refused", ("C-1", "C-2"))]
    assert ("drafting.place", "follows", ("C-1", "C-2")) in said(one.follows)
    assert one.totals.rows_would == {PlanKind.CURRENT: 0, PlanKind.LONG_TERM: 0}


def test_the_deadlines_under_both_rules() -> None:
    """The days of both, and how late the same act is by each."""
    agreed_year()
    one = moved("commission.deadline", NewDeadline(11, 7))
    (pair,) = (
        pair
        for pair in one.deadlines
        if (pair.provision, pair.plan) == ("commission.deadline", PlanKind.CURRENT)
    )
    sent = date(2024, 11, 8)
    assert pair.was == DeadlineDays(
        date(2024, 11, 10), date(2024, 11, 11), date(2024, 11, 11), sent, 0
    )
    seventh = date(2024, 11, 7)
    assert pair.would == DeadlineDays(seventh, seventh, seventh, sent, 1)
    assert found(one) == {
        What.LATE_TO_COMMISSION: (Side.WOULD, ("current", "long_term"))
    }


def test_a_shorter_and_a_longer_sending_out() -> None:
    """Recipients would be reached late, or in time."""
    agreed_year()
    assert found(moved("distribution.deadline", NewDeadline(working_days=5))) == {
        What.LATE_SENT: (Side.WOULD, ("government_office",))
    }
    assert found(moved("distribution.deadline", NewDeadline(working_days=20))) == {
        What.LATE_SENT: (Side.WAS, ("trade",))
    }


def test_a_straddling_term_points_to_its_first_day() -> None:
    """What was placed in the other plan would be refused."""
    open_cycle()
    submit("C-1", wording=made.wording(conclude=BOTH_YEARS))
    conclude("C-1")
    on = date(2024, 10, 20)
    do(made.place(key="C-1", plan=LONG_TERM, on=on, reason="Сапар / Визит"))
    one = compared_with(rules(straddling="first_day"))
    assert found(one) == {
        What.TO_CHOOSE: (Side.WAS, ("C-1",)),
        What.TO_CURRENT: (Side.WOULD, ("C-1",)),
        What.ROWS_LONG_TERM: (Side.WAS, ("C-1",)),
    }
    (part,) = (part for part in one.compared if part.acts)
    assert said(part.acts) == [("drafting.place", "refused", ("C-1",))]


def test_the_second_ruleset() -> None:
    """Other horizons, recipients, days and paragraphs, from another file."""
    agreed_year()
    send_out("energy", date(2024, 12, 6))
    would = load("test-2031", Path(__file__).parents[1] / "data")
    one = compared_with(would)
    differs = found(one)
    assert differs[What.TO_CURRENT] == (Side.WOULD, ("C-2",))
    assert differs[What.LATE_CONCEPTS] == (Side.WOULD, ("C-1", "C-2"))
    recipients = {
        (finding.side, finding.subjects)
        for part in one.compared
        for finding in part.findings
        if finding.what is What.RECIPIENTS
    }
    assert recipients == {
        (Side.WAS, ("government_office", "parliament")),
        (Side.WOULD, ("national_archives", "senate")),
    }
    assert {part.provision for part in one.compared} <= set(would.provisions)
    assert one.totals.refused > 0


def test_a_concept_without_a_language_by_the_day_of_completion() -> None:
    """It would be late, though it came in time."""
    open_cycle()
    whole = made.wording()
    submit("C-1", wording=made.wording(title=Text(ru=whole.title.ru)))
    one = compared_with(rules(incomplete="completion_counts"))
    assert found(one)[What.LATE_CONCEPTS] == (Side.WOULD, ("C-1",))


def test_a_term_outside_both_plans() -> None:
    """An expedient treaty of a later year would belong to neither plan."""
    open_cycle()
    submit("C-1", wording=made.wording(conclude=made.YEAR_2026))
    conclude("C-1")
    horizons = dict(RULES.horizons) | {PlanKind.LONG_TERM: (3, 4)}
    one = compared_with(replace(RULES, horizons=horizons))
    assert found(one) == {
        What.TO_LONG_TERM: (Side.WAS, ("C-1",)),
        What.TO_NEITHER: (Side.WOULD, ("C-1",)),
    }


def test_a_conclusion_on_a_dossier_by_the_strict_day() -> None:
    """It was given on the wide one: late on one of the two."""
    agreed_plan()
    do(made_amendments.bring_grounds(received_at=came(5)))
    do(made_amendments.bring_concept(received_at=came(6)))
    do(made_amendments.conclude(on=december(23)))
    strict = varied(RULES, Variation(late_after={"amendments.conclusion": "due"}))
    assert found(compared_with(strict)) == {
        What.LATE_DOSSIERS: (Side.WOULD, ("D-001",))
    }
    assert found(moved("amendments.conclusion", NewDeadline(working_days=11))) == {}


def test_the_record_stays_as_it_is() -> None:
    """Whatever would be refused stands in the record afterwards."""
    agreed_year()
    agree_again = compared_with(RULES)
    moved("concepts.deadline", NewDeadline(9, 1))
    assert compared_with(RULES) == agree_again


def test_every_difference_has_its_provision() -> None:
    """It is one of the Rules."""
    assert set(PROVISION_OF) == set(What)
    assert set(PROVISION_OF.values()) <= set(RULES.provisions)


def test_a_revision_that_would_be_in_force_since_another_day() -> None:
    """By the reading that counts the day of making; the same day is no difference."""
    agreed_plan()
    instruct("5", 6)
    stage("5", 9)
    make("5", 9)
    would = compared_with(rules(amendment_effect="making"))
    (pair,) = [pair for one in would.compared for pair in one.revisions]
    assert (pair.plan, pair.number) == (PlanKind.CURRENT, 2)
    assert (pair.was, pair.would) == (december(6), december(9))
    assert would.differs
    same = compared_with(rules(first_day="receipt"))
    assert [pair for one in same.compared for pair in one.revisions] == []
