"""Bodies, recipients and persons are called by their names, in the page's language."""

import re
from datetime import date

import pytest

from jospar.accounts.models import Person
from jospar.procedure.rehearsal import rehearse_on
from jospar.rules.core.offices import Office
from tests.queries.made_record import do, open_cycle, submit
from tests.rules import made
from tests.web.seats import seat

pytestmark = pytest.mark.django_db

DAY = date(2024, 10, 14)


@pytest.mark.parametrize(
    ("office", "code", "language", "name"),
    [
        (Office.BODY_OFFICER, "trade", "ru", "Министерство торговли"),
        (Office.BODY_OFFICER, "trade", "kk", "Сауда министрлігі"),
        (Office.RECIPIENT, "parliament", "en", "Parliament"),
    ],
)
def test_the_head_of_a_page_names_the_body(
    office: Office, code: str, language: str, name: str
) -> None:
    """Or the recipient, whom no cycle lists."""
    open_cycle()
    html = seat(office, code).get(f"/{language}/2024/").text
    (summary,) = re.findall(
        r'<details class="person">\s*<summary>(.+?)</summary>', html
    )
    assert name in summary
    assert code not in summary


def test_the_list_of_persons_names_bodies() -> None:
    """By the last cycle that lists them."""
    open_cycle()
    seat(Office.BODY_OFFICER, "energy")
    html = seat(Office.ADMINISTRATOR).get("/ru/people/").text
    assert "<span>Министерство энергетики</span>" in html


def test_what_happened_names_persons() -> None:
    """To who sees the review; a code that is nobody's stays as it is."""
    open_cycle()
    entry = submit("C-1")
    do(made.conclude(key="C-1", on=date(2024, 10, 10)))
    client = seat(Office.HEAD)
    rehearse_on(DAY)
    address = f"/en/2024/concepts/{entry}/"
    assert (
        "head of the International Law Department · test ·" in client.get(address).text
    )
    Person.objects.create(code="test", name="Б. Оспанов")
    assert "· Б. Оспанов ·" in client.get(address).text
    officer = seat(Office.BODY_OFFICER, "trade").get(address)
    assert (officer.status_code, "Оспанов" in officer.text) == (200, False)
