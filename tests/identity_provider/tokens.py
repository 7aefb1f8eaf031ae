"""What the provider signs: the truth, or for some persons what nobody may believe."""

import time
from typing import Any

import jwt
from oauth2_provider.oauth2_validators import (  # type: ignore[import-untyped] # no types
    OAuth2Validator,
)

from tests.identity_provider.settings import new_key

HOUR = 60 * 60
WRONG: dict[str, dict[str, object]] = {
    "wrong.audience": {"aud": "another"},
    "wrong.party": {"azp": "another"},
    "wrong.nonce": {"nonce": "another"},
    "wrong.issuer": {"iss": "https://another.example"},
    "expired": {"exp": int(time.time()) - HOUR},
    "early": {"iat": int(time.time()) + HOUR},
    "skewed": {"iat": int(time.time()) + 30},
    "long.subject": {"sub": "s" * 500},
}
"""By sign-in name what the ID token says instead of the truth."""
NAMED_APART = {"named.apart", "named.another"}
"""Whose names stand on the page of the person alone, which may be another's."""


class Validator(OAuth2Validator):  # type: ignore[misc] # no types
    """Names persons by their sign-in names, and their addresses."""

    def get_additional_claims(self, request: Any) -> dict[str, object]:
        """Return what the provider knows of the person."""
        user = request.user
        return {
            "preferred_username": user.username,
            "email": user.email,
            "email_verified": user.first_name == "verified",
        }

    def get_id_token_dictionary(
        self, token: Any, token_handler: Any, request: Any
    ) -> tuple[dict[str, object], Any]:
        """Return what the ID token says."""
        claims, until = super().get_id_token_dictionary(token, token_handler, request)
        if request.user.username in NAMED_APART:
            del claims["preferred_username"]
        return claims | WRONG.get(request.user.username, {}), until

    def get_userinfo_claims(self, request: Any) -> dict[str, object]:
        """Return what stands on the page of the person."""
        claims: dict[str, object] = super().get_userinfo_claims(request)
        is_another = request.user.username == "named.another"
        return claims | {"sub": "another"} if is_another else claims

    def finalize_id_token(self, *given: Any) -> str:
        """Return the ID token, signed as it should be or otherwise."""
        token: str = super().finalize_id_token(*given)
        header, _body, signature = token.split(".")
        claims = jwt.decode(token, options={"verify_signature": False})
        kid = jwt.get_unverified_header(token)["kid"]
        match given[3].user.username:
            case "unsigned":
                return jwt.encode(claims, "", "none", headers={"kid": kid})
            case "other.key":
                return jwt.encode(claims, new_key(), "RS256", headers={"kid": kid})
            case "unknown.key":
                return jwt.encode(claims, new_key(), "RS256", headers={"kid": "x"})
            case "altered":
                claims["preferred_username"] = "a.akhmetova"
                other = jwt.encode(claims, "k" * 32, "HS256").split(".")[1]
                return f"{header}.{other}.{signature}"
        return token
