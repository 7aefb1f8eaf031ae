"""A state identity provider that runs, and browsers that sign in at it."""

import atexit
import subprocess
import sys
from functools import cache
from typing import Any
from urllib.parse import parse_qs, urlsplit

import requests

from jospar.config.identity import identity_providers
from tests.identity_provider.serve import CLIENT, SECRET


@cache
def running() -> str:
    """Serve a provider in a process of its own, until the tests end; give its address.

    One serves all tests of this process: it keeps nothing between them but persons.
    """
    program = [sys.executable, "-m", "tests.identity_provider.serve"]
    process = subprocess.Popen(program, stdout=subprocess.PIPE, text=True)
    atexit.register(process.communicate)
    atexit.register(process.kill)
    assert process.stdout is not None
    return f"http://127.0.0.1:{process.stdout.readline().strip()}"


def described(provider: str, **changed: str) -> dict[str, Any]:
    """Return the setting that tells Jospar of ``provider``."""
    environ = {
        "JOSPAR_OIDC_ISSUER": f"{provider}/o",
        "JOSPAR_OIDC_CLIENT": CLIENT,
        "JOSPAR_OIDC_NAME": "State ID",
        **changed,
    }
    own = "jospar.accounts.identity.StateProvider"
    apps = identity_providers(environ, SECRET)
    return {"openid_connect": {"provider_class": own, "APPS": apps}}


def approve(provider: str, username: str, asked: str, **about: str) -> str:
    """Sign in at the provider, go where Jospar sends, and return the way back.

    ``about`` is the e-mail address that the provider knows, and whether it is verified.
    """
    with requests.Session() as browser:
        entered = browser.get(f"{provider}/enter/{username}/", params=about, timeout=5)
        entered.raise_for_status()
        sent = browser.get(asked, allow_redirects=False, timeout=5)
        assert sent.status_code == 302, sent.text
    back = urlsplit(sent.headers["Location"])
    return f"{back.path}?{back.query}"


def asked_with(address: str) -> dict[str, str]:
    """Return what stands in the query of an address."""
    return {name: found[0] for name, found in parse_qs(urlsplit(address).query).items()}
