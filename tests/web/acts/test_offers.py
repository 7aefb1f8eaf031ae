"""Which acts a desk offers on a concept."""

from dataclasses import replace
from datetime import date

import pytest

from jospar.rules.core.offices import Actor, Office, offices_of
from jospar.web.acts.offers import ON_CONCEPTS, Offer, offers
from jospar.web.visitor import Seat
from tests.queries.made_record import conclude, do, open_cycle, submit
from tests.rules import made
from tests.rules.made import RULES, YEAR
from tests.web.acts.made_attempt import visitor
from tests.web.seats import seat

pytestmark = pytest.mark.django_db


def offered(office: Office, body: str = "", language: str = "en") -> list[Offer]:
    """Return what is offered to somebody of the office on C-1."""
    seat(office, body)
    who = visitor(office, body)
    code = f"{office.value}-{body}" if body else office.value
    actor = Actor(code, office, body)
    return offers(
        Seat(replace(who, actor=actor), actor, RULES, YEAR),
        language,
        ON_CONCEPTS,
        "/back/",
        key="C-1",
    )


@pytest.mark.parametrize("office", Office)
def test_an_office_is_offered_what_it_performs(office: Office) -> None:
    """And nothing that only others do."""
    open_cycle()
    submit("C-1")
    body = "trade" if office in {Office.BODY_OFFICER, Office.RECIPIENT} else ""
    codes = {offer.code for offer in offered(office, body)}
    assert codes == {code for code in ON_CONCEPTS if office in offices_of(code)}


def test_open_acts_come_first() -> None:
    """A closed one says why, by its ground and in the reader's language."""
    open_cycle()
    submit("C-1")
    conclude("C-1")
    found = offered(Office.HEAD, language="ru")
    closed = [bool(offer.closed_by) for offer in found]
    assert closed == sorted(closed)
    conclusion = next(offer for offer in found if offer.code == "review.conclude")
    (said,) = conclusion.closed_by
    assert (said.paragraph, said.provision) == ("8", "conclusions.expediency")
    assert "C-1" in said.text


def test_an_act_opens_and_closes_with_the_record() -> None:
    """A question is asked before it is answered."""
    open_cycle()
    submit("C-1")

    def closed() -> bool:
        found = offered(Office.BODY_OFFICER, "trade")
        answer = next(one for one in found if one.code == "review.answer_clarification")
        return bool(answer.closed_by)

    assert closed()
    on = date(2024, 10, 1)
    do(made.ask_clarification(key="C-1", on=on, answer_by=date(2024, 10, 25)))
    assert not closed()


def test_an_offer_leads_to_its_act() -> None:
    """With the concept, and the way back."""
    open_cycle()
    submit("C-1")
    (offer,) = [one for one in offered(Office.PLANNER) if one.code == "drafting.place"]
    assert offer.text_key == "drafting_place"
    assert offer.address == ("/en/2024/acts/drafting.place/?key=C-1&back=%2Fback%2F")
