"""Files of made-up journals: whatever stands in them, it is told and nothing fails."""

from typing import Any

import msgspec
import pytest

from jospar.exchange.evidence.contents import EVIDENCE, MOST_POINTS
from jospar.exchange.evidence.package import EvidenceError, pack, unpack
from jospar.records.fingerprints import canonical
from tests.exchange.evidence.conftest import Files
from tests.exchange.evidence.forging import forged, written
from tests.exchange.evidence.made_evidence import (
    NAME,
    Change,
    Parts,
    altered,
    checked,
    faults,
)

LAST, FIRST = "9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00+12:00"

PAGE = "“evidence.json” in the file cannot be read: "
CALENDAR = "The calendar of the file is not in order: The calendar file “№ 1” cannot "


def nested(levels: int) -> list[Any]:
    """Return a list in a list, in so many levels."""
    value: list[Any] = []
    for _level in range(levels - 1):
        value = [value]
    return value


@pytest.mark.django_db
def test_a_journal_of_ones_own(files: Files) -> None:
    """It holds by itself, and nobody signed it: that is all that can be told."""
    data = forged(files.concept, lambda _said, _parts: None)
    found = checked(altered(data, lambda _said, _parts: None))
    assert (found.faults, found.unsigned, found.outcome) == ((), 6, "doubtful")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (written(5, "header", recorded_at=LAST), PAGE),
        (written(5, "header", recorded_at=FIRST), PAGE),
        (written(5, "effects", received_at=LAST), "The days of the file cannot be "),
        (written(5, "effects", complete=FIRST), PAGE),
        (written(5, "filing", document=LAST), PAGE),
        (written(5, "filing", proposers=5), PAGE),
        (written(5, "filing", key=[1]), "The page “readme.kk.html” says otherwise "),
        (written(7, "filing", key=[1]), "The page “readme.kk.html” says otherwise "),
        (written(7, "header", act="no.such"), PAGE),
        (written(4, "filing", content="x = " + "[" * 3_000), CALENDAR),
        (written(4, "filing", content="x." * 3_000 + "x = 1"), CALENDAR),
        (written(4, "filing", content=5), "The calendar of the file is not in order"),
    ],
)
def test_values_that_jospar_never_writes(
    files: Files, change: Change, said: str
) -> None:
    """Each is a fault in a sentence."""
    first, *_others = faults(forged(files.concept, change))
    assert first.startswith(said)


def test_what_is_nested_without_end(files: Files) -> None:
    """Fifty levels are read, and no more, however deep it goes on."""
    shallow = forged(files.concept, written(7, "filing", x=nested(40)))
    assert checked(altered(shallow, lambda _said, _parts: None)).holds
    for part in ("filing", "effects"):
        for levels in (60, 400, 900):
            data = forged(files.concept, written(7, part, x=nested(levels)))
            with pytest.raises(EvidenceError, match=f"“entries/7/{part}.json” in the "):
                checked(data)


def test_more_than_any_decision_says(files: Files) -> None:
    """What would have to be read is bounded; what is only hashed is not."""

    def rules(_said: Any, parts: Parts) -> None:
        parts["ruleset.toml"] += b"#" * 2**23

    def paper(_said: Any, parts: Parts) -> None:
        parts["papers/5-1-Хат_ 1.pdf"] += b"#" * 2**23

    with pytest.raises(EvidenceError, match=r"^The file says more than Jospar ever "):
        checked(forged(files.concept, rules))
    assert len(faults(forged(files.concept, paper))) == 1


def test_too_many_points(files: Files) -> None:
    """The last signed one and the end of the journal are all that a file has."""
    parts = unpack(files.concept, NAME)
    said = msgspec.json.decode(parts[EVIDENCE])
    said["points"] *= MOST_POINTS + 1
    with pytest.raises(EvidenceError, match=r"“evidence\.json” in the file cannot be "):
        checked(pack(parts | {EVIDENCE: canonical(said)}))
