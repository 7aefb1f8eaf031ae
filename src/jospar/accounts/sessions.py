"""The sessions of a person: where they are signed in, and how that is ended."""

from allauth.usersessions.models import UserSession
from django.http import HttpRequest

from .models import Person


def note_session(request: HttpRequest) -> None:
    """Note from where, with which browser, and when the session is used."""
    UserSession.objects.create_from_request(request)


def sessions_of(person: Person) -> list[UserSession]:
    """Return the sessions of ``person`` that last, the one used last first."""
    lasting = UserSession.objects.purge_and_list(person)
    return sorted(lasting, key=lambda one: one.last_seen_at, reverse=True)


def end_others(person: Person, request: HttpRequest, number: int | None = None) -> int:
    """End the sessions of ``person`` but that of the request, and return how many.

    With ``number`` it is that one alone, where there is one.
    """
    others = UserSession.objects.filter(user=person)
    others = others.exclude(session_key=request.session.session_key)
    return _end(*(others if number is None else others.filter(pk=number)))


def end_all(person: Person) -> int:
    """End every session of ``person``, and return how many there were."""
    return _end(*sessions_of(person))


def _end(*sessions: UserSession) -> int:
    for one in sessions:
        one.end()
    return len(sessions)
