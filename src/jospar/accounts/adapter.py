"""What allauth does otherwise here than by itself."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class Adapter(DefaultAccountAdapter):  # type: ignore[misc] # allauth has no types
    """Failures to sign in are counted by name alone."""

    def _get_login_attempts_cache_key(
        self, request: HttpRequest, **credentials: Any
    ) -> str:
        # allauth counts by host and name; whoever guesses may write any port into the
        # host, and would begin to count anew with each.
        return str(credentials["username"]).lower()
