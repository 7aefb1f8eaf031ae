"""The Commission's page: what was sent to it, what it decided, and its papers."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from jospar.documents.letters import render
from jospar.procedure.journal import is_rehearsal
from jospar.queries.commission import CommissionPlan, commission_plan
from jospar.queries.disagreements import disagreement_table
from jospar.queries.form_titles import empty_form
from jospar.queries.protocol_extracts import Extracts, protocol_extracts
from jospar.records.rulesets import ruleset_of
from jospar.rules.commission.answer_remark import answer_remark
from jospar.rules.commission.decide import decide
from jospar.rules.core.forms import FORM_LANGUAGES
from jospar.rules.core.nouns import PlanKind, PlanStage
from jospar.rules.core.offices import Actor, Sight
from jospar.rules.core.ruleset import Ruleset
from jospar.web.acts.offers import Offer, offers
from jospar.web.downloads import download
from jospar.web.pages import page
from jospar.web.texts import Texts
from jospar.web.visitor import Visitor, needs, note_reading, visitor_of


@require_safe
@needs(Sight.COMMISSION_PAPERS)
def show(request: HttpRequest, language: str, year: int) -> HttpResponse:
    """Show both plans with what lies before the Commission, and the rounds."""
    visitor, ruleset = visitor_of(request), ruleset_of(year)
    if ruleset is None or visitor.actor is None:
        raise Http404
    plans = [commission_plan(year, kind) for kind in PlanKind]
    office = visitor.actor.office
    note_reading(request, f"commission {year}")
    return page(
        request,
        "commission.html",
        language,
        year=year,
        plans=[
            (
                plan,
                empty_form(ruleset, year, plan.kind),
                _offers(visitor, visitor.actor, ruleset, year, language, plan, request),
            )
            for plan in plans
        ],
        drafts=visitor.sees(Sight.DRAFT_PLANS),
        may_decide=office in decide.by,
        may_answer=office in answer_remark.by,
        provision=ruleset.provisions["commission.decision"],
    )


@require_safe
@needs(Sight.COMMISSION_PAPERS)
def table(request: HttpRequest, year: int, kind: PlanKind, form: str) -> HttpResponse:
    """Send the table of disagreements as DOCX in the language ``form``."""
    visitor, ruleset = visitor_of(request), ruleset_of(year)
    if ruleset is None:
        raise Http404
    paper = disagreement_table(ruleset, year, kind, visitor.today)
    content = render("disagreement_table", paper, form, rehearsal=is_rehearsal())
    note_reading(request, f"disagreements {year} {kind} {form}")
    name = empty_form(ruleset, year, kind).name
    return download(content, f"disagreements-{name}.{form}.docx")


@require_safe
@needs(Sight.COMMISSION_PAPERS)
def extracts(
    request: HttpRequest, language: str, year: int, decision: int
) -> HttpResponse:
    """Show the decision by bodies, each with its rows, to be printed or downloaded."""
    found = _extracts(year, decision)
    wanted = request.GET.get("body", "")
    if wanted and wanted not in found.papers:
        raise Http404
    note_reading(request, f"decision {decision}")
    return page(
        request,
        "commission_extracts.html",
        language,
        year=year,
        decision=decision,
        found=found,
        shown={wanted: found.papers[wanted]} if wanted else found.papers,
        wanted=wanted,
        in_both=[(form, Texts(form)) for form in FORM_LANGUAGES],
    )


@require_safe
@needs(Sight.COMMISSION_PAPERS)
def extract_docx(
    request: HttpRequest, year: int, decision: int, body: str, form: str
) -> HttpResponse:
    """Send the extract for a body as DOCX in the language ``form``."""
    paper = _extracts(year, decision).papers.get(body)
    if paper is None:
        raise Http404
    content = render("protocol_extract", paper, form, rehearsal=is_rehearsal())
    note_reading(request, f"extract {decision} {body} {form}")
    return download(content, f"extract-{decision}-{body}.{form}.docx")


def _extracts(year: int, decision: int) -> Extracts:
    ruleset = ruleset_of(year)
    found = protocol_extracts(ruleset, year, decision) if ruleset else None
    if found is None:
        raise Http404
    return found


def _offers(
    visitor: Visitor,
    actor: Actor,
    ruleset: Ruleset,
    year: int,
    language: str,
    plan: CommissionPlan,
    request: HttpRequest,
) -> list[Offer]:
    """Return what the office may do on the plan at the stage where it stands."""
    codes = []
    if plan.stage is PlanStage.DRAFT:
        codes.append("commission.send_to_commission")
    if plan.rounds:
        codes.append("commission.remark")
    return offers(
        visitor,
        actor,
        ruleset,
        year,
        language,
        codes,
        request.path,
        plan=plan.kind.value,
    )
