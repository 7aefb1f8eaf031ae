"""Signing in by a state identity provider, with one that runs beside the tests."""

from urllib.parse import urlencode

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from pytest_django import Settings

from jospar.accounts.models import Invitation, Person
from jospar.accounts.passwords import hand_over
from jospar.procedure.clock import Clock
from tests.identity_provider.browsing import (
    ANSWER,
    ASK,
    NOT_THIS,
    begun,
    browser,
    came_back,
    is_in,
)
from tests.identity_provider.fixtures import client, her, known, provider
from tests.identity_provider.running import approve, asked_with, described

__all__ = ["client", "her", "known", "provider"]  # the fixtures of the tests below

pytestmark = pytest.mark.django_db


def test_who_is_known_comes_in(client: Client, provider: str, her: Person) -> None:
    """The page that was wanted opens, and nothing of the provider is kept."""
    asked = begun(client, "/en/notices/")
    assert came_back(client, approve(provider, her.code, asked)) == (
        302,
        "/en/notices/",
    )
    assert is_in(client)
    her.refresh_from_db()
    assert her.last_login is not None
    assert (Person.objects.count(), SocialAccount.objects.count()) == (1, 0)
    assert client.cookies["jospar_person"].value.startswith("a.akhmetova:")


def test_what_the_provider_is_asked(client: Client, her: Person) -> None:
    """State, nonce and the proof key are new each time."""
    first, second = asked_with(begun(client)), asked_with(begun(client))
    for name in ("state", "nonce", "code_challenge"):
        assert first[name] != second[name]
    assert first["code_challenge_method"] == "S256"
    assert first["redirect_uri"] == f"http://testserver{ANSWER}"
    assert set(first["scope"].split()) == {"openid", "profile", "email"}


def test_what_the_address_adds_is_not_asked(client: Client, her: Person) -> None:
    """Neither scopes nor another process come from whoever wrote a link."""
    extra = {"scope": "admin", "process": "connect", "auth_params": "prompt=none"}
    asked = asked_with(client.get(ASK, extra)["Location"])
    assert "admin" not in asked["scope"]
    assert "prompt" not in asked


def test_the_way_leads_to_pages_of_ours_alone(
    client: Client, provider: str, her: Person
) -> None:
    """Nobody is led on to another site."""
    asked = begun(client, "https://example.com/")
    assert came_back(client, approve(provider, her.code, asked)) == (302, "/en/")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("kk", "Әкімшіден сізді осы атпен қосуды сұраңыз."),
        ("ru", "Попросите администратора добавить вас под этим именем."),
        ("en", "Ask the administrator to add you under it."),
    ],
)
def test_who_is_not_known_is_told_whom_to_ask(
    client: Client, provider: str, her: Person, language: str, words: str
) -> None:
    """No account comes of it, and the page is in the language chosen last."""
    client.get(f"/{language}/sign-in/")
    status, said = came_back(client, approve(provider, "b.ospanov", begun(client)))
    assert (status, "b.ospanov" in said, words in said) == (403, True, True)
    assert not is_in(client)
    assert Person.objects.count() == 1


def test_an_answer_opens_once(client: Client, provider: str, her: Person) -> None:
    """Neither the whole answer nor its code is taken a second time."""
    back = approve(provider, her.code, begun(client))
    assert came_back(client, back)[0] == 302
    client.post("/en/sign-out/")
    status, said = came_back(client, back)
    assert (status, NOT_THIS in said) == (403, True)
    state = asked_with(begun(client))["state"]
    code = asked_with(back)["code"]
    again = f"{ANSWER}?{urlencode({'code': code, 'state': state})}"
    status, said = came_back(client, again)
    assert (status, NOT_THIS in said, is_in(client)) == (403, True, False)


def test_an_answer_is_for_one_browser(
    client: Client, provider: str, her: Person
) -> None:
    """An altered or a stranger's state, none, and a code of another open nothing."""
    back = approve(provider, her.code, begun(client))
    code = asked_with(back)["code"]
    other = browser()
    state = asked_with(begun(other))["state"]
    for path in (
        back,
        f"{ANSWER}?{urlencode({'code': code, 'state': 'x' * 16})}",
        f"{ANSWER}?{urlencode({'code': code})}",
        f"{ANSWER}?{urlencode({'code': code, 'state': state})}",
        ANSWER,
    ):
        status, said = came_back(other, path)
        assert (status, NOT_THIS in said, is_in(other)) == (403, True, False), path


@pytest.mark.parametrize(
    ("error", "words"),
    [("access_denied", "You declined"), ("server_error", "did not allow it")],
)
def test_the_provider_says_no(
    client: Client, her: Person, error: str, words: str
) -> None:
    """The person declined there, or the provider does not let them."""
    state = asked_with(begun(client))["state"]
    path = f"{ANSWER}?{urlencode({'error': error, 'state': state})}"
    status, said = came_back(client, path)
    assert (status, words in said, is_in(client)) == (403, True, False)


def test_the_provider_is_down(
    client: Client, provider: str, her: Person, settings: Settings
) -> None:
    """Before or after it was asked: the other way in is named."""
    back = approve(provider, her.code, begun(client))
    settings.SOCIALACCOUNT_PROVIDERS = described("http://127.0.0.1:9")
    for path in (ASK, back):
        status, said = came_back(client, path)
        assert (status, "does not answer now" in said) == (503, True)
    assert not is_in(client)


def test_the_provider_calls_itself_otherwise(
    client: Client, provider: str, her: Person, settings: Settings
) -> None:
    """Even a stroke at the end makes it another one."""
    settings.SOCIALACCOUNT_PROVIDERS = described(
        provider, JOSPAR_OIDC_ISSUER=f"{provider}/o/"
    )
    assert came_back(client, ASK)[0] == 403


def test_a_password_that_was_handed_over(
    client: Client, provider: str, her: Person
) -> None:
    """Nor an invitation is needed any more, so neither opens; an own one stays."""
    password = hand_over(her, Clock().now())
    Invitation.objects.create(person=her, digest="x", until=Clock().now())
    came_back(client, approve(provider, her.code, begun(client)))
    her.refresh_from_db()
    assert (her.one_time_until, her.has_usable_password()) == (None, False)
    assert Invitation.objects.count() == 0
    assert client.get("/en/notices/").status_code == 200
    her.set_password(password)
    her.save()
    client = browser()
    came_back(client, approve(provider, her.code, begun(client)))
    assert is_in(client)
    her.refresh_from_db()
    assert her.check_password(password)


def test_a_second_factor_is_asked_for_all_the_same(
    client: Client, provider: str, her: Person
) -> None:
    """The provider stands for the password alone."""
    TOTP.activate(her, generate_totp_secret())
    answer = client.get(approve(provider, her.code, begun(client)), follow=True)
    assert answer.redirect_chain[-1][0] == "/en/sign-in/more/"
    assert not is_in(client)


def test_who_is_in_goes_on(client: Client, her: Person) -> None:
    """The provider is not asked."""
    client.force_login(her)
    answer = client.get(ASK, {"next": "/en/notices/"})
    assert answer["Location"] == "/en/notices/"


def test_too_many_ask(client: Client, settings: Settings) -> None:
    """They are told until when; another address is let through."""
    settings.ACCOUNT_RATE_LIMITS = {"provider_asked": "2/5m/ip"}
    assert [client.get(ASK).status_code for _ in range(3)] == [302, 302, 429]
    answer = client.get(ASK)
    assert 0 < int(answer["Retry-After"]) <= 301
    assert "It opens again on" in answer.content.decode()
    assert client.get(ASK, REMOTE_ADDR="10.0.0.7").status_code == 302


def test_without_a_provider_there_is_nothing(
    client: Client, settings: Settings
) -> None:
    """No button, and no address; with one there is a button."""
    assert "Sign in with State ID" in client.get("/en/sign-in/").content.decode()
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": []}}
    assert "State ID" not in client.get("/en/sign-in/").content.decode()
    assert [client.get(path).status_code for path in (ASK, ANSWER)] == [404, 404]
