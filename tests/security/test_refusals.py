"""What is refused says nothing: not there and not yours are one answer, to the byte.

Whatever the answer bears of its own address is taken out on both sides, and the token
of its forms, which is another on every page.
"""

import re
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db import connection, transaction
from django.test import Client

from jospar.rules.registry import ACTS
from tests.rules.made import YEAR
from tests.rules.test_registry import MEETINGS
from tests.web.gates import GATES
from tests.web.typed import shown
from tests.web.walk import WALKERS, Walker, address, addresses, enter, said
from tests.web.whole_record import OWNER, Record, whole_record

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

NOWHERE: dict[str, object] = {
    "entry": 999_999,
    "uuid": "00000000-0000-4000-8000-000000000000",
    "sha256": "0" * 64,
    "number": 99_999_999,
    "decision": 999_999,
    "ground": 999_999,
}
"""What no record has."""
NAMES_ANEW = {"intake.submit_concept", "amendment.bring_grounds"} | {
    "amendment.bring_concept"
}
"""Acts whose key is a new name in the cycle: that it is taken has to be said."""
_MOVES = {"Content-Length", "Expires", "Set-Cookie", "X-Request-ID"}
"""What differs between two answers to one question: a moment, a cookie, a name."""
Told = tuple[int, list[tuple[str, str]], str]


@pytest.mark.parametrize("walker", WALKERS[2:5], ids=said)
def test_what_is_another_bodys_is_answered_as_what_is_not(walker: Walker) -> None:
    """Every address that holds a number of a record: page, file, and what is sent."""
    record = whole_record()
    client, compared = enter(walker), 0
    for name, gate in GATES.items():
        nowhere = {p: v for p, v in NOWHERE.items() if p in addresses()[name]}
        if gate.expected(walker) != 404 or not nowhere:
            continue
        for method in gate.methods.split():
            theirs = _asked(client, method, name, record, {})
            nobodys = _asked(client, method, name, record, nowhere)
            assert (name, method, theirs) == (name, method, nobodys)
            compared += 1
    assert compared >= {"energy": 9, "parliament": 2}.get((walker or ("", ""))[1], 1)


@pytest.mark.parametrize("walker", WALKERS[2:5], ids=said)
def test_an_act_on_anothers_is_answered_as_one_on_nothing(walker: Walker) -> None:
    """Every act that names a record by its key, of one and of many."""
    whole_record()
    client = enter(walker)
    for act in ACTS:
        filing = shown(MEETINGS[act.code][1])
        if "key" not in filing or act.code in NAMES_ANEW:
            continue
        for ending in ("", "many/"):
            path = f"/en/{YEAR}/acts/{act.code}/{ending}"
            theirs, nobodys = (
                _told(_undone(client, path, filing | {"key": key}), key)
                for key in ("mark-key", "mark-nil")
            )
            assert (act.code, ending, theirs) == (act.code, ending, nobodys)


@pytest.mark.parametrize("walker", WALKERS[2:5], ids=said)
def test_who_knows_the_mark_of_a_file_does_not_learn_that_it_is_the_same(
    walker: Walker,
) -> None:
    """“Not changed” is said after the gate, like everything else."""
    record = whole_record()
    client = enter(walker)
    for name in ("docx", "xlsx", "json", "xml"):
        path = address(name, record)
        etag = enter(WALKERS[1]).get(path)["ETag"]
        there = client.get(path).status_code
        again = client.get(path, headers={"if-none-match": etag}).status_code
        assert (name, again) == (name, 304 if there == 200 else there)
        nobody = Client().get(path, headers={"if-none-match": etag})
        assert (name, nobody.status_code, "ETag" in nobody) == (name, 302, False)


def _asked(
    client: Client, method: str, name: str, record: Record, other: dict[str, object]
) -> Told:
    path = address(name, record, OWNER, "en", **other)
    if other:
        path = path.replace("mark-key", "mark-nil")
    sent = client.get(path) if method == "GET" else client.post(path)
    return _told(sent, urlsplit(path).path.removeprefix("/en"), "mark-key", "mark-nil")


def _undone(client: Client, path: str, filing: dict[str, str]) -> Any:
    """Send a form, and undo what it did."""
    before = transaction.savepoint()
    try:
        return client.post(path, filing)
    finally:
        connection.needs_rollback = False
        transaction.savepoint_rollback(before)
        transaction.savepoint_commit(before)  # let it go: it would be kept else


def _told(answer: Any, *parts: str) -> Told:
    """Return all that an answer says but ``parts``, which its question had."""
    content = answer.getvalue() if answer.streaming else answer.content
    text = content.decode("utf-8", "replace")
    text = re.sub(r'name="(csrfmiddlewaretoken|act_id)" value="[^"]*"', "", text)
    headers = sorted((n, v) for n, v in answer.items() if n not in _MOVES)
    for part in parts:
        text = text.replace(part, "…")
        headers = [(name, value.replace(part, "…")) for name, value in headers]
    return answer.status_code, headers, text
