"""The tasks of the review: questions, conclusions, and the letters that leave."""

from collections.abc import Sequence
from datetime import date

from tests.browser.desks import (
    Row,
    begin,
    fill,
    for_all,
    mark_all,
    open_first_concept,
    open_page,
    perform,
    perform_many,
    pick,
)
from tests.browser.visits import Visit


def ask(visit: Visit, kk: str, ru: str, answer_by: date) -> None:
    """Ask the body whose concept is first in the queue to clarify it."""
    begin(visit, "review")
    open_first_concept(visit)
    visit.hand.go(visit.link(visit.t("act.review_ask_clarification")))
    fill(visit, question_kk=kk, question_ru=ru, answer_by=answer_by)
    perform(visit, "review_ask_clarification")


def prepare_all(visit: Visit, conclusions: Sequence[Row]) -> None:
    """Prepare the conclusions on everything in the queue, with the same reasons."""
    begin(visit, "review")
    mark_all(visit)
    visit.hand.go(visit.button(visit.t("act.review_prepare_conclusion")))
    row, same = conclusions[0], for_all(visit)
    pick(visit, "expedient", row["expedient"], same)
    fill(visit, same, reasons_kk=row["reasons_kk"], reasons_ru=row["reasons_ru"])
    perform_many(visit, "review_prepare_conclusion", len(conclusions))


def countersign_all(visit: Visit, count: int) -> None:
    """Countersign the drafts that wait for it."""
    begin(visit, "agree")
    mark_all(visit)
    visit.hand.go(visit.button(visit.t("act.review_agree_conclusion")))
    perform_many(visit, "review_agree_conclusion", count)


def sign_all(visit: Visit, conclusions: Sequence[Row]) -> None:
    """Sign the conclusions, each under its own number."""
    begin(visit, "sign")
    mark_all(visit)
    visit.hand.go(visit.button(visit.t("act.review_conclude")))
    for row in conclusions:
        own = visit.section(row["concept"])
        visit.hand.press(own.get_by_text(visit.t("act_many.own")))
        visit.hand.write(visit.field(visit.t("field.number"), own), row["number"])
    perform_many(visit, "review_conclude", len(conclusions))


def approve_letters(visit: Visit, count: int) -> None:
    """Approve all letters that wait."""
    open_page(visit, "outbox")
    _mark_letters(visit)
    visit.hand.go(visit.button(visit.t("outbox.approve_marked")))
    visit.is_told(visit.t("outbox.finished", count=count))


def send_letters(visit: Visit, count: int, first: str) -> None:
    """Record all letters that wait as sent, numbered from ``first`` on."""
    open_page(visit, "outbox")
    _mark_letters(visit)
    visit.hand.write(visit.field(visit.t("outbox.first")), first)
    visit.hand.go(visit.button(visit.t("outbox.send_marked")))
    visit.is_told(visit.t("outbox.finished", count=count))


def _mark_letters(visit: Visit) -> None:
    for box in visit.boxes(visit.t("outbox.mark")):
        visit.hand.tick(box)
