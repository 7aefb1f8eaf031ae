"""The Commission's page: what was sent to it, what it decided, and its papers."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from jospar.documents.letters import render
from jospar.procedure.journal import is_rehearsal
from jospar.queries.commission import CommissionPlan, commission_plan
from jospar.queries.disagreements import disagreement_table
from jospar.queries.form_titles import empty_form
from jospar.queries.protocol_extracts import Extracts, protocol_extracts
from jospar.rules.commission.answer_remark import answer_remark
from jospar.rules.commission.decide import decide
from jospar.rules.core.forms import FORM_LANGUAGES
from jospar.rules.core.nouns import PlanKind, PlanStage
from jospar.rules.core.offices import Sight
from jospar.web.acts.offers import Offer, offers
from jospar.web.downloads import download
from jospar.web.pages import page
from jospar.web.texts import Texts
from jospar.web.visitor import Seat, in_cycle, note_reading


@require_safe
@in_cycle(Sight.COMMISSION_PAPERS)
def show(request: HttpRequest, seat: Seat, language: str) -> HttpResponse:
    """Show both plans with what lies before the Commission, and the rounds."""
    plans = [commission_plan(seat.year, kind) for kind in PlanKind]
    office = seat.actor.office
    note_reading(request, f"commission {seat.year}")
    return page(
        request,
        "commission.html",
        language,
        year=seat.year,
        plans=[
            (
                plan,
                empty_form(seat.ruleset, seat.year, plan.kind),
                _offers(seat, language, plan, request.path),
            )
            for plan in plans
        ],
        drafts=seat.visitor.sees(Sight.DRAFT_PLANS),
        may_decide=office in decide.by,
        may_answer=office in answer_remark.by,
        provision=seat.ruleset.provisions["commission.decision"],
    )


@require_safe
@in_cycle(Sight.COMMISSION_PAPERS)
def table(request: HttpRequest, seat: Seat, kind: PlanKind, form: str) -> HttpResponse:
    """Send the table of disagreements as DOCX in the language ``form``."""
    ruleset, year = seat.ruleset, seat.year
    paper = disagreement_table(ruleset, year, kind, seat.visitor.today)
    content = render("disagreement_table", paper, form, rehearsal=is_rehearsal())
    note_reading(request, f"disagreements {year} {kind} {form}.docx")
    name = empty_form(ruleset, year, kind).name
    return download(content, f"disagreements-{name}.{form}.docx")


@require_safe
@in_cycle(Sight.COMMISSION_PAPERS)
def extracts(
    request: HttpRequest, seat: Seat, language: str, decision: int
) -> HttpResponse:
    """Show the decision by bodies, each with its rows, to be printed or downloaded."""
    found = _extracts(seat, decision)
    wanted = request.GET.get("body", "")
    if wanted and wanted not in found.papers:
        raise Http404
    note_reading(request, f"decision {decision}")
    return page(
        request,
        "commission_extracts.html",
        language,
        year=seat.year,
        decision=decision,
        found=found,
        shown={wanted: found.papers[wanted]} if wanted else found.papers,
        wanted=wanted,
        in_both=[(form, Texts(form)) for form in FORM_LANGUAGES],
    )


@require_safe
@in_cycle(Sight.COMMISSION_PAPERS)
def extract_docx(
    request: HttpRequest, seat: Seat, decision: int, body: str, form: str
) -> HttpResponse:
    """Send the extract for a body as DOCX in the language ``form``."""
    paper = _extracts(seat, decision).papers.get(body)
    if paper is None:
        raise Http404
    content = render("protocol_extract", paper, form, rehearsal=is_rehearsal())
    note_reading(request, f"extract {decision} {body} {form}.docx")
    return download(content, f"extract-{decision}-{body}.{form}.docx")


def _extracts(seat: Seat, decision: int) -> Extracts:
    found = protocol_extracts(seat.ruleset, seat.year, decision)
    if found is None:
        raise Http404
    return found


def _offers(seat: Seat, language: str, plan: CommissionPlan, back: str) -> list[Offer]:
    """Return what the office may do on the plan at the stage where it stands."""
    codes = []
    if plan.stage is PlanStage.DRAFT:
        codes.append("commission.send_to_commission")
    if plan.rounds:
        codes.append("commission.remark")
    return offers(seat, language, codes, back, plan=plan.kind.value)
