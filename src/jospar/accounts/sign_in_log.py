"""What Django tells of signing in and out, written into the security log."""

from typing import Any

from django.contrib.auth.signals import (
    user_logged_in,
    user_logged_out,
    user_login_failed,
)
from django.dispatch import receiver
from django.http import HttpRequest
from structlog.contextvars import bind_contextvars

from .models import Person
from .security_log import Event, security


@receiver(user_logged_in)
def _signed_in(request: HttpRequest, user: Person, **values: Any) -> None:
    bind_contextvars(person=user.code)
    security(Event.SIGNED_IN, account=user.code)


@receiver(user_logged_out)
def _signed_out(request: HttpRequest, user: Person | None, **values: Any) -> None:
    if user is not None:
        security(Event.SIGNED_OUT, account=user.code)


@receiver(user_login_failed)
def _failed(credentials: dict[str, Any], **values: Any) -> None:
    security(Event.SIGN_IN_FAILED, account=known(credentials.get("username")))


def known(code: object) -> str:
    """Return the code if somebody has it: what is typed there may be a password."""
    found = Person.objects.filter(code=str(code)).values_list("code", flat=True)
    return found.first() or ""
