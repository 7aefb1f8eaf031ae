"""The sessions of a person, listed and ended."""

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client

from jospar.accounts.models import Person
from jospar.accounts.sessions import end_all, sessions_of
from tests.web.second_factors import person

pytestmark = pytest.mark.django_db


def browsers(whose: Person, count: int) -> list[Client]:
    """Return browsers in which the person is signed in, and has looked at a page."""
    found = [Client(headers={"user-agent": f"Firefox/{n}"}) for n in range(count)]
    for one in found:
        one.force_login(whose)
        one.get("/en/password/")
    return found


def test_sessions_that_last_are_listed() -> None:
    """The one used last first; those that have ended are forgotten."""
    her = person()
    first, second = browsers(her, 2)
    browsers(person("b.ospanov"), 1)
    agents = [one.user_agent for one in sessions_of(her)]
    assert agents == ["Firefox/1", "Firefox/0"]
    first.logout()
    assert [one.user_agent for one in sessions_of(her)] == ["Firefox/1"]
    assert UserSession.objects.filter(user=her).count() == 1
    assert "_auth_user_id" in second.session


def test_all_sessions_are_ended() -> None:
    """Those of nobody else."""
    her, him = person(), person("b.ospanov")
    mine, theirs = browsers(her, 2), browsers(him, 1)
    assert end_all(her) == 2
    signed_in = ["_auth_user_id" in one.session for one in (*mine, *theirs)]
    assert signed_in == [False, False, True]
