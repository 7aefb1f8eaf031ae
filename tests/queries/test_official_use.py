"""What is for official use, and the papers that tell of it."""

from datetime import date

import pytest

from jospar.queries.disagreements import disagreement_table
from jospar.queries.kept_editions import edition_kept
from jospar.queries.official_use import MarkedConcept, marked_concepts
from jospar.queries.outbox import outbox
from jospar.queries.papers import receipts
from jospar.queries.plans import edition_of
from jospar.queries.protocol_extracts import protocol_extracts
from jospar.queries.sheets import completeness_sheet, consideration_sheet
from jospar.records.models import HandlingMark, Revision
from jospar.rules.commission.facts import Outcome
from jospar.rules.core.nouns import PlanStage
from tests.queries.made_record import (
    DURING,
    LATE,
    agree,
    do,
    open_cycle,
    place,
    submit,
)
from tests.rules import made, made_papers, made_remarks
from tests.rules.made import CURRENT, LONG_TERM, RULES, YEAR, YEAR_2026

pytestmark = pytest.mark.django_db

LATER = date(2024, 11, 8)


def mark(key: str, *, official_use: bool = True, on: date = DURING) -> int:
    """Mark a concept, or lift its mark; return the number of the entry."""
    return do(made.mark_handling(key=key, official_use=official_use, on=on))


def test_a_mark_stands_until_it_is_lifted() -> None:
    """It can be set anew; each time is remembered."""
    open_cycle()
    entry = submit("C-1")
    submit("C-2")
    assert marked_concepts(YEAR) == {}
    mark("C-1")
    assert marked_concepts(YEAR) == {"C-1": MarkedConcept(entry, None)}
    lifted = mark("C-1", official_use=False, on=LATER)
    assert marked_concepts(YEAR) == {}
    mark("C-1", on=LATER)
    assert marked_concepts(YEAR) == {"C-1": MarkedConcept(entry, None)}
    first, second = HandlingMark.objects.order_by("entry")
    assert (first.lifted_on, first.lift_entry) == (LATER, lifted)
    assert (second.lifted_on, second.lift_entry) == (None, None)
    assert marked_concepts(2023) == {}


def test_a_plan_has_the_marks_of_its_rows() -> None:
    """As it stands and as it was sent; content and fingerprint do not change."""
    open_cycle()
    place("C-1")
    place("C-2")
    place("C-3", LONG_TERM, wording=made.wording(conclude=YEAR_2026))
    do(made.send_to_commission(on=LATER))
    before = edition_of(RULES, YEAR, CURRENT)
    mark("C-2")
    mark("C-3")
    after = edition_of(RULES, YEAR, CURRENT)
    assert (before.marked, after.marked) == (frozenset(), frozenset({"C-2"}))
    assert after.form.content() == before.form.content()
    assert (after.fingerprint, after.revision) == (before.fingerprint, before.revision)
    revision = Revision.objects.get()
    kept = edition_kept(RULES, YEAR, revision, PlanStage.BEFORE_COMMISSION)
    assert kept.marked == frozenset({"C-2"})
    assert edition_of(RULES, YEAR, LONG_TERM).marked == frozenset({"C-3"})


def test_letters_have_the_marks_of_what_they_are_about() -> None:
    """Returns and notices of concepts, letters with a plan of its rows; no reminder."""
    open_cycle()
    for key, body in (("C-1", "trade"), ("C-2", "energy")):
        submit(key, received_at=LATE, proposers=(body,))
    place("C-3")
    place("C-4", LONG_TERM, wording=made.wording(conclude=YEAR_2026))
    agree()
    agree(LONG_TERM)
    do(made_papers.remind(body="energy", on=LATER))
    assert told() == set()
    mark("C-1")
    mark("C-3")
    to_all = {"current/trade", "current/parliament", "current/government_office"}
    assert told() == {"C-1", "C-3", *to_all}


def told() -> set[str]:
    """Return what the papers of the outbox are about that bear the mark."""
    lines = outbox(RULES, YEAR, LATER)
    return {line.subjects[0] for line in lines if line.paper.official_use}


def test_receipts_have_the_marks_of_their_concepts() -> None:
    """That for a letter of none has never one."""
    open_cycle()
    submit("C-1")
    submit("C-2")
    do(made.report_none(body="energy"))
    mark("C-1")
    marked = [stem for stem, paper in receipts(RULES, YEAR) if paper.official_use]
    assert marked == ["receipt-C-1"]


def test_sheets_have_the_mark_of_what_they_list() -> None:
    """What they only count does not mark them."""
    open_cycle()
    submit("C-1")
    place("C-2")
    place("C-3")
    do(made.register_agreement(concepts=("C-3",)))
    assert not completeness_sheet(RULES, YEAR, LATER).official_use
    mark("C-2")
    assert not completeness_sheet(RULES, YEAR, LATER).official_use
    assert not consideration_sheet(RULES, YEAR, LATER).official_use
    mark("C-1")
    mark("C-3")
    assert completeness_sheet(RULES, YEAR, LATER).official_use
    assert consideration_sheet(RULES, YEAR, LATER).official_use


def test_papers_of_the_commission_have_the_mark_of_their_rows() -> None:
    """A body whose rows bear none has an extract without it."""
    open_cycle()
    place("C-1")
    place("C-2", proposers=("energy",))
    do(made.send_to_commission(on=LATER))
    do(made_remarks.remark(point="C-1", on=LATER))
    decision = do(made.decide(on=LATER, number="1", outcome=Outcome.RETURNED))
    assert not disagreement_table(RULES, YEAR, CURRENT, LATER).official_use
    mark("C-1")
    assert disagreement_table(RULES, YEAR, CURRENT, LATER).official_use
    extracts = protocol_extracts(RULES, YEAR, decision)
    assert extracts is not None
    told = {body: paper.official_use for body, paper in extracts.papers.items()}
    assert told == {"trade": True, "energy": False}
