"""Setting up an authenticator app, a passkey, and new recovery codes."""

import json

from allauth.mfa.adapter import get_adapter
from allauth.mfa.recovery_codes.internal.flows import generate_recovery_codes
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal.flows import activate_totp
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from allauth.mfa.webauthn.internal import auth
from allauth.mfa.webauthn.internal.flows import add_authenticator
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods
from qrcode import QRCode

from jospar.accounts.models import Person
from jospar.accounts.second_factor import factors_of
from jospar.accounts.security_log import Event
from jospar.accounts.security_log import security as log
from jospar.web.entering import goal_of
from jospar.web.oneself import oneself
from jospar.web.pages import page
from jospar.web.proofs import fault_of, holds
from jospar.web.texts import Texts

from .security import NAME

_STATUS = {"": 200, "locked": 429}
_GROUP = 4
"""Letters of a secret that are read and typed in one go."""


@require_http_methods(["GET", "HEAD", "POST"])
@oneself(confirmed=True)
def app(request: HttpRequest, person: Person, language: str) -> HttpResponse:
    """Show the secret of an authenticator app, and take it once its code is right."""
    goal, fault = goal_of(request, language, "security"), ""
    if factors_of(person).app:
        return redirect(goal)
    is_sent = request.method == "POST"
    form = ActivateTOTPForm(user=person, data=request.POST if is_sent else None)
    if is_sent:
        fault = fault_of(form, person)
    if is_sent and not fault:
        try:
            _app, codes = activate_totp(request, form)
        except IntegrityError:  # sent twice: the first one set it up
            return redirect(goal)
        log(Event.SECOND_FACTOR_ADDED, how="totp")
        return _codes(request, person, language) if codes else redirect(goal)
    address = get_adapter().build_totp_url(person, form.secret)
    return page(
        request,
        "security/app.html",
        language,
        status=_STATUS.get(fault, 422),
        fault=fault,
        goal=goal,
        squares=_squares(address),
        address=address,
        secret=_grouped(form.secret),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@oneself(confirmed=True)
def passkey(request: HttpRequest, person: Person, language: str) -> HttpResponse:
    """Take a new passkey, which opens the way alone too: it asks for finger or PIN."""
    goal, fault = goal_of(request, language, "security"), ""
    name = request.POST.get("name", "").strip()[:NAME]
    if request.method == "POST":
        t, number = Texts(language), len(factors_of(person).passkeys) + 1
        name = name or t("security.passkey_name", number=number)
        sent = {"credential": request.POST.get("credential", "")}
        form = AddWebAuthnForm(
            user=person, data=sent | {"name": name, "passwordless": 1}
        )
        if holds(form):
            _passkey, codes = add_authenticator(
                request, name=name, credential=form.cleaned_data["credential"]
            )
            log(Event.SECOND_FACTOR_ADDED, how="passkey")
            return _codes(request, person, language) if codes else redirect(goal)
        fault = "not_made"
    return page(
        request,
        "security/passkey.html",
        language,
        status=_STATUS.get(fault, 422),
        fault=fault,
        goal=goal,
        name=name,
        longest=NAME,
        question=json.dumps(auth.begin_registration(person, passwordless=True)),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@oneself(confirmed=True)
def codes(request: HttpRequest, person: Person, language: str) -> HttpResponse:
    """Make the recovery codes anew; those before open nothing any more."""
    if request.method != "POST" or not factors_of(person).count:
        return redirect("security", language=language)
    generate_recovery_codes(request)
    return _codes(request, person, language)


def _codes(request: HttpRequest, person: Person, language: str) -> HttpResponse:
    """Show the recovery codes on this page, and on no other ever."""
    log(Event.RECOVERY_CODES_MADE)
    held = factors_of(person).codes
    return page(
        request,
        "security/codes.html",
        language,
        codes=[_grouped(code) for code in held.wrap().generate_codes()] if held else [],
        code=person.code,
        goal=goal_of(request, language, "security"),
    )


def _grouped(secret: str) -> str:
    return " ".join(secret[at : at + _GROUP] for at in range(0, len(secret), _GROUP))


def _squares(address: str) -> list[list[bool]]:
    """Return the QR code of ``address``: rows of squares, the dark ones True."""
    made = QRCode()
    made.add_data(address)
    squares: list[list[bool]] = made.get_matrix()
    return squares
