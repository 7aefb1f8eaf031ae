"""The Commission's decision on a plan, row by row, on one page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from jospar.procedure.perform import ActIdTakenError, ActRefusedError
from jospar.queries.approved_plan import DecidableRow, difference, rows_to_decide
from jospar.queries.commission import commission_plan
from jospar.queries.form_titles import empty_form
from jospar.queries.plan_comparison import Comparison
from jospar.rules.commission.decide import decide
from jospar.rules.commission.facts import Decide, Outcome
from jospar.rules.core.act import Objection
from jospar.rules.core.nouns import PlanKind
from jospar.rules.core.offices import Sight
from jospar.web.acts.addresses import act_address
from jospar.web.acts.form import act_form
from jospar.web.acts.many import Result, perform_many
from jospar.web.acts.row_decisions import Choice, DecisionForm, filings_of
from jospar.web.acts.scans import scans_of
from jospar.web.asked import id_asked
from jospar.web.pages import page
from jospar.web.stash import take_stash
from jospar.web.visitor import Seat, in_cycle, note_reading
from jospar.web.wording import form_language_of


@dataclass(frozen=True, slots=True)
class _Told:
    """What came of what was sent: faults and objections, of the plan and its rows.

    ``number`` is the entry of the last act when nothing was refused.
    """

    faults: Mapping[str, str] = field(default_factory=dict)
    objections: Sequence[Objection] = ()
    rows: Mapping[int, Result] = field(default_factory=dict)
    number: int | None = None

    @property
    def refused(self) -> bool:
        """Whether something was told of the form."""
        rows = (row.faults or row.objections for row in self.rows.values())
        return bool(self.faults or self.objections) or any(rows)


@require_http_methods(["GET", "HEAD", "POST"])
@in_cycle()
def decision(
    request: HttpRequest, seat: Seat, language: str, kind: PlanKind
) -> HttpResponse:
    """Show the rows that lie before the Commission, or record what it decided.

    First comes the decision on the plan, then those on rows, each an act of its own;
    what is refused is told at its row, and the form is kept.
    """
    year, form = seat.year, _form(request, seat, language, kind)
    if form is None:
        return redirect(act_address(decide.code, language, year, plan=kind.value))
    rows = _rows(form)
    if request.method != "POST":
        note_reading(request, f"deciding {year} {kind}")
        objections = () if form.decision else form.of_plan().why_not()
        return _page(request, language, form, rows, _Told(objections=objections))
    # A choice alone opens the fields of its row: nothing is told of the others yet.
    step = request.POST.get("step", "")
    told = _looked_at(form, rows) if step else _Told()
    ready = not (told.refused or form.scans.faults)
    if step == "record" and ready:
        told = _recorded(form, rows)
        if told.number is not None:
            where = _back(seat, language)
            return redirect(f"{where}?done={told.number}#{kind.value}")
        # The decision itself may stand by now; its rows are what is left to do.
        form = replace(form, decision=commission_plan(year, kind).open_decision)
        rows = _rows(form)
    return _page(request, language, form, rows, told)


def _form(
    request: HttpRequest, seat: Seat, language: str, kind: PlanKind
) -> DecisionForm | None:
    """Return the form, or None for an office that records no decisions."""
    if seat.actor.office not in decide.by:
        return None
    kept = take_stash(request) if request.method == "GET" else None
    sent = kept or request.POST
    return DecisionForm(
        seat=seat,
        kind=kind,
        sent=sent,
        form_id=id_asked(sent.get("form_id", "")),
        decision=commission_plan(seat.year, kind).open_decision,
        scans=scans_of(request, sent, language),
    )


def _rows(form: DecisionForm) -> list[DecidableRow]:
    if form.decision is None and form.of_plan().why_not():
        return []
    return rows_to_decide(form.seat.ruleset, form.seat.year, form.kind)


def _looked_at(form: DecisionForm, rows: list[DecidableRow]) -> _Told:
    """Return what cannot be read, and what refuses the decision on the plan."""
    results = {
        entry: Result(attempt, faults=attempt.read().faults)
        for entry, attempt in form.of_rows(rows)
    }
    if form.decision is not None:
        return _Told(rows=results)
    attempt = form.of_plan()
    reading = attempt.read()
    if reading.filing is None:
        # A row's day is the decision's: one that cannot be read is told once.
        return _Told(reading.faults, attempt.why_not(), results)
    refusals = attempt.assess(reading.filing).refusals
    return _Told(objections=refusals, rows=results)


def _recorded(form: DecisionForm, rows: list[DecidableRow]) -> _Told:
    """Perform the decision and those on rows; what is refused stops no other row."""
    attempts = dict(form.of_rows(rows))
    number = form.decision.entry if form.decision else None
    if number is None:
        attempt = form.of_plan()
        try:
            number = attempt.perform(attempt.read().filing).number
        except ActIdTakenError as error:
            number = error.number
        except ActRefusedError as error:
            return _Told(objections=error.objections)
    results = dict(zip(attempts, perform_many(attempts.values()), strict=True))
    told = _Told(rows=results)
    if told.refused:
        return told
    return replace(
        told, number=max([number, *(row.number or 0 for row in results.values())])
    )


def _page(
    request: HttpRequest,
    language: str,
    form: DecisionForm,
    rows: list[DecidableRow],
    told: _Told,
) -> HttpResponse:
    plan_form = act_form(
        form.of_plan(), language, faults=told.faults, objections=told.objections
    )
    sent = bool(request.POST.get("step"))
    refused = sent and (told.refused or bool(form.scans.faults))
    recorded = form.recorded()
    shown = [
        form.row_form(row, told.rows.get(row.entry), language)
        for row in rows
        if row.entry not in recorded
    ]
    return page(
        request,
        "commission_decide.html",
        language,
        status=422 if refused else 200,
        year=form.seat.year,
        kind=form.kind,
        plan=empty_form(form.seat.ruleset, form.seat.year, form.kind),
        decision=form.decision,
        plan_form=plan_form,
        rows=shown,
        form_id=form.form_id,
        choices=tuple(Choice),
        looked=sent and not refused,
        refused=refused,
        scans=form.scans,
        difference=_difference(form, rows, language) if sent else None,
        back=_back(form.seat, language),
        provision=form.seat.ruleset.provisions[decide.provision],
    )


def _difference(
    form: DecisionForm, rows: list[DecidableRow], language: str
) -> Comparison | None:
    """Return how the approved plan will differ, None where nothing is approved."""
    if form.decision is not None:
        approved = form.decision.outcome is Outcome.APPROVED
    else:
        filing = form.of_plan().read().filing
        approved = isinstance(filing, Decide) and filing.outcome is Outcome.APPROVED
    if not approved:
        return None
    filings = filings_of([attempt for _entry, attempt in form.of_rows(rows)])
    seat, written = form.seat, form_language_of(language)
    return difference(seat.ruleset, seat.year, form.kind, filings, written)


def _back(seat: Seat, language: str) -> str:
    """Return the page that the office has of the Commission's papers."""
    name = "commission" if seat.visitor.sees(Sight.COMMISSION_PAPERS) else "outbox"
    return reverse(name, kwargs={"language": language, "year": seat.year})
