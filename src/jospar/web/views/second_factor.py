"""Signing in by more, or by other, than a password."""

from allauth.account.internal.flows.login import perform_login
from allauth.account.models import Login
from allauth.account.stages import LoginStageController
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.stages import AuthenticateStage
from allauth.mfa.webauthn.forms import LoginWebAuthnForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from jospar.accounts.second_factor import factors_of
from jospar.web.entering import entered, first_page, goal_of
from jospar.web.language import language_of
from jospar.web.pages import page
from jospar.web.proofs import fault_of, proof, question
from jospar.web.visitor import visitor_of

STATUS = {"": 200, "locked": 429}
"""The status of a page that says why somebody does not come in, if it is not 422."""


@require_safe
def in_own_language(request: HttpRequest) -> HttpResponse:
    """Lead from where allauth asks for a second factor to the page in a language."""
    return redirect("second-factor", language=language_of(request))


@require_http_methods(["GET", "HEAD", "POST"])
def second_factor(request: HttpRequest, language: str) -> HttpResponse:
    """Ask whoever knew the password for what else they have."""
    if visitor_of(request).person is not None:
        return redirect(goal_of(request, language))
    stage = LoginStageController.enter(request, AuthenticateStage.key)
    if stage is None:  # it was too long ago, or never
        return redirect("sign-in", language=language)
    person, fault = stage.login.user, ""
    if request.method == "POST":
        form = proof(request, person)
        fault = fault_of(form, person)
        if not fault:
            form.save()
            return entered(request, stage.exit())
    held = factors_of(person)
    return page(
        request,
        "sign_in/second_factor.html",
        language,
        status=STATUS.get(fault, 422),
        fault=fault,
        factors=held,
        question=question(person) if held.passkeys else "",
    )


@require_http_methods(["GET", "HEAD", "POST"])
def passkey(request: HttpRequest, language: str) -> HttpResponse:
    """Let in whoever has a passkey, which asks for more than being at hand itself."""
    goal, fault = goal_of(request, language), ""
    if visitor_of(request).person is not None:
        return redirect(goal)
    if request.method == "POST":
        form = LoginWebAuthnForm(data=request.POST)
        fault = fault_of(form, None)
        if not fault:
            shown = form.cleaned_data["credential"]
            if shown.user.is_active:
                post_authentication(
                    request, shown, reauthenticated=True, passwordless=True
                )
                login = Login(
                    user=shown.user, redirect_url=first_page(shown.user, goal, language)
                )
                return entered(request, perform_login(request, login))
            fault = "closed"
    return page(
        request,
        "sign_in/passkey.html",
        language,
        status=STATUS.get(fault, 422),
        fault=fault,
        goal=goal,
        question=question(None),
    )
