"""Who signs which paper, as a ruleset states it."""

from typing import Any

import pytest

from jospar.rules.core.nouns import PaperKind, Text
from jospar.rules.core.ruleset import load
from jospar.rules.core.signatories import Signatory, signatories_from

POST = {"kk": "Директор", "ru": "Директор"}


def test_every_paper_of_our_own_rules_is_signed() -> None:
    """The posts are filled in; names are left to the administrator.

    Who sends a plan out sends its revisions out too.
    """
    signatories = load("kz-2023").signatories
    assert set(signatories) == set(PaperKind) - {PaperKind.REVISION_LETTER}
    assert {signatory.name for signatory in signatories.values()} == {""}
    assert all(
        signatory.post.kk and signatory.post.ru for signatory in signatories.values()
    )


def test_a_signatory() -> None:
    """A paper may bear a name, and go through somebody."""
    table = {
        "paper": "reminder",
        "title": POST,
        "name": "Б. Әлімов",
        "through": {"kk": "Үкімет Аппараты", "ru": "Аппарат Правительства"},
    }
    assert signatories_from([table]) == {
        PaperKind.REMINDER: Signatory(
            post=Text("Директор", "Директор"),
            name="Б. Әлімов",
            through=Text("Үкімет Аппараты", "Аппарат Правительства"),
        )
    }


@pytest.mark.parametrize(
    ("table", "why"),
    [
        ({"paper": "receipt", "title": POST}, "'receipt' is not a valid PaperKind"),
        ({"paper": "reminder", "title": {"kk": "Директор"}}, "a text of a signatory"),
        (
            {"paper": "reminder", "title": POST, "through": {"ru": "МИД"}},
            "a text of a signatory lacks a language",
        ),
    ],
)
def test_signatories_that_are_not_in_order(table: dict[str, Any], why: str) -> None:
    """A paper that there is not, or a text in one language, is told."""
    with pytest.raises(ValueError, match=f"^{why}"):
        signatories_from([table])
