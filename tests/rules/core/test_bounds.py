"""How many letters texts may have, at every door."""

import pytest

from jospar.rules.core.bounds import (
    CODE,
    FILE,
    LINE,
    TEXT,
    beginning,
    long_texts,
    most_letters,
)
from jospar.rules.core.nouns import Changes, Text
from jospar.rules.intake.facts import SupplementConcept
from jospar.rules.intake.withdraw_concept import withdraw_concept
from tests.rules import made

pytestmark = pytest.mark.provision("record.length")


@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("body", CODE),
        ("recipient", CODE),
        ("key", LINE),
        ("name", LINE),
        ("name_en", LINE),
        ("name_kk", TEXT),
        ("document", LINE),
        ("title", TEXT),
        ("title_kk", TEXT),
        ("reasons_ru", TEXT),
        ("further.budget_kk", TEXT),
        ("content", FILE),
    ],
)
def test_a_field_has_its_bound(name: str, most: int) -> None:
    """Codes are short, names are a line, and sentences take pages."""
    assert most_letters(name) == most


def test_a_text_at_its_bound_is_kept() -> None:
    """One letter more is not, and the sentence names the limit."""
    facts = made.concept_facts()
    kept = made.withdraw_concept(document="1" * LINE)
    assert withdraw_concept.verdict(facts, kept).refusals == ()
    long = made.withdraw_concept(document="1" * (LINE + 1))
    (refusal,) = withdraw_concept.verdict(facts, long).refusals
    assert (refusal.code, refusal.provision, refusal.field) == (
        *("texts_in_bounds", "record.length"),
        "document",
    )
    assert dict(refusal.values) == {
        "value": "1" * 59 + "…",
        "count": LINE + 1,
        "most": LINE,
    }


def test_texts_are_found_however_deep_they_stand() -> None:
    """In what changes, in both languages, in lists and in further fields."""
    long, longer = "x" * (LINE + 1), "x" * (TEXT + 1)
    supplement = SupplementConcept(
        "C-1", made.DAY, "1", Changes(title_ru=longer), {"budget": longer}
    )
    fields = [found.field for found in long_texts(supplement)]
    assert fields == ["title_ru", "further.budget"]
    wording = made.wording(purpose=Text(longer, "ц"))
    filing = made.submit_concept(wording=wording, counterparties=("UZ", long))
    assert [found.field for found in long_texts(filing)] == [
        "purpose_kk",
        "counterparties",
    ]


def test_a_sentence_shows_the_beginning() -> None:
    """Sixty letters of a text at most."""
    assert beginning("a" * 60) == "a" * 60
    assert beginning("a" * 61) == "a" * 59 + "…"
