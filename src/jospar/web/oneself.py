"""Pages on which persons see to the safety of their own account."""

from collections.abc import Callable
from functools import wraps

from allauth.account.internal.flows.reauthentication import (
    is_reauthentication_required,
)
from django.http import Http404, HttpRequest, HttpResponse

from jospar.accounts.models import Person

from .visitor import go_first, needs, visitor_of

View = Callable[[HttpRequest, Person, str], HttpResponse]


def oneself(*, confirmed: bool) -> Callable[[View], Callable[..., HttpResponse]]:
    """Hand the view who asks; with ``confirmed`` they showed lately that it is they.

    It opens without a second factor too: that is where one is set up.
    """

    def decorate(view: View) -> Callable[..., HttpResponse]:
        @wraps(view)
        @needs(factor=False)
        def opened(request: HttpRequest, /, language: str) -> HttpResponse:
            person = visitor_of(request).person
            if person is None:
                raise Http404
            if confirmed and not is_confirmed(request):
                return go_first(request, "security-confirm")
            return view(request, person, language)

        return opened

    return decorate


def is_confirmed(request: HttpRequest) -> bool:
    """Tell whether the password, or more, was shown within the last minutes.

    Who has nothing to show, as those whom another provider lets in, need not.
    """
    return not is_reauthentication_required(request, app="allauth.mfa")
