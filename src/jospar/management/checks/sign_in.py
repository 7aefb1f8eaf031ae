"""Whether people can be told apart by where they come from, and by the provider."""

from collections.abc import Iterator

from django.conf import settings

from jospar.accounts.identity import (
    IdentityError,
    Refusal,
    configuration,
    provider_name,
)
from jospar.rules.core.sentences import _

from .finding import Finding, advice, wrong


def proxies() -> Iterator[Finding]:
    """Find that all people seem to come from the proxy."""
    if settings.HTTPS and not settings.ALLAUTH_TRUSTED_PROXY_COUNT:
        yield advice(
            _("Limits of attempts take everybody behind the proxy for one person."),
            _("Whoever tries out passwords locks out everybody."),
            _("Let it write X-Forwarded-For, and set JOSPAR_PROXIES=1."),
        )


def identity_provider() -> Iterator[Finding]:
    """Find a state identity provider that nobody can sign in by."""
    if not provider_name():
        return
    try:
        configuration()
    except IdentityError as error:
        if error.reason is Refusal.ISSUER:
            yield wrong(
                _("{provider} calls itself otherwise than JOSPAR_OIDC_ISSUER says."),
                _("Nobody can sign in by it: what it says might be another’s."),
                _("Write there what it calls itself, down to the last stroke."),
                provider=provider_name(),
            )
        else:
            yield wrong(
                _("{provider} does not answer as an identity provider should."),
                _("Nobody can sign in by it."),
                _("Correct JOSPAR_OIDC_ISSUER, or ask whoever runs that provider."),
                provider=provider_name(),
            )
