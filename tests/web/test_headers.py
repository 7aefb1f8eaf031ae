"""What every answer says to the browser, and what no page holds."""

import re
from typing import cast

import pytest
from django.http import StreamingHttpResponse
from django.test import Client

from jospar.rules.core.offices import Office
from jospar.web.environment import asset
from tests.web.made_year import agreed_year
from tests.web.seats import seat

pytestmark = pytest.mark.django_db

PAGES = [
    "/kk/2024/",
    "/ru/2024/current/",
    "/en/2024/long-term/?form=ru",
    "/kk/1999/",
]


@pytest.mark.parametrize("address", [*PAGES, "/2024/current.json", "/kk/2024"])
def test_every_answer_bears_the_security_headers(address: str) -> None:
    """Pages, files, errors and redirects alike."""
    agreed_year()
    answer = seat(Office.HEAD).get(address)
    assert {
        name: answer[name]
        for name in (
            "Content-Security-Policy",
            "X-Frame-Options",
            "X-Content-Type-Options",
            "Referrer-Policy",
            "Cross-Origin-Opener-Policy",
        )
    } == {
        "Content-Security-Policy": "default-src 'none'; script-src 'self'; "
        "connect-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'",
        "X-Frame-Options": "DENY",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
    }


@pytest.mark.parametrize("address", PAGES)
def test_a_page_holds_nothing_from_outside_and_nothing_inline(address: str) -> None:
    """The policy of the headers costs a page nothing."""
    agreed_year()
    html = seat(Office.HEAD).get(address).content.decode()
    loaded = re.findall(r'(?:src|href|srcset|action)="([^"]*)"', html)
    assert [one for one in loaded if "//" in one or ":" in one] == []
    assert (
        re.findall(r"<script(?! src=)|<style|\sstyle=|\son[a-z]+=|url\(\"?(?!#)", html)
        == []
    )


def test_the_style_sheet_is_served_for_long_under_its_own_address(
    client: Client,
) -> None:
    """Its address changes with its content."""
    address = asset("jospar.css")
    answer = client.get(address)
    assert re.fullmatch(r"/static/jospar\.css\?v=[0-9a-f]{12}", address)
    assert answer["Content-Type"] == 'text/css; charset="utf-8"'
    assert answer["Cache-Control"] == "max-age=31536000, public"
    css = bytes(cast(StreamingHttpResponse, answer).getvalue())
    assert re.findall(rb"@import|url\(", css) == []


def test_a_file_that_is_not_there_is_an_error() -> None:
    """A misspelt name is found before a reader finds it."""
    with pytest.raises(LookupError):
        asset("nothing.css")
