"""Evidence files are checked with nothing but themselves; what was changed is named."""

from collections.abc import Callable
from typing import Any

import pytest

from jospar.exchange.evidence.checking import check
from jospar.exchange.evidence.package import EvidenceError, pack, unpack
from jospar.procedure import checkpoints
from jospar.web.evidence_words import evidence_page
from tests.exchange.evidence.alterations import (
    ALTERATIONS,
    no_signature,
    the_calendar,
)
from tests.exchange.evidence.conftest import Files
from tests.exchange.evidence.made_evidence import (
    NAME,
    Parts,
    altered,
    checked,
    faults,
    stated,
)


@pytest.mark.django_db
def test_files_that_hold(files: Files) -> None:
    """Nothing speaks against them; what is newer than the checkpoint is unsigned."""
    found = [checked(one) for one in files[:3]]
    assert [(one.faults, one.doubts) for one in found] == [((), ())] * 3
    assert [one.unsigned for one in found] == [0, 0, 6]
    assert [one.read.withheld for one in found] == [0, 1, 0]


def test_a_file_needs_no_database(files: Files) -> None:
    """Only the first test of this module may ask one: the others would be refused."""
    assert checked(files.concept).holds


def test_the_key_that_is_given(files: Files, tmp_path: Any) -> None:
    """It is the one that signed, or it is told that it is not."""
    key = checkpoints.public_key(files.public_key)
    found = check(files.concept, NAME, evidence_page, key)
    assert (found.holds, found.key_known) == (True, True)
    assert found.key == checkpoints.fingerprint_of(key)
    checkpoints.make_key(tmp_path / "other.pem")
    other = checkpoints.private_key(tmp_path / "other.pem").public_key()
    found = check(files.concept, NAME, evidence_page, other)
    said = ["The checkpoint of entry 8 is not signed by this key."]
    assert [str(one) for one in found.faults] == said


def test_a_signature_that_was_taken_away(files: Files) -> None:
    """The file holds and is unsigned; with the key at hand that is a fault."""
    data = altered(files.concept, no_signature)
    found = checked(data)
    assert (found.holds, found.unsigned, found.key) == (True, 6, "")
    key = checkpoints.public_key(files.public_key)
    (fault,) = check(data, NAME, evidence_page, key).faults
    assert str(fault).startswith("The file has no checkpoint that is signed by ")


@pytest.mark.parametrize("change", ALTERATIONS, ids=lambda one: one.__name__)
def test_what_was_changed_is_named(
    files: Files, change: Callable[[Any, Parts], None]
) -> None:
    """Each alteration has its sentence, though the pages were made anew."""
    calendar = stated(files.concept).calendar
    assert calendar is not None
    expected = [
        said.replace("{edition}", calendar.edition) for said in ALTERATIONS[change]
    ]
    assert faults(altered(files.concept, change)) == expected


def test_a_calendar_of_another_release(files: Files) -> None:
    """Where it says otherwise that is a doubt: this program may know more, or less."""

    def change(said: Any, parts: Parts) -> None:
        the_calendar(said, parts)
        said["calendar"]["edition"] = "holidays 0.1"

    found = checked(altered(files.concept, change))
    assert (found.faults, len(found.doubts)) == ((), 1)
    assert str(found.doubts[0]).startswith("Whether 2024-10-25 was a day off, and ")


def test_a_page_of_another_release(files: Files) -> None:
    """It cannot be made again, which is a doubt; of this release it is a fault."""
    parts = unpack(files.concept, NAME)
    parts["readme.en.html"] = parts["readme.en.html"].replace(b"in time", b"too late")
    assert faults(pack(parts)) == [
        "The page “readme.en.html” says otherwise than the entries: do not read it."
    ]
    before = parts["evidence.json"]
    version = stated(files.concept).version.encode()
    parts["evidence.json"] = before.replace(b'"' + version + b'"', b'"0.0.1"')
    found = checked(pack(parts))
    assert (found.faults, len(found.doubts)) == ((), 1)


def test_a_file_of_a_later_format(files: Files) -> None:
    """The version that it needs is named."""

    def change(said: Any, parts: Parts) -> None:
        said |= {"format": 2, "version": "9.0"}

    with pytest.raises(EvidenceError, match=r"made by Jospar 9\.0, which is later"):
        altered(files.concept, change)


def test_what_no_page_can_say(files: Files) -> None:
    """Where a value is none that Jospar writes, that is told, whatever the release."""
    parts = unpack(files.concept, NAME)
    for old, new in (
        (b'"office":"auditor"', b'"office":"nobody"'),
        (b'"version":"', b'"version":"0.'),
    ):
        parts["evidence.json"] = parts["evidence.json"].replace(old, new)
        (said,) = faults(pack(parts))
        assert said.startswith("“evidence.json” in the file cannot be read: 'nobody' ")


def test_json_that_is_not_canonical(files: Files) -> None:
    """A name twice, blanks or another order are found."""
    parts = unpack(files.concept, NAME)
    parts["evidence.json"] = parts["evidence.json"].replace(b'{"about"', b'{ "about"')
    with pytest.raises(EvidenceError, match="is not written as Jospar writes it"):
        checked(pack(parts))
    parts["evidence.json"] = b"[" * 100_000
    with pytest.raises(EvidenceError, match=r"“evidence\.json” in the file cannot be "):
        checked(pack(parts))
