"""One's own sign-in and security: what is shown at sign-in, and where one is in."""

import re

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.base.internal.flows import delete_and_cleanup
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from jospar.accounts.models import Person
from jospar.accounts.second_factor import (
    PASSKEY,
    Factors,
    factors_of,
    must_have_factor,
)
from jospar.accounts.security_log import Event
from jospar.accounts.security_log import security as log
from jospar.accounts.sessions import end_others, sessions_of
from jospar.web.browsers import browser_name
from jospar.web.entering import goal_of, known_by_password
from jospar.web.oneself import is_confirmed, oneself
from jospar.web.pages import page
from jospar.web.proofs import fault_of, proof, question
from jospar.web.visitor import go_first, lacks_factor, visitor_of
from jospar.web.wording import office_name

NAME = 60
"""Letters of the name that a passkey is given."""
_NUMBER = re.compile("[0-9]{1,18}")
_STATUS = {"": 200, "locked": 429}


@require_http_methods(["GET", "HEAD", "POST"])
@oneself(confirmed=False)
def security(request: HttpRequest, person: Person, language: str) -> HttpResponse:
    """Show the factors and the sessions of oneself; take factors away, end sessions."""
    match request.POST.get("do", ""):
        case "":
            return _page(request, person, language)
        case "end-others":
            log(Event.SESSIONS_ENDED, count=end_others(person, request))
        case "end":
            log(
                Event.SESSIONS_ENDED,
                count=end_others(person, request, _number(request)),
            )
        case _ if not is_confirmed(request):
            return go_first(request, "security-confirm")
        case "remove":
            if not _removed(request, factors_of(person)):
                return _page(request, person, language, fault="last")
        case "rename":
            _rename(request, factors_of(person))
    return redirect("security", language=language)


@require_http_methods(["GET", "HEAD", "POST"])
@oneself(confirmed=False)
def confirm(request: HttpRequest, person: Person, language: str) -> HttpResponse:
    """Ask for the second factor, or for the password of whoever has none."""
    goal, held, fault = goal_of(request, language, "security"), factors_of(person), ""
    if is_confirmed(request):
        return redirect(goal)
    if request.method == "POST":
        fault = _shown(request, person, held)
        if not fault:
            return redirect(goal)
    return page(
        request,
        "security/confirm.html",
        language,
        status=_STATUS.get(fault, 422),
        fault=fault,
        goal=goal,
        code=person.code,
        factors=held,
        question=question(person) if held.passkeys else "",
    )


def _page(
    request: HttpRequest, person: Person, language: str, fault: str = ""
) -> HttpResponse:
    offices = {one.office for one in visitor_of(request).appointments}
    needed = sorted(office for office in offices if must_have_factor([office]))
    return page(
        request,
        "security/security.html",
        language,
        status=_STATUS.get(fault, 422),
        fault=fault,
        factors=factors_of(person),
        needed=", ".join(office_name(office, language) for office in needed),
        lacking=lacks_factor(request),
        confirmed=is_confirmed(request),
        has_password=person.has_usable_password(),
        goal=request.GET.get("next", ""),
        longest=NAME,
        sessions=[
            (one, browser_name(one.user_agent), one.is_current())
            for one in sessions_of(person)
        ],
    )


def _shown(request: HttpRequest, person: Person, held: Factors) -> str:
    """Note what was shown, or return the key of what is wrong with it."""
    if held.count:
        form = proof(request, person, again=True)
        fault = fault_of(form, person)
        if not fault:
            form.save()
        return fault
    typed = request.POST.get("password", "")
    known = known_by_password(request, person.code, typed)
    if isinstance(known, str):
        return "locked" if known == "locked" else "wrong_password"
    record_authentication(request, person, method="password", reauthenticated=True)
    return ""


def _removed(request: HttpRequest, held: Factors) -> bool:
    """Take a factor away, unless it is the last one and the person needs one."""
    factor = held.numbered(_number(request))
    if factor is None:
        raise Http404
    offices = (one.office for one in visitor_of(request).appointments)
    if held.count == 1 and must_have_factor(offices):
        return False
    delete_and_cleanup(request, factor)
    how = "passkey" if factor.type == PASSKEY else "totp"
    log(Event.SECOND_FACTOR_REMOVED, how=how)
    return True


def _rename(request: HttpRequest, held: Factors) -> None:
    factor, name = held.numbered(_number(request)), request.POST.get("name", "").strip()
    if factor is None or factor.type != PASSKEY:
        raise Http404
    if name:
        factor.wrap().name = name[:NAME]
        factor.save()


def _number(request: HttpRequest) -> int:
    typed = request.POST.get("number", "")
    if not _NUMBER.fullmatch(typed):
        raise Http404
    return int(typed)
