"""Before the President: the brief on one page, the sendings and the replies."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from jospar.documents.pdf_compiler import PdfError
from jospar.documents.president_brief_pdf import president_brief_pdf
from jospar.procedure.journal import is_rehearsal
from jospar.queries.president_brief import president_brief
from jospar.queries.president_papers import PlanBeforePresident, president_papers
from jospar.queries.treaty_fates import Fate
from jospar.records.rulesets import ruleset_of
from jospar.rules.core.nouns import PlanStage
from jospar.rules.core.offices import Actor, Sight
from jospar.rules.core.ruleset import Ruleset
from jospar.web.acts.offers import Offer, offers
from jospar.web.brief_words import BriefWords
from jospar.web.downloads import download
from jospar.web.pages import page
from jospar.web.pdf import shared
from jospar.web.visitor import Visitor, needs, note_reading, visitor_of

_ACTS = {
    PlanStage.APPROVED: ("agreement.send_to_president",),
    PlanStage.BEFORE_PRESIDENT: ("agreement.record_reply",),
}
"""What is done of a plan at a stage, by who may."""


@require_safe
@needs(Sight.PRESIDENT_PAPERS)
def show(request: HttpRequest, language: str, year: int) -> HttpResponse:
    """Show the brief of the plans that the office sees, and their papers."""
    visitor, ruleset = visitor_of(request), ruleset_of(year)
    if ruleset is None or visitor.actor is None:
        raise Http404
    actor = visitor.actor
    brief = president_brief(actor, ruleset, year)
    note_reading(request, f"president {year}")
    return page(
        request,
        "president.html",
        language,
        year=year,
        brief=brief,
        words=BriefWords(brief, year, language),
        fates=tuple(Fate),
        plans=[
            (plan, _offers(visitor, actor, ruleset, year, language, plan, request))
            for plan in president_papers(year)
        ],
        provision=ruleset.provisions["president.agreement"],
    )


@require_safe
@needs(Sight.PRESIDENT_PAPERS)
def pdf(request: HttpRequest, year: int, form: str) -> HttpResponse:
    """Send the brief as PDF in the language ``form``, or say that it was not made."""
    visitor, ruleset = visitor_of(request), ruleset_of(year)
    if ruleset is None or visitor.actor is None:
        raise Http404
    brief = president_brief(visitor.actor, ruleset, year)
    if not brief.plans:
        raise Http404
    words = BriefWords(brief, year, form).printed(rehearsal=is_rehearsal())
    try:
        content = shared(partial(president_brief_pdf, words))
    except PdfError:
        return page(request, "error.html", form, status=503, error="pdf")
    note_reading(request, f"president {year} {form}.pdf")
    return download(content, f"president-{year}.{form}.pdf")


def _offers(
    visitor: Visitor,
    actor: Actor,
    ruleset: Ruleset,
    year: int,
    language: str,
    plan: PlanBeforePresident,
    request: HttpRequest,
) -> list[Offer]:
    return offers(
        visitor,
        actor,
        ruleset,
        year,
        language,
        _ACTS.get(plan.stage, ()),
        request.path,
        plan=plan.kind.value,
    )
