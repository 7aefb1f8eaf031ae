"""What a hostile page or a hostile text can do in an official's browser."""

import importlib.util
from pathlib import Path
from types import ModuleType

import lxml.html
import pytest
from django.test import Client
from django.urls import reverse

from jospar.config import settings as plain_settings
from jospar.rules.core.nouns import Text
from jospar.rules.core.offices import Office
from tests.queries.made_record import agree, do, open_cycle, place, submit
from tests.rules import made
from tests.rules.made import YEAR
from tests.web.gates import GATES
from tests.web.seats import seat
from tests.web.test_bad_input import PRINTED
from tests.web.walk import WALKERS, address, enter
from tests.web.whole_record import whole_record

pytestmark = pytest.mark.django_db

SCRIPT = (
    "<script>alert(1)</script><img src=x onerror=alert(1)>\"'><svg onload=alert(1)>"
)
FEEDS = {"calendar-feed", "health-live", "health-ready", "health-worker", "metrics"}
"""What programs read. Those for calendars may keep what they look at again first."""


@pytest.mark.slow
def test_nothing_private_is_kept_on_the_way() -> None:
    """Pages and files say so, and no file is opened within a page of ours."""
    record = whole_record()
    wrong = []
    for name, gate in GATES.items():
        walker = next((w for w in WALKERS if gate.expected(w) == 200), None)
        opens = gate.expected(walker) == 200 and "GET" in gate.methods
        if not opens or name in PRINTED:
            continue
        answer = enter(walker).get(address(name, record))
        kept = answer.get("Cache-Control", "")
        again = name == "calendar-feed" or "ETag" in answer
        told = "private" in kept and ("no-cache" if again else "no-store") in kept
        is_page = answer.get("Content-Type") == "text/html; charset=utf-8"
        away = answer.get("Content-Disposition", "").startswith("attachment")
        redirected = answer.status_code == 302
        if not redirected and not (told and (is_page or away or name in FEEDS)):
            wrong.append((name, kept, answer.get("Content-Disposition")))
    assert wrong == []


def test_a_title_is_no_script() -> None:
    """Whatever is typed as a title, a name or a note is text on every page."""
    title = Text(SCRIPT, SCRIPT)
    open_cycle()
    do(made.list_body(code="culture", name=title, name_en=SCRIPT))
    place("C-1", proposers=("culture",), wording=made.wording(title=title))
    entry = submit("C-2", wording=made.wording(title=title, purpose=title))
    agree()
    client = seat(Office.HEAD)
    paths = [
        reverse(name, kwargs={"language": "en", "year": YEAR})
        for name in ("start", "concepts", "journal", "reference", "commission")
    ]
    paths += [f"/en/{YEAR}/current/", f"/en/{YEAR}/concepts/{entry}/"]
    paths += [f"/en/{YEAR}/concepts/?text={SCRIPT}"]
    paths += [f"/en/{YEAR}/acts/drafting.settle/?key=C-1&title_kk={SCRIPT}"]
    said = 0
    for path in paths:
        html = client.get(path).content.decode()
        page = lxml.html.document_fromstring(html)
        run = [script for script in page.iter("script") if not script.get("src")]
        told = [name for e in page.iter() for name in e.keys() if name[:2] == "on"]  # noqa: SIM118 - of lxml, no mapping
        assert (path, run, told) == (path, [], [])
        said += "alert(1)" in (page.text_content() or "")
    assert said >= 5


@pytest.mark.parametrize("path", ["/en/sign-in/", "/en/help/head/", "/nothing"])
def test_no_other_site_shows_a_page_in_a_frame(client: Client, path: str) -> None:
    """Nor loads it, nor learns where the reader came from, nor uses the camera."""
    answer = client.get(path)
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert {
        name: answer[name]
        for name in (
            *("X-Frame-Options", "Cross-Origin-Opener-Policy", "Referrer-Policy"),
            *("Cross-Origin-Resource-Policy", "X-Content-Type-Options"),
        )
    } == {
        "X-Frame-Options": "DENY",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
    }
    assert "camera=()" in answer["Permissions-Policy"]


def test_behind_https_no_cookie_leaves_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither in clear text, nor to another host, nor set by one."""
    monkeypatch.setenv("JOSPAR_HTTPS", "1")
    behind = _settings()
    cookies = (behind.SESSION_COOKIE_NAME, behind.CSRF_COOKIE_NAME)
    assert cookies == ("__Host-jospar_session", "__Host-jospar_csrf")
    assert (behind.SESSION_COOKIE_SECURE, behind.CSRF_COOKIE_SECURE) == (True, True)
    assert behind.SECURE_HSTS_SECONDS == 31_536_000
    monkeypatch.setenv("JOSPAR_HTTPS", "0")
    assert _settings().SESSION_COOKIE_NAME == "jospar_session"


def _settings() -> ModuleType:
    """Return the settings as another start of the program would read them."""
    path = Path(plain_settings.__file__)
    spec = importlib.util.spec_from_file_location("jospar.config.again", path)
    assert spec is not None
    assert spec.loader is not None
    read = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(read)
    return read
