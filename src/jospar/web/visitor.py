"""Who asks for a page: the person, the office they act in, and their clock."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import wraps
from typing import Concatenate, ParamSpec
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import logout
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from structlog.contextvars import bind_contextvars

from jospar.accounts.appointments import actor_of, appointments_of
from jospar.accounts.models import Appointment, Person, Reading
from jospar.accounts.second_factor import has_factor, must_have_factor
from jospar.accounts.sessions import note_session
from jospar.procedure.clock import Clock
from jospar.procedure.rehearsal import clock_now
from jospar.records.rulesets import ruleset_of
from jospar.rules.core.offices import Actor, Sight, sees
from jospar.rules.core.ruleset import Ruleset

from .language import language_of
from .persons import names_of
from .stash import came_from, keep

OFFICE = "office"
"""Where the session keeps the entry of the appointment that the person acts under."""
SEATED = "seated"
"""Where the session keeps that a seat was taken in a rehearsal, without a password."""
_BEGUN = "begun"
_SEEN = "seen"
_SEEN_ANEW = timedelta(minutes=5)
"""How exactly an idle time is measured: every page would write the session else."""
_KEPT, _SEAT = "_jospar_visitor", "_jospar_seat"
_LONGEST = 200
"""Letters of what a reading notes; the key of a paper's concept may be as long."""

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks, in which office, and on which day.

    ``person`` is None before sign-in; ``actor`` is None without an appointment that
    holds today. ``appointments`` are all that do, ``actor`` acts under one of them.
    ``stands_for`` are the names, by code, of those whom the person stands in for.
    """

    person: Person | None
    actor: Actor | None
    appointments: tuple[Appointment, ...]
    clock: Clock
    today: date
    stands_for: Mapping[str, str] = field(default_factory=dict)

    @property
    def chosen(self) -> Appointment | None:
        """The appointment that the person acts under."""
        held = (one for one in self.appointments if actor_of(one) == self.actor)
        return next(held, None)

    def sees(self, *sights: Sight) -> bool:
        """Tell whether the visitor's office sees any of ``sights``."""
        actor = self.actor
        return actor is not None and any(sees(actor.office, one) for one in sights)


@dataclass(frozen=True, slots=True)
class Seat:
    """Where somebody works: their office, and a cycle with the Rules it keeps to."""

    visitor: Visitor
    actor: Actor
    ruleset: Ruleset
    year: int


class NotSeenError(PermissionDenied):
    """The office does not see the page; it is one of those with such ``sights``."""

    def __init__(self, sights: tuple[Sight, ...]) -> None:
        super().__init__(*sights)
        self.sights = sights


def visitor_of(request: HttpRequest) -> Visitor:
    """Return who asks; the database is asked once for each request."""
    known = getattr(request, _KEPT, None)
    if isinstance(known, Visitor):
        return known
    visitor = _visitor(request)
    setattr(request, _KEPT, visitor)
    return visitor


def repealed_for(
    request: HttpRequest, ruleset: Ruleset | None = None
) -> Ruleset | None:
    """Return the ruleset of the page, that of its cycle or another, once repealed."""
    seat = getattr(request, _SEAT, None)
    rules = seat.ruleset if isinstance(seat, Seat) else ruleset
    if rules is None or rules.repeal is None:
        return None
    return rules if visitor_of(request).today >= rules.repeal.not_before else None


def lacks_factor(request: HttpRequest) -> bool:
    """Tell whether the visitor's offices need a second factor, and there is none."""
    visitor = visitor_of(request)
    if visitor.person is None or SEATED in request.session:
        return False
    offices = (one.office for one in visitor.appointments)
    return must_have_factor(offices) and not has_factor(visitor.person)


def needs(
    *sights: Sight,
    factor: bool = True,
) -> Callable[
    [Callable[Concatenate[HttpRequest, P], HttpResponse]],
    Callable[Concatenate[HttpRequest, P], HttpResponse],
]:
    """Show a page to whose office sees any of ``sights``; without any, to who is in.

    Who is not signed in does that first and comes back, with what was typed; who has a
    one-time password chooses an own one first, and who lacks a second factor that
    their office needs sets one up: ``factor=False`` on the pages that are for that.
    """

    def decorate(
        view: Callable[Concatenate[HttpRequest, P], HttpResponse],
    ) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
        @wraps(view)
        def guarded(
            request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs
        ) -> HttpResponse:
            visitor = visitor_of(request)
            if visitor.person is None:
                if factor:  # what one signs in by is kept nowhere
                    keep(request)
                return go_first(request, "sign-in")
            is_first = visitor.person.one_time_until is not None
            if is_first and SEATED not in request.session:
                return go_first(request, "password")
            if factor and lacks_factor(request):
                keep(request)
                return go_first(request, "security")
            if sights and not visitor.sees(*sights):
                raise NotSeenError(sights)
            return view(request, *args, **kwargs)

        return guarded

    return decorate


def in_cycle(
    *sights: Sight,
) -> Callable[
    [Callable[Concatenate[HttpRequest, Seat, P], HttpResponse]],
    Callable[..., HttpResponse],
]:
    """Show a page of a cycle as ``needs`` does, and hand it the seat of who asks.

    There is no such page while the cycle is not open; who holds no office is told so.
    """

    def decorate(
        view: Callable[Concatenate[HttpRequest, Seat, P], HttpResponse],
    ) -> Callable[..., HttpResponse]:
        @wraps(view)
        @needs(*sights)
        def seated(
            request: HttpRequest, /, year: int, *args: P.args, **kwargs: P.kwargs
        ) -> HttpResponse:
            visitor, ruleset = visitor_of(request), ruleset_of(year)
            if ruleset is None:
                raise Http404
            if visitor.actor is None:
                raise NotSeenError(sights)
            seat = Seat(visitor, visitor.actor, ruleset, year)
            setattr(request, _SEAT, seat)
            return view(request, seat, *args, **kwargs)

        return seated

    return decorate


def go_first(request: HttpRequest, page: str) -> HttpResponse:
    """Send the reader to ``page``, and from there back."""
    address = reverse(page, kwargs={"language": language_of(request)})
    address = f"{address}?{urlencode({'next': came_from(request)})}"
    if "HX-Request" in request.headers:
        # A part of a page cannot be replaced by a form to sign in; the page can.
        return HttpResponse(status=401, headers={"HX-Redirect": address})
    return redirect(address)


def note_reading(request: HttpRequest, *what: str) -> None:
    """Record that the visitor reads ``what``: things by kind and entry, or by year.

    ``concept 12`` is one; ``queries.readings`` knows the kinds.
    """
    if not what:  # nothing is written, and nobody waits who writes
        return
    visitor, actor = visitor_of(request), visitor_of(request).actor
    Reading.objects.bulk_create(
        Reading(
            person=visitor.person.code if visitor.person else "",
            office=actor.office.value if actor else "",
            body=actor.body if actor else "",
            what=one[:_LONGEST],
            at=visitor.clock.now(),
        )
        for one in what
    )


def _visitor(request: HttpRequest) -> Visitor:
    clock = clock_now()
    today = clock.today()
    if isinstance(request.user, Person):
        _stay(request)
    person = request.user
    if not isinstance(person, Person):
        return Visitor(None, None, (), clock, today)
    held = tuple(appointments_of(person.code, today))
    chosen = request.session.get(OFFICE)
    under = next((one for one in held if one.entry == chosen), next(iter(held), None))
    actor = actor_of(under) if under else None
    bind_contextvars(person=person.code, office=actor.office.value if actor else "")
    others = (one.standing_in_for for one in held if one.standing_in_for)
    return Visitor(person, actor, held, clock, today, names_of(others))


def _stay(request: HttpRequest) -> None:
    """Let the session last as long again, counted from now, if it has not too long."""
    now, session = Clock().now(), request.session
    begun = datetime.fromisoformat(session.setdefault(_BEGUN, now.isoformat()))
    if now - begun > settings.SESSION_LASTS:
        logout(request)
        return
    seen = session.get(_SEEN)
    if seen is None or now - datetime.fromisoformat(seen) > _SEEN_ANEW:
        session[_SEEN] = now.isoformat()
        note_session(request)
