"""The tasks of the planner, and what happens to the plans until they are agreed."""

import re
from collections.abc import Sequence

from playwright.sync_api import Locator

from tests.browser.desks import (
    Row,
    begin,
    fill,
    open_page,
    perform,
    pick,
)
from tests.browser.visits import Visit

_CHANGES = ("conclude_from", "conclude_to", "remark_kk", "remark_ru")


def register_agreement(visit: Visit, row: Row) -> None:
    """Put an agreement into its register."""
    open_page(visit, "occasions")
    visit.hand.go(visit.link(visit.t("act.drafting_register_agreement")))
    fill(
        visit,
        key=row["id"],
        title=row["title"],
        reached_on=row["reached_on"],
        place=row["place"],
    )
    perform(visit, "drafting_register_agreement")


def register_event(visit: Visit, row: Row) -> None:
    """Put an event into its register."""
    open_page(visit, "occasions")
    visit.hand.go(visit.link(visit.t("act.drafting_register_event")))
    fill(
        visit,
        key=row["id"],
        title=row["title"],
        first_day=row["from"],
        last_day=row["to"],
        place=row["place"],
    )
    pick(visit, "with_whom", f"with_{row['with']}")
    perform(visit, "drafting_register_event")


def link_to_concept(visit: Visit, row: Row, word: str) -> None:
    """Link an entry to the concept that a word of its title finds."""
    open_page(visit, "occasions")
    entry = _entry(visit, row)
    visit.hand.go(visit.link(visit.t("occasions.link"), entry))
    visit.hand.write(visit.field(visit.t("occasions.find"), entry), word)
    visit.hand.go(visit.button(visit.t("occasions.search")))
    visit.hand.go(visit.link(visit.t("occasions.link_this"), about=row["concepts"]))
    perform(visit, "drafting_consider")


def consider(visit: Visit, row: Row) -> None:
    """Say why no concept follows from an entry."""
    open_page(visit, "occasions")
    entry = _entry(visit, row)
    visit.hand.go(visit.link(visit.t("act.drafting_consider"), entry))
    fill(visit, considered=row["considered"])
    perform(visit, "drafting_consider")


def _entry(visit: Visit, row: Row) -> Locator:
    return visit.page.get_by_role("listitem").filter(
        has=visit.page.get_by_role("heading", name=row["title"])
    )


def open_plan(visit: Visit, plan: str) -> None:
    """Open a plan."""
    open_page(visit, "plan")
    pages = visit.page.get_by_role("navigation", name=visit.t("plan_page.pages"))
    visit.hand.go(visit.link(visit.t(f"plan.{plan}"), pages))


def settle(visit: Visit, row: Row) -> None:
    """Settle another title for a concept that waits to be placed."""
    begin(visit, "place")
    visit.hand.go(_row_of(visit, row["concept"]).get_by_role("link"))
    visit.hand.go(visit.link(visit.t("act.drafting_settle")))
    fill(
        visit,
        reason=row["reason"],
        title_kk=row["title_kk"],
        title_ru=row["title_ru"],
    )
    perform(visit, "drafting_settle")


def _row_of(visit: Visit, concept: str) -> Locator:
    """Return the cell of the list that leads to the concept."""
    rows = visit.page.get_by_role("row").filter(
        has=visit.page.get_by_role("cell", name=concept, exact=True)
    )
    return rows.get_by_role("rowheader")


def place_marked(visit: Visit, plan: str, count: int) -> None:
    """Place everything that waits for the plan and for it alone."""
    open_plan(visit, plan)
    visit.hand.go(visit.button(visit.t("plan_page.place_marked")))
    visit.is_told(visit.t("act_many.done", count=count))


def place_with_reason(visit: Visit, row: Row) -> None:
    """Choose the plan of a concept whose term lies in both, and say why."""
    open_plan(visit, row["plan"])
    visit.hand.go(visit.link(visit.t("plan_page.choose"), about=row["concept"]))
    pick(visit, "plan", f"plan_kind_{row['plan']}")
    fill(visit, reason=row["reason"])
    perform(visit, "drafting_place")


def send_on(visit: Visit, row: Row) -> None:
    """Send a plan to the Commission, or to the President."""
    code = {
        "commission": "commission_send_to_commission",
        "president": "agreement_send_to_president",
    }[row["to"]]
    open_plan(visit, row["plan"])
    visit.hand.go(visit.link(visit.t(f"act.{code}")))
    fill(visit, document=row["document"])
    perform(visit, code)


def _of_plan(visit: Visit, plan: str) -> Locator:
    return visit.section(visit.t(f"plan.{plan}"))


def remark(visit: Visit, plan: str, point: str, kk: str, ru: str) -> None:
    """Record what a member of the Commission remarked on a row."""
    open_page(visit, "commission")
    part = _of_plan(visit, plan)
    visit.hand.go(visit.link(visit.t("act.commission_remark"), part))
    fill(visit, member="Е. Омаров", point=point, remark_kk=kk, remark_ru=ru)
    perform(visit, "commission_remark")


def answer_remark(visit: Visit, kk: str, ru: str) -> None:
    """Answer the remark that waits, and accept it."""
    begin(visit, "answer_remark")
    visit.hand.go(visit.link(visit.t("act.commission_answer_remark")))
    fill(visit, answer_kk=kk, answer_ru=ru)
    pick(visit, "settled", "settled_accepted")
    perform(visit, "commission_answer_remark")


def decide(visit: Visit, decision: Row, rows: Sequence[Row], numbers: Row) -> None:
    """Record the Commission's decision, row by row.

    ``numbers`` are those that the rows have in the plan, by their concepts.
    """
    open_page(visit, "commission")
    part = _of_plan(visit, decision["plan"])
    visit.hand.go(visit.link(visit.t("commission.decide"), part))
    fill(visit, number=decision["number"])
    pick(visit, "outcome", f"outcome_{decision['outcome']}")
    for row in rows:
        _decide_row(visit, row, numbers[row["concept"]])
    visit.hand.go(visit.button(visit.t("decide.show")))
    visit.hand.go(visit.button(visit.t("decide.record")))
    visit.sees(decision["number"])


def _decide_row(visit: Visit, row: Row, number: int) -> None:
    """Choose what was decided on a row, and fill in the fields that this opens."""
    chosen = visit.field(visit.t("decide.chosen", number=number))
    keep_with_remark = row["outcome"] == "keep"
    outcome = "remark" if keep_with_remark else row["outcome"]
    visit.hand.choose(chosen, visit.t(f"row_choice.{outcome}"))
    if not visit.scripted:
        visit.hand.go(visit.button(visit.t("decide.show")))
    item = visit.page.get_by_role("listitem").filter(
        has=visit.page.get_by_role(
            "combobox", name=visit.t("decide.chosen", number=number), exact=True
        )
    )
    for name in _CHANGES:
        if name in row:
            fill(visit, item, **{name: row[name]})


def record_reply(visit: Visit, row: Row) -> None:
    """Record what the President replied."""
    open_page(visit, "president")
    plan = visit.t(f"plan.{row['plan']}")
    visit.hand.go(visit.link(visit.t("act.agreement_record_reply"), about=plan))
    fill(visit, number=row["number"])
    pick(visit, "outcome", f"reply_outcome_{row['outcome']}")
    perform(visit, "agreement_record_reply")


def acknowledge(visit: Visit) -> None:
    """Acknowledge a plan that was sent to the recipient, from the desk."""
    begin(visit, "acknowledge")
    perform(visit, "agreement_acknowledge")


def make_link(visit: Visit, recipient: str) -> str:
    """Make the personal link of a recipient who has no account; return it."""
    open_page(visit, "outbox")
    views = visit.page.get_by_role("navigation", name=visit.t("outbox.views"))
    visit.hand.go(views.get_by_role("link").nth(1))
    visit.hand.go(visit.button(visit.t("outbox.make_link"), recipient).first)
    return visit.field(visit.t("outbox.make_link")).input_value()


def acknowledge_by_link(visit: Visit, address: str) -> None:
    """Open the personal link, and acknowledge the plan that it leads to."""
    visit.page.goto(address)
    visit.hand.go(visit.button(visit.t("received.received")))
    visit.page.get_by_role("status").wait_for()


def download(visit: Visit, plan: str) -> bytes:
    """Download a plan as JSON, from its page."""
    open_plan(visit, plan)
    json = visit.page.get_by_role("link", name=re.compile("^JSON"))
    with visit.page.expect_download() as download:
        visit.hand.press(json)
    return download.value.path().read_bytes()
