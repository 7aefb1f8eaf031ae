"""The concepts of a cycle: filtered, searched, marked and acted on together."""

from collections.abc import Callable, Sequence
from typing import TypeVar
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_safe

from jospar.queries.concept_list import Asked, View, concept_list
from jospar.queries.cycle import ConceptStage
from jospar.rules.core.horizon import plan_years
from jospar.rules.core.nouns import Level, PlanKind
from jospar.rules.core.offices import Sight
from jospar.rules.registry import BY_CODE
from jospar.web.asked import number_asked
from jospar.web.pages import page
from jospar.web.visitor import Seat, in_cycle

from .act_many import MANY

T = TypeVar("T")


@require_safe
@in_cycle(Sight.ALL_CONCEPTS, Sight.OWN_PAPERS)
def listed(request: HttpRequest, seat: Seat, language: str) -> HttpResponse:
    """Show the concepts that the office may see, narrowed as the address asks."""
    visitor, ruleset, year = seat.visitor, seat.ruleset, seat.year
    query = request.GET
    term_years = [one for kind in PlanKind for one in plan_years(ruleset, kind, year)]
    asked = _asked(query, term_years)
    after = number_asked(query.get("after", "")) or 0
    found = concept_list(seat.actor, ruleset, year, asked, after=after)
    office = seat.actor.office
    template = "concept_rows.html" if _part(request) else "concepts.html"
    return page(
        request,
        template,
        language,
        year=year,
        list=found,
        asked=asked,
        text=query.get("text", ""),
        whole=visitor.sees(Sight.ALL_CONCEPTS),
        views=list(View) if visitor.sees(Sight.REVIEW_PAPERS) else [View.LATE],
        stages=list(ConceptStage),
        levels=list(Level),
        plans=list(PlanKind),
        term_years=term_years,
        acts=[code for code in MANY if office in BY_CODE[code].by],
        next=_address(query, found.after) if found.after else "",
    )


def _asked(query: QueryDict, term_years: Sequence[int]) -> Asked:
    """Return what the address asks for; what it says wrongly narrows nothing."""
    term = number_asked(query.get("term", ""))
    return Asked(
        view=_read(query, "view", View),
        stage=_read(query, "stage", ConceptStage),
        body=query.get("body", ""),
        level=_read(query, "level", Level),
        plan=_read(query, "plan", PlanKind),
        year=term if term in term_years else None,
        late={"yes": True, "no": False}.get(query.get("late", "")),
        answered={"yes": True, "no": False}.get(query.get("answered", "")),
        text=query.get("text", ""),
    )


def _read(query: QueryDict, name: str, of: Callable[[str], T]) -> T | None:
    try:
        return of(str(query[name]))
    except (KeyError, ValueError):
        return None


def _part(request: HttpRequest) -> bool:
    """Tell whether the rows alone are asked for, while one types a search."""
    return request.headers.get("HX-Target") == "rows"


def _address(query: QueryDict, after: int) -> str:
    kept = {name: text for name, text in query.items() if text and name != "after"}
    return f"?{urlencode(kept | {'after': after})}"
