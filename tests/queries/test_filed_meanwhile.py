"""What is read while a concept is filed has all of it, or nothing."""

import pytest

from jospar.queries.cycle import concept_outcomes
from tests.queries.made_meanwhile import before_query
from tests.queries.made_record import open_cycle, submit
from tests.rules.made import RULES, YEAR

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("query", range(1, 5))
def test_what_became_of_concepts(query: int) -> None:
    """One that is filed after they were read is left out."""
    open_cycle()
    submit("C-1")
    with before_query(query, lambda: submit("C-2")):
        found = concept_outcomes(RULES, YEAR)
    assert [outcome.key for outcome in found][:1] == ["C-1"]
    assert [outcome.key for outcome in concept_outcomes(RULES, YEAR)] == ["C-1", "C-2"]
