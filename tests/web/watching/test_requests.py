"""Requests: their names, their lines, and what never stands in a line."""

import re

import pytest
from django.test import Client
from pytest_django import Settings

from jospar.rules.core.offices import Office
from jospar.web.watching.requests import REQUESTS
from tests.log import counted, log
from tests.queries.made_record import open_cycle
from tests.web.seats import seat

pytestmark = pytest.mark.django_db

LOGGER = "jospar.requests"
MARK = "mark-of-a-secret"


def test_a_request_ends_in_a_line() -> None:
    """It names the page, never the address, and who asked in which office."""
    open_cycle()
    with log() as written:
        answer = seat(Office.HEAD).get("/en/2024/", REMOTE_ADDR="192.0.2.7")
    (line,) = [one for one in written.lines(LOGGER) if one["event"] == "request"]
    assert line.pop("time").endswith("Z")
    assert line.pop("ms") >= 0
    assert line == {
        "event": "request",
        "page": "start",
        "method": "GET",
        "status": 200,
        "request": answer["X-Request-ID"],
        "address": "192.0.2.7",
        "person": "head",
        "office": "head",
        "logger": LOGGER,
        "level": "info",
    }


@pytest.mark.parametrize("name", ["12345678", "a.b_c-D9", "0" * 64])
def test_a_proxy_may_name_a_request(name: str) -> None:
    """What it calls the request is found in both logs."""
    answer = Client().get("/health/live", headers={"X-Request-ID": name})
    assert answer["X-Request-ID"] == name


@pytest.mark.parametrize(
    "name", ["", "1234567", "0" * 65, "-2345678", "1234 678", "1234567\n8", "<script>"]
)
def test_what_is_no_name_is_not_taken(name: str) -> None:
    """A name of ours stands in its place."""
    answer = Client().get("/health/live", headers={"X-Request-ID": name})
    assert re.fullmatch("[0-9a-f]{32}", answer["X-Request-ID"])


@pytest.mark.parametrize(
    ("proxies", "said", "address"),
    [
        (0, "192.0.2.1", "127.0.0.1"),
        (1, "192.0.2.1", "192.0.2.1"),
        (1, "198.51.100.9, 192.0.2.1", "192.0.2.1"),
        (2, "198.51.100.9, 192.0.2.1", "198.51.100.9"),
        (2, "192.0.2.1", "127.0.0.1"),
        (1, "mark", "127.0.0.1"),
        (1, "", "127.0.0.1"),
    ],
)
def test_the_address_that_proxies_say(
    settings: Settings, proxies: int, said: str, address: str
) -> None:
    """As many as we stand behind are believed, and no others."""
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    with log() as written:
        Client().get("/en/help/head/", headers={"X-Forwarded-For": said})
    assert written.told(LOGGER, "address") == [("request", address)]


def test_requests_are_counted_by_page() -> None:
    """What is no page of ours, and a method of nobody, are one each."""
    asked = (
        {"page": "help", "method": "GET", "status": "200"},
        {"page": "none", "method": "GET", "status": "404"},
        {"page": "static", "method": "GET", "status": "404"},
        {"page": "help", "method": "other", "status": "405"},
    )
    before = [counted(REQUESTS, **labels) for labels in asked]
    browser = Client()
    for path in ("/en/help/head/", "/en/help/planner/", "/a/b/c", "/d", "/static/e"):
        browser.get(path)
    browser.generic("MARK", "/en/help/head/")
    after = [counted(REQUESTS, **labels) for labels in asked]
    assert [now - then for then, now in zip(before, after, strict=True)] == [2, 2, 1, 1]


def test_machines_that_ask_again_and_again_get_no_line() -> None:
    """A probe each second would fill the log."""
    with log() as written:
        Client().get("/health/live")
    assert written.getvalue() == ""


def test_a_failure_is_named_on_its_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page tells the name of the request, and the log what went wrong."""

    def fail(*_given: object, **_named: object) -> None:
        raise LookupError(MARK)

    monkeypatch.setattr("jospar.web.views.guide.page", fail)
    browser = Client(raise_request_exception=False)
    for language in ("kk", "ru", "en"):
        with log() as written:
            answer = browser.get(f"/{language}/help/head/")
        name = answer["X-Request-ID"]
        assert answer.status_code == 500
        assert f"<code>{name}</code>" in answer.content.decode()
        failed, request = written.lines(LOGGER)
        assert (failed["event"], failed["request"]) == ("request_failed", name)
        assert failed["failure"].startswith("LookupError: ")
        assert (request["status"], request["request"]) == (500, name)
        assert MARK not in written.getvalue()


def test_nothing_that_was_written_is_told() -> None:
    """Not a text, a password, a token, a link, nor a search stands in any line."""
    open_cycle()
    browser, stranger = seat(Office.HEAD), Client(raise_request_exception=False)
    secret = {"password": MARK, "code": MARK, "title_ru": MARK, MARK: "x"}
    with log() as written:
        stranger.post("/en/sign-in/", secret)
        stranger.get(f"/en/received/{MARK}/")
        stranger.post(f"/en/received/{MARK}/", secret)
        stranger.get(f"/calendar/{MARK}.ics")
        stranger.get(f"/{MARK}", headers={"User-Agent": MARK, "Referer": MARK})
        stranger.get("/metrics", headers={"Authorization": f"Bearer {MARK}"})
        browser.get(f"/en/2024/concepts/?text={MARK}")
        browser.post(f"/en/2024/acts/commission.decide/?key={MARK}", secret)
        browser.post("/en/people/add/", secret)
        forged = Client(enforce_csrf_checks=True)
        forged.post(f"/en/received/{MARK}/", secret)
    statuses = [line["status"] for line in written.lines(LOGGER)]
    assert [status for status in statuses if status >= 500] == []
    assert MARK not in written.getvalue()
    assert written.told("jospar.security")[-1] == ("form_forged",)
