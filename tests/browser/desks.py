"""What everybody does at a desk, and the tasks of the administrator."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from playwright.sync_api import Locator

from jospar.rules.core.offices import Office
from tests.browser.visits import Visit

Row = Mapping[str, Any]


def arrive(visit: Visit) -> None:
    """Open the site in the visitor's language."""
    visit.page.goto(f"{visit.site}/{visit.language}/")


def take_seat(visit: Visit, office: Office, body: str = "", person: str = "") -> None:
    """Take a seat in that office, as a rehearsal lets everybody: somebody's, or one."""
    seats = visit.field(visit.t("rehearsal.seat"))
    name = f"{visit.office(office)} {body}".rstrip()
    labels = seats.get_by_role("option").all_text_contents()
    label = next(one for one in labels if one.startswith(f"{name}: {person}"))
    visit.hand.choose(seats, label)
    visit.hand.go(visit.button(visit.t("rehearsal.take")))


def sign_in(visit: Visit, code: str, password: str) -> None:
    """Sign in with a name and a password."""
    visit.hand.write(visit.field(visit.t("sign_in.code")), code)
    visit.hand.write(visit.field(visit.t("sign_in.password")), password)
    visit.hand.go(visit.button(visit.t("sign_in.enter")))


def choose_password(visit: Visit, password: str) -> None:
    """Choose an own password in place of the one-time one, and go on."""
    visit.hand.write(visit.field(visit.t("password.password")), password)
    visit.hand.write(visit.field(visit.t("password.repeated")), password)
    visit.hand.go(visit.button(visit.t("password.change")))
    visit.hand.go(visit.link(visit.t("password.go_on")))


def move_to(visit: Visit, day: date) -> None:
    """Let it be that day for everybody."""
    field = visit.field(visit.t("rehearsal.day"))
    if field.input_value() == day.isoformat():
        return
    visit.hand.write_day(field, day)
    visit.hand.go(visit.button(visit.t("rehearsal.go")))


def open_page(visit: Visit, name: str) -> None:
    """Go to one of the pages that the office has."""
    ways = visit.page.get_by_role("navigation", name=visit.t("site.pages"))
    visit.hand.go(visit.link(visit.t(f"way.{name}"), ways))


def begin(visit: Visit, task: str) -> None:
    """Press the button of a task that stands on the desk."""
    open_page(visit, "start")
    tasks = visit.section(visit.t("desk.tasks"))
    visit.hand.go(visit.link(visit.t(f"task_do.{task}"), tasks).first)


def fill(visit: Visit, within: Locator | None = None, /, **values: object) -> None:
    """Write into the fields of an act, by what their labels are called."""
    for name, value in values.items():
        field = visit.field(label_of(visit, name), within)
        if isinstance(value, date):
            visit.hand.write_day(field, value)
        else:
            visit.hand.write(field, str(value))


def label_of(visit: Visit, name: str) -> str:
    """Return the label of the field, with its language where it has one."""
    stem, _line, language = name.rpartition("_")
    if language in {"kk", "ru"}:
        label = "field.called" if stem == "name" else f"field.{stem}"
        return f"{visit.t(label)}, {visit.t(f'language.{language}')}"
    return visit.t(f"field.{name}")


def pick(visit: Visit, name: str, value: str, within: Locator | None = None) -> None:
    """Choose one of the answers to a question of the form."""
    chosen = visit.t(f"choice.{value}")
    visit.hand.tick(visit.choice(visit.t(f"field.{name}"), chosen, within))


def for_all(visit: Visit) -> Locator:
    """Return the part of the page where is written what is the same for all."""
    return visit.section(visit.t("act_many.same"))


def perform(visit: Visit, code: str) -> None:
    """Press the act's button; tick the cautions if there are any, and press again."""
    button = visit.button(visit.t(f"act.{code}"))
    visit.hand.go(button)
    cautions = visit.page.locator("input[name=acknowledged]")
    if cautions.count():
        for caution in cautions.all():
            visit.hand.tick(caution)
        visit.hand.go(button)
    visit.is_told(visit.t(f"act_was.{code}"))


def open_first_concept(visit: Visit) -> None:
    """Open the first concept of the list."""
    rows = visit.page.get_by_role("rowheader")
    visit.hand.go(rows.get_by_role("link").first)


def mark_all(visit: Visit) -> None:
    """Mark everything in the list."""
    for box in visit.boxes(visit.t("concept_list.mark")):
        visit.hand.tick(box)


def open_cycle(visit: Visit) -> None:
    """Open the first cycle, from the page that says there is none."""
    open_act = visit.t("act.reference_open_cycle")
    visit.hand.go(visit.link(open_act))
    visit.hand.go(visit.link(visit.t("reference.open_next", year=visit.year)))
    perform(visit, "reference_open_cycle")


def list_body(visit: Visit, body: Row) -> None:
    """Put a body on the list of the cycle."""
    visit.hand.go(visit.link(visit.t("act.reference_list_body")))
    fill(
        visit,
        code=body["code"],
        name_kk=body["name_kk"],
        name_ru=body["name_ru"],
        name_en=body["name_en"],
    )
    pick(visit, "answers", body["answers"])
    perform(visit, "reference_list_body")


def add_person(visit: Visit, code: str, name: str, office: Office, body: str) -> None:
    """Take somebody up and appoint them to an office; of ``body``, by its name."""
    open_page(visit, "people")
    visit.hand.go(visit.link(visit.t("people.add")))
    visit.hand.write(visit.field(visit.t("people.code")), code)
    visit.hand.write(visit.field(visit.t("people.name")), name)
    visit.hand.go(visit.button(visit.t("people.add_password")))
    visit.sees(visit.t("people.one_time"))
    visit.hand.go(visit.link(visit.t("people.handed_on")))
    visit.hand.go(visit.link(visit.t("people.appoint")))
    visit.hand.choose(visit.field(visit.t("field.office")), visit.office(office))
    if body:
        visit.hand.choose(visit.field(visit.t("field.body")), body)
    perform(visit, "reference_appoint")


def perform_many(visit: Visit, code: str, count: int) -> None:
    """Press the button of an act on several concepts; all must come about."""
    visit.hand.go(visit.button(f"{visit.t(f'act.{code}')}: {count}"))
    cautions = visit.page.locator("input[name$=acknowledged]")
    if cautions.count():
        for caution in cautions.all():
            visit.hand.tick(caution)
        visit.hand.go(visit.page.locator("form.act .buttons button"))
    visit.is_told(visit.t("act_many.done", count=count))
