"""A second factor in a browser: the app's code, and a passkey that Chromium plays."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from jospar.rules.core.offices import Office
from tests.browser import desks
from tests.browser.hands import Mouse
from tests.browser.looks import DARK_WIDE, LIGHT_PHONE, faults_at
from tests.browser.visits import Visit
from tests.web.second_factors import OWN, code_of

pytestmark = pytest.mark.slow

CODE = "b.ospanov"
PLAYED = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
"""What the passkey's device can do: it keeps keys, and knows its person's finger."""


@pytest.fixture
def visit(empty_site: str, browser: Browser) -> Iterator[Visit]:
    """Open the site under the name that browsers let passkeys work with."""
    site = f"http://localhost:{urlsplit(empty_site).port}"
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(10_000)
    yield Visit(Mouse(page), site, "en")
    page.close()


def test_code_and_passkey(visit: Visit) -> None:
    """Each is set up on one's own page, and asked for at the next sign-in."""
    page = visit.page
    _sign_in_first(visit)
    secret = _set_up_app(visit)
    _sign_in(visit)
    visit.sees(visit.t("proof.what"))
    assert [*faults_at(page, [page.url], (LIGHT_PHONE,))] == []
    visit.hand.write(visit.field(visit.t("proof.code")), code_of(secret, 1))
    visit.hand.go(visit.button(visit.t("proof.go_on")))
    _add_passkey(visit)
    _sign_in(visit)
    visit.hand.go(visit.button(visit.t("proof.use_passkey")))
    expect(page.locator("details.person")).to_be_visible()
    _sign_out(visit)
    visit.hand.go(visit.link(visit.t("proof.by_passkey")))
    visit.hand.go(visit.button(visit.t("proof.use_passkey")))
    expect(page.locator("details.person")).to_be_visible()


def _sign_in_first(visit: Visit) -> None:
    """The administrator takes a person up, who chooses a password."""
    desks.arrive(visit)
    desks.take_seat(visit, Office.ADMINISTRATOR)
    visit.page.goto(f"{visit.site}/en/people/add/?code={CODE}&name=Б.+Оспанов")
    visit.hand.go(visit.button(visit.t("people.add_password")))
    handed = visit.page.locator("dd code").last.text_content() or ""
    _sign_out(visit)
    desks.sign_in(visit, CODE, handed)
    desks.choose_password(visit, OWN)


def _set_up_app(visit: Visit) -> str:
    """Set up the app with the keyboard alone; return its secret."""
    page = visit.page
    page.goto(f"{visit.site}/en/security/")
    page.get_by_role("link", name=visit.t("security.app_add")).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/security/app/")
    assert [*faults_at(page, [page.url], (LIGHT_PHONE,))] == []
    secret = (page.locator("code.secret").text_content() or "").replace(" ", "")
    page.get_by_label(visit.t("security.app_code_label")).focus()
    page.keyboard.type(code_of(secret))
    page.keyboard.press("Enter")
    visit.sees(visit.t("security.codes_once"))
    with page.expect_download() as waited:
        visit.link(visit.t("security.codes_download")).click()
    assert waited.value.suggested_filename == f"jospar-{CODE}.txt"
    lines = waited.value.path().read_text().splitlines()
    assert len([line for line in lines if re.fullmatch(r"\d{4} \d{4}", line)]) == 10
    visit.hand.go(visit.link(visit.t("security.codes_kept")))
    _sign_out(visit)
    return secret


def _add_passkey(visit: Visit) -> None:
    """Let Chromium play the device that makes and keeps it."""
    devices = visit.page.context.new_cdp_session(visit.page)
    devices.send("WebAuthn.enable")
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": PLAYED})
    visit.page.goto(f"{visit.site}/en/security/passkey/")
    assert [*faults_at(visit.page, [visit.page.url], (DARK_WIDE,))] == []
    visit.hand.write(visit.field(visit.t("security.passkey_label")), "ноутбук")
    visit.hand.go(visit.button(visit.t("security.passkey_make")))
    visit.sees("ноутбук")
    _sign_out(visit)


def _sign_in(visit: Visit) -> None:
    desks.sign_in(visit, CODE, OWN)


def _sign_out(visit: Visit) -> None:
    _menu(visit.page)
    visit.hand.go(visit.button(visit.t("site.sign_out")))
    visit.page.wait_for_url("**/sign-in/**")


def _menu(page: Page) -> None:
    page.locator("details.person summary").click()
