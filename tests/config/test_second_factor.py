"""Which offices need a second factor, as the environment says it."""

import pytest

from jospar.config.second_factor import offices_with_second_factor
from jospar.rules.core.offices import Office


@pytest.mark.parametrize(
    ("said", "offices"),
    [
        ("", set()),
        ("none", set()),
        ("all", set(Office)),
        ("head, planner,", {Office.HEAD, Office.PLANNER}),
    ],
)
def test_the_offices(said: str, offices: set[Office]) -> None:
    """None by default; all, or those of a list."""
    assert offices_with_second_factor(said) == offices


@pytest.mark.parametrize("said", ["heads", "all,head", "none,head", "Head"])
def test_a_slip_is_refused(said: str) -> None:
    """It would leave open what should not be; the sentence lists what may stand."""
    with pytest.raises(ValueError, match="write none, all, or some of body_officer, "):
        offices_with_second_factor(said)
