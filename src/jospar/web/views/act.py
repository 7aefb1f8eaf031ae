"""One page for every act: its form, what speaks against it, and its performance."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from jospar.procedure.perform import ActIdTakenError, ActRefusedError
from jospar.queries.offered import offered
from jospar.queries.subjects import (
    Subject,
    dossier_seen,
    is_dossier,
    occasion_seen,
    row_seen,
    subject_seen,
    treaty_seen,
)
from jospar.records.models import Occasion
from jospar.rules.core.act import Act, Objection
from jospar.rules.core.nouns import Keyed, PlanKind, named_by_key
from jospar.rules.core.offices import OF_ONE_BODY
from jospar.rules.plans.bring_in import bring_in
from jospar.rules.reference.open_cycle import open_cycle
from jospar.rules.reference.repair import repair
from jospar.rules.registry import BY_CODE
from jospar.web.acts.attempt import Attempt
from jospar.web.acts.form import act_form
from jospar.web.acts.offers import OF_TREATIES
from jospar.web.acts.reading import typed_in
from jospar.web.acts.reference import CALENDAR_FILE, ruleset_for, with_file
from jospar.web.acts.scans import Scans, scans_of
from jospar.web.asked import id_asked
from jospar.web.pages import page
from jospar.web.stash import safe_address, take_stash
from jospar.web.visitor import NotSeenError, Seat, needs, visitor_of
from jospar.web.writing.drafts import files_of
from jospar.web.writing.for_amendment import (
    DRAFT,
    draft_handed_over,
    drafts_for,
    offered_by_draft,
)

ELSEWHERE = frozenset({bring_in.code, repair.code})
"""Acts that have no form here: a past plan has its page, a repair its command."""
OWN = frozenset({"act_id", "acknowledged", "proof", "back", "check", "kept"})
"""What the page itself sends along, beside the fields of the filing."""


@require_http_methods(["GET", "HEAD", "POST"])
@needs()
def act(request: HttpRequest, language: str, year: int, code: str) -> HttpResponse:
    """Show the form of the act, or perform it when the form is sent."""
    kept = take_stash(request) if request.method == "GET" else None
    sent = request.POST if request.method == "POST" else kept or request.GET
    attempt, scans = _attempt(request, sent, language, year, code)
    subject = _subject(attempt)
    back = safe_address(sent.get("back", "")) or _back(language, year, subject)
    shown = partial(_page, request, language, attempt, subject, back, scans)
    if request.method != "POST":
        return shown({}, attempt.why_not())
    reading = attempt.read()
    if reading.filing is None or scans.faults:
        return shown(reading.faults, attempt.why_not())
    if "check" in sent:
        verdict = attempt.assess(reading.filing)
        return shown({}, (*verdict.refusals, *verdict.cautions))
    try:
        number = attempt.perform(reading.filing).number
    except ActIdTakenError as error:
        number = error.number
    except ActRefusedError as error:
        return shown({}, error.objections)
    return redirect(f"{back}{'&' if '?' in back else '?'}{urlencode({'done': number})}")


def _attempt(
    request: HttpRequest, sent: QueryDict, language: str, year: int, code: str
) -> tuple[Attempt, Scans]:
    """Return the attempt at the act as it was sent, and the scans that came with it."""
    found, visitor = BY_CODE.get(code), visitor_of(request)
    if visitor.actor is None:
        raise NotSeenError(())
    if found is None or code in ELSEWHERE:
        raise Http404
    typed = {name: typed_in(sent, name) for name in sent if name not in OWN}
    typed = with_file(found, typed, request.FILES.get(CALENDAR_FILE))
    ruleset = ruleset_for(found, year, typed.get("ruleset", ""))
    if ruleset is None:
        raise Http404
    seat = Seat(visitor, visitor.actor, ruleset, year)
    key = typed.get("key", "")
    may = seat.actor.office in found.by
    draft = draft_handed_over(seat, typed.pop(DRAFT, ""))
    scans = scans_of(request, sent, language) if may else Scans()
    if draft is not None and may:
        scans = replace(scans, files=(*files_of(draft), *scans.files))
    attempt = Attempt(
        act=found,
        seat=seat,
        typed=typed,
        act_id=id_asked(sent.get("act_id", "")),
        offered=_offered(found, seat, key) | offered_by_draft(seat, draft),
        acknowledged=sent.getlist("acknowledged"),
        proof=sent.get("proof", "").strip(),
        files=scans.files,
    )
    return attempt, scans


def _page(
    request: HttpRequest,
    language: str,
    attempt: Attempt,
    subject: Subject | None,
    back: str,
    scans: Scans,
    faults: Mapping[str, str],
    objections: tuple[Objection, ...],
) -> HttpResponse:
    form = act_form(attempt, language, faults=faults, objections=objections)
    provision = attempt.seat.ruleset.provisions[attempt.act.provision]
    status = 200 if request.method != "POST" or "check" in request.POST else 422
    return page(
        request,
        "act.html",
        language,
        status=status,
        year=attempt.seat.year if attempt.act is not open_cycle else None,
        form=form,
        act=attempt.act,
        text_key=attempt.act.code.replace(".", "_"),
        provision=provision,
        scans=scans,
        subject=subject,
        occasion=_occasion(attempt),
        back=back,
        drafts=drafts_for(attempt),
    )


def _subject(attempt: Attempt) -> Subject | None:
    """Return what the act is about; a concept that is not seen is not there."""
    key, named = attempt.known.get("key", ""), named_by_key(attempt.act.filing)
    if not key or named in {None, Keyed.OCCASION}:
        return None
    if named is Keyed.ROW:
        return _row(attempt, key)
    if named is Keyed.DOSSIER:
        return _dossier(attempt, key)
    if attempt.act.code in OF_TREATIES:
        return _treaty(attempt, key)
    subject = subject_seen(attempt.seat.actor, attempt.seat.year, key)
    if subject is None:
        raise Http404
    return subject


def _treaty(attempt: Attempt, key: str) -> Subject | None:
    """Return the concept whose treaty the act is about; that of another body is not.

    The controller links what stands in no agreed plan yet, too, without seeing it.
    """
    found = treaty_seen(attempt.seat.actor, attempt.seat.year, key)
    if found is None and attempt.seat.actor.office in OF_ONE_BODY:
        raise Http404
    return found


def _row(attempt: Attempt, key: str) -> Subject | None:
    """Return the row of an agreed plan that the act is about."""
    kind = attempt.known.get("plan", "")
    if not key or kind not in set(PlanKind):
        return None
    return row_seen(attempt.seat.actor, attempt.seat.year, PlanKind(kind), key)


def _dossier(attempt: Attempt, key: str) -> Subject | None:
    """Return the dossier that the act is about; that of another body is not there.

    Others act on dossiers that they do not see yet: a request is recorded before.
    """
    found = dossier_seen(attempt.seat.actor, attempt.seat.year, key) if key else None
    hidden = found is None and attempt.seat.actor.office in OF_ONE_BODY
    if hidden and is_dossier(attempt.seat.year, key):
        raise Http404
    return found


def _occasion(attempt: Attempt) -> Occasion | None:
    """Return the entry of a register that the act is about."""
    if named_by_key(attempt.act.filing) is not Keyed.OCCASION:
        return None
    register, key = attempt.known.get("register", ""), attempt.known.get("key", "")
    return occasion_seen(attempt.seat.actor, attempt.seat.year, register, key)


def _offered(act: Act[Any, Any], seat: Seat, key: str) -> dict[str, str]:
    """Return what the record says to those who may perform the act, to no others."""
    if seat.actor.office not in act.by:
        return {}
    return dict(offered(act.code, seat.ruleset, seat.year, [key]).get(key, {}))


def _back(language: str, year: int, subject: Subject | None) -> str:
    """Return where the person goes who does not say where they came from."""
    where = {"language": language, "year": year}
    if subject is not None and subject.plan is not None:
        return reverse("plan", kwargs=where | {"kind": subject.plan})
    if subject is not None:
        return reverse("concept", kwargs=where | {"entry": subject.entry})
    return reverse("start", kwargs=where)
