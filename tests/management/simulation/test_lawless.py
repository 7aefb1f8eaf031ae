"""Whatever lawful act is changed, what comes of it is refused."""

from dataclasses import replace
from datetime import date, datetime
from random import Random
from typing import Any

import pytest

from jospar.management.simulation.lawless import variation
from jospar.rules.core.deadlines import ASTANA
from jospar.rules.core.offices import Actor, Office
from jospar.rules.registry import BY_FILING
from tests.rules import made, made_amendments

DAY = date(2024, 10, 9)
HEAD = Actor("head", Office.HEAD)


def variations(filing: Any) -> list[tuple[Any, Actor]]:
    """Return what is made of a lawful act, by many chances."""
    return [variation(filing, HEAD, DAY, Random(seed)) for seed in range(60)]  # noqa: S311 - no secret


def test_each_variation_has_one_thing_wrong() -> None:
    """By an office that may not, a stranger, too soon, or about nothing."""
    filing = made.conclude(on=DAY)
    other_offices = set(Office) - BY_FILING[type(filing)].by
    seen = set()
    for tried, actor in variations(filing):
        wrong = {
            "office": actor.office in other_offices,
            "person": actor == replace(HEAD, person="stranger"),
            "day": tried == replace(filing, on=date(2024, 10, 10)),
            "key": tried == replace(filing, key="–"),
        }
        assert sum(wrong.values()) == 1
        seen |= {name for name, found in wrong.items() if found}
    assert seen == {"office", "person", "day", "key"}


def test_a_paper_comes_too_soon_by_its_moment() -> None:
    """A concept's key is its own, so that it is not about nothing."""
    came = datetime(2024, 9, 20, 10, tzinfo=ASTANA)
    filing = made.submit_concept(received_at=came)
    later = replace(filing, received_at=datetime(2024, 9, 21, 10, tzinfo=ASTANA))
    tried = [changed for changed, _actor in variations(filing)]
    assert all(changed in (filing, later) for changed in tried)
    assert later in tried


@pytest.mark.parametrize(
    ("filing", "changed"),
    [
        (made_amendments.add_row(), False),
        (made_amendments.remove_row(), True),
    ],
)
def test_a_row_that_is_added_may_have_any_key(filing: Any, *, changed: bool) -> None:
    """A row that is not there can be added, and cannot be removed."""
    keys = {tried.key for tried, _actor in variations(filing)}
    assert (keys == {filing.key, "–"}) is changed
