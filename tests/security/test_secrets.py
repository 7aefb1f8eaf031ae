"""No secret lies about: in the tree, in what a page says of a failure, in a backup."""

import re
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client

from jospar.management.backups.databases import dump
from jospar.rules.core.offices import Office
from tests.web.seats import seat

ROOT = Path(__file__).parents[2]
SECRETS = re.compile(
    r"-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----\s+[A-Za-z0-9+/=\s]{40,}"
    r"|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}\b|\bxox[abprs]-[0-9A-Za-z-]{20,}"
    r"|\beyJ[A-Za-z0-9_-]{20,}\.eyJ[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{20,}"
    r"|\$argon2id?\$[^\s\"']{40,}|pbkdf2_sha256\$\d+\$[^\s\"']{30,}"
    r"|(?i:secret_?key|api_?key|passw(?:or)?d|token)[\"']?\s*[:=]\s*[\"'][A-Za-z0-9+/_-]{32,}"
    r"|(?:postgresql|smtps?|https?)://[^\s:/@\"'{}$]+:(?!password|secret|pw|…)[^\s@\"'{}$]{12,}@"
)
"""Private keys, tokens of services, hashes of passwords, addresses with passwords."""
KEPT = (
    ".env",
    ".pem",
    ".key",
    ".p12",
    ".pfx",
    ".sqlite3",
    ".kdbx",
    "id_rsa",
    "secret-key",
)
"""Endings of files that are nobody's business in a repository."""


@pytest.mark.slow
def test_the_tree_holds_no_secret() -> None:
    """Neither as a text in any file, nor as a file of a kind that holds them."""
    found, looked_at = [], 0
    for path in _tracked():
        if path.name.endswith(KEPT):
            found.append((str(path), "kind"))
        if path.is_file() and path.stat().st_size < 5_000_000:
            text = path.read_text("utf-8", "replace")
            looked_at += 1
            found += [(str(path), one[0][:20]) for one in SECRETS.finditer(text)]
    assert found == []
    assert looked_at > 500


@pytest.mark.parametrize(
    "text",
    [
        "-----BEGIN PRIVATE KEY-----\n" + "MC4CAQAwBQYDK2VwBCIEI" * 3,
        "AKIA" + "ABCDEFGHIJKLMNOP",
        "SECRET_KEY = '" + "a1b2c3d4" * 5 + "'",
        "postgresql://jospar:" + "Xk29slq0Qlwe" + "@db/jospar",
    ],
)
def test_a_secret_would_be_found(text: str) -> None:
    """The patterns find what they are for."""
    assert SECRETS.search(text)


@pytest.mark.django_db
def test_a_failure_tells_nothing_of_the_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No trace, no setting, no statement stands on the page."""
    assert settings.DEBUG is False

    def fails(*_arguments: object, **_named: object) -> None:
        raise RuntimeError(settings.SECRET_KEY)

    client = seat(Office.HEAD, client=Client(raise_request_exception=False))
    monkeypatch.setattr("jospar.web.views.start.cycle_years", fails, raising=False)
    monkeypatch.setattr("jospar.web.visitor.appointments_of", fails)
    answer = client.get("/en/notices/")
    html = answer.content.decode()
    assert answer.status_code == 500
    assert settings.SECRET_KEY not in html
    assert "Traceback" not in html
    assert "RuntimeError" not in html


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="pg_dump leaves them out too")
def test_a_stolen_backup_signs_nobody_in(tmp_path: Path) -> None:
    """Who was signed in is not in it, not even in pages that were set free."""
    client = Client()
    session = client.session
    session["person"] = "x" * 100
    session.save()
    assert Session.objects.count() == 1
    copy = tmp_path / "copy.sqlite3"
    copy.touch()
    dump(copy)
    with closing(sqlite3.connect(copy)) as opened:
        assert opened.execute("SELECT count(*) FROM django_session").fetchone() == (0,)
    assert (session.session_key or "-").encode() not in copy.read_bytes()


def test_the_keys_are_readable_by_their_owner_alone() -> None:
    """The key that pages sign with, which the program made itself."""
    kept = settings.DATA / "secret-key"
    assert kept.stat().st_mode & 0o077 == 0


def _tracked() -> Iterator[Path]:
    """Yield the files of the tree, those that are not committed yet too."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    yield from (ROOT / name for name in listed.stdout.decode().split("\0") if name)
