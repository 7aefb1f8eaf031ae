"""The revisions of a plan: any two compared, and which is in force on a day."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from jospar.queries.form_titles import empty_form
from jospar.queries.in_force import in_force
from jospar.queries.plan_comparison import ComparedGroup
from jospar.queries.plan_revisions import (
    NOW,
    compared,
    editions_named,
    revision_lines,
)
from jospar.queries.row_changes import change_lines
from jospar.queries.visible_plans import plan_seen_by, stage_of_plan
from jospar.records.snapshots.plans import GroupKept
from jospar.rules.core.nouns import PlanKind, PlanStage
from jospar.rules.core.offices import Sight
from jospar.web.acts.addresses import own_address
from jospar.web.asked import day_asked
from jospar.web.navigation import PLANS
from jospar.web.pages import page
from jospar.web.paging import part_of
from jospar.web.texts import Texts
from jospar.web.visitor import Seat, in_cycle

from .plan import form_language_asked, shared_by_pages


@require_safe
@in_cycle(*PLANS)
def revisions(
    request: HttpRequest, seat: Seat, language: str, kind: PlanKind
) -> HttpResponse:
    """Show the revisions, and what changed between two (``?from=1&to=draft``)."""
    asked, actor, ruleset, year = request.GET, seat.actor, seat.ruleset, seat.year
    day = day_asked(asked.get("on", "")) or seat.visitor.today
    force = in_force(ruleset, year, kind, day)
    lines = revision_lines(actor, year, kind, force.agreement)
    names = [str(line.number) for line in lines]
    seen = plan_seen_by(actor, year, kind)
    if seen:
        names.insert(0, NOW)
    stage = stage_of_plan(year, kind)
    first, last = _pair(asked.get("from", ""), asked.get("to", ""), names, stage)
    form_language = form_language_asked(request, language)
    editions = None
    if first and last:
        editions = editions_named(actor, ruleset, year, kind, stage, (first, last))
    return page(
        request,
        "plan_revisions.html",
        language,
        **shared_by_pages(ruleset, year, kind),
        form=empty_form(ruleset, year, kind),
        form_language=form_language,
        form_text=Texts(form_language),
        lines=lines,
        log=[one for one in change_lines(year) if one.plan is kind],
        reasons=seat.visitor.sees(Sight.DRAFT_PLANS),
        names=names,
        first=first,
        last=last,
        **_compared(request, editions, year, kind, form_language),
        pages=own_address(request, "page"),
        switch=own_address(request, "form"),
        force=force,
        reading=ruleset.readings["in_force"],
        provision=ruleset.provisions["president.agreement"],
    )


def _compared(
    request: HttpRequest,
    editions: Sequence[list[GroupKept]] | None,
    year: int,
    kind: PlanKind,
    language: str,
) -> Mapping[str, Any]:
    """Return what changed between two editions: that alone with ``?only=changes``."""
    comparison = compared(editions, year, kind, language) if editions else None
    only = request.GET.get("only") == "changes"
    groups: tuple[ComparedGroup, ...] = ()
    if comparison is not None:
        groups = comparison.changes() if only else comparison.groups
    return {
        "comparison": comparison,
        "only": only,
        "part": part_of(groups, request.GET.get("page", "")),
    }


def _pair(first: str, last: str, names: list[str], stage: PlanStage) -> tuple[str, str]:
    """Return the editions that are compared: those asked for, or the last two.

    The plan as it stands is one of its own while it may differ from what was sent.
    """
    if first or last:
        if first not in names or last not in names:
            raise Http404
        return first, last
    open_now = stage in {PlanStage.DRAFT, PlanStage.APPROVED}
    latest = names if open_now else [name for name in names if name != NOW]
    return (latest[1], latest[0]) if len(latest) > 1 else ("", "")
