"""Receipts, the answer “none”, files, and what a draft may begin with."""

from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from docx import Document

from jospar.accounts.models import Reading
from jospar.documents.concept_form import concept_form
from jospar.procedure.rehearsal import rehearse_on
from jospar.records.models import AttachedFile, LetterOfNone
from jospar.rules.core.nouns import Text
from jospar.rules.core.offices import Office
from tests.queries.made_record import DURING, LATE, conclude, do, open_cycle, submit
from tests.records.made_files import PDF
from tests.rules import made
from tests.web.seats import seat
from tests.web.test_view_write import HX, WHOLE, begun, page, saved, texts

pytestmark = pytest.mark.django_db

YEARS = (2025, 2026, 2027, 2028)


@pytest.fixture
def body() -> Callable[[str], Client]:
    """Return what gives a browser of an officer of a body, before the deadline."""
    open_cycle()
    rehearse_on(date(2024, 9, 20))

    def officer(code: str) -> Client:
        return seat(Office.BODY_OFFICER, code)

    return officer


def scan(name: str = "скан.pdf", content: bytes = PDF) -> SimpleUploadedFile:
    """Return a file as a browser sends it."""
    return SimpleUploadedFile(name, content, "application/octet-stream")


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_receipt_stands_in_both_languages(
    body: Callable[[str], Client], language: str
) -> None:
    """Whatever the language of its page; as DOCX it stands in either."""
    entry = submit("C-1", proposers=("trade", "energy"))
    trade = body("trade")
    html = page(trade, f"/{language}/2024/receipts/{entry}/")
    assert f"№ {entry} қолхат" in html
    assert f"Расписка № {entry}" in html
    for form, heading in (("kk", "ҚОЛХАТ"), ("ru", "РАСПИСКА")):
        answer = trade.get(f"/2024/receipts/{entry}.{form}.docx")
        text = "\n".join(
            part.text for part in Document(BytesIO(answer.content)).paragraphs
        )
        assert heading in text.upper()


def test_a_receipt_is_for_its_bodies_and_the_ministry(
    body: Callable[[str], Client],
) -> None:
    """For others it is not there; a number of something else is no receipt."""
    joint = submit("C-1", proposers=("trade", "energy"))
    own = submit("C-2", received_at=LATE)
    none = do(made.report_none(body="energy"))
    energy, registrar = body("energy"), seat(Office.REGISTRAR)
    seen = [
        [browser.get(f"/en/2024/receipts/{entry}/").status_code for entry in papers]
        for papers in [(joint, own, none, 1, 99)]
        for browser in (energy, body("trade"), registrar)
    ]
    assert seen == [
        [200, 404, 200, 404, 404],
        [200, 200, 404, 404, 404],
        [200, 200, 200, 404, 404],
    ]
    assert energy.get(f"/2024/receipts/{own}.kk.docx").status_code == 404
    assert "Filed late" in page(registrar, f"/en/2024/receipts/{own}/")
    assert seat(Office.PLANNER).get(f"/en/2024/receipts/{own}/").status_code == 200
    assert seat(Office.CONTROLLER).get(f"/en/2024/receipts/{own}/").status_code == 403


def test_a_body_without_proposals_answers_and_has_its_receipt(
    body: Callable[[str], Client],
) -> None:
    """The letter's number is needed; its scan comes with it."""
    trade = body("trade")
    address = "/en/2024/write/none/"
    answer = trade.post(address, {"scans": scan()})
    assert answer.status_code == 422
    assert 'id="field-document-fault"' in answer.content.decode()
    answer = trade.post(address, {"document": "5-1/214", "scans": scan("x.exe", b"MZ")})
    assert answer.status_code == 422
    assert 'id="field-scans-fault-1"' in answer.content.decode()
    answer = trade.post(address, {"document": "5-1/214", "scans": scan()})
    letter = LetterOfNone.objects.get()
    assert answer["Location"] == f"/en/2024/receipts/{letter.entry}/"
    file = AttachedFile.objects.get(entry=letter.entry)
    path = f"/2024/files/{letter.entry}/{file.sha256}/"
    assert trade.get(path).content == PDF
    assert body("energy").get(path).status_code == 404
    assert seat(Office.REGISTRAR).get(path).status_code == 200
    assert seat(Office.COMMISSION_SECRETARY).get(path).status_code == 404
    assert "Письмо об отсутствии предложений" in page(trade, answer["Location"])


def test_the_files_of_a_draft_come_with_the_concept(
    body: Callable[[str], Client],
) -> None:
    """They are told by content, taken off again, and opened by who sees the concept."""
    trade = body("trade")
    address, draft = begun(trade)
    saved(trade, address, **WHOLE)
    wrong = {"scans": [scan(), scan("x.exe", b"MZ")]}
    html = trade.post(f"{address}files/", wrong, headers=HX).content.decode()
    assert ("скан.pdf" in html, "“x.exe” is of a kind that is not kept" in html) == (
        True,
        True,
    )
    [file] = draft.files.all()
    own = f"{address}files/{file.sha256}/"
    assert trade.get(own).content == PDF
    assert body("energy").get(own).status_code == 404
    assert trade.get(f"{address}files/{'0' * 64}/").status_code == 404
    trade.post(f"{address}files/", {"remove": file.sha256})
    assert draft.files.count() == 0
    trade.post(f"{address}files/", {"scans": scan()})
    draft.refresh_from_db()
    answer = trade.post(f"{address}file/", {"revision": draft.revision})
    entry = int(answer["Location"].split("/")[-2])
    path = f"/2024/files/{entry}/{file.sha256}/"
    sent = trade.get(path)
    assert (sent.status_code, sent["Content-Type"]) == (200, "application/pdf")
    assert sent["X-Content-Type-Options"] == "nosniff"
    assert sent["Content-Disposition"].startswith("attachment; ")
    assert Reading.objects.order_by("-id")[0].what == f"file {entry} {file.sha256}"
    assert body("energy").get(path).status_code == 404
    assert trade.get(f"/2023/files/{entry}/{file.sha256}/").status_code == 404


def test_the_limit_of_a_file_is_said_before(body: Callable[[str], Client]) -> None:
    """In MiB, as the installation sets it."""
    trade = body("trade")
    address, _draft = begun(trade)
    assert f"each up to {settings.FILE_LIMIT // 2**20} MiB" in page(trade, address)


def test_a_body_does_not_open_the_scan_of_a_conclusion(
    body: Callable[[str], Client],
) -> None:
    """Until its notice it knows nothing of it; the Ministry does."""
    submit("C-1", proposers=("trade",))
    number = conclude("C-1")
    AttachedFile.objects.create(
        entry=number, position=0, sha256="0" * 64, name="a", type="b", size=1
    )
    path = f"/2024/files/{number}/{'0' * 64}/"
    assert body("trade").get(path).status_code == 404


def test_a_form_filled_offline_becomes_a_draft(body: Callable[[str], Client]) -> None:
    """What cannot be read is told with its place, and the rest is kept."""
    trade = body("trade")
    term = {"conclude_from": "2025-04-01", "conclude_to": "2025-06-30"}
    known = {"title_kk": "Келісім", "level": "interstate", **term}
    filled = concept_form([Text("Сауда")], 2024, YEARS, values=known)
    answer = trade.post("/en/2024/write/", {"form": scan("a.docx", filled)})
    assert answer.status_code == 302
    html = page(trade, answer["Location"])
    assert "Келісім</textarea>" in html
    assert 'name="conclude_first" value="2025-2" aria-label="Q2 2025" checked' in html
    wrong = concept_form([], 2024, YEARS, values=known | {"level": "қалай болса"})
    answer = trade.post("/en/2024/write/", {"form": scan("a.docx", wrong)})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "1 place of the form could not be read" in html
    assert "The rest is in a draft: open it" in html
    answer = trade.post("/en/2024/write/", {"form": scan("a.docx", b"PK")})
    assert (answer.status_code, "The rest is in" in answer.content.decode()) == (
        422,
        False,
    )


def test_the_form_is_given_with_what_the_draft_says(
    body: Callable[[str], Client],
) -> None:
    """And read again it says the same."""
    trade = body("trade")
    assert trade.get("/en/2024/write/form.docx").status_code == 200
    address, draft = begun(trade)
    saved(trade, address, **WHOLE)
    form = trade.get(f"{address}form.docx").content
    answer = trade.post("/en/2024/write/", {"form": scan("a.docx", form)})
    html = page(trade, answer["Location"])
    assert f"{WHOLE['title_ru']}</textarea>" in html
    assert "Uzbekistan</textarea>" in html
    assert texts(draft)["conclude_first"] == "2025-2"


def test_a_returned_concept_is_filed_again_with_one_click(
    body: Callable[[str], Client],
) -> None:
    """Everything it said stands in a new draft; of another body it is not there."""
    entry = submit("C-1", proposers=("trade", "energy"), received_at=LATE)
    do(made.return_late(key="C-1", on=DURING))
    alone = submit("C-2", proposers=("trade",))
    rehearse_on(DURING)
    energy = body("energy")
    assert "File again" in page(energy, f"/en/2024/concepts/{entry}/")
    assert energy.post(f"/en/2024/write/again/{alone}/").status_code == 404
    answer = energy.post(f"/en/2024/write/again/{entry}/")
    html = page(energy, answer["Location"])
    wording = made.wording()
    assert f"{wording.title.kk}</textarea>" in html
    assert 'name="others" value="trade" checked' in html
    assert "File again" not in page(body("trade"), f"/en/2024/concepts/{alone}/")
