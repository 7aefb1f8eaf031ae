"""The persons with what they hold, held and will hold."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, validate_email

from .models import Appointment, Person

_LONGEST_ADDRESS = 254
"""Letters of an e-mail address, as RFC 5321 has it."""


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person and their appointments by time.

    ``person`` is None for somebody who was appointed and has no account to sign in.
    ``invited_until`` is up to when a link waits that was not used, or waited.
    """

    code: str
    name: str
    person: Person | None
    now: tuple[Appointment, ...]
    ahead: tuple[Appointment, ...]
    past: tuple[Appointment, ...]
    invited_until: datetime | None


def is_address(text: str) -> bool:
    """Tell whether ``text`` is an e-mail address that the record keeps."""
    try:
        validate_email(text)
        MaxLengthValidator(_LONGEST_ADDRESS)(text)
    except ValidationError:
        return False
    return True


def people(day: date, search: str = "") -> list[PersonLine]:
    """Return everybody whose name or code holds ``search``, by name; two queries."""
    held: dict[str, list[Appointment]] = defaultdict(list)
    for one in Appointment.objects.order_by("first_day", "entry"):
        held[one.person].append(one)
    names = {code: (ones[-1].name, None) for code, ones in held.items()}
    persons = Person.objects.select_related("invitation")
    known = {one.code: (one.name, one) for one in persons}
    # Not asked of the database: SQLite does not fold Cyrillic letters.
    sought = search.strip().casefold()
    lines = [
        _line(code, name, person, held.get(code, []), day)
        for code, (name, person) in {**names, **known}.items()
        if sought in f"{name}\n{code}".casefold()
    ]
    return sorted(lines, key=lambda line: (line.name.casefold(), line.code))


def person_line(person: Person, day: date) -> PersonLine:
    """Return the person with all their appointments; two queries."""
    held = Appointment.objects.filter(person=person.code).order_by("first_day", "entry")
    return _line(person.code, person.name, person, list(held), day)


def _line(
    code: str, name: str, person: Person | None, held: list[Appointment], day: date
) -> PersonLine:
    def is_past(one: Appointment) -> bool:
        return one.last_day is not None and one.last_day < day

    ahead = tuple(one for one in held if one.first_day > day)
    past = tuple(one for one in held if one not in ahead and is_past(one))
    now = tuple(one for one in held if one not in ahead and one not in past)
    invited = getattr(person, "invitation", None)
    until = invited.until if invited and invited.used_at is None else None
    return PersonLine(code, name, person, now, ahead, past, until)
