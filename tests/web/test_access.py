"""Every address × every office: what opens, what is refused, what is not there.

One table says of every address which offices it is for, by what they see and do
(``offices.toml``), and of which record it is. An address that is missing in the table
fails the test.
"""

from io import BytesIO
from typing import Any
from urllib.parse import parse_qsl, urlsplit
from zipfile import ZipFile

import pytest

from jospar.records.models import JournalEntry
from jospar.rules.core.nouns import PlanKind
from jospar.rules.registry import ACTS
from jospar.web.models import Draft
from tests.rules.made import YEAR
from tests.rules.test_registry import MEETINGS
from tests.web.gates import GATES, MARKS
from tests.web.typed import shown
from tests.web.walk import WALKERS, Walker, address, addresses, enter, said
from tests.web.whole_record import OTHER, OWNER, whole_record

pytestmark = pytest.mark.django_db

ALLOWED = {"": {404, 422}, "many/": {200, 403, 404}}
"""Of one thing it is said that it is not there; of many, nothing is left to act on."""
FOR_ITSELF = {"intake.report_none", "agreement.acknowledge", "amendment.acknowledge"}
"""Acts whose body the desk fills in: whatever is sent, it is the own one."""
REDIRECTED = {"commission-decide"}
"""Offices that do not perform the act are led to the page that says who does."""
SLOW = {"pdf", "president-pdf", "rules-report-pdf"}
"""They are printed for who may have them, which takes a second."""


def test_the_table_knows_every_address() -> None:
    """A new page says here whom it is for."""
    assert list(GATES.keys() ^ addresses().keys()) == []


@pytest.mark.slow
def test_every_office_is_answered_as_the_table_says() -> None:
    """What belongs to another body is not there; what an office does not see says so.

    No page and no document holds a mark that the office may not see.
    """
    record = whole_record()
    wrong: list[str] = []
    seen: set[str] = set()
    for walker in WALKERS:
        client, hidden = enter(walker), _hidden_from(walker)
        for name, gate in GATES.items():
            expected = gate.expected(walker) if "GET" in gate.methods else 405
            if name in SLOW and expected == 200:
                continue
            led = walker is not None and name in REDIRECTED
            path = address(name, record)
            answer = client.get(path, follow=led)
            if answer.status_code != expected:
                told = f"{answer.status_code}, not {expected}"
                wrong.append(f"{said(walker)}, {name}: {told}")
            asked = {mark for mark in MARKS if mark in path}
            found = {mark for mark in MARKS if mark in text_of(answer)} - asked
            wrong += [f"{said(walker)}, {name}: {mark}" for mark in found & hidden]
            seen |= found - hidden
    assert not wrong, "\n".join(wrong)
    assert seen == MARKS.keys()


@pytest.mark.slow
@pytest.mark.parametrize("walker", WALKERS[2:5], ids=said)
def test_no_page_of_another_body_holds_a_mark(walker: Walker) -> None:
    """Neither its own papers, nor a filter, nor a part of a page, nor a draft plan."""
    record = whole_record()
    client, hidden = enter(walker), _hidden_from(walker)
    paths = [address(name, record, OTHER) for name in GATES.keys() - SLOW]
    paths += [
        address(name, record, OTHER, kind=PlanKind.CURRENT)
        for name in ("plan", "plan-revisions", "docx", "xlsx", "json", "xml")
    ]
    paths += [
        f"{address('concepts', record)}?{query}"
        for query in ("text=mark", f"body={OWNER}", "stage=not_expedient", "late=no")
    ]
    paths += [f"/en/{YEAR}/acts/{act.code}/?body={OWNER}" for act in ACTS]
    slips: list[tuple[str, str]] = []
    plain: dict[str, str] = {}
    for path in paths:
        for headers in (plain, {"HX-Request": "true", "HX-Target": "rows"}):
            text = text_of(client.get(path, headers=headers))
            slips += [
                (path, mark) for mark in hidden if mark in text and mark not in path
            ]
    assert slips == []


@pytest.mark.slow
def test_what_is_refused_to_look_at_is_refused_to_act_on() -> None:
    """The answer is the same, and nothing is written."""
    record = whole_record()
    clients = {walker: enter(walker) for walker in WALKERS}
    before, wrong = _written(), []
    for walker, client in clients.items():
        for name, gate in GATES.items():
            expected = gate.expected(walker)
            stopped = walker is None and gate.offices is not None
            if "POST" in gate.methods and (stopped or expected in {403, 404}):
                path = address(name, record)
                sent = dict(parse_qsl(urlsplit(path).query))
                status = client.post(path, sent).status_code
                if status != expected:
                    wrong.append(f"{said(walker)}, {name}: {status}, not {expected}")
    assert not wrong, "\n".join(wrong)
    assert _written() == before


@pytest.mark.slow
@pytest.mark.parametrize("walker", WALKERS[2:5], ids=said)
def test_no_act_is_performed_on_what_another_body_has(walker: Walker) -> None:
    """Whatever the form says: the act is refused, and tells nothing of the record."""
    whole_record()
    client, hidden = enter(walker), _hidden_from(walker)
    before = _written()
    wrong: list[tuple[str, ...]] = []
    for act in ACTS:
        if act.code in FOR_ITSELF:
            continue
        filing = replace_known(shown(MEETINGS[act.code][1]))
        for ending in ("", "many/"):
            answer = client.post(f"/en/{YEAR}/acts/{act.code}/{ending}", filing)
            if answer.status_code not in ALLOWED[ending]:
                wrong.append((act.code, ending, str(answer.status_code)))
            text = text_of(answer)
            wrong += [
                (act.code, ending, mark)
                for mark in hidden - set(filing.values())
                if mark in text
            ]
    assert wrong == []
    assert _written() == before


def replace_known(filing: dict[str, str]) -> dict[str, str]:
    """Return the form with the marks of the record in the place of made names."""
    names = {"key": "mark-key", "body": OWNER, "recipient": OWNER, "proposers": OWNER}
    return filing | {name: text for name, text in names.items() if name in filing}


def _written() -> tuple[int, list[tuple[object, ...]]]:
    drafts = Draft.objects.order_by("uuid").values_list("uuid", "revision", "put_away")
    return JournalEntry.objects.count(), list(drafts)


def _hidden_from(walker: Walker) -> set[str]:
    office, body = walker or (None, "")
    return {
        mark
        for mark, (offices, bodies) in MARKS.items()
        if office not in offices and body not in bodies
    }


def text_of(answer: Any) -> str:
    """Return all that an answer says: of a document, its parts of XML."""
    content = answer.getvalue() if answer.streaming else answer.content
    if not content.startswith(b"PK"):
        return str(content.decode("utf-8", "replace"))
    with ZipFile(BytesIO(content)) as archive:
        return "".join(
            archive.read(part).decode()
            for part in archive.namelist()
            if part.endswith(".xml")
        )
