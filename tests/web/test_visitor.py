"""Who asks for a page, in which office; and what was typed is not lost."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from jospar.accounts.models import Person, Reading, ReadingIsFinalError
from jospar.procedure.clock import Clock
from jospar.procedure.perform import perform
from jospar.procedure.rehearsal import rehearse_on
from jospar.rules.core.offices import Actor, Office, Sight
from jospar.web.stash import take_stash
from jospar.web.visitor import (
    NotSeenError,
    Seat,
    in_cycle,
    needs,
    note_reading,
    visitor_of,
)
from tests.procedure.made_orders import order, perform_act
from tests.queries.made_record import open_cycle
from tests.rules import made
from tests.rules.made import YEAR

pytestmark = pytest.mark.django_db

ONE_DAY = timedelta(days=1)
TODAY = date(2024, 10, 20)
CODE, OWN = "a.akhmetova", "жеті өзен, бір тау"
TYPED = {"code": "b.ospanov", "name": "Б. Оспанов", "password": "құпия"}


def her(**changes: Any) -> Person:
    """Return a person with a password."""
    person = Person(code=CODE, name="А. Ахметова", **changes)
    person.set_password(OWN)
    person.save()
    return person


def appoint(office: Office = Office.ADMINISTRATOR, **changes: Any) -> int:
    """Appoint her in a rehearsal that stands at a day; return the entry."""
    filing = made.appoint(person=CODE, office=office, **changes)
    number = perform_act(filing, TODAY).number
    rehearse_on(TODAY)
    return number


def asked(client: Client) -> HttpRequest:
    """Return a request of whoever is signed in with ``client``."""
    request = RequestFactory().get("/en/")
    request.session = client.session
    request.user = get_user(request)
    return request


def sign_in(client: Client) -> None:
    """Sign her in through the form, as a browser does."""
    typed = {"code": CODE, "password": OWN}
    assert client.post("/en/sign-in/", typed).status_code == 302


@pytest.mark.parametrize(
    ("first_day", "last_day", "holds"),
    [
        (TODAY, TODAY, True),
        (TODAY - ONE_DAY, None, True),
        (TODAY - 9 * ONE_DAY, TODAY - ONE_DAY, False),
        (TODAY + ONE_DAY, None, False),
    ],
    ids=["one day", "open", "past", "future"],
)
def test_an_appointment_opens_pages_while_it_lasts(
    client: Client, first_day: date, last_day: date | None, holds: bool
) -> None:
    """Without one that lasts today, nobody acts, and nothing is shown."""
    entry = appoint(first_day=first_day, last_day=last_day)
    client.force_login(her())
    visitor = visitor_of(asked(client))
    actor = Actor(CODE, Office.ADMINISTRATOR) if holds else None
    assert (visitor.actor, visitor.today, visitor.clock) == (actor, TODAY, Clock(TODAY))
    assert [one.entry for one in visitor.appointments] == ([entry] if holds else [])
    answer = client.get("/en/people/")
    assert answer.status_code == (200 if holds else 403)
    assert ("You hold no office today." in answer.content.decode()) is not holds


def test_nobody_is_somebody() -> None:
    """Before sign-in there is neither person nor actor."""
    visitor = visitor_of(asked(Client()))
    assert (visitor.person, visitor.actor, visitor.appointments) == (None, None, ())
    assert visitor.sees(*Sight) is False


def test_two_appointments(client: Client) -> None:
    """The oldest is acted under until another is chosen; each sees its own."""
    first = appoint(Office.PLANNER)
    second = appoint()
    client.force_login(her())
    assert visitor_of(asked(client)).actor == Actor(CODE, Office.PLANNER)
    refused = client.get("/en/people/").content.decode()
    assert "You act as: planner of the Ministry." in refused
    assert "It is seen by: administrator." in refused
    assert f'name="appointment" value="{second}"' in refused
    answer = client.post("/en/office/", {"appointment": second, "next": "/en/people/"})
    assert (answer.status_code, answer["Location"]) == (302, "/en/people/")
    assert client.get("/en/people/").status_code == 200
    chosen = visitor_of(asked(client)).chosen
    assert chosen is not None
    assert (chosen.entry, first) == (second, second - 1)


@pytest.mark.parametrize("chosen", ["", "x", "999", "1"])
def test_an_office_of_somebody_else_is_not_chosen(client: Client, chosen: str) -> None:
    """The entry has to be an appointment of one's own that lasts today."""
    perform_act(made.appoint(person="b.ospanov"), TODAY)
    appoint()
    client.force_login(her())
    answer = client.post("/en/office/", {"appointment": chosen})
    assert answer.status_code == 404
    assert "office" not in client.session


def test_standing_in_for_another(client: Client) -> None:
    """The acts are A's for B, and the page says whom."""
    Person.objects.create(code="b.ospanov", name="Б. Оспанов")
    appoint(standing_in_for="b.ospanov")
    client.force_login(her())
    visitor = visitor_of(asked(client))
    assert visitor.actor == Actor(
        CODE, Office.ADMINISTRATOR, standing_in_for="b.ospanov"
    )
    assert visitor.stands_for == {"b.ospanov": "Б. Оспанов"}
    assert "for Б. Оспанов" in client.get("/en/people/").content.decode()


@pytest.mark.parametrize(
    ("office", "sights", "opens"),
    [
        (Office.AUDITOR, (Sight.JOURNAL,), True),
        (Office.AUDITOR, (Sight.PEOPLE, Sight.JOURNAL), True),
        (Office.AUDITOR, (Sight.PEOPLE,), False),
        (Office.AUDITOR, (), True),
        (Office.ADMINISTRATOR, (Sight.ALL_CONCEPTS,), False),
    ],
)
def test_what_an_office_sees(
    client: Client, office: Office, sights: tuple[Sight, ...], opens: bool
) -> None:
    """A page is shown to whose office sees any of its sights."""
    appoint(office)
    client.force_login(her())
    shown = needs(*sights)(lambda _request: HttpResponse("shown"))
    if opens:
        assert shown(asked(client)).content == b"shown"
    else:
        with pytest.raises(NotSeenError) as error:
            shown(asked(client))
        assert error.value.sights == sights


def seat_shown(_request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show the seat that a page of a cycle is handed."""
    return HttpResponse(f"{seat.actor.office} {seat.year} {seat.ruleset.code}")


def test_a_page_of_a_cycle_is_handed_the_seat(client: Client) -> None:
    """While the cycle is not open there is no such page."""
    appoint(Office.HEAD)
    client.force_login(her())
    shown = in_cycle(Sight.JOURNAL)(seat_shown)
    with pytest.raises(Http404):
        shown(asked(client), year=YEAR)
    open_cycle()
    assert shown(asked(client), year=YEAR).content == b"head 2024 kz-2023"


def test_who_holds_no_office_has_no_seat(client: Client) -> None:
    """The page says so, whoever else may see it."""
    open_cycle()
    client.force_login(her())
    with pytest.raises(NotSeenError):
        in_cycle()(seat_shown)(asked(client), year=YEAR)


def test_who_is_not_signed_in_comes_back(client: Client) -> None:
    """The page that was asked for is the one that is shown then."""
    answer = client.get("/ru/people/?q=ab")
    assert (answer.status_code, answer["Location"]) == (
        302,
        "/ru/sign-in/?next=%2Fru%2Fpeople%2F%3Fq%3Dab",
    )


def test_a_part_of_a_page_sends_the_whole_page_to_sign_in(client: Client) -> None:
    """The form does not appear in the middle of another one."""
    page = "http://testserver/en/people/add/"
    answer = client.get(
        "/en/people/", headers={"HX-Request": "true", "HX-Current-URL": page}
    )
    assert (answer.status_code, answer["HX-Redirect"]) == (
        401,
        "/en/sign-in/?next=%2Fen%2Fpeople%2Fadd%2F",
    )


def end_session(client: Client) -> None:
    """Let the session end, as after hours without a click."""
    Session.objects.all().delete()


def test_a_session_that_ended_returns_to_the_form(client: Client) -> None:
    """What was typed is in the form again, once, and no password is kept."""
    appoint()
    her()
    sign_in(client)
    end_session(client)
    answer = client.post("/en/people/add/", TYPED)
    assert answer["Location"] == "/en/sign-in/?next=%2Fen%2Fpeople%2Fadd%2F"
    html = client.get(answer["Location"]).content.decode()
    assert "what you typed is kept" in html
    assert "құпия" not in str(dict(client.session))
    sign_in(client)
    html = client.get("/en/people/add/").content.decode()
    assert 'value="b.ospanov"' in html
    assert 'value="b.ospanov"' not in client.get("/en/people/add/").content.decode()
    assert not Person.objects.filter(code="b.ospanov").exists()


def test_what_one_person_typed_is_not_shown_to_another(client: Client) -> None:
    """Somebody else who signs in at that desk finds an empty form."""
    appoint()
    appoint_other = made.appoint(person="e.serik", office=Office.ADMINISTRATOR)
    perform_act(appoint_other, TODAY)
    her()
    sign_in(client)
    end_session(client)
    client.post("/en/people/add/", TYPED)
    other = Person(code="e.serik", name="Е. Серік")
    other.set_password(OWN)
    other.save()
    client.post("/en/sign-in/", {"code": "e.serik", "password": OWN})
    assert "b.ospanov" not in client.get("/en/people/add/").content.decode()


@pytest.mark.parametrize(
    ("text", "headers"),
    [
        ("x" * 1_000_001, {}),
        ("x", {"Origin": "https://example.com"}),
        ("x", {"Origin": "null"}),
        ("x", {"Sec-Fetch-Site": "cross-site"}),
    ],
    ids=["long", "origin", "none", "site"],
)
def test_what_is_not_kept(client: Client, text: str, headers: dict[str, str]) -> None:
    """Neither more than a megabyte, nor what another site sent."""
    appoint()
    her()
    sign_in(client)
    end_session(client)
    client.post("/en/people/add/", TYPED | {"name": text}, headers=headers)
    assert "stash" not in client.session


def test_nothing_is_kept_of_a_stranger(client: Client) -> None:
    """Who never signed in here fills no session."""
    client.post("/en/people/add/", TYPED)
    assert Session.objects.count() == 0


def test_a_form_that_cannot_be_trusted() -> None:
    """Nothing is done; what was typed is kept, and the page leads back to it."""
    client = Client(enforce_csrf_checks=True)
    appoint()
    client.force_login(her())
    answer = client.post("/en/people/add/", TYPED)
    html = answer.content.decode()
    assert answer.status_code == 403
    assert "<h1>The form was not taken</h1>" in html
    assert 'class="button" href="/en/people/add/"' in html
    assert 'value="b.ospanov"' in client.get("/en/people/add/").content.decode()


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_form_of_another_site_is_not_kept(language: str) -> None:
    """The page says in each language what happened."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(her())
    answer = client.post(
        f"/{language}/people/add/", TYPED, headers={"Origin": "https://example.com"}
    )
    assert answer.status_code == 403
    assert f'<html lang="{language}">' in answer.content.decode()
    assert "stash" not in client.session


def test_what_was_typed_comes_back_to_its_own_page(client: Client) -> None:
    """Another page takes nothing of it."""
    client.force_login(her())
    session = client.session
    session["stash"] = {"person": CODE, "page": "/ru/", "typed": "a=1&a=2"}
    session.save()
    assert take_stash(asked(client)) is None
    session["stash"] = {"person": CODE, "page": "/en/", "typed": "a=1&a=2"}
    session.save()
    assert take_stash(asked(client)) == QueryDict("a=1&a=2")


def test_anybody_takes_a_seat_in_a_rehearsal(client: Client) -> None:
    """Without a password, and only a seat that lasts on the day."""
    entry = appoint(name="Б. Оспанов")
    over = appoint(last_day=TODAY - ONE_DAY)
    for wrong in ("", "x", "999", str(over)):
        assert client.post("/en/seat/", {"appointment": wrong}).status_code == 404
    answer = client.post("/en/seat/", {"appointment": entry, "next": "/en/people/"})
    assert (answer.status_code, answer["Location"]) == (302, "/en/people/")
    assert client.get("/en/people/").status_code == 200
    person = Person.objects.get()
    assert (person.code, person.name) == (CODE, "Б. Оспанов")
    assert person.has_usable_password() is False


def test_a_seat_asks_for_no_password_of_ones_own(client: Client) -> None:
    """Though the person, were they to sign in, would have to choose one first."""
    entry = appoint()
    person = her(one_time_until=Clock().now() + ONE_DAY)
    client.post("/en/seat/", {"appointment": entry})
    assert client.get("/en/people/").status_code == 200
    client.post("/en/sign-out/")
    client.force_login(person)
    assert client.get("/en/people/")["Location"].startswith("/en/password/")


def test_nobody_takes_a_seat_in_real_work(client: Client) -> None:
    """Where acts are real the address is not there."""
    number = perform_real()
    assert client.post("/en/seat/", {"appointment": number}).status_code == 404


def perform_real() -> int:
    """Appoint her as of today, for real."""
    today = Clock().today()
    filing = made.appoint(person=CODE, office=Office.ADMINISTRATOR)
    return perform(order(filing, on=today, year=today.year), Clock()).number


def test_reading_is_recorded_for_good(client: Client) -> None:
    """Who read what, in which office; it is neither changed nor deleted."""
    appoint(Office.BODY_OFFICER, body="energy")
    client.force_login(her())
    request = asked(client)
    note_reading(request, "concept 12")
    noted = Reading.objects.get()
    assert (noted.person, noted.office, noted.body, noted.what) == (
        *(CODE, "body_officer", "energy"),
        "concept 12",
    )
    assert noted.at == Clock(TODAY).now()
    assert str(noted) == f"{CODE} concept 12"
    for change in (
        noted.delete,
        Reading.objects.all().delete,
        lambda: Reading.objects.update(what="0"),
    ):
        with pytest.raises(ReadingIsFinalError):
            change()


@pytest.mark.django_db(transaction=True)
def test_who_reads_nothing_of_note_keeps_no_writer_waiting() -> None:
    """On SQLite one transaction at a time writes, whatever it writes."""
    request = RequestFactory().get("/en/")
    request.user = AnonymousUser()
    request.session = SessionStore()
    visitor_of(request)
    with CaptureQueriesContext(connection) as asked:
        note_reading(request)
    assert [query["sql"] for query in asked] == []
