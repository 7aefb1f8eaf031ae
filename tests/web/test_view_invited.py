"""Inviting somebody by a link, and the page that the link opens."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.test import Client
from pytest_django import Settings

from jospar.accounts.invitations import LASTS, accept
from jospar.accounts.models import Appointment, Invitation, Person
from jospar.procedure.clock import Clock
from jospar.procedure.rehearsal import rehearse_on
from jospar.rules.core.offices import Office
from tests.notices.smtp_server import smtp_server
from tests.procedure.made_orders import TODAY
from tests.web.seats import seat
from tests.web.test_people import plain

pytestmark = pytest.mark.django_db

OWN = "жеті өзен, бір тау"
CHOSEN = {"password": OWN, "repeated": OWN}
TYPED = {"code": "e.serik", "name": "Е. Серік", "email": "e@b.kz", "language": "kk"}


@pytest.fixture
def keeper() -> Client:
    """Return the browser of the administrator."""
    return seat(Office.ADMINISTRATOR)


@pytest.fixture
def in_earnest() -> Client:
    """Return the browser of an administrator of a record that is no rehearsal."""
    Appointment.objects.create(
        entry=1,
        person="b.ali",
        name="Б. Әлі",
        office=Office.ADMINISTRATOR,
        first_day=TODAY,
    )
    client = Client()
    client.force_login(Person.objects.create(code="b.ali", name="Б. Әлі"))
    return client


@pytest.fixture
def her() -> Person:
    """Return somebody who was taken up."""
    return Person.objects.create(code="a.akhmetova", name="А. Ахметова", language="ru")


def invited(keeper: Client, her: Person) -> str:
    """Invite somebody on their page; return where the link leads."""
    answer = keeper.post(f"/en/people/{her.pk}/", {"do": "invite"})
    (link,) = re.findall(r'readonly value="([^"]+)"', answer.content.decode())
    assert link.startswith("http://testserver/")
    return str(urlsplit(link).path)


def heading(html: bytes) -> str:
    """Return the heading of a page."""
    found = re.search(r"<h1>([^<]*)</h1>", html.decode())
    return found[1] if found else ""


def test_who_is_invited_signs_in(keeper: Client, her: Person, client: Client) -> None:
    """The link speaks their language; to look is not to use it."""
    path = invited(keeper, her)
    assert path.startswith("/ru/invited/")
    path = path.replace("/ru/", "/en/")
    for _ in range(2):
        answer = client.get(path)
        assert heading(answer.content) == "You are invited to Jospar"
    assert answer["Referrer-Policy"] == "same-origin"
    assert "no-store" in answer["Cache-Control"]
    answer = client.post(path, CHOSEN)
    assert (answer.status_code, heading(answer.content)) == (
        *(200, "Your password is set"),
    )
    assert "_auth_user_id" not in client.session
    entered = client.post("/en/sign-in/", {"code": her.code, "password": OWN})
    assert entered.status_code == 302
    assert "_auth_user_id" in client.session


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"password": "қысқа", "repeated": "қысқа"}, "password"),
        ({"password": "a.akhmetova", "repeated": "a.akhmetova"}, "password"),
        ({"password": OWN, "repeated": "басқа"}, "repeated"),
        ({}, "password"),
    ],
)
def test_a_password_that_is_not_good_enough(
    keeper: Client, her: Person, client: Client, typed: dict[str, str], field: str
) -> None:
    """The field says why, and the link waits on."""
    path = invited(keeper, her)
    answer = client.post(path, typed)
    assert answer.status_code == 422
    assert f'id="{field}-fault"' in answer.content.decode()
    assert client.post(path, CHOSEN).status_code == 200


@pytest.mark.parametrize(
    ("changed", "status", "words"),
    [
        ({"used_at": Clock().now()}, 410, "A password was set by this link already"),
        ({"until": Clock().now() - timedelta(1)}, 410, "The link has run out."),
        ({"digest": "0" * 64}, 404, "There is no such link"),
    ],
)
def test_a_link_that_opens_nothing(
    keeper: Client,
    her: Person,
    client: Client,
    changed: dict[str, object],
    status: int,
    words: str,
) -> None:
    """Used, run out, or not ours: the page says so, and whom to ask; no form stands."""
    path = invited(keeper, her).replace("/ru/", "/en/")
    Invitation.objects.update(**changed)
    for answer in (client.get(path), client.post(path, CHOSEN)):
        html = answer.content.decode()
        assert (answer.status_code, words in html, "administrator" in html) == (
            *(status, True, True),
        )
        assert 'type="password"' not in html
    her.refresh_from_db()
    assert not her.has_usable_password()


class Quicker:
    """Somebody who uses the link while another's password is looked at."""

    def validate(self, password: str, user: Person) -> None:
        """Find nothing wrong with a password, and set another one."""
        accept(Invitation.objects.get(), OWN, Clock().now())


def test_two_use_a_link_at_once(
    keeper: Client, her: Person, client: Client, settings: Settings
) -> None:
    """The first sets the password; the other is told, and sets none."""
    path = invited(keeper, her).replace("/ru/", "/en/")
    settings.AUTH_PASSWORD_VALIDATORS = [{"NAME": f"{__name__}.Quicker"}]
    answer = client.post(path, {"password": "another", "repeated": "another"})
    assert (answer.status_code, heading(answer.content)) == (
        *(410, "This link opens nothing"),
    )
    her.refresh_from_db()
    assert her.check_password(OWN)


def test_a_closed_account(keeper: Client, her: Person, client: Client) -> None:
    """Its link says so; nobody is invited to it."""
    path = invited(keeper, her)
    keeper.post(f"/en/people/{her.pk}/", {"do": "close"})
    assert client.post(path, CHOSEN).status_code == 403
    assert keeper.post(f"/en/people/{her.pk}/", {"do": "invite"}).status_code == 302


def test_whoever_was_in_is_out(keeper: Client) -> None:
    """Somebody who had a password has none until the link is used."""
    other = seat(Office.AUDITOR)
    invited(keeper, Person.objects.get(code="auditor"))
    assert other.get("/en/notices/").status_code == 302


def test_the_link_is_shown_once(keeper: Client, her: Person) -> None:
    """No other page has it; the list says who waits until when, and who never came."""
    token = invited(keeper, her).split("/")[-2]
    rehearse_on(TODAY)
    list_, own = keeper.get("/en/people/"), keeper.get(f"/en/people/{her.pk}/")
    for answer in (list_, own):
        assert token not in answer.content.decode()
        assert "invited until" in plain(answer.content)
        assert "Has not signed in yet." in plain(answer.content)
    Invitation.objects.update(until=Clock().now() - timedelta(minutes=1))
    assert "invitation ran out" in plain(keeper.get("/en/people/").content)
    Invitation.objects.update(used_at=Clock().now())
    assert "invit" not in plain(keeper.get("/en/people/").content).lower()


def test_somebody_is_added_and_invited(keeper: Client) -> None:
    """With the other button of the form there is no one-time password."""
    answer = keeper.post("/en/people/add/", TYPED | {"do": "invite"})
    assert heading(answer.content) == "Invitation"
    person = Person.objects.get(code="e.serik")
    assert (person.one_time_until, person.has_usable_password()) == (None, False)
    until = Invitation.objects.get(person=person).until - Clock().now()
    assert timedelta(0) < LASTS - until < timedelta(minutes=1)


@pytest.mark.parametrize("office", [Office.HEAD, Office.AUDITOR])
def test_nobody_else_invites(office: Office, her: Person) -> None:
    """It is the administrator's alone."""
    client = seat(office)
    answer = client.post(f"/en/people/{her.pk}/", {"do": "invite"})
    assert (answer.status_code, Invitation.objects.count()) == (403, 0)


def test_the_link_is_mailed(in_earnest: Client, settings: Settings) -> None:
    """In the language of letters, where there is a server and an address."""
    keeper = in_earnest
    settings.PUBLIC_URL = "https://jospar.example.kz"
    keeper.post("/en/people/add/", TYPED | {"do": "invite"})
    assert mail.outbox == []
    settings.EMAIL_HOST = "mail.example.kz"
    number = Person.objects.get(code="e.serik").pk
    answer = keeper.post(f"/en/people/{number}/", {"do": "invite"})
    assert "The link was sent to e@b.kz." in plain(answer.content)
    [sent] = mail.outbox
    assert isinstance(sent, EmailMessage)
    (link,) = re.findall(r'readonly value="([^"]+)"', answer.content.decode())
    assert link.startswith("https://jospar.example.kz/kk/invited/")
    assert (link in sent.body, sent.to) == (True, ["e@b.kz"])
    assert "Құпиясөзіңізді" in str(sent.body)
    Person.objects.update(email="")
    keeper.post(f"/en/people/{number}/", {"do": "invite"})
    assert len(mail.outbox) == 1


def test_nothing_of_a_rehearsal_is_mailed(keeper: Client, settings: Settings) -> None:
    """The link stands on the page alone."""
    settings.EMAIL_HOST = "mail.example.kz"
    answer = keeper.post("/en/people/add/", TYPED | {"do": "invite"})
    assert (heading(answer.content), mail.outbox) == ("Invitation", [])


def test_the_mail_is_not_taken(
    in_earnest: Client, her: Person, settings: Settings
) -> None:
    """The page says so, and the link stands there all the same."""
    Person.objects.filter(pk=her.pk).update(email="a@b.kz")
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    with smtp_server() as server:
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        server.down = True
        answer = in_earnest.post(f"/en/people/{her.pk}/", {"do": "invite"})
    assert "was not sent: the mail server did not take it" in plain(answer.content)
    assert "/ru/invited/" in answer.content.decode()


def test_guessing_is_limited(
    keeper: Client, her: Person, client: Client, settings: Settings
) -> None:
    """Whoever guesses waits, told until when; who comes from elsewhere does not."""
    settings.ACCOUNT_RATE_LIMITS = {"link_guessed": "3/5m/ip"}
    path = invited(keeper, her)
    guesses = [client.get(f"/en/invited/{number}/") for number in range(4)]
    assert [answer.status_code for answer in guesses] == [404, 404, 404, 429]
    assert client.get(path).status_code == 429
    assert client.get("/en/received/guess/").status_code == 429
    assert client.get(path, REMOTE_ADDR="10.0.0.7").status_code == 200
    assert client.get(path, headers={"X-Forwarded-For": "10.0.0.8"}).status_code == 429
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    forwarded = {"X-Forwarded-For": "10.0.0.8, 127.0.0.1"}
    assert client.get(path, headers=forwarded).status_code == 429
    forwarded = {"X-Forwarded-For": "127.0.0.1, 10.0.0.8"}
    assert client.get(path, headers=forwarded).status_code == 200
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 3
    assert client.get(path, headers=forwarded).status_code == 429
