"""What a fingerprint belongs to: a revision or a draft, and how that stood on a day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jospar.records.models import Plan, Revision, Sending
from jospar.records.rulesets import ruleset_of
from jospar.records.snapshots.plans import plan_id
from jospar.rules.core.forms import PlanEdition
from jospar.rules.core.nouns import PlanKind, PlanStage
from jospar.rules.core.offices import Actor, Sight, sees
from jospar.rules.core.ruleset import Ruleset

from .in_force import (
    AmendedRevision,
    Force,
    InForce,
    agreement_of,
    amendments_of,
    in_force,
)
from .kept_editions import edition_kept
from .plan_revisions import Sent
from .plans import edition_of
from .visible_plans import revisions_seen_by


class Standing(StrEnum):
    """How an edition of a plan stood on a day, what is in force first."""

    IN_FORCE = "in_force"
    REPLACED = "replaced"
    """An amendment took its place."""
    OVER = "over"
    """The year of the plan ended, or the plan of a later cycle took its place."""
    NOT_YET = "not_yet"
    NEVER = "never"
    """It was sent, but is not the revision that was agreed, nor an amendment."""
    DRAFT = "draft"
    """It is a draft as it stands now, which nobody was sent."""


@dataclass(frozen=True, slots=True)
class KnownEdition:
    """An edition with the fingerprint that was looked up, and how it stood on a day.

    ``on`` is the day of the revision, None for a draft. ``since`` is the day from
    which it was or will be in force, and ``ground`` the amendment that made it, if one
    did. ``by`` is the amendment that took its place. ``force`` is how the plan stood.
    """

    year: int
    kind: PlanKind
    number: int
    ruleset: Ruleset
    standing: Standing
    force: InForce
    edition: PlanEdition
    on: date | None = None
    since: date | None = None
    ground: AmendedRevision | None = None
    by: AmendedRevision | None = None
    sent: tuple[Sent, ...] = ()


def edition_with(
    digits: str, day: date, actor: Actor | None = None
) -> KnownEdition | None:
    """Return what bears a fingerprint that begins with ``digits``.

    Of several that say the same, the one that counts most on ``day``. Where the actor
    is given, only what they see as a revision or a draft is looked at. Some 20 queries
    for a revision; where there is none, nine for each draft besides.
    """
    kept = Revision.objects.filter(fingerprint__startswith=digits)
    found = [
        _revision(one, year, PlanKind(kind), ruleset, day)
        for one, year, kind, ruleset in _with_rules(kept)
        if actor is None or _sees(actor, one, year, PlanKind(kind))
    ]
    if not found and (actor is None or sees(actor.office, Sight.DRAFT_PLANS)):
        found = list(_drafts(digits, day))
    order = list(Standing)
    return min(
        found, key=lambda one: (order.index(one.standing), -one.number), default=None
    )


def _with_rules(
    kept: Iterable[Revision],
) -> Iterator[tuple[Revision, int, str, Ruleset]]:
    for one in kept:
        year, _point, kind = one.plan_id.partition(".")
        if ruleset := ruleset_of(int(year)):
            yield one, int(year), kind, ruleset


def _sees(actor: Actor, revision: Revision, year: int, kind: PlanKind) -> bool:
    seen = revisions_seen_by(actor, year, kind)
    return seen.filter(entry=revision.entry).exists()


def _revision(
    revision: Revision, year: int, kind: PlanKind, ruleset: Ruleset, day: date
) -> KnownEdition:
    number, force = revision.number, in_force(ruleset, year, kind, day)
    agreement, amended = agreement_of(year, kind), amendments_of(year, kind)
    ground = next((one for one in amended if one.revision == number), None)
    since = ground.since if ground else None
    if agreement is not None and agreement.revision == number:
        since = agreement.on
    by = next((a for a in amended if a.revision > number and a.since <= day), None)
    sent = tuple(_sendings(year, kind, number))
    if since is not None:
        stage = PlanStage.AGREED
    elif any(one.to == "president" for one in sent):
        stage = PlanStage.BEFORE_PRESIDENT
    else:
        stage = PlanStage.BEFORE_COMMISSION
    return KnownEdition(
        year=year,
        kind=kind,
        number=number,
        ruleset=ruleset,
        standing=_standing(since, by, force),
        force=force,
        edition=edition_kept(ruleset, year, revision, stage),
        on=revision.on,
        since=since,
        ground=ground,
        by=by if since else None,
        sent=sent,
    )


def _standing(
    since: date | None, by: AmendedRevision | None, force: InForce
) -> Standing:
    if since is None:
        return Standing.NEVER
    if since > force.day:
        return Standing.NOT_YET
    if by is not None:
        return Standing.REPLACED
    return Standing.IN_FORCE if force.force is Force.IN_FORCE else Standing.OVER


def _sendings(year: int, kind: PlanKind, number: int) -> Iterator[Sent]:
    sent = Sending.objects.filter(plan_id=plan_id(year, kind), revision=number)
    for values in sent.order_by("entry").values_list("to", "on", "document"):
        yield Sent(*values)


def _drafts(digits: str, day: date) -> Iterator[KnownEdition]:
    """Yield the drafts as they stand that have the fingerprint and were not sent."""
    open_now = (PlanStage.DRAFT, PlanStage.APPROVED)
    plans = Plan.objects.filter(stage__in=open_now, rows__isnull=False).distinct()
    for year, kind in plans.order_by("id").values_list("cycle_id", "kind"):
        if (ruleset := ruleset_of(year)) is None:
            continue
        edition = edition_of(ruleset, year, PlanKind(kind))
        if edition.fingerprint.startswith(digits):
            yield KnownEdition(
                year=year,
                kind=PlanKind(kind),
                number=edition.revision,
                ruleset=ruleset,
                standing=Standing.DRAFT,
                force=in_force(ruleset, year, PlanKind(kind), day),
                edition=edition,
            )
