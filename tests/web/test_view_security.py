"""One's own sign-in and security: factors set up and taken away, sessions ended."""

import re
from datetime import timedelta
from html import unescape
from urllib.parse import unquote

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import make_password
from django.test import Client
from pytest_django import Settings

from jospar.accounts.models import Person
from jospar.rules.core.offices import Office
from tests.web.seats import seat
from tests.web.second_factors import (
    OWN,
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

PAGE, APP, CODES = "/en/security/", "/en/security/app/", "/en/security/codes/"
CONFIRM = "/en/security/confirm/"
CHANGES = ("passkey/", "app/", "codes/")


@pytest.fixture
def her() -> Person:
    """Return somebody with a password alone."""
    return person()


def read(client: Client, address: str = PAGE) -> str:
    """Return the page."""
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def secret_on(html: str) -> str:
    """Return the secret that the page shows, without its blanks."""
    found = re.search(r'class="secret"[^>]*>([^<]*)<', html)
    assert found is not None
    return found[1].replace(" ", "")


def test_an_app_is_set_up(client: Client, her: Person) -> None:
    """Its secret is shown, as a picture too, and holds once its code is right."""
    enter(client)
    html = read(client, APP)
    secret = secret_on(html)
    assert f"otpauth://totp/a.akhmetova?secret={secret}&amp;issuer=Jospar" in html
    assert html.count("<path d=") == 1
    again = client.post(APP, {"code": "000000"})
    said = alert(again.content.decode())
    assert (again.status_code, said.startswith("The code is wrong.")) == (422, True)
    assert secret_on(again.content.decode()) == secret
    assert not Authenticator.objects.exists()
    done = client.post(APP, {"code": code_of(secret)}).content.decode()
    assert len(re.findall(r"<code translate", done)) == 10
    assert client.get(APP)["Location"] == PAGE
    other = Client()
    assert enter(other) == "/sign-in/more/"
    assert not is_in(other)


def test_recovery_codes_are_shown_once(client: Client, her: Person) -> None:
    """Also as a file; afterwards only how many are left is said."""
    enter(client)
    secret = secret_on(read(client, APP))
    html = client.post(APP, {"code": code_of(secret)}).content.decode()
    codes = re.findall(r"<code translate=\"no\">([\d ]+)</code>", html)
    assert [code.replace(" ", "") for code in codes] == list(recovery_codes(her))
    file = re.search(r'download="([^"]*)" href="data:text/plain;[^,]*,([^"]*)"', html)
    assert file is not None
    assert file[1] == "jospar-a.akhmetova.txt"
    assert unquote(unescape(file[2])).splitlines()[3:] == codes
    later = read(client)
    assert "10 codes are left." in later
    assert [code for code in codes if code in later] == []
    assert client.get(CODES)["Location"] == PAGE


def test_recovery_codes_are_made_anew(client: Client, her: Person) -> None:
    """Those before open nothing any more; without a factor there are none."""
    enter(client)
    assert client.post(CODES)["Location"] == PAGE
    give_app(her)
    before = set(recovery_codes(her))
    assert client.post(CODES).status_code == 200
    assert before.isdisjoint(recovery_codes(her))


def test_few_codes_are_pointed_out(client: Client, her: Person) -> None:
    """From two on."""
    give_app(her)
    held = Authenticator.objects.get(type="recovery_codes")
    enter(client)
    client.post("/en/sign-in/more/", {"code": code_of(SECRET)})
    for used, said in ((2**7 - 1, False), (2**8 - 1, True)):
        held.data["used_mask"] = used
        held.save()
        html = read(client)
        assert ('class="said cautioned">2 codes are left.' in html) is said


@pytest.mark.parametrize("address", CHANGES)
def test_changes_are_confirmed(
    client: Client, her: Person, settings: Settings, address: str
) -> None:
    """By the password, where there is nothing else; then the page opens."""
    client.force_login(her)
    goal = f"{PAGE}{address}"
    answer = client.get(goal)
    leads = f"{CONFIRM}?next=%2Fen%2Fsecurity%2F{address.replace('/', '%2F')}"
    assert answer["Location"] == leads
    wrong = client.post(CONFIRM, {"password": "wrong", "next": goal})
    said = alert(wrong.content.decode())
    assert (wrong.status_code, said) == (
        422,
        "The current password is not right. Type it again.",
    )
    assert client.post(CONFIRM, {"password": OWN, "next": goal})["Location"] == goal
    assert client.get(leads)["Location"] == goal
    assert client.get(goal)["Location" if address == "codes/" else "Content-Type"]
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 0
    assert client.get(goal)["Location"] == leads


def test_whoever_has_a_factor_confirms_by_it(client: Client, her: Person) -> None:
    """The password alone does not take it away."""
    app = give_app(her)
    client.force_login(her)
    taken = {"do": "remove", "number": app.pk}
    assert client.post(PAGE, taken)["Location"].startswith(CONFIRM)
    assert client.post(CONFIRM, {"password": OWN}).status_code == 422
    assert client.post(CONFIRM, {"code": code_of(SECRET)})["Location"] == PAGE
    assert client.post(PAGE, taken)["Location"] == PAGE
    assert not Authenticator.objects.exists()
    assert enter(Client()) == "/en/"


def test_guesses_at_the_confirmation_are_counted(client: Client, her: Person) -> None:
    """As those at sign-in are."""
    client.force_login(her)
    for _ in range(5):
        client.post(CONFIRM, {"password": "wrong"})
    answer = client.post(CONFIRM, {"password": OWN})
    assert answer.status_code == 429


@pytest.mark.parametrize(
    "typed", [{}, {"number": "x"}, {"number": "1"}, {"number": "9" * 30}]
)
@pytest.mark.parametrize("do", ["remove", "rename"])
def test_a_factor_of_nobody(
    client: Client, her: Person, do: str, typed: dict[str, str]
) -> None:
    """Nor somebody else's."""
    give_app(person("b.ospanov"))
    enter(client)
    assert client.post(PAGE, typed | {"do": do, "name": "x"}).status_code == 404
    assert Authenticator.objects.count() == 2


def test_sessions_are_listed(client: Client, her: Person) -> None:
    """With browser and address; which is this one is said."""
    enter(client)
    other = Client(headers={"user-agent": "Mozilla/5.0 (X11; Linux) Firefox/140.0"})
    enter(other)
    html = read(client)
    assert re.findall(r'<p class="key">(.*?)</p>', html) == [
        'Unknown browser <span class="pill met">this one</span>',
        "Firefox · Linux",
    ]
    assert html.count("127.0.0.1") == 3


def test_sessions_are_ended(client: Client, her: Person) -> None:
    """One of them, or all others; never that of the page, nor somebody else's."""
    others = [Client() for _ in range(3)]
    stranger = Client()
    for one in (client, *others):
        enter(one)
        read(one)
    stranger.force_login(person("b.ospanov"))
    read(stranger)
    number = re.findall(r'name="number" value="(\d+)"', read(client))[0]
    client.post(PAGE, {"do": "end", "number": number})
    assert sum(is_in(one) for one in others) == 2
    assert stranger.post(PAGE, {"do": "end-others"})["Location"] == PAGE
    assert sum(is_in(one) for one in others) == 2
    client.post(PAGE, {"do": "end-others"})
    assert [is_in(one) for one in (client, *others)] == [True, False, False, False]
    read(client)
    assert is_in(stranger)


def test_a_new_password_ends_the_other_sessions(client: Client, her: Person) -> None:
    """And this one goes on under a new key."""
    other = Client()
    enter(client)
    enter(other)
    before = client.session.session_key
    new = {"password": "сегіз қырлы", "repeated": "сегіз қырлы"}
    client.post("/en/password/", new | {"current": OWN})
    assert client.session.session_key != before
    assert read(client).count('<p class="key">') == 1
    assert other.get(PAGE)["Location"].startswith("/en/sign-in/")


def test_a_session_ends_in_the_end(
    client: Client, her: Person, settings: Settings
) -> None:
    """However busy it is."""
    enter(client)
    read(client)
    settings.SESSION_LASTS = timedelta(0)
    assert client.get(PAGE)["Location"].startswith("/en/sign-in/")
    assert not is_in(client)


def test_an_office_that_needs_a_factor(settings: Settings) -> None:
    """Nothing else opens before it is set up, and the reason is said; then all does."""
    settings.SECOND_FACTOR = frozenset({Office.HEAD})
    assert seat(Office.PLANNER).get("/en/notices/").status_code == 200
    seat(Office.HEAD)
    Person.objects.filter(code="head").update(password=make_password(None))
    head = seat(Office.HEAD)
    for address in ("/en/notices/", "/en/", "/en/2024/", "/en/people/"):
        leads = address.replace("/", "%2F")
        assert head.get(address)["Location"] == f"{PAGE}?next={leads}"
    html = read(head, f"{PAGE}?next=/en/notices/")
    assert "Set up a second factor to begin." in html
    assert "(head of the International Law Department)" in html
    assert 'href="/en/security/app/?next=/en/notices/"' in html
    assert "(руководитель" in read(head, "/ru/security/")
    secret = secret_on(read(head, f"{APP}?next=/en/notices/"))
    typed = {"code": code_of(secret), "next": "/en/notices/"}
    assert 'href="/en/notices/"' in head.post(APP, typed).content.decode()
    assert head.get("/en/notices/").status_code == 200


def test_the_last_factor_of_such_an_office_stays(
    client: Client, her: Person, settings: Settings
) -> None:
    """Until the office is left, or another factor is there."""
    settings.SECOND_FACTOR = frozenset(Office)
    head = seat(Office.HEAD)
    whose = Person.objects.get(code="head")
    app = give_app(whose)
    head.post(CONFIRM, {"code": code_of(SECRET)})
    assert "This is your last second factor" in read(head)
    taken = {"do": "remove", "number": app.pk}
    answer = head.post(PAGE, taken)
    said = alert(answer.content.decode())
    assert (answer.status_code, said.startswith("This is your last")) == (422, True)
    other = Authenticator.objects.create(
        user=whose, type="webauthn", data={"name": "a", "credential": {}}
    )
    assert head.post(PAGE, taken)["Location"] == PAGE
    assert list(Authenticator.objects.exclude(type="recovery_codes")) == [other]


def test_a_passkey_that_is_not_made(client: Client, her: Person) -> None:
    """What the browser never answered is told, and the name stays typed."""
    enter(client)
    address = f"{PAGE}passkey/"
    html = read(client, address)
    assert "&#34;residentKey&#34;: &#34;required&#34;" in html
    for sent in ("", "{}", '{"id": 1}', '{"id": "AAAA", "rawId": "A"}'):
        answer = client.post(address, {"credential": sent, "name": "ноутбук"})
        html = answer.content.decode()
        assert (answer.status_code, 'value="ноутбук"' in html) == (422, True)
        assert alert(html).startswith("The passkey was not added")
