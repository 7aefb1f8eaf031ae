"""Conditions and checks by themselves."""

from collections.abc import Iterator

import pytest

from jospar.rules.core.checks import (
    Kind,
    Objection,
    Unmet,
    Verdict,
    check,
    condition,
    unmet,
)


@condition("plans.basis", "{number} is odd.", "Add one to {number}.")
def even(facts: int) -> Unmet | None:
    """The number is even."""
    return unmet("number", number=facts) if facts % 2 else None


@check("plans.forms", "{number} is not below {limit}.", "Lower {number}.")
def below(facts: tuple[int, ...], filing: int) -> Iterator[Unmet]:
    """Each number is below the limit."""
    for number in facts:
        if number >= filing:
            yield unmet(number=number, limit=filing)


def test_a_condition_that_holds_says_nothing() -> None:
    """There is no objection where the condition holds."""
    assert list(even.objections(2)) == []


def test_a_condition_that_does_not_hold_refuses() -> None:
    """Where it does not hold, the refusal has ground, sentence, cure and values."""
    assert list(even.objections(3)) == [
        Objection(
            kind=Kind.REFUSAL,
            code="even",
            provision="plans.basis",
            message="{number} is odd.",
            cure="Add one to {number}.",
            field="number",
            values={"number": 3},
        )
    ]


@pytest.mark.parametrize("kind", Kind)
def test_a_check_objects_once_for_each_finding(kind: Kind) -> None:
    """A check may find several things; its kind is that of the place it stands in."""
    found = list(below.objections(kind, (1, 2, 3), 2))
    assert [objection.values for objection in found] == [
        {"number": 2, "limit": 2},
        {"number": 3, "limit": 2},
    ]
    assert found[0] == Objection(
        kind=kind,
        code="below",
        provision="plans.forms",
        message="{number} is not below {limit}.",
        cure="Lower {number}.",
        field="",
        values={"number": 2, "limit": 2},
    )
    assert list(below.objections(kind, (1,), 2)) == []


def test_a_verdict_is_open_until_something_refuses() -> None:
    """Cautions leave an act open, a refusal does not."""
    objections = tuple(even.objections(3))
    assert Verdict((), objections).is_open is True
    assert Verdict(objections, ()).is_open is False


@pytest.mark.parametrize("number", ["10", "par. 10", "plans"])
def test_no_check_stands_on_a_number(number: str) -> None:
    """What is not the name of a provision is no ground of a check or a condition."""
    with pytest.raises(ValueError, match="not a name of a provision"):
        condition(number, "", "")
    with pytest.raises(ValueError, match="not a name of a provision"):
        check(number, "", "")
