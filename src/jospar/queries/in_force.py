"""Which revision of a plan is in force on a day: the reading ``in_force``."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jospar.records.models import TO_PRESIDENT, Amendment, Reply, Sending
from jospar.records.snapshots.plans import plan_id
from jospar.rules.amendment.nouns import Route
from jospar.rules.core.horizon import plan_years
from jospar.rules.core.nouns import PlanKind
from jospar.rules.core.ruleset import Ruleset


@dataclass(frozen=True, slots=True)
class Agreement:
    """The President agreed a plan: its revision, the day, and the reply's number."""

    revision: int
    on: date
    number: str


@dataclass(frozen=True, slots=True)
class AmendedRevision:
    """A revision that amended the plan, in force since ``since``, and its ground."""

    revision: int
    since: date
    route: Route
    ground: str
    ground_on: date


class Force(StrEnum):
    """Why a plan is in force on a day, or why it is not."""

    IN_FORCE = "in_force"
    NOT_AGREED = "not_agreed"
    NOT_YET = "not_yet"
    ENDED = "ended"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class InForce:
    """How a plan stood on ``day``.

    ``last_day`` is that of a current plan. ``by`` is the cycle whose long-term plan
    took its place, and ``replaced_on`` the day when the President agreed that one.
    ``amended`` is the revision in force where that is not the agreed one.
    """

    day: date
    force: Force
    agreement: Agreement | None = None
    last_day: date | None = None
    by: int | None = None
    replaced_on: date | None = None
    amended: AmendedRevision | None = None

    @property
    def revision(self) -> int | None:
        """The number of the revision in force on the day, if one is."""
        if self.force is not Force.IN_FORCE or self.agreement is None:
            return None
        return self.amended.revision if self.amended else self.agreement.revision


def agreement_of(year: int, kind: PlanKind) -> Agreement | None:
    """Return the President's agreement to the plan, or None; two queries."""
    plan = plan_id(year, kind)
    replies = Reply.objects.filter(plan_id=plan, outcome="agreed").order_by("-entry")
    if (reply := replies.first()) is None:
        return None
    # What lay before him is what was sent last.
    sent = Sending.objects.filter(
        plan_id=plan, to__in=TO_PRESIDENT, entry__lte=reply.entry
    )
    revision = sent.order_by("-entry").values_list("revision", flat=True)[0]
    return Agreement(revision, reply.on, reply.number)


def amendments_of(year: int, kind: PlanKind) -> list[AmendedRevision]:
    """Return the revisions that amended the plan, in their order; one query."""
    columns = ("revision", "effective_on", "route", "ground", "ground_on")
    rows = Amendment.objects.filter(plan_id=plan_id(year, kind)).order_by("revision")
    return [
        AmendedRevision(revision, since, Route(route), ground, ground_on)
        for revision, since, route, ground, ground_on in rows.values_list(*columns)
    ]


def amended_by(year: int, kind: PlanKind, day: date) -> AmendedRevision | None:
    """Return the last revision that had amended the plan by ``day``; one query.

    A revision is never in force before the one that it builds on.
    """
    made = [one for one in amendments_of(year, kind) if one.since <= day]
    return made[-1] if made else None


def in_force(ruleset: Ruleset, year: int, kind: PlanKind, day: date) -> InForce:
    """Tell how the plan of a cycle stood on ``day``; four queries at most.

    A current plan is in force from the agreement to the end of its year; of the
    long-term plans the one agreed last; each in its latest revision by that day.
    """
    agreement = agreement_of(year, kind)
    if agreement is None:
        return InForce(day, Force.NOT_AGREED)
    if day < agreement.on:
        return InForce(day, Force.NOT_YET, agreement)
    if kind is PlanKind.CURRENT:
        last_day = date(plan_years(ruleset, kind, year)[-1], 12, 31)
        if day > last_day:
            return InForce(day, Force.ENDED, agreement, last_day)
        amended = amended_by(year, kind, day)
        return InForce(day, Force.IN_FORCE, agreement, last_day, amended=amended)
    later = (
        Reply.objects.filter(
            plan__kind=kind.value,
            plan__cycle_id__gt=year,
            outcome="agreed",
            on__lte=day,
        )
        .order_by("-plan__cycle_id")
        .values_list("plan__cycle_id", "on")
        .first()
    )
    if later is None:
        amended = amended_by(year, kind, day)
        return InForce(day, Force.IN_FORCE, agreement, amended=amended)
    return InForce(day, Force.REPLACED, agreement, by=later[0], replaced_on=later[1])
