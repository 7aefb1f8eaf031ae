"""What every way of signing in begins and ends with."""

from allauth.account.adapter import get_adapter
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import urlencode

from jospar.accounts.models import Person
from jospar.procedure.clock import Clock

from .stash import remember, safe_address


def goal_of(request: HttpRequest, language: str, other: str = "latest") -> str:
    """Return where the person wants to go: a page of ours, else the page ``other``."""
    asked = request.POST.get("next") or request.GET.get("next", "")
    return safe_address(asked) or reverse(other, kwargs={"language": language})


def first_page(person: Person, goal: str, language: str) -> str:
    """Return where ``person`` goes once in: with a one-time password to a new one."""
    if person.one_time_until is None:
        return goal
    address = reverse("password", kwargs={"language": language})
    return f"{address}?{urlencode({'next': goal})}"


def known_by_password(request: HttpRequest, code: str, password: str) -> Person | str:
    """Return whose name and password these are, or the key of what is wrong."""
    if not code or not password or not code.isprintable():
        return "wrong"
    try:
        person = get_adapter(request).authenticate(
            request, username=code, password=password
        )
    except ValidationError:  # allauth counts too many failures for this name
        return "locked"
    if not isinstance(person, Person):
        return "wrong"
    if not person.is_active:
        return "closed"
    if person.one_time_until is not None and person.one_time_until < Clock().now():
        return "over"
    return person


def entered(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Let the browser know who is in now, if nothing more had to be shown."""
    if isinstance(request.user, Person):
        request.session.clear_expired()
        remember(request, response, request.user)
    return response
