"""``jospar check`` on where people come from, and on the identity provider."""

import pytest
from pytest_django import Settings

from jospar.management.checks import sign_in
from jospar.management.checks.finding import Severity
from tests.identity_provider.made_up import saying
from tests.identity_provider.running import described

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("https", "count", "severities"),
    [(True, 0, [Severity.ADVICE]), (True, 1, []), (False, 0, [])],
)
def test_people_behind_a_proxy(
    settings: Settings, https: bool, count: int, severities: list[Severity]
) -> None:
    """Where one stands in front it has to say for whom."""
    settings.HTTPS, settings.ALLAUTH_TRUSTED_PROXY_COUNT = https, count
    assert [one.severity for one in sign_in.proxies()] == severities


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ({}, None),
        ({"jwks_uri": "https://id.example.kz/"}, None),
        ({"issuer": "https://id.example.kz"}, "calls itself otherwise"),
        ({"token_endpoint": "http://id.example.kz/"}, "does not answer as"),
        ({"userinfo_endpoint": "http://id.example.kz/"}, "does not answer as"),
        ({"jwks_uri": ""}, "does not answer as"),
    ],
)
def test_what_a_provider_says_of_itself(
    settings: Settings, told: dict[str, str], message: str | None
) -> None:
    """Its name is the one agreed, and nothing goes to it in plain text."""
    with saying(told) as address:
        settings.SOCIALACCOUNT_PROVIDERS = described(address)
        found = list(sign_in.identity_provider())
    assert [message is not None and message in one.message for one in found] == (
        [True] if message else []
    )


def test_a_provider_that_is_not_there(settings: Settings) -> None:
    """It is told; without a provider there is nothing to tell."""
    settings.SOCIALACCOUNT_PROVIDERS = described("http://127.0.0.1:9")
    assert [one.severity for one in sign_in.identity_provider()] == [Severity.WRONG]
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": []}}
    assert list(sign_in.identity_provider()) == []
