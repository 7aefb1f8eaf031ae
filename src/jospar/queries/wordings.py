"""How concepts read on a day: what came, was completed and settled until then."""

from collections.abc import Iterator
from datetime import date

import msgspec

from jospar.records.models import JournalEntry
from jospar.rules.core.nouns import Wording
from jospar.rules.drafting.settle import settle
from jospar.rules.intake.submit_concept import submit_concept
from jospar.rules.intake.supplement_concept import supplement_concept

_ACTS = (submit_concept, supplement_concept, settle)
"""The acts that word a concept; what the Commission changes are rows of plans."""


class _Effect(msgspec.Struct):
    """How a concept reads since a day: that of its receipt, or of the paper ``on``.

    Files that came with the act are an effect too, and word nothing.
    """

    key: str = ""
    wording: Wording | None = None
    on: date | None = None
    received_on: date = date.min


class _Effects(msgspec.Struct):
    value: list[_Effect]


_EFFECTS = msgspec.json.Decoder(_Effects)


class Wordings:
    """Every wording that the concepts of a cycle have had; one query."""

    def __init__(self, year: int) -> None:
        """Read the wordings of the cycle from the journal."""
        self._readings: dict[str, list[tuple[date, int, Wording]]] = {}
        for number, effect in _effects(year):
            since = effect.on or effect.received_on
            readings = self._readings.setdefault(effect.key, [])
            if effect.wording is not None:
                readings.append((since, number, effect.wording))
        for readings in self._readings.values():
            readings.sort(key=lambda reading: reading[:2])

    def at(self, key: str, day: date, entry: int) -> Wording:
        """Return how the concept read when ``entry`` had its effect on ``day``."""
        return [
            wording
            for since, number, wording in self._readings[key]
            if (since, number) <= (day, entry)
        ][-1]


def _effects(year: int) -> Iterator[tuple[int, _Effect]]:
    entries = JournalEntry.objects.filter(
        year=year, act__in=[act.code for act in _ACTS]
    ).values_list("number", "effects")
    for number, effects in entries.iterator():
        for effect in _EFFECTS.decode(effects).value:
            yield number, effect
