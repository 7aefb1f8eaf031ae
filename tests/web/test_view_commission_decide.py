"""The Commission's decision, row by row."""

import re
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jospar.procedure.rehearsal import rehearse_on
from jospar.records.models import Concept, Decision, Row, RowDecision
from jospar.rules.commission.facts import Outcome
from jospar.rules.core.offices import OF_ONE_BODY, Office
from tests.queries.made_record import do, open_cycle, place
from tests.rules import made
from tests.rules.made import LONG_TERM, YEAR_2026
from tests.web.seats import seat

pytestmark = pytest.mark.django_db

SENT, DECIDED = date(2024, 11, 8), date(2024, 11, 15)
ADDRESS = "/en/2024/commission/current/"


def before_commission(rows: int = 3) -> None:
    """Send the current plan to the Commission."""
    open_cycle()
    for number in range(1, rows + 1):
        place(f"C-{number}")
    do(made.send_to_commission(on=SENT))
    rehearse_on(DECIDED)


def entry(key: str) -> int:
    """Return the number of a concept."""
    return Concept.objects.get(key=key).entry


def decided(**typed: str) -> dict[str, str]:
    """Return the form with a decision that approves the plan, and what was typed."""
    return {
        "form_id": str(uuid4()),
        "step": "record",
        "number": "7",
        "outcome": "approved",
        "present": "9 / 12",
    } | typed


def row(key: str, choice: str, **typed: str) -> dict[str, str]:
    """Return what was chosen for a row."""
    number = entry(key)
    return {f"{number}.choice": choice} | {
        f"{number}.{name}": text for name, text in typed.items()
    }


def says(html: str, text: str) -> bool:
    """Tell whether a page says ``text``, whatever its blanks and marks."""
    return text in " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.fixture
def secretary() -> Client:
    """Return the browser of the Commission's secretary."""
    return seat(Office.COMMISSION_SECRETARY)


def test_the_plan_is_approved_as_it_was_sent(secretary: Client) -> None:
    """Rows that stay need no act of their own."""
    before_commission()
    response = secretary.post(ADDRESS, decided())
    number = Decision.objects.get(number="7").entry
    assert response["Location"] == f"/en/2024/commission/?done={number}#current"
    assert RowDecision.objects.count() == 0


def test_rows_are_changed_moved_excluded_and_remarked_on(secretary: Client) -> None:
    """Each row that does not simply stay is an act, in the order of the rows."""
    before_commission(4)
    form = decided(
        **row("C-1", "change", title_ru="Новое название", remark_ru="Уточнено"),
        **row("C-2", "exclude", remark_kk="Керек емес", remark_ru="Не нужно"),
        **row("C-3", "move", conclude_from="2026-01-01", conclude_to="2026-12-31"),
        **row("C-4", "remark", remark_kk="Қараңыз", remark_ru="Посмотрите"),
    )
    assert secretary.post(ADDRESS, form).status_code == 302
    outcomes = RowDecision.objects.values_list("concept__key", "outcome", "remark_ru")
    assert list(outcomes) == [
        ("C-1", "change", "Уточнено"),
        ("C-2", "exclude", "Не нужно"),
        ("C-3", "move", ""),
        ("C-4", "keep", "Посмотрите"),
    ]
    rows = dict(Row.objects.values_list("concept__key", "plan_id"))
    assert rows == {
        "C-1": "2024.current",
        "C-3": "2024.long_term",
        "C-4": "2024.current",
    }


def test_the_same_form_sent_twice_is_one_decision(secretary: Client) -> None:
    """A second click does nothing more, and is told of nothing."""
    before_commission()
    form = decided(**row("C-1", "exclude"))
    secretary.post(ADDRESS, form)
    secretary.post(ADDRESS, form)
    assert (Decision.objects.count(), RowDecision.objects.count()) == (1, 1)


def test_what_changes_is_shown_before_it_is_recorded(secretary: Client) -> None:
    """Looking performs nothing."""
    before_commission()
    form = decided(step="look", **row("C-2", "exclude"))
    response = secretary.post(ADDRESS, form)
    html = response.content.decode()
    assert (response.status_code, Decision.objects.count()) == (200, 0)
    assert says(html, "1 treaty removed")
    assert says(html, "Only the number changed: 1 row")
    assert 'name="step" value="record"' in html


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({}, "Nothing changes: the plan is approved as it was sent."),
        ({"outcome": "returned"}, "The plan is returned: it becomes a draft again"),
    ],
)
def test_what_is_shown_of_a_plan_without_changes(
    secretary: Client, typed: dict[str, str], told: str
) -> None:
    """A returned plan is not approved, whatever was said of its rows."""
    before_commission()
    html = secretary.post(ADDRESS, decided(step="look", **typed)).content.decode()
    assert says(html, told)


def test_a_refused_row_is_told_and_the_decision_stands(secretary: Client) -> None:
    """The form is kept; mended, it adds the row to the same decision."""
    before_commission()
    place("L-1", LONG_TERM, wording=made.wording(conclude=YEAR_2026))
    do(made.send_to_commission(plan=LONG_TERM, on=SENT))
    do(made.decide(plan=LONG_TERM, on=SENT + timedelta(days=1), number="6"))
    term = {"conclude_from": "2026-01-01", "conclude_to": "2026-12-31"}
    form = decided(**row("C-1", "move", **term), **row("C-2", "exclude"))
    response = secretary.post(ADDRESS, form)
    html = response.content.decode()
    assert response.status_code == 422
    assert says(html, "Decision No. 7 of 15 November 2024 is recorded.")
    assert says(html, "The row cannot move")
    assert [r.concept.key for r in RowDecision.objects.all()] == ["C-2"]
    mended = form | row("C-1", "exclude")
    assert secretary.post(ADDRESS, mended).status_code == 302
    assert sorted(r.concept.key for r in RowDecision.objects.all()) == ["C-1", "C-2"]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"number": ""}, "Fill in this field."),
        ({"C-1": "conclude_from"}, "Write the day as 2024-10-20."),
    ],
)
def test_what_cannot_be_read_stops_everything(
    secretary: Client, typed: dict[str, str], told: str
) -> None:
    """Nothing is recorded by halves for a slip of the finger."""
    before_commission()
    if "C-1" in typed:
        typed = row("C-1", "change", **{typed["C-1"]: "soon"})
    response = secretary.post(ADDRESS, decided(**typed))
    assert (response.status_code, Decision.objects.count()) == (422, 0)
    assert says(response.content.decode(), told)


def test_a_known_number_refuses_the_decision(secretary: Client) -> None:
    """The number stands for a decision already."""
    before_commission()
    do(made.decide(on=SENT, number="7", outcome=Outcome.RETURNED))
    do(made.send_to_commission(on=SENT + timedelta(days=1)))
    response = secretary.post(ADDRESS, decided())
    assert response.status_code == 422
    assert says(response.content.decode(), "is in the record already") or says(
        response.content.decode(), "in the record already"
    )


def test_choosing_opens_the_fields_of_a_row(secretary: Client) -> None:
    """What a choice does not ask for is not shown."""
    before_commission()
    number = entry("C-1")
    shown = {}
    for choice in ("keep", "remark", "change", "move", "exclude"):
        form = decided(step="", **row("C-1", choice))
        response = secretary.post(ADDRESS, form | {"number": ""})
        assert response.status_code == 200
        html = response.content.decode()
        shown[choice] = [
            f'name="{number}.{name}"' in html for name in ("remark_kk", "title_ru")
        ]
        assert f'name="{number}.purpose_kk"' not in html
    assert shown == {
        "keep": [False, False],
        "remark": [True, False],
        "change": [True, True],
        "move": [True, True],
        "exclude": [True, False],
    }


@pytest.mark.parametrize("office", Office)
def test_who_records_decisions(office: Office) -> None:
    """Others are told who may, and see no row."""
    before_commission()
    client = seat(office, "trade" if office in OF_ONE_BODY else "")
    may = office in {Office.COMMISSION_SECRETARY, Office.REGISTRAR}
    response = client.get(ADDRESS)
    assert response.status_code == (200 if may else 302)
    if not may:
        assert "/acts/commission.decide/" in response["Location"]
        client.post(ADDRESS, decided())
        assert Decision.objects.count() == 0


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_page_in_each_language(secretary: Client, language: str) -> None:
    """Its rows stand in Kazakh or Russian."""
    before_commission()
    response = secretary.get(ADDRESS.replace("/en/", f"/{language}/"))
    assert response.content.decode().count(".choice") == 3


def test_nothing_lies_before_the_commission(secretary: Client) -> None:
    """The page says why there is nothing to decide on."""
    before_commission()
    html = secretary.get(ADDRESS.replace("current", "long-term")).content.decode()
    assert says(html, "is not before the Commission")
    assert ".choice" not in html


def queries(client: Client, **typed: Any) -> int:
    """Count what the page asks the database when something is looked at."""
    with CaptureQueriesContext(connection) as asked:
        form = decided(step="look", **typed)
        assert client.post(ADDRESS, form).status_code == 200
    return len(asked)


def test_the_page_asks_the_database_as_often_for_many_rows(secretary: Client) -> None:
    """Whatever is chosen for them."""
    before_commission(12)
    queries(secretary)
    few = queries(secretary, **row("C-1", "exclude"))
    every: dict[str, str] = {}
    for number in range(1, 13):
        every |= row(f"C-{number}", "exclude")
    assert queries(secretary, **every) == few
