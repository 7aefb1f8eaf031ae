"""Which body answers after reorganisations."""

from datetime import date

import pytest

from jospar.queries.responsible import (
    TakenOver,
    latest_bodies,
    responsible,
    successions,
    way_of,
)
from jospar.rules.core.nouns import Text
from tests.queries.made_life import later, listed_body
from tests.queries.made_record import open_cycle
from tests.rules import made
from tests.rules import made_carrying_out as made_rows

pytestmark = [pytest.mark.django_db, pytest.mark.provision("bodies.succession")]
FIRST, SECOND = date(2025, 3, 3), date(2025, 9, 1)


def reorganised() -> None:
    """Let trade pass to economy, and economy to energy half a year later."""
    open_cycle()
    listed_body("economy")
    later(made_rows.succeed_body(body="trade", successor="economy", on=FIRST))
    later(
        made_rows.succeed_body(
            body="economy", successor="energy", on=SECOND, document="№ 78"
        )
    )


@pytest.mark.parametrize(
    ("day", "body"),
    [
        (date(2025, 3, 2), "trade"),
        (FIRST, "economy"),
        (date(2025, 8, 31), "economy"),
        (SECOND, "energy"),
    ],
)
def test_responsible_on_a_day(day: date, body: str) -> None:
    """A successor answers from its day on, in however many steps."""
    reorganised()
    assert responsible("trade", successions(), day) == body
    assert responsible("mid", successions(), day) == "mid"


def test_the_way_of_a_body() -> None:
    """Each step has its day and its document."""
    reorganised()
    assert way_of("trade", successions(), SECOND) == (
        TakenOver("trade", "economy", FIRST, "№ 77"),
        TakenOver("economy", "energy", SECOND, "№ 78"),
    )
    assert way_of("energy", successions(), SECOND) == ()


def test_bodies_as_the_last_cycle_names_them() -> None:
    """A later cycle's name of a body comes before an earlier one's."""
    open_cycle()
    later(made.open_cycle(year=2025), 2025, date(2025, 1, 9))
    renamed = made.list_body(code="trade", name=Text("Экономика м.", "М. экономики"))
    later(renamed, 2025, date(2025, 1, 9))
    found = latest_bodies()
    assert found["trade"].name == Text("Экономика м.", "М. экономики")
    assert list(found) == ["trade", "energy"]
