"""The pages that say why something is not shown or not taken."""

from django.http import HttpRequest, HttpResponse

from jospar.accounts.security_log import Event, security
from jospar.rules.core.offices import Office, sees, table
from jospar.web.language import language_of
from jospar.web.pages import page
from jospar.web.stash import came_from, keep
from jospar.web.visitor import NotSeenError, visitor_of


def not_seen(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say which offices see the page, and what would help."""
    visitor, language = visitor_of(request), language_of(request)
    security(Event.ACCESS_REFUSED)
    sights = exception.sights if isinstance(exception, NotSeenError) else ()

    def shows(office: Office) -> bool:
        return any(sees(office, sight) for sight in sights)

    return page(
        request,
        "sign_in/not_seen.html",
        language,
        status=403,
        chosen=visitor.chosen,
        seen_by=[
            line.name[language] for office, line in table().items() if shows(office)
        ],
        others=[one for one in visitor.appointments if shows(Office(one.office))],
        goal=came_from(request),
    )


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that the form could not be trusted, and lead back to what was typed."""
    security(Event.FORM_FORGED)
    return page(
        request,
        "sign_in/forged.html",
        language_of(request),
        status=403,
        kept=keep(request),
        goal=came_from(request),
    )
