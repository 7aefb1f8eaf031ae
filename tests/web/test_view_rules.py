"""The Living Rules, the records behind their figures, and the conformity report."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader

from jospar.queries.conformity import conformity
from jospar.queries.living_rules import living_rules
from jospar.rules.core.offices import Office, Sight, sees
from jospar.web.report_print import printed
from jospar.web.views.rules import A_PAGE
from tests.queries.made_record import do, open_cycle, submit
from tests.queries.test_living_rules import bulk_concepts
from tests.rules import made
from tests.rules.made import AFTER, RULES, YEAR
from tests.web.made_year import agreed_year
from tests.web.seats import seat

pytestmark = pytest.mark.django_db

Numbered = Callable[[int], AbstractContextManager[object]]
PAGES = ("", "concepts.deadline/", "report/", "report.pdf")


def page(client: Client, address: str) -> str:
    """Return the page at ``address`` of the rules of 2024."""
    answer = client.get(f"/{address}")
    assert answer.status_code == 200
    return answer.content.decode()


def plain(html: str) -> str:
    """Return the text of a page without its marks, blanks made single."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.parametrize("office", Office)
def test_the_rules_are_open_to_who_sees_figures(office: Office) -> None:
    """Others are told whose page it is."""
    open_cycle()
    body = "trade" if office in {Office.BODY_OFFICER, Office.RECIPIENT} else ""
    client = seat(office, body)
    expected = 200 if sees(office, Sight.FIGURES) else 403
    for address in ("", "report/"):
        answer = client.get(f"/ru/2024/rules/{address}")
        assert answer.status_code == expected


def test_records_are_open_to_who_sees_the_concepts_too() -> None:
    """The controller has the figures, and no title of any concept."""
    agreed_year()
    controller, auditor = seat(Office.CONTROLLER), seat(Office.AUDITOR)
    title = made.wording().title.ru
    assert auditor.get("/ru/2024/rules/concepts.late/").status_code == 200
    assert controller.get("/ru/2024/rules/concepts.late/").status_code == 404
    for address in ("ru/2024/rules/", "ru/2024/rules/report/"):
        assert title not in page(controller, address)
        assert "C-3" not in page(controller, address)
    assert title in page(auditor, "ru/2024/rules/report/")


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_page_stands_in_every_language(language: str) -> None:
    """Nothing is missing in any of them, and each weighs little."""
    agreed_year()
    client = seat(Office.HEAD)
    for address in PAGES[:-1]:
        answer = client.get(f"/{language}/2024/rules/{address}")
        assert answer.status_code == 200
        assert len(answer.content) < 80_000


@pytest.mark.parametrize("address", PAGES)
def test_a_year_without_a_cycle_has_no_rules(address: str) -> None:
    """The page is missing, whoever asks."""
    open_cycle()
    answer = seat(Office.AUDITOR).get(f"/en/1999/rules/{address}")
    assert answer.status_code == 404


def test_the_figures_stand_as_sentences() -> None:
    """How many, how late, and which of the two plans."""
    agreed_year()
    text = plain(page(seat(Office.AUDITOR), "en/2024/rules/"))
    assert "late or not done 3 of 4 bodies answered, late among them: 1" in text
    assert (
        "Current plan: sent to 3 of 3 recipients, late among them: 1, 1 day late"
        in text
    )
    assert "Long-term plan: sent to the Commission" in text
    assert "It is shown while a concept is written; no act depends on it." in text


def test_readings_stand_with_what_they_change() -> None:
    """A key leads to its concept."""
    open_cycle()
    late = made.submit_concept(key="C-9", proposers=("trade",), received_at=made.AT)
    entry = do(late)
    html = page(seat(Office.AUDITOR), "en/2024/rules/")
    assert "nothing would differ this year" in plain(html)
    assert f"/en/2024/concepts/{entry}/" not in html


def test_records_behind_a_figure_lead_on() -> None:
    """To the concept, and for whoever sees the journal to the entry."""
    open_cycle()
    entry = submit("C-1")
    address = "en/2024/rules/conclusions.deadline/"
    html = page(seat(Office.AUDITOR), address)
    assert f'href="/en/2024/concepts/{entry}/"' in html
    assert f'href="/en/2024/journal/{entry}/"' in html
    assert f'href="/en/2024/journal/{entry}/"' not in page(
        seat(Office.REVIEWER), address
    )


def test_many_records_stand_on_several_pages() -> None:
    """A page of them at a time, whatever is asked for."""
    open_cycle()
    bulk_concepts(A_PAGE + 1)
    client = seat(Office.AUDITOR)
    address = "en/2024/rules/concepts.term/"
    first, second = page(client, address), page(client, f"{address}?from={A_PAGE}")
    assert (first.count("<tr>"), second.count("<tr>")) == (A_PAGE + 1, 2)
    assert f'href="?from={A_PAGE}"' in first
    assert page(client, f"{address}?from=x").count("<tr>") == A_PAGE + 1


def test_a_provision_without_records_says_how_they_come() -> None:
    """Also one that is not carried out here yet, and one that there is not."""
    open_cycle()
    client = seat(Office.AUDITOR)
    assert "There are no records yet." in page(client, "en/2024/rules/concepts.term/")
    assert "This figure counts acts" in page(client, "en/2024/rules/offices.table/")
    assert "no act depends on it" in page(client, "en/2024/rules/signing.proposal/")
    assert client.get("/en/2024/rules/no.provision/").status_code == 404


def test_who_may_explain_finds_the_way_to_it() -> None:
    """The act comes with the provision and the entry that was late."""
    agreed_year()
    way = "/en/2024/acts/reference.explain/?provision=concepts.deadline&amp;subject="
    assert way in page(seat(Office.HEAD), "en/2024/rules/report/")
    assert "reference.explain" not in page(
        seat(Office.AUDITOR), "en/2024/rules/report/"
    )


def test_an_explanation_stands_beside_the_late_line() -> None:
    """In the reader's language, and in Kazakh where there is no English one."""
    agreed_year()
    do(made.explain(provision="concepts.deadline", on=AFTER))
    client = seat(Office.AUDITOR)
    assert "Документы поступили поздно" in page(client, "ru/2024/rules/report/")
    for address in ("en/2024/rules/report/", "en/2024/rules/"):
        assert '<span lang="kk">Құжаттар кеш келді</span>' in page(client, address)


def test_the_printed_report_begins_with_the_year_line() -> None:
    """It stands before the table."""
    agreed_year()
    html = page(seat(Office.AUDITOR), "kk/2024/rules/report/")
    assert html.index('class="year-line"') < html.index('class="list cards conformity"')


@pytest.mark.parametrize(
    ("day", "lines"), [(date(2025, 3, 18), 3), (date(2025, 3, 19), 4)]
)
def test_the_printed_report_says_that_the_rules_were_repealed(
    day: date, lines: int
) -> None:
    """From the first day on which they may have been, in each language."""
    agreed_year()
    living = living_rules(RULES, YEAR, day)
    for language in ("kk", "ru", "en"):
        lead = printed(
            living,
            conformity(living),
            language,
            records=True,
            rehearsal=False,
            marked=(),
        ).lead
        said = "№ 11-1-4/161" in lead[-1]
        assert (len(lead), said) == (lines, lines == 4)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("kk", "2024 жылғы жоспарлаудың Қағидаларға сәйкестігі туралы есеп"),
        ("ru", "Отчёт о соблюдении Правил при планировании 2024 года"),
        ("en", "Report on how the Rules were kept in the planning of 2024"),
    ],
)
def test_the_report_comes_as_pdf(language: str, title: str) -> None:
    """With its explanations; the controller's without titles."""
    agreed_year()
    do(made.explain(provision="concepts.deadline", on=AFTER))
    found = []
    for office in (Office.AUDITOR, Office.CONTROLLER):
        answer = seat(office).get(f"/{language}/2024/rules/report.pdf")
        assert answer["Content-Type"] == "application/pdf"
        pages = PdfReader(BytesIO(answer.content)).pages
        text = "".join(page.extract_text() for page in pages)
        found.append(re.sub(r"\s", "", text))
    why = "Документы поступили поздно" if language == "ru" else "Құжаттар кеш келді"
    for part in (title, why):
        assert all(re.sub(r"\s", "", part) in text for text in found)
    assert ["C-3," in text for text in found] == [True, False]


@pytest.mark.parametrize("address", PAGES[:-1])
def test_the_queries_of_a_page_do_not_hang_on_the_rows(
    address: str, django_assert_num_queries: Numbered
) -> None:
    """A few concepts and hundreds are read alike."""
    agreed_year()
    client = seat(Office.AUDITOR)
    page(client, f"en/2024/rules/{address}")
    with CaptureQueriesContext(connection) as few:
        page(client, f"en/2024/rules/{address}")
    bulk_concepts(300)
    with django_assert_num_queries(len(few)):
        page(client, f"en/2024/rules/{address}")
