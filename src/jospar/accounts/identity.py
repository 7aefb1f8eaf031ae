"""Sign-in by a state identity provider: it says who somebody is, and nothing more."""

import hmac
from enum import StrEnum
from functools import cached_property
from secrets import token_urlsafe
from typing import Any
from urllib.parse import urlsplit

import jwt
from allauth.socialaccount import app_settings
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter, get_adapter
from allauth.socialaccount.models import SocialAccount, SocialToken
from allauth.socialaccount.providers.base import AuthError, AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from allauth.socialaccount.providers.openid_connect.provider import (
    OpenIDConnectProvider,
)
from allauth.socialaccount.providers.openid_connect.views import (
    OpenIDConnectOAuth2Adapter,
)
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from requests import RequestException

from .models import Person
from .passwords import forget_handed_over

_ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")
_SIGNED = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384")
_NEEDED = ("iss", "aud", "exp", "iat", "sub", "nonce")
_SKEW = 60
"""Seconds by which the provider's clock and ours may differ."""
_LONGEST = SocialAccount._meta.get_field("uid").max_length  # noqa: SLF001 - Django's API


class Refusal(StrEnum):
    """Why the provider signs nobody in."""

    CANCELLED = "cancelled"
    REFUSED = "refused"
    UNREACHABLE = "unreachable"
    ISSUER = "issuer"
    CLOCK = "clock"
    UNTRUSTED = "untrusted"
    STALE = "stale"
    UNKNOWN = "unknown"
    UNVERIFIED = "unverified"
    CLOSED = "closed"


class IdentityError(Exception):
    """Nobody was signed in; ``who`` is how the provider called whom it was about."""

    def __init__(self, reason: Refusal, who: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.who = who


def provider_name() -> str:
    """Return what people call the provider, empty where none is set up."""
    providers = app_settings.PROVIDERS["openid_connect"]["APPS"]
    return str(providers[0]["name"]) if providers else ""


def configuration() -> dict[str, Any]:
    """Return what the provider says of itself.

    Raises:
        IdentityError: when it says nothing, or what cannot be trusted.
    """
    return _adapter(HttpRequest()).openid_config


def ask_provider(request: HttpRequest, goal: str) -> HttpResponse:
    """Send the browser to the provider; who comes back goes on to ``goal``.

    Raises:
        IdentityError: when the provider cannot be asked.
    """
    nonce = token_urlsafe(16)
    response: HttpResponse = (
        _adapter(request)
        .get_provider()
        .redirect(
            request,
            AuthProcess.LOGIN,
            next_url=goal,
            data={"nonce": nonce},
            auth_params={"nonce": nonce},
        )
    )
    return response


def take_answer(request: HttpRequest) -> HttpResponse:
    """Sign in whom the provider's answer names.

    Raises:
        IdentityError: when it names nobody of ours, or cannot be trusted.
    """
    view = OAuth2CallbackView.adapter_view(_adapter(request))
    response: HttpResponse = view(request)
    return response


class StateAdapter(OpenIDConnectOAuth2Adapter):  # type: ignore[misc] # no types
    """Trusts what the provider signed for this very sign-in alone."""

    @cached_property
    def openid_config(self) -> dict[str, Any]:
        """What the provider says of itself; its addresses are as safe as its own."""
        provider = self.get_provider()
        issuer = provider.app.settings["issuer"]
        config = _asked(provider.server_url)
        if config.get("issuer") != issuer:
            raise IdentityError(Refusal.ISSUER)
        for name in (*_ENDPOINTS, *({"userinfo_endpoint"} & config.keys())):
            url = urlsplit(str(config.get(name, "")))
            if url.scheme != "https" and url[:2] != urlsplit(issuer)[:2]:
                raise IdentityError(Refusal.UNTRUSTED)
        return config

    def get_callback_url(self, request: HttpRequest, app: object) -> str:
        """Return the one address that is registered at the provider."""
        own = settings.PUBLIC_URL or request.build_absolute_uri("/").rstrip("/")
        return own + reverse("provider-answer")

    def get_access_token_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return the provider's tokens for the code that the browser brought."""
        try:
            tokens: dict[str, Any] = super().get_access_token_data(*args, **kwargs)
        except RequestException as error:
            raise IdentityError(Refusal.UNREACHABLE) from error
        except KeyError as error:  # it does not say of what kind its answer is
            raise IdentityError(Refusal.UNTRUSTED) from error
        return tokens

    def parse_token(self, data: dict[str, Any]) -> SocialToken:
        """Return the token that opens the provider's page of the person; not kept."""
        return SocialToken(token=str(data["access_token"]))

    def complete_login(
        self, request: HttpRequest, app: Any, token: SocialToken, **kwargs: Any
    ) -> Any:
        """Return whom the ID token is about, and how the provider calls them."""
        claims = self._read(app, str(kwargs["response"].get("id_token", "")))
        if app.settings["claim"] not in claims:
            told = _asked(str(self.openid_config.get("userinfo_endpoint")), token.token)
            if told.get("sub") != claims["sub"]:
                raise IdentityError(Refusal.UNTRUSTED)
            claims = told | claims
        return self.get_provider().sociallogin_from_response(request, claims)

    def _read(self, app: Any, id_token: str) -> dict[str, Any]:
        """Return what the ID token says, once its signature and its bounds hold."""
        try:
            keys = jwt.PyJWKSet.from_dict(_asked(self.openid_config["jwks_uri"]))
            claims: dict[str, Any] = jwt.decode(
                id_token,
                keys[jwt.get_unverified_header(id_token).get("kid", "")],
                algorithms=_SIGNED,
                audience=app.client_id,
                issuer=self.openid_config["issuer"],
                leeway=_SKEW,
                options={"require": list(_NEEDED)},
            )
        except (jwt.ExpiredSignatureError, jwt.ImmatureSignatureError) as error:
            raise IdentityError(Refusal.CLOCK) from error
        except jwt.InvalidIssuerError as error:
            raise IdentityError(Refusal.ISSUER) from error
        except (jwt.PyJWTError, KeyError) as error:
            raise IdentityError(Refusal.UNTRUSTED) from error
        if claims.get("azp", app.client_id) != app.client_id:
            raise IdentityError(Refusal.UNTRUSTED)
        if not 0 < len(claims["sub"]) <= _LONGEST:
            raise IdentityError(Refusal.UNTRUSTED)
        return claims


class StateProvider(OpenIDConnectProvider):  # type: ignore[misc] # no types
    """The provider of the settings; of what it says of a person nothing is kept."""

    oauth2_adapter_class = StateAdapter

    def extract_common_fields(self, data: dict[str, Any]) -> dict[str, Any]:
        """Return nothing: the administrator says what people are called."""
        return {}

    def extract_email_addresses(self, data: dict[str, Any]) -> list[Any]:
        """Return nothing, for the same reason."""
        return []


class SocialAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc] # no types
    """Lets in persons whom the administrator took up, and makes none."""

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Put the person in place of the account that allauth would make."""
        claims = sociallogin.account.extra_data
        if not hmac.compare_digest(
            str(claims["nonce"]).encode(), sociallogin.state["data"]["nonce"].encode()
        ):
            raise IdentityError(Refusal.UNTRUSTED)
        person = _person(claims, sociallogin.provider.app.settings["claim"])
        forget_handed_over(person)
        sociallogin.user = person

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Any,
        error: str | None = None,
        exception: Exception | None = None,
        extra_context: Any = None,
    ) -> None:
        """Say why the provider's answer signs nobody in."""
        if error == AuthError.CANCELLED:
            raise IdentityError(Refusal.CANCELLED)
        if isinstance(exception, OAuth2Error):  # the code was used, or is another's
            raise IdentityError(Refusal.STALE) from exception
        known = "state" in (extra_context or {})
        reason = Refusal.REFUSED if known else Refusal.STALE
        raise IdentityError(reason) from exception


def _adapter(request: HttpRequest) -> StateAdapter:
    providers = app_settings.PROVIDERS["openid_connect"]["APPS"]
    return StateAdapter(request, providers[0]["provider_id"])


def _asked(url: str, token: str = "") -> dict[str, Any]:
    """Return what the provider answers at ``url``, to the bearer of ``token``."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    try:
        with get_adapter().get_requests_session() as session:
            answer = session.get(url, headers=headers)
            answer.raise_for_status()
            told = answer.json()
    except RequestException as error:
        raise IdentityError(Refusal.UNREACHABLE) from error
    if not isinstance(told, dict):
        raise IdentityError(Refusal.UNTRUSTED)
    return told


def _person(claims: dict[str, Any], claim: str) -> Person:
    """Return who is meant: by code, or by an address that the provider has verified.

    Letters that only look like others, or become them in capitals, name nobody.
    """
    who = claims.get(claim)
    if not isinstance(who, str) or not who.isascii() or not who.strip():
        raise IdentityError(Refusal.UNKNOWN, str(who or ""))
    who = who.strip()
    if claim == "email" and claims.get("email_verified") is not True:
        raise IdentityError(Refusal.UNVERIFIED, who)
    sought = {"email__iexact": who} if claim == "email" else {"code": who.lower()}
    found = list(Person.objects.filter(**sought)[:2])
    if len(found) != 1:  # nobody, or several with one address
        raise IdentityError(Refusal.UNKNOWN, who)
    if not found[0].is_active:
        raise IdentityError(Refusal.CLOSED, who)
    return found[0]
