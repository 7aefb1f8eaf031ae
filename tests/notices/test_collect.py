"""Acts become notices: the right ones, for the right people, once."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction

from jospar.notices.collect import collect
from jospar.notices.models import Notice, Progress
from jospar.procedure import journal
from jospar.rules.agreement.facts import ReplyOutcome
from jospar.rules.commission.facts import Outcome, RowOutcome
from jospar.rules.core.deadlines import ASTANA
from jospar.rules.core.offices import Actor, Office
from tests.notices.made_notices import appoint, do, open_cycle, today
from tests.rules import made

pytestmark = pytest.mark.django_db
LATE = datetime(2024, 9, 26, 9, 5, tzinfo=ASTANA)
OFFICES = {
    "registrar": "",
    "reviewer": "",
    "head": "",
    "planner": "",
    "commission_secretary": "",
    "administration_officer": "",
    "recipient": "parliament",
}


@pytest.fixture(autouse=True)
def people() -> None:
    """Appoint somebody to every office that is told something."""
    open_cycle()
    for office, body in OFFICES.items():
        appoint(office, office, body)
    appoint("trader", "body_officer", "trade")
    appoint("miner", "body_officer", "energy")


def told(day: date) -> dict[str, list[str]]:
    """Return what each person is told by a pass of ``day``, and forget it."""
    collect(today(day))
    found: dict[str, list[str]] = {}
    for person, kind in Notice.objects.order_by("person", "id").values_list(
        "person", "kind"
    ):
        found.setdefault(person, []).append(kind)
    Notice.objects.all().delete()
    return found


def test_papers_of_bodies() -> None:
    """The registrar hears of them, their bodies get receipts, and returns."""
    do(made.submit_concept(proposers=("trade",)))
    do(made.report_none(body="energy"))
    do(made.submit_concept(key="C-2", proposers=("trade",), received_at=LATE))
    do(made.return_late(key="C-2", on=date(2024, 9, 27)))
    do(made.supplement_concept(on=date(2024, 9, 30)))
    assert told(date(2024, 9, 30)) == {
        "registrar": ["concept_filed", "none_filed", "concept_filed"],
        "trader": ["concept_receipt", "concept_receipt", "concept_returned"],
        "miner": ["none_receipt"],
        "reviewer": ["concept_supplemented"],
    }


def test_a_concept_of_two_bodies() -> None:
    """Both proposers get the receipt."""
    do(made.submit_concept(proposers=("trade", "energy")))
    found = told(date(2024, 9, 30))
    assert (found["trader"], found["miner"]) == (["concept_receipt"],) * 2


@pytest.mark.parametrize(
    ("expedient", "next_work"),
    [(True, {"planner": ["to_place"]}), (False, {"registrar": ["to_notify"]})],
)
def test_a_conclusion(expedient: bool, next_work: dict[str, list[str]]) -> None:
    """Who goes on with the concept is told, and the body when it is notified."""
    do(made.submit_concept(proposers=("trade",)))
    told(date(2024, 10, 1))
    do(made.conclude(expedient=expedient, on=date(2024, 10, 2)))
    do(made.notify(on=date(2024, 10, 3)))
    assert told(date(2024, 10, 4)) == next_work | {"trader": ["conclusion_notified"]}


def test_a_plan_on_its_way() -> None:
    """Each next desk hears of it, and those who drafted it hear it coming back."""
    do(made.submit_concept(proposers=("trade",)))
    do(made.conclude(on=date(2024, 10, 2)))
    do(made.place(on=date(2024, 10, 3)))
    told(date(2024, 10, 4))
    do(made.send_to_commission(on=date(2024, 11, 4)))
    assert told(date(2024, 11, 4)) == {"commission_secretary": ["plan_to_commission"]}
    do(made.decide(on=date(2024, 11, 6), number="1", outcome=Outcome.RETURNED))
    do(made.decide_row(on=date(2024, 11, 6), decision="1", outcome=RowOutcome.EXCLUDE))
    returned = {name: ["plan_not_approved"] for name in ("head", "planner")}
    assert told(date(2024, 11, 6)) == returned
    do(made.send_to_commission(on=date(2024, 11, 7)))
    do(made.decide(on=date(2024, 11, 12)))
    do(made.decide_row(on=date(2024, 11, 12), outcome=RowOutcome.CHANGE))
    do(made.send_to_president(on=date(2024, 11, 14)))
    assert told(date(2024, 11, 14)) == {
        "commission_secretary": ["plan_to_commission"],
        "head": ["plan_approved"],
        "planner": ["plan_approved"],
        "trader": ["row_changed"],
        "administration_officer": ["plan_to_president"],
    }
    do(
        made.record_reply(
            on=date(2024, 11, 18), number="1", outcome=ReplyOutcome.RETURNED
        )
    )
    back = {name: ["plan_not_agreed"] for name in ("head", "planner", "registrar")}
    assert told(date(2024, 11, 18)) == back


def test_an_agreed_plan_is_sent_out() -> None:
    """Everybody who receives it is told, as a body or as a recipient."""
    do(made.submit_concept(proposers=("trade",)))
    do(made.conclude(on=date(2024, 10, 2)))
    do(made.place(on=date(2024, 10, 3)))
    do(made.send_to_commission(on=date(2024, 11, 8)))
    do(made.decide(on=date(2024, 11, 12)))
    do(made.send_to_president(on=date(2024, 11, 14)))
    told(date(2024, 11, 14))
    do(made.record_reply(on=date(2024, 12, 2)))
    do(made.distribute(on=date(2024, 12, 3), recipient="parliament"))
    do(made.distribute(on=date(2024, 12, 3), recipient="trade"))
    assert told(date(2024, 12, 3)) == {
        "head": ["plan_agreed"],
        "planner": ["plan_agreed"],
        "registrar": ["plan_agreed"],
        "recipient": ["plan_received"],
        "trader": ["plan_received"],
    }


def test_nobody_is_told_of_their_own_act_but_by_a_receipt() -> None:
    """The registrar who entered a paper knows; who filed one wants it proven."""
    own = Actor("registrar", Office.REGISTRAR)
    do(made.submit_concept(proposers=("trade",)), actor=own)
    assert told(date(2024, 9, 30)) == {"trader": ["concept_receipt"]}
    filer = Actor("trader", Office.BODY_OFFICER, "trade")
    do(made.submit_concept(key="C-2", proposers=("trade",)), actor=filer)
    assert told(date(2024, 9, 30))["trader"] == ["concept_receipt"]


@pytest.mark.parametrize(("days", "count"), [(30, 1), (31, 0)])
def test_old_acts_are_no_news(days: int, count: int) -> None:
    """A past year that is entered at last fills nobody's inbox."""
    do(made.report_none(body="energy"))
    told(date(2024, 9, 20) + timedelta(days=days))
    do(made.report_none(body="trade", document="2"))
    found = told(date(2024, 9, 20) + timedelta(days=days))
    assert len(found.get("registrar", [])) == count


def test_every_act_is_read_once() -> None:
    """A second pass finds nothing, and a later one what was added."""
    do(made.report_none(body="energy"))
    day = today(date(2024, 9, 30))
    first, second = collect(day), collect(day)
    do(made.report_none(body="trade", document="2"))
    assert (first[1], second, collect(day)) == (2, (0, 0), (1, 2))


def test_a_pass_that_is_killed_loses_nothing() -> None:
    """What it had told and how far it had read are undone together."""
    do(made.report_none(body="energy"))
    day = today(date(2024, 9, 30))
    with transaction.atomic():
        collect(day)
        transaction.set_rollback(True)
    assert (Notice.objects.count(), Progress.objects.count()) == (0, 0)
    assert (collect(day)[1], Notice.objects.count()) == (2, 2)


def test_a_journal_read_again_tells_nothing_twice() -> None:
    """Notices are known by the entry that they are of."""
    do(made.report_none(body="energy"))
    day = today(date(2024, 9, 30))
    collect(day)
    Progress.objects.all().delete()
    assert (collect(day)[1], Notice.objects.count()) == (0, 2)


@pytest.mark.parametrize(
    ("act", "filing", "expected"),
    [
        ("outbox.send_reminder", {"body": "energy"}, {"miner": ["body_reminded"]}),
        (
            "drafting.ask_for_concept",
            {
                "register": "events",
                "key": "C-001",
                "body": "energy",
                "answer_by": "2024-10-15",
            },
            {"miner": ["concept_asked"]},
        ),
        (
            "carrying_out.request_report",
            {"body": "energy", "answer_by": "2025-01-10"},
            {"miner": ["report_asked"]},
        ),
        (
            "commission.remark",
            {"plan": "current"},
            {"head": ["remark_made"], "planner": ["remark_made"]},
        ),
        (
            "review.ask_clarification",
            {"key": "C-001", "answer_by": "2024-10-15"},
            {"trader": ["clarification_asked"]},
        ),
        ("review.unknown", {"key": "C-001"}, {}),
    ],
)
def test_acts_by_their_codes(
    act: str, filing: dict[str, Any], expected: dict[str, list[str]]
) -> None:
    """An act is known by its code, whether or not it is in the registry."""
    do(made.submit_concept(proposers=("trade",)))
    told(date(2024, 10, 1))
    write(act, filing)
    assert told(date(2024, 10, 1)) == expected


def write(act: str, filing: dict[str, Any]) -> None:
    """Write an entry into the journal, past ``perform``."""
    number, previous = journal.last()
    parts = (journal.salted(filing), journal.salted([]), journal.salted([]))
    header = journal.Header(
        number=number + 1,
        act_id=f"00000000-0000-0000-0000-{number:012}",
        act=act,
        rehearsal=False,
        provisions=[],
        paragraphs=[],
        ruleset="kz-2023",
        ruleset_digest="",
        year=2024,
        person="somebody",
        office="head",
        body="",
        standing_in_for="",
        on=date(2024, 10, 1),
        document="",
        recorded_at="2024-10-01T06:00:00+00:00",
        version="0",
        digests=dict(zip(journal.PARTS, map(journal.sha256, parts), strict=True)),
        previous=previous,
    )
    journal.write(header, parts)
