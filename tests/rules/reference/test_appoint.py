"""A person is appointed to an office."""

from datetime import date

import pytest

from jospar.rules.core.act import Verdict
from jospar.rules.core.offices import Office
from jospar.rules.reference.appoint import appoint
from jospar.rules.reference.effects import PersonAppointed
from tests.rules import made


@pytest.mark.provision("offices.table")
def test_appoint() -> None:
    """A person holds an office of a body from a day on, for another or not."""
    facts = made.reference_facts()
    filing = made.appoint(
        office=Office.BODY_OFFICER, body="energy", standing_in_for="b.ospanov"
    )
    assert appoint.verdict(facts, filing) == Verdict((), ())
    assert appoint.effect(facts, filing) == (
        PersonAppointed(
            person="a.akhmetova",
            name="А. Ахметова",
            office=Office.BODY_OFFICER,
            body="energy",
            first_day=date(2024, 1, 1),
            last_day=None,
            standing_in_for="b.ospanov",
        ),
    )


@pytest.mark.provision("record.terms")
@pytest.mark.parametrize(
    ("last_day", "refused"),
    [
        (None, ()),
        (date(2024, 1, 2), ()),
        (date(2024, 1, 1), ()),
        (date(2023, 12, 31), ("record.terms: appointment_in_order",)),
    ],
)
def test_appoint_to_a_last_day(last_day: date | None, refused: tuple[str, ...]) -> None:
    """An appointment may last one day or have no end, but does not end before it."""
    verdict = appoint.verdict(made.reference_facts(), made.appoint(last_day=last_day))
    assert made.said(verdict) == (refused, ())


@pytest.mark.provision("offices.table")
@pytest.mark.parametrize(
    ("office", "body", "refused"),
    [
        (Office.BODY_OFFICER, "energy", ()),
        (Office.BODY_OFFICER, "", ("offices.table: names_its_body",)),
        (Office.RECIPIENT, "parliament", ()),
        (Office.RECIPIENT, "", ("offices.table: names_its_body",)),
        (Office.REGISTRAR, "", ()),
    ],
)
def test_appoint_for_a_body(
    office: Office, body: str, refused: tuple[str, ...]
) -> None:
    """An office of one body says for which body it is."""
    filing = made.appoint(office=office, body=body)
    verdict = appoint.verdict(made.reference_facts(), filing)
    assert made.said(verdict) == (refused, ())
