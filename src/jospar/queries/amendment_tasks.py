"""What there is to do on amendments of agreed plans, found in the cycle's record."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from jospar.rules.core.deadlines import Deadline
from jospar.rules.core.nouns import PlanKind
from jospar.rules.core.offices import OF_ONE_BODY, Actor

from .amendment_grounds import GroundLine, GroundStage
from .cycle_record import CycleRecord
from .dossiers import DossierStage, DossierStanding
from .revision_sendings import sent_revisions

Records = tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class FoundHere:
    """Dossiers, grounds or recipients that make a task, by their entries and names.

    ``deadline`` is that of the dossiers, ``plan`` the one whose revision it is.
    """

    records: Records
    deadline: Deadline | None = None
    plan: PlanKind | None = None


Find = Callable[[Actor, CycleRecord], Iterable[FoundHere]]


def dossiers_at(*stages: DossierStage) -> Find:
    """Return what finds the dossiers at any of ``stages``; a body's own for a body."""

    def find(actor: Actor, record: CycleRecord) -> Iterable[FoundHere]:
        yield FoundHere(_named(_dossiers(actor, record, stages)))

    return find


def to_conclude(actor: Actor, record: CycleRecord) -> Iterable[FoundHere]:
    """Yield the dossiers that wait for a conclusion, by their deadlines."""
    running = [
        one
        for one in _dossiers(actor, record, (DossierStage.TO_CONCLUDE,))
        if one.deadline is not None
    ]
    deadlines = {one.deadline: None for one in running}
    for deadline in deadlines:
        same = (one for one in running if one.deadline == deadline)
        yield FoundHere(_named(same), deadline=deadline)


def to_consent(actor: Actor, record: CycleRecord) -> Iterable[FoundHere]:
    """Yield the decisions that the Administration has not replied to."""
    yield FoundHere(_grounds(record, GroundStage.WAITS_FOR_CONSENT))


def to_amend(actor: Actor, record: CycleRecord) -> Iterable[FoundHere]:
    """Yield the grounds in effect under which nothing was changed yet.

    What answers dossiers is found by those.
    """
    yield FoundHere(
        tuple(
            (line.entry, line.number)
            for line in record.grounds
            if line.stage is GroundStage.IN_EFFECT and not line.dossiers
        )
    )


def to_make(actor: Actor, record: CycleRecord) -> Iterable[FoundHere]:
    """Yield the grounds whose changes wait for their revision."""
    yield FoundHere(_grounds(record, GroundStage.STAGED))


def to_send(actor: Actor, record: CycleRecord) -> Iterable[FoundHere]:
    """Yield whom the last revision of each plan was not sent to; one query at most."""
    made = [(plan, number) for line in record.grounds for plan, number in line.made]
    if not made:
        return
    sent = sent_revisions(record.year)
    for plan in record.plans:
        numbers = [number for kind, number in made if kind is plan.kind]
        if numbers:
            reached = sent[plan.kind][max(numbers)]
            missing = (code for code in plan.recipients if code not in reached)
            yield FoundHere(tuple((0, code) for code in missing), plan=plan.kind)


def to_acknowledge(actor: Actor, record: CycleRecord) -> Iterable[FoundHere]:
    """Yield the revisions that the actor was sent; one query at most.

    Those that it has not acknowledged, each with its number.
    """
    if not any(line.made for line in record.grounds):
        return
    for kind, revisions in sent_revisions(record.year).items():
        for number, sent in revisions.items():
            one = sent.get(actor.body)
            if one is not None and one.acknowledged_on is None:
                yield FoundHere(((number, actor.body),), plan=PlanKind(kind))


def _dossiers(
    actor: Actor, record: CycleRecord, stages: Iterable[DossierStage]
) -> list[DossierStanding]:
    wanted, own = set(stages), actor.office in OF_ONE_BODY
    return [
        one
        for one in record.dossiers
        if one.stage in wanted and (not own or actor.body in one.bodies)
    ]


def _named(dossiers: Iterable[DossierStanding]) -> Records:
    return tuple((one.entry, one.key) for one in dossiers)


def _grounds(record: CycleRecord, stage: GroundStage) -> Records:
    lines: Iterable[GroundLine] = record.grounds
    return tuple((line.entry, line.number) for line in lines if line.stage is stage)
