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
from jospar.procedure import journal, last_backup, reached
from jospar.queries.repairs import LAST
from jospar.records.models import Work
from jospar.rules.core.offices import Office
from jospar.rules.reference.facts import RepairKind
from tests.procedure.made_orders import perform_act
from tests.queries.made_record import open_cycle
from tests.rules import made, made_repairs
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
    """What ``jospar check`` finds, with reasons and cures, in the page's language."""
    browser = administrator()
    plain = browser.get("/en/installation/").content.decode()
    assert "What the check found" not in plain
    for language in ("kk", "ru", "en"):
        html = browser.get(f"/{language}/installation/?check=1").content.decode()
        assert [one for one in faults(html, language) if "checked" in one] == []
    for said in (
        "No backup was made yet.",
        "What is in no backup is gone with the disk or the machine.",
        "Run “jospar backup PLACE” every night",
    ):
        assert said in unescape(html)


@pytest.mark.parametrize("office", [Office.AUDITOR, Office.HEAD])
def test_it_is_for_the_administrator(office: Office) -> None:
    """Others are told so."""
    open_cycle()
    assert seat(office).get("/en/installation/").status_code == 403


REPAIRED = {"kk": "сақтық көшірмеден", "ru": "восстановлено из", "en": "restored from"}


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_last_repairs(language: str) -> None:
    """What was repaired, when, by whom and why; a long reason by its beginning."""
    browser = administrator()
    number, digest = journal.last()
    for kind in (RepairKind.BY_HAND, RepairKind.RESTORED):
        perform_act(
            made_repairs.repair(repair=kind, up_to=number, hash=digest, reason="<12>")
        )
    perform_act(made_repairs.repair(reason="а" * 9_000))
    html = browser.get(f"/{language}/installation/").content.decode()
    assert faults(html, language) == []
    assert len(html.encode()) < 30_000
    assert html.count("&lt;12&gt;") == 2
    assert html.count("а" * 299 + "…") == 1
    assert REPAIRED[language] in html


def test_only_the_last_repairs_are_shown() -> None:
    """The journal has all of them."""
    browser = administrator()
    for number in range(LAST + 1):
        perform_act(made_repairs.repair(reason=f"No. {number}"))
    html = browser.get("/en/installation/").content.decode()
    found = re.findall(r"No\. (\d)", html)
    assert found == [str(number) for number in range(LAST, 0, -1)]


def test_a_repair_has_no_form() -> None:
    """It is recorded by the command that makes it, on the machine."""
    browser = administrator()
    address = f"/en/{made.YEAR}/acts/reference.repair/"
    assert browser.get(address).status_code == 404
    typed = {"repair": "by_hand", "reason": "x"}
    assert browser.post(address, typed).status_code == 404
