"""Invitations: who is invited sets a password, once, in time."""

from datetime import timedelta

import pytest

from jospar.accounts.invitations import LASTS, State, accept, find, invite
from jospar.accounts.models import Invitation, Person
from jospar.accounts.passwords import hand_over
from jospar.procedure.clock import Clock

pytestmark = pytest.mark.django_db

NOW = Clock().now()
OWN = "жеті өзен, бір тау"
MOMENT = timedelta(microseconds=1)


@pytest.fixture
def her() -> Person:
    """Return somebody with a password of her own."""
    person = Person(code="a.akhmetova", name="А. Ахметова")
    person.set_password("бұрынғы құпия сөз")
    person.save()
    return person


def test_who_is_invited_sets_a_password_once(her: Person) -> None:
    """Before that no other opens; the token is kept as a hash alone."""
    token = invite(her, "administrator", NOW)
    her.refresh_from_db()
    assert not her.has_usable_password()
    kept = Invitation.objects.get()
    assert (kept.made_by, kept.until, kept.used_at) == (
        *("administrator", NOW + LASTS),
        None,
    )
    assert token not in kept.digest
    found = find(token, NOW)
    assert (found.state, found.invitation) == (State.OPEN, kept)
    assert accept(kept, OWN, NOW)
    her.refresh_from_db()
    assert her.check_password(OWN)
    assert find(token, NOW).state is State.USED


def test_two_at_once(her: Person) -> None:
    """Both saw the form; the first sets the password, the other sets nothing."""
    token = invite(her, "administrator", NOW)
    first, second = find(token, NOW).invitation, find(token, NOW).invitation
    assert first is not None
    assert second is not None
    assert (accept(first, OWN, NOW), accept(second, "another one", NOW)) == (
        *(True, False),
    )
    her.refresh_from_db()
    assert her.check_password(OWN)


@pytest.mark.parametrize(
    ("after", "state"),
    [(LASTS, State.OPEN), (LASTS + MOMENT, State.EXPIRED)],
)
def test_an_invitation_runs_out(her: Person, after: timedelta, state: State) -> None:
    """Its last moment is in time; somebody who saw the form before is late, too."""
    token = invite(her, "administrator", NOW)
    open_still = state is State.OPEN
    assert find(token, NOW + after).state is state
    assert accept(Invitation.objects.get(), OWN, NOW + after) is open_still


def test_a_new_one_ends_the_old(her: Person) -> None:
    """Also for who has the form of the old one open."""
    old = find(invite(her, "administrator", NOW), NOW).invitation
    assert old is not None
    token = invite(her, "administrator", NOW)
    assert not accept(old, OWN, NOW)
    assert find(token, NOW).state is State.OPEN
    assert Invitation.objects.count() == 1


def test_a_one_time_password_ends_it(her: Person) -> None:
    """And the other way round: there is one way in at a time."""
    token = invite(her, "administrator", NOW)
    password = hand_over(her, NOW)
    assert find(token, NOW).state is State.UNKNOWN
    assert her.check_password(password)
    invite(her, "administrator", NOW)
    her.refresh_from_db()
    assert (her.one_time_until, her.check_password(password)) == (None, False)


def test_a_closed_account_is_not_opened(her: Person) -> None:
    """Whether it was closed before the form was seen or after."""
    token = invite(her, "administrator", NOW)
    seen = find(token, NOW).invitation
    assert seen is not None
    Person.objects.update(is_active=False)
    assert find(token, NOW).state is State.CLOSED
    assert not accept(seen, OWN, NOW)
    Person.objects.update(is_active=True)
    assert find(token, NOW).state is State.OPEN


@pytest.mark.parametrize("alter", [str.lower, lambda token: token[:-1], lambda _: ""])
def test_an_altered_link(her: Person, alter: object) -> None:
    """It opens nothing."""
    token = invite(her, "administrator", NOW)
    assert callable(alter)
    assert find(alter(token), NOW).state is State.UNKNOWN
