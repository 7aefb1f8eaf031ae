"""The board of answers: who answered, who is silent, and the papers that came."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from jospar.queries.answers import board
from jospar.queries.cycle import Answer
from jospar.queries.cycle_record import cycle_record
from jospar.records.rulesets import ruleset_of
from jospar.rules.core.offices import Sight
from jospar.rules.registry import BY_CODE
from jospar.web.pages import page
from jospar.web.visitor import needs, visitor_of


@require_safe
@needs(Sight.ANSWERS)
def show(request: HttpRequest, language: str, year: int) -> HttpResponse:
    """Show every body with its answer; ``?answer=silent`` shows one kind alone."""
    visitor, ruleset = visitor_of(request), ruleset_of(year)
    if ruleset is None or visitor.actor is None:
        raise Http404
    shown = board(cycle_record(ruleset, year, visitor.today))
    wanted = request.GET.get("answer", "")
    office = visitor.actor.office
    return page(
        request,
        "answers.html",
        language,
        year=year,
        board=shown,
        lines=[line for line in shown.lines if wanted in {"", line.answer}],
        kinds=[
            (kind, sum(line.answer is kind for line in shown.lines)) for kind in Answer
        ],
        wanted=wanted,
        may_remind=office in BY_CODE["intake.remind"].by,
        may_register=office in BY_CODE["intake.register_paper"].by,
        may_record=office in BY_CODE["intake.report_none"].by,
    )
