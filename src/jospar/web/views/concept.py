"""One concept: what it says, what can be done now and what cannot, what happened."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from jospar.queries.concept_page import concept_page
from jospar.queries.review_papers import clarifications_of, review_papers
from jospar.records.rulesets import ruleset_of
from jospar.rules.core.offices import Sight
from jospar.rules.review.give_opinion import give_opinion
from jospar.web.acts.offers import ON_CONCEPTS, offers
from jospar.web.pages import page
from jospar.web.visitor import needs, note_reading, visitor_of


@require_safe
@needs(
    Sight.ALL_CONCEPTS,
    Sight.OWN_PAPERS,
    Sight.COMMISSION_PAPERS,
    Sight.PRESIDENT_PAPERS,
)
def concept(request: HttpRequest, language: str, year: int, entry: int) -> HttpResponse:
    """Show the concept to whoever may see it; to others it is not there."""
    visitor, ruleset = visitor_of(request), ruleset_of(year)
    if ruleset is None or visitor.actor is None:
        raise Http404
    shown = concept_page(visitor.actor, ruleset, year, entry)
    if shown is None:
        raise Http404
    whole = visitor.sees(Sight.REVIEW_PAPERS)
    papers = review_papers(entry, visitor.today) if whole else None
    note_reading(request, f"concept {entry}")
    return page(
        request,
        "concept.html",
        language,
        year=year,
        concept=shown,
        papers=papers,
        clarifications=(
            papers.clarifications if papers else clarifications_of(entry, visitor.today)
        ),
        whole=whole,
        may_opine=visitor.actor.office in give_opinion.by,
        offers=offers(
            visitor,
            visitor.actor,
            ruleset,
            year,
            language,
            ON_CONCEPTS,
            request.path,
            key=shown.key,
        ),
    )
