"""What no page of ours sends: it is told, or not found, and is never a failure.

Every address, every act and every form is asked with days beyond the calendar, numbers
beyond the database, characters that no text has, and more than anybody writes: each
address and field with a third of these, in turn. ``tests/soak`` asks without end.
"""

from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any
from urllib.parse import urlencode, urlsplit

import lxml.html
import pytest
from django.db import connection, transaction
from django.test import Client

from jospar.accounts.models import Person
from jospar.rules.core.offices import Office
from jospar.rules.registry import ACTS
from jospar.web.acts.fields import Field, FieldKind, fields_of
from tests.rules.made import YEAR
from tests.rules.test_registry import MEETINGS
from tests.web.gates import GATES
from tests.web.seats import seat
from tests.web.typed import shown
from tests.web.walk import WALKERS, Walker, address, enter
from tests.web.whole_record import OWNER, Record, whole_record

pytestmark = pytest.mark.django_db

DAYS = ("0001-01-01", "0001-01-01T00:00", "9999-12-31", "9999-12-31T23:59")
NUMBERS = ("-1", "²", "9" * 18, "9" * 30, "9" * 5000)
TEXTS = ("x" * 5000, "a\0b", "\u2028\x0b", "\ud800")
BAD = (*DAYS, *NUMBERS, *TEXTS)
"""The last one is no character: it goes as bytes that are no UTF-8."""
FEW = ("0001-01-01", "9999-12-31", "9" * 5000, TEXTS[-1])
ASKED = (
    *("after", "answer", "answered", "back", "before", "body", "code", "day", "done"),
    *("edition", "email", "find", "first_day", "form", "from", "key", "kind", "last"),
    *("last_day", "late", "level", "link", "name", "next", "office", "on", "only"),
    *("page", "paper", "person", "plan", "q", "record", "register", "ruleset", "show"),
    *("stage", "subject", "term", "text", "to", "verify", "view", "year"),
)
"""What addresses are asked with."""
OWN = ("proof", "act_id", "back", "kept")
"""What the page of an act sends besides fields."""
PRINTED = {"pdf", "president-pdf", "rules-report-pdf"}
"""They take no query, and a second each."""
TYPES = (
    ("application/json", b"[1]"),
    ("multipart/form-data", b"x"),
    ("multipart/form-data; boundary=x", b"--x\r\nrubbish"),
    ("application/x-www-form-urlencoded; charset=utf-16", b"a=1"),
    ("text/plain; charset=nonsense", b"a=1"),
)
FORM = "application/x-www-form-urlencoded"
SENDERS: tuple[Walker, ...] = (
    (Office.BODY_OFFICER, OWNER),
    *((office, "") for office in (Office.HEAD, Office.REGISTRAR)),
    *((office, "") for office in (Office.COMMISSION_SECRETARY, Office.ADMINISTRATOR)),
)
"""Offices that have every form between them."""


@pytest.mark.slow
def test_no_address_fails_on_what_it_is_asked_with() -> None:
    """What narrows a page and cannot be read narrows nothing, or is not there."""
    record, failed = whole_record(), []
    for turn, (name, gate) in enumerate(GATES.items()):
        walker = next((w for w in WALKERS if gate.expected(w) == 200), WALKERS[1])
        client, path = enter(walker), address(name, record)
        asked = [dict.fromkeys(ASKED, bad) for bad in BAD]
        asked += [{one: bad} for one in ("from", "term") for bad in FEW]
        for query in [] if name in PRINTED else asked[turn % 6 :: 6]:
            joint = "&" if urlsplit(path).query else "?"
            if _fails(client, "get", f"{path}{joint}{_encoded(query)}"):
                failed.append((name, query))
    assert failed == []


@pytest.mark.slow
def test_no_act_fails_on_what_is_typed() -> None:
    """Each field of each act, among others that are well filled in."""
    record, failed, turns = whole_record(), [], count()
    for act in ACTS:
        walker = [w for w in WALKERS if w is not None and w[0] in act.by][-1]
        client, path = enter(walker), f"/en/{YEAR}/acts/{act.code}/"
        good = filed(act.code, record)
        for name, bad in [
            *(
                (field.name, _of(field)[next(turns) % len(_of(field))])
                for field in fields_of(act.filing)
            ),
            *((own, bad) for own in OWN for bad in FEW),
        ]:
            if _fails(client, "post", path, good | {name: bad}):
                failed.append((act.code, name, bad[:20]))
    assert failed == []


@pytest.mark.slow
def test_no_form_fails_on_what_is_sent() -> None:
    """Every form of every page, as it stands but for one field."""
    record, turns = whole_record(), count()
    failed: list[tuple[str, ...]] = []
    seen: set[tuple[str, ...]] = set()
    for walker in SENDERS:
        client = enter(walker)
        for action, filled in forms(client, record):
            if (action, *sorted(filled)) in seen:
                continue
            seen.add((action, *sorted(filled)))
            failed += [
                (action, name, bad)
                for name in (*filled, "form_id", "act_id", "back", "next")
                for bad in [FEW[next(turns) % len(FEW)]]
                if _fails(client, "post", action, filled | {name: bad})
            ]
    assert failed == []
    assert len(seen) > 10


@pytest.mark.slow
def test_no_address_fails_on_a_content_that_is_no_form() -> None:
    """Whatever type the content says that it has."""
    record = whole_record()
    failed = [
        (name, kind)
        for name, gate in GATES.items()
        if "POST" in gate.methods
        for client in [enter((Office.HEAD, ""))]
        for kind, content in TYPES
        if _sent(client, address(name, record), content, kind) >= 500
    ]
    assert failed == []


def test_no_form_is_taken_from_another_site() -> None:
    """Every address that changes something asks for the page's own token."""
    record = whole_record()
    client = Client(enforce_csrf_checks=True)
    client.force_login(Person.objects.get(pk=record.person))
    taken = [
        name
        for name, gate in GATES.items()
        if "POST" in gate.methods
        and client.post(address(name, record)).status_code != 403
    ]
    assert taken == []


@pytest.mark.parametrize("year", [1000, 1899, 2999])
def test_no_act_fails_in_a_year_without_rules(year: int) -> None:
    """There is no such cycle; one could only be opened."""
    whole_record()
    client = enter((Office.ADMINISTRATOR, ""))
    found = {act.code: client.get(f"/en/{year}/acts/{act.code}/") for act in ACTS}
    opened = found.pop("reference.open_cycle")
    assert {answer.status_code for answer in found.values()} == {404}
    assert opened.status_code == 200


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize(
    "text",
    ["a\0b", "x" * 5_000_000, "&a=" * 10_001],
    ids=["a character", "too long", "too many"],
)
def test_what_cannot_be_taken_is_told(language: str, text: str) -> None:
    """The page says so in the reader's language, and leads to the start."""
    client = seat(Office.REGISTRAR)
    path = f"/{language}/{YEAR}/acts/intake.report_none/"
    content = text if text.startswith("&") else urlencode({"document": text})
    answer = client.post(path, content, FORM)
    assert answer.status_code == 400
    page = lxml.html.document_fromstring(answer.content.decode())
    assert page.get("lang") == language
    assert page.xpath("//h1/text()") == [TOLD[language]]


TOLD = {
    "kk": "Жіберілген мәтін қабылданбады",
    "ru": "Отправленное не принято",
    "en": "What was sent was not taken",
}


def test_an_address_that_cannot_be_taken_is_told() -> None:
    """More is asked than anybody asks, and a character that no address has."""
    client = seat(Office.REGISTRAR)
    for address_ in (f"/en/{YEAR}/concepts/?{'&a=' * 10_001}", f"/en/{YEAR}/%00/"):
        answer = client.get(address_)
        assert (answer.status_code, TOLD["en"] in answer.content.decode()) == (
            400,
            True,
        )


def _of(field: Field) -> tuple[str, ...]:
    """Return what may go wrong with the field: days with days, numbers with numbers."""
    if field.kind in {FieldKind.DAY, FieldKind.MOMENT}:
        return DAYS
    if field.kind is FieldKind.LIST:
        return (*NUMBERS, *TEXTS)
    return NUMBERS if field.kind is FieldKind.NUMBER else TEXTS


def filed(code: str, record: Record) -> dict[str, str]:
    """Return the act well filled in, on things of the record."""
    good = shown(MEETINGS[code][1])
    known = {"key": "mark-key", "body": OWNER, "recipient": "parliament"}
    known |= {"proposers": OWNER, "subject": str(record.last_entry)}
    return good | {name: text for name, text in known.items() if name in good}


def forms(client: Client, record: Record) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the forms of the pages: where each is sent, and how it is filled in.

    Those of acts have a test of their own.
    """
    paths = [address(n, record) for n, gate in GATES.items() if "GET" in gate.methods]
    for path in paths:
        answer = client.get(path)
        if answer.status_code != 200 or not answer.content.startswith(b"<!doctype"):
            continue
        page = lxml.html.document_fromstring(answer.content.decode())
        for form in page.forms:
            action = form.action or path
            if form.method == "POST" and "/acts/" not in action:
                for button in form.xpath(".//button[@name]") or [{}]:
                    pressed = {button.get("name", ""): button.get("value", "")}
                    yield action, dict(form.form_values()) | pressed


def _fails(
    client: Client, method: str, path: str, sent: Mapping[str, str] | None = None
) -> bool:
    """Tell whether the answer is a failure; what was done is undone."""
    before = transaction.savepoint()
    try:
        if method == "get":
            return client.get(path).status_code >= 500
        return client.post(path, _encoded(sent or {}), FORM).status_code >= 500
    finally:
        connection.needs_rollback = False
        transaction.savepoint_rollback(before)
        transaction.savepoint_commit(before)  # let it go: it would be kept else


def _sent(client: Client, path: str, content: bytes, kind: str) -> int:
    """Return the status; unlike ``post`` this leaves the content as it is."""
    return client.generic("POST", path, content, kind).status_code


def _encoded(sent: Mapping[str, Any]) -> str:
    return urlencode(sent, errors="surrogatepass")
