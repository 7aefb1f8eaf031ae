"""A plan's page: its form, where it stands, and the papers that brought it there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Max, Min

from jospar.records.models import Decision, Distribution, Reply, Row, Sending
from jospar.records.snapshots.plans import plan_id
from jospar.rules.core.forms import PlanEdition
from jospar.rules.core.nouns import Level, PlanKind, PlanStage
from jospar.rules.core.ruleset import Ruleset

from .in_force import AmendedRevision, amendments_of
from .plans import edition_of, recipients_needed


class Step(StrEnum):
    """A step on a plan's way from the draft to its recipients."""

    DRAFTED = "drafted"
    COMMISSION = "commission"
    APPROVED = "approved"
    PRESIDENT = "president"
    AGREED = "agreed"
    DISTRIBUTED = "distributed"


class StepState(StrEnum):
    """Whether a step is behind the plan, is where it stands, or lies ahead."""

    DONE = "done"
    NOW = "now"
    AHEAD = "ahead"


class PaperKind(StrEnum):
    """What a paper did to a plan."""

    SENT = "sent"
    APPROVED = "approved"
    RETURNED = "returned"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper on a plan's way: its day, its number, and its entry in the journal."""

    kind: PaperKind
    on: date
    number: str
    entry: int


@dataclass(frozen=True, slots=True)
class StepStanding:
    """A step with its papers, in their order.

    ``on`` is the day on which drafting began or the last recipient was sent the plan.
    """

    step: Step
    state: StepState
    papers: tuple[Paper, ...] = ()
    on: date | None = None


@dataclass(frozen=True, slots=True)
class PlanScreen:
    """A plan as its page and its card show it.

    ``drafted`` is false while nothing was placed in it and it was sent nowhere;
    ``sent_to`` of ``recipients`` that need it were sent the agreed plan. ``amended``
    is the revision that amended it last, ``only`` the language of a plan that was
    brought in and exists in one alone.
    """

    edition: PlanEdition
    drafted: bool
    rows: int
    counts: tuple[tuple[Level, int], ...]
    steps: tuple[StepStanding, ...]
    now: Step
    sent_to: int
    recipients: int
    amended: AmendedRevision | None
    only: str

    @property
    def decision(self) -> int | None:
        """The entry by which the plan stands where it does; None of a first draft.

        Who sees the plan sees that entry: its agreement, or whereto it was sent last.
        """
        kind = PaperKind.SENT
        if self.edition.stage is PlanStage.AGREED:
            kind = PaperKind.AGREED
        papers = [paper for step in self.steps for paper in step.papers]
        found = [paper.entry for paper in papers if paper.kind is kind]
        return max(found, default=None)


_PAPER = ("outcome", "on", "number", "entry")
_STEP_OF = {
    PlanStage.DRAFT: Step.DRAFTED,
    PlanStage.BEFORE_COMMISSION: Step.COMMISSION,
    PlanStage.APPROVED: Step.APPROVED,
    PlanStage.BEFORE_PRESIDENT: Step.PRESIDENT,
    PlanStage.AGREED: Step.AGREED,
}


def plan_screen(ruleset: Ruleset, year: int, kind: PlanKind) -> PlanScreen:
    """Return the plan of a cycle with where it stands; fifteen queries at most."""
    edition = edition_of(ruleset, year, kind)
    counts = tuple((group.level, len(group.rows)) for group in edition.form.groups)
    sendings = Sending.objects.filter(plan_id=plan_id(year, kind)).order_by("entry")
    sent = list(sendings.values_list("to", "on", "document", "entry"))
    rows = Row.objects.filter(plan_id=plan_id(year, kind)).aggregate(
        began=Min("placed_on"), only=Max("plan__only")
    )
    began = rows["began"]
    needed, reached = _distribution(ruleset, year, kind, edition.stage)
    now = _STEP_OF[edition.stage]
    if needed and len(reached) == len(needed):
        now = Step.DISTRIBUTED
    papers = {
        Step.COMMISSION: _sendings(sent, "commission"),
        Step.APPROVED: _decisions(year, kind),
        Step.PRESIDENT: _sendings(sent, "president"),
        Step.AGREED: _replies(year, kind),
    }
    days = {Step.DRAFTED: began, Step.DISTRIBUTED: max(reached, default=None)}
    return PlanScreen(
        edition=edition,
        drafted=began is not None or bool(sent),
        rows=sum(count for _level, count in counts),
        counts=counts,
        steps=tuple(
            StepStanding(step, _state(step, now), papers.get(step, ()), days.get(step))
            for step in Step
        ),
        now=now,
        sent_to=len(reached),
        recipients=len(needed),
        amended=_amended(year, kind, edition.stage),
        only=rows["only"] or "",
    )


def _amended(year: int, kind: PlanKind, stage: PlanStage) -> AmendedRevision | None:
    if stage is not PlanStage.AGREED:
        return None
    amendments = amendments_of(year, kind)
    return amendments[-1] if amendments else None


def _state(step: Step, now: Step) -> StepState:
    """Return where a step lies; the last one is done as soon as the plan is there."""
    order = list(Step)
    if step is now:
        return StepState.DONE if step is Step.DISTRIBUTED else StepState.NOW
    return StepState.DONE if order.index(step) < order.index(now) else StepState.AHEAD


def _sendings(
    sendings: Iterable[tuple[str, date, str, int]], receiver: str
) -> tuple[Paper, ...]:
    return tuple(
        Paper(PaperKind.SENT, on, document, entry)
        for to, on, document, entry in sendings
        if to == receiver
    )


def _decisions(year: int, kind: PlanKind) -> tuple[Paper, ...]:
    decisions = Decision.objects.filter(plan_id=plan_id(year, kind)).order_by("entry")
    return tuple(
        Paper(PaperKind(outcome), on, number, entry)
        for outcome, on, number, entry in decisions.values_list(*_PAPER)
    )


def _replies(year: int, kind: PlanKind) -> tuple[Paper, ...]:
    replies = Reply.objects.filter(plan_id=plan_id(year, kind)).order_by("entry")
    return tuple(
        Paper(PaperKind(outcome), on, number, entry)
        for outcome, on, number, entry in replies.values_list(*_PAPER)
    )


def _distribution(
    ruleset: Ruleset, year: int, kind: PlanKind, stage: PlanStage
) -> tuple[list[str], list[date]]:
    """Return who needs the agreed plan, and the days on which they were sent it."""
    if stage is not PlanStage.AGREED:
        return [], []
    needed = recipients_needed(ruleset, year, kind)
    sent = Distribution.objects.filter(
        plan_id=plan_id(year, kind), recipient__in=needed
    )
    return needed, list(sent.values_list("on", flat=True))
