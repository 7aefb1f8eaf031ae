"""Who holds which office on a day, and which mail reaches them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from jospar.accounts.models import Appointment, Person
from jospar.rules.core.offices import OF_ONE_BODY, Office


@dataclass(frozen=True, slots=True)
class Post:
    """An office that a person holds; ``body`` is given where it acts for one body."""

    office: Office
    body: str = ""


class Staff:
    """The people of a day by their offices, those standing in among them; one query."""

    def __init__(self, day: date) -> None:
        """Read the appointments that are in force on ``day``."""
        self._people: dict[Post, set[str]] = defaultdict(set)
        self._posts: dict[str, set[Post]] = defaultdict(set)
        rows = Appointment.objects.filter(
            Q(last_day=None) | Q(last_day__gte=day), first_day__lte=day
        ).values_list("person", "office", "body")
        for person, code, body in rows:
            office = Office(code)
            post = Post(office, body if office in OF_ONE_BODY else "")
            self._people[post].add(person)
            self._posts[person].add(post)

    def holders(self, office: Office, bodies: Iterable[str] = ()) -> set[str]:
        """Return the people of an office; of those ``bodies`` where it acts for one."""
        posts = [Post(office, body) for body in bodies]
        if office not in OF_ONE_BODY:
            posts = [Post(office)]
        return {person for post in posts for person in self._people.get(post, ())}

    def posts(self, person: str) -> set[Post]:
        """Return the offices that the person holds."""
        return self._posts.get(person, set())

    def people(self) -> list[str]:
        """Return everybody who holds an office."""
        return sorted(self._posts)


@dataclass(frozen=True, slots=True)
class Addressee:
    """Where a person's mail goes, and the language that it is written in."""

    address: str
    language: str


def addressees() -> dict[str, Addressee]:
    """Return by their codes the people whom mail reaches; one query."""
    people = Person.objects.filter(is_active=True).exclude(email="")
    return {
        code: Addressee(address, language)
        for code, address, language in people.values_list("code", "email", "language")
    }
