"""Titles much like one that is being written: in plans, in concepts, and earlier."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import accumulate
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from rapidfuzz import fuzz, process

from jospar.records.models import (
    Concept,
    Proposer,
    Return,
    ToldApart,
    Treaty,
    Withdrawal,
)
from jospar.records.rulesets import ruleset_of
from jospar.records.title_index import COMMON
from jospar.records.title_search import counts, vocabulary, with_words
from jospar.rules.core.horizon import plan_years
from jospar.rules.core.nouns import Language, PlanKind, PlanStage, Text
from jospar.rules.core.offices import Actor
from jospar.rules.core.titles import fold

from .concept_filters import knowledge_of
from .title_words import word_meant, words_meant
from .visible import titles_seen_by

CANDIDATES = 1500
"""So many titles are compared at most, roughly: those with the rarest words."""
ALIKE = 70
"""The score from which titles are shown, of 100."""
_SHORTEST, _FEW = 3, 10
"""Letters of a word that tells titles apart, and titles that it may always have."""
_SCORERS = {fuzz.token_set_ratio: 0.75, fuzz.token_sort_ratio: 0.25}
"""How much it says that the common words are alike, and that all words are."""


class Place(StrEnum):
    """Where a title stands."""

    PLAN = "plan"
    CONCEPT = "concept"
    TREATY = "treaty"


@dataclass(frozen=True, slots=True)
class LookAlike:
    """A title like the one that is being written.

    ``score`` is 100 for the same words, ``language`` the one in which the titles are
    most alike. A concept has its ``entry``, its cycle, its bodies, and while it has a
    row in a plan the ``plan`` and its years; a treaty has the day of its signing.
    """

    place: Place
    title: Text
    score: int
    language: Language
    entry: int | None = None
    year: int | None = None
    bodies: tuple[str, ...] = ()
    plan: PlanKind | None = None
    years: tuple[int, ...] = ()
    signed_on: date | None = None


Candidate = tuple[int, str, str]
"""The number of a title that shares a rare word, and it folded, Kazakh and Russian."""


@dataclass(frozen=True, slots=True)
class Scored:
    """How much a title is like the one that is being written, and in which language."""

    number: int
    score: float
    language: Language


def look_alikes(
    kk: str, ru: str, actor: Actor, *, besides: int = 0, limit: int = 8
) -> list[LookAlike]:
    """Return what ``actor`` may see that is titled much like ``kk`` or ``ru``.

    The most alike come first. ``besides`` is the entry of the concept itself, where
    it is in the record; what was withdrawn, returned or told apart does not count.
    The number of queries does not hang on the rows, but for one more for each cycle
    that a plan belongs to; nothing is asked of a kind that was not found.
    """
    typed = Text(fold(kk), fold(ru))
    found = candidates(typed, actor, besides=besides)
    best = score(typed, found, limit)
    entries = [one.number for one in best if one.number > 0]
    earlier = [one.number for one in best if one.number < 0]
    known = {**_concepts(entries, actor), **_treaties(earlier)}
    return [
        LookAlike(score=round(one.score), language=one.language, **known[one.number])
        for one in best
    ]


def candidates(typed: Text, actor: Actor, *, besides: int = 0) -> list[Candidate]:
    """Return the titles to compare with ``typed``, which is folded already."""
    telling = _telling({*typed.kk.split(), *typed.ru.split()})
    if not telling:
        return []
    this = OuterRef("number")
    found = (
        with_words([telling])
        .filter(
            ~Exists(Withdrawal.objects.filter(concept=this)),
            ~Exists(Return.objects.filter(concept=this)),
        )
        .exclude(number=besides)
    )
    if besides:
        found = found.exclude(number__in=_told_apart(besides))
    if seen := titles_seen_by(actor):
        concepts = Concept.objects.filter(seen, entry=this)
        found = found.filter(Q(number__lt=0) | Exists(concepts))
    titles = found.values_list("number", "words_kk", "words_ru")
    return list(titles[: 2 * CANDIDATES])


def _told_apart(concept: int) -> QuerySet[Concept, Any]:
    """Return the concepts of treaties that the concept's own was told apart from."""
    own = Concept.objects.filter(entry=concept).values("treaty")
    apart = ToldApart.objects
    others = Q(treaty__in=apart.filter(concept__treaty__in=own).values("other__treaty"))
    others |= Q(
        treaty__in=apart.filter(other__treaty__in=own).values("concept__treaty")
    )
    return Concept.objects.filter(others).values("entry")


def score(typed: Text, found: Sequence[Candidate], limit: int) -> list[Scored]:
    """Return those of ``found`` that are most like ``typed``: a pass of rapidfuzz.

    The score is the mean of the two languages, or that of the one that both have.
    """
    points: dict[int, dict[Language, float]] = {}
    for language, titles in (
        (Language.KK, {number: kk for number, kk, _ru in found if kk}),
        (Language.RU, {number: ru for number, _kk, ru in found if ru}),
    ):
        for number, likeness in _likeness(typed[language], titles).items():
            points.setdefault(number, {})[language] = likeness
    scored = (
        Scored(number, sum(of.values()) / len(of), max(of, key=lambda one: of[one]))
        for number, of in points.items()
    )
    alike = [one for one in scored if one.score >= ALIKE]
    return sorted(alike, key=lambda one: (-one.score, -one.number))[:limit]


def _likeness(typed: str, titles: Mapping[int, str]) -> dict[int, float]:
    """Return how alike ``typed`` and each title are, in whatever order of words.

    What is typed so far is like a title that has all its words and more of them, but
    less so than the whole title will be.
    """
    if not typed:
        return {}
    likeness = dict.fromkeys(titles, 0.0)
    for scorer, weight in _SCORERS.items():
        for _title, points, number in process.extract(
            typed, titles, scorer=scorer, limit=None
        ):
            likeness[number] += weight * points
    return likeness


def _telling(typed: Iterable[str]) -> list[str]:
    """Return the rarest of the typed words, or none where all stand in many titles.

    A word that no title has is taken for the one that it likely is by a slip. Where
    few titles have the words, other forms of them count too: one may have slipped
    into another word.
    """
    words = {word for word in typed if len(word) >= _SHORTEST}
    known = counts(words)
    if unknown := words - known.keys():
        known |= _meant(unknown)
    telling = _rarest(known)
    if telling and sum(known[word] for word in telling) < _FEW:
        near = vocabulary()
        for word in telling:
            known |= {form: near[form] for form in words_meant(word, near)}
        telling = _rarest(known)
    return telling


def _rarest(known: Mapping[str, int]) -> list[str]:
    """Return the words that stand in few titles, and together not in too many."""
    commonest = max(known.values(), default=0)
    # As long as few titles are known, what stands in a tenth of them is common.
    most = CANDIDATES if commonest >= COMMON else max(_FEW, commonest // 10)
    rare = sorted((number, word) for word, number in known.items() if number <= most)
    totals = accumulate(number for number, _word in rare)
    return [
        word
        for (_number, word), total in zip(rare, totals, strict=True)
        if total <= CANDIDATES
    ]


def _meant(unknown: set[str]) -> dict[str, int]:
    lengths = [len(word) for word in unknown]
    near = vocabulary(min(lengths) - 1, max(lengths) + 1)
    meant = {word_meant(typed, near) for typed in unknown}
    return {word: near[word] for word in meant if word is not None}


def _concepts(numbers: list[int], actor: Actor) -> dict[int, dict[str, Any]]:
    bodies: dict[int, tuple[str, ...]] = {}
    for concept, body in (
        Proposer.objects.filter(concept__in=numbers)
        .order_by("concept_id", "position")
        .values_list("concept_id", "body")
    ):
        bodies[concept] = (*bodies.get(concept, ()), body)
    found = list(
        Concept.objects.filter(entry__in=numbers).values_list(
            "entry",
            "title_kk",
            "title_ru",
            Coalesce("cycle_id", "amends__cycle_id"),
            "row__plan__kind",
            "row__plan__stage",
            "row__removed_on",
        )
    )
    knows_plans = knowledge_of(actor).plans
    rulesets = {year: ruleset_of(year) for year in {row[3] for row in found if row[4]}}
    known = {}
    for entry, kk, ru, year, kind, stage, removed_on in found:
        known[entry] = {
            "place": Place.CONCEPT,
            "title": Text(kk, ru),
            "entry": entry,
            "year": year,
            "bodies": bodies[entry],
        }
        # A draft has rows that a body does not know of, its own among them.
        ruleset = rulesets.get(year)
        standing = kind and removed_on is None
        if standing and ruleset and (knows_plans or stage == PlanStage.AGREED):
            plan = PlanKind(kind)
            years = plan_years(ruleset, plan, year)
            known[entry] |= {"place": Place.PLAN, "plan": plan, "years": years}
    return known


def _treaties(numbers: list[int]) -> dict[int, dict[str, Any]]:
    found = Treaty.objects.filter(number__in=numbers).values_list(
        "number", "title_kk", "title_ru", "signed_on"
    )
    return {
        number: {"place": Place.TREATY, "title": Text(kk, ru), "signed_on": signed_on}
        for number, kk, ru, signed_on in found
    }
