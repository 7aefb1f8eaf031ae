"""Review at the desks: questions and answers, and a conclusion through three hands."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from jospar.procedure.clock import Clock
from jospar.procedure.perform import ActRefusedError, Order, assess, perform
from jospar.records.models import Clarification, Opinion, PreparedConclusion
from jospar.rules.core.nouns import Text
from jospar.rules.core.offices import Actor, Office
from tests.procedure.made_orders import order, perform_act
from tests.procedure.small_year import REFERENCE
from tests.rules import made

pytestmark = pytest.mark.django_db

FILED = made.AT.date()
ON = date(2024, 10, 3)
"""The day on which everybody is at the desk."""

OFFICER = Actor("k.officer", Office.BODY_OFFICER, "trade")
REVIEWER = Actor("d.sarsen", Office.REVIEWER)
OTHER_REVIEWER = Actor("e.omarova", Office.REVIEWER)
HEAD = Actor("b.ospanov", Office.HEAD)
OFFICER_AS_HEAD = replace(HEAD, person=OFFICER.person, standing_in_for=HEAD.person)
STAFF = (OFFICER, REVIEWER, OTHER_REVIEWER, HEAD, OFFICER_AS_HEAD)

CONCLUDE = made.conclude(on=ON)


@pytest.fixture(autouse=True)
def _a_concept_and_its_reviewers() -> None:
    """Open a cycle in which everybody has their office, and a concept is filed."""
    for filing in REFERENCE:
        perform_act(filing)
    for actor in STAFF:
        perform_act(
            made.appoint(
                person=actor.person,
                office=actor.office,
                body=actor.body,
                standing_in_for=actor.standing_in_for,
            )
        )
    perform(at_desk(made.submit_concept(), OFFICER, FILED), Clock(FILED))


def at_desk(filing: Any, actor: Actor, on: date = ON, **changes: Any) -> Order:
    """Return the order of a person at the desk, who acknowledges nothing yet."""
    return order(filing, actor=actor, imported=False, acknowledged=(), on=on, **changes)


def done(filing: Any, actor: Actor) -> None:
    """Let the person perform the act, against which nothing speaks."""
    assert perform(at_desk(filing, actor), Clock(ON)).cautions == ()


def cautions(filing: Any, actor: Actor) -> list[str]:
    """Return the cautions that the person has to acknowledge before the act."""
    verdict = assess(at_desk(filing, actor), Clock(ON))
    assert verdict.is_open
    return [caution.code for caution in verdict.cautions]


@pytest.mark.provision("review.preparation")
@pytest.mark.provision("review.four_eyes")
def test_a_conclusion_goes_through_three_hands() -> None:
    """One prepares, another agrees, the head signs; nobody has to acknowledge much."""
    done(made.prepare_conclusion(on=ON), REVIEWER)
    agree = made.agree_conclusion(on=ON)
    assert cautions(agree, REVIEWER) == ["agreed_by_another"]
    assert cautions(CONCLUDE, HEAD) == ["signed_as_agreed"]
    done(agree, OTHER_REVIEWER)
    assert cautions(replace(CONCLUDE, expedient=False), HEAD) == ["signed_as_prepared"]
    done(CONCLUDE, HEAD)


@pytest.mark.provision("review.preparation")
def test_preparing_anew_lapses_the_agreement() -> None:
    """What was agreed is gone, and has to be agreed again."""
    done(made.prepare_conclusion(on=ON), REVIEWER)
    done(made.agree_conclusion(on=ON), OTHER_REVIEWER)
    reasons = Text("Ерте", "Рано")
    anew = made.prepare_conclusion(on=ON, expedient=False, reasons=reasons)
    done(anew, OTHER_REVIEWER)
    prepared = PreparedConclusion.objects.get()
    assert (prepared.expedient, prepared.reasons_kk, prepared.by) == (
        *(False, "Ерте"),
        OTHER_REVIEWER.person,
    )
    assert (prepared.agreement_entry, prepared.agreed_on, prepared.agreed_by) == (
        *(None, None),
        "",
    )
    done(made.agree_conclusion(on=ON), REVIEWER)
    assert PreparedConclusion.objects.get().agreed_by == REVIEWER.person


@pytest.mark.provision("review.four_eyes")
def test_who_filed_a_concept_is_known_from_the_journal() -> None:
    """Its officer signs after a caution, and may sign what came on paper."""
    assert cautions(CONCLUDE, OFFICER_AS_HEAD) == ["signed_by_another"]
    assert cautions(CONCLUDE, HEAD) == []
    recorder = replace(OFFICER, office=Office.REGISTRAR, body="")
    perform_act(made.submit_concept(key="C-002"), actor=recorder)
    assert cautions(replace(CONCLUDE, key="C-002"), OFFICER_AS_HEAD) == []


@pytest.mark.provision("review.opinions")
def test_an_opinion_answers_what_was_asked_by_its_day() -> None:
    """A question of a later day, and one to another department, stay open."""
    for department, day in (("Азия", 1), ("Азия", 2), ("Азия", 5), ("Еуропа", 1)):
        on = date(2024, 10, day)
        perform_act(made.ask_opinion(department=department, on=on, answer_by=on))
    entry = perform_act(made.give_opinion(department="Азия", on=ON)).number
    found = Opinion.objects.order_by("entry")
    assert list(
        found.values_list("on__day", "answer_entry", "answered_on", "favourable")
    ) == [
        (1, entry, ON, True),
        (2, entry, ON, True),
        (5, None, None, None),
        (1, None, None, None),
    ]
    with pytest.raises(ActRefusedError) as error:
        perform_act(made.give_opinion(department="Азия", on=ON))
    assert [found.code for found in error.value.objections] == ["given_once"]


@pytest.mark.provision("review.clarifications")
def test_a_body_answers_at_its_own_desk() -> None:
    """It is asked by the Ministry, answers once, and its concept reads as before."""
    answer = made.answer_clarification(on=ON)
    with pytest.raises(ActRefusedError) as error:
        done(answer, OFFICER)
    assert [found.code for found in error.value.objections] == ["question_open"]
    done(made.ask_clarification(on=ON, answer_by=ON), REVIEWER)
    again = made.ask_clarification(on=ON, answer_by=ON)
    assert cautions(again, REVIEWER) == ["body_is_free"]
    done(answer, OFFICER)
    asked = Clarification.objects.get()
    assert (asked.by, asked.answered_by, asked.answer_kk, asked.document) == (
        *(REVIEWER.person, OFFICER.person),
        *("Мамырда", "7-1/19"),
    )
    assert cautions(again, REVIEWER) == []
