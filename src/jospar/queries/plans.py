"""Plans as documents and pages read them."""

from dataclasses import dataclass
from datetime import date

from jospar.procedure.days import calendar_of
from jospar.procedure.journal import is_rehearsal
from jospar.records.models import Distribution, Plan, Proposer, Reply, Row, Sending
from jospar.records.snapshots.plans import form_of, plan_id, revision_of
from jospar.rules.core.deadlines import Deadline, deadline_from, deadline_in
from jospar.rules.core.forms import PlanEdition
from jospar.rules.core.nouns import PlanKind, PlanStage, Text
from jospar.rules.core.ruleset import Ruleset

from .cycle import (
    BodyAnswer,
    ConceptOutcome,
    intake_deadline,
    last_of_all,
    review_met_on,
)
from .ground_phrases import amended_phrase
from .official_use import marked_concepts, marked_in


@dataclass(frozen=True, slots=True)
class DeadlineMet:
    """A deadline of a cycle, and the day of the last act that was needed to meet it."""

    deadline: Deadline
    plan: PlanKind | None
    met_on: date | None

    @property
    def days_late(self) -> int | None:
        """Calendar days after the day from which lateness counts; None while open."""
        return None if self.met_on is None else self.deadline.days_late(self.met_on)


def drafted_plans(year: int) -> list[PlanKind]:
    """Return the plans that were drafted: a concept was placed, or it was sent."""
    drafted = {
        *Plan.objects.filter(cycle_id=year, rows__isnull=False).values_list("kind"),
        *Plan.objects.filter(cycle_id=year, sendings__isnull=False).values_list("kind"),
    }
    return [kind for kind in PlanKind if (kind.value,) in drafted]


def edition_of(ruleset: Ruleset, year: int, kind: PlanKind) -> PlanEdition:
    """Return the plan as it stands, with its revision and marks.

    Nine queries, and three at most for the ground of an agreed one.
    """
    stage = PlanStage(
        Plan.objects.values_list("stage", flat=True).get(id=plan_id(year, kind))
    )
    form = form_of(ruleset, year, kind, stage)
    revision, fingerprint = revision_of(form, year)
    marked = marked_in(form, marked_concepts(year))
    agreed = stage is PlanStage.AGREED
    return PlanEdition(
        form=form,
        stage=stage,
        revision=revision,
        fingerprint=fingerprint,
        rehearsal=is_rehearsal(),
        marked=marked,
        amended=amended_phrase(year, plan_id(year, kind), revision)
        if agreed
        else Text(),
    )


def cycle_deadlines(
    ruleset: Ruleset,
    year: int,
    concepts: list[ConceptOutcome],
    answers: list[BodyAnswer],
) -> list[DeadlineMet]:
    """Return the deadlines of the cycle and of each drafted plan, in their order."""
    calendar = calendar_of(year)
    first_answers = (body.first_on for body in answers if body.must_answer)
    met = [
        DeadlineMet(intake_deadline(ruleset, year), None, last_of_all(first_answers)),
        DeadlineMet(
            deadline_in(ruleset, "conclusions.deadline", year, calendar),
            None,
            review_met_on(ruleset, concepts),
        ),
    ]
    for kind in drafted_plans(year):
        for provision, to in (
            ("commission.deadline", "commission"),
            ("president.deadline", "president"),
        ):
            deadline = deadline_in(ruleset, provision, year, calendar)
            met.append(DeadlineMet(deadline, kind, _first_sending(year, kind, to)))
        agreed_on = _agreed_on(year, kind)
        if agreed_on is not None:
            deadline = deadline_from(
                ruleset,
                "distribution.deadline",
                agreed_on,
                calendar_of(agreed_on.year),
            )
            met.append(DeadlineMet(deadline, kind, distributed_on(ruleset, year, kind)))
    return met


def recipients_needed(ruleset: Ruleset, year: int, kind: PlanKind) -> list[str]:
    """Return who must be sent the agreed plan ("distribution.recipients").

    What an amendment added or removed later asks for nobody, and spares nobody.
    """
    recipients = ruleset.recipients
    needed = list(recipients.always)
    if recipients.bodies_with_rows:
        rows = Row.objects.filter(
            plan_id=plan_id(year, kind), fixed__isnull=False, concept__amends=None
        )
        bodies = Proposer.objects.filter(concept__in=rows.values("concept_id"))
        needed += sorted(set(bodies.values_list("body", flat=True)))
    return [code for code in needed if code not in recipients.excepted]


def distributed_on(ruleset: Ruleset, year: int, kind: PlanKind) -> date | None:
    """Return the day on which the last needed recipient was sent the plan, or None."""
    sent = dict(
        Distribution.objects.filter(plan_id=plan_id(year, kind)).values_list(
            "recipient", "on"
        )
    )
    return last_of_all(
        sent.get(code) for code in recipients_needed(ruleset, year, kind)
    )


def _first_sending(year: int, kind: PlanKind, to: str) -> date | None:
    sendings = Sending.objects.filter(plan_id=plan_id(year, kind), to=to)
    return sendings.order_by("on").values_list("on", flat=True).first()


def _agreed_on(year: int, kind: PlanKind) -> date | None:
    replies = Reply.objects.filter(plan_id=plan_id(year, kind), outcome="agreed")
    return replies.order_by("-entry").values_list("on", flat=True).first()
