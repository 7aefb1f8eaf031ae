"""What may be done to an evidence file with everything else made to fit."""

import hashlib
from typing import Any

from tests.exchange.evidence.made_evidence import Change, Parts

PAPER = "papers/5-1-Хат_ 1.pdf"


def no_signature(said: Any, parts: Parts) -> None:
    """Take the signature and the key away."""
    said["points"][0].pop("signature")
    said["points"][0] |= {"signature": ""}
    said["points"][0].pop("key")


def a_paper(said: Any, parts: Parts) -> None:
    """Add a byte to the paper."""
    parts[PAPER] += b"x"


def a_paper_and_its_sum(said: Any, parts: Parts) -> None:
    """Change the paper, and state its new sum."""
    a_paper(said, parts)
    said["papers"][0]["sha256"] = hashlib.sha256(parts[PAPER]).hexdigest()


def the_name_of_a_paper(said: Any, parts: Parts) -> None:
    """Call the paper otherwise."""
    said["papers"][0]["name"] = "x.pdf"
    parts["papers/5-1-x.pdf"] = parts.pop(PAPER)


def part_of_entry(part: str, old: bytes, new: bytes) -> Change:
    """Return what changes a part of the conclusion's entry."""

    def change(_said: Any, parts: Parts) -> None:
        name = f"entries/7/{part}.json"
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new)

    return change


def a_whole_entry(said: Any, parts: Parts) -> None:
    """Change what was concluded, with every sum that the file itself has of it."""
    header = parts["entries/7/header.json"]
    for part in ("filing", "effects"):
        name = f"entries/7/{part}.json"
        before = parts[name]
        parts[name] = before.replace(b'"expedient":true', b'"expedient":false')
        assert parts[name] != before
        old, new = (hashlib.sha256(one).hexdigest() for one in (before, parts[name]))
        header = header.replace(old.encode(), new.encode())
    parts["entries/7/header.json"] = header
    proof = next(one for one in said["entries"] if one["number"] == 7)
    proof["hash"] = hashlib.sha256(header).hexdigest()


def a_link(said: Any, parts: Parts) -> None:
    """Leave a link of the proof out."""
    said["entries"][3]["path"].pop()


def links_exchanged(said: Any, parts: Parts) -> None:
    """Turn the links of the proof round."""
    said["entries"][3]["path"].reverse()


def entries_exchanged(said: Any, parts: Parts) -> None:
    """Turn the entries round."""
    said["entries"].reverse()


def the_tree(said: Any, parts: Parts) -> None:
    """State another tree."""
    said["points"][0]["point"]["tree"] = "0" * 64


def a_point_of_another_journal(said: Any, parts: Parts) -> None:
    """State another journal."""
    said["journal"] = "0" * 64


def a_day(said: Any, parts: Parts) -> None:
    """Make the conclusion late."""
    said["days"][1]["late_after"] = "2024-10-08"
    said["days"][1]["met"][0] |= {"in_time": False, "days_late": 2}


def no_days(said: Any, parts: Parts) -> None:
    """Leave the days out."""
    said["days"] = []
    said["calendar"] = None


def one_day_more(said: Any, parts: Parts) -> None:
    """Add a deadline."""
    said["days"].append(said["days"][0] | {"provision": "president.deadline"})


def days_exchanged(said: Any, parts: Parts) -> None:
    """Turn the deadlines round."""
    said["days"].reverse()


def the_calendar(said: Any, parts: Parts) -> None:
    """Make the day after the term a working day, and count anew."""
    del said["calendar"]["days_off"]["2024-10-25"]
    del said["calendar"]["texts"]["Republic Day"]
    day = said["days"][1]
    day |= {"outer": "2024-10-25", "late_after": "2024-10-25", "skipped": []}


def words_of_the_calendar(said: Any, parts: Parts) -> None:
    """Call a day off otherwise."""
    said["calendar"]["texts"]["Republic Day"]["en"] = "Nothing"


def the_ruleset(said: Any, parts: Parts) -> None:
    """Give the bodies another day, and count anew."""
    text = parts["ruleset.toml"]
    assert b"month = 9, day = 25" in text
    parts["ruleset.toml"] = text.replace(b"month = 9, day = 25", b"month = 9, day = 24")
    digest = hashlib.sha256(parts["ruleset.toml"]).hexdigest()
    said["ruleset"]["digest"] = digest
    days = dict.fromkeys(("start", "due", "outer", "late_after"), "2024-09-24")
    said["days"][0] |= days


def another_decision(said: Any, parts: Parts) -> None:
    """State that the file was asked for a body."""
    said["decision"] = 3


def another_subject(said: Any, parts: Parts) -> None:
    """State that it is about another concept."""
    said["about"]["name"] = "C-002"
    said["days"], said["calendar"] = [], None


def another_place(said: Any, parts: Parts) -> None:
    """Count an entry of reference among those of the concept."""
    said["entries"][0]["own"] = True


IN_JOURNAL = (
    "Entry {} does not stand in the journal that the file names: its hash, its proof "
    "or the checkpoint was changed."
)
ALTERATIONS: dict[Change, list[str]] = {
    a_paper: [f"The paper “{PAPER}” was changed."],
    a_paper_and_its_sum: [f"Entry 5 does not name the paper “{PAPER}”."],
    the_name_of_a_paper: ["Entry 5 does not name the paper “papers/5-1-x.pdf”."],
    part_of_entry("filing", b"C-001", b"C-009"): [
        "Entry 7 of the journal: its part “filing” was changed."
    ],
    part_of_entry("cautions", b"[", b"[ "): [
        "Entry 7 of the journal: its part “cautions” was changed."
    ],
    part_of_entry("header", b'"person":"test"', b'"person":"xest"'): [
        "Entry 7 of the journal: its header was changed."
    ],
    a_whole_entry: [IN_JOURNAL.format(7)],
    a_link: [IN_JOURNAL.format(6)],
    links_exchanged: [IN_JOURNAL.format(6)],
    entries_exchanged: [
        "The entries of the file are not in their order, or one stands twice."
    ],
    the_tree: [
        "The checkpoint of entry 8 is not signed by this key.",
        *(IN_JOURNAL.format(number) for number in (3, 4, 5, 6, 7, 8)),
    ],
    a_point_of_another_journal: ["The checkpoint of entry 8 is of another journal."],
    a_day: [
        "The deadline “conclusions.deadline” is not the one that the entries, the "
        "ruleset and the calendar give: counted anew, it is 2024-10-24, at the latest "
        "2024-10-28."
    ],
    no_days: [
        "The deadline “concepts.deadline” is not the one that the entries, the "
        "ruleset and the calendar give: counted anew, it is 2024-09-25, at the latest "
        "2024-09-25.",
        "The deadline “conclusions.deadline” is not the one that the entries, the "
        "ruleset and the calendar give: counted anew, it is 2024-10-24, at the latest "
        "2024-10-28.",
    ],
    one_day_more: ["No entry of the file gives its deadline “president.deadline”."],
    days_exchanged: ["The deadlines of the file are not in their order."],
    the_calendar: [
        "Whether 2024-10-25 was a day off, and why, is said otherwise by the calendar "
        "of the file, “{edition}”, than by that of this program.",
        "The calendar of the file was changed.",
    ],
    words_of_the_calendar: ["The calendar of the file was changed."],
    the_ruleset: [
        "The ruleset of the file is not the one that its acts were performed by."
    ],
    another_decision: ["The file is not about its decision, entry 3."],
    another_subject: ["The file is not about its decision, entry 7."],
    another_place: ["Entry 3 is not what the file counts it among."],
}
"""What is said of each; ``{edition}`` is that of the calendar."""
