"""A concept and its plan, as the kernel sees them."""

from collections.abc import Iterable
from typing import Any

from jospar.records.fields import WORDING, wording_from
from jospar.records.models import Concept as ConceptRecord
from jospar.records.models import ListedBody, Proposer
from jospar.records.prepared import Prepared
from jospar.rules.core.act import Case
from jospar.rules.core.calendar import Calendar
from jospar.rules.core.deadlines import came_in_time, deadline_in
from jospar.rules.core.nouns import Concept, Conclusion, Plan, PlanKind, PlanStage

from .dispatch import NotInRecordError
from .plans import PLAN, plan_from

COLUMNS = (
    *WORDING,
    "entry",
    "key",
    "sent_on",
    "received_at",
    "received_on",
    "complete_on",
    "term_on",
    "further",
    "conclusion__expedient",
    "conclusion__on",
    "notice__on",
    "return__on",
    "withdrawal__on",
    "row__fixed",
    *(f"row__plan__{column}" for column in PLAN),
)

_BODIES = Prepared(
    lambda year: ListedBody.objects.filter(cycle_id=year).values_list("code"), year=0
)
_ENTRY = Prepared(
    lambda year, key: ConceptRecord.objects.filter(cycle_id=year, key=key).values_list(
        "entry"
    ),
    year=0,
    key="key",
)
_CONCEPT = Prepared(
    lambda year, key: ConceptRecord.objects.filter(cycle_id=year, key=key).values_list(
        *COLUMNS
    ),
    year=0,
    key="key",
)
_PROPOSERS = Prepared(
    lambda concept: (
        Proposer.objects.filter(concept_id=concept)
        .order_by("position")
        .values_list("body")
    ),
    concept=0,
)


def known_bodies(year: int, codes: Iterable[str]) -> None:
    """Check that ``codes``, a body and those joint with it, are bodies of the cycle.

    Raises:
        NotInRecordError: naming the first that is not.
    """
    known = {code for (code,) in _BODIES.rows(year=year)}
    for position, code in enumerate(codes):
        if code not in known:
            raise NotInRecordError("body", code, "joint" if position else "body")


def proposers_of(concept: int) -> tuple[str, ...]:
    """Return the codes of the bodies that propose a concept, the first one first."""
    return tuple(body for (body,) in _PROPOSERS.rows(concept=concept))


def entry_of(year: int, key: str) -> int | None:
    """Return the number of a concept, if the cycle has it."""
    rows = _ENTRY.rows(year=year, key=key)
    return rows[0][0] if rows else None


def unknown_concepts(year: int, keys: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of ``keys`` that no concept of the cycle has."""
    found = ConceptRecord.objects.filter(cycle_id=year, key__in=keys)
    known = set(found.values_list("key", flat=True))
    return tuple(key for key in keys if key not in known)


def concept_of(
    case: Case, calendar: Calendar, key: str
) -> tuple[Concept, Plan | None, int]:
    """Return the concept, the plan that has its row, and its number in the record.

    The row of a withdrawn concept leaves its plan when that is a draft.

    Raises:
        NotInRecordError: when the cycle has no such concept.
    """
    rows = _CONCEPT.rows(year=case.year, key=key)
    if not rows:
        raise NotInRecordError("concept", key)
    found = dict(zip(COLUMNS, rows[0], strict=True))
    codes = proposers_of(found["entry"])
    plan = None
    if found["row__plan__kind"]:
        values = {column: found[f"row__plan__{column}"] for column in PLAN}
        plan = plan_from(values, case.ruleset)
    concept = _concept(found, codes, plan, case, calendar)
    left = plan and (plan.stage is PlanStage.DRAFT or found["row__fixed"] is None)
    if left and concept.withdrawn_on is not None:
        plan = None
    return concept, plan, found["entry"]


def _concept(
    found: dict[str, Any],
    proposers: tuple[str, ...],
    plan: Plan | None,
    case: Case,
    calendar: Calendar,
) -> Concept:
    conclusion = None
    if found["conclusion__on"] is not None:
        conclusion = Conclusion(found["conclusion__expedient"], found["conclusion__on"])
    return Concept(
        key=found["key"],
        proposers=proposers,
        wording=wording_from(found),
        received_at=found["received_at"],
        received_on=found["received_on"],
        in_time=came_in_time(
            case.ruleset,
            deadline_in(case.ruleset, "concepts.deadline", case.year, calendar),
            received_at=found["received_at"],
            sent_on=found["sent_on"],
            complete_on=found["complete_on"],
        ),
        complete_on=found["complete_on"],
        term_on=found["term_on"],
        conclusion=conclusion,
        notified_on=found["notice__on"],
        returned_on=found["return__on"],
        withdrawn_on=found["withdrawal__on"],
        plan=PlanKind(plan.kind) if plan else None,
        further=found["further"],
    )
