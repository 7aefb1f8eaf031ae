"""Signing in and out, and choosing a password."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from jospar.accounts.models import Person
from jospar.accounts.passwords import ONE_TIME, hand_over
from jospar.procedure.clock import Clock

pytestmark = pytest.mark.django_db

OWN = "жеті өзен, бір тау"
LOCKED = "Five attempts with this name failed"


@pytest.fixture(autouse=True)
def quick_hash(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Argon2 take no time: it is meant to take some."""
    for cost, least in (("time_cost", 1), ("memory_cost", 8), ("parallelism", 1)):
        monkeypatch.setattr(Argon2PasswordHasher, cost, least)


@pytest.fixture
def her() -> Person:
    """Return somebody who has chosen a password."""
    person = Person(code="a.akhmetova", name="А. Ахметова")
    person.set_password(OWN)
    person.save()
    return person


def enter(
    client: Client, password: str = OWN, code: str = "a.akhmetova", goal: str = ""
) -> tuple[int, str]:
    """Send the form; return the status, and where it leads or what it says."""
    typed = {"code": code, "password": password, "next": goal}
    answer = client.post("/en/sign-in/", typed)
    html = answer.content.decode()
    said = re.search(r'role="alert"[^>]*>([^<]*)<', html)
    return answer.status_code, answer.get("Location") or (said[1] if said else "")


def is_in(client: Client) -> bool:
    """Tell whether somebody is signed in."""
    return "_auth_user_id" in client.session


@pytest.mark.parametrize(
    ("language", "heading"),
    [("kk", "Жүйеге кіру"), ("ru", "Вход в систему"), ("en", "Sign in")],
)
def test_the_form_stands_in_each_language(
    client: Client, language: str, heading: str
) -> None:
    """Nothing of it comes from another catalogue."""
    html = client.get(f"/{language}/sign-in/").content.decode()
    assert f"<h1>{heading}</h1>" in html


@pytest.mark.parametrize("code", ["a.akhmetova", " A.Akhmetova "])
def test_name_and_password_open_the_way(client: Client, her: Person, code: str) -> None:
    """Blanks and capital letters of the name do not matter."""
    assert enter(client, code=code) == (302, "/en/")
    assert is_in(client)


@pytest.mark.parametrize(
    ("code", "password"),
    [
        ("a.akhmetova", "жеті өзен, бір тас"),
        ("a.akhmetova", ""),
        ("b.ospanov", OWN),
        ("", OWN),
    ],
)
def test_nothing_else_does(
    client: Client, her: Person, code: str, password: str
) -> None:
    """The page does not say whether it was the name or the password."""
    status, said = enter(client, password, code)
    assert (status, said.startswith("The name or the password is not right.")) == (
        422,
        True,
    )
    assert not is_in(client)


def test_a_name_is_locked_after_five_failures(client: Client, her: Person) -> None:
    """Then the right password does not help either, from whatever host and browser."""
    for _ in range(5):
        assert enter(client, "wrong")[0] == 422
    status, said = enter(client)
    assert (status, LOCKED in said, "5 minutes" in said) == (429, True, True)
    other = Client(headers={"host": "localhost:81"})
    assert enter(other, code="A.AKHMETOVA")[0] == 429


def test_four_failures_lock_nothing(client: Client, her: Person) -> None:
    """Nor do somebody else's; and the lock ends."""
    for _ in range(4):
        enter(client, "wrong")
    for _ in range(6):
        enter(client, "wrong", code="b.ospanov")
    assert enter(client) == (302, "/en/")
    client.logout()
    enter(client, "wrong")
    assert enter(client)[0] == 429
    cache.clear()
    assert enter(client)[0] == 302


def test_a_crowd_of_failures_from_one_address(
    client: Client, her: Person, settings: Settings
) -> None:
    """Whoever comes from there waits, told until when; elsewhere nobody does."""
    settings.ACCOUNT_RATE_LIMITS = {
        "login_failed": "5/5m/key",
        "sign_in_failed": "2/5m/ip",
    }
    for name in ("b.ospanov", "e.serik"):
        assert enter(client, code=name)[0] == 422
    typed = {"code": her.code, "password": OWN}
    answer = client.post("/en/sign-in/", typed)
    assert answer.status_code == 429
    assert "It opens again on" in answer.content.decode()
    elsewhere = client.post("/en/sign-in/", typed, REMOTE_ADDR="10.0.0.7")
    assert elsewhere.status_code == 302


def test_who_knows_the_password_is_not_counted(
    client: Client, her: Person, settings: Settings
) -> None:
    """A ministry may come from one address in the morning."""
    settings.ACCOUNT_RATE_LIMITS = {
        "login_failed": "5/5m/key",
        "sign_in_failed": "2/5m/ip",
    }
    assert [enter(Client())[0] for _ in range(4)] == [302] * 4


def test_who_comes_in_waits_for_nobody_from_there(her: Person) -> None:
    """The count of the address is one for all; it is written by failures alone."""

    def writes(password: str) -> bool:
        with CaptureQueriesContext(connection) as asked:
            enter(Client(), password)
        written = [q["sql"] for q in asked if not q["sql"].startswith("SELECT")]
        return any("sign_in_failed" in sql for sql in written)

    assert [writes(password) for password in (OWN, "wrong")] == [False, True]


def test_a_closed_account(client: Client, her: Person) -> None:
    """It is told to who knows the password alone; and who was in is out."""
    enter(client)
    Person.objects.update(is_active=False)
    assert client.get("/en/password/").status_code == 302
    other = Client()
    assert enter(other)[1].startswith("Your account is closed.")
    assert enter(other, "wrong")[1].startswith("The name or the password")


@pytest.mark.parametrize(
    ("goal", "leads"),
    [
        ("/ru/2024/current/?form=ru", "/ru/2024/current/?form=ru"),
        ("https://example.com/", "/en/"),
        ("//example.com/", "/en/"),
        ("/\\example.com", "/en/"),
        ("javascript:alert(1)", "/en/"),
        ("http://testserver/kk/", "/en/"),
        ("example", "/en/"),
    ],
)
def test_the_way_leads_to_pages_of_ours_alone(
    client: Client, her: Person, goal: str, leads: str
) -> None:
    """No address of another site is followed, before or after signing in."""
    assert enter(client, goal=goal) == (302, leads)
    answer = client.get("/en/sign-in/", {"next": goal})
    assert (answer.status_code, answer["Location"]) == (302, leads)


def test_the_session(client: Client, her: Person) -> None:
    """Its cookie is read by no script, and those that have ended are cleared away."""
    ended = Clock().now() - timedelta(days=1)
    Session.objects.create(session_key="x", session_data="", expire_date=ended)
    enter(client)
    cookie = client.cookies["jospar_session"]
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (
        True,
        "Lax",
        12 * 60 * 60,
    )
    assert not Session.objects.filter(session_key="x").exists()


def test_signing_out(client: Client, her: Person) -> None:
    """It is sent, not followed by a link."""
    enter(client)
    assert client.get("/en/sign-out/").status_code == 405
    assert is_in(client)
    answer = client.post("/en/sign-out/")
    assert (answer.status_code, answer["Location"]) == (302, "/en/sign-in/")
    assert not is_in(client)


def test_a_password_is_kept_by_argon2(her: Person) -> None:
    """And by nothing weaker."""
    assert her.password.startswith("argon2$argon2id$")


@pytest.mark.parametrize(
    "address",
    ["accounts/login/", "login/", "signup/", "password/reset/", "email/", "en/signup/"],
)
def test_no_other_page_of_allauth_is_there(client: Client, address: str) -> None:
    """What is not needed is not reachable."""
    assert client.get(f"/{address}").status_code == 404


def test_a_one_time_password_leads_to_an_own_one(client: Client, her: Person) -> None:
    """Nothing else is shown before that; afterwards it opens nothing."""
    handed = hand_over(her, Clock().now())
    goal = "/en/people/"
    assert enter(client, handed, goal=goal) == (
        302,
        "/en/password/?next=%2Fen%2Fpeople%2F",
    )
    answer = client.get(goal)
    assert answer["Location"] == "/en/password/?next=%2Fen%2Fpeople%2F"
    new = {"password": "сегіз қырлы бір сырлы", "repeated": "сегіз қырлы бір сырлы"}
    html = client.post("/en/password/", new | {"next": goal}).content.decode()
    assert "<h1>The password is changed</h1>" in html
    assert f'class="button" href="{goal}"' in html
    assert is_in(client)
    assert enter(Client(), handed)[0] == 422
    assert enter(Client(), new["password"]) == (302, "/en/")


@pytest.mark.parametrize(("waits", "status"), [(ONE_TIME, 422), (timedelta(), 302)])
def test_a_one_time_password_waits_for_some_days(
    client: Client, her: Person, waits: timedelta, status: int
) -> None:
    """After them it is told to have run out."""
    handed = hand_over(her, Clock().now() - waits)
    assert enter(client, handed)[0] == status


def test_a_new_one_time_password_ends_the_sessions(client: Client, her: Person) -> None:
    """Whoever was signed in as the person is not any more."""
    enter(client)
    hand_over(Person.objects.get(), Clock().now())
    answer = client.get("/en/password/")
    assert answer["Location"].startswith("/en/sign-in/")


@pytest.mark.parametrize(
    ("current", "new", "repeated", "said"),
    [
        ("wrong", "сегіз қырлы", "сегіз қырлы", ["current password is not right"]),
        (OWN, "қысқа", "қысқа", ["too short"]),
        (OWN, "1234567890", "1234567890", ["Many people use", "all digits"]),
        (OWN, "a.akhmetova", "a.akhmetova", ["too much like your name"]),
        (OWN, OWN, OWN, ["the password you have now"]),
        (OWN, "сегіз қырлы", "сегіз", ["do not match"]),
    ],
)
def test_a_password_that_is_not_taken(
    client: Client, her: Person, current: str, new: str, repeated: str, said: list[str]
) -> None:
    """Every reason is told at its field, and the password stays."""
    client.force_login(her)
    typed = {"current": current, "password": new, "repeated": repeated}
    answer = client.post("/en/password/", typed)
    faults = re.findall(r'class="fault"[^>]*>([^<]*)<', answer.content.decode())
    assert answer.status_code == 422
    assert len(faults) == 1
    assert [part for part in said if part not in faults[0]] == []
    assert Person.objects.get().check_password(OWN)


def test_guessing_the_current_password_is_counted_too(
    client: Client, her: Person
) -> None:
    """A stolen session does not open the way to a new password."""
    client.force_login(her)
    typed = {"current": "wrong", "password": "сегіз қырлы", "repeated": "сегіз қырлы"}
    for _ in range(5):
        client.post("/en/password/", typed)
    answer = client.post("/en/password/", typed | {"current": OWN})
    assert "wrong five times" in answer.content.decode()
