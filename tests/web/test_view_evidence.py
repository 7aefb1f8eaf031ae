"""Evidence files as the pages give them."""

import hashlib
from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from jospar.accounts.models import Reading
from jospar.exchange.evidence.checking import check
from jospar.exchange.evidence.package import unpack
from jospar.procedure import checkpoints
from jospar.rules.core.offices import Office
from jospar.web.evidence_words import evidence_page
from tests.exchange.evidence.made_evidence import (
    NAME,
    agreed_plan,
    reviewed_concept,
    sign,
)
from tests.procedure.made_orders import perform_act
from tests.rules import made
from tests.web.seats import seat

pytestmark = pytest.mark.django_db


def page(client: Client, address: str) -> str:
    """Return the page at ``address``."""
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_file_is_sent_and_noted() -> None:
    """As a download; the record of reading keeps its fingerprint."""
    decision = reviewed_concept()
    answer = seat(Office.BODY_OFFICER, "energy").get(f"/2024/evidence/{decision}.zip")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/zip"
    assert answer["Content-Disposition"] == (
        f'attachment; filename="evidence-2024-{decision}.zip"'
    )
    found = check(answer.content, NAME, evidence_page)
    assert (found.faults, found.read.withheld) == ((), 1)
    digest = hashlib.sha256(answer.content).hexdigest()
    noted = Reading.objects.values_list("what", "body").last()
    assert noted == (f"evidence {decision} {digest}", "energy")


def test_the_record_of_reading_tells_of_it() -> None:
    """With its fingerprint, and as something that was downloaded."""
    decision = reviewed_concept()
    client = seat(Office.AUDITOR)
    answer = client.get(f"/2024/evidence/{decision}.zip")
    html = page(client, "/en/readings/")
    assert "Evidence file" in html
    assert hashlib.sha256(answer.content).hexdigest() in html


def test_what_is_for_official_use_bears_the_mark() -> None:
    """A file on the concept or on a plan with its row; who took it is recorded."""
    reviewed_concept()
    reply = agreed_plan()
    perform_act(made.mark_handling(on=date(2024, 12, 21)))
    client = seat(Office.BODY_OFFICER, "energy")
    for entry in (5, reply):
        answer = client.get(f"/2024/evidence/{entry}.zip")
        parts = unpack(answer.content, NAME)
        for name, mark in (
            ("readme.kk.html", "Қызмет бабында пайдалану үшін"),
            ("readme.ru.html", "Для служебного пользования"),
            ("readme.en.html", "For official use"),
        ):
            assert f'<p class="mark">{mark}</p>' in parts[name].decode()
    noted = Reading.objects.filter(what__startswith="shown")
    assert list(noted.values_list("what", flat=True)) == ["shown 5 evidence"] * 2


def test_a_journal_that_is_not_the_one_signed(
    settings: Settings, tmp_path: Path
) -> None:
    """No file is given of it, and the page says why."""
    decision = reviewed_concept()
    settings.CHECKPOINTS = tmp_path / "checkpoints.jsonl"
    sign(tmp_path)
    lines = settings.CHECKPOINTS.read_text()
    tree = checkpoints.journal_tree().root(8)
    settings.CHECKPOINTS.write_text(lines.replace(tree, "0" * 64))
    answer = seat(Office.AUDITOR).get(f"/2024/evidence/{decision}.zip")
    assert answer.status_code == 503
    assert not Reading.objects.filter(what__startswith="evidence").exists()


def test_what_is_not_to_be_seen_is_not_there() -> None:
    """Another body's, a department's question, another year and no entry at all."""
    decision = reviewed_concept()
    officer = seat(Office.BODY_OFFICER, "energy")
    other = seat(Office.BODY_OFFICER, "trade")
    for client, address in (
        (other, f"/2024/evidence/{decision}.zip"),
        (officer, "/2024/evidence/6.zip"),
        (officer, f"/2025/evidence/{decision}.zip"),
        (officer, "/2024/evidence/999.zip"),
        (officer, f"/2024/evidence/{'9' * 30}.zip"),
    ):
        assert client.get(address).status_code == 404
    assert not Reading.objects.filter(what__startswith="evidence").exists()


def test_pages_link_to_their_files() -> None:
    """Those of a concept, its treaty, a plan and a plan's revisions; each opens."""
    decision = reviewed_concept()
    reply = agreed_plan()
    for client in (seat(Office.HEAD), seat(Office.BODY_OFFICER, "energy")):
        for address, entry in (
            ("/ru/2024/concepts/5/", 5),
            ("/ru/treaties/5/", 5),
            ("/ru/2024/current/", reply),
            ("/ru/2024/current/revisions/", 10),
        ):
            link = f"/2024/evidence/{entry}.zip"
            assert f'href="{link}" download' in page(client, address)
            assert client.get(link).status_code == 200
    assert decision == 7
