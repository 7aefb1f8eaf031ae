"""A page that fails says whether it is worth trying again."""

from errno import ENOENT, ENOSPC
from typing import Any

import pytest
from django.contrib.sessions.exceptions import SessionInterrupted
from django.db import InterfaceError, OperationalError, connection
from django.test import Client

AWAY = "Записи сейчас недоступны"
DATABASE: Any = connection

pytestmark = pytest.mark.django_db


def after(error: Exception) -> Exception:
    """Return the error as it is when the database had failed before."""
    error.__context__ = OperationalError("gone")
    return error


@pytest.mark.parametrize(
    ("error", "status", "again", "title"),
    [
        (OperationalError("gone"), 503, "30", AWAY),
        (InterfaceError("closed"), 503, "30", AWAY),
        (after(LookupError("ours")), 503, "30", AWAY),
        (after(SessionInterrupted("gone")), 503, "30", AWAY),
        (SessionInterrupted("gone"), 400, None, "Отправленное не принято"),
        (DATABASE.Database.OperationalError("g"), 503, "30", AWAY),
        (OSError(ENOSPC, "full"), 503, "30", AWAY),
        (OSError(ENOENT, "nowhere"), 500, None, "Страница не открылась"),
        (LookupError("ours"), 500, None, "Страница не открылась"),
    ],
)
def test_what_the_program_is_not_to_blame_for(
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
    status: int,
    again: str | None,
    title: str,
) -> None:
    """Where the database or the disk fails the same request may be sent again."""

    def fail(*_given: object, **_named: object) -> None:
        raise error

    monkeypatch.setattr("jospar.web.views.guide.page", fail)
    answer = Client(raise_request_exception=False).get("/ru/help/head/")
    assert (answer.status_code, answer.headers.get("Retry-After")) == (status, again)
    assert f"<h1>{title}</h1>" in answer.content.decode()
