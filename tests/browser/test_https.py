"""HTTPS in a browser, through nginx by the ready file: sign in, act and sign out."""

import base64
import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from playwright.sync_api import Page, expect, sync_playwright

from tests.browser import desks
from tests.browser.conftest import CHROMIUM, PLAIN
from tests.browser.hands import Mouse
from tests.browser.visits import Visit
from tests.deploy import test_nginx
from tests.deploy.tls import NAME
from tests.installation import Installation
from tests.web.second_factors import OWN

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("nginx") is None, reason="nginx is missing"),
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is missing"),
    pytest.mark.xdist_group("nginx"),
]

site = test_nginx.site
CODE = "b.ospanov"
SESSION, CSRF = "__Host-jospar_session", "__Host-jospar_csrf"


@pytest.fixture
def page(site: test_nginx.Site) -> Iterator[Page]:
    """Open a browser that finds the name here, and takes its certificate alone."""
    trusted = key_fingerprint(site.home / "certificate.pem")
    here = (
        f"--host-resolver-rules=MAP {NAME}:443 127.0.0.1:{site.port}",
        f"--ignore-certificate-errors-spki-list={trusted}",
    )
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(
            executable_path=CHROMIUM, args=[*PLAIN, *here]
        ) as browser,
    ):
        yield browser.new_page()


def key_fingerprint(certificate: Path) -> str:
    """Return the SHA-256 of a certificate's key, as Chromium is told it."""
    key = x509.load_pem_x509_certificate(certificate.read_bytes()).public_key()
    whole = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return base64.b64encode(hashlib.sha256(whole).digest()).decode()


def test_a_day_over_https(site: test_nginx.Site, page: Page) -> None:
    """Cookies are this host's alone, for HTTPS alone, and for no script to read."""
    jospar = Installation(site.home / "data")
    person = ("--add", CODE, "--name", "Б. Оспанов", "--office", "administrator")
    handed = jospar("person", *person).out.split()[-1]
    visit = Visit(Mouse(page), f"https://{NAME}", "en")
    desks.arrive(visit)
    desks.sign_in(visit, CODE, handed)
    desks.choose_password(visit, OWN)
    expect(page.locator("details.person")).to_be_visible()
    kept = page.context.cookies()
    assert {SESSION, CSRF} - {one["name"] for one in kept} == set()
    for one in kept:
        how = one["domain"], one["path"], one["secure"], one["httpOnly"]
        assert how == (NAME, "/", True, True), one["name"]
    assert page.evaluate("[document.cookie, isSecureContext]") == ["", True]
    _open_cycle(visit)
    _sign_out(visit)
    page.context.clear_cookies()
    ended = next(one["value"] for one in kept if one["name"] == SESSION)
    page.context.add_cookies(
        [{"name": SESSION, "value": ended, "url": visit.site, "secure": True}]
    )
    page.goto(f"{visit.site}/en/people/")
    assert page.url == f"{visit.site}/en/sign-in/?next=%2Fen%2Fpeople%2F"


def _open_cycle(visit: Visit) -> None:
    """Perform the first act of an installation, whichever year it is."""
    visit.hand.go(visit.link(visit.t("act.reference_open_cycle")))
    visit.hand.go(visit.page.locator("main a.button").first)
    desks.perform(visit, "reference_open_cycle")


def _sign_out(visit: Visit) -> None:
    visit.page.locator("details.person summary").click()
    visit.hand.go(visit.button(visit.t("site.sign_out")))
    visit.page.wait_for_url("**/sign-in/**")
