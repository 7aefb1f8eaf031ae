"""Mails reach a real server, each once, and again where it failed."""

from collections.abc import Iterator
from datetime import date, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from pytest_django import Settings

from jospar.accounts.models import Person
from jospar.notices.models import Delivery
from jospar.notices.passes import PassReport, run_pass
from jospar.notices.sending import AGAIN
from tests.installation import Installation
from tests.notices.made_notices import Standing, appoint, at, notice
from tests.notices.smtp_server import Server, smtp_server
from tests.procedure.made_orders import perform_act
from tests.rules import made

MONDAY = date(2024, 10, 7)
NOW = at(MONDAY)


@pytest.fixture
def server(settings: Settings) -> Iterator[Server]:
    """Serve mail, and have the settings name that server."""
    with smtp_server() as found:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", found.port
        yield found


def later(clock: Standing, by: timedelta) -> Standing:
    """Return a clock that stands later."""
    return Standing(at=clock.at + by)


def read(mail: bytes) -> EmailMessage:
    """Return a mail as a mail program reads it."""
    found = message_from_bytes(mail, policy=policy.default)
    assert isinstance(found, EmailMessage)
    return found


def result(report: PassReport) -> tuple[int, int]:
    """Return how many mails a pass sent, and how many it could not."""
    return report.attempts.sent, len(report.attempts.failed)


@pytest.mark.django_db
def test_a_mail_in_kazakh(server: Server, settings: Settings) -> None:
    """Its letters come through in the subject and in the text, with the link."""
    settings.PUBLIC_URL = "https://jospar.gov.kz"
    appoint("a", "body_officer", "trade", email="a@trade.gov.kz", language="kk")
    notice("a")
    assert result(run_pass(NOW)) == (1, 0)
    mail = read(server.mails[0])
    assert server.mails[0].isascii()
    assert [
        str(mail[name]).strip() for name in ("to", "subject", "content-language")
    ] == [
        "a@trade.gov.kz",
        "Jospar: тұжырымдама қайтарылды",
        "kk",
    ]
    assert mail.get_content().splitlines() == [
        "Жаңа хабарламалар:",
        "– «Сауда туралы келісім» тұжырымдамасы кешігіп түскендіктен 2024 жылғы "
        "3 қазан күні қаралмай қайтарылды.",
        "  https://jospar.gov.kz/kk/2024/concepts/7/",
        "",
        "Жұмыс үстеліңіз: https://jospar.gov.kz/kk/",
        "",
        "Бұл хатты Jospar жүйесі автоматты түрде жіберді, оған жауап берудің қажеті "
        "жоқ.",
    ]


@pytest.mark.django_db
def test_no_links_where_no_address_is_known(server: Server) -> None:
    """A mail without an address of the pages has none."""
    appoint("a", "head", email="a@mfa.gov.kz")
    notice("a")
    run_pass(NOW)
    assert "http" not in read(server.mails[0]).get_content()


@pytest.mark.django_db
def test_a_mail_is_sent_once(server: Server) -> None:
    """Neither the same moment nor a later one sends it again."""
    appoint("a", "head", email="a@mfa.gov.kz")
    notice("a")
    reports = [run_pass(clock) for clock in (NOW, NOW, later(NOW, timedelta(hours=9)))]
    assert [result(report) for report in reports] == [(1, 0), (0, 0), (0, 0)]


@pytest.mark.django_db
def test_a_server_that_is_down(server: Server) -> None:
    """One mail finds out, the others wait for the next pass; then all go, once."""
    for name in ("a", "b", "c"):
        appoint(name, "head", email=f"{name}@mfa.gov.kz")
        notice(name)
    server.down = True
    assert result(run_pass(NOW)) == (0, 1)
    assert list(Delivery.objects.order_by("id").values_list("attempts", flat=True)) == [
        1,
        0,
        0,
    ]
    server.down = False
    assert result(run_pass(NOW)) == (2, 0)
    assert result(run_pass(later(NOW, AGAIN[0]))) == (1, 0)
    assert sorted(read(mail)["to"] for mail in server.mails) == [
        "a@mfa.gov.kz",
        "b@mfa.gov.kz",
        "c@mfa.gov.kz",
    ]


@pytest.mark.django_db
def test_an_address_that_is_refused(server: Server) -> None:
    """It holds up no other mail, and why it was refused is kept."""
    for name in ("a", "b"):
        appoint(name, "head", email=f"{name}@mfa.gov.kz")
        notice(name)
    server.refused = {"a@mfa.gov.kz"}
    report = run_pass(NOW)
    assert result(report) == (1, 1)
    failed = report.attempts.failed[0]
    assert (failed.address, failed.state) == ("a@mfa.gov.kz", "waiting")
    assert "nobody of that name" in failed.last_error


@pytest.mark.django_db
def test_times_of_trying_again(server: Server) -> None:
    """After five minutes, half an hour, two hours and eight; a minute before, not."""
    appoint("a", "head", email="a@mfa.gov.kz")
    notice("a")
    server.down = True
    clock, minute = NOW, timedelta(minutes=1)
    assert result(run_pass(clock)) == (0, 1)
    for wait in (5, 30, 120, 480):
        clock = later(clock, timedelta(minutes=wait) - minute)
        assert result(run_pass(clock)) == (0, 0)
        clock = later(clock, minute)
        assert result(run_pass(clock)) == (0, 1)
    mail = Delivery.objects.get(digest=False)
    assert (mail.attempts, mail.state) == (5, "failed")


@pytest.mark.django_db
def test_what_was_given_up_is_in_the_next_digest(server: Server) -> None:
    """It is not lost: the next morning's digest tells it."""
    appoint("a", "head", email="a@mfa.gov.kz")
    notice("a")
    server.down = True
    clock = at(MONDAY, 17)
    run_pass(clock)
    for wait in AGAIN:
        clock = later(clock, wait)
        run_pass(clock)
    server.down = False
    assert result(run_pass(at(date(2024, 10, 8), 9))) == (1, 0)
    assert "Соглашение о торговле" in read(server.mails[0]).get_content()


@pytest.mark.django_db
def test_a_pass_killed_while_sending(server: Server) -> None:
    """Its mail is tried again when the time of another attempt has come."""
    appoint("a", "head", email="a@mfa.gov.kz")
    mail = Delivery.objects.create(
        person="a",
        key="notice.1",
        digest=False,
        attempts=1,
        next_attempt_at=NOW.now() + AGAIN[0],
    )
    notice("a", delivery=mail)
    assert result(run_pass(NOW)) == (0, 0)
    assert result(run_pass(later(NOW, AGAIN[0]))) == (1, 0)


@pytest.mark.django_db
@pytest.mark.parametrize("active", [True, False])
def test_people_who_left_get_no_mail(server: Server, active: bool) -> None:
    """A mail that waited for somebody who may not sign in any more is dropped."""
    appoint("a", "head", email="a@mfa.gov.kz")
    notice("a")
    server.down = True
    run_pass(NOW)
    server.down = False
    Person.objects.update(is_active=active)
    run_pass(later(NOW, AGAIN[0]))
    assert len(server.mails) == int(active)


@pytest.mark.django_db
def test_line_breaks_add_no_header(server: Server) -> None:
    """Neither a title nor an address can put one in."""
    appoint("a", "head", email="a@mfa.gov.kz\nBcc: x@example.com")
    appoint("b", "head", email="b@mfa.gov.kz")
    title = {"kk": "Келісім\nBcc: x@example.com", "ru": "Соглашение\r\nBcc: x"}
    for name in ("a", "b"):
        notice(name, parameters={"concept": 7, "title": title, "on": "2024-10-03"})
    assert result(run_pass(NOW)) == (1, 1)
    (mail,) = server.mails
    assert (read(mail)["to"], read(mail)["bcc"]) == ("b@mfa.gov.kz", None)
    assert "«Соглашение Bcc: x»" in read(mail).get_content()


@pytest.mark.django_db
def test_a_rehearsal_stays_on_the_machine(server: Server, settings: Settings) -> None:
    """Whatever server there is, its mails are files, and say that they are played."""
    perform_act(made.open_cycle())
    appoint("a", "head", email="a@mfa.gov.kz", language="en")
    notice("a")
    assert result(run_pass(NOW)) == (1, 0)
    (file,) = settings.MAILBOX.glob("*.eml")
    mail = read(file.read_bytes())
    file.unlink()
    assert (server.mails, mail["subject"]) == (
        [],
        "Jospar: [rehearsal] a concept was returned",
    )
    assert mail.get_content().startswith("This is a rehearsal")


PERSON = (
    "INSERT INTO accounts_person (password, code, name, email, language, is_active) "
    "VALUES ('', %s, %s, %s, 'ru', %s)"
)
NOTICE = (
    "INSERT INTO notices_notice (person, key, kind, year, parameters, at_once, "
    "created_at) VALUES (%s, 'made', 'body_reminded', 2024, '{}', %s, %s)"
)


@pytest.mark.slow
def test_two_passes_at_once(jospar: Installation) -> None:
    """Three programs at one moment send what is new to each person once."""
    assert jospar("notices").status == 0
    with jospar.database() as sql:
        for number in range(12):
            code = f"person-{number}"
            sql(PERSON, code, code, f"{code}@mfa.gov.kz", True)
            sql(NOTICE, code, True, "2024-10-03 06:00:00+00:00")
    with smtp_server() as found:
        variables = {"JOSPAR_MAIL": f"smtp://127.0.0.1:{found.port}"}
        processes = [
            jospar.start("notices", environment=variables) for _program in range(3)
        ]
        said = [process.communicate(timeout=60) for process in processes]
    assert [
        (process.returncode, err)
        for process, (_, err) in zip(processes, said, strict=True)
    ] == [(0, "")] * 3
    people = [read(mail)["to"] for mail in found.mails]
    assert (len(people), len(set(people))) == (12, 12)
