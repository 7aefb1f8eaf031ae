"""No field of ``evidence.json`` can be changed unseen, whatever else is made to fit."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from jospar.exchange.evidence.checking import check
from jospar.exchange.evidence.contents import EVIDENCE, PAGES, Evidence
from jospar.exchange.evidence.package import EvidenceError, pack, unpack
from jospar.exchange.evidence.reading import EvidenceRead
from jospar.records.fingerprints import canonical
from tests.exchange.evidence.conftest import Files
from tests.exchange.evidence.made_evidence import NAME, Change, Parts

Place = tuple[str | int, ...]
SAID_ALONE = {
    *("reader", "version", "position", "decision", "edition", "at", "signature"),
    "official_use",
}
"""What only says for whom and by what it was made, how papers are numbered, and what
is told as a doubt, as unsigned, or of another entry that the file shows as well. Of
a point without signature nothing is proven but its tree."""


def leaves(value: Any, place: Place = ()) -> Iterator[Place]:
    """Yield where each plain value stands."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from leaves(part, (*place, name))
    elif isinstance(value, list):
        for at, part in enumerate(value):
            yield from leaves(part, (*place, at))
    else:
        yield place


def another(value: Any) -> Any:
    """Return a value of the same kind that is not the same."""
    match value:
        case bool():
            return not value
        case int():
            return value + 1
        case str() if value[-1:].isdigit():
            return value[:-1] + str((int(value[-1]) + 1) % 10)
        case str():
            return value + "0"
    return 0


def seen(data: bytes, place: Place) -> bool:
    """Tell whether it is seen that the value at ``place`` is another one."""

    def change(said: Any, _parts: Parts) -> None:
        for step in place[:-1]:
            said = said[step]
        said[place[-1]] = another(said[place[-1]])

    try:
        return not check(restated(data, change), NAME, no_page).holds
    except (EvidenceError, msgspec.MsgspecError):
        return True  # no file can even be made that says so


def no_page(_read: EvidenceRead, _language: str) -> bytes:
    """Return the page that ``restated`` puts into a file: it gives nothing away."""
    return b""


def restated(data: bytes, change: Change) -> bytes:
    """Return the file with another ``evidence.json``, and without pages."""
    parts = unpack(data, NAME) | dict.fromkeys(PAGES.values(), b"")
    said = msgspec.json.decode(parts[EVIDENCE])
    change(said, parts)
    parts[EVIDENCE] = canonical(said)
    names = msgspec.json.decode(parts[EVIDENCE], type=Evidence).names()
    return pack({name: parts.get(name, b"") for name in names})


@pytest.mark.django_db
@pytest.mark.slow
def test_no_field_is_changed_unseen(files: Files) -> None:
    """Each value, one after the other; of a plan only what a concept has not."""
    for data, areas in (
        (files.concept, None),
        (files.plan, {"days", "papers", "points"}),
    ):
        said = msgspec.json.decode(unpack(data, NAME)[EVIDENCE])
        places = [
            one
            for one in leaves(said)
            if not SAID_ALONE.intersection(one)
            and (areas is None or one[0] in areas)
            and one != ("points", 1, "point", "hash")
        ]
        assert len(places) > 50
        assert [one for one in places if not seen(data, one)] == []
