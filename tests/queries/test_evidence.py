"""Evidence files: who gets one on which entry, of what it is made, how often asked."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jospar.exchange.evidence.package import unpack
from jospar.procedure import journal
from jospar.queries.evidence import evidence_sources
from jospar.rules.core.offices import Actor, Office
from tests.exchange.evidence.made_evidence import (
    AUDITOR,
    NAME,
    OFFICER,
    agreed_plan,
    evidence,
    reviewed_concept,
)
from tests.procedure.made_orders import perform_act
from tests.rules import made
from tests.rules.made import YEAR

pytestmark = pytest.mark.django_db

MARKED_ON, SENT_ON = date(2024, 10, 11), date(2024, 12, 20)


def test_the_same_record_gives_the_same_file() -> None:
    """Byte for byte, however often it is made."""
    decision = reviewed_concept()
    assert evidence(decision) == evidence(decision)


def test_who_gets_a_file() -> None:
    """Only who sees the act itself; for others there is nothing."""
    decision = reviewed_concept()
    reply = agreed_plan()
    perform_act(made.list_body(code="culture"))
    other = Actor("", Office.BODY_OFFICER, "culture")
    asked = {
        (actor.office, actor.body, number)
        for actor in (AUDITOR, OFFICER, other, Actor("", Office.ADMINISTRATOR))
        for number in (1, 6, decision, reply, 10**6)
        if evidence_sources(actor, YEAR, number) is not None
    }
    assert asked == {
        *(("auditor", "", number) for number in (1, 6, decision, reply)),
        *(("body_officer", "energy", number) for number in (decision, reply)),
        ("body_officer", "culture", reply),
    }
    assert evidence_sources(AUDITOR, YEAR + 1, decision) is None


def test_the_conclusion_is_withheld_until_it_was_sent() -> None:
    """The body sees it with its notice, as on the concept's page."""
    perform_act(made.open_cycle())
    perform_act(made.list_body(code="energy"))
    concept = perform_act(made.submit_concept(proposers=("energy",))).number
    conclusion = perform_act(made.conclude(on=date(2024, 10, 10))).number
    assert evidence_sources(OFFICER, YEAR, conclusion) is None
    assert b"review.conclude" not in evidence(concept, OFFICER)
    perform_act(made.notify(on=date(2024, 10, 10)))
    assert evidence_sources(OFFICER, YEAR, conclusion) is not None


def test_files_of_a_marked_concept_bear_the_mark() -> None:
    """On the page in each language."""
    reviewed_concept()
    decision = perform_act(made.mark_handling(on=date(2024, 10, 11))).number
    parts = unpack(evidence(decision), NAME)
    assert "Қызмет бабында пайдалану үшін" in parts["readme.kk.html"].decode()
    assert "For official use" in parts["readme.en.html"].decode()


@pytest.mark.slow
def test_queries_are_as_many_for_much_as_for_little() -> None:
    """However many entries, concepts and recipients there are."""
    counts = []
    concept, reply = reviewed_concept(), agreed_plan()
    for more in (0, 30):
        for number in range(more):
            perform_act(made.submit_concept(key=f"X-{number}"))
            marked = number % 2 == 0
            perform_act(made.mark_handling(on=MARKED_ON, official_use=marked))
            perform_act(made.list_body(code=f"b-{number}"))
            perform_act(made.distribute(on=SENT_ON, recipient=f"b-{number}"))
        with CaptureQueriesContext(connection) as asked:
            for number in (concept, reply):
                for actor in (AUDITOR, OFFICER, Actor("", Office.REVIEWER)):
                    evidence_sources(actor, YEAR, number)
        counts.append(len(asked))
    assert counts[0] == counts[1]
    assert journal.last()[0] > 90
