"""The cycles of the demonstration, and every page on one of its days.

``tests/soak`` walks on other days.
"""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from django.test import Client
from django.urls import resolve

from jospar.accounts.appointments import held_on
from jospar.exchange.report import report
from jospar.exchange.year import YearRun
from jospar.management.demo_cycles import perform_cycles
from jospar.management.demo_people import appoint_people
from jospar.procedure import journal
from jospar.procedure.clock import Clock
from jospar.procedure.rehearsal import rehearse_on
from jospar.rules.core.offices import OF_ONE_BODY
from tests import example
from tests.web.walk import addresses

pytestmark = [
    pytest.mark.django_db(databases=["default", "past"]),
    pytest.mark.slow,
]

LAST_DAY = date(2026, 2, 2)
EXPECTED = tomllib.loads(
    (example.EXPECTED.parent / "cycles.expected.toml").read_text("utf-8")
)
OF_WORKBOOK = json.loads(example.EXPECTED.read_text("utf-8"))["report"]
BODIES = {"mt", "parliament"}
"""Whose seats are walked from; a walk of each body would show the same again."""
UNLINKED = {
    *("best-language", "latest", "sign-in", "sign-out", "seat", "office", "rehearse"),
    *("calendar-feed", "outbox-link", "notices-read", "act-many"),
    *("received", "received-plan", "write-again", "row-again", "amendment-draft"),
    *("draft", "draft-form", "draft-away", "draft-files", "draft-file"),
    *("draft-file-concept", "file", "bring-in-review", "bring-in-sheet"),
    *("health-live", "health-ready", "health-worker", "metrics"),
    *("invited", "provider", "provider-answer", "second-factor", "passkey"),
    *("mfa_authenticate", "security-app", "security-codes", "security-passkey"),
}
"""What no link leads to, or only where something waits, was begun or brought in.

Nor does a rehearsal lead to what is there for signing in.
"""
FEWEST = 100
"""Letters of a page's contents; what says nothing has its name and a sentence."""


def performed(until: date) -> list[YearRun]:
    """Perform the cycles up to a day, and let people sit at their desks that day."""
    runs = perform_cycles(until, lambda _year: lambda _done, _of: None)
    appoint_people(Clock(until))
    rehearse_on(until)
    return runs


def lines(entries: list[dict[str, Any]]) -> Counter[str]:
    """Return sheet, row and paragraph of each entry; disagreeing titles apart."""
    return Counter(
        f"{entry['sheet']} {entry['row']} ¶{entry['paragraph'] or '–'}"
        for entry in entries
        if entry.get("provision") != "titles.grammar"
    )


def wanted(year: int, kind: str) -> Counter[str]:
    """Return what the sources of a cycle say of themselves."""
    expected = EXPECTED[str(year)]
    own = lines(OF_WORKBOOK[kind]) if year == OF_WORKBOOK["year"] else Counter()
    return Counter(expected[kind]) + own - Counter(expected.get("waiting", ()))


def said_of(dossiers: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Return stage, days late and revision of each dossier."""
    names = ("stage", "days_late", "revision")
    return [
        " ".join([key, *("–" if one[of] is None else str(one[of]) for of in names)])
        for key, one in dossiers.items()
    ]


def test_the_cycles_come_to_what_their_sources_say() -> None:
    """Rows, dossiers and revisions of each year, and a journal that holds."""
    for run in performed(LAST_DAY):
        year, found = run.workbook.year, report(run.outcome, run.workbook, "en")
        expected = EXPECTED[str(year)]
        assert found["performed"] == expected["performed"]
        for kind in ("refused", "cautions"):
            assert lines(found[kind]) == wanted(year, kind)
        assert said_of(found["dossiers"]) == expected["dossiers"]
        assert [
            f"{one['plan']} {one['revision']} {one['ground']} {one['in_force_since']}"
            for one in found["revisions"]
        ] == expected["revisions"]
    entries = [entry.read() for entry in journal.entries()]
    assert journal.verify(journal.entries())[0] == len(entries)
    recorded = [header.recorded_at for header in entries]
    assert recorded == sorted(recorded)


def test_before_the_first_cycle_there_is_nothing_but_its_beginning() -> None:
    """The cycle of 2023 is open, and nobody has brought anything."""
    (run,) = performed(date(2022, 12, 1))
    assert (run.workbook.year, run.outcome.performed) == (2023, 5)


def test_every_page_has_life() -> None:
    """Who follows the links of their pages finds each there, and something on it."""
    check_life(date(2025, 6, 16), "kk")


def check_life(today: date, language: str) -> None:
    """Walk from every seat on a day of the demonstration."""
    performed(today)
    reached: set[str] = set()
    bare: list[str] = []
    for held in held_on(today):
        if held.office not in OF_ONE_BODY or held.body in BODIES:
            client = Client()
            client.post(f"/{language}/seat/", {"appointment": held.entry})
            for address, letters in walk(client, f"/{language}/{today.year - 1}/"):
                reached.add(resolve(address).url_name or "")
                if letters is not None and letters < FEWEST:
                    bare.append(f"{held.office} {held.body} {address} {letters}")
    assert (bare, addresses().keys() - UNLINKED - reached) == ([], set())


def walk(client: Client, start: str) -> Iterator[tuple[str, int | None]]:
    """Yield each kind of address that links lead to, and how many letters it shows.

    None stands for what is no page. Of each kind one is opened.
    """
    todo = [start]
    seen: set[str | None] = set()
    while todo:
        address = todo.pop(0)
        answer = client.get(address, follow=True)
        assert answer.status_code == 200, address
        path = answer.request["PATH_INFO"]
        if "html" not in answer.headers["Content-Type"]:
            b"".join(answer) if answer.streaming else answer.content
            yield path, None
            continue
        html = answer.content.decode()
        main = html[html.index("<main") : html.index("</main>")]
        yield path, len(re.sub(r"<[^>]*>|\s", "", main))
        for href in re.findall(r'href="([^"#]+)', html):
            link = urlsplit(urljoin(path, unescape(href)))
            if link.netloc or link.path.startswith("/static/"):
                continue
            match = resolve(link.path)
            is_read = match.kwargs.get("language") in {None, start[1:3]}
            if match.url_name not in seen and is_read:
                seen.add(match.url_name)
                todo.append(f"{link.path}?{link.query}" if link.query else link.path)
