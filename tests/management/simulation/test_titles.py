"""Titles of treaties that nobody concluded."""

from itertools import islice
from random import Random

from jospar.management.simulation.titles import MadeTitle, made_titles
from jospar.rules.core.nouns import Level, Wording
from jospar.rules.core.wordings import title_disagreements
from tests.rules.made import wording


def some(seed: int) -> list[MadeTitle]:
    """Return the first titles that a seed gives."""
    return list(islice(made_titles(Random(seed)), 300))  # noqa: S311 - no secret


def worded(made: MadeTitle) -> Wording:
    """Return a wording of that title and level."""
    return wording(title=made.title, level=made.level)


def test_a_seed_gives_the_same_titles_again() -> None:
    """And another seed gives other ones."""
    assert some(1) == some(1)
    assert some(1) != some(2)


def test_titles_agree_with_their_level() -> None:
    """The grammar of titles warns of none."""
    found = some(3)
    assert {made.level for made in found} == {
        Level.INTERGOVERNMENTAL,
        Level.INTERAGENCY,
    }
    assert [
        doubt for made in found for doubt in title_disagreements(worded(made))
    ] == []
