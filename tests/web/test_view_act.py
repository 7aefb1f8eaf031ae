"""The page of an act: its form, what speaks against it, its performance."""

from uuid import uuid4

import pytest
from django.test import Client

from jospar.records.models import Concept, Conclusion, JournalEntry
from jospar.rules.core.offices import Office
from tests.queries.made_record import LATE, open_cycle, submit
from tests.web.seats import seat

pytestmark = pytest.mark.django_db

CONCLUDE = "/kk/2024/acts/review.conclude/"
TYPED = {
    "key": "C-1",
    "expedient": "yes",
    "on": "2024-10-10",
    "number": "12-3/1",
    "reasons_kk": "Себебі",
    "reasons_ru": "Основание",
    "signed_by": "Б. Оспанов",
}


@pytest.fixture
def head() -> Client:
    """Return the browser of the head of the department; C-1 came, C-2 came late."""
    open_cycle()
    submit("C-1")
    submit("C-2", received_at=LATE)
    return seat(Office.HEAD)


def typed(**changes: str) -> dict[str, str]:
    """Return what is sent for a conclusion on C-1 that was not prepared."""
    acknowledged = {"acknowledged": "signed_as_agreed"}
    return TYPED | {"act_id": str(uuid4())} | acknowledged | changes


def test_a_form_sent_performs_the_act(head: Client) -> None:
    """The person goes back to the concept, which says what was done."""
    answer = head.post(CONCLUDE, typed())
    entry = Concept.objects.get(key="C-1").entry
    number = JournalEntry.objects.latest("number").number
    assert (answer.status_code, answer["Location"]) == (
        302,
        f"/kk/2024/concepts/{entry}/?done={number}",
    )
    given = Conclusion.objects.get(concept_id=entry)
    assert (given.expedient, given.number) == (True, "12-3/1")
    assert f"№ {number}" in head.get(answer["Location"]).text


def test_the_same_form_sent_twice_is_one_act(head: Client) -> None:
    """A second click, or going back and sending again, changes nothing."""
    sent = typed()
    answers = [head.post(CONCLUDE, sent) for _ in range(2)]
    assert answers[0]["Location"] == answers[1]["Location"]
    assert JournalEntry.objects.filter(act="review.conclude").count() == 1


def test_a_fault_keeps_what_was_typed(head: Client) -> None:
    """What cannot be read is told at its field; the rest stands as it was."""
    answer = head.post(CONCLUDE, typed(on="10.10.2024", number=""))
    assert answer.status_code == 422
    assert "Күнді 2024-10-20 түрінде жазыңыз." in answer.text
    assert "Осы өрісті толтырыңыз." in answer.text
    assert "Основание" in answer.text
    assert Conclusion.objects.count() == 0


@pytest.mark.provision("record.length")
def test_a_text_that_is_too_long_is_refused_at_its_field(head: Client) -> None:
    """What was typed stands there still, with how much may be written."""
    answer = head.post(CONCLUDE, typed(number="7" * 201, reasons_ru="я" * 10_001))
    assert answer.status_code == 422
    assert "201" in answer.text
    assert "10001" in answer.text
    assert "я" * 10_001 in answer.text
    assert Conclusion.objects.count() == 0


def test_a_refusal_says_why_and_on_what_ground(head: Client) -> None:
    """Nothing is performed, and the paragraph stands beside the reason."""
    answer = head.post(CONCLUDE, typed(key="C-2"))
    assert answer.status_code == 422
    assert "6-тармақ" in answer.text
    assert Conclusion.objects.count() == 0


def test_a_caution_has_to_be_acknowledged(head: Client) -> None:
    """Until it is ticked nothing is performed; the tick goes with the form."""
    sent = typed(reasons_ru="")
    answer = head.post(CONCLUDE, sent)
    assert answer.status_code == 422
    assert 'value="reasons_in_both_languages"' in answer.text
    ticked = ["reasons_in_both_languages", "signed_as_agreed"]
    assert head.post(CONCLUDE, sent | {"acknowledged": ticked}).status_code == 302


def test_a_check_performs_nothing(head: Client) -> None:
    """One can ask what speaks against the act without performing it."""
    answer = head.post(CONCLUDE, typed(check="yes", reasons_ru=""))
    assert answer.status_code == 200
    assert 'value="reasons_in_both_languages"' in answer.text
    assert Conclusion.objects.count() == 0


def test_the_page_says_beforehand_why_an_act_is_closed(head: Client) -> None:
    """The reasons stand there before anything is filled in."""
    assert "6-тармақ" in head.get(f"{CONCLUDE}?key=C-2").text
    assert "said refused" not in head.get(f"{CONCLUDE}?key=C-1").text


def test_another_office_is_told_which_may(head: Client) -> None:
    """A planner sees that a conclusion is the head's, and nothing else of it."""
    answer = seat(Office.PLANNER).get(f"{CONCLUDE}?key=C-2")
    assert answer.status_code == 200
    assert "said refused" in answer.text
    assert "6-тармақ" not in answer.text


def test_a_body_acts_on_no_concept_of_another(head: Client) -> None:
    """A concept of another body is as if it were not there, seen or acted on."""
    stranger, owner = (seat(Office.BODY_OFFICER, body) for body in ("energy", "trade"))
    page = "/kk/2024/acts/intake.withdraw_concept/"
    sent = {"key": "C-1", "document": "1", "act_id": str(uuid4())}
    assert stranger.get(f"{page}?key=C-1").status_code == 404
    assert stranger.get(f"{page}?key=C-9").status_code == 404
    assert stranger.post(page, sent).status_code == 404
    assert owner.get(f"{page}?key=C-1").status_code == 200


def test_a_body_reports_for_itself_whatever_is_sent(head: Client) -> None:
    """The body and the moment of its own paper are not the officer's to say."""
    officer = seat(Office.BODY_OFFICER, "energy")
    page = "/kk/2024/acts/intake.report_none/"
    sent = {"body": "trade", "received_at": "2024-09-01T10:00", "document": "7"}
    answer = officer.post(page, sent | {"act_id": str(uuid4())})
    assert answer.status_code == 302
    filed = JournalEntry.objects.get(act="intake.report_none")
    assert '"body":"energy"' in filed.filing
    assert "2024-09-01" not in filed.filing


@pytest.mark.parametrize(
    "address", ["/kk/2024/acts/no.such_act/", "/kk/2031/acts/review.conclude/"]
)
def test_what_is_not_there_is_not_found(head: Client, address: str) -> None:
    """Neither an act nor a cycle is made up."""
    assert head.get(address).status_code == 404


def test_nobody_comes_to_an_act_without_signing_in(head: Client) -> None:
    """The way leads through the sign-in and back."""
    answer = Client().get(f"{CONCLUDE}?key=C-1")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/kk/sign-in/?next=")


def test_back_leads_nowhere_else(head: Client) -> None:
    """An address of another house is not followed."""
    answer = head.post(CONCLUDE, typed(back="https://example.org/"))
    assert answer["Location"].startswith("/kk/2024/concepts/")


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_page_stands_in_three_languages(head: Client, language: str) -> None:
    """The form says itself in the language of its address."""
    names = {"kk": "Қорытындыға қол қою", "ru": "Подписать заключение"}
    answer = head.get(f"/{language}/2024/acts/review.conclude/?key=C-1")
    assert names.get(language, "Sign the conclusion") in answer.text
