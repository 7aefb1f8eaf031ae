"""Dossiers that ask to change an agreed plan: how far each is, and until when."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Q, QuerySet

from jospar.procedure.days import calendar_of
from jospar.records.models import Dossier, Instruction, Proposer, RowChange
from jospar.records.snapshots.dossiers import AMENDED
from jospar.records.snapshots.plans import plan_id
from jospar.rules.amendment.deadline import conclusion_deadline
from jospar.rules.amendment.nouns import GroundOutcome
from jospar.rules.core.deadlines import Deadline
from jospar.rules.core.nouns import Text
from jospar.rules.core.offices import Actor, Sight, sees
from jospar.rules.core.ruleset import Ruleset


class DossierStage(StrEnum):
    """How far a dossier is, in the order of the way."""

    INCOMPLETE = "incomplete"
    """A paper, or a text in one of the two languages, is missing."""
    TO_CONCLUDE = "to_conclude"
    CONCLUDED = "concluded"
    REQUESTED = "requested"
    DECLINED = "declined"
    INSTRUCTED = "instructed"
    STAGED = "staged"
    """Its row waits for the revision."""
    MADE = "made"
    """The plan has its row."""


@dataclass(frozen=True, slots=True)
class DossierStanding:
    """A dossier as it stands, with the Ministry's deadline.

    ``title`` is empty before the concept came, ``deadline`` None before both papers
    did. ``expedient`` is what was concluded, ``instruction`` the number of the last
    instruction that answers it, ``revision`` that which has its row.
    """

    entry: int
    key: str
    bodies: tuple[str, ...]
    title: Text
    stage: DossierStage
    grounds_on: date | None
    concept_on: date | None
    deadline: Deadline | None
    concluded_on: date | None
    expedient: bool | None
    requested_on: date | None
    instruction: str
    revision: int | None

    @property
    def received_on(self) -> date | None:
        """The day since which the Ministry's days run."""
        return self.deadline.start if self.deadline else None

    @property
    def days_late(self) -> int | None:
        """By how many calendar days the conclusion came late; None while it is due."""
        if self.deadline is None or self.concluded_on is None:
            return None
        return self.deadline.days_late(self.concluded_on)

    def days_left(self, today: date) -> int | None:
        """Return the calendar days to the last one in time, negative once it passed.

        None where no conclusion is due: a paper is missing, or it was given.
        """
        if self.deadline is None or self.concluded_on is not None:
            return None
        return (self.deadline.late_after - today).days


def dossiers(
    actor: Actor, ruleset: Ruleset, year: int, stages: Iterable[DossierStage] = ()
) -> list[DossierStanding]:
    """Return the dossiers that the actor sees, in their order; five queries.

    With ``stages`` only those that stand there. A year in which papers came may add
    one query for its calendar.
    """
    standings = standings_of(dossiers_seen_by(actor, year), ruleset, year)
    wanted = set(stages)
    return [one for one in standings if not wanted or one.stage in wanted]


def all_dossiers(ruleset: Ruleset, year: int) -> list[DossierStanding]:
    """Return every dossier of the cycle, whoever asks; as many queries."""
    return standings_of(_of_cycle(year), ruleset, year)


def standings_of(
    chosen: QuerySet[Dossier], ruleset: Ruleset, year: int
) -> list[DossierStanding]:
    """Return how the chosen dossiers of the cycle stand, in their order."""
    found = list(chosen.select_related("concept"))
    concepts = [one.concept_id for one in found if one.concept_id is not None]
    proposers = _proposers(concepts)
    answers = _answers(year)
    changes = dict(
        RowChange.objects.filter(concept__in=concepts, outcome="add").values_list(
            "concept_id", "revision"
        )
    )
    deadlines = _deadlines(found, ruleset)
    return [
        _standing(one, proposers, answers.get(one.key), changes, deadlines)
        for one in found
    ]


def dossier(
    actor: Actor, ruleset: Ruleset, year: int, key: str
) -> DossierStanding | None:
    """Return the dossier of that key, if the actor sees it; as many queries as all."""
    found = (one for one in dossiers(actor, ruleset, year) if one.key == key)
    return next(found, None)


def dossiers_seen_by(actor: Actor, year: int) -> QuerySet[Dossier]:
    """Return the dossiers of the cycle that the actor may open.

    A body opens its own, the Administration what it was asked for.
    """
    of_cycle = _of_cycle(year)
    if sees(actor.office, Sight.ALL_CONCEPTS):
        return of_cycle
    seen = Q(entry__in=())
    if sees(actor.office, Sight.OWN_PAPERS):
        own = Proposer.objects.filter(body=actor.body)
        seen |= Q(body=actor.body) | Q(concept__in=own.values("concept_id"))
    if sees(actor.office, Sight.PRESIDENT_PAPERS):
        seen |= Q(requested_on__isnull=False)
    return of_cycle.filter(seen)


def taken_keys(year: int) -> set[str]:
    """Return the keys that stand for dossiers of the cycle; one query."""
    return set(_of_cycle(year).values_list("key", flat=True))


def _of_cycle(year: int) -> QuerySet[Dossier]:
    return Dossier.objects.filter(plan_id=plan_id(year, AMENDED))


def _proposers(concepts: list[int]) -> Mapping[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for concept, body in (
        Proposer.objects.filter(concept__in=concepts)
        .order_by("concept_id", "position")
        .values_list("concept_id", "body")
    ):
        found[concept].append(body)
    return found


def _answers(year: int) -> dict[str, tuple[str, str]]:
    """Return the number and outcome of the last instruction on each dossier."""
    return {
        key: (number, outcome)
        for number, outcome, keys in Instruction.objects.filter(cycle_id=year)
        .order_by("entry")
        .values_list("number", "outcome", "dossiers")
        for key in keys
    }


def _deadlines(found: Iterable[Dossier], ruleset: Ruleset) -> dict[int, Deadline]:
    """Return the deadlines of the dossiers that have both papers, by their entries."""
    received = {
        one.entry: max(one.grounds_on, one.concept_on)
        for one in found
        if one.grounds_on and one.concept_on
    }
    calendars = {
        year: calendar_of(year) for year in {d.year for d in received.values()}
    }
    return {
        entry: conclusion_deadline(ruleset, day, calendars[day.year])
        for entry, day in received.items()
    }


def _standing(
    found: Dossier,
    proposers: Mapping[int, list[str]],
    answer: tuple[str, str] | None,
    changes: Mapping[int, int | None],
    deadlines: Mapping[int, Deadline],
) -> DossierStanding:
    concept = found.concept
    bodies = (found.body, *proposers.get(found.concept_id or 0, ()))
    return DossierStanding(
        entry=found.entry,
        key=found.key,
        bodies=tuple(dict.fromkeys(bodies)),
        title=Text(concept.title_kk, concept.title_ru) if concept else Text(),
        stage=_stage(found, answer, changes),
        grounds_on=found.grounds_on,
        concept_on=found.concept_on,
        deadline=deadlines.get(found.entry),
        concluded_on=found.concluded_on,
        expedient=found.expedient,
        requested_on=found.requested_on,
        instruction=answer[0] if answer else "",
        revision=changes.get(found.concept_id or 0),
    )


def _stage(
    found: Dossier,
    answer: tuple[str, str] | None,
    changes: Mapping[int, int | None],
) -> DossierStage:
    if (found.concept_id or 0) in changes:
        made = changes[found.concept_id or 0] is not None
        return DossierStage.MADE if made else DossierStage.STAGED
    if answer is not None:
        given = answer[1] == GroundOutcome.GIVEN
        return DossierStage.INSTRUCTED if given else DossierStage.DECLINED
    if found.requested_on is not None:
        return DossierStage.REQUESTED
    if found.concluded_on is not None:
        return DossierStage.CONCLUDED
    concept = found.concept
    whole = concept is not None and concept.complete_on is not None
    if whole and found.grounds_kk and found.grounds_ru:
        return DossierStage.TO_CONCLUDE
    return DossierStage.INCOMPLETE
