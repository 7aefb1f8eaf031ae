"""The board of answers: who answered, who is silent, and the papers that came."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from jospar.queries.answers import BodyLine, board
from jospar.queries.cycle import Answer
from jospar.queries.cycle_record import cycle_record
from jospar.rules.core.offices import Sight
from jospar.rules.registry import BY_CODE
from jospar.web.pages import page
from jospar.web.visitor import Seat, in_cycle


@require_safe
@in_cycle(Sight.ANSWERS)
def show(request: HttpRequest, seat: Seat, language: str) -> HttpResponse:
    """Show every body with its answer; ``?answer=silent`` shows one kind alone."""
    shown = board(cycle_record(seat.ruleset, seat.year, seat.visitor.today))
    wanted = request.GET.get("answer", "")
    office = seat.actor.office
    return page(
        request,
        "answers.html",
        language,
        year=seat.year,
        board=shown,
        lines=[line for line in shown.lines if wanted in {"", _kind(line)}],
        kinds=[
            (kind, sum(_kind(line) is kind for line in shown.lines)) for kind in Answer
        ],
        wanted=wanted,
        may_remind=office in BY_CODE["intake.remind"].by,
        may_register=office in BY_CODE["intake.register_paper"].by,
        may_record=office in BY_CODE["intake.report_none"].by,
    )


def _kind(line: BodyLine) -> Answer | None:
    """Return how the body answered; None where none came and none is needed."""
    if line.answer is Answer.SILENT and not line.must_answer:
        return None
    return line.answer
