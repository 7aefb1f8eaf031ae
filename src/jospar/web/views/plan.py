"""A plan as its annex form, with the work on its draft."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from jospar.queries.plan_screen import plan_screen
from jospar.queries.plan_work import concepts_behind, treaties_behind, waiting
from jospar.queries.sheets import completeness_sheet
from jospar.queries.visible_plans import plan_seen_by
from jospar.rules.core.forms import FORM_LANGUAGES
from jospar.rules.core.horizon import plan_years
from jospar.rules.core.nouns import Language, PlanKind, PlanStage
from jospar.rules.core.offices import Sight
from jospar.rules.core.ruleset import Ruleset
from jospar.rules.registry import BY_CODE
from jospar.web.acts.addresses import own_address
from jospar.web.acts.offers import offers
from jospar.web.navigation import PLANS
from jospar.web.pages import page
from jospar.web.paging import part_of
from jospar.web.texts import Texts
from jospar.web.visitor import Seat, in_cycle

from .plan_amending import amending_of

ON_PLANS = ("commission.send_to_commission", "agreement.send_to_president")
"""Acts by which a plan goes on its way, offered at the stage where they belong."""
_STAGE = dict(zip(ON_PLANS, (PlanStage.DRAFT, PlanStage.APPROVED), strict=True))


@require_safe
@in_cycle(*PLANS)
def form(
    request: HttpRequest, seat: Seat, language: str, kind: PlanKind
) -> HttpResponse:
    """Show the plan as its form, in Kazakh or Russian (``?form=ru``)."""
    ruleset, year = seat.ruleset, seat.year
    shared = shared_by_pages(ruleset, year, kind)
    if not plan_seen_by(seat.actor, year, kind):
        return page(request, "plan_unseen.html", language, **shared)
    plan = plan_screen(ruleset, year, kind)
    form_language = form_language_asked(request, language)
    amending = amending_of(request, seat, language, kind, plan.edition.stage)
    compared = amending.comparisons.get(form_language) if amending else None
    groups = compared.groups if compared else plan.edition.form.groups
    return page(
        request,
        "plan.html",
        language,
        **shared,
        plan=plan,
        form_language=form_language,
        form_text=Texts(form_language),
        part=part_of(groups, request.GET.get("page", "")),
        amending=amending,
        behind=concepts_behind(seat.actor, ruleset, year, kind),
        treaties=treaties_behind(seat.actor, year, kind),
        back=own_address(request),
        pages=own_address(request, "page"),
        switch=own_address(request, "form"),
        **_work(seat, kind, language, plan.edition.stage),
    )


def shared_by_pages(ruleset: Ruleset, year: int, kind: PlanKind) -> Mapping[str, Any]:
    """Return what every page of a plan shows at its head."""
    return {
        "year": year,
        "kind": kind,
        "kinds": tuple(PlanKind),
        "plan_years": plan_years(ruleset, kind, year),
        "form_languages": FORM_LANGUAGES,
    }


def form_language_asked(request: HttpRequest, language: str) -> Language:
    """Return the language of the form: the one asked for, the page's, or Kazakh."""
    chosen = request.GET.get("form", language)
    return Language(chosen) if chosen in FORM_LANGUAGES else Language.KK


def _work(
    seat: Seat, kind: PlanKind, language: str, stage: PlanStage
) -> Mapping[str, Any]:
    """Return what the reader can do on the plan, and what is not ready in a draft."""
    visitor, ruleset, year = seat.visitor, seat.ruleset, seat.year
    drafts = visitor.sees(Sight.DRAFT_PLANS)
    draft = stage is PlanStage.DRAFT
    return {
        "waiting": waiting(ruleset, year, kind)
        if drafts and stage is not PlanStage.AGREED
        else None,
        "unready": completeness_sheet(ruleset, year, visitor.today)
        if drafts and draft
        else None,
        "sheets": drafts or visitor.sees(Sight.COMMISSION_PAPERS),
        "may": {
            verb: draft and seat.actor.office in BY_CODE[f"drafting.{verb}"].by
            for verb in ("place", "settle", "move")
        },
        "offers": offers(
            seat,
            language,
            (code for code in ON_PLANS if _STAGE[code] is stage),
            plan=kind.value,
        ),
        "form_id": uuid4(),
    }
