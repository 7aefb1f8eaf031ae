"""Nothing that is typed is lost: not by a closed lid, nor by a session that ends."""

import re
from contextlib import AbstractContextManager, nullcontext

import pytest
from playwright.sync_api import Browser, BrowserContext, Route, expect

from jospar.rules.core.offices import Office
from tests.browser import desks, desks_of_bodies
from tests.browser.concepts import INTERGOVERNMENTAL
from tests.browser.hands import Mouse
from tests.browser.serving import Demo
from tests.browser.visits import Visit

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("demo")]

BODY = "minjust"
CODE = f"officer-{BODY}"
SESSION = "jospar_session"
OWN = "қызыл алма төрт терезе"


@pytest.fixture(scope="module")
def password(browser: Browser, demo: Demo) -> str:
    """Sign in with a one-time password, choose an own one, and return that."""
    said = demo.installation("person", "--password", CODE, "--reason", "test")
    (once,) = re.findall(r"(\S+)\s*$", said.out)
    visit = Visit(Mouse(browser.new_page()), demo.address, "en")
    desks.arrive(visit)
    desks.sign_in(visit, CODE, once)
    desks.choose_password(visit, OWN)
    visit.page.close()
    return OWN


def _at_a_new_draft(context: BrowserContext, site: str) -> Visit:
    visit = _at_desk(context, site)
    desks_of_bodies.begin_concept(visit)
    return visit


def _at_desk(context: BrowserContext, site: str) -> Visit:
    visit = Visit(Mouse(context.new_page()), site, "en")
    desks.arrive(visit)
    desks.take_seat(visit, Office.BODY_OFFICER, BODY)
    return visit


def _type(visit: Visit, name: str, text: str) -> None:
    """Type key by key, as a person does."""
    visit.field(desks.label_of(visit, name)).press_sequentially(text)


def _reads(visit: Visit, name: str, text: str) -> None:
    expect(visit.field(desks.label_of(visit, name))).to_have_value(text)


def _is_saved(visit: Visit) -> None:
    expect(visit.page.get_by_text(visit.t("write.unsaved"))).to_be_hidden()


@pytest.mark.parametrize("under_way", [False, True])
def test_a_tab_that_is_closed_right_after_typing(
    browser: Browser, site: str, under_way: bool
) -> None:
    """The last letters are there again, also when they were being saved just then."""
    context = browser.new_context()
    visit = _at_a_new_draft(context, site)
    visit.page.on("dialog", lambda dialog: dialog.accept())
    if under_way:
        visit.page.route("**/write/**", _hold)
    with _saving(visit) if under_way else nullcontext():
        _type(visit, "purpose_ru", "Защита прав инвесторов.")
    with visit.page.expect_event("close"):
        visit.page.close(run_before_unload=True)
    again = Visit(Mouse(context.new_page()), site, "en")
    _comes_to_read(again, visit.page.url, "purpose_ru", "Защита прав инвесторов.")
    context.close()


def _hold(route: Route) -> None:
    """Let what the page saves by itself be under way for ever."""
    if route.request.resource_type not in {"xhr", "fetch"}:
        route.continue_()


def _saving(visit: Visit) -> AbstractContextManager[object]:
    return visit.page.expect_request(lambda request: request.resource_type == "xhr")


def _comes_to_read(visit: Visit, address: str, name: str, text: str) -> None:
    """See the text after a while: what a closed tab sends arrives when it arrives."""
    for _ in range(20):
        visit.page.goto(address)
        if visit.field(desks.label_of(visit, name)).input_value() == text:
            return
        visit.page.wait_for_timeout(500)
    _reads(visit, name, text)


def test_going_on_to_filing_right_after_the_last_letter(
    browser: Browser, site: str
) -> None:
    """The last letters are filed, too, and are not taken for somebody else's."""
    context = browser.new_context()
    visit = _at_a_new_draft(context, site)
    desks_of_bodies.write_concept(visit, INTERGOVERNMENTAL)
    purpose = f"{INTERGOVERNMENTAL['purpose_ru']} Последние слова."
    visit.hand.write(visit.field(desks.label_of(visit, "purpose_ru")), purpose)
    visit.hand.go(visit.button(visit.t("write.go_file")))
    visit.sees(purpose)
    desks_of_bodies.confirm_filing(visit)
    context.close()


def test_a_session_that_ends_while_one_writes(
    browser: Browser, site: str, password: str
) -> None:
    """After signing in the person is back at the draft, with all that they typed."""
    context = browser.new_context()
    visit = _at_a_new_draft(context, site)
    draft = visit.page.url
    _type(visit, "purpose_kk", "Инвесторлардың құқықтарын қорғау.")
    _is_saved(visit)
    context.clear_cookies(name=SESSION)
    with visit.page.expect_navigation():
        _type(visit, "purpose_ru", "Защита прав")
    desks.sign_in(visit, CODE, password)
    expect(visit.page).to_have_url(draft)
    _reads(visit, "purpose_kk", "Инвесторлардың құқықтарын қорғау.")
    _reads(visit, "purpose_ru", "Защита прав")
    context.close()


def test_a_form_that_is_sent_after_the_session_ended(
    browser: Browser, site: str, password: str
) -> None:
    """It waits as it was typed until the same person has come back."""
    context = browser.new_context()
    visit = _at_desk(context, site)
    visit.page.goto(f"{site}/en/2024/acts/intake.report_none/")
    form = visit.page.url
    desks.fill(visit, document="5-1/214")
    context.clear_cookies(name=SESSION)
    visit.hand.go(visit.button(visit.t("act.intake_report_none")))
    visit.is_told(visit.t("sign_in.kept"))
    desks.sign_in(visit, CODE, password)
    expect(visit.page).to_have_url(form)
    expect(visit.field(visit.t("field.document"))).to_have_value("5-1/214")
    context.close()


def test_a_draft_in_two_tabs(browser: Browser, site: str) -> None:
    """Different fields come together; of one field both texts are kept to choose."""
    context = browser.new_context()
    left = _at_a_new_draft(context, site)
    right = Visit(Mouse(context.new_page()), site, "en")
    right.page.goto(left.page.url)
    _type(left, "purpose_kk", "Бірінші мақсат")
    _is_saved(left)
    _type(right, "purpose_ru", "Вторая цель")
    _is_saved(right)
    _reads(right, "purpose_kk", "Бірінші мақсат")
    _type(left, "note_ru", "Слева")
    _is_saved(left)
    _type(right, "note_ru", "Справа")
    both = right.page.get_by_role("group", name=right.t("write.rival"))
    expect(both).to_contain_text("Слева")
    expect(both).to_contain_text("Справа")
    right.hand.tick(both.get_by_role("radio", name="Справа"))
    expect(both).to_be_hidden()
    _reads(right, "note_ru", "Справа")
    left.page.reload()
    _reads(left, "note_ru", "Справа")
    _reads(left, "purpose_ru", "Вторая цель")
    context.close()


def test_a_connection_that_is_lost_and_comes_back(browser: Browser, site: str) -> None:
    """The page says that it could not save, and saves as soon as it can."""
    context = browser.new_context()
    visit = _at_a_new_draft(context, site)
    context.set_offline(True)
    _type(visit, "title_ru", "Соглашение о сотрудничестве")
    expect(visit.page.get_by_text(visit.t("write.unsaved"))).to_be_visible()
    context.set_offline(False)
    _is_saved(visit)
    visit.page.reload()
    _reads(visit, "title_ru", "Соглашение о сотрудничестве")
    context.close()
