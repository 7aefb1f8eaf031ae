"""Invitations: the page that shows a link once, and the page that the link opens."""

from collections.abc import Mapping

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from jospar.accounts.invitations import LASTS, Found, State, accept, find, invite
from jospar.accounts.limits import note_attempt
from jospar.accounts.models import Person
from jospar.accounts.security_log import Event, security
from jospar.notices.invitation import mail_invitation
from jospar.procedure.clock import Clock
from jospar.web.new_password import faults_of
from jospar.web.pages import page, plain_page
from jospar.web.visitor import visitor_of

from .limited import crowded

GUESSED = "link_guessed"
"""What is counted of an address: personal links that were never made."""
_STATUS = {State.UNKNOWN: 404, State.CLOSED: 403, State.USED: 410, State.EXPIRED: 410}


def invitation(request: HttpRequest, language: str, person: Person) -> HttpResponse:
    """Make the link for ``person``, and show it on this page and on no other ever."""
    by, now = visitor_of(request).person, Clock().now()
    token = invite(person, by.code if by else "", now)
    path = reverse("invited", kwargs={"language": person.language, "token": token})
    site = settings.PUBLIC_URL or request.build_absolute_uri("/").rstrip("/")
    until = now + LASTS
    return page(
        request,
        "people/invited.html",
        language,
        person=person,
        link=site + path,
        until=until,
        mailed=mail_invitation(person, site + path, until),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def invited(request: HttpRequest, language: str, token: str) -> HttpResponse:
    """Let who was invited set their first password.

    To look is not to use: mail programs open links before their readers do.
    """
    if wait := crowded(request, GUESSED, language):
        return wait
    now = Clock().now()
    found = find(token, now)
    if found.state is not State.OPEN or found.invitation is None:
        return _refused(request, language, found)
    asked, faults = found.invitation, {}
    if request.method == "POST":
        faults = faults_of(request.POST, asked.person)
        if not faults and accept(asked, request.POST["password"], now):
            return _page(request, language, found, is_set=True)
        if not faults:  # somebody else was quicker
            return _refused(request, language, find(token, now))
    status = 422 if faults else 200
    return _page(request, language, found, status=status, faults=faults)


def _refused(request: HttpRequest, language: str, found: Found) -> HttpResponse:
    account = found.invitation.person.code if found.invitation else ""
    security(Event.INVITATION_REFUSED, account=account, reason=found.state.value)
    if found.state is State.UNKNOWN:
        note_attempt(request, GUESSED)
    return _page(request, language, found, status=_STATUS.get(found.state, 200))


def _page(
    request: HttpRequest,
    language: str,
    found: Found,
    *,
    status: int = 200,
    faults: Mapping[str, list[str]] | None = None,
    is_set: bool = False,
) -> HttpResponse:
    """Return the page of the link; it says nothing of who else is signed in here."""
    return plain_page(
        request,
        "sign_in/invited.html",
        language,
        status=status,
        state=found.state,
        invitation=found.invitation,
        faults=faults or {},
        is_set=is_set,
    )
