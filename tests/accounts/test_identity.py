"""Whom the answer of a state identity provider names, and when it is not believed."""

from urllib.parse import urlencode

import pytest
from django.test import Client
from pytest_django import Settings

from jospar.accounts.models import Person
from tests.identity_provider.browsing import (
    ANSWER,
    NOT_THIS,
    begun,
    came_back,
    is_in,
)
from tests.identity_provider.fixtures import client, her, known, provider
from tests.identity_provider.made_up import saying
from tests.identity_provider.running import approve, asked_with, described

__all__ = ["client", "her", "known", "provider"]  # the fixtures of the tests below

pytestmark = pytest.mark.django_db

NOT_GENUINE = "could not be proven genuine"
FORGED = {
    "wrong.audience": NOT_GENUINE,
    "wrong.party": NOT_GENUINE,
    "wrong.nonce": NOT_GENUINE,
    "wrong.issuer": "Another system answered",
    "expired": "The time in the answer",
    "early": "The time in the answer",
    "long.subject": NOT_GENUINE,
    "named.another": NOT_GENUINE,
    "unsigned": NOT_GENUINE,
    "other.key": NOT_GENUINE,
    "unknown.key": NOT_GENUINE,
    "altered": NOT_GENUINE,
}


@pytest.mark.parametrize("name", ["skewed", "named.apart"])
def test_a_minute_and_another_page_do_not_matter(
    client: Client, provider: str, name: str
) -> None:
    """Clocks may differ a little; names may stand on the provider's other page."""
    Person.objects.create(code=name, name="Б. Әлі")
    assert came_back(client, approve(provider, name, begun(client))) == (302, "/en/")
    assert is_in(client)


@pytest.mark.parametrize(("name", "words"), FORGED.items())
def test_an_answer_that_cannot_be_trusted(
    client: Client, provider: str, her: Person, name: str, words: str
) -> None:
    """Somebody of that name is known; what was signed is not so."""
    Person.objects.create(code=name, name="Б. Әлі")
    status, said = came_back(client, approve(provider, name, begun(client)))
    assert (status, words in said) == (403, True), said
    assert not is_in(client)


@pytest.mark.parametrize(
    ("answers", "status", "words"),
    [
        ({}, 403, NOT_THIS),
        ({"/token_endpoint": b""}, 403, NOT_GENUINE),
        ({"/token_endpoint": b"[]"}, 403, NOT_THIS),
        ({"/token_endpoint": b"{"}, 503, "does not answer now"),
        ({"/token_endpoint": b'{"access_token": "x"}'}, 503, "does not answer now"),
        (
            {"/token_endpoint": b'{"access_token": "x"}', "/jwks_uri": b"[]"},
            *(403, NOT_GENUINE),
        ),
        (
            {"/token_endpoint": b'{"access_token": "x"}', "/jwks_uri": b"{}"},
            *(403, NOT_GENUINE),
        ),
    ],
)
def test_the_provider_talks_nonsense(
    client: Client,
    settings: Settings,
    answers: dict[str, bytes],
    status: int,
    words: str,
) -> None:
    """It is no failure of ours: the page says what was wrong."""
    with saying(answers=answers) as provider:
        settings.SOCIALACCOUNT_PROVIDERS = described(provider)
        state = asked_with(begun(client))["state"]
        told = came_back(client, f"{ANSWER}?{urlencode({'code': 'x', 'state': state})}")
    assert (told[0], words in told[1]) == (status, True), told


@pytest.mark.parametrize(
    ("email", "verified", "others", "words"),
    [
        ("A@B.kz", "verified", 0, ""),
        ("a@b.kz", "", 0, "does not confirm that the address a@b.kz is yours"),
        ("a@b.kz", "verified", 1, "knows nobody of that name"),
        ("a@ᵇ.kz", "verified", 0, "knows nobody of that name"),
        ("", "verified", 0, "knows nobody of that name"),
    ],
)
def test_persons_by_their_addresses(
    client: Client,
    provider: str,
    her: Person,
    settings: Settings,
    email: str,
    verified: str,
    others: int,
    words: str,
) -> None:
    """Where the setting says so: verified, in plain letters, and one person's alone."""
    for number in range(others):
        Person.objects.create(code=f"b.{number}", name="Б.", email="a@b.kz")
    settings.SOCIALACCOUNT_PROVIDERS = described(provider, JOSPAR_OIDC_CLAIM="email")
    name = f"{len(email)}{email[:1]}{verified}{others}{email[2:3].isascii()}"
    about = {"email": email, "verified": verified}
    status, said = came_back(client, approve(provider, name, begun(client), **about))
    assert (status, is_in(client)) == ((403, False) if words else (302, True))
    assert words in said


def test_letters_that_only_look_alike(client: Client, provider: str) -> None:
    """A sign of temperature is no letter, though it becomes one when made small."""
    Person.objects.create(code="k.omarov", name="Қ. Омаров")
    back = approve(provider, "\N{KELVIN SIGN}.omarov", begun(client))
    assert (came_back(client, back)[0], is_in(client)) == (403, False)


def test_a_closed_account(client: Client, provider: str, her: Person) -> None:
    """The provider does not open it."""
    Person.objects.update(is_active=False)
    status, said = came_back(client, approve(provider, her.code, begun(client)))
    assert (status, said.startswith("Your account is closed.")) == (403, True)
    assert not is_in(client)
