"""Past plans: files in, rows reviewed, and the plan brought in."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from jospar.exchange.past.bodies import with_bodies
from jospar.exchange.past.filing import faults_of
from jospar.exchange.past.known_bodies import known_bodies
from jospar.exchange.past.reading import read_review
from jospar.exchange.past.review import Review
from jospar.exchange.past.review_sheets import review_xlsx
from jospar.procedure.perform import ActIdTakenError, ActRefusedError, perform
from jospar.procedure.rulesets import ruleset, rulesets
from jospar.queries.past_plans import past_plan, past_plans
from jospar.queries.sentences import fill
from jospar.records.files import open_kept
from jospar.rules.core.act import Kind, Objection
from jospar.rules.core.files import FileRef
from jospar.rules.core.nouns import Level, PlanKind, Procedure
from jospar.rules.core.offices import Sight
from jospar.rules.core.ruleset import DEFAULT
from jospar.rules.core.sentences import ToldError
from jospar.rules.plans.bring_in import bring_in as act
from jospar.web.acts.form import Said, said_of
from jospar.web.acts.scans import Scans, scans_of
from jospar.web.asked import number_asked
from jospar.web.bringing.drafts import (
    begin,
    draft_kept,
    filed_as,
    files_kept,
    names_of_files,
    open_drafts,
    put_away,
    review_kept,
    save,
)
from jospar.web.bringing.shown import order_of, rules_of, shown
from jospar.web.bringing.typed import AWAY, BRING_IN, with_pressed, with_typed
from jospar.web.downloads import download
from jospar.web.models import PlanDraft
from jospar.web.pages import page
from jospar.web.stash import take_stash
from jospar.web.texts import Texts
from jospar.web.visitor import NotSeenError, Visitor, needs, visitor_of


@require_http_methods(["GET", "HEAD", "POST"])
@needs()
def files(request: HttpRequest, language: str) -> HttpResponse:
    """Show what was brought in and what is under review, or read a plan's files."""
    visitor = _seated(request)
    scans, told = Scans(), ""
    if request.method == "POST":
        scans = scans_of(request, request.POST, language)
        if not scans.faults and visitor.actor:
            try:
                review = _read(scans.files)
            except ToldError as error:
                told = fill(error.message, error.values, language)
            else:
                draft = begin(review, scans.files, visitor.actor)
                return redirect("bring-in-review", language=language, uuid=draft.uuid)
    return page(
        request,
        "bring_in.html",
        language,
        status=422 if told or scans.faults else 200,
        scans=scans,
        told=told,
        drafts=[
            (draft, review_kept(draft), names_of_files(files_kept(draft)))
            for draft in open_drafts()
        ],
        plans=past_plans(),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs()
def review(request: HttpRequest, language: str, uuid: UUID) -> HttpResponse:
    """Show the review, take what was typed, or bring the plan in."""
    visitor, draft = _seated(request), draft_kept(uuid)
    if draft is None or visitor.actor is None:
        raise Http404
    entry = filed_as(draft)
    if entry is not None:
        return page(
            request,
            "bring_in_done.html",
            language,
            plan=past_plan(entry),
            files=files_kept(draft),
        )
    kept = review_kept(draft)
    sent = request.POST if request.method == "POST" else take_stash(request)
    if sent is None:
        return _shown(request, language, visitor, draft, kept, ())
    pressed = request.POST.get("do", "")
    kept = with_pressed(with_typed(kept, sent), pressed, sent)
    kept = with_bodies(kept, known_bodies())
    save(draft, kept, visitor.actor)
    if pressed == AWAY:
        put_away(draft)
        return redirect("bring-in", language=language)
    if pressed != BRING_IN:
        return redirect(_again(request, language, uuid))
    return _bring_in(request, language, visitor, draft, kept)


@require_safe
@needs()
def sheet(request: HttpRequest, language: str, uuid: UUID) -> HttpResponse:
    """Send the review as a workbook, to be corrected elsewhere."""
    visitor, draft = _seated(request), draft_kept(uuid)
    if draft is None or visitor.actor is None:
        raise Http404

    def say(message: str, values: object) -> str:
        return fill(message, values if isinstance(values, dict) else {}, language)

    return download(review_xlsx(review_kept(draft), say), "review.xlsx")


def _seated(request: HttpRequest) -> Visitor:
    """Return who asks, if their office brings plans in.

    Raises:
        NotSeenError: when it does not.
    """
    visitor = visitor_of(request)
    if visitor.actor is None or visitor.actor.office not in act.by:
        raise NotSeenError((Sight.ALL_CONCEPTS,))
    return visitor


def _read(files: tuple[FileRef, ...]) -> Review:
    """Return the review that files hold: of tables, or one that was written before.

    Raises:
        ToldError: when they hold neither.
    """
    read = [(open_kept(file.sha256, file.name).read(), file.name) for file in files]
    return read_review(read, ruleset(DEFAULT), known_bodies())


def _bring_in(
    request: HttpRequest,
    language: str,
    visitor: Visitor,
    draft: PlanDraft,
    kept: Review,
) -> HttpResponse:
    if faults_of(kept) or kept.waits:
        return _shown(request, language, visitor, draft, kept, (), pressed=True)
    order = order_of(kept, draft.uuid, visitor, files_kept(draft))
    try:
        draft.filed = perform(order, visitor.clock).number
    except ActIdTakenError as error:
        draft.filed = error.number
    except ActRefusedError as error:
        objections = error.objections
        return _shown(request, language, visitor, draft, kept, objections, pressed=True)
    draft.save(update_fields=["filed"])
    return redirect("bring-in-review", language=language, uuid=draft.uuid)


def _again(request: HttpRequest, language: str, uuid: UUID) -> str:
    address = reverse("bring-in-review", kwargs={"language": language, "uuid": uuid})
    query = request.META["QUERY_STRING"]
    return f"{address}?{query}#rows" if query else f"{address}#rows"


def _shown(
    request: HttpRequest,
    language: str,
    visitor: Visitor,
    draft: PlanDraft,
    kept: Review,
    objections: tuple[Objection, ...],
    *,
    pressed: bool = False,
) -> HttpResponse:
    in_order = request.GET.get("order") == "plan"
    asked = number_asked(request.GET.get("page", "")[:9]) or 1
    found = shown(kept, draft.uuid, visitor, language, page=asked, in_order=in_order)
    verdict = found.verdict
    against = objections or ((*verdict.refusals, *verdict.cautions) if verdict else ())
    rules = rules_of(kept)

    def said(refuses: bool) -> list[Said]:
        return [
            replace(said_of(one, rules, language), field="")
            for one in against
            if (one.kind is Kind.REFUSAL) is refuses
        ]

    return page(
        request,
        "bring_in_review.html",
        language,
        status=422 if pressed else 200,
        draft=draft,
        shown=found,
        refused=said(True),
        cautioned=said(False),
        pressed=pressed,
        files=files_kept(draft),
        known=known_bodies(),
        **_choices(language),
    )


def _choices(language: str) -> dict[str, Any]:
    """Return the choices of the page, each with its name."""
    t, none = Texts(language), ("", "–")
    return {
        "kinds_named": [(kind.value, t(f"plan.{kind}")) for kind in PlanKind],
        "levels_named": [
            none,
            *((one.value, t(f"choice.level_{one}")) for one in Level),
        ],
        "procedures_named": [
            (one.value, t(f"choice.procedure_{one}")) for one in Procedure
        ],
        "rulesets_named": [(one.code, one.name[language]) for one in rulesets()],
    }
