"""The reference data of a cycle, which an administrator keeps; nothing of papers."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from jospar.procedure.rulesets import rulesets
from jospar.queries.reference import reference_data
from jospar.records.rulesets import ruleset_of
from jospar.rules.core.offices import Sight
from jospar.web.pages import page
from jospar.web.visitor import needs, visitor_of


@require_safe
@needs(Sight.REFERENCE)
def reference(request: HttpRequest, language: str, year: int) -> HttpResponse:
    """Show the cycle, its bodies, days off and Rules; it need not be open yet."""
    visitor, ruleset = visitor_of(request), ruleset_of(year)
    return page(
        request,
        "reference.html",
        language,
        year=year if ruleset else None,
        cycle=year,
        ruleset=ruleset,
        rulesets=rulesets(),
        data=reference_data(year, visitor.today),
        sees_rules=visitor.sees(Sight.FIGURES),
    )
