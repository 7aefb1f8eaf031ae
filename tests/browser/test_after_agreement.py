"""After the agreement, at the pages: each gate of an amendment from both sides.

Everybody works on 2 May 2024 in one rehearsal; each test has rows and dossiers of its
own. Days of acts are typed, as papers have them.
"""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, expect

from jospar.rules.core.offices import Office
from tests.browser import desks
from tests.browser.hands import Keyboard, Mouse
from tests.browser.serving import served
from tests.browser.visits import Visit
from tests.installation import Installation
from tests.rules import made

pytestmark = pytest.mark.slow

BODY = Office.BODY_OFFICER
REASON = {"reason_kk": "Келіссөздер аяқталды", "reason_ru": "Переговоры завершены"}
WHY_AGAIN = {"kk": "Биыл жасалмайды", "ru": "В этом году не заключается"}
TITLE = made.wording().title
CURRENT = "2023/current/"


@dataclass(frozen=True, slots=True)
class Agreed:
    """A site where both plans are agreed: cookies by offices, entries by keys."""

    site: str
    cookies: dict[str, str]
    entries: dict[str, int]


@pytest.fixture(scope="module")
def agreed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Agreed]:
    """Serve agreed plans, and papers that ask to change them."""
    installation = Installation(tmp_path_factory.mktemp("agreed"))
    program = Path(sys.executable)
    filling = installation.start("-m", "tests.browser.agreed_site", program=program)
    with filling as process:
        out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    with served(installation) as site:
        yield Agreed(site, **json.loads(out))


@dataclass(frozen=True, slots=True)
class Desks:
    """A browser, and the site at which everybody sits."""

    browser: Browser
    agreed: Agreed

    def at(self, office: Office, *, by_keyboard: bool = False) -> Visit:
        """Return a window in which somebody of the office has signed in."""
        context = self.browser.new_context(locale="en-US")
        value, site = self.agreed.cookies[office], self.agreed.site
        context.add_cookies(
            [{"name": "jospar_session", "value": value, "url": site}],
        )
        page = context.new_page()
        hand = Keyboard(page) if by_keyboard else Mouse(page)
        return Visit(hand, self.agreed.site, "en", year=2023)

    def open(self, visit: Visit, path: str) -> None:
        """Open a page of the site."""
        visit.page.goto(f"{visit.site}/en/{path}")

    def begin(self, visit: Visit, code: str, **known: str) -> None:
        """Open the form of an act on something."""
        query = "&".join(f"{name}={value}" for name, value in known.items())
        self.open(visit, f"2023/acts/{code}/?{query}")

    def dossier(self, visit: Visit, key: str) -> None:
        """Open the page of a dossier."""
        self.open(visit, f"2023/amendments/{self.agreed.entries[key]}/")


@pytest.fixture
def at_desks(browser: Browser, agreed: Agreed) -> Iterator[Desks]:
    """Give the desks; their windows close with the test."""
    yield Desks(browser, agreed)
    for context in browser.contexts:
        context.close()


def refused(visit: Visit, code: str) -> Locator:
    """Press the act's button, and return what is said against it."""
    visit.hand.go(visit.button(visit.t(f"act.{code}")))
    return visit.page.locator("form.act")


def test_a_request_without_a_conclusion(at_desks: Desks) -> None:
    """It waits at the body's own desk; on paper it is recorded with what it lacks."""
    officer = at_desks.at(BODY)
    at_desks.begin(officer, "amendment.request", key="D-early")
    desks.fill(officer, document="7-1/33")
    expect(refused(officer, "amendment_request")).to_contain_text("conclusion")
    expect(officer.page.get_by_role("alert")).to_be_visible()
    registrar = at_desks.at(Office.REGISTRAR)
    at_desks.begin(registrar, "amendment.request", key="D-early")
    desks.fill(registrar, document="7-1/33")
    desks.perform(registrar, "amendment_request")
    at_desks.dossier(registrar, "D-early")
    expect(registrar.section(registrar.t("dossier_page.request"))).to_contain_text(
        "No. 7-1/33"
    )
    happened = registrar.section(registrar.t("concept_page.happened")).inner_text()
    *_earlier, asked = re.findall(r"entry (\d+) of the journal", happened)
    head = at_desks.at(Office.HEAD)
    at_desks.open(head, f"2023/journal/{asked}/")
    expect(head.page.get_by_role("main")).to_contain_text("no conclusion")


def test_the_tenth_and_the_eleventh_working_day(at_desks: Desks) -> None:
    """Across Nauryz: in time by both readings, by one of them, and by neither."""
    given = {
        "D-tenth": (date(2024, 3, 28), "in time"),
        "D-eleventh": (date(2024, 3, 29), "in time"),
        "D-late": (date(2024, 4, 1), "3 days late"),
    }
    head = at_desks.at(Office.HEAD)
    for key, (on, becomes) in given.items():
        at_desks.dossier(head, key)
        conclusion = head.section(head.t("concept_page.conclusion"))
        expect(conclusion).to_contain_text("28 March 2024, at the latest 29 March 2024")
        expect(conclusion).to_contain_text("overdue")
        at_desks.begin(head, "amendment.conclude", key=key)
        desks.pick(head, "expedient", "yes")
        reasons = {"reasons_kk": "Сапарға керек", "reasons_ru": "Нужно к визиту"}
        desks.fill(head, on=on, number=f"11-2/{key}", **reasons)
        desks.perform(head, "amendment_conclude")
        at_desks.dossier(head, key)
        conclusion = head.section(head.t("concept_page.conclusion"))
        expect(conclusion).to_contain_text(becomes)
    at_desks.open(head, "2023/laboratory/?reading.first_day=receipt")
    would = head.page.locator("#amendments\\.conclusion")
    expect(would).to_contain_text("D-eleventh")
    expect(would).not_to_contain_text("D-tenth")


def test_consent_and_decision_need_each_other(at_desks: Desks) -> None:
    """A consent to no decision is refused, and a revision without a consent."""
    administration = at_desks.at(Office.ADMINISTRATION_OFFICER)
    at_desks.begin(administration, "amendment.record_consent", decision="77")
    desks.pick(administration, "outcome", "ground_outcome_given")
    desks.fill(administration, number="77-1")
    told = refused(administration, "amendment_record_consent")
    expect(told).to_contain_text("77")
    planner = at_desks.at(Office.PLANNER)
    decided = {"plan": "current", "route": "decision", "ground": "6"}
    change(at_desks, planner, "B-3", outcome="change", **decided)
    at_desks.begin(planner, "amendment.make_revision", **decided)
    told = refused(planner, "amendment_make_revision")
    expect(told).to_contain_text("consent")


def test_a_removed_row_that_is_signed(at_desks: Desks) -> None:
    """Who removes it is told of the signing first, and acknowledges it."""
    planner = at_desks.at(Office.PLANNER)
    removing = {"plan": "current", "route": "decision", "ground": "7"}
    begin_change(at_desks, planner, "B-2", outcome="remove", **removing)
    told = refused(planner, "amendment_amend_row")
    expect(told).to_contain_text("signed on 8 April 2024")
    desks.perform(planner, "amendment_amend_row")
    begin_change(at_desks, planner, "B-6", outcome="remove", **removing)
    planner.hand.go(planner.button(planner.t("act.amendment_amend_row")))
    planner.is_told(planner.t("act_was.amendment_amend_row"))


def test_both_routes_lead_to_a_revision(at_desks: Desks) -> None:
    """A decision with its consent, then an instruction; what left the plan is gone."""
    planner = at_desks.at(Office.PLANNER)
    decision = {"plan": "current", "route": "decision", "ground": "5"}
    at_desks.open(planner, CURRENT)
    expect(planner.page.get_by_role("table").first).to_contain_text("B-4")
    change(at_desks, planner, "B-4", outcome="remove", **decision)
    make_revision(at_desks, planner, decision)
    at_desks.open(planner, CURRENT)
    expect(planner.page.get_by_role("table").first).not_to_contain_text("B-4")
    instruction = {"plan": "current", "route": "instruction", "ground": "1"}
    begin_change(at_desks, planner, "B-4", outcome="change", **instruction)
    told = refused(planner, "amendment_amend_row")
    expect(told).to_contain_text("5")
    change(at_desks, planner, "B-1", outcome="change", **instruction)
    make_revision(at_desks, planner, instruction)
    at_desks.open(planner, f"{CURRENT}revisions/")
    changes = planner.page.get_by_role("main")
    expect(changes).to_contain_text("instruction No. 1")
    expect(changes).to_contain_text("decision No. 5")
    officer = at_desks.at(BODY)
    at_desks.open(officer, f"{CURRENT}?form=ru")
    expect(officer.page.get_by_text("К визиту").first).to_be_visible()


def test_names_that_differ_by_one_word_in_one_language(at_desks: Desks) -> None:
    """It is asked whether the other language stays; the treaty then marks the word."""
    controller = at_desks.at(Office.CONTROLLER)
    at_desks.begin(controller, "carrying_out.record_name", plan="current", key="B-5")
    name = f"{TITLE.ru} B-5".replace("торговле", "торговле услугами")
    desks.fill(controller, name_kk=f"{TITLE.kk} B-5", name_ru=name)
    desks.fill(controller, from_side="UZ", judged_by="Б. Оспанов", document="7-1/23")
    desks.fill(controller, **REASON)
    desks.pick(controller, "of_principle", "yes")
    told = refused(controller, "carrying_out_record_name")
    expect(told).to_contain_text("principle")
    desks.pick(controller, "of_principle", "no")
    told = refused(controller, "carrying_out_record_name")
    expect(told).to_contain_text("one")
    desks.perform(controller, "carrying_out_record_name")
    at_desks.open(controller, f"treaties/{at_desks.agreed.entries['B-5']}/")
    names = controller.section(controller.t("treaty.names"))
    expect(names.locator("dd ins")).to_have_text(["услугами"])


def test_a_row_is_proposed_again_by_keyboard(at_desks: Desks) -> None:
    """From the desk to the receipt; the two are one treaty then."""
    officer = at_desks.at(BODY, by_keyboard=True)
    at_desks.open(officer, "2024/")
    tasks = officer.section(officer.t("desk.tasks"))
    officer.hand.go(officer.link(officer.t("task_do.propose_again"), tasks))
    again = officer.t("again.act_of", row="L-1")
    officer.hand.go(officer.page.get_by_role("link", name=again, exact=True))
    for form, text in WHY_AGAIN.items():
        label = f"{officer.t('again.reason')}, {officer.t(f'language.{form}')}"
        officer.hand.write(officer.field(label), text)
    officer.hand.go(officer.button(officer.t("again.go")))
    officer.sees(officer.t("again.of_draft", row="L-1"))
    document = officer.field(desks.label_of(officer, "document"))
    officer.hand.write(document, "7-1/40")
    # Who leaves the field has it saved once more, and what stands beside is put anew.
    officer.page.keyboard.press("Tab")
    officer.page.wait_for_load_state("networkidle")
    complete = officer.page.get_by_role("heading", name=officer.t("write.complete"))
    expect(complete).to_be_visible()
    officer.hand.go(officer.button(officer.t("write.go_file")))
    for caution in officer.page.locator("input[name=acknowledged]").all():
        officer.hand.tick(caution)
    officer.hand.go(officer.button(officer.t("write.file_now")))
    officer.page.wait_for_url(re.compile("/receipts/[0-9]+/"))
    at_desks.open(officer, f"treaties/{at_desks.agreed.entries['L-1']}/")
    linked = officer.page.get_by_role("listitem").filter(has_text="trade-1")
    expect(linked.filter(has_text=WHY_AGAIN["ru"]).or_(linked).first).to_be_visible()
    at_desks.open(officer, "2024/write/rows/")
    officer.sees(officer.t("again.proposed"))


def begin_change(at_desks: Desks, planner: Visit, key: str, **known: Any) -> None:
    """Open the form that changes or removes a row, and fill it in."""
    at_desks.begin(planner, "amendment.amend_row", key=key, **known)
    desks.fill(planner, **REASON)
    if known["outcome"] == "change":
        desks.fill(planner, note_kk="Сапарға", note_ru="К визиту")


def change(at_desks: Desks, planner: Visit, key: str, **known: Any) -> None:
    """Stage a change of a row."""
    begin_change(at_desks, planner, key, **known)
    desks.perform(planner, "amendment_amend_row")


def make_revision(at_desks: Desks, planner: Visit, known: dict[str, str]) -> None:
    """Make the next revision of the plan on a ground."""
    at_desks.begin(planner, "amendment.make_revision", **known)
    desks.perform(planner, "amendment_make_revision")
