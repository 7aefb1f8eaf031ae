"""What a desk knows of an act beside what is typed."""

from dataclasses import replace
from datetime import date

import pytest
from django.test import RequestFactory

from jospar.accounts.models import Person
from jospar.procedure import journal
from jospar.procedure.perform import ActIdTakenError, ActRefusedError
from jospar.records.models import Concept
from jospar.rules.agreement.facts import Acknowledge
from jospar.rules.core.nouns import PlanKind, Text
from jospar.rules.core.offices import OF_PAST_DAYS, Office
from jospar.rules.review.facts import Conclude
from jospar.web.acts.addresses import act_address, own_address
from tests.queries.made_record import LATE, open_cycle, submit
from tests.web.acts.made_attempt import TODAY, attempt, visitor
from tests.web.seats import seat

CONCLUDED = {
    "key": "C-1",
    "expedient": "yes",
    "number": "12-3/1",
    "reasons_kk": "Себебі",
    "reasons_ru": "Основание",
    "signed_by": "Б. Оспанов",
}


def test_what_is_typed_comes_before_what_is_offered() -> None:
    """And what is offered before nothing; fields of other filings are left out."""
    found = attempt(
        "review.conclude",
        Office.HEAD,
        {"number": "7"},
        offered={"number": "1", "reasons_kk": "Себебі", "plan": "current"},
    )
    assert found.known["number"] == "7"
    assert found.known["reasons_kk"] == "Себебі"
    assert "plan" not in found.known


def test_the_day_and_the_signature_are_offered() -> None:
    """Most acts are performed today, by the person who is there."""
    somebody = replace(visitor(Office.HEAD), person=Person(code="b", name="Б. О."))
    found = attempt("review.conclude", Office.HEAD, who=somebody)
    assert (found.known["on"], found.known["signed_by"]) == ("2024-10-21", "Б. О.")
    assert attempt("review.conclude", Office.HEAD).known["signed_by"] == ""


@pytest.mark.parametrize("office", [Office.HEAD, Office.COMMISSION_SECRETARY])
def test_only_some_offices_record_past_days(office: Office) -> None:
    """For the others the day is today's, whatever is sent."""
    typed = {"on": "2024-09-01"}
    found = attempt("commission.decide", office, typed)
    past = office in OF_PAST_DAYS
    assert found.known["on"] == ("2024-09-01" if past else "2024-10-21")
    assert ("on" in found.automatic) is not past


@pytest.mark.parametrize(
    ("code", "name"),
    [("intake.report_none", "body"), ("agreement.acknowledge", "recipient")],
)
def test_an_office_of_one_body_acts_for_that_body(code: str, name: str) -> None:
    """Another body that is sent is not read; the Ministry names it."""
    officer = attempt(code, Office.BODY_OFFICER, {name: "energy"}, body="trade")
    assert officer.known[name] == "trade"
    assert name in officer.automatic
    registrar = attempt(code, Office.REGISTRAR, {name: "energy"})
    assert registrar.known[name] == "energy"


def test_the_moment_of_a_paper_is_now_for_its_own_body() -> None:
    """The registrar says when a paper came by other ways."""
    typed = {"received_at": "2024-09-01T10:00", "document": "7"}
    officer = attempt("intake.report_none", Office.BODY_OFFICER, typed, body="trade")
    assert officer.known["received_at"] == "2024-10-21T23:59:59"
    registrar = attempt("intake.report_none", Office.REGISTRAR, typed | {"body": "x"})
    assert registrar.read().filing.received_at.date() == date(2024, 9, 1)


def test_the_cycle_to_be_opened_is_that_of_the_page() -> None:
    """Neither its year nor its Rules can be sent otherwise."""
    typed = {"year": "2031", "ruleset": "other"}
    found = attempt("reference.open_cycle", Office.ADMINISTRATOR, typed)
    assert (found.known["year"], found.known["ruleset"]) == ("2024", "kz-2023")


def test_what_was_typed_is_read() -> None:
    """What the desk knows is in it."""
    assert attempt("review.conclude", Office.HEAD, CONCLUDED).read().filing == Conclude(
        key="C-1",
        expedient=True,
        on=TODAY,
        number="12-3/1",
        reasons=Text("Себебі", "Основание"),
        signed_by="Б. Оспанов",
    )
    found = attempt(
        "agreement.acknowledge", Office.RECIPIENT, {"plan": "current"}, body="trade"
    )
    assert found.read().filing == Acknowledge(PlanKind.CURRENT, "trade", TODAY)


@pytest.mark.django_db
def test_an_act_is_performed_once() -> None:
    """The same attempt again is the same entry; another one of its id is refused."""
    open_cycle()
    submit("C-1")
    submit("C-2")
    seat(Office.HEAD)
    found = attempt("review.conclude", Office.HEAD, CONCLUDED, person="head")
    filing = found.read().filing
    performed = found.perform(filing)
    assert (performed.new, found.perform(filing).new) == (True, False)
    header = journal.numbered(performed.number)
    assert header is not None
    assert (header.read().person, header.read().document) == ("head", "12-3/1")
    with pytest.raises(ActIdTakenError):
        found.perform(replace(filing, key="C-2"))


@pytest.mark.django_db
def test_what_speaks_against_it_is_asked_without_performing() -> None:
    """A caution, unless it is acknowledged; a refusal always."""
    open_cycle()
    submit("C-1")
    submit("C-2", received_at=LATE)
    seat(Office.HEAD)
    typed = CONCLUDED | {"reasons_ru": ""}
    found = attempt("review.conclude", Office.HEAD, typed, person="head")
    filing = found.read().filing
    codes = [one.code for one in found.assess(filing).cautions]
    assert codes == ["reasons_in_both_languages"]
    assert found.why_not() == ()
    with pytest.raises(ActRefusedError):
        found.perform(filing)
    late = replace(found, typed=CONCLUDED | {"key": "C-2"})
    assert [one.provision for one in late.why_not()] == ["concepts.late"]
    assert Concept.objects.filter(conclusion__isnull=False).count() == 0


@pytest.mark.django_db
def test_what_is_still_to_be_typed_closes_nothing() -> None:
    """A record that is named and not there does."""
    open_cycle()
    seat(Office.HEAD)
    found = attempt("review.conclude", Office.HEAD, person="head")
    assert found.why_not() == ()
    named = replace(found, typed={"key": "C-9"})
    assert [one.code for one in named.why_not()] == ["in_the_record"]


@pytest.mark.django_db
def test_who_holds_no_office_performs_nothing() -> None:
    """An appointment that ended since the page was shown is one no more."""
    open_cycle()
    submit("C-1")
    found = attempt("review.conclude", Office.HEAD, CONCLUDED)
    assert [one.code for one in found.why_not()] == ["office_held"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("proof", "refused"), [("", ["past_day_is_proven"]), ("12-3/45", [])]
)
def test_a_past_day_is_proven_by_a_paper(proof: str, refused: list[str]) -> None:
    """Where the filing names none, the form asks for one."""
    open_cycle()
    submit("C-1")
    seat(Office.PLANNER)
    typed = {"key": "C-1", "on": "2024-10-01", "reason": "Р", "note_ru": "Н"}
    found = attempt(
        "drafting.settle", Office.PLANNER, typed, proof=proof, person="planner"
    )
    codes = [one.code for one in found.assess(found.read().filing).refusals]
    assert codes == refused


def test_the_address_of_an_act_says_what_is_known() -> None:
    """And where one goes afterwards, if that is known."""
    assert act_address("drafting.place", "kk", 2024) == (
        "/kk/2024/acts/drafting.place/"
    )
    assert act_address("drafting.place", "kk", 2024, "/kk/2024/?a=1", key="C 1") == (
        "/kk/2024/acts/drafting.place/?key=C+1&back=%2Fkk%2F2024%2F%3Fa%3D1"
    )


@pytest.mark.parametrize(
    ("asked", "own"),
    [
        ("/kk/2024/", "/kk/2024/"),
        ("/kk/2024/?done=7", "/kk/2024/"),
        ("/kk/2024/?view=late&done=7&page=2", "/kk/2024/?view=late"),
    ],
)
def test_a_page_knows_its_own_address(asked: str, own: str) -> None:
    """Without what was said only once."""
    assert own_address(RequestFactory().get(asked), "page") == own
