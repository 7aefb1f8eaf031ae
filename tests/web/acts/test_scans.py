"""Scans come with the acts that record a paper."""

import re
from datetime import date
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from jospar.procedure.rehearsal import rehearse_on
from jospar.records.models import AttachedFile, Sending
from jospar.rules.core.offices import Office
from tests.queries.made_record import open_cycle, place
from tests.web.seats import seat

pytestmark = pytest.mark.django_db

ADDRESS = "/en/2024/acts/commission.send_to_commission/"
TODAY = date(2024, 11, 8)
SCAN = b"%PDF-1.7 scan"


def form(**changes: str) -> dict[str, object]:
    """Return the sending of the current plan."""
    typed = {"act_id": str(uuid4()), "plan": "current", "on": str(TODAY)}
    return {**typed, "document": "11-2/4", **changes}


def drafted() -> None:
    """Place a concept in the current plan."""
    open_cycle()
    place("C-1")
    rehearse_on(TODAY)


def test_a_scan_is_kept_with_its_act() -> None:
    """Under the name that it came with."""
    drafted()
    scan = SimpleUploadedFile("хат.pdf", SCAN)
    response = seat(Office.HEAD).post(ADDRESS, {**form(), "scans": [scan]})
    assert response.status_code == 302
    assert [file.name for file in AttachedFile.objects.all()] == ["хат.pdf"]


def test_an_objection_loses_no_scan() -> None:
    """It is sent again as what the form holds; unticked, it is left out."""
    drafted()
    client = seat(Office.HEAD)
    scans = [SimpleUploadedFile(f"{name}.pdf", SCAN + name.encode()) for name in "ab"]
    response = client.post(ADDRESS, {**form(document=""), "scans": scans})
    held = re.findall(r'name="kept" value="([^"]+)" checked', response.content.decode())
    assert (response.status_code, len(held)) == (422, 2)
    client.post(ADDRESS, {**form(), "kept": held[:1]})
    assert [file.name for file in AttachedFile.objects.all()] == ["a.pdf"]


def test_a_file_that_is_not_taken_stops_the_act() -> None:
    """It is told what was wrong with it, and what was typed stays."""
    drafted()
    wrong = SimpleUploadedFile("a.txt", b"text")
    response = seat(Office.HEAD).post(ADDRESS, {**form(), "scans": [wrong]})
    html = response.content.decode()
    assert (response.status_code, Sending.objects.count()) == (422, 0)
    assert "“a.txt” is of a kind that is not kept" in html
    assert 'value="11-2/4"' in html


def test_what_the_form_was_not_given_is_left_out() -> None:
    """Nobody attaches a file by naming it."""
    drafted()
    seat(Office.HEAD).post(ADDRESS, {**form(), "kept": ["0" * 64]})
    assert (Sending.objects.count(), AttachedFile.objects.count()) == (1, 0)


@pytest.mark.parametrize(
    ("code", "takes"),
    [("commission.send_to_commission", True), ("drafting.settle", False)],
)
def test_acts_that_record_a_paper_take_scans(code: str, takes: bool) -> None:
    """Others have no place for one."""
    drafted()
    html = seat(Office.HEAD).get(f"/en/2024/acts/{code}/").content.decode()
    assert ('name="scans"' in html) is takes


def test_who_may_not_act_keeps_no_file() -> None:
    """What others send is not put on the disk."""
    drafted()
    scan = SimpleUploadedFile("a.pdf", SCAN)
    response = seat(Office.AUDITOR).post(ADDRESS, {**form(), "scans": [scan]})
    assert 'name="kept"' not in response.content.decode()
