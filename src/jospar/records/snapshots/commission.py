"""Snapshots for the acts of and before the Commission."""

from dataclasses import replace
from typing import Any

from jospar.records.fields import wording_kept
from jospar.records.models import (
    Concept,
    Decision,
    Occasion,
    Reply,
    Revision,
    Row,
    RowDecision,
    Sending,
)
from jospar.records.models import (
    Remark as RemarkRecord,
)
from jospar.rules.commission.facts import (
    AnswerFacts,
    AnswerRemark,
    Decide,
    DecideRow,
    DecisionFacts,
    Outcome,
    Remark,
    RemarkFacts,
    RowFacts,
    SendingFacts,
    SendToCommission,
)
from jospar.rules.core.act import Case
from jospar.rules.core.calendar import Calendar
from jospar.rules.core.deadlines import came_in_time, deadline_in
from jospar.rules.core.nouns import PlanKind
from jospar.rules.core.ruleset import Ruleset

from .concepts import concept_of, entry_of
from .dispatch import NotInRecordError, facts_for
from .plans import changed_on, form_of, plan_id, plan_of, revision_of, rows_kept


@facts_for.register
def _(filing: SendToCommission, case: Case, calendar: Calendar) -> SendingFacts:
    plan = plan_of(case.ruleset, case.year, filing.plan)
    form = form_of(case.ruleset, case.year, filing.plan, plan.stage)
    revision, fingerprint = revision_of(form, case.year)
    return SendingFacts(
        case=case,
        plan=plan,
        revision=revision,
        fingerprint=fingerprint,
        changed_on=changed_on(case.year, filing.plan),
        unconsidered=unconsidered(case.year, plan.years),
        held_up=held_up(case.ruleset, case.year, calendar),
    )


@facts_for.register
def _(filing: Decide, case: Case, calendar: Calendar) -> DecisionFacts:
    plan = plan_of(case.ruleset, case.year, filing.plan)
    known = Decision.objects.filter(
        plan_id=plan_id(case.year, filing.plan), number=filing.number
    )
    return DecisionFacts(case, plan, known.exists())


@facts_for.register
def _(filing: DecideRow, case: Case, calendar: Calendar) -> RowFacts:
    plan = plan_of(case.ruleset, case.year, filing.plan)
    decision = Decision.objects.filter(
        plan_id=plan_id(case.year, filing.plan), number=filing.decision
    ).first()
    if decision is None:
        raise NotInRecordError("decision", filing.decision)
    concept, _plan, entry = concept_of(case, calendar, filing.key)
    row = Row.objects.filter(concept_id=entry).values("plan_id", "fixed").first()
    in_plan = (
        row is not None
        and row["plan_id"] == plan_id(case.year, filing.plan)
        and row["fixed"] is not None
    )
    if row is not None and in_plan:
        concept = replace(concept, wording=wording_kept(row["fixed"]))
    return RowFacts(
        case=case,
        concept=concept,
        plan=plan,
        other=plan_of(case.ruleset, case.year, filing.plan.other),
        outcome=Outcome(decision.outcome),
        in_plan=in_plan,
        plan_moved_on=_moved_on(case.year, filing.plan, decision.entry),
        other_moved_on=_moved_on(case.year, filing.plan.other, decision.entry),
        is_decided=RowDecision.objects.filter(
            decision=decision, concept_id=entry
        ).exists(),
    )


@facts_for.register
def _(filing: Remark, case: Case, calendar: Calendar) -> RemarkFacts:
    if filing.point and entry_of(case.year, filing.point) is None:
        raise NotInRecordError("concept", filing.point, "point")
    plan = plan_of(case.ruleset, case.year, filing.plan)
    kept_in = {"plan_id": plan_id(case.year, filing.plan)}
    sendings = Sending.objects.filter(**kept_in, to="commission", on__lte=case.on)
    revision = sendings.order_by("entry").values_list("revision", flat=True).last()
    if revision is None:
        return RemarkFacts(case, plan)
    content = Revision.objects.values_list("content", flat=True).get(
        **kept_in, number=revision
    )
    is_row = not filing.point or filing.point in rows_kept(content)
    return RemarkFacts(case, plan, revision, is_row)


@facts_for.register
def _(filing: AnswerRemark, case: Case, calendar: Calendar) -> AnswerFacts:
    remark = RemarkRecord.objects.filter(
        plan_id=plan_id(case.year, filing.plan), entry=filing.remark
    ).first()
    if remark is None:
        raise NotInRecordError("remark", str(filing.remark))
    return AnswerFacts(case, remark.answered_on or remark.on)


def unconsidered(year: int, years: tuple[int, ...]) -> tuple[str, ...]:
    """Return the keys of what falls in ``years``, neither linked nor considered."""
    keys = set(Concept.objects.filter(cycle_id=year).values_list("key", flat=True))
    return tuple(
        occasion.key
        for occasion in Occasion.objects.filter(cycle_id=year).order_by("entry")
        if not occasion.considered
        and set(years).intersection(occasion.years)
        and not keys.intersection(occasion.concepts)
    )


def held_up(ruleset: Ruleset, year: int, calendar: Calendar) -> tuple[str, ...]:
    """Return the keys of concepts that came in time and are not settled yet.

    They are neither withdrawn nor concluded on, or found expedient and neither in a
    plan nor excluded by the Commission.
    """
    excluded = RowDecision.objects.filter(
        concept__cycle_id=year, effective=True, outcome="exclude"
    ).values("concept_id")
    open_ones = (
        Concept.objects.filter(cycle_id=year, withdrawal=None, row=None)
        .exclude(conclusion__expedient=False)
        .exclude(entry__in=excluded)
        .order_by("entry")
    )
    deadline = deadline_in(ruleset, "concepts.deadline", year, calendar)
    columns = ("key", "received_at", "sent_on", "complete_on")
    return tuple(
        concept.pop("key")
        for concept in open_ones.values(*columns)
        if came_in_time(ruleset, deadline, **_moments(concept))
    )


def _moments(concept: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in concept.items() if name != "key"}


def _moved_on(year: int, kind: PlanKind, entry: int) -> bool:
    return any(
        moves.objects.filter(plan_id=plan_id(year, kind), entry__gt=entry).exists()
        for moves in (Sending, Decision, Reply)
    )
