"""The pages of help."""

import re

import pytest
from django.test import Client

from jospar.rules.core.offices import Office
from jospar.web.views.guide import written

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("office", Office)
def test_every_office_has_its_help_in_each_language(
    office: Office, language: str
) -> None:
    """It is open to everybody, and leads to those of the others."""
    answer = Client().get(f"/{language}/help/{office}/")
    assert answer.status_code == 200
    assert str(written(office, language)) in answer.text
    html = answer.text[answer.text.index("<main") :]
    links = re.findall(rf'<a href="/{language}/help/([a-z_]+)/"', html)
    assert links == [other.value for other in Office]
    assert html.count('aria-current="page"') == 1


@pytest.mark.parametrize("office", ["nobody", "..", "HEAD"])
def test_what_is_no_office_has_no_help(office: str) -> None:
    """No other file is shown in its place."""
    assert Client().get(f"/en/help/{office}/").status_code == 404


def test_help_is_text_and_no_page_of_its_own() -> None:
    """Its headings stand below that of the page."""
    assert "<h1>" in written("head", "en")
    assert "<script" not in written("head", "en")
