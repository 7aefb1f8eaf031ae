"""An agreed plan as it is amended: the ground that is worked under, and what waits."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest

from jospar.queries.amendment_grounds import GroundLine, GroundStage, grounds
from jospar.queries.dossiers import DossierStage, DossierStanding, dossiers
from jospar.queries.plan_comparison import ComparedRow, Comparison, RowChange
from jospar.queries.row_changes import (
    ChangeLine,
    change_lines,
    staged_comparisons,
    waiting_under,
)
from jospar.records.snapshots.dossiers import AMENDED
from jospar.rules.amendment.amend_row import amend_row
from jospar.rules.amendment.nouns import Route
from jospar.rules.core.nouns import PlanKind, PlanStage
from jospar.rules.core.offices import Sight
from jospar.web.acts.addresses import own_address
from jospar.web.acts.offers import Offer, offers
from jospar.web.visitor import Seat

PRINTED = "0"
"""Asked for in place of a ground: the plan as it is printed, without marks."""


@dataclass(frozen=True, slots=True)
class Amending:
    """What stands on an agreed plan for those who see drafts.

    ``under`` is one of the ``grounds``, those that can change the plan still; ``used``
    were declined, or have changed it. ``changes`` wait under it, ``elsewhere`` tells by
    keys under which others. ``comparisons`` mark the changes in the plan, by language.
    ``dossiers`` can be added under the ground.
    """

    grounds: tuple[GroundLine, ...]
    used: tuple[GroundLine, ...]
    under: GroundLine | None
    changes: Mapping[str, ChangeLine]
    elsewhere: Mapping[str, tuple[str, ...]]
    comparisons: Mapping[str, Comparison]
    dossiers: tuple[DossierStanding, ...]
    may_amend: bool
    offers: tuple[Offer, ...]
    switch: str

    def changed(self) -> list[tuple[ComparedRow, ...]]:
        """Return the rows that will read otherwise, each in every language."""
        pairs = zip(*map(_rows, self.comparisons.values()), strict=True)
        return [rows for rows in pairs if rows[0].change is not RowChange.SAME]


def amending_of(
    request: HttpRequest, seat: Seat, language: str, kind: PlanKind, stage: PlanStage
) -> Amending | None:
    """Return how the plan is amended under the ground of ``?under=…``, its entry.

    Without one it is the last under which something waits, else the last one. None
    for a plan that is not agreed, and for who does not see drafts.
    """
    if stage is not PlanStage.AGREED or not seat.visitor.sees(Sight.DRAFT_PLANS):
        return None
    ruleset, year = seat.ruleset, seat.year
    waiting = [
        line
        for line in change_lines(year)
        if line.revision is None and line.plan is kind
    ]
    every = grounds(year)
    used = [one for one in every if _is_used(one, waiting, kind)]
    usable = [one for one in every if one not in used]
    under = _under(request.GET.get("under", ""), usable, waiting, kind)
    changes = waiting_under(waiting, under, kind) if under else ()
    may_amend = seat.actor.office in amend_row.by
    return Amending(
        grounds=tuple(usable),
        used=tuple(used),
        under=under,
        changes={line.key: line for line in changes},
        elsewhere=_elsewhere(waiting, changes),
        comparisons=staged_comparisons(ruleset, year, kind, under)
        if under and changes
        else {},
        dossiers=_to_add(seat, kind, under) if under and may_amend else (),
        may_amend=may_amend,
        offers=_offers(seat, language, kind, under, own_address(request))
        if under and changes
        else (),
        switch=own_address(request, "under", "page"),
    )


def _is_used(line: GroundLine, waiting: list[ChangeLine], kind: PlanKind) -> bool:
    """Tell whether nothing more of the plan is to change under the ground."""
    if line.stage is GroundStage.DECLINED:
        return True
    has_changed = any(plan is kind for plan, _revision in line.made)
    return has_changed and not waiting_under(waiting, line, kind)


def _under(
    asked: str, usable: list[GroundLine], waiting: list[ChangeLine], kind: PlanKind
) -> GroundLine | None:
    if asked:
        return next((one for one in usable if str(one.entry) == asked), None)
    busy = [one for one in usable if waiting_under(waiting, one, kind)]
    return next(reversed(busy or usable), None)


def _elsewhere(
    waiting: list[ChangeLine], here: tuple[ChangeLine, ...]
) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in waiting:
        if line not in here:
            found[line.key] = (*found.get(line.key, ()), line.ground)
    return found


def _to_add(
    seat: Seat, kind: PlanKind, under: GroundLine
) -> tuple[DossierStanding, ...]:
    """Return the dossiers whose rows can be added under the ground."""
    if kind is not AMENDED:
        return ()
    answered = set(under.dossiers)
    any_of_them = under.route is Route.DECISION
    return tuple(
        one
        for one in dossiers(seat.actor, seat.ruleset, seat.year)
        if one.concept_on is not None
        and one.stage not in {DossierStage.STAGED, DossierStage.MADE}
        and (any_of_them or one.key in answered)
    )


def _offers(
    seat: Seat, language: str, kind: PlanKind, under: GroundLine, back: str
) -> tuple[Offer, ...]:
    known = {"plan": kind.value, "route": under.route.value, "ground": under.number}
    codes = ("amendment.make_revision",)
    return tuple(offers(seat, language, codes, back, **known))


def _rows(comparison: Comparison) -> list[ComparedRow]:
    return [row for group in comparison.groups for row in group.rows]
