"""Two people at the same form, who both send it at the same moment."""

import pytest
from playwright.sync_api import Browser, expect

from jospar.rules.core.offices import Office
from tests.browser import desks
from tests.browser.hands import Mouse
from tests.browser.visits import Visit

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("demo")]

SOON = 1_500
"""Milliseconds from now at which both press the button."""
_PRESS_AT = """(moment) => {
    const button = document.querySelector("form.act .buttons .button");
    setTimeout(() => button.click(), moment - Date.now());
}"""
_HEADS = {
    "Гүлнар Әбдірахманова": {
        "number": "Қ/901",
        "reasons_kk": "Шарт қажет.",
        "reasons_ru": "Договор нужен.",
    },
    "Ерлан Өмірбеков": {
        "number": "Қ/902",
        "reasons_kk": "Шарт қажет емес.",
        "reasons_ru": "Договор не нужен.",
    },
}
"""What each of the two heads, by their names, gives as the conclusion."""


def test_one_conclusion_stands_and_the_other_head_is_told(
    browser: Browser, site: str
) -> None:
    """Who comes second reads what happened, and nothing of what they typed is lost."""
    first, second = _HEADS
    _appoint_another_head(browser, site, second)
    visits = {name: _at_the_form(browser, site, name) for name in (first, second)}
    moment = visits[first].page.evaluate(f"Date.now() + {SOON}")
    for visit in visits.values():
        visit.page.evaluate(_PRESS_AT, moment)
    done = [name for name, visit in visits.items() if _is_done(visit)]
    (told,) = _HEADS.keys() - done
    _reads_what_happened(visits[told])
    _has_lost_nothing(visits[told], _HEADS[told])
    _stands_once(visits[told])
    for visit in visits.values():
        visit.page.close()


def _appoint_another_head(browser: Browser, site: str, name: str) -> None:
    visit = Visit(Mouse(browser.new_page()), site, "en")
    desks.arrive(visit)
    desks.take_seat(visit, Office.ADMINISTRATOR)
    desks.add_person(visit, "second.head", name, Office.HEAD, "")
    visit.page.close()


def _at_the_form(browser: Browser, site: str, name: str) -> Visit:
    """Fill in the conclusion on the first concept that waits, and tick its cautions."""
    visit = Visit(Mouse(browser.new_page()), site, "en")
    desks.arrive(visit)
    desks.take_seat(visit, Office.HEAD, person=name)
    desks.open_page(visit, "concepts")
    visit.hand.go(visit.link(visit.t("concept_view.to_conclude")))
    desks.open_first_concept(visit)
    visit.hand.go(visit.link(visit.t("act.review_conclude")))
    desks.pick(visit, "expedient", "yes")
    desks.fill(visit, **_HEADS[name])
    visit.hand.go(visit.button(visit.t("act_page.check")))
    for caution in visit.page.locator("input[name=acknowledged]").all():
        visit.hand.tick(caution)
    return visit


def _is_done(visit: Visit) -> bool:
    """Wait until the page says what became of it; tell whether the act came about."""
    told = visit.page.get_by_role("alert").or_(visit.page.get_by_role("status"))
    expect(told).to_be_visible()
    return visit.page.get_by_role("status").is_visible()


def _reads_what_happened(visit: Visit) -> None:
    said = visit.page.get_by_role("alert")
    expect(said).to_contain_text("was given on 20 October 2024 already")


def _has_lost_nothing(visit: Visit, typed: desks.Row) -> None:
    for name, text in typed.items():
        field = visit.field(desks.label_of(visit, name))
        expect(field).to_have_value(text)


def _stands_once(visit: Visit) -> None:
    """See in what happened to the concept that one conclusion was signed."""
    visit.hand.go(visit.link(visit.t("act_page.back")))
    happened = visit.section(visit.t("concept_page.happened"))
    signed = happened.get_by_text(visit.t("act_was.review_conclude"), exact=True)
    expect(signed).to_have_count(1)
