"""A central state body is listed for the cycle."""

import pytest

from jospar.rules.core.act import Verdict
from jospar.rules.core.nouns import Text
from jospar.rules.reference.effects import BodyListed
from jospar.rules.reference.list_body import list_body
from tests.rules import made


@pytest.mark.provision("record.reference")
def test_list_body() -> None:
    """A body is listed last in the official order so far."""
    facts, filing = made.list_facts(), made.list_body()
    assert list_body.verdict(facts, filing) == Verdict((), ())
    assert list_body.effect(facts, filing) == (
        BodyListed(
            code="energy",
            name=Text("Энергетика министрлігі", "Министерство энергетики"),
            name_en="Ministry of Energy",
            answers=True,
            position=3,
        ),
    )


def test_list_body_when_none_is_listed() -> None:
    """The first body has the first place."""
    effect = made.effect_of(list_body, made.list_facts(codes=()), made.list_body())
    assert effect.position == 1


@pytest.mark.provision("record.key")
@pytest.mark.parametrize(
    ("code", "refused"),
    [
        ("energy", ()),
        ("mid", ("record.key: not_listed",)),
        ("parliament", ("record.key: not_a_standing_recipient",)),
        ("government_office", ("record.key: not_a_standing_recipient",)),
    ],
)
def test_list_body_under_a_code_of_its_own(code: str, refused: tuple[str, ...]) -> None:
    """A code stands for one body, and for none of the recipients of every plan."""
    verdict = list_body.verdict(made.list_facts(), made.list_body(code=code))
    assert made.said(verdict) == (refused, ())
