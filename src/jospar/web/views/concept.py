"""One concept: what it says, what can be done now and what cannot, what happened."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from jospar.queries.concept_page import concept_page
from jospar.queries.review_papers import clarifications_of, review_papers
from jospar.rules.core.offices import Sight
from jospar.rules.review.give_opinion import give_opinion
from jospar.web.acts.offers import ON_CONCEPTS, offers
from jospar.web.pages import page
from jospar.web.persons import names_of, persons_in
from jospar.web.visitor import Seat, in_cycle, note_reading


@require_safe
@in_cycle(
    Sight.ALL_CONCEPTS,
    Sight.OWN_PAPERS,
    Sight.COMMISSION_PAPERS,
    Sight.PRESIDENT_PAPERS,
)
def concept(
    request: HttpRequest, seat: Seat, language: str, entry: int
) -> HttpResponse:
    """Show the concept to whoever may see it; to others it is not there."""
    shown = concept_page(seat.actor, seat.ruleset, seat.year, entry)
    if shown is None:
        raise Http404
    today, whole = seat.visitor.today, seat.visitor.sees(Sight.REVIEW_PAPERS)
    papers = review_papers(entry, today) if whole else None
    note_reading(request, f"concept {entry}")
    return page(
        request,
        "concept.html",
        language,
        year=seat.year,
        concept=shown,
        papers=papers,
        clarifications=(
            papers.clarifications if papers else clarifications_of(entry, today)
        ),
        persons=names_of(persons_in(shown.happened)) if whole else {},
        opens_treaty=seat.visitor.sees(Sight.ALL_CONCEPTS, Sight.AGREED_PLANS),
        may_opine=seat.actor.office in give_opinion.by,
        offers=offers(seat, language, ON_CONCEPTS, request.path, key=shown.key),
    )
