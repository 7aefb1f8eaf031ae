"""One-time passwords, and those that persons choose."""

from datetime import UTC, datetime

import pytest

from jospar.accounts.invitations import invite
from jospar.accounts.models import Invitation, Person
from jospar.accounts.passwords import ONE_TIME, choose, forget_password, hand_over

pytestmark = pytest.mark.django_db

NOW = datetime(2024, 10, 20, 12, tzinfo=UTC)


def test_a_password_is_handed_over() -> None:
    """It waits some days, is unlike the one before, and is kept as a hash alone."""
    person = Person.objects.create(code="a.akhmetova", name="А. Ахметова")
    first, second = hand_over(person, NOW), hand_over(person, NOW)
    kept = Person.objects.get()
    assert kept.one_time_until == NOW + ONE_TIME
    assert (kept.check_password(first), kept.check_password(second)) == (False, True)
    assert {len(group) for group in second.split("-")} == {4}
    assert set(second).isdisjoint("01ilo")


def test_a_password_is_chosen() -> None:
    """It waits for nothing, and the one that was handed over is gone."""
    person = Person.objects.create(code="a.akhmetova", name="А. Ахметова")
    handed = hand_over(person, NOW)
    choose(person, "жеті өзен")
    kept = Person.objects.get()
    assert kept.one_time_until is None
    assert kept.check_password("жеті өзен")
    assert not kept.check_password(handed)


def test_a_password_is_forgotten() -> None:
    """Neither it opens anything any more, nor an invitation that waits."""
    person = Person.objects.create(code="a.akhmetova", name="А. Ахметова")
    invite(person, "admin", NOW)
    choose(person, "жеті өзен")
    forget_password(person)
    assert not Person.objects.get().check_password("жеті өзен")
    assert not Invitation.objects.exists()
