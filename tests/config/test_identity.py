"""The state identity provider, as the environment names it."""

import pytest

from jospar.config.identity import identity_providers

ISSUER = "https://id.example.kz/realm/"
GIVEN = {"JOSPAR_OIDC_ISSUER": ISSUER, "JOSPAR_OIDC_CLIENT": "jospar"}


def test_there_is_none_by_itself() -> None:
    """Without its variables nobody signs in so."""
    assert identity_providers({"JOSPAR_OIDC_NAME": " "}, "") == []


def test_a_provider() -> None:
    """It is called by its host, and names persons by their sign-in names."""
    assert identity_providers(GIVEN, "s") == [
        {
            "provider_id": "state",
            "name": "id.example.kz",
            "client_id": "jospar",
            "secret": "s",
            "settings": {
                "server_url": ISSUER.removesuffix("/"),
                "issuer": ISSUER,
                "claim": "preferred_username",
                "oauth_pkce_enabled": True,
            },
        }
    ]


def test_what_people_call_it_and_what_names_them() -> None:
    """Both can be chosen."""
    chosen = {"JOSPAR_OIDC_NAME": "e-ID", "JOSPAR_OIDC_CLAIM": "email"}
    [provider] = identity_providers(GIVEN | chosen, "s")
    assert (provider["name"], provider["settings"]["claim"]) == ("e-ID", "email")


@pytest.mark.parametrize(
    ("environ", "secret"),
    [
        (GIVEN, ""),
        ({"JOSPAR_OIDC_ISSUER": ISSUER}, "s"),
        ({"JOSPAR_OIDC_CLIENT": "jospar"}, "s"),
        ({"JOSPAR_OIDC_NAME": "e-ID"}, ""),
        ({}, "s"),
    ],
)
def test_a_part_of_it(environ: dict[str, str], secret: str) -> None:
    """It is all or nothing."""
    with pytest.raises(ValueError, match="all three or none"):
        identity_providers(environ, secret)


@pytest.mark.parametrize(
    "issuer",
    ["http://id.example.kz", "id.example.kz", "https://", "ftp://127.0.0.1"],
)
def test_what_could_be_read_on_the_way(issuer: str) -> None:
    """It is refused."""
    with pytest.raises(ValueError, match="https://…"):
        identity_providers(GIVEN | {"JOSPAR_OIDC_ISSUER": issuer}, "s")


@pytest.mark.parametrize("host", ["127.0.0.1:8080", "localhost", "[::1]:1"])
def test_on_this_machine_nobody_reads_on_the_way(host: str) -> None:
    """A provider of the machine itself may speak plain HTTP."""
    given = GIVEN | {"JOSPAR_OIDC_ISSUER": f"http://{host}"}
    assert len(identity_providers(given, "s")) == 1
