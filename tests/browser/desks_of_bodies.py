"""The tasks of an officer of a body, and what the registrar does with the papers."""

import re
from datetime import date, datetime

from playwright.sync_api import expect

from jospar.rules.core.terms import quarter_phrase
from tests.browser.desks import (
    Row,
    begin,
    fill,
    for_all,
    label_of,
    mark_all,
    open_first_concept,
    open_page,
    perform,
    perform_many,
)
from tests.browser.visits import Visit

_TEXTS = ("title", "purpose", "note")


def day_of(paper: Row) -> date:
    """Return the day on which a paper comes."""
    return datetime.fromisoformat(paper["received_at"]).date()


def begin_concept(visit: Visit) -> None:
    """Begin a new draft, and be on its page."""
    open_page(visit, "write")
    visit.hand.go(visit.button(visit.t("write.begin")))


def write_concept(visit: Visit, row: Row, joint: str = "") -> None:
    """Fill in the draft; ``joint`` is the name of a body that proposes too."""
    for name in (f"{text}_{form}" for text in _TEXTS for form in ("kk", "ru")):
        if name in row:
            visit.hand.write(visit.field(label_of(visit, name)), row[name])
    for name in ("level", "entry"):
        _tick(visit, f"field.{name}", f"choice.{name}_{row[name]}")
    others = visit.field(visit.t("field.counterparties"))
    visit.hand.write(others, row["counterparties"])
    if joint:
        visit.hand.press(visit.page.get_by_text(visit.t("write.others")).first)
        visit.hand.tick(visit.page.get_by_role("checkbox", name=joint))
    _write_term(visit, row, "conclude")
    _tick(visit, "field.procedure", f"choice.procedure_{row['procedure']}")
    if row["procedure"] != "none":
        _write_term(visit, row, "procedure")
    visit.hand.write(visit.field(visit.t("field.document")), row["document"])
    _be_saved(visit)


def file_concept(visit: Visit) -> None:
    """Go on from the draft to its filing, and file it."""
    visit.hand.go(visit.button(visit.t("write.go_file")))
    confirm_filing(visit)


def confirm_filing(visit: Visit) -> None:
    """Acknowledge on the page of the filing what is to be, and get the receipt."""
    for caution in visit.page.locator("input[name=acknowledged]").all():
        visit.hand.tick(caution)
    visit.hand.go(visit.button(visit.t("write.file_now")))
    visit.page.wait_for_url(re.compile("/receipts/[0-9]+/"))


def report_none(visit: Visit, letter: Row) -> None:
    """Say that there are no proposals."""
    open_page(visit, "start")
    visit.hand.go(visit.link(visit.t("position.none_act")))
    fill(visit, document=letter["document"])
    perform(visit, "intake_report_none")


def answer_question(visit: Visit, kk: str, ru: str, document: str) -> None:
    """Answer what the Ministry asked."""
    begin(visit, "clarify")
    open_first_concept(visit)
    visit.hand.go(visit.link(visit.t("act.review_answer_clarification")))
    fill(visit, answer_kk=kk, answer_ru=ru, document=document)
    perform(visit, "review_answer_clarification")


def register_papers(visit: Visit, first: int) -> int:
    """Give the papers that came their numbers; return the next number."""
    name = visit.t("act.intake_register_paper")
    begin(visit, "register")
    while visit.page.get_by_text(name).count():
        unregistered = visit.page.get_by_role("group").filter(has_text=name).first
        visit.hand.press(unregistered.locator("summary"))
        visit.hand.go(visit.link(name, unregistered).first)
        fill(visit, number=f"К-{first}")
        perform(visit, "intake_register_paper")
        first += 1
    return first


def return_late(visit: Visit, row: Row) -> None:
    """Return what came late, without looking at it."""
    begin(visit, "return")
    mark_all(visit)
    visit.hand.go(visit.button(visit.t("act.intake_return_late")))
    fill(visit, for_all(visit), document=row["document"])
    perform_many(visit, "intake_return_late", 1)


def _tick(visit: Visit, group: str, choice: str) -> None:
    visit.hand.tick(visit.choice(visit.t(group), visit.t(choice)))


def _write_term(visit: Visit, row: Row, term: str) -> None:
    """Choose the first and the last quarter of a term."""
    part = visit.page.get_by_role("group", name=visit.t(f"write_term.{term}"))
    days = {"first": row[f"{term}_from"], "last": row[f"{term}_to"]}
    for end, day in days.items():
        name = quarter_phrase(day.year, (day.month + 2) // 3, visit.language)
        picker = part.get_by_role("radiogroup", name=visit.t(f"write_term.{end}"))
        visit.hand.tick(picker.get_by_role("radio", name=name, exact=True))


def _be_saved(visit: Visit) -> None:
    """See that nothing is missing; without JavaScript the draft is saved by hand."""
    if not visit.scripted:
        visit.hand.go(visit.button(visit.t("write.save")))
    expect(visit.page.get_by_text(visit.t("write.unsaved"))).to_be_hidden()
    complete = visit.page.get_by_role("heading", name=visit.t("write.complete"))
    expect(complete).to_be_visible()
