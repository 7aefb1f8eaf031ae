"""The reference data, and the acts on it."""

import re
from datetime import date
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jospar.procedure.rehearsal import rehearse_on
from jospar.records.models import CalendarEdition, Cycle, ListedBody
from jospar.rules.core.offices import Office, Sight, sees
from tests.queries.made_record import do, open_cycle
from tests.rules import made
from tests.web.made_year import agreed_year
from tests.web.seats import seat

pytestmark = pytest.mark.django_db

ACTS = "/en/2024/acts"
TRANSFERS = """edition = "2029-12-01"
known_years = [2029, 2030]
[[moved]]
off = 2030-05-10
works = 2030-05-04
"""


def main(client: Client, year: int = 2024, language: str = "en") -> str:
    """Return what stands on the page below its head."""
    answer = client.get(f"/{language}/{year}/reference/")
    assert answer.status_code == 200
    html: str = answer.content.decode()
    return html[html.index("<main") : html.index("</main>")]


@pytest.fixture
def administrator() -> Client:
    """Return the browser of an administrator; the cycle of 2024 is open."""
    open_cycle()
    return seat(Office.ADMINISTRATOR)


@pytest.mark.parametrize("office", Office)
def test_who_keeps_reference_data(office: Office) -> None:
    """The others have no such page."""
    open_cycle()
    status = 200 if sees(office, Sight.REFERENCE) else 403
    assert seat(office, "trade").get("/kk/2024/reference/").status_code == status


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("kk", "Энергетика министрлігі"),
        ("ru", "Министерство энергетики"),
        ("en", "Ministry of Energy"),
    ],
)
def test_the_page_stands_in_each_language(
    administrator: Client, language: str, name: str
) -> None:
    """Bodies by their names, open words by their readings."""
    html = main(administrator, language=language)
    assert f'<th scope="row">{name}</th>' in html
    assert html.count('<p class="quiet">') >= 6


def test_bodies_stand_in_their_order(administrator: Client) -> None:
    """Each with its code."""
    codes = re.findall(r"<code>(.+)</code></td>", main(administrator))
    assert codes == ["trade", "energy"]


def test_no_paper_is_shown(administrator: Client) -> None:
    """Neither a key nor who answered how."""
    do(made.submit_concept(key="C-77", proposers=("trade",)))
    html = main(administrator)
    assert "C-77" not in html
    assert made.wording().title.ru not in html


@pytest.mark.parametrize(
    ("day", "warned"), [(date(2029, 9, 30), True), (date(2026, 9, 30), False)]
)
def test_missing_transfers_are_said(
    administrator: Client, day: date, warned: bool
) -> None:
    """Until they are entered days are known roughly."""
    rehearse_on(day)
    assert ("Official transfers of days off" in main(administrator)) == warned


def test_the_next_cycle_is_opened(administrator: Client) -> None:
    """Under the Rules there are; the page of a year not open yet leads there."""
    address = re.search(r'href="(/en/2025/acts/[^"]+)"', main(administrator))
    assert address is not None
    page = address[1].replace("&amp;", "&")
    html = administrator.get(page).text
    assert "Planning in 2025" in html
    assert 'name="year"' not in html
    assert Cycle.objects.count() == 1
    answer = administrator.post(page, {"act_id": str(uuid4()), "ruleset": "kz-2023"})
    assert answer.status_code == 302
    opened = Cycle.objects.get(year=2025)
    assert opened.ruleset == "kz-2023"
    assert "Planning in 2025 is open." in main(administrator, 2025)


def test_a_year_that_is_not_open_can_be_opened(administrator: Client) -> None:
    """Its page has nothing else of a cycle."""
    html = main(administrator, 2031)
    assert "Planning in 2031 is not open yet." in html
    assert "/en/2031/acts/reference.open_cycle/" in html
    assert 'id="bodies"' not in html


def test_an_open_cycle_is_not_opened_again(administrator: Client) -> None:
    """The page says so beforehand."""
    html = administrator.get(f"{ACTS}/reference.open_cycle/").text
    assert "said refused" in html


def test_rules_that_are_not_there_open_nothing(administrator: Client) -> None:
    """No other file is read in their place."""
    address = "/en/2025/acts/reference.open_cycle/?ruleset="
    assert administrator.get(f"{address}../practice").status_code == 404
    assert administrator.get(f"{address}nothing").status_code == 404


def test_a_body_is_listed(administrator: Client) -> None:
    """Last in the order so far."""
    typed = {"code": "bank", "name_kk": "Банк", "name_ru": "Банк", "answers": "no"}
    answer = administrator.post(
        f"{ACTS}/reference.list_body/", typed | {"act_id": str(uuid4())}
    )
    assert answer.status_code == 302
    assert ListedBody.objects.last() == ListedBody.objects.get(code="bank")


def test_the_order_begins_as_it_is(administrator: Client) -> None:
    """One line is moved, and the others stay."""
    address = f"{ACTS}/reference.order_bodies/"
    assert ">trade\nenergy</textarea>" in administrator.get(address).text
    sent = {"act_id": str(uuid4()), "codes": "energy\r\ntrade"}
    assert administrator.post(address, sent).status_code == 302
    codes = ListedBody.objects.values_list("code", flat=True)
    assert list(codes) == ["energy", "trade"]


@pytest.mark.parametrize("as_file", [True, False])
def test_days_off_are_entered(administrator: Client, as_file: bool) -> None:
    """As a file or as text; the edition is called as the file calls itself."""
    sent: dict[str, object] = {"act_id": str(uuid4()), "content": TRANSFERS}
    if as_file:
        file = SimpleUploadedFile("transfers.toml", TRANSFERS.encode())
        sent |= {"content": "", "content_file": file}
    answer = administrator.post(f"{ACTS}/reference.set_calendar/", sent)
    assert answer.status_code == 302
    entered = CalendarEdition.objects.get()
    assert (entered.edition, entered.content) == ("2029-12-01", TRANSFERS.strip())
    rehearse_on(date(2029, 10, 1))
    html = main(administrator)
    assert "<dd>2029-12-01</dd>" in html
    assert "said cautioned" not in html


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"edition = 7", "cannot be read"),
        (b"\xff\xfe", "cannot be read"),
        (TRANSFERS.encode() + b"#" * 1_000_000, "cannot be read"),
        (
            TRANSFERS.replace("2030-05-04", "2030-05-06").encode(),
            "a transfer goes from a Saturday or Sunday",
        ),
    ],
)
def test_days_off_that_make_no_sense_are_refused(
    administrator: Client, content: bytes, said: str
) -> None:
    """Every other act would stand still."""
    file = SimpleUploadedFile("transfers.toml", content)
    sent = {"act_id": str(uuid4()), "content": "", "content_file": file}
    answer = administrator.post(f"{ACTS}/reference.set_calendar/", sent)
    assert answer.status_code == 422
    assert said in answer.text
    assert CalendarEdition.objects.count() == 0


def test_another_office_enters_no_days_off(administrator: Client) -> None:
    """Whatever it sends."""
    sent = {"act_id": str(uuid4()), "content": TRANSFERS}
    answer = seat(Office.HEAD).post(f"{ACTS}/reference.set_calendar/", sent)
    assert answer.status_code == 422
    assert CalendarEdition.objects.count() == 0


def test_a_page_is_read_alike_for_two_bodies_and_thirty(administrator: Client) -> None:
    """Nothing is asked for each body."""
    main(administrator)
    with CaptureQueriesContext(connection) as two:
        main(administrator)
    for number in range(28):
        do(made.list_body(code=f"b{number}"))
    with CaptureQueriesContext(connection) as thirty:
        main(administrator)
    assert len(two) == len(thirty)


def test_an_agreed_year_shows_no_plan() -> None:
    """What stands in the plans is not reference data."""
    agreed_year()
    html = main(seat(Office.ADMINISTRATOR))
    assert "/current" not in html
    assert "C-1" not in html
