"""What the President is shown of the plans on one page, reckoned from the record."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from jospar.records.models import Concept, Occasion, Plan, Revision, Sending
from jospar.records.rulesets import ruleset_of
from jospar.records.snapshots.plans import bodies_of, plan_id
from jospar.rules.core.forms import Body, PlanEdition
from jospar.rules.core.nouns import Level, PlanKind, PlanStage, Term, Text
from jospar.rules.core.offices import Actor, Sight, sees
from jospar.rules.core.ruleset import Ruleset

from .cycle import Answer, body_answers, concept_outcomes
from .in_force import agreement_of, amended_by
from .kept_editions import edition_kept
from .plans import edition_of
from .treaty_fates import (
    EarlierRow,
    Fate,
    FateOfRow,
    Parties,
    earlier_rows,
    fates,
    gone,
)
from .years import cycle_years


@dataclass(frozen=True, slots=True)
class PlanInBrief:
    """A plan as it was sent, or as it stands; ``sent_on`` is empty until it was sent.

    ``gone`` are rows of the plan of the same kind before it that are in neither plan.
    """

    edition: PlanEdition
    sent_on: date | None
    document: str
    rows: tuple[FateOfRow, ...]
    gone: tuple[EarlierRow, ...]

    @property
    def kind(self) -> PlanKind:
        """Which of the two plans it is."""
        return self.edition.form.kind

    def count(self, fate: Fate) -> int:
        """Return how many rows have that fate."""
        return sum(row.fate is fate for row in self.rows)

    @property
    def levels(self) -> tuple[tuple[Level, int], ...]:
        """How many rows each group has."""
        groups = self.edition.form.groups
        return tuple((group.level, len(group.rows)) for group in groups)


@dataclass(frozen=True, slots=True)
class Visit:
    """An agreement or event with the rows that are tied to it, by plan and number."""

    kind: str
    title: str
    days: Term
    place: str
    rows: tuple[tuple[PlanKind, int, Text], ...]


@dataclass(frozen=True, slots=True)
class Failing:
    """A body that was late or silent, and in which cycles."""

    body: Body
    cycles: tuple[tuple[int, Answer], ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """Both plans in brief.

    ``compared_with`` are the editions of the earlier cycle that they are compared with,
    none where the record has no earlier agreed plan. ``countries`` are codes of states
    or other names, with how many rows; ``cycles`` those that ``failing`` looks at.
    """

    plans: tuple[PlanInBrief, ...]
    compared_with: tuple[PlanEdition, ...]
    countries: tuple[tuple[str, int], ...]
    bodies: tuple[tuple[Body, int], ...]
    visits: tuple[Visit, ...]
    failing: tuple[Failing, ...]
    cycles: tuple[int, ...]


def president_brief(actor: Actor, ruleset: Ruleset, year: int) -> Brief:
    """Return the brief of those plans that the actor sees.

    Who sees drafts has a plan before it is sent. The number of queries hangs on
    nothing but how many cycles the record has, and which plans were sent.
    """
    seen = [_plan(actor, ruleset, year, kind) for kind in PlanKind]
    editions = [found for found in seen if found is not None]
    sent = [on for _edition, on, _paper in editions if on is not None]
    before, cycle = _earlier(year, max(sent, default=date.max))
    earlier = earlier_rows(before, _parties(cycle))
    parties = _parties(year)
    rows = {
        edition.form.kind: fates(edition, parties, earlier)
        for edition, _on, _paper in editions
    }
    every = [row for found in rows.values() for row in found]
    plans = tuple(
        PlanInBrief(
            edition,
            on,
            paper,
            tuple(rows[edition.form.kind]),
            tuple(gone(edition.form.kind, earlier, every)),
        )
        for edition, on, paper in editions
    )
    bodies = bodies_of(year)
    return Brief(
        plans=plans,
        compared_with=tuple(before),
        countries=_countries(parties, plans),
        bodies=_bodies(plans, bodies),
        visits=_visits(year, plans),
        failing=_failing(year, bodies),
        cycles=tuple(sorted(one for one in cycle_years() if one <= year)),
    )


def _plan(
    actor: Actor, ruleset: Ruleset, year: int, kind: PlanKind
) -> tuple[PlanEdition, date | None, str] | None:
    """Return what was sent to the President last, or what is to be sent."""
    plan = plan_id(year, kind)
    stage = PlanStage(Plan.objects.values_list("stage", flat=True).get(id=plan))
    sent = Sending.objects.filter(plan_id=plan, to="president").order_by("-entry")
    if (last := sent.first()) is not None:
        revision = Revision.objects.get(plan_id=plan, number=last.revision)
        at = {PlanStage.AGREED, PlanStage.BEFORE_PRESIDENT} & {stage}
        edition = edition_kept(ruleset, year, revision, at.pop() if at else stage)
        return edition, last.on, last.document
    if sees(actor.office, Sight.DRAFT_PLANS):
        return edition_of(ruleset, year, kind), None, ""
    return None


def _earlier(year: int, day: date) -> tuple[list[PlanEdition], int]:
    """Return the agreed plans of the last cycle before that has any, and its year.

    Each as it had been amended by ``day``.
    """
    agreed = Plan.objects.filter(cycle_id__lt=year, stage=PlanStage.AGREED.value)
    found = agreed.order_by("-cycle_id").values_list("cycle_id", flat=True).first()
    ruleset = ruleset_of(found) if found else None
    if found is None or ruleset is None:
        return [], 0
    editions = []
    for kind in PlanKind:
        agreement = agreement_of(found, kind)
        if agreement is not None:
            amended = amended_by(found, kind, day)
            revision = Revision.objects.get(
                plan_id=plan_id(found, kind), number=(amended or agreement).revision
            )
            editions.append(edition_kept(ruleset, found, revision, PlanStage.AGREED))
    return editions, found


def _parties(year: int) -> Parties:
    """Return the parties of the concepts of a cycle, and of those that amended it."""
    of_plans = Q(cycle_id=year) | Q(amends__cycle_id=year)
    found = Concept.objects.filter(of_plans).values_list("key", "counterparties")
    return {key: frozenset(parties) for key, parties in found}


def _countries(
    parties: Parties, plans: Sequence[PlanInBrief]
) -> tuple[tuple[str, int], ...]:
    keys = [row.row.concept for plan in plans for row in plan.rows]
    return _most(Counter(party for key in keys for party in parties.get(key, ())))


def _bodies(
    plans: Sequence[PlanInBrief], bodies: dict[str, Body]
) -> tuple[tuple[Body, int], ...]:
    counted = Counter(row.row.body for plan in plans for row in plan.rows)
    return tuple((bodies[code], count) for code, count in _most(counted))


def _most(counted: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counted.items(), key=lambda item: (-item[1], item[0])))


def _visits(year: int, plans: Sequence[PlanInBrief]) -> tuple[Visit, ...]:
    """Return the agreements and events that rows are tied to, by their days."""
    rows = {
        row.row.concept: (plan.kind, row.row.number, row.title)
        for plan in plans
        for row in plan.rows
    }
    occasions = Occasion.objects.filter(cycle_id=year).order_by("first_day", "entry")
    return tuple(
        Visit(
            kind=occasion.kind,
            title=occasion.title,
            days=Term(occasion.first_day, occasion.last_day),
            place=occasion.place,
            rows=tied,
        )
        for occasion in occasions
        if (tied := tuple(rows[key] for key in occasion.concepts if key in rows))
    )


def _failing(year: int, bodies: dict[str, Body]) -> tuple[Failing, ...]:
    """Return the bodies that failed to answer in time, the most often first."""
    found: dict[str, list[tuple[int, Answer]]] = {}
    for cycle in _until(year, cycle_years()):
        ruleset = ruleset_of(cycle)
        if ruleset is None:
            continue
        for answer in body_answers(ruleset, cycle, concept_outcomes(ruleset, cycle)):
            failed = answer.answer in {Answer.LATE, Answer.SILENT}
            if failed and answer.must_answer and answer.code in bodies:
                found.setdefault(answer.code, []).append((cycle, answer.answer))
    failing = [Failing(bodies[code], tuple(cycles)) for code, cycles in found.items()]
    return tuple(sorted(failing, key=lambda one: (-len(one.cycles), one.body.position)))


def _until(year: int, years: Iterable[int]) -> list[int]:
    return sorted(one for one in years if one <= year)
