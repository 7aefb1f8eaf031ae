"""Past plans at the desk: read, reviewed, corrected, and brought in whole."""

import re
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jospar.records.models import AttachedFile, Concept, Plan, Row
from jospar.rules.core.offices import Office
from jospar.rules.plans.facts import BroughtBody
from jospar.web.models import PlanDraft
from tests.exchange.annexes import treaties
from tests.exchange.annexes.test_ten_documents import DOCUMENTS
from tests.procedure.made_orders import perform_act
from tests.rules import made, made_plans
from tests.web.reviewed import looked_at, of_many, press
from tests.web.seats import seat

pytestmark = pytest.mark.django_db

HEAD = {"on": "2021-12-24", "number": "01-5/77"}


@pytest.fixture
def desk() -> Client:
    """Return a planner's browser; the bodies of the documents are known."""
    perform_act(made.open_cycle())
    for body in treaties.BODIES:
        perform_act(made.list_body(code=body.code, name=body.names[0]))
    return seat(Office.PLANNER)


def upload(desk: Client, *names: str, language: str = "en") -> Any:
    """Return the answer to documents of the ten."""
    sent = [
        SimpleUploadedFile(f"{name}.{DOCUMENTS[name][0]}", DOCUMENTS[name][1]())
        for name in names
    ]
    return desk.post(f"/{language}/bring-in/", {"scans": sent})


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_ten_documents(desk: Client, name: str) -> None:
    """Each is read, shown with all its rows in three languages, and kept as typed."""
    answer = upload(desk, name)
    assert answer.status_code == 302
    for language in ("kk", "ru", "en"):
        path = answer["Location"].replace("/en/", f"/{language}/")
        page = desk.get(path)
        assert page.status_code == 200
        text = page.content.decode()
        rows = PlanDraft.objects.get().review["rows"]
        assert text.count('class="panel row') == len(rows)
        assert "{" not in re.sub(r"<script.*?</script>", "", text)
    before = PlanDraft.objects.get().review
    press(desk, answer["Location"], "keep")
    after = PlanDraft.objects.get().review
    assert after == before


def test_a_plan_in_order_is_brought_in(desk: Client) -> None:
    """Doubts looked at, head filled in: rows, files and a receipt."""
    path = upload(desk, "foreign_affairs")["Location"]
    answer = press(desk, path, "bring_in", HEAD)
    assert answer.status_code == 422
    assert Plan.objects.filter(cycle=2021).count() == 0
    answer = press(desk, path, "bring_in", HEAD | looked_at(desk, path))
    assert (answer.status_code, answer["Location"]) == (302, path)
    receipt = desk.get(path).content.decode()
    draft = PlanDraft.objects.get()
    assert draft.files[0]["sha256"] in receipt
    assert AttachedFile.objects.get().entry == draft.filed
    plan = Plan.objects.get(id="2021.current")
    assert (plan.stage, plan.only, str(plan.stage_on)) == ("agreed", "ru", "2021-12-24")
    titles = Concept.objects.filter(cycle=2021).order_by("entry")
    assert [one.title_ru for one in titles] == [
        treaties.BORDER.ru,
        treaties.ROADS.ru,
        treaties.POWER.ru,
        treaties.JUSTICE.ru,
    ]
    again = desk.post(path, {"do": "bring_in"})
    assert again.status_code == 200
    assert Row.objects.filter(plan="2021.current").count() == 4


def test_two_files_are_one_plan(desk: Client) -> None:
    """The Kazakh and the Russian document go together; what differs is told."""
    path = upload(desk, "energy", "foreign_affairs")["Location"]
    rows = PlanDraft.objects.get().review["rows"]
    assert [bool(row["title_kk"] and row["title_ru"]) for row in rows] == [True] * 4
    assert PlanDraft.objects.get().review["only"] == ""
    assert "The two languages differ" in desk.get(path).content.decode()


def test_halves_are_put_together(desk: Client) -> None:
    """A row without its Russian text takes it from another, which goes."""
    path = upload(desk, "one_after_another")["Location"]
    kept = PlanDraft.objects.get().review["rows"]
    bare = sum(not (row["title_kk"] and row["title_ru"]) for row in kept)
    html = desk.get(path).content.decode()
    assert (bare, f"to fill in: {bare}<" in html) == (1, True)
    alone = next(row for row in kept if not row["title_ru"])
    with_text = next(at for at, row in enumerate(kept, 1) if row["title_ru"])
    other = kept[with_text - 1]
    press(
        desk,
        path,
        f"exchange-ru:{alone['key']}",
        {f"with-ru:{alone['key']}": str(with_text)},
    )
    rows = {row["key"]: row for row in PlanDraft.objects.get().review["rows"]}
    assert rows[alone["key"]]["title_ru"] == other["title_ru"]
    assert rows[other["key"]]["title_ru"] == ""


def test_rows_come_and_go(desk: Client) -> None:
    """A row is taken out, an empty one is added below another."""
    path = upload(desk, "energy")["Location"]
    press(desk, path, "drop:P-2")
    press(desk, path, "add:P-1")
    press(desk, path, "drop:nothing")
    keys = [row["key"] for row in PlanDraft.objects.get().review["rows"]]
    assert keys in (["P-1", "P-5", "P-3", "P-4"], ["P-1", "P-6", "P-3", "P-4"])


def test_an_unknown_body_is_chosen_or_entered(desk: Client) -> None:
    """A body that nobody knows gets a code and the name that it had."""
    path = upload(desk, "bare")["Location"]
    draft = PlanDraft.objects.get()
    unknown = [body["written"] for body in draft.review["bodies"] if not body["code"]]
    assert unknown == ["Акимат города Астаны"]
    at = [body["written"] for body in draft.review["bodies"]].index(unknown[0])
    press(
        desk,
        path,
        "keep",
        {f"body{at}.code": "astana", f"body{at}.name_ru": "Акимат Астаны"},
    )
    kept = PlanDraft.objects.get().review["bodies"][at]
    assert (kept["written"], kept["code"], kept["name_ru"]) == (
        "Акимат города Астаны",
        "astana",
        "Акимат Астаны",
    )


def test_what_was_typed_before_signing_in_again(desk: Client) -> None:
    """It is put into the review when its person comes back."""
    path = upload(desk, "energy")["Location"]
    session = desk.session
    typed = {"person": "planner", "page": path, "typed": "number=77&do=bring_in"}
    session["stash"] = typed
    session.save()
    assert desk.get(path).status_code == 302
    assert PlanDraft.objects.get().review["number"] == "77"
    assert desk.get(path).status_code == 200


def test_what_makes_no_sense_is_kept_and_marked(desk: Client) -> None:
    """Nothing that was typed is lost, whatever it is."""
    path = upload(desk, "energy")["Location"]
    press(desk, path, "bring_in", {"year": "later", "0.conclude_from": "soon"})
    review = PlanDraft.objects.get().review
    assert review["year"] == "later"
    assert "soon" in {row["conclude_from"] for row in review["rows"]}
    text = desk.get(path).content.decode()
    assert text.count("later") >= 1
    assert "Write the year" in text


def test_the_record_refuses_a_year_that_is_planned_here(desk: Client) -> None:
    """What the kernel says stands on the page, and nothing is written."""
    path = upload(desk, "foreign_affairs")["Location"]
    press(desk, path, "keep", HEAD | {"year": "2024", "on": "2024-01-10"})
    text = desk.get(path).content.decode()
    assert "The cycle of 2024 is planned in Jospar" in text
    ticks = looked_at(desk, path)
    assert press(desk, path, "bring_in", ticks).status_code == 422
    assert Concept.objects.count() == 0


def test_a_review_is_corrected_elsewhere(desk: Client) -> None:
    """The workbook of a review is uploaded again, and says the same."""
    path = upload(desk, "one_after_another")["Location"]
    before = PlanDraft.objects.get()
    sheet = desk.get(f"/en/bring-in/{before.uuid}/review.xlsx")
    assert sheet.status_code == 200
    sent = SimpleUploadedFile("review.xlsx", sheet.content)
    again = desk.post("/en/bring-in/", {"scans": sent})["Location"]
    after = PlanDraft.objects.exclude(uuid=before.uuid).get()
    assert again != path
    cells = [
        [
            (row["title_kk"], row["title_ru"], row["conclude_from"])
            for row in one["rows"]
        ]
        for one in (before.review, after.review)
    ]
    assert cells[0] == cells[1]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.docx", b"", "is empty"),
        ("a.docx", b"MZ\x90\x00 not an office file", ""),
        ("a.pdf", b"%PDF-1.7\n%\xe2\xe3", "is a scan or of another kind"),
        ("a.docx", b"PK\x03\x04 broken", ""),
        ("a.xlsx", b"PK\x05\x06" + b"\0" * 18, ""),
    ],
)
def test_hostile_files(desk: Client, name: str, content: bytes, told: str) -> None:
    """What is no plan is told so on the page, and no review begins."""
    answer = desk.post("/en/bring-in/", {"scans": SimpleUploadedFile(name, content)})
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert PlanDraft.objects.count() == 0


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ((), "Choose the document of the plan"),
        (("energy", "finance", "corrected"), "Choose 2 documents at most"),
        (("energy", "finance"), "2 tables in one language"),
    ],
)
def test_other_than_one_plan(desk: Client, names: tuple[str, ...], told: str) -> None:
    """No file, too many, or two of one language."""
    answer = upload(desk, *names)
    assert answer.status_code == 422
    assert told in answer.content.decode()


def test_who_may_not(desk: Client) -> None:
    """Other offices are told so; a review that is not there is not there."""
    path = upload(desk, "energy")["Location"]
    uuid = PlanDraft.objects.get().uuid
    for office, status in ((Office.REGISTRAR, 200), (Office.HEAD, 403)):
        client = seat(office)
        for address in ("/en/bring-in/", path, f"/en/bring-in/{uuid}/review.xlsx"):
            assert client.get(address).status_code == status
    assert desk.get(f"/en/bring-in/{uuid4()}/").status_code == 404
    assert desk.get(f"/en/bring-in/{uuid4()}/review.xlsx").status_code == 404
    press(desk, path, "away")
    assert desk.get(path).status_code == 404


def test_a_former_name_is_read_and_printed(desk: Client) -> None:
    """A body of an earlier plan is known by its name of then, and keeps it."""
    former = treaties.BODIES[3].names[1]
    body = BroughtBody("transport", former)
    row = made_plans.brought_row(proposers=("transport",))
    perform_act(made_plans.past_plan(bodies=(body,), rows=(row,)), year=2020)
    upload(desk, "energy")
    review = PlanDraft.objects.get().review
    names = {one["code"]: (one["name_kk"], one["name_ru"]) for one in review["bodies"]}
    assert names["transport"] == (former.kk, former.ru)
    assert review["rows"][1]["proposers"] == "transport"


@pytest.mark.parametrize("rows", [13, 400])
def test_many_rows(desk: Client, rows: int) -> None:
    """They stand on pages of a bounded size, each with as many queries."""
    path = of_many(rows)
    desk.get(path)
    for page in ("", "?page=2", "?order=plan&page=2", "?page=99"):
        with CaptureQueriesContext(connection) as asked:
            answer = desk.get(f"{path}{page}")
        assert answer.status_code == 200
        assert len(answer.content) < 150_000
        assert len(asked) == 14
    ticks = {"documents": "yes", "accepted": "yes"}
    answer = press(desk, path, "bring_in", HEAD | ticks)
    assert answer.status_code == 302
    assert Row.objects.filter(plan="2021.current").count() == rows
