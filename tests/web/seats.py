"""People for the pages' tests: each holds an office and has signed in."""

from datetime import date

from django.test import Client

from jospar.accounts.models import Person
from jospar.rules.core.offices import Office
from tests.queries.made_record import do
from tests.rules import made

SINCE = date(2024, 1, 1)


def seat(office: Office, body: str = "", client: Client | None = None) -> Client:
    """Return a browser in which somebody of that office has signed in.

    The person's code is the office's, with the body's after a dash.
    """
    code = f"{office.value}-{body}" if body else office.value
    person, new = Person.objects.get_or_create(code=code, defaults={"name": "А. Ә."})
    if new:
        do(
            made.appoint(
                person=code, name=person.name, office=office, body=body, first_day=SINCE
            )
        )
    client = client or Client()
    client.force_login(person)
    return client
