"""What comes with a request: another host, another site, a flood, the way back."""

from urllib.parse import urlencode, urlsplit

import lxml.html
import pytest
from django.conf import settings
from django.test import Client

from jospar.accounts.models import Person
from jospar.records.models import JournalEntry
from jospar.rules.core.offices import Office
from jospar.web.sizes import MOST_FILES
from tests.queries.made_record import open_cycle
from tests.rules.made import YEAR
from tests.web.seats import seat

pytestmark = pytest.mark.django_db

ELSEWHERE = (
    *("https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example"),
    *(
        "javascript:alert(1)",
        "/\t/evil.example",
        "http:evil.example",
        "///evil.example",
    ),
)


@pytest.mark.parametrize("goal", ELSEWHERE)
def test_no_address_leads_to_another_site(goal: str) -> None:
    """Neither after signing in, nor back from an act, nor to another office."""
    open_cycle()
    client = seat(Office.REGISTRAR)
    led = client.get(f"/en/sign-in/?{urlencode({'next': goal})}")
    assert led["Location"] == "/en/"
    path = f"/en/{YEAR}/acts/intake.report_none/?{urlencode({'back': goal})}"
    assert "evil.example" not in _links(client.get(path).content.decode())
    chosen = client.post("/en/office/", {"appointment": "1", "next": goal})
    assert "evil" not in chosen.get("Location", "")


def test_another_host_gets_no_page(client: Client) -> None:
    """So that no link in a page or a mail can be made to lead there."""
    answer = client.get("/en/sign-in/", headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert "evil.example" not in answer.content.decode()
    forwarded = client.get("/en/sign-in/", headers={"x-forwarded-host": "evil.example"})
    assert "evil.example" not in forwarded.content.decode()


def test_a_form_of_another_site_performs_nothing() -> None:
    """Not with the cookies of who is signed in, either."""
    open_cycle()
    seat(Office.REGISTRAR)
    client = Client(enforce_csrf_checks=True)
    client.force_login(Person.objects.get(code="registrar"))
    before = JournalEntry.objects.count()
    path = f"/en/{YEAR}/acts/intake.report_none/"
    sent = {"body": "trade", "document": "1", "csrfmiddlewaretoken": "x" * 64}
    headers = {"origin": "https://evil.example", "sec-fetch-site": "cross-site"}
    assert client.post(path, sent, headers=headers).status_code == 403
    assert JournalEntry.objects.count() == before


@pytest.mark.parametrize("signed_in", [False, True])
def test_a_flood_is_not_read(*, signed_in: bool) -> None:
    """More than a form with its files has is refused by its length alone."""
    client = seat(Office.REGISTRAR) if signed_in else Client()
    most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0
    most += MOST_FILES * settings.FILE_LIMIT if signed_in else 0
    found = [
        client.generic("POST", "/en/sign-out/", CONTENT_LENGTH=str(size)).status_code
        for size in (most + 1, most)
    ]
    assert found == [400, 302]


def test_a_length_that_is_no_number_is_none(client: Client) -> None:
    """Nothing is read then, and nothing fails."""
    answer = client.generic("POST", "/en/sign-out/", CONTENT_LENGTH="²")
    assert answer.status_code == 302


def _links(html: str) -> str:
    """Return where a page leads, but for what its own address asks with."""
    page = lxml.html.document_fromstring(html)
    links = (link for _element, _name, link, _at in page.iterlinks())
    return " ".join(urlsplit(link)._replace(query="").geturl() for link in links)
