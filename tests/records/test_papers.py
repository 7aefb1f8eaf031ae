"""What acts on papers and further fields find in the record, and leave there."""

from dataclasses import replace
from datetime import date

import pytest

from jospar.procedure import replay
from jospar.records.models import Concept
from jospar.records.snapshots import NotInRecordError, facts_for
from jospar.rules.core.further import fields_from
from jospar.rules.core.nouns import PaperKind
from jospar.rules.intake.facts import ConceptFacts, PaperFacts, RemindFacts
from jospar.rules.outbox.facts import WaitingFacts
from tests.procedure.made_orders import perform_act
from tests.queries.made_record import (
    DURING,
    LATE,
    agree,
    conclude,
    do,
    open_cycle,
    place,
    submit,
)
from tests.rules import made, made_papers
from tests.rules.made import AT, DAY

pytestmark = pytest.mark.django_db

SENT = date(2024, 12, 6)
NAMED = {"kk": "Қаржы", "ru": "Финансы", "en": "Money"}
RULES = replace(
    made.RULES,
    fields=fields_from(
        [{"code": "cost", "kind": "number", "label": NAMED, "help": NAMED}]
    ),
)


def waiting(paper: PaperKind, subject: str) -> tuple[date | None, date | None]:
    """Return since when a paper waits to be approved, and when it was sent."""
    filing = made_papers.approve(paper=paper, subject=subject)
    facts = facts_for(filing, made.case(), made.calendar())
    assert isinstance(facts, WaitingFacts)
    return facts.waiting_since, facts.sent_on


def test_a_letter_of_return_waits() -> None:
    """It waits since a late concept came, while its body has not withdrawn it."""
    open_cycle()
    submit("C-1", received_at=LATE)
    submit("C-2")
    submit("C-3", received_at=LATE)
    do(made.withdraw_concept(key="C-3", on=DURING))
    kind = PaperKind.RETURN_LETTER
    assert waiting(kind, "C-1") == (LATE.date(), None)
    assert waiting(kind, "C-2") == waiting(kind, "C-3") == (None, None)
    do(made.return_late(key="C-1", on=DURING))
    assert waiting(kind, "C-1") == (LATE.date(), DURING)


def test_a_notice_waits() -> None:
    """It waits since the conclusion was given."""
    open_cycle()
    submit("C-1")
    kind = PaperKind.CONCLUSION_NOTICE
    assert waiting(kind, "C-1") == (None, None)
    conclude("C-1")
    assert waiting(kind, "C-1") == (DURING, None)
    do(made.notify(key="C-1", on=SENT))
    assert waiting(kind, "C-1") == (DURING, SENT)


def test_a_dispatch_waits() -> None:
    """It waits since the President agreed the plan."""
    open_cycle()
    place("C-1")
    kind = PaperKind.DISPATCH_LETTER
    assert waiting(kind, "current/parliament") == (None, None)
    agree()
    assert waiting(kind, "current/parliament") == (date(2024, 12, 2), None)
    do(made.distribute(on=SENT))
    assert waiting(kind, "current/parliament") == (date(2024, 12, 2), SENT)


def test_a_reminder_waits() -> None:
    """It waits since it was recorded; one that was sent makes room for another."""
    open_cycle()
    kind = PaperKind.REMINDER
    assert waiting(kind, "energy") == (None, None)
    do(made_papers.remind(on=DURING))
    assert waiting(kind, "energy") == (DURING, None)
    facts = facts_for(made_papers.remind(), made.case(), made.calendar())
    assert facts == RemindFacts(made.case(), waiting_since=DURING)
    do(made_papers.send_reminder(on=SENT))
    assert waiting(kind, "energy") == (DURING, SENT)
    do(made_papers.remind(on=SENT))
    assert waiting(kind, "energy") == (SENT, None)


@pytest.mark.parametrize(
    ("paper", "subject", "said"),
    [
        (PaperKind.RETURN_LETTER, "", "There is no concept “{key}” in the record."),
        (
            PaperKind.CONCLUSION_NOTICE,
            "X",
            "There is no concept “{key}” in the record.",
        ),
        (PaperKind.DISPATCH_LETTER, "", "There is no paper “{key}” in the record."),
        (PaperKind.DISPATCH_LETTER, "x/y", "There is no paper “{key}” in the record."),
        (PaperKind.DISPATCH_LETTER, "current/y", "There is no recipient “{key}”."),
        (PaperKind.REMINDER, "y", "There is no body “{key}” in this cycle."),
    ],
)
def test_a_paper_that_there_is_not(paper: PaperKind, subject: str, said: str) -> None:
    """What the paper would be about is named."""
    open_cycle()
    with pytest.raises(NotInRecordError) as error:
        waiting(paper, subject)
    assert error.value.objection.message == said


def test_the_last_approval_counts() -> None:
    """The act that sends a paper knows the day of its last approval."""
    open_cycle()
    submit("C-1", received_at=LATE)

    def approved() -> date | None:
        filing = made.return_late(key="C-1")
        facts = facts_for(filing, made.case(), made.calendar())
        assert isinstance(facts, ConceptFacts)
        return facts.approved_on

    assert approved() is None
    for day in (DURING, SENT):
        do(made_papers.approve(subject="C-1", on=day))
        assert approved() == day


def test_an_approval_is_of_the_reminder_that_waited_then() -> None:
    """A later reminder to the same body is approved anew."""
    open_cycle()
    found = []
    for day in (DURING, SENT):
        do(made_papers.remind(on=day))
        for _again in range(2):
            facts = facts_for(made_papers.send_reminder(), made.case(), made.calendar())
            assert isinstance(facts, WaitingFacts)
            found.append(facts.approved_on)
            do(made_papers.approve(paper=PaperKind.REMINDER, subject="energy", on=day))
        do(made_papers.send_reminder(on=day))
    assert found == [None, DURING, None, SENT]


@pytest.mark.parametrize("by_letter", [True, False])
def test_a_body_that_answered(by_letter: bool) -> None:
    """Its first answer counts, alone or with others, whatever became of it."""
    open_cycle()
    submit("C-1", proposers=("trade", "energy"), received_at=LATE)
    if by_letter:
        do(made.report_none(body="energy"))
    facts = facts_for(made_papers.remind(), made.case(), made.calendar())
    day = AT.date() if by_letter else LATE.date()
    assert facts == RemindFacts(made.case(), answered_on=day)


def test_a_paper_that_is_registered() -> None:
    """The entry says what paper came and when, and which number it has."""
    open_cycle()
    paper = submit("C-1")
    filing = made_papers.register_paper(paper=paper)
    case, came = made.case(), AT.date()
    facts = PaperFacts(case, "intake.submit_concept", came)
    assert facts_for(filing, case, made.calendar()) == facts
    do(made_papers.register_paper(paper=paper, on=DURING))
    known = replace(facts, number="11-3/84", registered_on=DURING)
    assert facts_for(filing, case, made.calendar()) == known


@pytest.mark.parametrize("year", [2023, 2024])
def test_an_entry_that_there_is_not(year: int) -> None:
    """An entry of another cycle is none of this one."""
    open_cycle()
    paper = submit("C-1") if year != made.YEAR else 99
    with pytest.raises(NotInRecordError) as error:
        facts_for(
            made_papers.register_paper(paper=paper),
            made.case(year=year),
            made.calendar(),
        )
    assert error.value.objection.values == {"key": str(paper)}


@pytest.mark.django_db(databases=["default", "past"])
@pytest.mark.provision("concepts.fields")
def test_further_fields_are_in_the_record() -> None:
    """They come, change, and are folded from the journal again."""
    open_cycle()
    perform_act(
        made.submit_concept(proposers=("trade",), further={"cost": "5"}), ruleset=RULES
    )
    assert Concept.objects.get().further == {"cost": "5"}
    perform_act(made.supplement_concept(further={"cost": "7,5"}), ruleset=RULES)
    perform_act(made.supplement_concept(on=DAY), ruleset=RULES)
    assert Concept.objects.get().further == {"cost": "7,5"}
    replay.check_records()
