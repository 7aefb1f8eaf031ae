"""Signing in by a code or a passkey beside the password, or instead of it."""

import json
import time

import pytest
from django.core.cache import cache
from django.test import Client

from jospar.accounts.models import Person
from jospar.accounts.passwords import hand_over
from jospar.procedure.clock import Clock
from tests.web.second_factors import (
    SECRET,
    alert,
    code_of,
    enter,
    give_app,
    is_in,
    person,
    recovery_codes,
)

pytestmark = pytest.mark.django_db

MORE = "/en/sign-in/more/"
PASSKEY = "/en/sign-in/passkey/"
STRANGE = (
    *("", "x", "5", "[]", "{}", "null", '{"id": 1}', '{"response": 5}'),
    '{"id": "AAAA", "rawId": "AAAA", "type": "public-key", "response": {}}',
    '{"id": "AAAA", "rawId": "AAAA", "type": "public-key", "response": 5}',
    json.dumps(
        {
            "id": "A",
            "rawId": "é",
            "type": "public-key",
            "response": {
                "clientDataJSON": "e30",
                "authenticatorData": "A" * 50,
                "signature": "AAAA",
                "userHandle": "MQ",
            },
        }
    ),
)
"""What no passkey answers, and somebody may send."""


@pytest.fixture
def her() -> Person:
    """Return somebody with an app and recovery codes."""
    made = person()
    give_app(made)
    return made


def shows(client: Client, code: str) -> tuple[int, str]:
    """Send a code; return the status, and where it leads or what it says."""
    answer = client.post(MORE, {"code": code})
    return answer.status_code, answer.get("Location") or alert(answer.content.decode())


def test_the_password_alone_opens_nothing(client: Client, her: Person) -> None:
    """It leads to the page of the second factor, in the language read last."""
    assert enter(client, goal="/en/security/") == "/sign-in/more/"
    assert not is_in(client)
    assert client.get("/sign-in/more/")["Location"] == "/kk/sign-in/more/"
    client.get(MORE)
    assert client.get("/sign-in/more/")["Location"] == MORE
    assert client.get("/en/security/").status_code == 302


def test_the_code_of_the_app_opens_the_way(client: Client, her: Person) -> None:
    """It goes on to where the person wanted to go, in a session of a new key."""
    enter(client, goal="/en/security/")
    before = client.session.session_key
    assert shows(client, code_of(SECRET)) == (302, "/en/security/")
    assert is_in(client)
    assert client.session.session_key != before
    assert client.cookies["jospar_person"].value.startswith("a.akhmetova:")


@pytest.mark.parametrize(
    ("later", "status"), [(-2, 422), (-1, 302), (1, 302), (2, 422)]
)
def test_a_clock_may_differ_by_half_a_minute(
    client: Client, her: Person, later: int, status: int
) -> None:
    """By more it is told to be set right."""
    while time.time() % 30 > 28:  # the half minute would end under the test
        time.sleep(0.5)
    enter(client)
    assert shows(client, code_of(SECRET, later))[0] == status


def test_a_code_is_taken_once(client: Client, her: Person) -> None:
    """Also when allauth has forgotten it, while it still holds elsewhere."""
    code = code_of(SECRET, 1)
    enter(client)
    assert shows(client, code)[0] == 302
    other = Client()
    enter(other)
    assert shows(other, f"{code[:3]} {code[3:]}")[0] == 422
    cache.delete(f"allauth.mfa.totp.used?user={her.pk}&code={code}")
    status, said = shows(other, code)
    assert (status, said.startswith("The code is wrong or was used before.")) == (
        422,
        True,
    )


def test_a_recovery_code_works_once(client: Client, her: Person) -> None:
    """Blanks do not matter; the other codes are left."""
    code = recovery_codes(her)[0]
    enter(client)
    assert shows(client, f"{code[:4]} {code[4:]}")[0] == 302
    assert len(recovery_codes(her)) == 9
    other = Client()
    enter(other)
    assert shows(other, code)[0] == 422
    assert not is_in(other)


def test_five_wrong_codes_lock(client: Client, her: Person) -> None:
    """Then the right one does not help either, wherever it comes from."""
    enter(client)
    for _ in range(5):
        assert shows(client, "000000")[0] == 422
    status, said = shows(client, code_of(SECRET))
    assert (status, said.startswith("Five attempts failed")) == (429, True)
    other = Client()
    enter(other)
    assert shows(other, recovery_codes(her)[0])[0] == 429
    cache.clear()
    assert shows(other, recovery_codes(her)[0])[0] == 302


def test_four_wrong_codes_lock_nothing(client: Client, her: Person) -> None:
    """And after the right one they are forgotten."""
    enter(client)
    for _ in range(4):
        shows(client, "000000")
    assert shows(client, code_of(SECRET))[0] == 302


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("kk", "Код дұрыс емес немесе бұрын қолданылған."),
        ("ru", "Код неверен или уже использован."),
        ("en", "The code is wrong or was used before."),
    ],
)
def test_a_wrong_code_is_told(
    client: Client, her: Person, language: str, said: str
) -> None:
    """In the reader's language."""
    enter(client)
    answer = client.post(f"/{language}/sign-in/more/", {"code": "000000"})
    assert alert(answer.content.decode()).startswith(said)


def test_without_a_password_there_is_nothing_to_add(
    client: Client, her: Person
) -> None:
    """It leads to the beginning; who is in goes on."""
    assert client.get(MORE)["Location"] == "/en/sign-in/"
    assert shows(client, code_of(SECRET)) == (302, "/en/sign-in/")
    client.force_login(her)
    assert client.get(MORE)["Location"] == "/en/"
    assert client.get(PASSKEY)["Location"] == "/en/"


def test_an_account_that_was_closed_meanwhile(client: Client, her: Person) -> None:
    """The second factor does not open it."""
    enter(client)
    Person.objects.update(is_active=False)
    shows(client, code_of(SECRET))
    assert client.get("/en/security/")["Location"].startswith("/en/sign-in/")


def test_a_one_time_password_needs_the_factor_too(client: Client) -> None:
    """Whoever gets hold of it is not in; with the code one chooses an own password."""
    made = person()
    give_app(made)
    handed = hand_over(made, Clock().now())
    assert enter(client, goal="/en/security/", password=handed) == "/sign-in/more/"
    assert shows(client, code_of(SECRET)) == (
        302,
        "/en/password/?next=%2Fen%2Fsecurity%2F",
    )


@pytest.mark.parametrize("sent", STRANGE)
def test_what_no_passkey_answers(client: Client, her: Person, sent: str) -> None:
    """It opens nothing, and breaks nothing, before and after a password."""
    client.get(PASSKEY)
    answer = client.post(PASSKEY, {"credential": sent})
    said = alert(answer.content.decode())
    assert (answer.status_code, said.startswith("This passkey does not fit")) == (
        422,
        True,
    )
    enter(client)
    client.get(MORE)
    assert client.post(MORE, {"credential": sent}).status_code == 422
    assert not is_in(client)
