"""What is shown beside the password: a code, or the answer of a passkey."""

import json
import struct

from allauth.core import context
from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.webauthn.forms import AuthenticateWebAuthnForm
from allauth.mfa.webauthn.internal import auth
from cryptography.exceptions import InvalidSignature
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpRequest

from jospar.accounts.models import Person
from jospar.accounts.second_factor import CODES
from jospar.accounts.security_log import Event, security

_HOLDS = 90
"""Seconds that a code of the app may hold: its half minute, that before and after."""
_FORGED = (
    *(ArithmeticError, AttributeError, LookupError, TypeError, ValueError),
    *(InvalidSignature, struct.error),
)
"""What answers break that no passkey gives; allauth expects a part of it."""


class CodeForm(AuthenticateForm):  # type: ignore[misc] # allauth has no types
    """A code of the app or a recovery code, each taken once."""

    reauthenticated = False

    def clean_code(self) -> str:
        """Refuse a code that was taken before.

        allauth remembers one for half a minute, which is shorter than it holds where
        clocks may differ.
        """
        code: str = super().clean_code()
        used = f"jospar.second-factor.{self.user.pk}.{normalize_user_code(code)}"
        if not cache.add(used, 1, timeout=_HOLDS):
            raise ValidationError("used", code="incorrect_code")
        return code

    def save(self) -> None:
        """Note in the session what was shown."""
        again, shown = self.reauthenticated, self.authenticator
        post_authentication(context.request, shown, reauthenticated=again)
        if shown.type == CODES:
            security(Event.RECOVERY_CODE_USED, account=self.user.code)


def proof(
    request: HttpRequest, person: Person, *, again: bool = False
) -> CodeForm | AuthenticateWebAuthnForm:
    """Return what was sent to show that it is ``person``; ``again`` once signed in."""
    is_code = "code" in request.POST
    kind = CodeForm if is_code else AuthenticateWebAuthnForm
    form = kind(user=person, data=request.POST)
    form.reauthenticated = again
    return form


def fault_of(form: Form, person: Person | None) -> str:
    """Return the key of what is wrong with what was sent, or nothing.

    A failure stands in the security log.
    """
    if holds(form):
        return ""
    codes = {
        found.code for faults in form.errors.as_data().values() for found in faults
    }
    is_locked = not codes.isdisjoint({"too_many_login_attempts", "rate_limited"})
    fault = "locked" if is_locked else "wrong"
    how = "code" if "code" in form.fields else "passkey"
    account = person.code if person else ""
    security(Event.SECOND_FACTOR_FAILED, account=account, how=how, reason=fault)
    return fault


def holds(form: Form) -> bool:
    """Tell whether what was sent is right; what no browser sends is not."""
    try:
        return form.is_valid()
    except _FORGED:
        return False


def question(person: Person | None) -> str:
    """Return as JSON what the passkeys of ``person``, or of anybody, are asked."""
    return json.dumps(auth.begin_authentication(person))
