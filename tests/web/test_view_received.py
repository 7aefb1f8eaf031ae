"""A recipient without an account acknowledges a plan by a personal link."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client

from jospar.accounts.models import Reading, ReceiptLink
from jospar.accounts.receipt_links import LASTS
from jospar.procedure import journal
from jospar.procedure.rehearsal import rehearse_on
from jospar.records.models import Distribution, RevisionSending
from jospar.rules.core.offices import OF_ONE_BODY, Office
from tests.queries.made_amended import agreed_plan, december, instruct, make, stage
from tests.queries.made_record import agree, do, open_cycle, place
from tests.rules import made, made_amendments
from tests.web.seats import seat

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.provision("distribution.acknowledgement"),
]

SENT, TODAY = date(2024, 12, 6), date(2024, 12, 10)
LINK = "/en/2024/outbox/link/"


def sent_out() -> None:
    """Send the agreed current plan to Parliament."""
    open_cycle()
    place("C-1")
    agree()
    do(made.distribute(recipient="parliament", on=SENT))
    rehearse_on(TODAY)


def made_link(client: Client | None = None) -> str:
    """Make the link as the registrar does, and return its address."""
    client = client or seat(Office.REGISTRAR)
    html = client.post(LINK, {"subject": "current/parliament"}).content.decode()
    (address,) = re.findall(r'value="http://testserver(/en/received/[^"]+)"', html)
    return str(address)


def says(client: Client, address: str, sentence: str) -> bool:
    """Tell whether a page says the sentence."""
    return sentence in client.get(address).content.decode()


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_recipient_acknowledges_without_an_account(language: str) -> None:
    """The act stands in the journal, in the recipient's name."""
    sent_out()
    address = made_link().replace("/en/", f"/{language}/")
    reader = Client()
    assert reader.get(address).status_code == 200
    html = reader.post(address).content.decode()
    assert html.count('class="said done" role="status"') == 1
    assert Distribution.objects.get().acknowledged_on == TODAY
    last = journal.latest()
    assert last is not None
    header = last.read()
    link = ReceiptLink.objects.get()
    assert (header.act, header.person, header.office, header.body) == (
        "agreement.acknowledge",
        f"link:{link.pk}",
        "recipient",
        "parliament",
    )


def test_a_link_used_twice_says_so() -> None:
    """There is nothing left to press, and pressing does nothing."""
    sent_out()
    address, reader = made_link(), Client()
    reader.post(address)
    entries = journal.last()
    assert reader.post(address).status_code == 200
    assert journal.last() == entries
    assert says(reader, address, "Nothing is left to do.")
    assert not says(reader, address, "<form method")


@pytest.mark.parametrize(("after", "lasts"), [(0, True), (1, False)])
def test_a_link_expires(after: int, lasts: bool) -> None:
    """On its last day it still works; then it says whom to ask, and opens no paper."""
    sent_out()
    address, reader = made_link(), Client()
    rehearse_on(TODAY + LASTS + timedelta(days=after))
    assert says(reader, address, "The link expired on") is not lasts
    reader.post(address)
    assert (Distribution.objects.get().acknowledged_on is not None) is lasts
    paper = address.replace("/en/", "/") + "plan.kk.docx"
    assert reader.get(paper).status_code == (200 if lasts else 404)


def test_a_new_link_ends_the_one_before() -> None:
    """A recipient has one link to a plan."""
    sent_out()
    first, second = made_link(), made_link()
    assert Client().get(first).status_code == 404
    assert Client().get(second).status_code == 200


def test_the_token_is_not_kept() -> None:
    """Who reads the database cannot acknowledge for anybody."""
    sent_out()
    token = made_link().split("/")[3]
    assert token not in str(ReceiptLink.objects.values().get())


def test_the_very_plan_is_downloaded_and_its_reading_recorded() -> None:
    """As DOCX and PDF, in both languages."""
    sent_out()
    paper = made_link().replace("/en/", "/")
    begins = {
        ending: Client().get(f"{paper}plan.ru.{ending}").content[:2]
        for ending in ("docx", "pdf")
    }
    assert begins == {"docx": b"PK", "pdf": b"%P"}
    assert Reading.objects.filter(person__startswith="link:").count() == 2
    assert Client().get(f"{paper}plan.ru.xlsx").status_code == 404


@pytest.mark.parametrize("token", ["x", "0" * 43])
def test_a_link_that_was_not_made(token: str) -> None:
    """It leads nowhere."""
    sent_out()
    made_link()
    assert Client().get(f"/en/received/{token}/").status_code == 404
    assert Client().post(f"/en/received/{token}/").status_code == 404


@pytest.mark.parametrize("office", Office)
def test_who_makes_links(office: Office) -> None:
    """Those who send plans out."""
    sent_out()
    client = seat(office, "trade" if office in OF_ONE_BODY else "")
    client.post(LINK, {"subject": "current/parliament"})
    may = office in {Office.HEAD, Office.REGISTRAR}
    assert ReceiptLink.objects.exists() is may


@pytest.mark.parametrize("subject", ["current/trade", "long_term/parliament", ""])
def test_a_link_is_for_what_was_sent(subject: str) -> None:
    """To others there is none."""
    sent_out()
    client = seat(Office.REGISTRAR)
    assert client.post(LINK, {"subject": subject}).status_code == 404


def test_no_link_to_what_was_acknowledged() -> None:
    """Nothing is left to acknowledge."""
    sent_out()
    do(made.acknowledge(recipient="parliament", on=TODAY))
    client = seat(Office.REGISTRAR)
    response = client.post(LINK, {"subject": "current/parliament"})
    assert response.status_code == 404


def revision_sent_out() -> None:
    """Send the revision that amended the current plan to Parliament."""
    agreed_plan()
    do(made.distribute(recipient="parliament", on=SENT))
    instruct("1", 9)
    stage("1", 9)
    make("1", 9)
    do(made_amendments.send_out(revision=2, on=december(9)))
    rehearse_on(TODAY)


def link_to(subject: str) -> str:
    """Make a link as the registrar does, and return its address."""
    html = seat(Office.REGISTRAR).post(LINK, {"subject": subject}).content.decode()
    (address,) = re.findall(r'value="http://testserver(/en/received/[^"]+)"', html)
    return str(address)


@pytest.mark.provision("amendments.acknowledgement")
def test_a_revision_has_a_link_of_its_own() -> None:
    """It opens that revision; the plan as it was agreed keeps its own."""
    revision_sent_out()
    agreed, amended = link_to("current/parliament"), link_to("current/2/parliament")
    reader = Client()
    assert says(reader, agreed, "The plan has been amended since: revision 2")
    assert says(reader, amended, "by which the plan was amended")
    reader.post(amended)
    assert Distribution.objects.get().acknowledged_on is None
    assert RevisionSending.objects.get().acknowledged_on == TODAY
    last = journal.latest()
    assert last is not None
    assert (last.read().act, last.read().body) == (
        "amendment.acknowledge",
        "parliament",
    )
    assert says(reader, amended, "Nothing is left to do.")
    reader.post(agreed)
    assert Distribution.objects.get().acknowledged_on == TODAY


@pytest.mark.provision("amendments.acknowledgement")
def test_each_link_downloads_what_was_sent() -> None:
    """The plan as it was agreed, and as it was amended."""
    revision_sent_out()
    names = [
        Client().get(f"{link.replace('/en/', '/')}plan.ru.docx")["Content-Disposition"]
        for link in (link_to("current/parliament"), link_to("current/2/parliament"))
    ]
    assert names == [
        'attachment; filename="current-2025-1.ru.docx"',
        'attachment; filename="current-2025-2.ru.docx"',
    ]
