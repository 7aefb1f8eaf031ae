"""What a person was told: the inbox."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from jospar.notices.inbox import inbox, mark_read
from jospar.web.asked import number_asked
from jospar.web.pages import page
from jospar.web.stash import safe_address
from jospar.web.visitor import needs, visitor_of

SHOWN = 50
"""How many notices one page shows; a link leads to those before them."""


@require_safe
@needs()
def listed(request: HttpRequest, language: str) -> HttpResponse:
    """Show what the person was told, the newest first (``?before=`` is a notice)."""
    before = number_asked(request.GET.get("before", ""))
    person = visitor_of(request).person
    found = inbox(person.code, language, SHOWN + 1, before) if person else []
    return page(
        request,
        "notices.html",
        language,
        items=found[:SHOWN],
        next=found[SHOWN - 1].id if len(found) > SHOWN else None,
        is_first=before is None,
    )


@require_POST
@needs()
def read(request: HttpRequest, language: str) -> HttpResponse:
    """Let everything that the person was told so far be read, and go back."""
    visitor = visitor_of(request)
    if visitor.person is not None:
        mark_read(visitor.person.code, visitor.clock.now())
    back = safe_address(request.POST.get("back", ""))
    return redirect(back or reverse("notices", kwargs={"language": language}))
