"""Single words of a ruleset read otherwise, and single days moved."""

from dataclasses import replace

import pytest

from jospar.rules.core.varied import NewDeadline, Variation, VariationError, varied
from tests.rules.made import RULES


def test_nothing_varied_is_the_same() -> None:
    """An empty variation leaves the ruleset as it is."""
    assert varied(RULES, Variation()) == RULES


def test_one_reading_is_chosen_otherwise() -> None:
    """The other readings, the text and its digest stay."""
    found = varied(RULES, Variation(readings={"receipt": "sent"}))
    own = RULES.readings["receipt"]
    assert found.readings == {
        **RULES.readings,
        "receipt": replace(own, chosen="sent"),
    }
    assert (found.digest, found.deadlines) == (RULES.digest, RULES.deadlines)


def test_days_and_working_days_are_moved() -> None:
    """What else the rule says of its deadline stays."""
    found = varied(
        RULES,
        Variation(
            deadlines={
                "conclusions.deadline": NewDeadline(10, 1),
                "distribution.deadline": NewDeadline(working_days=100),
            },
            late_after={"concepts.deadline": "outer"},
        ),
    ).deadlines
    own = RULES.deadlines
    assert found == {
        **own,
        "conclusions.deadline": replace(own["conclusions.deadline"], month=10, day=1),
        "distribution.deadline": replace(
            own["distribution.deadline"], working_days=100
        ),
        "concepts.deadline": replace(own["concepts.deadline"], late_after="outer"),
    }


@pytest.mark.parametrize(
    ("variation", "told"),
    [
        (Variation(readings={"never": "sent"}), "has no reading “never”"),
        (Variation(readings={"receipt": "never"}), "has no option “never”"),
        (Variation(deadlines={"concepts.late": NewDeadline(9, 1)}), "has no deadline"),
        (Variation(late_after={"concepts.late": "due"}), "has no deadline"),
        (Variation(late_after={"concepts.deadline": "never"}), "neither of a deadline"),
        (
            Variation(deadlines={"concepts.deadline": NewDeadline(working_days=7)}),
            "is a day that every year has",
        ),
        (
            Variation(deadlines={"concepts.deadline": NewDeadline(2, 29)}),
            "is a day that every year has",
        ),
        (
            Variation(deadlines={"distribution.deadline": NewDeadline(9, 1)}),
            "is counted in working days",
        ),
        (
            Variation(
                deadlines={"distribution.deadline": NewDeadline(working_days=101)}
            ),
            "is counted in working days",
        ),
    ],
)
def test_what_a_ruleset_does_not_have(variation: Variation, told: str) -> None:
    """It is refused by its name."""
    with pytest.raises(VariationError, match=told):
        varied(RULES, variation)
