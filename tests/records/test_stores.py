"""Stores and snapshots refuse what they do not know, and revisions what differs."""

from datetime import date

import pytest
from django.apps import apps

from jospar.procedure.reached import note
from jospar.records.models import Concept, Revision, Row, Sending, Work
from jospar.records.snapshots import facts_for
from jospar.records.stores import store
from jospar.records.stores.dispatch import At
from jospar.records.stores.plans import RevisionMismatchError
from jospar.rules.commission.effects import DraftSent
from jospar.rules.core.nouns import Changes
from tests.procedure.made_orders import perform_act
from tests.procedure.small_year import REFERENCE, YEAR
from tests.rules import made, made_carrying_out
from tests.rules.made import CURRENT

pytestmark = pytest.mark.django_db

CALLED = {
    "AmendingDecision": "5",
    "Amendment": "2024.current 3",
    "Consent": "01-7/99",
    "Reached": "notices 5",
    "Dossier": "D-001",
    "Explanation": "conclusions.deadline",
    "Instruction": "01-7/95",
    "RevisionSending": "parliament",
    "RowChange": "71 add",
    "TitleWords": "соглашение о воздушном сообщении",
    "Treaty": "Соглашение о воздушном сообщении",
    "AttachedFile": "Хаттама № 7.pdf",
    "CalendarEdition": "№ 1",
    "Clarification": "7-1/19",
    "Concept": "C-001",
    "Conclusion": "11-2/1",
    "Cycle": "2022",
    "Decision": "1",
    "Distribution": "parliament",
    "HandlingMark": "Келіссөздер жүріп жатыр",
    "JournalEntry": "1 reference.open_cycle",
    "LetterOfNone": "mid 7-1/16",
    "ListedBody": "trade",
    "Notice": "11-2/3",
    "Occasion": "A-1",
    "Opinion": "Азия департаменті",
    "PaperApproval": "return_letter C-006",
    "Plan": "2022.current",
    "PlannedStage": "examined 2025-03-03",
    "PreparedConclusion": "test",
    "Progress": "in_talks",
    "Proposer": "trade",
    "PutForward": "9 2024-12-11",
    "Remark": "Қаржы министрлігі",
    "Registration": "11-3/84",
    "Reminder": "energy",
    "Reply": "1",
    "ReportRequest": "trade 2024-4",
    "RequestForConcept": "trade 2024-10-25",
    "Return": "11-2/1",
    "Revision": "2024.current 1",
    "Row": "9 2024.current",
    "RowDecision": "keep",
    "Sending": "11-2/4",
    "Settlement": "Келіссөздердің барысы",
    "Signing": "Ташкент 2024-12-16",
    "Succession": "mid trade",
    "Supplement": "7-1/17",
    "ToldApart": "12 9",
    "TreatyLink": "11 10",
    "TreatyName": made_carrying_out.NAME.ru,
    "Withdrawal": "7-1/18",
}
"""How the first record of each noun shows."""


def test_an_effect_without_a_store() -> None:
    """What no store takes is a fault of the program, and says what it is."""
    with pytest.raises(TypeError) as error:
        store(object(), At(1, 2024, made.DAY))
    assert str(error.value) == "No store takes object."


def test_a_filing_without_a_snapshot() -> None:
    """The same of a filing."""
    with pytest.raises(TypeError) as error:
        facts_for(object(), made.case(), made.calendar())
    assert str(error.value) == "No snapshot is made for object."


def test_a_revision_that_is_not_what_was_sent() -> None:
    """A plan is not kept as a revision under the fingerprint of another."""
    perform_act(made.open_cycle())
    sent = DraftSent(CURRENT, made.DAY, "11-2/4", 1, made.FINGERPRINT)
    with pytest.raises(RevisionMismatchError) as error:
        store(sent, At(2, 2024, made.DAY))
    assert str(error.value) == (
        f"The current plan sent on 2024-11-20 has not the fingerprint "
        f"{made.FINGERPRINT}."
    )
    assert Revision.objects.count() == 0


def test_revisions_of_a_year() -> None:
    """The same content is the same revision, however often it is sent."""
    for filing in YEAR:
        perform_act(filing)
    sendings = Sending.objects.filter(plan_id="2024.current").order_by("entry")
    assert list(sendings.values_list("to", "on", "revision")) == [
        ("commission", date(2024, 11, 4), 1),
        ("commission", date(2024, 11, 8), 1),
        ("president", date(2024, 11, 14), 2),
        ("commission", date(2024, 11, 19), 2),
        ("president", date(2024, 11, 22), 2),
    ]
    revisions = Revision.objects.filter(plan_id="2024.current")
    assert list(revisions.values_list("number", "on")) == [
        (1, date(2024, 11, 4)),
        (2, date(2024, 11, 14)),
        (3, date(2024, 12, 11)),
        (4, date(2024, 12, 13)),
    ]


def test_rows_of_a_year() -> None:
    """A row stays, moves or leaves as the Commission decided."""
    for filing in YEAR:
        perform_act(filing)
    rows = Row.objects.order_by("concept_id")
    assert list(rows.values_list("concept__key", "plan_id", "placed_on")) == [
        ("C-001", "2024.current", date(2024, 10, 9)),
        ("C-003", "2024.long_term", date(2024, 11, 12)),
        ("C-004", "2024.long_term", date(2024, 10, 9)),
        ("D-001", "2024.current", date(2024, 12, 10)),
        ("N-001", "2024.current", date(2024, 12, 13)),
        ("P-1", "2022.current", date(2022, 12, 20)),
        ("P-2", "2022.current", date(2022, 12, 20)),
    ]
    first = Concept.objects.get(key="C-001")
    assert (first.conclude_to, first.term_on, first.changed_on) == (
        *(date(2025, 11, 30), date(2024, 11, 12)),
        date(2024, 11, 12),
    )
    assert first.complete_on == date(2024, 10, 1)


def test_a_paper_that_turns_up_late_undoes_no_later_day() -> None:
    """A concept's last change stays the last, whatever is recorded after it."""
    for filing in (*REFERENCE, made.submit_concept()):
        perform_act(filing)
    later, earlier = date(2024, 10, 20), date(2024, 10, 10)
    term = Changes(conclude_from=date(2026, 1, 1), conclude_to=date(2026, 12, 31))
    perform_act(made.settle(on=later, changes=term))
    perform_act(
        made.supplement_concept(on=earlier, changes=Changes(note_kk="Ескертпе"))
    )
    term = Changes(conclude_from=date(2027, 1, 1), conclude_to=date(2027, 12, 31))
    perform_act(made.supplement_concept(on=date(2024, 10, 11), changes=term))
    concept = Concept.objects.get()
    assert (concept.changed_on, concept.term_on) == (later, later)


def test_how_records_are_called() -> None:
    """Each record shows as the number or name that people know it by."""
    for filing in YEAR:
        perform_act(filing)
    note(Work.NOTICES, 5)
    called = {
        model.__name__: str(model._default_manager.order_by("pk")[0])  # noqa: SLF001 - Django's public API
        for model in apps.get_app_config("records").get_models()
    }
    assert called == CALLED
