"""The pages of a year that was brought in, and what they leave alone."""

import pytest

from jospar.records.models import Concept
from jospar.rules.core.nouns import Text
from jospar.rules.core.offices import Office
from tests.procedure.made_orders import perform_act
from tests.rules import made, made_plans
from tests.web.seats import seat

pytestmark = [pytest.mark.django_db, pytest.mark.provision("plans.brought_in")]


def test_pages_of_a_year_that_was_brought_in() -> None:
    """They open, say that the year was brought in, and leave other years alone."""
    perform_act(made.open_cycle())
    perform_act(made_plans.past_plan())
    head = seat(Office.HEAD)
    year = made_plans.PAST
    entry = Concept.objects.get(key="P-1").entry
    for page in (
        "",
        "current/",
        "current/revisions/",
        "long-term/",
        "concepts/",
        f"concepts/{entry}/",
        "rules/",
        "rules/report/",
        "laboratory/",
        "amendments/",
        "outbox/",
        "answers/",
        "commission/",
        "president/",
        "occasions/",
        "journal/",
    ):
        answer = head.get(f"/en/{year}/{page}")
        assert (page, answer.status_code) == (page, 200)
        assert "were brought in" in answer.content.decode()
    assert head.get("/en/")["Location"] == "/en/2024/"
    assert f'href="/en/{year}/"' not in head.get("/en/2024/").content.decode()
    assert head.get(f"/en/treaties/{entry}/").status_code == 200
    assert head.get(f"/{year}/current.kk.docx").status_code == 200


def test_the_journal_shows_the_beginning_of_a_plan() -> None:
    """Of many rows the first are shown; the plan has a page of its own."""
    perform_act(made.open_cycle())
    rows = tuple(
        made_plans.brought_row(
            f"P-{number}",
            wording=made.wording(
                title=Text(f"Шарт {number}", f"Договор {number}"),
                conclude=made_plans.YEAR_2023,
            ),
        )
        for number in range(60)
    )
    entry = perform_act(made_plans.past_plan(rows=rows)).number
    page = seat(Office.HEAD).get(f"/en/{made_plans.PAST}/journal/{entry}/")
    text, _mark, _exact = page.content.decode().partition('class="raw"')
    assert ("P-9" in text, "P-10" in text) == (True, False)
    assert "and 50 more" in text


def test_nothing_is_offered_that_would_plan_the_year() -> None:
    """A reviewer of another year finds no act on a concept that was brought in."""
    perform_act(made.open_cycle())
    perform_act(made_plans.past_plan())
    entry = Concept.objects.get(key="P-1").entry
    page = seat(Office.REVIEWER).get(f"/en/{made_plans.PAST}/concepts/{entry}/")
    assert "/acts/review." not in page.content.decode()
