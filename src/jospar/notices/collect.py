"""Reading the journal for notices: every act once, whatever happens in between."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import msgspec
from django.db import transaction

from jospar.records.models import Concept, JournalEntry, ListedBody, Proposer

from .models import Notice, Progress
from .tell import tell
from .today import Today
from .whom import TELLINGS, Telling

CHUNK = 500
"""How many entries are read in one transaction."""

OLD = timedelta(days=30)
"""Acts that had effect longer ago are no news: a past year was entered, or a journal
was taken over from another database."""

_JOURNAL = 1
_ACTS = {
    act: [telling for telling in TELLINGS if telling.act == act]
    for act in dict.fromkeys(telling.act for telling in TELLINGS)
}


class _Header(msgspec.Struct):
    person: str
    on: date


class _Part(msgspec.Struct):
    value: Any


_HEADER = msgspec.json.Decoder(_Header)
_PART = msgspec.json.Decoder(_Part)


@dataclass(frozen=True, slots=True)
class _Act:
    """An act of the journal; ``values`` are what it was told and what it did."""

    number: int
    code: str
    year: int
    person: str
    on: date
    values: Mapping[str, Any]

    def is_told_by(self, telling: Telling) -> bool:
        """Tell whether the act is one that ``telling`` speaks of."""
        return all(self.values.get(name) == to for name, to in telling.when.items())


def collect(today: Today) -> tuple[int, int]:
    """Read the journal on from where the last pass stopped.

    The notices and how far was read stand or fall together.

    Returns:
        How many entries were read, and how many notices came of them.
    """
    read = told = 0
    while chunk := _collect_chunk(today):
        read, told = read + chunk[0], told + chunk[1]
    return read, told


def _collect_chunk(today: Today) -> tuple[int, int] | None:
    with transaction.atomic():
        progress, _ = Progress.objects.select_for_update().get_or_create(id=_JOURNAL)
        entries = list(
            JournalEntry.objects.filter(number__gt=progress.entry)
            .order_by("number")
            .values_list("number", "act", "year", "header", "filing", "effects")[:CHUNK]
        )
        if not entries:
            return None
        acts = [_act(*entry) for entry in entries if entry[1] in _ACTS]
        told = tell(_notices([act for act in acts if act.on >= today.day - OLD], today))
        progress.entry = entries[-1][0]
        progress.save()
        return len(entries), told


def _act(
    number: int, code: str, year: int, header: str, filing: str, effects: str
) -> _Act:
    head = _HEADER.decode(header)
    values = dict(_PART.decode(filing).value)
    for effect in _PART.decode(effects).value:
        values |= effect
    values["effective"] = values.get("wording") is not None
    return _Act(number, code, year, head.person, head.on, values)


def _notices(acts: Sequence[_Act], today: Today) -> Iterator[Notice]:
    record = _Record(acts)
    for act in acts:
        bodies = record.bodies(act)
        for telling in _ACTS[act.code]:
            if not act.is_told_by(telling):
                continue
            people = {
                person
                for office in telling.to
                for person in today.staff.holders(office, bodies)
            }
            if not telling.receipt:
                people.discard(act.person)
            for person in people:
                yield Notice(
                    person=person,
                    key=f"{act.number}.{telling.kind}",
                    kind=telling.kind,
                    year=act.year,
                    parameters=record.parameters(act),
                    at_once=telling.at_once,
                    created_at=today.moment,
                )


class _Record:
    """What the record says of the concepts and bodies of some acts; three queries."""

    def __init__(self, acts: Sequence[_Act]) -> None:
        years = {act.year for act in acts}
        keys = {act.values["key"] for act in acts if "key" in act.values}
        self._concepts = {
            (year, key): (entry, {"kk": kk, "ru": ru})
            for entry, year, key, kk, ru in Concept.objects.filter(
                cycle__in=years, key__in=keys
            ).values_list("entry", "cycle_id", "key", "title_kk", "title_ru")
        }
        self._proposers: dict[int, list[str]] = {}
        for concept, body in (
            Proposer.objects.filter(
                concept__in=[entry for entry, _title in self._concepts.values()]
            )
            .order_by("position")
            .values_list("concept_id", "body")
        ):
            self._proposers.setdefault(concept, []).append(body)
        self._names = {
            (year, code): {"kk": kk, "ru": ru, "en": en}
            for year, code, kk, ru, en in ListedBody.objects.filter(
                cycle__in=years
            ).values_list("cycle_id", "code", "name_kk", "name_ru", "name_en")
        }

    def bodies(self, act: _Act) -> list[str]:
        """Return the bodies or recipients that the act concerns."""
        if concept := self._concept(act):
            return self._proposers[concept[0]]
        named = (act.values.get(name) for name in ("body", "recipient"))
        return [code for code in named if code]

    def parameters(self, act: _Act) -> dict[str, Any]:
        """Return what notices of the act are filled with, as plain JSON."""
        found: dict[str, Any] = {"on": act.on.isoformat()}
        if concept := self._concept(act):
            found |= {"concept": concept[0], "title": concept[1]}
        for code in self.bodies(act)[:1]:
            unnamed = {"kk": code, "ru": code, "en": code}
            found["body"] = self._names.get((act.year, code), unnamed)
        for name in ("plan", "answer_by"):
            if name in act.values:
                found[name] = act.values[name]
        return found

    def _concept(self, act: _Act) -> tuple[int, dict[str, str]] | None:
        if "register" in act.values:  # the key is that of an agreement or an event
            return None
        return self._concepts.get((act.year, act.values.get("key", "")))
