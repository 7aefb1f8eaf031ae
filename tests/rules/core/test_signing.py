"""From the term of a treaty back to the proposal to sign it."""

from datetime import date

import pytest

from jospar.rules.core.nouns import Level, Term
from jospar.rules.core.signing import WayToSigning, way_to_signing

JANUARY = date(2025, 1, 1)


@pytest.mark.provision("signing.proposal")
@pytest.mark.parametrize(
    ("level", "proposed_by", "examined_by"),
    [
        (Level.INTERSTATE, date(2025, 5, 31), date(2025, 5, 30)),
        (Level.INTERGOVERNMENTAL, date(2025, 6, 16), date(2025, 6, 15)),
        (Level.INTERAGENCY, None, None),
    ],
)
def test_the_level_says_how_long_before(
    level: Level, proposed_by: date | None, examined_by: date | None
) -> None:
    """Thirty days for the Republic, fourteen for the Government."""
    last_day = date(2025, 6, 30)
    way = WayToSigning(last_day, proposed_by, examined_by, kept=True)
    assert way_to_signing(Term(date(2025, 4, 1), last_day), level, 2025) == way


@pytest.mark.parametrize(
    ("level", "last_day", "kept"),
    [
        (Level.INTERSTATE, date(2025, 1, 31), True),
        (Level.INTERSTATE, date(2025, 1, 30), False),
        (Level.INTERGOVERNMENTAL, date(2025, 1, 15), True),
        (Level.INTERGOVERNMENTAL, date(2025, 1, 14), False),
        (Level.INTERAGENCY, JANUARY, True),
    ],
)
def test_a_term_that_cannot_be_kept(level: Level, last_day: date, kept: bool) -> None:
    """Nothing is proposed before the years of the plans begin."""
    assert way_to_signing(Term(JANUARY, last_day), level, 2025).kept is kept
