"""The page of the persons, for who keeps them."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jospar.accounts.models import Appointment, Person
from jospar.procedure import journal
from jospar.procedure.rehearsal import rehearse_on
from jospar.rules.core.offices import OF_ONE_BODY, Office
from tests.procedure.made_orders import TODAY
from tests.queries.made_record import do, open_cycle
from tests.rules import made
from tests.web.seats import seat

pytestmark = pytest.mark.django_db

ONE_DAY = timedelta(days=1)
TYPED = {"code": "e.serik", "name": "Е. Серік", "email": "", "language": "kk"}


@pytest.fixture
def keeper() -> Client:
    """Return the browser of the administrator."""
    return seat(Office.ADMINISTRATOR)


def plain(html: bytes) -> str:
    """Return the text of a page without its marks, blanks made single."""
    return " ".join(re.sub(r"<[^>]+>", " ", html.decode()).split())


def password_on(html: bytes) -> list[str]:
    """Return the one-time passwords that a page shows."""
    return re.findall(r"<code>((?:[a-z2-9]{4}-){3}[a-z2-9]{4})</code>", html.decode())


def number_of(code: str) -> int:
    """Return the number in the address of the person's page."""
    return Person.objects.get(code=code).pk


@pytest.mark.parametrize("office", sorted(set(Office) - {Office.ADMINISTRATOR}))
def test_nobody_else_sees_the_persons(office: Office) -> None:
    """Their pages are the administrator's alone."""
    body = "energy" if office in OF_ONE_BODY else ""
    client = seat(office, body)
    number = number_of(f"{office.value}-{body}" if body else office.value)
    for address in ("", "add/", f"{number}/"):
        assert client.get(f"/en/people/{address}").status_code == 403
        assert client.post(f"/en/people/{address}", TYPED).status_code in {403, 405}
    assert not Person.objects.filter(code="e.serik").exists()


def test_persons_with_what_they_hold_held_and_will_hold(keeper: Client) -> None:
    """Also who was appointed and has no account to sign in."""
    for first, last in (
        (TODAY - 9 * ONE_DAY, TODAY - ONE_DAY),
        (TODAY, None),
        (TODAY + ONE_DAY, TODAY + ONE_DAY),
    ):
        do(made.appoint(first_day=first, last_day=last))
    rehearse_on(TODAY)
    text = plain(keeper.get("/en/people/").content)
    assert "2 persons in all." in text
    assert (
        "А. Ахметова a.akhmetova registrar of the Ministry from 31 December 2024 "
        "without an end registrar of the Ministry from 1 January 2025 to 1 January "
        "2025 1 appointment Make an account"
    ) in text


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("ӘЛІ", ["Б. Әлі"]),
        ("b.ali", ["Б. Әлі"]),
        ("жоқ", []),
        ("", ["А. Ә.", "Б. Әлі"]),
    ],
)
def test_persons_are_searched_for(
    keeper: Client, search: str, found: list[str]
) -> None:
    """By name or code, in capital letters or small ones."""
    Person.objects.create(code="b.ali", name="Б. Әлі")
    html = keeper.get("/en/people/", {"q": search}).content.decode()
    assert re.findall(r'<a href="/en/people/\d+/">([^<]*)<', html) == found
    assert ("Nobody was found." in html) is not bool(found)


def test_a_page_asks_the_database_as_often_for_many(keeper: Client) -> None:
    """Three hundred persons cost no more queries than one, and 100 are shown."""
    asked = set()
    for numbers in (range(1), range(1, 30), range(30, 300)):
        Person.objects.bulk_create(
            Person(code=f"p.{number}", name=f"П. {number}") for number in numbers
        )
        keeper.get("/en/people/")
        with CaptureQueriesContext(connection) as queries:
            html = keeper.get("/en/people/").content.decode()
        asked.add(len(queries))
        assert html.count('<th scope="row">') == min(numbers.stop + 1, 100)
    assert len(asked) == 1


def test_a_person_is_added_and_the_password_shown_once(keeper: Client) -> None:
    """It opens the way to an own one; no page shows it again."""
    answer = keeper.post("/en/people/add/", TYPED)
    (password,) = password_on(answer.content)
    number = number_of("e.serik")
    assert password_on(keeper.get(f"/en/people/{number}/").content) == []
    assert password_on(keeper.get("/en/people/").content) == []
    person = Person.objects.get(code="e.serik")
    assert person.check_password(password)
    assert person.one_time_until is not None
    assert password not in person.password
    entered = Client().post("/en/sign-in/", {"code": "e.serik", "password": password})
    assert entered["Location"].startswith("/en/password/")


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("code", "", "A sign-in name has"),
        ("code", "Серік", "A sign-in name has"),
        ("code", "-serik", "A sign-in name has"),
        ("code", "administrator", "This sign-in name is taken"),
        ("name", " ", "Give the person"),
        ("email", "e.serik", "This is not an e-mail address"),
        ("language", "de", "Choose the language."),
    ],
)
def test_a_person_that_is_not_added(
    keeper: Client, field: str, text: str, said: str
) -> None:
    """The field says why, and what was typed stays."""
    answer = keeper.post("/en/people/add/", TYPED | {field: text})
    faults = re.findall(r'class="fault"[^>]*>([^<]*)<', answer.content.decode())
    assert answer.status_code == 422
    assert [fault.startswith(said) for fault in faults] == [True]
    assert f'value="{TYPED["name"] if field == "code" else TYPED["code"]}"' in (
        answer.content.decode()
    )
    assert Person.objects.count() == 1


def test_details_are_changed_and_the_code_is_not(keeper: Client) -> None:
    """The journal knows the person by the code for ever."""
    keeper.post("/en/people/add/", TYPED)
    address = f"/en/people/{number_of('e.serik')}/"
    typed = {"do": "save", "name": "Е. Сапар", "email": "e@example.kz"}
    answer = keeper.post(address, typed | {"language": "ru", "code": "x"})
    assert (answer.status_code, answer["Location"]) == (302, address)
    person = Person.objects.get(code="e.serik")
    assert (person.name, person.email, person.language) == (
        "Е. Сапар",
        "e@example.kz",
        "ru",
    )
    assert keeper.post(address, typed | {"name": ""}).status_code == 422
    assert Person.objects.get(code="e.serik").name == "Е. Сапар"


def test_an_account_is_closed_and_opened(keeper: Client) -> None:
    """The person is out at once; one's own account stays open."""
    other = seat(Office.AUDITOR)
    address = f"/en/people/{number_of('auditor')}/"
    assert other.get("/en/people/").status_code == 403
    keeper.post(address, {"do": "close"})
    assert other.get("/en/people/").status_code == 302
    keeper.post(address, {"do": "open"})
    assert Person.objects.get(code="auditor").is_active
    keeper.post(f"/en/people/{number_of('administrator')}/", {"do": "close"})
    assert Person.objects.get(code="administrator").is_active


def test_a_new_password_is_handed_over(keeper: Client) -> None:
    """The person who had one is signed out."""
    other = seat(Office.AUDITOR)
    answer = keeper.post(f"/en/people/{number_of('auditor')}/", {"do": "password"})
    assert len(password_on(answer.content)) == 1
    assert answer["Cache-Control"].startswith("max-age=0, no-cache, no-store")
    assert other.get("/en/people/").status_code == 302


def test_a_person_who_is_not_there(keeper: Client) -> None:
    """The page is not there either."""
    assert keeper.get("/en/people/999/").status_code == 404


def test_without_a_cycle_nobody_is_appointed_from_the_page(keeper: Client) -> None:
    """The page says when it will be."""
    address = f"/en/people/{number_of('administrator')}/"
    assert "once a planning year is open" in plain(keeper.get(address).content)
    open_cycle()
    assert "once a planning year is open" not in plain(keeper.get(address).content)


def test_appointing_and_ending_from_the_page(keeper: Client) -> None:
    """The links lead to the acts with what is known of them, and back."""
    open_cycle()
    keeper.post("/en/people/add/", TYPED)
    number = number_of("e.serik")
    html = keeper.get(f"/en/people/{number}/").content.decode().replace("&amp;", "&")
    (appoint,) = re.findall(r'href="([^"]*reference\.appoint/[^"]*)"', html)
    assert "person=e.serik" in appoint
    assert keeper.get(appoint).status_code == 200
    filed = {"person": "e.serik", "name": "Е. Серік", "office": "auditor"}
    keeper.post(appoint, filed | {"first_day": "2024-12-01", "last_day": ""})
    held = Appointment.objects.get(person="e.serik")
    assert (held.office, held.first_day) == ("auditor", date(2024, 12, 1))
    html = keeper.get(f"/en/people/{number}/").content.decode().replace("&amp;", "&")
    (end,) = re.findall(r'href="([^"]*end_appointment/[^"]*)"', html)
    filed = {"appointment": str(held.entry), "last_day": "2024-12-31"}
    keeper.post(end, filed)
    held.refresh_from_db()
    assert held.last_day == date(2024, 12, 31)
    *_, entry = journal.entries()
    assert entry.act == "reference.end_appointment"
