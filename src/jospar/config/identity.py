"""The state identity provider, as the variables ``JOSPAR_OIDC_…`` name it."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

PROVIDER = "state"
"""What Jospar calls the provider; there is one."""
CLAIM = "preferred_username"
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


def identity_providers(environ: Mapping[str, str], secret: str) -> list[dict[str, Any]]:
    """Return the provider as allauth wants it described, or nothing without one.

    ``secret`` is that which the provider gave to Jospar.

    Raises:
        ValueError: when something is missing, or passwords could be read on the way.
    """
    given = {
        name: environ.get(f"JOSPAR_OIDC_{name}", "").strip()
        for name in ("ISSUER", "CLIENT", "NAME", "CLAIM")
    }
    if not any(given.values()) and not secret:
        return []
    issuer = given["ISSUER"]
    if not (issuer and given["CLIENT"] and secret):
        raise ValueError(
            "Sign-in by a provider needs JOSPAR_OIDC_ISSUER, JOSPAR_OIDC_CLIENT and "
            "JOSPAR_OIDC_SECRET; give all three or none."
        )
    url = urlsplit(issuer)
    is_here = url.scheme == "http" and url.hostname in _LOOPBACK
    if not (url.scheme == "https" and url.hostname) and not is_here:
        raise ValueError(
            "JOSPAR_OIDC_ISSUER is https://…, written as the provider itself writes it."
        )
    return [
        {
            "provider_id": PROVIDER,
            "name": given["NAME"] or url.hostname,
            "client_id": given["CLIENT"],
            "secret": secret,
            "settings": {
                "server_url": issuer.rstrip("/"),
                "issuer": issuer,
                "claim": given["CLAIM"] or CLAIM,
                "oauth_pkce_enabled": True,
            },
        }
    ]
