"""Signing in by the state identity provider."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from jospar.accounts.identity import (
    IdentityError,
    Refusal,
    ask_provider,
    provider_name,
    take_answer,
)
from jospar.accounts.limits import note_attempt
from jospar.accounts.security_log import Event, security
from jospar.web.entering import entered, goal_of
from jospar.web.language import language_of
from jospar.web.pages import page
from jospar.web.visitor import visitor_of

from .limited import crowded

_ASKED = "provider_asked"
_STATUS = {Refusal.UNREACHABLE: 503}
"""The status of the page that says why nobody was signed in, if it is not 403."""


@require_GET
def ask(request: HttpRequest, language: str) -> HttpResponse:
    """Send whoever wants to sign in to the provider.

    A link leads here, no form: browsers hold the way a form leads to the provider
    against the policy of the page.
    """
    if not provider_name():
        raise Http404
    goal = goal_of(request, language)
    if visitor_of(request).person is not None:
        return redirect(goal)
    if wait := crowded(request, _ASKED, language):
        return wait
    note_attempt(request, _ASKED)
    try:
        return ask_provider(request, goal)
    except IdentityError as error:
        return _refused(request, language, error)


@require_GET
def answer(request: HttpRequest) -> HttpResponse:
    """Sign in whom the provider's answer names, or say why it does not."""
    if not provider_name():
        raise Http404
    try:
        return entered(request, take_answer(request))
    except IdentityError as error:
        return _refused(request, language_of(request), error)


def _refused(request: HttpRequest, language: str, error: IdentityError) -> HttpResponse:
    security(Event.PROVIDER_REFUSED, account=error.who, reason=error.reason)
    return page(
        request,
        "sign_in/by_provider.html",
        language,
        status=_STATUS.get(error.reason, 403),
        provider=provider_name(),
        reason=error.reason,
        who=error.who,
    )
