"""Every address of the program with an example of each, and who walks over them."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from django.test import Client
from django.urls import URLResolver, get_resolver, reverse

from jospar.rules.core.nouns import PlanKind
from jospar.rules.core.offices import OF_ONE_BODY, Office
from tests.rules.made import YEAR
from tests.web.amended_record import FORMER
from tests.web.seats import seat
from tests.web.whole_record import OTHER, OWNER, Record

Walker = tuple[Office, str] | None
"""An office with its body where it has one; None has not signed in."""

_SENT, _UNSENT = "parliament", "government_office"
WALKERS: tuple[Walker, ...] = (
    None,
    (Office.BODY_OFFICER, OWNER),
    (Office.BODY_OFFICER, OTHER),
    (Office.RECIPIENT, _SENT),
    (Office.RECIPIENT, _UNSENT),
    *((office, "") for office in Office if office not in OF_ONE_BODY),
)
"""Nobody, and every office; those of one body twice."""


def addresses() -> dict[str, frozenset[str]]:
    """Return every address of the resolver: its name, and what it is made of."""
    return dict(_within(get_resolver(), frozenset()))


def address(
    name: str, record: Record, whose: str = OWNER, language: str = "en", **other: object
) -> str:
    """Return an example of the address ``name``, made of the things of a body.

    ``other`` values come before those of the examples.
    """
    parts = addresses()[name]
    given = _examples(name, record, whose) | {"language": language} | other
    missing = parts - given.keys()
    assert not missing, f"Give tests.web.walk an example of {missing} for “{name}”."
    path = reverse(name, kwargs={part: given[part] for part in parts})
    query = _QUERIES.get(name, "").format(key=record.things[whose].key)
    return f"{path}?{query}" if query else path


def _within(
    resolver: URLResolver, outer: frozenset[str]
) -> Iterator[tuple[str, frozenset[str]]]:
    for pattern in resolver.url_patterns:
        parts = outer | pattern.pattern.converters.keys()
        if isinstance(pattern, URLResolver):
            yield from _within(pattern, parts)
        else:
            assert pattern.name is not None, f"Name the address {pattern.pattern}."
            yield pattern.name, parts


def enter(walker: Walker) -> Client:
    """Return a browser in which the walker has signed in; None has not."""
    client = Client(raise_request_exception=False)
    return client if walker is None else seat(walker[0], walker[1], client)


def said(walker: Walker) -> str:
    """Return who walks, in a word."""
    return "nobody" if walker is None else " of ".join(filter(None, walker))


def _examples(name: str, record: Record, whose: str) -> dict[str, Any]:
    things = record.things[whose]
    shared: dict[str, Any] = {
        "year": YEAR,
        "kind": PlanKind.LONG_TERM,
        "form": "kk",
        "entry": things.entry,
        "uuid": things.draft,
        "sha256": things.file.sha256,
        "code": "drafting.settle",
        "number": record.last_entry,
        "office": Office.HEAD.value,
        "decision": record.decision,
        "body": OTHER,
        "sheet": "completeness",
        "secret": record.feed,
        "token": record.link,
        "ground": record.ground,
        "ending": "docx",
    }
    of_record: dict[str, dict[str, Any]] = {
        "person": {"number": record.person},
        "invited": {"token": record.invitation},
        "treaty": {"entry": record.row},
        "row-again": {"entry": record.again},
        "bring-in-review": {"uuid": record.review},
        "bring-in-sheet": {"uuid": record.review},
    }
    own = of_record.get(name) or _OWN.get(name, {})
    if name == "dossier":
        own = {"year": FORMER, "entry": record.dossier}
    return {**shared, **own}


_OWN: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "act-many": {"code": "review.notify"},
        "amendments": {"year": FORMER},
        "rules-behind": {"code": "concepts.deadline"},
        "commission-decide": {"kind": PlanKind.CURRENT},
        "revision": {"number": 1},
        "plan-original": {"number": 1},
        "amendment-sheet": {
            "year": FORMER,
            "kind": PlanKind.CURRENT,
            "number": 2,
        },
    }
)
"""Values of parameters that mean something else in these addresses."""
_QUERIES: Mapping[str, str] = MappingProxyType(
    {
        "act": "key={key}",
        "act-many": "key={key}",
        "outbox-paper": "paper=conclusion_notice/mark-unsent",
        "outbox-docx": "paper=conclusion_notice/mark-unsent",
    }
)
"""What addresses ask for besides."""
