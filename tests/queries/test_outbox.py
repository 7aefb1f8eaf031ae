"""The outbox: what waits to be sent, and what was."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from typing import Any

import pytest

from jospar.documents.official_letter import Reminder
from jospar.documents.papers import (
    ConclusionNotice,
    DispatchLetter,
    LateConcept,
    ReturnLetter,
)
from jospar.queries.deadline_lines import DeadlineState
from jospar.queries.outbox import (
    OutboxLine,
    fingerprints,
    outbox,
    paper_file,
)
from jospar.queries.papers import conclusion_notices, reminders, return_letters
from jospar.records.models import Concept, Proposer
from jospar.rules.core.nouns import PaperKind, Text
from jospar.rules.core.offices import Actor, Office
from jospar.rules.core.ruleset import Ruleset
from tests.procedure.made_orders import perform_act
from tests.queries.made_approvals import approval_stands
from tests.queries.made_record import (
    DURING,
    ENERGY,
    LATE,
    agree,
    conclude,
    do,
    open_cycle,
    place,
    submit,
)
from tests.rules import made, made_papers
from tests.rules.made import RULES, YEAR

pytestmark = [pytest.mark.django_db, pytest.mark.provision("outbox.approval")]

TODAY = date(2024, 12, 10)
TITLE = made.wording().title
NO_TEXT = Text()
WAY: dict[str, Any] = {"proposers": ("energy", "trade"), "received_at": LATE}


def waiting(kind: PaperKind, ruleset: Ruleset = RULES) -> list[OutboxLine]:
    """Return the lines of a kind that were not sent."""
    return [
        line
        for line in outbox(ruleset, YEAR, TODAY)
        if line.kind is kind and line.sent_on is None
    ]


def only(kind: PaperKind) -> OutboxLine:
    """Return the only line of a kind that was not sent."""
    (line,) = waiting(kind)
    return line


def approve(line: OutboxLine, text: Text = NO_TEXT, on: date = DURING) -> None:
    """Let the head approve a paper as it stands, every subject of it."""
    digests = fingerprints(line)
    for subject in line.subjects:
        filing = made_papers.approve(
            paper=line.kind,
            subject=subject,
            on=on,
            sha256_kk=digests.kk,
            sha256_ru=digests.ru,
            text=text,
        )
        actor = Actor("b.ospanov", Office.HEAD, standing_in_for="c.head")
        perform_act(filing, actor=actor)


@pytest.mark.provision("concepts.late")
def test_late_concepts_wait_to_go_back() -> None:
    """Those of one body share a letter that has neither number nor day."""
    open_cycle()
    for key in ("C-1", "C-2"):
        submit(key, **WAY)
    submit("C-3", received_at=LATE)
    submit("C-4")
    submit("C-5", received_at=LATE)
    do(made.withdraw_concept(key="C-5", on=DURING))
    energy, trade = waiting(PaperKind.RETURN_LETTER)
    assert (energy.subjects, trade.subjects) == (("C-1", "C-2"), ("C-3",))
    assert (energy.recipient, energy.deadline, energy.state) == ("energy", None, None)
    assert energy.addressee == {
        "kk": ENERGY.kk,
        "ru": ENERGY.ru,
        "en": "Ministry of Energy",
    }
    assert (energy.approval, approval_stands(energy)) == (None, False)
    assert energy.paper == ReturnLetter(
        addressee=ENERGY,
        concepts=tuple(
            LateConcept(
                key=key,
                title=TITLE,
                document="7-1/15",
                document_day=date(2024, 9, 18),
                received_at=LATE,
            )
            for key in ("C-1", "C-2")
        ),
        cycle=2024,
        last_day=date(2024, 9, 25),
        rules=Text(RULES.name["kk"], RULES.name["ru"]),
        paragraph="6",
        signatory_post=RULES.signatories[PaperKind.RETURN_LETTER].post,
    )


def test_a_letter_is_the_same_before_it_is_sent_and_after() -> None:
    """But for number and day; what is sent waits no more."""
    open_cycle()
    submit("C-1", **WAY)
    before = only(PaperKind.RETURN_LETTER)
    do(made.return_late(key="C-1", on=DURING, document="11-2/1"))
    assert waiting(PaperKind.RETURN_LETTER) == []
    (after,) = outbox(RULES, YEAR, TODAY)
    assert (after.sent_on, after.paper.number) == (DURING, "11-2/1")
    assert after.paper.unsent() == before.paper
    assert [paper for _stem, paper in return_letters(RULES, YEAR)] == [after.paper]


def test_an_approval_holds_the_content() -> None:
    """It stands until the paper reads otherwise, and again when it reads as before."""
    open_cycle()
    submit("C-1", **WAY)
    approve(only(PaperKind.RETURN_LETTER))
    line = only(PaperKind.RETURN_LETTER)
    assert line.approval is not None
    assert (line.approval.by, line.approval.standing_in_for, line.approval.on) == (
        *("b.ospanov", "c.head"),
        DURING,
    )
    assert approval_stands(line)
    submit("C-2", **WAY)
    line = only(PaperKind.RETURN_LETTER)
    assert line.approval is not None
    assert not approval_stands(line)
    do(made.return_late(key="C-2", on=DURING))
    line = only(PaperKind.RETURN_LETTER)
    assert approval_stands(line)


def test_a_letter_about_several_is_approved_for_each() -> None:
    """The same content approved for one concept alone is not enough."""
    open_cycle()
    for key in ("C-1", "C-2"):
        submit(key, **WAY)
    line = only(PaperKind.RETURN_LETTER)
    digests = fingerprints(line)
    for key, stands in (("C-1", False), ("C-2", True)):
        filing = made_papers.approve(
            subject=key, on=DURING, sha256_kk=digests.kk, sha256_ru=digests.ru
        )
        do(filing)
        line = only(PaperKind.RETURN_LETTER)
        assert approval_stands(line) is stands


def test_words_written_by_hand_leave_with_the_paper() -> None:
    """They are printed before the sending and after; a later approval drops them."""
    open_cycle()
    submit("C-1")
    conclude("C-1")
    by_hand = Text("Орынды деп таныдық.", "Признали целесообразным.")
    line = only(PaperKind.CONCLUSION_NOTICE)
    approve(line, by_hand)
    line = only(PaperKind.CONCLUSION_NOTICE)
    assert line.paper.text == by_hand
    assert not approval_stands(line)
    approve(line, by_hand)
    assert approval_stands(only(PaperKind.CONCLUSION_NOTICE))
    approve(line)
    line = only(PaperKind.CONCLUSION_NOTICE)
    assert line.paper.text == Text()
    approve(line, by_hand)
    do(made.notify(key="C-1", on=DURING))
    ((_stem, notice),) = conclusion_notices(RULES, YEAR)
    assert isinstance(notice, ConclusionNotice)
    assert (notice.text, notice.number) == (by_hand, "11-2/3")


@pytest.mark.provision("record.numbers")
def test_a_paper_bears_the_number_that_it_had_when_it_was_sent() -> None:
    """What is registered later does not change a letter that has left."""
    open_cycle()
    first, second = submit("C-1"), submit("C-2")
    for number, key in ((first, "C-1"), (second, "C-2")):
        conclude(key)
        do(made.notify(key=key, on=DURING))
        if number == first:
            do(made_papers.register_paper(paper=second, on=DURING, number="11-3/9"))
    do(made_papers.register_paper(paper=first, on=DURING))
    numbers = [
        paper.registered_number
        for _stem, paper in conclusion_notices(RULES, YEAR)
        if isinstance(paper, ConclusionNotice)
    ]
    assert numbers == ["", "11-3/9"]


@pytest.mark.provision("distribution.deadline")
def test_an_agreed_plan_waits_for_each_recipient() -> None:
    """Its letters are due ten working days after the agreement."""
    open_cycle()
    place("C-1", proposers=("energy",))
    assert waiting(PaperKind.DISPATCH_LETTER) == []
    agree()
    do(made.distribute(on=date(2024, 12, 6)))
    lines = waiting(PaperKind.DISPATCH_LETTER)
    assert [line.subjects for line in lines] == [
        ("current/government_office",),
        ("current/energy",),
    ]
    line = lines[0]
    assert line.deadline is not None
    assert (line.deadline.due, line.state) == (date(2024, 12, 17), DeadlineState.AHEAD)
    assert line.addressee["en"] == "Government Office of the Republic of Kazakhstan"
    assert isinstance(line.paper, DispatchLetter)
    assert (line.paper.rows, line.paper.reply_number) == (1, "37-1")
    approve(line, on=date(2024, 12, 6))
    assert approval_stands(waiting(PaperKind.DISPATCH_LETTER)[0])
    (sent,) = (line for line in outbox(RULES, YEAR, TODAY) if line.sent_on)
    assert (sent.recipient, sent.state) == ("parliament", DeadlineState.MET)


@pytest.mark.provision("proposals.reminder")
def test_reminders_wait_one_after_another() -> None:
    """Each has its own words and its own approval."""
    open_cycle()
    own = Text("Күтеміз.", "Ждём.")
    do(made_papers.remind(on=DURING, text=own))
    line = only(PaperKind.REMINDER)
    assert (line.subjects, line.paper.text, line.state) == (
        *(("energy",), own),
        DeadlineState.OVERDUE,
    )
    approve(line)
    assert approval_stands(only(PaperKind.REMINDER))
    do(made_papers.send_reminder(on=DURING))
    assert waiting(PaperKind.REMINDER) == []
    do(made_papers.remind(on=DURING))
    line = only(PaperKind.REMINDER)
    assert (line.approval, line.paper.text) == (None, Text())
    ((stem, sent),) = reminders(RULES, YEAR)
    assert isinstance(sent, Reminder)
    assert (stem, sent.number, sent.day) == ("reminder-energy", "11-3/85", DURING)
    (line,) = (line for line in outbox(RULES, YEAR, TODAY) if line.sent_on)
    assert line.approval is not None


@pytest.mark.parametrize(
    ("given", "due"), [("signed", None), ("sent", date(2024, 10, 24))]
)
def test_a_notice_has_a_deadline_by_one_reading(given: str, due: date | None) -> None:
    """Where a conclusion is given when it is sent, the notice must leave in time."""
    open_cycle()
    submit("C-1")
    conclude("C-1")
    (line,) = waiting(PaperKind.CONCLUSION_NOTICE, made.rules(given=given))
    assert (line.deadline.due if line.deadline else None) == due


def test_what_must_leave_first_stands_first() -> None:
    """What waits stands by its day, what has none behind it, what was sent last."""
    open_cycle()
    place("C-1")
    submit("C-2", received_at=LATE)
    agree()
    do(made.distribute(recipient="parliament", on=date(2024, 12, 6)))
    do(made_papers.remind(on=DURING))
    found = [(line.kind.value, line.sent_on) for line in outbox(RULES, YEAR, TODAY)]
    assert found == [
        ("reminder", None),
        ("dispatch_letter", None),
        ("dispatch_letter", None),
        ("return_letter", None),
        ("conclusion_notice", None),
        ("dispatch_letter", date(2024, 12, 6)),
    ]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_file_of_a_paper_is_the_same_to_the_byte(language: str) -> None:
    """However often it is made."""
    open_cycle()
    submit("C-1", received_at=LATE)
    files = {paper_file(only(PaperKind.RETURN_LETTER), language) for _again in range(2)}
    assert len(files) == 1


@pytest.mark.parametrize("lines", [1, 30, pytest.param(3000, marks=pytest.mark.slow)])
def test_the_number_of_queries_does_not_grow(
    lines: int, django_assert_num_queries: Callable[[int], AbstractContextManager[Any]]
) -> None:
    """One line, thirty or three thousand, as many queries."""
    open_cycle()
    place("C-0")
    agree()
    entry = submit("L-0", received_at=LATE)
    _copy(entry, lines - 1)
    with django_assert_num_queries(21):
        found = outbox(RULES, YEAR, TODAY)
    late = [line for line in found if line.kind is PaperKind.RETURN_LETTER]
    assert sum(len(line.subjects) for line in late) == lines


def _copy(entry: int, times: int) -> None:
    """Put copies of a concept beside it, as many as it takes."""
    row = Concept.objects.values().get(entry=entry)
    numbers = range(1, times + 1)
    Concept.objects.bulk_create(
        Concept(**(row | {"entry": entry + number, "key": f"L-{number}"}))
        for number in numbers
    )
    Proposer.objects.bulk_create(
        Proposer(concept_id=entry + number, position=0, body="trade")
        for number in numbers
    )
