"""The two registers of a cycle: what each entry is linked to, and who was asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import msgspec
from django.db.models import Q

from jospar.documents.papers import state_of
from jospar.records.models import (
    Concept,
    JournalEntry,
    Occasion,
    Proposer,
    RequestForConcept,
)
from jospar.records.snapshots.plans import bodies_of
from jospar.rules.core.nouns import Term, Text
from jospar.rules.drafting.consider import consider
from jospar.rules.drafting.facts import Register
from jospar.rules.drafting.register_agreement import register_agreement
from jospar.rules.drafting.register_event import register_event


@dataclass(frozen=True, slots=True)
class OccasionConcept:
    """A concept that has to do with an agreement or event."""

    entry: int
    key: str
    title: Text


@dataclass(frozen=True, slots=True)
class RequestLine:
    """A body was asked for a concept.

    ``answers`` are concepts that the body filed since and that are linked to the
    agreement or event, ``others`` those that it filed since and that are not; what
    was withdrawn or returned is neither.
    """

    entry: int
    body: Text
    on: date
    answer_by: date
    question: Text
    answers: tuple[OccasionConcept, ...]
    others: tuple[OccasionConcept, ...]

    def is_overdue(self, day: date) -> bool:
        """Tell whether the body should have answered by ``day`` and has not."""
        return not self.answers and self.answer_by < day


@dataclass(frozen=True, slots=True)
class OccasionLine:
    """An agreement or an event of the registers.

    ``kind`` is ``agreement``, ``president`` or ``prime_minister``. ``unknown`` are the
    keys of concepts that are named and not in the record.
    """

    entry: int
    register: Register
    kind: str
    key: str
    title: str
    days: Term
    place: str
    years: tuple[int, ...]
    linked: tuple[OccasionConcept, ...]
    unknown: tuple[str, ...]
    considered: str
    considered_on: date | None
    requests: tuple[RequestLine, ...]

    @property
    def state(self) -> str:
        """How it was taken into account: linked, considered or neither."""
        return state_of(self.linked, self.considered)


@dataclass(frozen=True, slots=True)
class _Filed:
    """A concept with the bodies that propose it; it ``stands`` unless it went back."""

    concept: OccasionConcept
    received_on: date
    stands: bool
    bodies: frozenset[str]


class _Effect(msgspec.Struct):
    """What an entry is linked to since a day, or since it was registered.

    Files that came with the act are an effect too: without a key, they link nothing.
    """

    key: str = ""
    concepts: tuple[str, ...] = ()
    considered: str = ""
    kind: str = ""
    register: str = ""
    on: date = date.min


class _Effects(msgspec.Struct):
    value: list[_Effect]


_ACTS = (register_agreement.code, register_event.code, consider.code)
_EFFECTS = msgspec.json.Decoder(_Effects)


def occasion_lines(year: int) -> list[OccasionLine]:
    """Return agreements, then events, as they were registered; five queries at most."""
    occasions = list(
        Occasion.objects.filter(cycle_id=year).order_by("register", "entry")
    )
    requests = list(RequestForConcept.objects.filter(occasion__cycle_id=year))
    names = {code: body.name for code, body in bodies_of(year).items()}
    keys = {key for occasion in occasions for key in occasion.concepts}
    filed = _filed(year, keys, {request.body for request in requests})
    return [
        _line(
            occasion,
            filed,
            [request for request in requests if request.occasion_id == occasion.entry],
            names,
        )
        for occasion in occasions
    ]


def considerations(
    year: int, day: date
) -> dict[tuple[Register, str], tuple[tuple[str, ...], str]]:
    """Return the concepts and words of each entry as they stood on a day; one query.

    Before it was considered for the first time an entry reads as it was registered.
    """
    found: dict[tuple[Register, str], tuple[tuple[str, ...], str]] = {}
    entries = JournalEntry.objects.filter(year=year, act__in=_ACTS)
    for effects in entries.order_by("number").values_list("effects", flat=True):
        for effect in _EFFECTS.decode(effects).value:
            if effect.key and effect.on <= day:
                register = effect.register or _register_of(effect.kind)
                key = (Register(register), effect.key)
                found[key] = (effect.concepts, effect.considered)
    return found


def _register_of(kind: str) -> Register:
    return Register.AGREEMENT if kind == "agreement" else Register.EVENT


def _filed(year: int, keys: Iterable[str], bodies: Iterable[str]) -> dict[str, _Filed]:
    """Return the concepts of ``keys``, and all those of ``bodies``, by key."""
    of_cycle = Proposer.objects.filter(concept__cycle_id=year)
    asked = of_cycle.filter(body__in=bodies).values("concept_id")
    concepts = Concept.objects.filter(Q(key__in=keys) | Q(entry__in=asked))
    columns = ("entry", "key", "title_kk", "title_ru", "received_on")
    rows = list(
        concepts.filter(cycle_id=year)
        .order_by("entry")
        .values_list(*columns, "withdrawal__on", "return__on")
    )
    proposers: dict[int, set[str]] = {}
    entries = [row[0] for row in rows]
    for concept, body in of_cycle.filter(concept_id__in=entries).values_list(
        "concept_id", "body"
    ):
        proposers.setdefault(concept, set()).add(body)
    return {
        key: _Filed(
            concept=OccasionConcept(entry, key, Text(kk, ru)),
            received_on=received_on,
            stands=withdrawn_on is None and returned_on is None,
            bodies=frozenset(proposers[entry]),
        )
        for entry, key, kk, ru, received_on, withdrawn_on, returned_on in rows
    }


def _line(
    occasion: Occasion,
    filed: dict[str, _Filed],
    requests: list[RequestForConcept],
    names: dict[str, Text],
) -> OccasionLine:
    keys = occasion.concepts
    return OccasionLine(
        entry=occasion.entry,
        register=Register(occasion.register),
        kind=occasion.kind,
        key=occasion.key,
        title=occasion.title,
        days=Term(occasion.first_day, occasion.last_day),
        place=occasion.place,
        years=tuple(occasion.years),
        linked=tuple(filed[key].concept for key in keys if key in filed),
        unknown=tuple(key for key in keys if key not in filed),
        considered=occasion.considered,
        considered_on=occasion.considered_on,
        requests=tuple(
            _request(request, keys, filed.values(), names[request.body])
            for request in requests
        ),
    )


def _request(
    request: RequestForConcept, keys: list[str], filed: Iterable[_Filed], body: Text
) -> RequestLine:
    since = [
        found.concept
        for found in filed
        if found.stands
        and found.received_on >= request.on
        and request.body in found.bodies
    ]
    return RequestLine(
        entry=request.entry,
        body=body,
        on=request.on,
        answer_by=request.answer_by,
        question=Text(request.question_kk, request.question_ru),
        answers=tuple(concept for concept in since if concept.key in keys),
        others=tuple(concept for concept in since if concept.key not in keys),
    )
