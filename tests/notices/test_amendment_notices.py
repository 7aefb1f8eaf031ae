"""Who is told how agreed plans are amended."""

import pytest

from jospar.notices.collect import collect
from jospar.notices.models import Notice
from jospar.notices.saying import path, sentence
from tests.notices.made_notices import appoint, today
from tests.queries.made_amended import (
    agreed_plan,
    came,
    december,
    instruct,
    make,
    stage,
)
from tests.queries.made_record import do
from tests.rules import made_amendments
from tests.rules.made_amendments import DECLINED

pytestmark = pytest.mark.django_db


def told() -> list[tuple[str, str]]:
    """Return who is told what by a pass, and forget it."""
    collect(today(december(20)))
    found = Notice.objects.order_by("id").values_list("person", "kind")
    return sorted(found)


def test_amendments_are_told() -> None:
    """The head hears of grounds, the planner of instructions, both of the revision."""
    agreed_plan()
    for office in ("head", "planner", "registrar"):
        appoint(office, office)
    told()
    Notice.objects.all().delete()
    do(made_amendments.bring_grounds(received_at=came(12), body="trade"))
    instruct("1", 13)
    instruct("2", 13, outcome=DECLINED)
    stage("1", 13)
    make("1", 13)
    assert told() == [
        ("head", "grounds_brought"),
        ("head", "plan_amended"),
        ("planner", "instruction_given"),
        ("planner", "plan_amended"),
        ("registrar", "plan_amended"),
    ]
    amended = Notice.objects.get(person="head", kind="plan_amended")
    assert path(amended, "en") == "/en/2024/current/"
    assert sentence(amended, "en") == (
        "The Ministry amended the current plan: its next revision was made on "
        "13 December 2024."
    )
