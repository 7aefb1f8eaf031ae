"""What an officer of a body does on the last day: mostly, bring concepts in."""

import re
from itertools import islice
from random import Random

from jospar.management.simulation.titles import made_titles

from .browser import Page
from .people import YEAR
from .person import Person, query, uuid_in

_SEEN = re.compile(r'name="(seen_[a-z_.]+)" value="([^"]*)"')
_CONCEPT = rf"/../{YEAR}/concepts/[0-9]+/"
_RECEIPT = rf"/../{YEAR}/receipts/[0-9]+/"
_DRAFT = rf"/../{YEAR}/write/[0-9a-f-]{{36}}/"
_WORDS = ("туралы", "соглашение", "ынтымақтастық", "виза", "көлік", "energy", "Өзбек")
_PURPOSE_KK = "Екі ел арасындағы ынтымақтастықты дамыту."
_PURPOSE_RU = "Развитие сотрудничества двух стран."
_LETTERS = "11-2/{}"


def work(person: Person) -> None:
    """Do one of the things that an officer does."""
    tasks = (bring, look, search, receipts, messages, withdraw, report_none)
    (task,) = person.chance.choices(tasks, (25, 25, 15, 12, 15, 4, 4))
    task(person)


def bring(person: Person) -> None:
    """Write a concept, saved as it is typed, and file it; sometimes with a scan."""
    page = _draft(person)
    form = page.form("page", "seen_title_kk")
    if form is None:  # a colleague filed it
        return
    path, letter = page.path, person.chance.randrange(1000)
    for typed in _typed(person.chance, letter):
        person.pause()
        form |= typed
        saved = person.browser.post(path, form, "save", target="side")
        form |= dict(_SEEN.findall(saved.text))
    if person.chance.random() < 0.25:
        person.pause()
        token = {"csrfmiddlewaretoken": form["csrfmiddlewaretoken"]}
        person.browser.upload(f"{path}files/", token, "scans", scan(person.chance))
    person.pause()
    _file(person, f"{path}file/")


def look(person: Person) -> None:
    """Read the desk, the list and a concept of it."""
    person.browser.get(person.at(""), "desk")
    person.pause()
    page = person.browser.get(person.at("concepts/"), "list")
    if found := page.links(_CONCEPT):
        person.pause()
        person.browser.get(person.chance.choice(found), "concept")


def search(person: Person) -> None:
    """Type into the search of the list; rows are asked for as one types."""
    path, word = person.at("concepts/"), person.chance.choice(_WORDS)
    person.browser.get(path, "list")
    person.pause()
    person.browser.get(query(path, text=word[:3]), "search", target="rows")
    person.pause()
    person.browser.get(query(path, text=word), "search", target="rows")


def receipts(person: Person) -> None:
    """Open a receipt from the desk, and now and then print it."""
    page = person.browser.get(person.at(""), "desk")
    if found := page.links(_RECEIPT):
        person.pause()
        address = person.chance.choice(found)
        person.browser.get(address, "receipt")
        if person.chance.random() < 0.3:
            person.pause()
            person.browser.get(f"{address[3:-1]}.kk.docx", "receipt as DOCX")


def messages(person: Person) -> None:
    """Read the messages and the calendar."""
    person.browser.get(f"/{person.account.language}/notices/", "messages")
    person.pause()
    person.browser.get(f"/{person.account.language}/calendar/", "calendar")


def withdraw(person: Person) -> None:
    """Take a concept back that was a mistake."""
    page = person.browser.get(person.at("concepts/"), "list")
    if not (found := page.links(_CONCEPT)):
        return
    person.pause()
    page = person.browser.get(person.chance.choice(found), "concept")
    if acts := page.links(r"/../[0-9]+/acts/intake\.withdraw_concept/[^\"]*"):
        person.pause()
        person.perform(acts[0], document="11-2/возврат")


def report_none(person: Person) -> None:
    """Say that there are no proposals, which is refused where there are some."""
    path = person.at("write/none/")
    form = person.browser.get(path, "report none").form("act_id")
    if form is None:
        person.fail(f"{path} shows no form")
        return
    person.pause()
    form |= {"document": "11-2/жоқ"}
    answer = person.send(path, form, "act", "receipt")
    person.filed(answer, "intake.report_none", form["act_id"])


def scan(chance: Random) -> bytes:
    """Return a small PDF; no two are the same."""
    return (
        b"%PDF-1.4\n%" + chance.randbytes(20_000).hex().encode() + b"\n"
        b"1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
    )


def _draft(person: Person) -> Page:
    """Open a draft that is listed, or begin one."""
    path = person.at("write/")
    page = person.browser.get(path, "drafts")
    person.pause()
    listed = page.links(_DRAFT)
    if listed and person.chance.random() < 0.15:
        return person.browser.get(person.chance.choice(listed), "draft")
    form = page.form("csrfmiddlewaretoken") or {}
    token = {"csrfmiddlewaretoken": form["csrfmiddlewaretoken"]}
    return person.browser.post(path, token, "begin a draft", "draft")


def _file(person: Person, path: str) -> None:
    """File the draft, acknowledging what is to be, and look at the receipt."""
    page = person.browser.get(path, "page of filing")
    form = page.form("revision")
    if form is None:  # a colleague filed it
        return
    person.pause()
    answer = person.send(path, form | page.cautions(), "file", "receipt")
    person.filed(answer, "intake.submit_concept", uuid_in(path))


def _typed(chance: Random, letter: int) -> list[dict[str, str]]:
    """Return what is typed into the draft, from one pause to the next."""
    (title,) = islice(made_titles(Random(chance.random())), 1)  # noqa: S311 - no secret
    quarter = f"{YEAR + 1}-{chance.randrange(1, 5)}"
    return [
        *({"title_kk": title.title.kk[:end]} for end in (40, 90, None)),
        *({"title_ru": title.title.ru[:end]} for end in (40, 90, None)),
        *({"purpose_kk": _PURPOSE_KK[:end]} for end in (20, None)),
        *({"purpose_ru": _PURPOSE_RU[:end]} for end in (20, None)),
        {"level": title.level.value, "entry": "new", "counterparties": "UZ"},
        {"conclude_first": quarter, "procedure": "none"},
        {"document": _LETTERS.format(letter)},
    ]
