"""One page for every act: its form, what speaks against it, and its performance."""

from collections.abc import Mapping
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from jospar.procedure.perform import ActIdTakenError, ActRefusedError
from jospar.queries.offered import offered
from jospar.queries.subjects import Subject, occasion_seen, subject_seen
from jospar.records.models import Occasion
from jospar.rules.core.act import Act, Objection
from jospar.rules.core.offices import Actor
from jospar.rules.core.ruleset import Ruleset
from jospar.rules.drafting.facts import AskForConcept, Consider
from jospar.rules.reference.open_cycle import open_cycle
from jospar.rules.registry import BY_CODE
from jospar.web.acts.attempt import Attempt
from jospar.web.acts.form import act_form
from jospar.web.acts.reference import CALENDAR_FILE, ruleset_for, with_file
from jospar.web.acts.scans import Scans, scans_of
from jospar.web.asked import id_asked
from jospar.web.pages import page
from jospar.web.stash import safe_address, take_stash
from jospar.web.visitor import needs, visitor_of

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
    if found is None or visitor.actor is None:
        raise Http404
    typed = {name: str(text) for name, text in sent.items() if name not in OWN}
    typed = with_file(found, typed, request.FILES.get(CALENDAR_FILE))
    ruleset = ruleset_for(found, year, typed.get("ruleset", ""))
    if ruleset is None:
        raise Http404
    key = typed.get("key", "")
    may = visitor.actor.office in found.by
    scans = scans_of(request, sent, language) if may else Scans()
    attempt = Attempt(
        act=found,
        year=year,
        ruleset=ruleset,
        visitor=visitor,
        actor=visitor.actor,
        typed=typed,
        act_id=id_asked(sent.get("act_id", "")),
        offered=_offered(found, ruleset, visitor.actor, year, key),
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
    provision = attempt.ruleset.provisions[attempt.act.provision]
    status = 200 if request.method != "POST" or "check" in request.POST else 422
    return page(
        request,
        "act.html",
        language,
        status=status,
        year=attempt.year if attempt.act is not open_cycle else None,
        form=form,
        act=attempt.act,
        text_key=attempt.act.code.replace(".", "_"),
        provision=provision,
        scans=scans,
        subject=subject,
        occasion=_occasion(attempt),
        back=back,
    )


def _subject(attempt: Attempt) -> Subject | None:
    """Return the concept that the act is about; one that is not seen is not there."""
    key = attempt.known.get("key", "")
    if not key or not _is_about_a_concept(attempt.act):
        return None
    subject = subject_seen(attempt.actor, attempt.year, key)
    if subject is None:
        raise Http404
    return subject


def _occasion(attempt: Attempt) -> Occasion | None:
    """Return the entry of a register that the act is about."""
    if attempt.act.filing not in {Consider, AskForConcept}:
        return None
    register, key = attempt.known.get("register", ""), attempt.known.get("key", "")
    return occasion_seen(attempt.actor, attempt.year, register, key)


def _offered(
    act: Act[Any, Any], ruleset: Ruleset, actor: Actor, year: int, key: str
) -> Mapping[str, str]:
    """Return what the record says to those who may perform the act, to no others."""
    if actor.office not in act.by:
        return {}
    return offered(act.code, ruleset, year, [key]).get(key, {})


def _is_about_a_concept(act: Act[Any, Any]) -> bool:
    """Tell whether the filing's key is that of a concept in the record."""
    part, _dot, verb = act.code.partition(".")
    return (
        part
        in {"intake", "review", "commission"}
        | ({"drafting"} if verb in {"place", "settle", "move"} else set())
        and verb != "submit_concept"
    )


def _back(language: str, year: int, subject: Subject | None) -> str:
    """Return where the person goes who does not say where they came from."""
    where = {"language": language, "year": year}
    if subject is not None:
        return reverse("concept", kwargs=where | {"entry": subject.entry})
    return reverse("start", kwargs=where)
