"""Writing a concept: saved while it is written, merged, filed once, with a receipt."""

import re
from datetime import date
from typing import Any
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jospar.accounts.models import Person
from jospar.procedure.rehearsal import rehearse_on
from jospar.records.models import Concept, JournalEntry
from jospar.rules.core.deadlines import day_in_astana
from jospar.rules.core.offices import Office
from jospar.web.models import Draft
from jospar.web.writing.cells import seen
from jospar.web.writing.drafts import unfiled
from tests.queries.made_record import open_cycle, submit
from tests.rules import made
from tests.web.seats import seat

pytestmark = pytest.mark.django_db

TITLE = made.wording().title
OWN = "жеті өзен, бір тау"
HX = {"HX-Request": "true"}
WHOLE = {
    "title_kk": TITLE.kk,
    "title_ru": TITLE.ru,
    "purpose_kk": "Өзара сауданы дамыту",
    "purpose_ru": "Развитие взаимной торговли",
    "level": "intergovernmental",
    "entry": "new",
    "procedure": "none",
    "counterparties": "Өзбекстан",
    "conclude_first": "2025-2",
    "document": "7-1/15",
}


@pytest.fixture
def officer() -> Client:
    """Return a browser of an officer of a body, five days before the deadline."""
    open_cycle()
    client = seat(Office.BODY_OFFICER, "trade")
    rehearse_on(date(2024, 9, 20))
    return client


def begun(client: Client) -> tuple[str, Draft]:
    """Begin a draft and return its address and itself."""
    answer = client.post("/en/2024/write/")
    assert answer.status_code == 302
    address = answer["Location"]
    return address, Draft.objects.get(uuid=address.split("/")[-2])


def sent(page: str = "one", before: str = "", **texts: str) -> dict[str, str]:
    """Return what a page sends; ``before`` is what its fields had shown."""
    marks = {f"seen_{name}": seen(before) for name in texts}
    return {"page": page, **texts, **marks}


def saved(client: Client, address: str, **texts: Any) -> str:
    """Save texts as the script does, and return what comes back."""
    answer = client.post(address, sent(**texts), headers=HX)
    assert answer.status_code == 200
    return answer.content.decode()


def texts(draft: Draft) -> dict[str, str]:
    """Return what the draft says now."""
    draft.refresh_from_db()
    return {name: cell["text"] for name, cell in draft.fields.items()}


def page(client: Client, address: str) -> str:
    """Return the page at ``address``."""
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_pages_of_a_draft_open(officer: Client, language: str) -> None:
    """The list, the draft and its filing stand in three languages."""
    address, _draft = begun(officer)
    saved(officer, address, **WHOLE)
    path = address.removeprefix("/en/")
    for part in ("2024/write/", path, f"{path}file/", "2024/write/none/"):
        assert f'<html lang="{language}">' in page(officer, f"/{language}/{part}")


def test_a_draft_is_saved_while_it_is_written(officer: Client) -> None:
    """The answer says when, what is missing still, and where the term leads."""
    address, draft = begun(officer)
    html = saved(officer, address, title_kk=TITLE.kk, conclude_first="2026-1")
    assert re.search(r'<span id="saved".*>saved \d\d:\d\d:\d\d</span>', html)
    assert '<a href="#field-title_ru">' in html
    assert "→ Long-term plan" in html
    assert texts(draft) == {"title_kk": TITLE.kk, "conclude_first": "2026-1"}
    assert "not filed</span>, 5 days left" in page(officer, address)


def test_without_script_a_button_saves(officer: Client) -> None:
    """The person comes back to the page of the draft."""
    address, draft = begun(officer)
    answer = officer.post(address, sent(title_kk="Келісім"))
    assert (answer.status_code, answer["Location"]) == (302, f"{address}#standing")
    assert texts(draft) == {"title_kk": "Келісім"}


def test_going_on_to_filing_saves_first(officer: Client) -> None:
    """Without script, too: the page of the filing shows the last letters."""
    address, draft = begun(officer)
    answer = officer.post(address, sent(title_kk="Келісім") | {"then": "file"})
    assert (answer.status_code, answer["Location"]) == (302, f"{address}file/")
    assert texts(draft) == {"title_kk": "Келісім"}


def test_a_draft_stands_on_the_day_of_the_rehearsal(officer: Client) -> None:
    """Whatever the clock on the wall says."""
    address, draft = begun(officer)
    html = saved(officer, address, title_kk="Келісім")
    assert "saved 23:59:59" in html
    draft.refresh_from_db()
    assert day_in_astana(draft.updated_at) == date(2024, 9, 20)
    assert draft.fields["title_kk"]["at"] == "2024-09-20T18:59:59+00:00"
    assert "20 September 2024" in page(officer, address)


def test_two_pages_write_different_fields(officer: Client) -> None:
    """Both stay, and each page is shown what the other wrote."""
    address, draft = begun(officer)
    saved(officer, address, page="one", title_kk="Келісім")
    html = saved(officer, address, page="two", title_kk="", title_ru="Соглашение")
    assert texts(draft) == {"title_kk": "Келісім", "title_ru": "Соглашение"}
    assert 'id="part-title_kk" hx-swap-oob="true"' in html
    assert 'id="part-title_ru"' not in html


def test_two_pages_write_one_field(officer: Client) -> None:
    """Neither text is lost, and one of them is chosen."""
    address, draft = begun(officer)
    saved(officer, address, page="one", title_kk="Келісім")
    html = saved(officer, address, page="two", title_kk="Хаттама")
    assert texts(draft) == {"title_kk": "Келісім"}
    assert draft.fields["title_kk"]["rival"]["text"] == "Хаттама"
    assert 'id="rival-title_kk" hx-swap-oob="true"' in html
    assert "Two people wrote this field at the same time" in page(officer, address)
    chosen = sent(page="two", title_kk="Хаттама") | {"choose_title_kk": "rival"}
    officer.post(address, chosen, headers=HX)
    assert texts(draft) == {"title_kk": "Хаттама"}
    assert "rival" not in draft.fields["title_kk"]


def test_a_draft_is_of_its_body_alone(officer: Client) -> None:
    """A colleague opens it; for another body and for the Ministry it is not there."""
    address, _draft = begun(officer)
    assert officer.get(address).status_code == 200
    other = seat(Office.BODY_OFFICER, "energy")
    registrar = seat(Office.REGISTRAR)
    reviewer = seat(Office.REVIEWER)
    for path in ("", "file/", "form.docx"):
        assert other.get(f"{address}{path}").status_code == 404
        assert registrar.get(f"{address}{path}").status_code == 404
        assert reviewer.get(f"{address}{path}").status_code == 403
    for path in ("", "file/", "files/", "away/"):
        assert other.post(f"{address}{path}", sent(title_kk="x")).status_code == 404
    assert "untitled" not in page(other, "/en/2024/write/")
    assert other.get("/en/2023/write/").status_code == 404


def test_what_was_typed_survives_the_end_of_a_session() -> None:
    """After sign-in the person comes back to the draft, and it is saved."""
    open_cycle()
    officer = seat(Office.BODY_OFFICER, "trade")
    person = Person.objects.get(code="body_officer-trade")
    person.set_password(OWN)
    person.save()
    known = {"code": person.code, "password": OWN}
    officer.post("/en/sign-in/", known)
    address, draft = begun(officer)
    officer.cookies.pop("jospar_session")
    back = HX | {"HX-Current-URL": f"http://testserver{address}"}
    answer = officer.post(address, sent(title_kk="Келісім"), headers=back)
    assert answer.status_code == 401
    assert answer["HX-Redirect"] == f"/en/sign-in/?next={quote(address, safe='')}"
    assert texts(draft) == {}
    officer.post("/en/sign-in/", known | {"next": address})
    assert "Келісім</textarea>" in page(officer, address)
    assert texts(draft) == {"title_kk": "Келісім"}


def test_filing_says_first_what_it_will_do(officer: Client) -> None:
    """With all that is said, its plan, and the button; or with what is missing."""
    address, _draft = begun(officer)
    html = page(officer, f"{address}file/")
    assert "Not possible yet" in html
    assert "File with the Ministry" not in html
    saved(officer, address, **WHOLE)
    html = page(officer, f"{address}file/")
    assert "File with the Ministry" in html
    assert "quarter" in html or "Q2 2025" in html
    assert "trade-1" in html


def test_filing_twice_is_filing_once(officer: Client) -> None:
    """A double click leads to the one receipt, and the draft says that it is filed."""
    address, draft = begun(officer)
    saved(officer, address, **WHOLE)
    draft.refresh_from_db()
    form = {"revision": draft.revision}
    first = officer.post(f"{address}file/", form)
    concept = Concept.objects.get()
    assert (first.status_code, first["Location"]) == (
        302,
        f"/en/2024/receipts/{concept.entry}/",
    )
    Draft.objects.update(filed=None)
    second = officer.post(f"{address}file/", form)
    assert second["Location"] == first["Location"]
    assert (concept.key, concept.counterparties) == ("trade-1", ["UZ"])
    assert JournalEntry.objects.get(number=concept.entry).act_id == draft.uuid
    assert f"filed, No. {concept.entry}" in page(officer, address)


def test_what_was_read_is_what_is_filed(officer: Client) -> None:
    """When it was written meanwhile, the page shows the new text first, and whose."""
    address, draft = begun(officer)
    saved(officer, address, **WHOLE)
    draft.refresh_from_db()
    read = draft.revision
    saved(officer, address, note_kk="Ескертпе", note_ru="Примечание")
    answer = officer.post(f"{address}file/", {"revision": read})
    assert answer.status_code == 422
    assert "Your own last changes were saved after" in answer.content.decode()
    Draft.objects.update(updated_by="a.colleague")
    answer = officer.post(f"{address}file/", {"revision": read})
    assert answer.status_code == 422
    told = "a.colleague changed the draft after you opened this page"
    assert told in answer.content.decode()
    assert Concept.objects.count() == 0


def test_a_caution_is_acknowledged_by_name(officer: Client) -> None:
    """Titles that disagree are said; whoever insists may file them."""
    address, draft = begun(officer)
    saved(officer, address, **WHOLE | {"title_ru": "Протокол о торговле"})
    draft.refresh_from_db()
    form = {"revision": draft.revision}
    answer = officer.post(f"{address}file/", form)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert 'name="acknowledged" value="titles_agree"' in html
    acknowledged = form | {"acknowledged": ["titles_agree"]}
    assert officer.post(f"{address}file/", acknowledged).status_code == 302


def test_a_taken_key_is_not_given_again(officer: Client) -> None:
    """The key follows those that the body's concepts have."""
    submit("trade-1")
    submit("trade-3")
    address, draft = begun(officer)
    saved(officer, address, **WHOLE)
    draft.refresh_from_db()
    officer.post(f"{address}file/", {"revision": draft.revision})
    assert Concept.objects.order_by("-entry")[0].key == "trade-4"


def test_the_registrar_records_a_paper(officer: Client) -> None:
    """Of any body and a past moment; what it lacks is recorded with it."""
    registrar = seat(Office.REGISTRAR)
    address, draft = begun(registrar)
    paper = {"body": "energy", "received_at": "2024-09-18T10:30", "purpose_ru": ""}
    saved(registrar, address, **WHOLE | paper)
    draft.refresh_from_db()
    html = page(registrar, f"{address}file/")
    assert "Record it" in html
    answer = registrar.post(f"{address}file/", {"revision": draft.revision})
    assert answer.status_code == 302
    concept = Concept.objects.get()
    assert (concept.key, concept.received_on) == ("energy-1", date(2024, 9, 18))
    assert concept.complete_on is None


def test_the_number_of_queries_is_fixed(officer: Client) -> None:
    """For one draft and for thirty."""
    address, _draft = begun(officer)
    counts = []
    for more in (0, 29):
        for _row in range(more):
            begun(officer)
        for path in ("/en/2024/write/", address):
            officer.get(path)
            with CaptureQueriesContext(connection) as queries:
                officer.get(path)
            counts.append(len(queries))
    assert counts[:2] == counts[2:]


def test_what_a_draft_leaves_alone(officer: Client) -> None:
    """A body with drafts is reminded, until they are filed or put away."""
    filed, draft = begun(officer)
    away, _other = begun(officer)
    begun(officer)
    begun(seat(Office.BODY_OFFICER, "energy"))
    begun(seat(Office.REGISTRAR))
    assert unfiled(2024) == {"energy": 1, "trade": 3}
    saved(officer, filed, **WHOLE)
    draft.refresh_from_db()
    officer.post(f"{filed}file/", {"revision": draft.revision})
    Draft.objects.update(filed=None)
    assert unfiled(2024) == {"energy": 1, "trade": 2}
    officer.post(f"{away}away/")
    assert unfiled(2024) == {"energy": 1, "trade": 1}
    assert unfiled(2023) == {}
    assert officer.get(away).status_code == 404
