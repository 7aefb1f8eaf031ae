"""Who sees which concepts."""

from datetime import date

import pytest

from jospar.queries.visible import concepts_seen_by, titles_seen_by
from jospar.records.models import Concept
from jospar.rules.commission.facts import RowOutcome
from jospar.rules.core.offices import Actor, Office, Sight, sees
from tests.queries.made_record import agree, do, open_cycle, place, submit
from tests.rules import made
from tests.rules.made import CURRENT, LONG_TERM, YEAR, YEAR_2026

pytestmark = pytest.mark.django_db

SENT = date(2024, 11, 8)


def seen(office: Office, body: str = "", year: int = YEAR) -> list[str]:
    """Return the keys of the concepts that an officer may open."""
    found = concepts_seen_by(Actor("x", office, body), year)
    return sorted(found.values_list("key", flat=True))


def known(office: Office, body: str = "") -> list[str]:
    """Return the keys of the concepts whose titles an officer may know."""
    actor = Actor("x", office, body)
    found = Concept.objects.filter(titles_seen_by(actor))
    return sorted(found.values_list("key", flat=True))


def _a_year() -> None:
    """Two bodies propose; a concept of each stands in the current plan."""
    open_cycle()
    submit("trade's own", proposers=("trade",))
    submit("of both", proposers=("trade", "energy"))
    place("energy's row", proposers=("energy",))
    term = made.wording(conclude=YEAR_2026)
    place("trade's row", LONG_TERM, proposers=("trade",), wording=term)


EVERY = ["energy's row", "of both", "trade's own", "trade's row"]


@pytest.mark.parametrize("office", Office)
def test_before_anything_is_sent(office: Office) -> None:
    """The Ministry sees every concept, and others none but their own."""
    _a_year()
    everything = sees(office, Sight.ALL_CONCEPTS)
    assert seen(office) == known(office) == (EVERY if everything else [])
    assert seen(office, year=YEAR - 1) == []


def test_a_body_sees_what_it_proposes() -> None:
    """Alone or with others, and nothing of another body."""
    _a_year()
    officer = Office.BODY_OFFICER
    assert seen(officer, "trade") == ["of both", "trade's own", "trade's row"]
    assert seen(officer, "energy") == ["energy's row", "of both"]
    assert seen(officer, "culture") == known(officer, "culture") == []


def test_what_was_sent_is_seen_by_its_addressee() -> None:
    """The Commission's secretary sees its rows, excluded ones too.

    The Administration sees those that came to the President.
    """
    _a_year()
    place("excluded", proposers=("trade",))
    do(made.send_to_commission(plan=CURRENT, on=SENT))
    sent = ["energy's row", "excluded"]
    assert seen(Office.COMMISSION_SECRETARY) == sent
    assert seen(Office.ADMINISTRATION_OFFICER) == []
    decided = date(2024, 11, 15)
    do(made.decide(plan=CURRENT, on=decided))
    exclude = made.decide_row(key="excluded", outcome=RowOutcome.EXCLUDE)
    do(exclude)
    do(made.send_to_president(plan=CURRENT, on=date(2024, 11, 20)))
    assert seen(Office.COMMISSION_SECRETARY) == sent
    assert seen(Office.ADMINISTRATION_OFFICER) == ["energy's row"]


def test_an_agreed_plan_shows_its_titles() -> None:
    """Every body knows what is in it, and opens what is its own."""
    _a_year()
    agree()
    officer = Office.BODY_OFFICER
    assert known(officer, "trade") == EVERY
    assert known(officer, "culture") == ["energy's row"]
    assert seen(officer, "culture") == []
    assert known(Office.RECIPIENT, "trade") == []
