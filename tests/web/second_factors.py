"""What a person shows beside a password, as tests make and compute it."""

import re
import time
from collections.abc import Sequence

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.test import Client

from jospar.accounts.models import Person

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # noqa: S105 - of no account
HALF_MINUTE = 30
OWN = "жеті өзен, бір тау"


def person(code: str = "a.akhmetova") -> Person:
    """Return somebody who has chosen a password."""
    made = Person(code=code, name="А. Ахметова")
    made.set_password(OWN)
    made.save()
    return made


def code_of(secret: str, later: int = 0) -> str:
    """Return what an app shows now, or so many half minutes later."""
    step = int(time.time()) // HALF_MINUTE + later
    return str(format_hotp_value(hotp_value(secret, step)))


def give_app(whose: Person) -> Authenticator:
    """Set up the app of ``SECRET``, and recovery codes."""
    RecoveryCodes.activate(whose)
    made: Authenticator = TOTP.activate(whose, SECRET).instance
    return made


def recovery_codes(whose: Person) -> Sequence[str]:
    """Return the recovery codes that are not used yet."""
    held = Authenticator.objects.get(user=whose, type="recovery_codes")
    unused: Sequence[str] = held.wrap().get_unused_codes()
    return unused


def enter(
    client: Client, code: str = "a.akhmetova", goal: str = "", password: str = OWN
) -> str:
    """Send name and password; return where that leads."""
    typed = {"code": code, "password": password, "next": goal}
    answer = client.post("/en/sign-in/", typed)
    return answer.get("Location", "")


def alert(html: str) -> str:
    """Return what the page says went wrong."""
    said = re.search(r'role="alert"[^>]*>([^<]*)<', html)
    return said[1] if said else ""


def is_in(client: Client) -> bool:
    """Tell whether somebody is signed in."""
    return "_auth_user_id" in client.session
