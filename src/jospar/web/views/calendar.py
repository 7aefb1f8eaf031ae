"""A person's deadlines in a calendar of their own."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from jospar.accounts.models import Person
from jospar.notices.calendar_feed import (
    calendar_feed,
    close_feed,
    feed_made_at,
    new_feed,
    person_of_feed,
)
from jospar.procedure.clock import Clock
from jospar.procedure.rehearsal import clock_now
from jospar.queries.years import cycle_years
from jospar.web.pages import page
from jospar.web.visitor import needs, visitor_of


@require_http_methods(["GET", "HEAD", "POST"])
@needs()
def calendar(request: HttpRequest, language: str) -> HttpResponse:
    """Say what the calendar is; make its address, shown this once, or close it."""
    person = visitor_of(request).person
    if person is None:
        raise Http404
    address = ""
    match request.POST.get("do"):
        case "make":
            secret = new_feed(person.code, Clock().now())
            path = reverse("calendar-feed", kwargs={"secret": secret})
            address = request.build_absolute_uri(path)
        case "close":
            close_feed(person.code)
            return redirect("calendar", language=language)
    return page(
        request,
        "calendar.html",
        language,
        address=address,
        made_at=feed_made_at(person.code),
    )


@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """Send the calendar to whoever has its address: a program that cannot sign in."""
    code = person_of_feed(secret)
    person = Person.objects.filter(code=code, is_active=True).first()
    if person is None:
        raise Http404
    clock = clock_now()
    today = clock.today()
    # The last deadlines of a cycle fall in the year after its own.
    years = [year for year in cycle_years() if year >= today.year - 1]
    made = calendar_feed(person.code, years, person.language, clock.now(), today)
    return HttpResponse(
        made,
        content_type="text/calendar; charset=utf-8",
        headers={"Cache-Control": "private, no-cache"},
    )
