"""The answer “no proposals”: a body's letter, with a scan of it where there is one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from jospar.procedure.perform import ActIdTakenError, ActRefusedError
from jospar.rules.core.act import Objection
from jospar.rules.intake.report_none import report_none as act
from jospar.web.acts.attempt import Attempt
from jospar.web.acts.form import act_form
from jospar.web.acts.scans import Scans, scans_of
from jospar.web.asked import id_asked
from jospar.web.pages import page
from jospar.web.stash import take_stash
from jospar.web.visitor import Seat, in_cycle
from jospar.web.writing.side import standing_of
from jospar.web.writing.writer import Writer, writer_of


@require_http_methods(["GET", "HEAD", "POST"])
@in_cycle()
def report_none(request: HttpRequest, seat: Seat, language: str) -> HttpResponse:
    """Show the form of the letter, or record it and show its receipt."""
    year, writer = seat.year, writer_of(seat)
    sent = request.POST if request.method == "POST" else take_stash(request)
    scans = scans_of(request, sent, language) if sent else Scans()
    attempt = Attempt(
        act=act,
        seat=seat,
        typed={name: str(value) for name, value in sent.items()} if sent else {},
        act_id=id_asked(request.POST.get("act_id", "")),
        acknowledged=request.POST.getlist("acknowledged"),
        files=scans.files,
    )
    if request.method != "POST":
        return _page(request, language, writer, attempt, scans, attempt.why_not())
    reading = attempt.read()
    if reading.filing is None or scans.faults:
        faults = dict(reading.faults)
        return _page(request, language, writer, attempt, scans, (), faults)
    try:
        number = attempt.perform(reading.filing).number
    except ActIdTakenError as error:
        number = error.number
    except ActRefusedError as error:
        return _page(request, language, writer, attempt, scans, error.objections)
    return redirect("receipt", language=language, year=year, entry=number)


def _page(
    request: HttpRequest,
    language: str,
    writer: Writer,
    attempt: Attempt,
    scans: Scans,
    objections: tuple[Objection, ...],
    faults: dict[str, str] | None = None,
) -> HttpResponse:
    return page(
        request,
        "write/none.html",
        language,
        status=422 if request.method == "POST" else 200,
        year=attempt.seat.year,
        form=act_form(attempt, language, faults=faults or {}, objections=objections),
        scans=scans,
        standing=standing_of(attempt.seat, language, None),
    )
