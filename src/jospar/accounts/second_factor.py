"""Second factors: who needs one, who has one, and what else there is to show."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings

from .models import Person
from .sessions import end_all

TOTP, PASSKEY, CODES = (
    Authenticator.Type.TOTP.value,
    Authenticator.Type.WEBAUTHN.value,
    Authenticator.Type.RECOVERY_CODES.value,
)
NAME = "Jospar"
"""What an authenticator app and a passkey call the house."""


class Adapter(DefaultMFAAdapter):  # type: ignore[misc] # allauth has no types
    """The house and the person are called in factors as they are at sign-in."""

    def get_totp_issuer(self) -> str:
        """Return what the app calls the house."""
        return NAME

    def get_totp_label(self, user: Person) -> str:
        """Return what the app calls the person: the code, as no mail is needed."""
        return user.code

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Return what a passkey is bound to: the name that pages are served under."""
        return {**super().get_public_key_credential_rp_entity(), "name": NAME}

    def get_public_key_credential_user_entity(self, user: Person) -> dict[str, Any]:
        """Return whose passkey it is."""
        entity = super().get_public_key_credential_user_entity(user)
        return {**entity, "name": user.code, "display_name": user.name}


@dataclass(frozen=True, slots=True)
class Factors:
    """What a person can show beside the password.

    ``app`` is the authenticator app, ``codes`` the recovery codes; either may be None.
    """

    app: Authenticator | None
    passkeys: tuple[Authenticator, ...]
    codes: Authenticator | None

    @property
    def codes_left(self) -> int:
        """Tell how many recovery codes are not used yet."""
        return len(self.codes.wrap().get_unused_codes()) if self.codes else 0

    @property
    def any(self) -> bool:
        """Whether there is anything to show, be it recovery codes that were left."""
        return bool(self.count or self.codes)

    @property
    def count(self) -> int:
        """Tell how many there are, but for the codes that stand in for the others."""
        return len(self.passkeys) + (self.app is not None)

    def numbered(self, number: int) -> Authenticator | None:
        """Return the app or the passkey of that number."""
        held = (one for one in (self.app, *self.passkeys) if one and one.pk == number)
        return next(held, None)


def factors_of(person: Person) -> Factors:
    """Return the factors of ``person``, the oldest passkey first; a query."""
    held = list(Authenticator.objects.filter(user=person).order_by("pk"))
    of: dict[str, Authenticator] = {one.type: one for one in held}
    passkeys = tuple(one for one in held if one.type == PASSKEY)
    return Factors(of.get(TOTP), passkeys, of.get(CODES))


def must_have_factor(offices: Iterable[str]) -> bool:
    """Tell whether any of ``offices`` needs a second factor in this installation."""
    return not settings.SECOND_FACTOR.isdisjoint(offices)


def has_factor(person: Person) -> bool:
    """Tell whether ``person`` is asked for a second factor; a query."""
    held = Authenticator.objects.filter(user=person, type__in=(TOTP, PASSKEY))
    return bool(held.exists())


def forget_factors(person: Person) -> None:
    """Take every factor of ``person`` away, and end all sessions."""
    Authenticator.objects.filter(user=person).delete()
    end_all(person)
