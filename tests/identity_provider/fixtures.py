"""A provider that runs, and somebody whom it may name."""

import pytest
from django.test import Client
from pytest_django import Settings

from jospar.accounts.models import Person
from tests.identity_provider.browsing import browser
from tests.identity_provider.running import described, running


@pytest.fixture
def provider() -> str:
    """Return the address of a provider that runs."""
    return running()


@pytest.fixture(autouse=True)
def known(provider: str, settings: Settings) -> None:
    """Let Jospar know the provider."""
    settings.SOCIALACCOUNT_PROVIDERS = described(provider)


@pytest.fixture
def client() -> Client:
    """Return a browser in which pages were read in English."""
    return browser()


@pytest.fixture
def her() -> Person:
    """Return somebody whom the administrator took up."""
    return Person.objects.create(code="a.akhmetova", name="А. Ахметова", email="a@b.kz")
