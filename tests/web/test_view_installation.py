"""The page that shows the administrator how the installation stands."""

import re
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from jospar.notices.models import Delivery
from jospar.procedure import last_backup, reached
from jospar.records.models import Work
from jospar.rules.core.offices import Office
from tests.queries.made_record import open_cycle
from tests.web.page_faults import faults
from tests.web.seats import seat

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 20, 9, tzinfo=UTC)
MORE = int(connection.vendor == "postgresql")


@pytest.fixture(autouse=True)
def data(settings: Settings, tmp_path: Path) -> None:
    """Keep the notes of backups and checkpoints in a place of the test."""
    settings.DATA = tmp_path
    settings.CHECKPOINTS = tmp_path / "checkpoints.jsonl"


def administrator() -> Client:
    """Return the browser of the administrator of an open cycle."""
    open_cycle()
    return seat(Office.ADMINISTRATOR)


def fill() -> None:
    """Leave something to be seen in every part."""
    for work in Work:
        reached.note(work, 3, "f" * 64)
    last_backup.note(AT, 2, Path("backup.tar"))
    for number in range(30):
        Delivery.objects.create(
            person="head",
            key=str(number),
            digest=False,
            next_attempt_at=AT,
            last_error="<refused>",
        )


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("filled", [False, True])
def test_the_page_is_whole(language: str, *, filled: bool) -> None:
    """In each language, of a new installation and of one at work."""
    browser = administrator()
    if filled:
        fill()
    html = browser.get(f"/{language}/installation/").content.decode()
    assert faults(html, language) == []
    assert len(html.encode()) < 30_000


def test_signs_are_words_and_cures_stand_beside_them() -> None:
    """What is in order has no cure; what is not has one."""
    browser = administrator()
    html = browser.get("/en/installation/").content.decode()
    sections = re.findall(r'<section class="provision.*?</section>', html, re.DOTALL)
    said = {
        re.findall(r"<h3[^>]*>(.*?)</h3>", one)[0]: re.findall(
            r'<span class="pill[^>]*>(.*?)</span>', one
        )[0]
        for one in sections
        if "explained" in one
    }
    assert said["Notices"] == "wrong"
    assert said["The journal proven"] == "attention"
    fill()
    html = browser.get("/en/installation/").content.decode()
    assert "See that “jospar serve”" not in html
    assert unescape(html).count("up to entry 3;") == 4


def test_how_much_is_asked() -> None:
    """As much of a new installation as of one at work."""
    browser = administrator()
    browser.get("/en/installation/")  # the session notes that it was seen
    counts = []
    for filled in (False, True):
        if filled:
            fill()
        with CaptureQueriesContext(connection) as queries:
            browser.get("/en/installation/")
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[0] <= 20 + MORE


def test_everything_is_checked_when_asked() -> None:
    """What ``jospar check`` finds, with its cures, in the page's language."""
    browser = administrator()
    plain = browser.get("/en/installation/").content.decode()
    assert "What the check found" not in plain
    for language in ("kk", "ru", "en"):
        html = browser.get(f"/{language}/installation/?check=1").content.decode()
        assert [one for one in faults(html, language) if "checked" in one] == []
    assert "No backup was made yet." in unescape(html)
    assert "Run “jospar backup PLACE” every night" in unescape(html)


@pytest.mark.parametrize("office", [Office.AUDITOR, Office.HEAD])
def test_it_is_for_the_administrator(office: Office) -> None:
    """Others are told so."""
    open_cycle()
    assert seat(office).get("/en/installation/").status_code == 403
