"""Fingerprints as people type them."""

import pytest

from jospar.exchange.verification.typed import typed


@pytest.mark.parametrize(
    "text",
    [
        "ab12cd34ef567890",
        " AB12 CD34 EF56 7890 ",
        "ab12-cd34-ef56-7890",
        "ab12\u00a0cd34\nef56 — 7890.",
        "аb12 сd34 еf56 789О",
        "abl2 cd34 ef56 789o",
    ],
)
def test_what_does_not_count(text: str) -> None:
    """Blanks, dashes, capitals, Cyrillic twins of the letters, O and l for digits."""
    found = typed(text)
    assert (found.digits, found.strange, found.whole) == ("ab12cd34ef567890", "", True)


@pytest.mark.parametrize(
    ("text", "strange", "whole"),
    [
        ("a" * 15, "", False),
        ("a" * 16, "", True),
        ("a" * 64, "", True),
        ("a" * 65, "", False),
        ("", "", False),
        ("g" * 16, "g", False),
        ("ab12 cd34 ef56 78zь z", "zь", False),
    ],
)
def test_what_is_no_fingerprint(text: str, strange: str, whole: bool) -> None:
    """Too short, too long, or with signs that no fingerprint has, each told once."""
    found = typed(text)
    assert (found.strange, found.whole) == (strange, whole)
