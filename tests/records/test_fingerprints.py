"""The fingerprint of what a revision says."""

import json
from pathlib import Path

from jospar.records.fingerprints import fingerprint

EXPECTED = Path(__file__).parents[1] / "data" / "year-2024.expected.json"


def test_the_fingerprint_is_the_hash_of_the_canonical_json() -> None:
    """The order of keys does not matter; the hash is that of RFC 8785's bytes."""
    expected = "6d5c51264d9d473400877997673b468e39fda4f45183dc3f593e719159c00548"
    assert fingerprint({"b": [1, "ә"], "a": None}) == expected
    assert fingerprint({"a": None, "b": [1, "ә"]}) == expected


def test_another_content_has_another_fingerprint() -> None:
    """One letter changes the fingerprint."""
    assert fingerprint({"a": "қ"}) != fingerprint({"a": "к"})


def test_the_fingerprints_of_a_year_are_those_computed_elsewhere() -> None:
    """Both plans of the example year have the fingerprint that others made of them."""
    plans = json.loads(EXPECTED.read_text("utf-8"))["plans"]
    for plan in plans.values():
        keys = ("plan", "years", "ruleset", "groups")
        assert fingerprint({key: plan[key] for key in keys}) == plan["fingerprint"]
    assert len(plans) == 2
