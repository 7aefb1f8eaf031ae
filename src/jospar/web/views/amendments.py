"""How agreed plans are amended: dossiers, grounds, what waits, and what was made."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from jospar.queries.amendment_grounds import GroundLine, GroundStage, grounds
from jospar.queries.carried_rows import plans_in_force
from jospar.queries.dossier_page import (
    DossierClock,
    DossierPage,
    clocks_of,
    dossier_page,
)
from jospar.queries.dossiers import DossierStage, DossierStanding, dossiers, taken_keys
from jospar.queries.revision_sendings import MadeRevision, made_revisions
from jospar.queries.row_changes import ChangeLine, change_lines
from jospar.queries.visible_plans import plan_seen_by
from jospar.records.snapshots.dossiers import AMENDED
from jospar.records.snapshots.plans import bodies_of
from jospar.rules.amendment.nouns import ChangeOutcome, Route
from jospar.rules.core.nouns import PlanKind
from jospar.rules.core.offices import OF_ONE_BODY, Actor, Sight, sees
from jospar.rules.registry import BY_CODE
from jospar.web.acts.addresses import act_address, own_address
from jospar.web.acts.offers import Offer, offers
from jospar.web.navigation import AMENDMENTS
from jospar.web.pages import page
from jospar.web.paging import part_of
from jospar.web.persons import names_of, persons_in
from jospar.web.visitor import Seat, in_cycle, note_reading

OPENING = ("amendment.bring_grounds", "amendment.bring_concept")
"""The two papers of a dossier: the first of them opens it."""
RECORDING = ("amendment.record_instruction", "amendment.decide")
"""Grounds that are recorded without a dossier."""
ON_DOSSIER = (*OPENING, "amendment.conclude", "amendment.request")
ON_GROUND = (
    "amendment.record_consent",
    "amendment.make_revision",
    "amendment.send_out",
)
ON_STAGED = ("amendment.make_revision", "amendment.drop_change")
_ALL_GROUNDS = (Sight.ALL_CONCEPTS, Sight.COMMISSION_PAPERS, Sight.PRESIDENT_PAPERS)


@dataclass(frozen=True, slots=True)
class DossierLine:
    """A dossier of the list, with its clock once that runs."""

    standing: DossierStanding
    clock: DossierClock | None


@dataclass(frozen=True, slots=True)
class _Dossiers:
    """The dossiers as a group that is shown in pages."""

    rows: Sequence[DossierStanding]


@require_safe
@in_cycle(*AMENDMENTS)
def listed(request: HttpRequest, seat: Seat, language: str) -> HttpResponse:
    """Show dossiers by their stage (``?stage=to_conclude``), grounds and revisions."""
    known = dossiers(seat.actor, seat.ruleset, seat.year)
    found = _grounds_seen(seat.actor, seat.year, {one.key for one in known})
    back = own_address(request)
    drafts = seat.visitor.sees(Sight.DRAFT_PLANS)
    codes = (*ON_GROUND, *RECORDING, *ON_STAGED)
    return page(
        request,
        "amendments.html",
        language,
        year=seat.year,
        today=seat.visitor.today,
        elsewhere=_elsewhere(seat),
        **_dossiers(request, seat, known),
        ground_entries={(one.route, one.number): one.entry for one in found},
        routes=[(r, [one for one in found if one.route is r]) for r in Route],
        waiting=_waiting(seat.year) if drafts else [],
        drafts=drafts,
        plans=tuple(PlanKind),
        made=_made(seat),
        bodies=bodies_of(seat.year),
        always=seat.ruleset.recipients.always,
        opening=_opening(seat, language, back),
        may={
            code.partition(".")[2]: seat.actor.office in BY_CODE[code].by
            for code in codes
        },
        back=back,
    )


def _elsewhere(seat: Seat) -> int | None:
    """Return the cycle whose current plan is in force, where it is another one."""
    found = plans_in_force(seat.visitor.today)
    years = [one.year for one in found if one.kind is PlanKind.CURRENT]
    return None if not years or seat.year in years else years[-1]


def _dossiers(
    request: HttpRequest, seat: Seat, known: list[DossierStanding]
) -> Mapping[str, Any]:
    """Return the dossiers of the page that is asked for, and how many are where."""
    stage, today = request.GET.get("stage", ""), seat.visitor.today
    wanted = _Dossiers([one for one in known if stage in {"", one.stage.value}])
    part = part_of([wanted], request.GET.get("page", ""))
    shown = [
        one
        for _group, rows in part.groups
        for one in rows
        if isinstance(one, DossierStanding)
    ]
    clocks = clocks_of(seat.ruleset, shown, today)
    return {
        "dossiers": [DossierLine(one, clocks.get(one.entry)) for one in shown],
        "part": part,
        "pages": own_address(request, "page"),
        "total": len(known),
        "counts": [
            (one, sum(line.stage is one for line in known)) for one in DossierStage
        ],
        "stage": stage,
        "entries": {one.key: one.entry for one in known},
    }


def _waiting(year: int) -> list[ChangeLine]:
    return [one for one in change_lines(year) if one.revision is None]


@require_safe
@in_cycle(*AMENDMENTS)
def dossier(
    request: HttpRequest, seat: Seat, language: str, entry: int
) -> HttpResponse:
    """Show the dossier to whoever may see it; to others it is not there."""
    shown = dossier_page(seat.actor, seat.ruleset, seat.year, entry, seat.visitor.today)
    if shown is None:
        raise Http404
    note_reading(request, f"dossier {entry}")
    return page(
        request,
        "dossier.html",
        language,
        year=seat.year,
        today=seat.visitor.today,
        dossier=shown,
        kind=AMENDED,
        plan_open=plan_seen_by(seat.actor, seat.year, AMENDED),
        waits_under=_waits_under(seat, shown),
        persons=(
            names_of(persons_in(shown.happened))
            if seat.visitor.sees(Sight.REVIEW_PAPERS)
            else {}
        ),
        offers=_offers(seat, language, shown, request.path),
    )


def _waits_under(seat: Seat, shown: DossierPage) -> GroundLine | None:
    """Return the ground under which the dossier's row waits, to who sees drafts."""
    change = shown.change
    if change is None or change.revision or not seat.visitor.sees(Sight.DRAFT_PLANS):
        return None
    under = (change.route, change.ground)
    return next(one for one in grounds(seat.year) if (one.route, one.number) == under)


def _grounds_seen(actor: Actor, year: int, own: set[str]) -> list[GroundLine]:
    """Return the grounds that the actor sees: a body those it asked for, and the made.

    What has made a revision stands on the plan for everybody who sees it.
    """
    found = grounds(year)
    if any(sees(actor.office, sight) for sight in _ALL_GROUNDS):
        return found
    return [
        one
        for one in found
        if one.stage is GroundStage.MADE or own.intersection(one.dossiers)
    ]


def _made(seat: Seat) -> list[MadeRevision]:
    return [
        one
        for kind in PlanKind
        if plan_seen_by(seat.actor, seat.year, kind)
        for one in made_revisions(seat.ruleset, seat.year, kind)
    ]


def _opening(seat: Seat, language: str, back: str) -> list[tuple[str, str]]:
    """Return the acts that bring something new, with their addresses."""
    body = seat.actor.body if seat.actor.office in OF_ONE_BODY else ""
    found = []
    for code in (*OPENING, *RECORDING):
        if seat.actor.office not in BY_CODE[code].by:
            continue
        known = {"key": _free_key(seat.year, body)} if body else {}
        address = act_address(code, language, seat.year, back, **known)
        found.append((code.replace(".", "_"), address))
    return found


def _free_key(year: int, body: str) -> str:
    """Return the next key for a dossier of the body: ``energy-A1``."""
    taken = taken_keys(year)
    return next(key for n in count(1) if (key := f"{body}-A{n}") not in taken)


def _offers(seat: Seat, language: str, shown: DossierPage, back: str) -> list[Offer]:
    """Return what the office may do on the dossier, open acts first."""
    key, answer = shown.standing.key, shown.answers[-1] if shown.answers else None
    found = offers(seat, language, ON_DOSSIER, back, key=key)
    if not shown.answers:
        codes = ("amendment.record_instruction",)
        found += offers(seat, language, codes, back, dossiers=key)
    under = {"plan": AMENDED.value, "route": Route.INSTRUCTION.value}
    if answer is not None and shown.change is None:
        adds = {"ground": answer.number, "outcome": ChangeOutcome.ADD.value}
        codes = ("amendment.amend_row",)
        found += offers(seat, language, codes, back, key=key, **under, **adds)
    if shown.change is not None and shown.change.revision is None:
        under = {"plan": AMENDED.value, "route": shown.change.route.value}
        under["ground"] = shown.change.ground
        found += _staged(seat, language, back, key, under)
    return sorted(found, key=lambda offer: bool(offer.closed_by))


def _staged(
    seat: Seat, language: str, back: str, key: str, under: dict[str, str]
) -> Iterable[Offer]:
    revision, change = ((code,) for code in ON_STAGED)
    yield from offers(seat, language, revision, back, **under)
    yield from offers(seat, language, change, back, key=key, **under)
