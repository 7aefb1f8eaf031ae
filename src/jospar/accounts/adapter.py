"""What allauth does otherwise here than by itself."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.http import HttpRequest

from .limits import note_attempt
from .security_log import Event, security
from .sign_in_log import known

FAILED_FROM = "sign_in_failed"
"""Under what failures are counted by the address that they come from."""


class Adapter(DefaultAccountAdapter):  # type: ignore[misc] # allauth has no types
    """Failures are counted by name and by address, and no host is part of a name."""

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return the address of who asks, as the proxies say that we stand behind.

        Where fewer spoke than there should be, it is that of who connects.
        """
        try:
            address: str = super().get_client_ip(request)
        except ImproperlyConfigured:
            address = request.META.get("REMOTE_ADDR", "")
        return address

    def _get_login_attempts_cache_key(
        self, request: HttpRequest, **credentials: Any
    ) -> str:
        # allauth counts by host and name; whoever guesses may write any port into the
        # host, and would begin to count anew with each.
        return str(credentials["username"]).lower()

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Refuse whoever failed too often, and tell so."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            note_attempt(request, FAILED_FROM)
            security(Event.SIGN_IN_LOCKED, account=known(credentials["username"]))
            raise

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Count the failure by its address, too.

        allauth counts ahead and takes back, one after the other. By name that is right:
        nobody guesses faster. By address a whole ministry would wait for each other.
        """
        note_attempt(request, FAILED_FROM)
        super().authentication_failed(request, **credentials)
