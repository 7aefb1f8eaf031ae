"""Who comes in: by guessing, by another's session, by a link that got about."""

from datetime import date, timedelta
from hashlib import sha256

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.test import Client

from jospar.accounts.models import Person, ReceiptLink
from jospar.accounts.receipt_links import LASTS, make_link
from jospar.notices.models import FeedToken
from jospar.procedure.rehearsal import rehearse_on
from jospar.rules.core.nouns import PlanKind
from jospar.rules.core.offices import Office
from tests.queries.made_record import agree, do, open_cycle, place
from tests.rules import made
from tests.rules.made import YEAR
from tests.web.seats import seat

pytestmark = pytest.mark.django_db

OWN = "жеті өзен, бір тау"
SENT = date(2024, 12, 6)


@pytest.fixture
def hashed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the passwords that were hashed; let Argon2 take no time."""
    for cost, least in (("time_cost", 1), ("memory_cost", 8), ("parallelism", 1)):
        monkeypatch.setattr(Argon2PasswordHasher, cost, least)
    found: list[str] = []
    encode, check = Argon2PasswordHasher.encode, Argon2PasswordHasher.verify

    def encoded(self: Argon2PasswordHasher, password: str, salt: str) -> str:
        found.append(password)
        return encode(self, password, salt)

    def verified(self: Argon2PasswordHasher, password: str, hash_: str) -> bool:
        found.append(password)
        return check(self, password, hash_)

    monkeypatch.setattr(Argon2PasswordHasher, "encode", encoded)
    monkeypatch.setattr(Argon2PasswordHasher, "verify", verified)
    return found


def test_a_name_that_is_not_known_costs_and_says_as_much(hashed: list[str]) -> None:
    """The same words, and one password hashed: neither page nor time tells names."""
    Person.objects.create(code="a.akhmetova", name="А. Ахметова")
    known = Person.objects.get()
    known.set_password(OWN)
    known.save()
    Person.objects.create(code="no.password", name="Б. Оспанов")
    hashed.clear()
    told = []
    for code in ("a.akhmetova", "b.nobody", "no.password"):
        answer = Client().post("/en/sign-in/", {"code": code, "password": "guessed it"})
        text = answer.content.decode().replace(code, "…")
        token = text.index('name="csrfmiddlewaretoken"')
        text = text[:token] + text[text.index(">", token) :]
        told.append((answer.status_code, text, len(hashed)))
        hashed.clear()
    assert told[0] == told[1] == told[2]
    assert told[0][2] == 1


def test_a_session_that_was_put_into_the_browser_is_not_kept(
    hashed: list[str], client: Client
) -> None:
    """Whoever prepared it has nothing: signing in makes another one."""
    person = Person.objects.create(code="a.akhmetova", name="А. Ахметова")
    person.set_password(OWN)
    person.save()
    session = client.session
    session["prepared"] = "1"
    session.save()
    before = session.session_key
    client.cookies["jospar_session"] = before or ""
    client.post("/en/sign-in/", {"code": person.code, "password": OWN})
    cookie = client.cookies["jospar_session"]
    assert cookie.value not in {before, ""}
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
    assert not Client.session.fget(client).exists(before)  # type: ignore[attr-defined] # a property of the class


def test_an_appointment_that_ended_opens_nothing() -> None:
    """Whoever is still signed in sees the start alone from the next page on."""
    open_cycle()
    client = seat(Office.HEAD)
    assert client.get(f"/en/{YEAR}/journal/").status_code == 200
    rehearse_on(date(2023, 12, 31))  # before the appointment began, as after its end
    assert client.get(f"/en/{YEAR}/journal/").status_code == 403


def _sent_out() -> str:
    open_cycle()
    place("C-1")
    agree()
    do(made.distribute(recipient="parliament", on=SENT))
    return make_link(YEAR, PlanKind.CURRENT, "parliament", "test", SENT)


def test_a_link_opens_one_plan_for_a_time() -> None:
    """It is kept as its hash alone, and leads from its page to nowhere else."""
    token = _sent_out()
    kept = ReceiptLink.objects.get()
    assert kept.digest == sha256(token.encode()).hexdigest()
    rehearse_on(SENT)
    reader = Client()
    page = reader.get(f"/en/received/{token}/")
    assert (page.status_code, page["Referrer-Policy"]) == (200, "same-origin")
    assert 'href="http' not in page.content.decode()
    assert reader.get(f"/received/{token}/plan.kk.docx").status_code == 200
    assert reader.get(f"/{YEAR}/long-term.kk.docx").status_code == 302
    rehearse_on(SENT + LASTS + timedelta(days=1))
    assert reader.get(f"/received/{token}/plan.kk.docx").status_code == 404
    for guess in ("", "x", token[:-1], token.swapcase(), kept.digest):
        assert reader.get(f"/en/received/{guess}/").status_code == 404


def test_the_address_of_a_calendar_is_kept_as_its_hash() -> None:
    """A stolen database opens no calendar, and a closed account's is no more."""
    open_cycle()
    client = seat(Office.HEAD)
    page = client.post("/en/calendar/", {"do": "make"}).content.decode()
    secret = page.partition("/calendar/")[2]
    secret = page[page.index("testserver/calendar/") + 20 :].partition(".ics")[0]
    kept = FeedToken.objects.get()
    assert kept.secret_hash == sha256(secret.encode()).hexdigest()
    assert Client().get(f"/calendar/{secret}.ics").status_code == 200
    assert Client().get(f"/calendar/{kept.secret_hash}.ics").status_code == 404
    Person.objects.update(is_active=False)
    assert Client().get(f"/calendar/{secret}.ics").status_code == 404
