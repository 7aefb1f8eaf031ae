"""Signing in and out, the own password, and the office that a person acts in."""

import re
from collections.abc import Mapping

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from django.contrib.auth import login, logout, update_session_auth_hash
from django.contrib.auth.hashers import make_password
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from jospar.accounts.adapter import FAILED_FROM
from jospar.accounts.appointments import appointments_of
from jospar.accounts.identity import provider_name
from jospar.accounts.models import Appointment, Person
from jospar.accounts.passwords import choose
from jospar.accounts.sessions import note_session
from jospar.web.entering import entered, first_page, goal_of, known_by_password
from jospar.web.new_password import faults_of
from jospar.web.pages import page
from jospar.web.stash import is_kept, remember
from jospar.web.visitor import OFFICE, SEATED, go_first, needs, visitor_of

from .limited import crowded

_NUMBER = re.compile("[0-9]{1,18}")
_STATUS = {"locked": 429}
"""The status of a page that says why somebody does not come in, if it is not 422."""


@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest, language: str) -> HttpResponse:
    """Ask for name and password, and let in whoever knows them."""
    goal = goal_of(request, language)
    if visitor_of(request).person is not None:
        return redirect(goal)
    if request.method != "POST":
        return _sign_in_page(request, language, goal)
    if wait := crowded(request, FAILED_FROM, language):
        return wait
    code = request.POST.get("code", "").strip()
    known = known_by_password(request, code, request.POST.get("password", ""))
    if not isinstance(known, Person):
        return _sign_in_page(request, language, goal, code=code, fault=known)
    record_authentication(request, known, method="password", reauthenticated=True)
    goal = first_page(known, goal, language)
    return entered(request, perform_login(request, known, redirect_url=goal))


@require_POST
def sign_out(request: HttpRequest, language: str) -> HttpResponse:
    """Let the session end."""
    logout(request)
    return redirect("sign-in", language=language)


@require_http_methods(["GET", "HEAD", "POST"])
def password(request: HttpRequest, language: str) -> HttpResponse:
    """Let a person choose a password of their own."""
    person, goal = visitor_of(request).person, goal_of(request, language)
    if person is None:
        return go_first(request, "sign-in")
    first = person.one_time_until is not None
    faults = _faults(request, person) if request.method == "POST" else {}
    changed = request.method == "POST" and not faults
    if changed:
        choose(person, request.POST["password"])
        update_session_auth_hash(request, person)
        note_session(request)
    return page(
        request,
        "sign_in/password.html",
        language,
        status=422 if faults else 200,
        code=person.code,
        goal=goal,
        first=first,
        faults=faults,
        changed=changed,
    )


@require_POST
@needs()
def office(request: HttpRequest, language: str) -> HttpResponse:
    """Let the person act in another of the offices that they hold."""
    chosen = request.POST.get("appointment", "")
    held = {str(one.entry): one.entry for one in visitor_of(request).appointments}
    if chosen not in held:
        raise Http404
    request.session[OFFICE] = held[chosen]
    return redirect(goal_of(request, language))


@require_POST
def seat(request: HttpRequest, language: str) -> HttpResponse:
    """Let anybody take the seat of an appointment, in a rehearsal and only there."""
    visitor, chosen = visitor_of(request), request.POST.get("appointment", "")
    if visitor.clock.rehearsed is None or not _NUMBER.fullmatch(chosen):
        raise Http404
    taken = Appointment.objects.filter(entry=int(chosen)).first()
    if taken is None or taken not in appointments_of(taken.person, visitor.today):
        raise Http404
    person, _new = Person.objects.get_or_create(
        code=taken.person,
        defaults={"name": taken.name, "password": make_password(None)},
    )
    if not person.is_active:
        raise Http404
    login(request, person)
    request.session[OFFICE] = taken.entry
    request.session[SEATED] = True
    response = redirect(goal_of(request, language))
    remember(request, response, person)
    return response


def _sign_in_page(
    request: HttpRequest,
    language: str,
    goal: str,
    *,
    code: str = "",
    fault: str = "",
) -> HttpResponse:
    return page(
        request,
        "sign_in/sign_in.html",
        language,
        status=_STATUS.get(fault, 422) if fault else 200,
        goal=goal,
        code=code,
        fault=fault,
        kept=is_kept(request),
        provider=provider_name(),
    )


def _faults(request: HttpRequest, person: Person) -> Mapping[str, list[str]]:
    """Return what is wrong with a new password: keys of texts by fields."""
    typed, faults = request.POST, dict[str, list[str]]()
    if person.one_time_until is None:
        known = known_by_password(request, person.code, typed.get("current", ""))
        if not isinstance(known, Person):
            faults["current"] = [known if known == "locked" else "not_current"]
    faults |= faults_of(typed, person)
    if not faults and person.check_password(typed.get("password", "")):
        faults["password"] = ["same"]
    return faults
