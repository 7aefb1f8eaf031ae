"""What the Ministry's people do on the last day: the queue, numbers, lists."""

from .people import YEAR
from .person import Person, query

_CONCEPT = rf"/../{YEAR}/concepts/[0-9]+/"
_LED = (
    *(("", "desk"), ("answers/", "answers"), ("concepts/", "list")),
    *(("rules/", "rules"), ("current/", "plan"), ("journal/", "journal")),
)
"""The pages that a head looks at, with their kinds."""
_FILTERS = ({"level": "interagency"}, {"plan": "current"}, {"text": "туралы"})


def review(person: Person) -> None:
    """Read the queue; now and then ask a body, or prepare a conclusion."""
    tasks = (_queue, _filtered, _ask, _conclude, _answers, _desk)
    (task,) = person.chance.choices(tasks, (30, 20, 10, 15, 10, 15))
    task(person)


def register(person: Person) -> None:
    """Give the papers that came their numbers."""
    page = person.browser.get(person.at("answers/"), "answers")
    found = page.links(r"/../[0-9]+/acts/intake\.register_paper/[^\"]*")
    for address in found[:3]:
        person.pause()
        person.perform(address, number=f"К-{person.chance.randrange(10**6)}")


def lead(person: Person) -> None:
    """Look at lists and figures, as a head does."""
    path, kind = person.chance.choice(_LED)
    person.browser.get(person.at(path), kind)


def administer(person: Person) -> None:
    """Look at how the installation stands, and at its people."""
    language = person.account.language
    pages = (("installation/", "installation"), ("people/", "people"))
    path, kind = person.chance.choice(pages)
    person.browser.get(f"/{language}/{path}", kind)


def audit(person: Person) -> None:
    """Read who read what."""
    person.browser.get(f"/{person.account.language}/readings/", "readings")


def _desk(person: Person) -> None:
    person.browser.get(person.at(""), "desk")


def _answers(person: Person) -> None:
    person.browser.get(person.at("answers/"), "answers")


def _filtered(person: Person) -> None:
    asked = person.chance.choice(_FILTERS)
    person.browser.get(query(person.at("concepts/"), **asked), "list")


def _queue(person: Person) -> list[str]:
    """Read the queue and a concept of it; return what can be done with that."""
    page = person.browser.get(query(person.at("concepts/"), view="to_conclude"), "list")
    concepts = page.links(_CONCEPT)
    if not concepts:
        return []
    person.pause()
    page = person.browser.get(person.chance.choice(concepts), "concept")
    return page.links(r"/../[0-9]+/acts/review\.[^\"]*")


def _ask(person: Person) -> None:
    for address in _queue(person):
        if "ask_clarification" in address:
            person.pause()
            person.perform(
                address,
                question_kk="Жобаны жіберуді сұраймыз.",
                question_ru="Просим направить проект.",
                answer_by=f"{YEAR}-10-10",
            )


def _conclude(person: Person) -> None:
    for address in _queue(person):
        if "prepare_conclusion" in address:
            person.pause()
            person.perform(
                address,
                expedient="yes",
                reasons_kk="Сыртқы саясатқа сай.",
                reasons_ru="Отвечает внешней политике.",
            )
