"""What is typed into the form of an act, and the filing that it becomes."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from jospar.rules.agreement.facts import Acknowledge
from jospar.rules.core.act import Act
from jospar.rules.core.nouns import Changes, Level, PlanKind, Text
from jospar.rules.drafting.facts import Place, RegisterAgreement, Settle
from jospar.rules.intake.facts import ReportNone
from jospar.rules.reference.facts import ListBody, OrderBodies
from jospar.rules.registry import ACTS
from jospar.rules.review.facts import Conclude
from jospar.web.acts.fields import fields_of
from jospar.web.acts.reading import as_typed, blank, read
from tests.web.typed import shown

TYPED = [act for act in ACTS if act.code != "plans.bring_in"]
"""The acts that are typed into a form; a past plan has a page of its own."""
CONCLUDED = {
    "key": "C-1",
    "expedient": "no",
    "on": "2024-10-21",
    "number": " 12-3/45 ",
    "reasons_kk": "Себебі",
    "signed_by": "Б. Оспанов",
}


def test_what_was_typed_becomes_the_filing() -> None:
    """Blanks around a text are nobody's; a text that is missing is empty."""
    reading = read(Conclude, CONCLUDED)
    assert reading.faults == {}
    assert reading.filing == Conclude(
        key="C-1",
        expedient=False,
        on=date(2024, 10, 21),
        number="12-3/45",
        reasons=Text("Себебі", ""),
        signed_by="Б. Оспанов",
    )


def test_every_fault_is_found_at_once() -> None:
    """What is missing and what cannot be read is told for each field."""
    typed = CONCLUDED | {"expedient": "perhaps", "on": "21.10.2024", "number": "  "}
    reading = read(Conclude, typed)
    assert reading.filing is None
    assert reading.faults == {
        "expedient": "fault.flag",
        "on": "fault.day",
        "number": "fault.empty",
    }


@pytest.mark.parametrize(
    ("filing", "typed", "faults"),
    [
        (Place, {"key": "C-1", "plan": "next", "on": "2024-10-21"}, {"plan": "choice"}),
        (
            ReportNone,
            {"body": "trade", "received_at": "soon", "document": "1"},
            {"received_at": "moment"},
        ),
        (
            RegisterAgreement,
            {
                "key": "A-1",
                "title": "Т",
                "reached_on": "2024-10-21",
                "years": "2025\nsoon",
            },
            {"years": "list"},
        ),
        (
            RegisterAgreement,
            {
                "key": "A-1",
                "title": "Т",
                "reached_on": "0001-01-01",
                "years": "9" * 16,
            },
            {"reached_on": "day", "years": "list"},
        ),
        (
            ReportNone,
            {"body": "trade", "received_at": "0001-01-01", "document": "1"},
            {"received_at": "moment"},
        ),
    ],
)
def test_what_cannot_be_read_is_told_by_its_kind(
    filing: type, typed: dict[str, str], faults: dict[str, str]
) -> None:
    """Each kind of field says how it is to be written."""
    told = {name: f"fault.{kind}" for name, kind in faults.items()}
    assert read(filing, typed).faults == told


def test_lines_become_a_list() -> None:
    """Each line is one value; empty lines are none."""
    assert read(OrderBodies, {"codes": "trade\n\n  energy \n"}).filing == OrderBodies(
        ("trade", "energy")
    )


def test_a_moment_is_one_of_astana() -> None:
    """What an officer types is what the clock on the wall says."""
    typed = {"body": "trade", "document": "1", "received_at": "2024-09-25T23:59:59"}
    moment = read(ReportNone, typed).filing.received_at
    assert moment.astimezone(UTC) == datetime(2024, 9, 25, 18, 59, 59, tzinfo=UTC)


def test_what_is_left_out_keeps_its_default() -> None:
    """Empty cells of changes change nothing."""
    typed = {"key": "C-1", "on": "2024-10-21", "reason": "Р", "level": "interstate"}
    assert read(Settle, typed).filing == Settle(
        "C-1", date(2024, 10, 21), "Р", Changes(level=Level.INTERSTATE)
    )


def test_a_text_that_may_say_nothing_may_stay_empty() -> None:
    """A body needs no English name."""
    typed = {"code": "trade", "name_kk": "С", "name_ru": "Т", "answers": "yes"}
    assert read(ListBody, typed).filing == ListBody("trade", Text("С", "Т"), "", True)


@pytest.mark.parametrize("act", TYPED, ids=lambda act: act.code)
def test_a_blank_filing_names_its_record_and_can_be_asked_about(
    act: Act[Any, Any],
) -> None:
    """Whatever was typed wrongly, there is a filing to ask the facts with."""
    names = {field.name for field in fields_of(act.filing)}
    filing = blank(act.filing, dict.fromkeys(names, "?"))
    assert isinstance(filing, act.filing)
    if "key" in names:
        assert filing.key == "?"


def test_a_filing_is_shown_as_it_would_be_typed() -> None:
    """What is shown and read again is the same filing."""
    filing = Acknowledge(PlanKind.CURRENT, "trade", date(2024, 12, 10))
    assert shown(filing) == {
        "plan": "current",
        "recipient": "trade",
        "on": "2024-12-10",
    }
    assert read(Acknowledge, shown(filing)).filing == filing


@pytest.mark.parametrize(
    ("value", "typed"),
    [
        (None, ""),
        (True, "yes"),
        (False, "no"),
        (Level.INTERSTATE, "interstate"),
        (("a", "b"), "a\nb"),
        (datetime(2024, 9, 25, 18, 59, 59, tzinfo=UTC), "2024-09-25T23:59:59"),
        (date(2024, 9, 25), "2024-09-25"),
        (7, "7"),
    ],
)
def test_values_are_typed_so(value: object, typed: str) -> None:
    """Every kind of value has one way to be typed."""
    assert as_typed(value) == typed
