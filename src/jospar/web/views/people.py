"""The persons: who signs in, and what they hold."""

import re
from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from jospar.accounts.models import Person
from jospar.accounts.passwords import hand_over
from jospar.accounts.people import is_address, people, person_line
from jospar.accounts.security_log import Event, security
from jospar.procedure.clock import Clock
from jospar.queries.years import cycle_years
from jospar.rules.core.deadlines import day_in_astana
from jospar.rules.core.nouns import Language
from jospar.rules.core.offices import Sight
from jospar.web.pages import page
from jospar.web.stash import take_stash
from jospar.web.visitor import needs, visitor_of

from .invited import invitation

SHOWN = 100
"""How many persons one page shows; the search finds the others."""
_CODE = re.compile("[a-z0-9][a-z0-9._-]{1,59}")
_FIELDS = ("code", "name", "email", "language")


@require_safe
@needs(Sight.PEOPLE)
def persons(request: HttpRequest, language: str) -> HttpResponse:
    """Show the persons, or those that are searched for (``?q=``)."""
    visitor = visitor_of(request)
    search = request.GET.get("q", "")
    lines = people(visitor.today, search)
    return page(
        request,
        "people/people.html",
        language,
        search=search,
        count=len(lines),
        lines=lines[:SHOWN],
        now=Clock().now(),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Sight.PEOPLE)
def add(request: HttpRequest, language: str) -> HttpResponse:
    """Take somebody up, and show the one-time password or the invitation once."""
    if request.method != "POST":
        kept = take_stash(request)
        typed = {"language": Language.KK} | (kept or request.GET).dict()
        values = {name: str(typed.get(name, "")) for name in _FIELDS}
        return _form(request, language, values, {}, returned=kept is not None)
    values = {name: request.POST.get(name, "").strip() for name in _FIELDS}
    faults = _faults(values)
    if not _CODE.fullmatch(values["code"]):
        faults["code"] = "code_form"
    if not faults:
        # Another administrator may give the same code at the same moment.
        code, others = values["code"], {name: values[name] for name in _FIELDS[1:]}
        person, is_new = Person.objects.get_or_create(others, code=code)
        if is_new:
            security(Event.ACCOUNT_MADE, account=person.code)
            if request.POST.get("do") == "invite":
                return invitation(request, language, person)
            return _handed(request, language, person)
        faults["code"] = "code_taken"
    return _form(request, language, values, faults)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Sight.PEOPLE)
def person(request: HttpRequest, language: str, number: int) -> HttpResponse:
    """Show one person, and change what no act is needed for."""
    found = get_object_or_404(Person, pk=number)
    values = {name: getattr(found, name) for name in _FIELDS}
    if request.method != "POST":
        return _person(request, language, found, values, {})
    match request.POST.get("do"):
        case "password":
            return _handed(request, language, found)
        case "invite" if found.is_active:
            return invitation(request, language, found)
        case "close" if found != request.user:
            found.is_active = False
            security(Event.ACCOUNT_CLOSED, account=found.code)
        case "open":
            found.is_active = True
            security(Event.ACCOUNT_OPENED, account=found.code)
        case "save":
            typed = {name: request.POST.get(name, "").strip() for name in _FIELDS[1:]}
            if faults := _faults(typed):
                return _person(request, language, found, values | typed, faults)
            for name, value in typed.items():
                setattr(found, name, value)
    found.save(update_fields=[*_FIELDS, "is_active"])
    return redirect("person", language=language, number=number)


def _form(
    request: HttpRequest,
    language: str,
    values: Mapping[str, str],
    faults: Mapping[str, str],
    *,
    returned: bool = False,
) -> HttpResponse:
    return page(
        request,
        "people/add.html",
        language,
        status=422 if faults else 200,
        values=values,
        faults=faults,
        returned=returned,
    )


def _person(
    request: HttpRequest,
    language: str,
    found: Person,
    values: Mapping[str, str],
    faults: Mapping[str, str],
) -> HttpResponse:
    visitor = visitor_of(request)
    return page(
        request,
        "people/person.html",
        language,
        status=422 if faults else 200,
        line=person_line(found, visitor.today),
        person=found,
        is_self=found == visitor.person,
        today=visitor.today,
        year_of_acts=next(iter(cycle_years()), None),
        back=reverse("person", kwargs={"language": language, "number": found.pk}),
        now=Clock().now(),
        signed_in_on=found.last_login and day_in_astana(found.last_login),
        values=values,
        faults=faults,
    )


def _handed(request: HttpRequest, language: str, person: Person) -> HttpResponse:
    """Show the one-time password on this page, and on no other ever."""
    return page(
        request,
        "people/handed.html",
        language,
        person=person,
        password=hand_over(person, Clock().now()),
    )


def _faults(values: Mapping[str, str]) -> dict[str, str]:
    """Return what is wrong with what was typed of a person: texts by fields."""
    faults = {}
    if not values["name"]:
        faults["name"] = "name_empty"
    if values["email"] and not is_address(values["email"]):
        faults["email"] = "email_form"
    if values["language"] not in set(Language):
        faults["language"] = "language_unknown"
    return faults
