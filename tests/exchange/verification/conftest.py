"""The amended plan that the tests of a file look at together and never change."""

from collections.abc import Iterator

import pytest
from django.test import TestCase
from pytest_django import DjangoDbBlocker

from jospar.rules.core.forms import PlanEdition
from tests.exchange.verification.made_files import amended_twice


@pytest.fixture(scope="module")
def editions(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[list[PlanEdition]]:
    """Give the editions of a plan that was amended twice.

    The record is taken back as that of a test is: a journal cannot be emptied.
    """
    with django_db_blocker.unblock():
        TestCase.setUpClass()
        try:
            yield amended_twice()
        finally:
            TestCase.tearDownClass()
            TestCase.doClassCleanups()
