"""Before the President: the brief, its one page, and the replies."""

import re
from collections import Counter
from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader

from jospar.procedure.rehearsal import rehearse_on
from jospar.queries.president_brief import president_brief
from jospar.queries.treaty_fates import Fate
from jospar.rules.agreement.facts import ReplyOutcome
from jospar.rules.core.nouns import Term, Text
from jospar.rules.core.offices import OF_ONE_BODY, Actor, Office, Sight, sees
from tests.procedure.made_orders import perform_act
from tests.queries.made_record import TRADE, do, open_cycle, place
from tests.rules import made, made_amendments
from tests.rules.made import LONG_TERM, RULES, YEAR, YEAR_2026
from tests.rules.made_amendments import INSTRUCTION
from tests.web.seats import seat

pytestmark = pytest.mark.django_db

SENT, TODAY = date(2024, 11, 20), date(2024, 12, 1)
ADDRESS = "/{language}/2024/president/"
SEEING = [office for office in Office if sees(office, Sight.PRESIDENT_PAPERS)]
HEAD = Actor("h", Office.HEAD)
OFFICER = Actor("a", Office.ADMINISTRATION_OFFICER)


def approved(rows: int = 2) -> None:
    """Let the Commission approve a current plan."""
    open_cycle()
    for number in range(1, rows + 1):
        place(f"C-{number}")
    do(made.register_event(key="E-1", concepts=("C-1", "C-9")))
    do(made.send_to_commission(on=date(2024, 11, 8)))
    do(made.decide(on=date(2024, 11, 15)))
    rehearse_on(TODAY)


def before_president(rows: int = 2) -> None:
    """Send the current plan to the President."""
    approved(rows)
    do(made.send_to_president(on=SENT, document="11-2/5"))


def agreed_before(*titles: str) -> None:
    """Let the cycle of 2023 have agreed a current plan with those treaties."""
    year, day = 2023, date(2023, 12, 1)
    filings = [made.open_cycle(year=year), made.list_body(code="trade", name=TRADE)]
    for number, title in enumerate(titles, start=1):
        wording = made.wording(
            title=Text(title, title),
            conclude=Term(date(2024, 1, 1), date(2024, 12, 31)),
        )
        at = made.AT.replace(year=year)
        key = f"P-{number}"
        filings += [
            made.submit_concept(
                key=key,
                proposers=("trade",),
                wording=wording,
                received_at=at,
                sent_on=at.date(),
            ),
            made.conclude(key=key, on=date(2023, 10, 10)),
            made.place(key=key, on=date(2023, 10, 10)),
        ]
    filings += [
        made.send_to_commission(on=day),
        made.decide(on=day),
        made.send_to_president(on=day),
        made.record_reply(on=day),
    ]
    for filing in filings:
        perform_act(filing, year=year)


def text(html: bytes) -> str:
    """Return what a page says without its marks."""
    return " ".join(re.sub(r"<[^>]+>", " ", html.decode()).split())


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_brief_and_the_papers(language: str) -> None:
    """The figures, what is compared, and what was sent and replied."""
    before_president()
    do(
        made.record_reply(
            on=TODAY,
            number="37-9",
            outcome=ReplyOutcome.RETURNED,
            remark=Text("Қайта қараңыз", "Пересмотрите"),
        )
    )
    client = seat(Office.ADMINISTRATION_OFFICER)
    html = client.get(ADDRESS.format(language=language)).content.decode()
    assert [html.count(one) for one in ("11-2/5", "37-9", "revisions/1.kk.pdf")] == [
        2,
        1,
        1,
    ]


def test_countries_are_named_in_the_language_of_the_page() -> None:
    """Uzbekistan is the other party of both treaties."""
    before_president()
    client = seat(Office.HEAD)
    for language, name in (("kk", "Өзбекстан"), ("ru", "Узбекистан"), ("en", "Uzbek")):
        said = text(client.get(ADDRESS.format(language=language)).content)
        assert name in said


@pytest.mark.parametrize("office", sorted(set(Office) - set(SEEING)))
def test_others_do_not_see_it(office: Office) -> None:
    """Neither the page nor the PDF."""
    before_president()
    client = seat(office, "trade" if office in OF_ONE_BODY else "")
    assert client.get(ADDRESS.format(language="kk")).status_code == 403
    assert client.get("/2024/president.kk.pdf").status_code == 403


def test_the_administration_sees_what_was_sent_alone() -> None:
    """The Ministry prepares the brief before."""
    approved()
    assert president_brief(OFFICER, RULES, YEAR).plans == ()
    assert len(president_brief(HEAD, RULES, YEAR).plans) == 2
    client = seat(Office.ADMINISTRATION_OFFICER)
    said = text(client.get(ADDRESS.format(language="en")).content)
    assert "The plans have not been sent to the President yet." in said
    assert client.get("/2024/president.kk.pdf").status_code == 404


def test_without_an_earlier_plan_every_treaty_is_new() -> None:
    """And the brief says that there is nothing to compare with."""
    before_president()
    brief = president_brief(OFFICER, RULES, YEAR)
    (plan,) = brief.plans
    assert (brief.compared_with, plan.count(Fate.NEW), plan.gone) == ((), 2, ())


def test_treaties_are_compared_with_the_plan_before() -> None:
    """By what was agreed last in the record."""
    kept = made.wording().title.ru
    agreed_before(kept, "Соглашение о рыбе")
    open_cycle()
    place("C-1", wording=made.wording(title=Text("Кеме", kept)))
    place("C-2", wording=made.wording(title=Text("Ұшақ", "Самолёт")))
    do(made.send_to_commission(on=date(2024, 11, 8)))
    do(made.decide(on=date(2024, 11, 15)))
    do(made.send_to_president(on=SENT))
    brief = president_brief(OFFICER, RULES, YEAR)
    (plan,) = brief.plans
    assert [edition.form.years for edition in brief.compared_with] == [(2024,)]
    counts = Counter(row.fate for row in plan.rows)
    assert counts == {Fate.CARRIED: 1, Fate.NEW: 1}
    assert [row.title.ru for row in plan.gone] == ["Соглашение о рыбе"]


@pytest.mark.parametrize(
    ("amended_on", "gone"),
    [(date(2024, 11, 20), ["Келісім"]), (date(2024, 11, 21), ["Рыба", "Шарт"])],
)
def test_the_plan_before_is_as_it_was_amended_by_then(
    amended_on: date, gone: list[str]
) -> None:
    """An amendment that has effect after the sending changes nothing in the brief."""
    agreed_before("Рыба", "Шарт")
    ground = {"route": INSTRUCTION, "ground": "1", "on": amended_on}
    title = made.changes(title_kk="Келісім", title_ru="Келісім")
    for filing in (
        made_amendments.record_instruction(number="1", on=amended_on, dossiers=()),
        made_amendments.remove_row(**ground, key="P-1"),
        made_amendments.amend_row(**ground, key="P-2", changes=title),
        made_amendments.make_revision(**ground),
    ):
        perform_act(filing, year=2023)
    before_president()
    (plan,) = president_brief(OFFICER, RULES, YEAR).plans
    assert [row.title.ru for row in plan.gone] == gone


def test_rows_tied_to_a_visit_and_bodies_that_failed() -> None:
    """A key that is no row ties nothing; who answered in time did not fail."""
    before_president()
    brief = president_brief(OFFICER, RULES, YEAR)
    (visit,) = brief.visits
    assert [number for _kind, number, _title in visit.rows] == [1]
    assert [one.body.code for one in brief.failing] == ["energy"]
    assert brief.cycles == (YEAR,)


@pytest.mark.parametrize(
    ("office", "stage", "act"),
    [
        (Office.HEAD, approved, "send_to_president"),
        (Office.ADMINISTRATION_OFFICER, before_president, "record_reply"),
        (Office.AUDITOR, before_president, ""),
    ],
)
def test_each_office_has_its_act(office: Office, stage: object, act: str) -> None:
    """At the stage where it belongs."""
    assert callable(stage)
    stage()
    html = seat(office).get(ADDRESS.format(language="en")).content.decode()
    assert re.findall(r"/acts/agreement\.(\w+)/", html) == ([act] if act else [])


@pytest.mark.parametrize("form", ["kk", "ru"])
def test_the_pdf_has_one_page(form: str) -> None:
    """However much there is to say; once the Rules were repealed, that too."""
    open_cycle()
    for number in range(30):
        code = f"b{number}"
        name = Text(f"{number} министрлігі " * 6, f"Министерство {number} " * 6)
        do(made.list_body(code=code, name=name))
        place(f"C-{number}", proposers=(code,), counterparties=(f"Ел {number} " * 12,))
        do(
            made.register_event(
                key=f"E-{number}",
                title="Ресми сапар туралы өте ұзақ атау " * 6,
                concepts=tuple(f"C-{n}" for n in range(number)),
            )
        )
        do(made.list_body(code=f"s{number}", name=name))
    place("L-1", LONG_TERM, wording=made.wording(conclude=YEAR_2026))
    head, said = seat(Office.HEAD), []
    for day in (TODAY, date(2025, 3, 19)):
        rehearse_on(day)
        response = head.get(f"/2024/president.{form}.pdf")
        (only,) = PdfReader(BytesIO(response.content)).pages
        said.append("11-1-4/161" in only.extract_text())
    assert said == [False, True]


def queries(client: Client) -> int:
    """Count what the page asks the database."""
    with CaptureQueriesContext(connection) as asked:
        assert client.get(ADDRESS.format(language="kk")).status_code == 200
    return len(asked)


def test_the_page_asks_the_database_as_often_for_many_rows() -> None:
    """One row or twenty."""
    before_president(1)
    client = seat(Office.HEAD)
    queries(client)
    few = queries(client)
    for number in range(20):
        place(f"L-{number}", LONG_TERM, wording=made.wording(conclude=YEAR_2026))
    assert queries(client) == few
