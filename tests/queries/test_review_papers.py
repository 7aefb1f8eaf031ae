"""What the screen of a concept reads of its review."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest

from jospar.queries.review_papers import (
    ClarificationLine,
    OpinionLine,
    PreparedLine,
    ReviewPapers,
    clarifications_of,
    review_papers,
)
from jospar.rules.core.nouns import Text
from tests.queries.made_record import do, open_cycle, submit
from tests.rules import made

pytestmark = pytest.mark.django_db

ASKED, DUE, TODAY = date(2024, 10, 1), date(2024, 10, 7), date(2024, 10, 10)
Numbered = Callable[[int], AbstractContextManager[object]]


def ask(key: str, department: str, answer_by: date = DUE) -> int:
    """Ask a department about a concept, and return the number of the entry."""
    return do(
        made.ask_opinion(key=key, department=department, on=ASKED, answer_by=answer_by)
    )


@pytest.fixture
def concept() -> int:
    """Return the number of a concept of an open cycle, reviewed by A. Akhmetova."""
    open_cycle()
    do(made.appoint(person="test", name="Ахметова А."))
    do(made.appoint(person="test", name="А. Ахметова"))
    return submit("C-001")


def test_a_concept_that_nobody_looked_at(concept: int) -> None:
    """Nothing is made up."""
    assert review_papers(concept, TODAY) == ReviewPapers((), (), None)


def test_opinions_are_asked_and_given(concept: int) -> None:
    """Each has its days; what is not given yet is counted until today."""
    first, second = ask("C-001", "Азия"), ask("C-001", "Еуропа", answer_by=TODAY)
    given = do(made.give_opinion(department="Азия", on=date(2024, 10, 9)))
    assert review_papers(concept, TODAY).opinions == (
        OpinionLine(
            entry=first,
            asked_on=ASKED,
            asked_by="А. Ахметова",
            answer_by=DUE,
            answer_entry=given,
            answered_on=date(2024, 10, 9),
            answered_by="А. Ахметова",
            days=8,
            overdue=2,
            department="Азия",
            question="Не дейсіз?",
            favourable=True,
            opinion="Қолдаймыз",
        ),
        OpinionLine(
            entry=second,
            asked_on=ASKED,
            asked_by="А. Ахметова",
            answer_by=TODAY,
            answer_entry=None,
            answered_on=None,
            answered_by="",
            days=9,
            overdue=0,
            department="Еуропа",
            question="Не дейсіз?",
            favourable=None,
            opinion="",
        ),
    )


@pytest.mark.parametrize(
    ("today", "overdue"),
    [(ASKED, 0), (DUE, 0), (date(2024, 10, 8), 1), (TODAY, 3)],
)
def test_an_opinion_is_overdue_from_the_day_after(
    concept: int, today: date, overdue: int
) -> None:
    """The day by which it is wanted is still in time."""
    ask("C-001", "Азия")
    assert review_papers(concept, today).opinions[0].overdue == overdue


def test_clarifications_are_shown_to_the_body_alone(concept: int) -> None:
    """They are the same lines, without what the Ministry writes for itself."""
    asked = do(made.ask_clarification(on=ASKED, answer_by=DUE))
    answered = do(made.answer_clarification(on=date(2024, 10, 4)))
    found = clarifications_of(concept, TODAY)
    assert found == review_papers(concept, TODAY).clarifications
    assert found == (
        ClarificationLine(
            entry=asked,
            asked_on=ASKED,
            asked_by="А. Ахметова",
            answer_by=DUE,
            answer_entry=answered,
            answered_on=date(2024, 10, 4),
            answered_by="А. Ахметова",
            days=3,
            overdue=0,
            question=Text("Қашан?", "Когда?"),
            answer=Text("Мамырда"),
            document="7-1/19",
        ),
    )


def test_a_prepared_conclusion_has_two_names(concept: int) -> None:
    """It is known who prepared it, and since when and by whom it is agreed."""
    entry = do(made.prepare_conclusion(on=ASKED))
    prepared = PreparedLine(
        entry=entry,
        expedient=True,
        reasons=Text("Сауда өседі", "Торговля вырастет"),
        prepared_on=ASKED,
        prepared_by="А. Ахметова",
        agreement_entry=None,
        agreed_on=None,
        agreed_by="",
    )
    assert review_papers(concept, TODAY).prepared == prepared
    agreement = do(made.agree_conclusion(on=DUE))
    agreed = review_papers(concept, TODAY).prepared
    assert agreed is not None
    assert (agreed.agreement_entry, agreed.agreed_on, agreed.agreed_by) == (
        *(agreement, DUE),
        "А. Ахметова",
    )


def test_who_has_no_appointment_goes_by_the_code() -> None:
    """What a file brought names nobody."""
    open_cycle()
    concept = submit("C-001")
    ask("C-001", "Азия")
    assert review_papers(concept, TODAY).opinions[0].asked_by == "test"


def test_other_concepts_have_papers_of_their_own(concept: int) -> None:
    """Nothing is read across."""
    other = submit("C-002")
    ask("C-002", "Азия")
    do(made.ask_clarification(key="C-002", on=ASKED, answer_by=DUE))
    do(made.prepare_conclusion(key="C-002", on=ASKED))
    assert review_papers(concept, TODAY) == ReviewPapers((), (), None)
    assert len(review_papers(other, TODAY).opinions) == 1


@pytest.mark.parametrize("number", [1, 30])
def test_the_queries_do_not_hang_on_the_questions(
    concept: int, number: int, django_assert_num_queries: Numbered
) -> None:
    """One question and thirty are read alike."""
    do(made.prepare_conclusion(on=ASKED))
    for count in range(number):
        ask("C-001", f"Департамент {count}")
        do(made.ask_clarification(on=ASKED, answer_by=DUE))
    with django_assert_num_queries(4):
        assert len(review_papers(concept, TODAY).opinions) == number
    with django_assert_num_queries(2):
        assert len(clarifications_of(concept, TODAY)) == number
