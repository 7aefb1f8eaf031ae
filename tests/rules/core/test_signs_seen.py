"""Texts that can be read otherwise than they are kept are refused at every door."""

import pytest

from jospar.rules.intake.withdraw_concept import withdraw_concept
from tests.rules import made

pytestmark = pytest.mark.provision("record.letters")

FACTS = made.concept_facts()


@pytest.mark.parametrize(
    "sign",
    [
        *("\x00", "\x0b", "\x1b", "\x7f", "\x85", "\u061c", "\u200e", "\u200f"),
        *("\u2028", "\u202e", "\u2066", "\u2069", "\ud800", "\ue000", "\ufff9"),
        "\U000e0001",
    ],
)
def test_a_sign_that_nobody_sees_is_refused(sign: str) -> None:
    """The sentence shows where it stands, and what it is."""
    filing = made.withdraw_concept(document=f"12-3{sign}/45")
    (refusal,) = withdraw_concept.verdict(FACTS, filing).refusals
    assert (refusal.code, refusal.provision, refusal.field) == (
        "signs_are_seen",
        "record.letters",
        "document",
    )
    assert dict(refusal.values) == {"value": "12-3□/45", "sign": f"U+{ord(sign):04X}"}


@pytest.mark.parametrize(
    "text",
    [
        "Әуе қатынасы туралы келісім – № 7 «қосымша»",
        "бір\nекі\tүш\r\n",
        "жұм\u00adсақ және\u200bқысқа \ufeff",
        "№\u00a07, 5\u202f000 ₸, café, 中文, 🇰🇿",
    ],
)
def test_what_people_write_is_taken(text: str) -> None:
    """Lines, narrow blanks, other alphabets, and what is pasted along."""
    filing = made.withdraw_concept(document=text)
    assert withdraw_concept.verdict(FACTS, filing).refusals == ()


def test_only_the_surroundings_are_shown() -> None:
    """Twenty letters on both sides, and the other such signs among them."""
    filing = made.withdraw_concept(document=f"{'а' * 30}\u202e\u202d{'б' * 30}")
    (refusal,) = withdraw_concept.verdict(FACTS, filing).refusals
    assert refusal.values["value"] == f"{'а' * 20}□□{'б' * 19}"
