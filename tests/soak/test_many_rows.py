"""Every page with three thousand rows, which takes some minutes to record."""

import pytest

from tests.web.test_query_counts import Counts, asked_of, of_one

__all__ = ["of_one"]  # the fixture that the test below names

pytestmark = pytest.mark.django_db


def test_pages_ask_as_much_of_three_thousand_rows_as_of_one(of_one: Counts) -> None:
    """Pages ask the database as often, however much there is."""
    assert asked_of(3000) == of_one
