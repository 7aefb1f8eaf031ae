"""Which plans were in force on which day, told from a journal alone.

By the words of the Rules, and of the readings on force; nothing of what it judges is
imported. Days are ISO texts, which compare as days do.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.years.walk import Chain, Entry, Walk

Rows = dict[str, tuple[str, str, str]]
"""The rows of a plan by the keys of their concepts: both titles, and the last day."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a plan reads since a day."""

    since: str
    fingerprint: str
    rows: Rows


@dataclass(slots=True)
class Papers:
    """What is in the record of a cycle's amendments: the days of the papers."""

    instructions: dict[str, str] = field(default_factory=dict)
    decisions: dict[str, str] = field(default_factory=dict)
    consents: dict[str, str] = field(default_factory=dict)


class Force:
    """Follows the plans of all cycles; ``walks`` judge what made them, by the year."""

    def __init__(self) -> None:
        self.walks: dict[int, Walk] = {}
        self.readings: dict[tuple[int, str], list[Reading]] = {}
        self._papers: dict[int, Papers] = {}

    def over(self, entries: Iterable[Entry]) -> "Force":
        """Follow the journal to its end."""
        chain = Chain()
        for entry in entries:
            header = chain.header(entry)
            year = header["year"]
            walk = self.walks.setdefault(year, Walk(year))
            effects = json.loads(entry.effects)["value"]
            walk.take(header, effects)
            for effect in effects:
                self._take(effect, year, walk)
        return self

    def on(self, year: int, kind: str, day: str) -> Reading | None:
        """Return how the plan of a cycle read on ``day``, if it was in force."""
        readings = self.readings.get((year, kind), [])
        begun = [reading for reading in readings if reading.since <= day]
        if not begun or (kind == "current" and day > f"{year + 1}-12-31"):
            return None
        if kind == "long_term" and any(
            other == kind and later > year and found[0].since <= day
            for (later, other), found in self.readings.items()
        ):
            return None
        return begun[-1]

    def _take(self, effect: Any, year: int, walk: Walk) -> None:
        papers = self._papers.setdefault(year, Papers())
        match effect["effect"]:
            case "PlanReplied" if effect["outcome"] == "agreed":
                self._agreed(effect, year, walk)
            case "InstructionRecorded" if effect["outcome"] == "given":
                papers.instructions[effect["number"]] = effect["on"]
            case "AmendmentDecided":
                papers.decisions[effect["number"]] = effect["on"]
            case "ConsentRecorded" if effect["outcome"] == "given":
                papers.consents.setdefault(effect["decision"], effect["on"])
            case "PlanAmended":
                self._amended(effect, year, papers)

    def _agreed(self, effect: Any, year: int, walk: Walk) -> None:
        kind = effect["plan"]
        rows = {
            key: _row(wording) for key, wording in walk.plans[kind].approved.items()
        }
        reading = Reading(effect["on"], walk.agreed[kind], rows)
        self.readings[year, kind] = [reading]

    def _amended(self, effect: Any, year: int, papers: Papers) -> None:
        """A ground that is missing is a KeyError; nothing is ever added to nothing."""
        readings, ground = self.readings[year, effect["plan"]], effect["ground"]
        if effect["route"] == "instruction":
            since = papers.instructions[ground]
        else:
            since = max(papers.decisions[ground], papers.consents[ground])
        rows = dict(readings[-1].rows)
        for row in effect["rows"]:
            assert (row["key"] in rows) is (row["outcome"] != "add")
            if row["outcome"] == "remove":
                del rows[row["key"]]
            else:
                rows[row["key"]] = _row(row["wording"])
        # A revision has the changes of those before it, and is in force after them.
        since = max(since, readings[-1].since)
        readings.append(Reading(since, effect["fingerprint"], rows))


def _row(wording: Mapping[str, Any]) -> tuple[str, str, str]:
    title = wording["title"]
    return title["kk"], title["ru"], wording["conclude"]["last_day"]
