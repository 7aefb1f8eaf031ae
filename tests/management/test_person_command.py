"""``jospar person``: the first persons, and their one-time passwords."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from pytest_django import Settings

from jospar.accounts.invitations import State, find
from jospar.accounts.models import Appointment, Invitation, Person
from jospar.procedure import journal
from jospar.procedure.clock import Clock
from tests.installation import Said
from tests.procedure.made_orders import perform_act
from tests.rules import made
from tests.web.second_factors import give_app

pytestmark = pytest.mark.django_db

Command = Callable[..., Said]
FIRST = ("person", "--add", "A.Akhmetova", "--name", "А. Ахметова")
ADMINISTRATOR = (*FIRST, "--office", "administrator")
WHY = ("--reason", " seen in person ")
NO_REASON = (
    "The repair has no reason. Say who asked for it and why; it stands in the journal "
    "for ever."
)


def password_in(said: Said) -> str:
    """Return the one-time password that was printed."""
    found = re.search(r"(?:[a-z2-9]{4}-){3}[a-z2-9]{4}", said.out)
    assert found is not None
    return found[0]


def repaired() -> tuple[str, str, str]:
    """Return what the last entry says was repaired: what, whose and why."""
    last = journal.latest()
    assert last is not None
    filing = last.value("filing")
    return filing["repair"], filing["person"], filing["reason"]


def test_the_first_administrator(command: Command) -> None:
    """The appointment is an act of the installation; the password opens once."""
    said = command(*ADMINISTRATOR)
    assert (said.status, said.err) == (0, "")
    person = Person.objects.get()
    assert (person.code, person.name, person.language) == (
        *("a.akhmetova", "А. Ахметова"),
        "en",
    )
    assert person.check_password(password_in(said))
    assert person.one_time_until is not None
    header = next(journal.entries()).read()
    assert (header.act, header.document, header.rehearsal) == (
        *("reference.appoint", "installation"),
        False,
    )
    held = Appointment.objects.get()
    assert (held.office, held.body, held.first_day) == (
        *("administrator", ""),
        Clock().today(),
    )


def test_an_officer_of_a_body_from_a_day(command: Command) -> None:
    """Body, mail and first day are as given."""
    options = ("--office", "body_officer", "--body", "energy", "--from", "2024-03-01")
    assert command(*FIRST, *options, "--email", "a@example.kz").status == 0
    held = Appointment.objects.get()
    assert (held.body, held.first_day) == ("energy", date(2024, 3, 1))
    assert Person.objects.get().email == "a@example.kz"


def test_a_rehearsal_stays_one(command: Command) -> None:
    """In a rehearsal the appointment is rehearsed too."""
    perform_act(made.open_cycle(), date(2024, 10, 20))
    assert command(*ADMINISTRATOR).status == 0
    assert Appointment.objects.get().first_day == date(2024, 10, 20)
    assert [entry.read().rehearsal for entry in journal.entries()] == [True, True]


def test_stopped_in_between(command: Command) -> None:
    """Run again it is one appointment, and the person is added."""
    command(*ADMINISTRATOR)
    Person.objects.all().delete()
    assert command(*ADMINISTRATOR).status == 0
    assert (Appointment.objects.count(), Person.objects.count()) == (1, 1)


def test_a_new_password(command: Command) -> None:
    """The one before opens nothing any more; that it was given is an act."""
    first = password_in(command(*ADMINISTRATOR))
    said = command("person", "--password", "A.akhmetova", *WHY)
    assert said.out.startswith("Entered as entry 2.\nOne-time password of")
    second = password_in(said)
    person = Person.objects.get()
    assert repaired() == ("way_in_given", "a.akhmetova", "seen in person")
    assert (person.check_password(first), person.check_password(second)) == (
        False,
        True,
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (FIRST, "To add a person give --name and --office too."),
        (
            ("person", "--add", "x", "--office", "head"),
            "To add a person give --name and --office too.",
        ),
        (
            ("person", "--password", "x", *WHY),
            "There is no person “x”; add the person with --add.",
        ),
        (
            (*FIRST, "--office", "body_officer"),
            "The office “officer of a body” belongs to a body, and none is named. "
            "Give the code of the body.",
        ),
    ],
)
def test_what_is_not_done(
    command: Command, arguments: tuple[str, ...], told: str
) -> None:
    """One line says why, and nobody is added."""
    assert command(*arguments) == Said(2, "", f"jospar: {told}\n")
    assert Person.objects.count() == 0


def test_a_person_is_added_once(command: Command) -> None:
    """The line says what to do instead."""
    command(*ADMINISTRATOR)
    told = "“a.akhmetova” is added already; give --password for a new password."
    assert command(*ADMINISTRATOR) == Said(2, "", f"jospar: {told}\n")


def test_an_invitation(command: Command, settings: Settings) -> None:
    """The link leads to the pages in the person's language, and opens once."""
    settings.PUBLIC_URL = "https://jospar.example.kz"
    command(*ADMINISTRATOR)
    said = command("person", "--invite", "A.Akhmetova", *WHY)
    assert said.status == 0
    assert repaired() == ("way_in_given", "a.akhmetova", "seen in person")
    found = re.search(r"https://jospar\.example\.kz/en/invited/([\w-]{43})/", said.out)
    assert found is not None
    opened = find(found[1], Clock().now())
    assert opened.invitation is not None
    assert (opened.state, opened.invitation.made_by) == (State.OPEN, "command line")


@pytest.mark.parametrize(
    ("url", "is_active", "words"),
    [
        ("", True, "JOSPAR_URL"),
        ("https://jospar.example.kz", False, "is closed"),
    ],
)
def test_no_invitation(
    command: Command, settings: Settings, url: str, is_active: bool, words: str
) -> None:
    """Where the link would lead nowhere, or to a closed account."""
    settings.PUBLIC_URL = url
    command(*ADMINISTRATOR)
    Person.objects.update(is_active=is_active)
    said = command("person", "--invite", "a.akhmetova", *WHY)
    assert (said.status, words in said.err) == (2, True)
    assert (Invitation.objects.count(), journal.last()[0]) == (0, 1)


def test_factors_are_forgotten(command: Command) -> None:
    """All of them, with every session; the journal says why."""
    command(*ADMINISTRATOR)
    person = Person.objects.get()
    give_app(person)
    browser = Client()
    browser.force_login(person)
    browser.get("/en/password/")
    said = command("person", "--forget-factors", "A.akhmetova", *WHY)
    assert (said.status, said.out) == (
        0,
        "Entered as entry 2.\n"
        "Second factors of “a.akhmetova” that were forgotten: 1. All sessions have "
        "ended; the next sign-in asks for the password alone.\n",
    )
    assert not Authenticator.objects.exists()
    assert "_auth_user_id" not in browser.session
    assert repaired() == ("factors_forgotten", "a.akhmetova", "seen in person")


def test_factors_are_forgotten_once(command: Command) -> None:
    """Another administrator is told that nothing is left, and it is no act."""
    command(*ADMINISTRATOR)
    give_app(Person.objects.get())
    forget = ("person", "--forget-factors", "a.akhmetova", *WHY)
    assert command(*forget).status == 0
    told = (
        "jospar: “a.akhmetova” has no second factors that could be forgotten. Nothing "
        "is left to do: the next sign-in asks for the password alone.\n"
    )
    assert command(*forget) == Said(2, "", told)
    assert journal.last()[0] == 2


@pytest.mark.parametrize("what", ["--forget-factors", "--password", "--invite"])
@pytest.mark.parametrize("why", [(), ("--reason", " ")])
def test_no_way_in_is_repaired_for_nothing(
    command: Command, what: str, why: tuple[str, ...]
) -> None:
    """A repair has a reason, or nothing is touched."""
    first = password_in(command(*ADMINISTRATOR))
    person = Person.objects.get()
    give_app(person)
    said = command("person", what, "a.akhmetova", *why)
    assert said == Said(2, "", f"jospar: {NO_REASON}\n")
    assert Authenticator.objects.count() == 2
    assert person.check_password(first)
    assert journal.last()[0] == 1
