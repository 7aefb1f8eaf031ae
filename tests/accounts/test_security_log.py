"""The security log: what signing in and out writes there."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from jospar.accounts.models import Person, ReceiptLink
from jospar.accounts.passwords import choose, hand_over
from jospar.accounts.receipt_links import LASTS, make_link, opened_by
from jospar.accounts.security_log import EVENTS, Event, security
from jospar.procedure.clock import Clock
from jospar.rules.core.nouns import PlanKind
from jospar.rules.core.offices import Office
from tests.log import Log, counted, log
from tests.queries.made_record import open_cycle
from tests.web.seats import seat

pytestmark = pytest.mark.django_db

LOGGER = "jospar.security"
TYPED = "eleven-birches"
PAGE = Path(__file__).parents[2] / "docs" / "administrators" / "watching.md"


def person() -> Person:
    """Return somebody who has chosen a password."""
    made = Person(code="a.akhmetova", name="А. Ахметова")
    made.set_password(TYPED)
    made.save()
    return made


def sent(browser: Client, code: str, password: str) -> None:
    """Send the form of signing in."""
    browser.post("/en/sign-in/", {"code": code, "password": password})


def told(written: Log) -> list[tuple[object, ...]]:
    """Return the events with the accounts that they befell."""
    return written.told(LOGGER, "account")


def test_signing_in_and_out() -> None:
    """Both are told, with the request they came with and its address."""
    person()
    browser = Client()
    with log() as written:
        sent(browser, "a.akhmetova", TYPED)
        browser.post("/en/sign-out/")
    assert told(written) == [
        ("signed_in", "a.akhmetova"),
        ("signed_out", "a.akhmetova"),
    ]
    for line in written.lines(LOGGER):
        assert line["address"] == "127.0.0.1"
        assert re.fullmatch("[0-9a-f]{32}", line["request"])


@pytest.mark.slow
def test_failures_and_the_lock() -> None:
    """Five failures are told, and then that nothing more is tried."""
    person()
    with log() as written:
        for _time in range(6):
            sent(Client(), "a.akhmetova", "wrong")
    assert told(written) == [
        *(("sign_in_failed", "a.akhmetova") for _time in range(5)),
        ("sign_in_locked", "a.akhmetova"),
    ]


def test_a_password_typed_as_a_name_is_not_told() -> None:
    """A code that nobody has is left out."""
    with log() as written:
        sent(Client(), TYPED, "anything")
    assert told(written) == [("sign_in_failed", "")]
    assert TYPED not in written.getvalue()


def test_passwords_of_persons() -> None:
    """That one was given or chosen is told, and not the password."""
    made = person()
    with log() as written:
        given = hand_over(made, Clock().now())
        choose(made, TYPED)
    assert told(written) == [
        ("password_handed_over", "a.akhmetova"),
        ("password_changed", "a.akhmetova"),
    ]
    assert [word for word in (given, TYPED) if word in written.getvalue()] == []


def test_every_event_is_counted_and_explained() -> None:
    """The administrators' page has a line for each."""
    before = counted(EVENTS, event="repaired")
    security(Event.REPAIRED, how="restore")
    assert counted(EVENTS, event="repaired") == before + 1
    _before, _heading, page = PAGE.read_text("utf-8").partition("## The security log")
    explained = re.findall(r"^\| `([a-z_]+)` \|", page, re.MULTILINE)
    assert explained == [event.value for event in Event]


def test_personal_links() -> None:
    """Made, opened, tried too late and guessed: by the number, never by the token."""
    day = date(2024, 12, 10)
    with log() as written:
        token = make_link(2024, PlanKind.CURRENT, "parliament", "head", day)
        number = ReceiptLink.objects.get().pk
        opened_by(token, day)
        opened_by(token, day + LASTS + timedelta(days=1))
        opened_by("guessed", day)
    assert written.told(LOGGER, "number", "reason") == [
        ("link_made", number, None),
        ("link_used", number, None),
        ("link_refused", number, "over"),
        ("link_refused", None, "unknown"),
    ]
    assert token not in written.getvalue()


def test_accounts_and_pages_that_are_refused() -> None:
    """An account is made, closed and opened; a page of others is asked for."""
    open_cycle()
    keeper = seat(Office.ADMINISTRATOR)
    with log() as written:
        typed = {"code": "e.serik", "name": "Е. Серік", "language": "kk"}
        keeper.post("/en/people/add/", typed)
        number = Person.objects.get(code="e.serik").pk
        for do in ("close", "open"):
            keeper.post(f"/en/people/{number}/", {"do": do})
        keeper.get("/en/2024/journal/")
    assert written.told(LOGGER, "account", "person") == [
        ("account_made", "e.serik", "administrator"),
        ("password_handed_over", "e.serik", "administrator"),
        ("account_closed", "e.serik", "administrator"),
        ("account_opened", "e.serik", "administrator"),
        ("access_refused", None, "administrator"),
    ]


def test_a_file_that_is_not_taken() -> None:
    """That it was refused is told, and not what it is called or holds."""
    open_cycle()
    head = seat(Office.REGISTRAR)
    file = SimpleUploadedFile("secret-name.exe", b"MZ")
    with log() as written:
        head.post("/en/2024/acts/intake.submit_concept/", {"scans": file})
    assert written.told(LOGGER, "person") == [("upload_refused", "registrar")]
    assert "secret-name" not in written.getvalue()
