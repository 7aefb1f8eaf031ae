"""Evidence files: what goes into them, and what a reader's eyes leave out."""

import hashlib
from datetime import date

import pytest

from jospar.exchange.evidence.contents import Met
from jospar.exchange.evidence.package import unpack
from jospar.queries.evidence_subjects import SubjectKind
from tests.exchange.evidence.conftest import Files
from tests.exchange.evidence.made_evidence import (
    NAME,
    checked,
    stated,
)
from tests.rules.made import YEAR


@pytest.mark.django_db
def test_what_is_in_a_file(files: Files) -> None:
    """The decision's entries as exact texts, its papers, days, ruleset and pages."""
    parts, said = unpack(files.concept, NAME), stated(files.concept)
    assert list(parts) == said.names()
    assert (said.about.kind, said.about.year, said.decision) == (
        SubjectKind.CONCEPT,
        YEAR,
        7,
    )
    assert [(one.number, one.own) for one in said.entries] == [
        (3, False),
        (4, False),
        *((number, True) for number in (5, 6, 7, 8)),
    ]
    assert [one.path for one in said.papers] == ["papers/5-1-Хат_ 1.pdf"]
    assert hashlib.sha256(parts["ruleset.toml"]).hexdigest() == said.ruleset.digest
    assert [(day.provision, day.due, day.outer) for day in said.days] == [
        ("concepts.deadline", date(2024, 9, 25), date(2024, 9, 25)),
        ("conclusions.deadline", date(2024, 10, 24), date(2024, 10, 28)),
    ]
    assert said.days[1].met == (Met(7, date(2024, 10, 10), True, 0),)


def test_a_plan_has_its_revisions_and_days(files: Files) -> None:
    """Working days are counted from the reply, and every recipient's day is there."""
    said = stated(files.plan)
    assert [day.provision for day in said.days] == [
        "commission.deadline",
        "president.deadline",
        "distribution.deadline",
    ]
    last = said.days[-1]
    assert (last.start, last.outer) == (date(2024, 12, 2), date(2024, 12, 17))
    assert [(met.on, met.days_late) for met in last.met] == [
        (date(2024, 12, 20), 3),
        (date(2024, 12, 20), 3),
    ]
    assert [one.name for one in said.papers] == ["plan-current-1.json"]
    parts = unpack(files.plan, NAME)
    content = parts[said.papers[0].path]
    assert (
        hashlib.sha256(content).hexdigest().encode() in parts["entries/10/effects.json"]
    )


def test_what_a_body_may_not_see_is_withheld(files: Files) -> None:
    """The department's question is proven by its hash; no word of it is there."""
    said = stated(files.for_body)
    withheld = [one for one in said.entries if not one.parts]
    assert [one.number for one in withheld] == [6]
    assert b"ask_opinion" in files.concept
    assert b"ask_opinion" not in files.for_body
    shown = {one.parts for one in said.entries if one.own and one.parts}
    assert shown == {("filing", "effects")}
    assert checked(files.for_body).read.withheld == 1
