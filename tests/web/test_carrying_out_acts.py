"""The pages of the acts of carrying out, and of treaties through the years."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from jospar.records.models import Concept, JournalEntry, Progress, Row, Succession
from jospar.rules.core.nouns import ProgressStage
from jospar.rules.core.offices import Office
from jospar.rules.registry import BY_CODE
from jospar.rules.treaty.facts import How
from tests.queries.made_life import agreed_rows, later
from tests.queries.made_record import submit
from tests.rules import made
from tests.rules import made_carrying_out as made_rows
from tests.web.seats import seat

pytestmark = pytest.mark.django_db

ROW = {"plan": "current", "key": "C-1"}
ON = {"on": "2025-01-20"}
BOTH = {"reason_kk": "Келіссөздер", "reason_ru": "Переговоры"}
TITLE = made.wording().title
NAME = {"name_kk": f"{TITLE.kk} және ынтымақтастық", "name_ru": f"{TITLE.ru} и связях"}
ACTS: dict[str, dict[str, str]] = {
    "carrying_out.report": ROW | ON | {"document": "7", "stage": "in_talks"},
    "carrying_out.plan_stage": ROW
    | ON
    | {"stage": "examined", "planned_on": "2025-03-03"},
    "carrying_out.request_report": ON
    | {"body": "trade", "year": "2025", "quarter": "1", "answer_by": "2025-04-10"},
    "carrying_out.put_forward": ROW | ON | {"document": "7"},
    "carrying_out.record_signing": ROW
    | ON
    | {"document": "7", "place": "Ташкент", "signatories": "С. Ж."},
    "carrying_out.record_name": ROW
    | ON
    | NAME
    | BOTH
    | {"from_side": "UZ", "of_principle": "no", "judged_by": "Б. О.", "document": "7"},
    "carrying_out.correct_name": ROW
    | ON
    | NAME
    | BOTH
    | {"ground": "slip", "document": "7"},
    "treaty.link": ON
    | BOTH
    | {"key": "C-3", "earlier_year": "2024", "earlier": "C-1", "how": "same"},
    "treaty.unlink": ON
    | BOTH
    | {"key": "C-3", "earlier_year": "2024", "earlier": "C-1"},
    "treaty.tell_apart": ON
    | BOTH
    | {"key": "C-3", "other_year": "2024", "other": "C-1"},
    "reference.succeed_body": ON
    | {"body": "trade", "successor": "energy", "document": "№ 77"},
}
ONE_TREATY: dict[str, Any] = {
    "key": "C-3",
    "on": date(2025, 1, 10),
    "earlier_year": 2024,
    "earlier": "C-1",
    "how": How.SAME,
}
EACH = [(code, office) for code in ACTS for office in sorted(BY_CODE[code].by)]


def browser(code: str, office: Office) -> Client:
    """Return the browser of who may do it, the plans being agreed."""
    agreed_rows()
    submit("C-3")
    if code == "treaty.unlink":
        later(made_rows.link(**ONE_TREATY))
    return seat(office, "trade" if office is Office.BODY_OFFICER else "")


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize(("code", "office"), EACH)
def test_the_page_of_an_act(code: str, office: Office, language: str) -> None:
    """It is there for every office that may, in every language, about its row."""
    client = browser(code, office)
    answer = client.get(f"/{language}/2024/acts/{code}/", ACTS[code])
    assert answer.status_code == 200
    shown = TITLE.ru if language == "ru" else TITLE.kk
    assert (shown in answer.text) is (
        "plan" in ACTS[code]
        or (code.startswith("treaty.") and office is not Office.CONTROLLER)
    )


@pytest.mark.parametrize("code", ACTS)
def test_a_form_sent_performs_the_act(code: str) -> None:
    """What was typed is performed, and the person goes on."""
    office = min(BY_CODE[code].by - {Office.BODY_OFFICER})
    client = browser(code, office)
    acknowledged = ["put_forward_if_early", "slip_is_small"]
    sent = ACTS[code] | {"act_id": str(uuid4()), "proof": "7"}
    answer = client.post(
        f"/ru/2024/acts/{code}/", sent | {"acknowledged": acknowledged}
    )
    last = JournalEntry.objects.latest("number")
    assert (answer.status_code, last.act) == (302, code)
    if "plan" in sent:
        assert answer["Location"] == f"/ru/2024/current/?done={last.number}"


def test_a_body_reports_on_its_own_row_alone() -> None:
    """Another body's officer is refused, with the reason."""
    agreed_rows()
    client = seat(Office.BODY_OFFICER, "energy")
    answer = client.get("/en/2024/acts/carrying_out.report/", ROW)
    assert "The body “energy” does not answer for row “C-1”" in answer.text
    answer = client.post(
        "/en/2024/acts/carrying_out.report/",
        ACTS["carrying_out.report"] | {"act_id": str(uuid4())},
    )
    assert answer.status_code == 422
    assert Progress.objects.count() == 0


def test_what_the_record_has_after_the_acts() -> None:
    """The row is at its stage, the treaties are linked, the body is succeeded."""
    agreed_rows()
    submit("C-3")
    for code in ("carrying_out.report", "treaty.link", "reference.succeed_body"):
        client = seat(min(BY_CODE[code].by - {Office.BODY_OFFICER}))
        sent = ACTS[code] | {"act_id": str(uuid4()), "proof": "7"}
        assert client.post(f"/kk/2024/acts/{code}/", sent).status_code == 302
    assert Row.objects.get(concept__key="C-1").progress == "in_talks"
    first, third = (Concept.objects.get(key=key) for key in ("C-1", "C-3"))
    assert third.treaty == first.entry
    assert Succession.objects.get().successor == "energy"


def test_how_the_journal_tells_of_it() -> None:
    """Stages and grounds by their names, and what was odd in the report."""
    agreed_rows()
    on = date(2025, 1, 20)
    later(made_rows.report(key="C-1", on=on, stage=ProgressStage.EXAMINED))
    back = later(made_rows.report(key="C-1", on=on))
    named = later(made_rows.correct_name(key="C-1", on=on))
    auditor = seat(Office.AUDITOR)
    text = auditor.get(f"/en/2024/journal/{back}/").text
    examined = "examined by the Ministry of Justice"
    assert f"The row goes back from “{examined}” to “in talks”." in text
    assert text.count("in talks") == 3
    assert "a slip of the pen" in auditor.get(f"/en/2024/journal/{named}/").text
