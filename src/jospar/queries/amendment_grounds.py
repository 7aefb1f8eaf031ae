"""The grounds of amendments of a cycle: what waits under each, and what it made."""

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jospar.records.models import (
    AmendingDecision,
    Amendment,
    Consent,
    Instruction,
    RowChange,
)
from jospar.rules.amendment.nouns import GroundOutcome, Route
from jospar.rules.core.nouns import PlanKind


class GroundStage(StrEnum):
    """How far a ground is."""

    WAITS_FOR_CONSENT = "waits_for_consent"
    DECLINED = "declined"
    IN_EFFECT = "in_effect"
    """It has effect, and nothing was changed under it yet."""
    STAGED = "staged"
    """It has effect, and changes wait under it."""
    MADE = "made"


@dataclass(frozen=True, slots=True)
class GroundLine:
    """A ground with its stage.

    ``by`` says whose instruction it is; ``reply`` is the number of the last reply to
    a decision, and ``replied_on`` its day. ``waiting`` changes wait in both plans;
    ``made`` are the revisions that it made.
    """

    entry: int
    route: Route
    number: str
    on: date
    stage: GroundStage
    effective_on: date | None
    by: str = ""
    reply: str = ""
    replied_on: date | None = None
    dossiers: tuple[str, ...] = ()
    waiting: int = 0
    made: tuple[tuple[PlanKind, int], ...] = ()


_Key = tuple[str, str]


def grounds(
    year: int, route: Route | None = None, stage: GroundStage | None = None
) -> list[GroundLine]:
    """Return the grounds of the cycle in their order; five queries.

    With ``route`` or ``stage`` only those of it.
    """
    waiting = Counter(
        RowChange.objects.filter(plan__cycle_id=year, revision=None).values_list(
            "route", "ground"
        )
    )
    made: dict[_Key, list[tuple[PlanKind, int]]] = defaultdict(list)
    for of, ground, kind, revision in Amendment.objects.filter(
        plan__cycle_id=year
    ).values_list("route", "ground", "plan__kind", "revision"):
        made[of, ground].append((PlanKind(kind), revision))
    lines = [*_instructions(year, waiting, made), *_decisions(year, waiting, made)]
    return [
        line
        for line in sorted(lines, key=lambda line: line.entry)
        if route in {None, line.route} and stage in {None, line.stage}
    ]


def _instructions(
    year: int,
    waiting: Counter[_Key],
    made: dict[_Key, list[tuple[PlanKind, int]]],
) -> list[GroundLine]:
    lines = []
    for one in Instruction.objects.filter(cycle_id=year):
        key = (Route.INSTRUCTION.value, one.number)
        line = GroundLine(
            entry=one.entry,
            route=Route.INSTRUCTION,
            number=one.number,
            on=one.on,
            stage=_stage(one.outcome, waiting[key], made.get(key, ())),
            effective_on=one.on if one.outcome == GroundOutcome.GIVEN else None,
            by=one.by,
            dossiers=tuple(one.dossiers),
            waiting=waiting[key],
            made=tuple(made.get(key, ())),
        )
        lines.append(line)
    return lines


def _decisions(
    year: int,
    waiting: Counter[_Key],
    made: dict[_Key, list[tuple[PlanKind, int]]],
) -> list[GroundLine]:
    consents = Consent.objects.filter(decision__cycle_id=year).order_by("entry")
    replies = {consent.decision_id: consent for consent in consents}
    lines = []
    for one in AmendingDecision.objects.filter(cycle_id=year):
        key = (Route.DECISION.value, one.number)
        reply = replies.get(one.entry)
        given = reply is not None and reply.outcome == GroundOutcome.GIVEN
        line = GroundLine(
            entry=one.entry,
            route=Route.DECISION,
            number=one.number,
            on=one.on,
            stage=_stage(
                reply.outcome if reply else None, waiting[key], made.get(key, ())
            ),
            effective_on=max(one.on, reply.on) if reply and given else None,
            reply=reply.number if reply else "",
            replied_on=reply.on if reply else None,
            waiting=waiting[key],
            made=tuple(made.get(key, ())),
        )
        lines.append(line)
    return lines


def _stage(outcome: str | None, waiting: int, made: Collection[object]) -> GroundStage:
    if outcome is None:
        return GroundStage.WAITS_FOR_CONSENT
    if outcome == GroundOutcome.DECLINED:
        return GroundStage.DECLINED
    if waiting:
        return GroundStage.STAGED
    return GroundStage.MADE if made else GroundStage.IN_EFFECT
