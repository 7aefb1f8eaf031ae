"""Little mail: one digest a day, and at once only what cannot wait."""

from datetime import date, datetime, time

import pytest

from jospar.notices.making import make_mails
from jospar.notices.models import Delivery, Notice
from jospar.notices.passes import run_pass
from jospar.notices.staff import addressees
from jospar.rules.core.deadlines import ASTANA
from tests.notices.made_notices import appoint, at, do, notice, open_cycle, today
from tests.rules import made

pytestmark = pytest.mark.django_db
MONDAY, TUESDAY, SATURDAY = date(2024, 10, 7), date(2024, 10, 8), date(2024, 10, 5)


def mails(day: date, hour: int = 12) -> list[tuple[str, bool]]:
    """Return the mails that are made at an hour: to whom, and whether a digest."""
    before = set(Delivery.objects.values_list("pk", flat=True))
    make_mails(today(day, hour), addressees())
    new = Delivery.objects.exclude(pk__in=before)
    return sorted(new.values_list("person", "digest"))


@pytest.fixture(autouse=True)
def person() -> None:
    """Let one person be reached by mail, and another one not."""
    appoint("a", "head", email="a@mfa.gov.kz")
    appoint("b", "head")


@pytest.mark.parametrize(
    ("day", "hour", "made_mails"),
    [
        (MONDAY, 8, []),
        (MONDAY, 9, [("a", True)]),
        (SATURDAY, 9, []),
    ],
)
def test_the_digest_comes_on_working_mornings(
    day: date, hour: int, made_mails: list[tuple[str, bool]]
) -> None:
    """Before nine and on days off nobody is disturbed."""
    for name in ("a", "b"):
        notice(name, at_once=False)
    assert mails(day, hour) == made_mails


def test_nothing_new_nothing_sent() -> None:
    """Without news and deadlines there is no digest."""
    assert mails(MONDAY) == []


def test_at_once_at_any_hour() -> None:
    """What was returned waits for no morning, and is one mail however much it is."""
    notice("a", "1")
    notice("a", "2")
    assert mails(SATURDAY, 3) == [("a", False)]
    assert mails(SATURDAY, 3) == []


def test_what_was_read_at_the_desk_is_not_mailed() -> None:
    """Who has seen it needs no mail."""
    notice("a", at_once=False, read_at=datetime.combine(MONDAY, time(), tzinfo=ASTANA))
    assert mails(MONDAY) == []


def test_one_digest_a_day() -> None:
    """What comes in the afternoon is told the next morning."""
    notice("a", "1", at_once=False)
    run_pass(at(MONDAY, 9))
    notice("a", "2", at_once=False)
    assert (mails(MONDAY, 18), mails(TUESDAY, 9)) == ([], [("a", True)])


def test_a_digest_that_waits_takes_up_the_news() -> None:
    """No second one is put beside it."""
    notice("a", "1", at_once=False)
    assert mails(MONDAY) == [("a", True)]
    notice("a", "2", at_once=False)
    assert mails(TUESDAY) == []
    report = run_pass(at(TUESDAY))
    assert (report.attempts.sent, Notice.objects.filter(delivery=None).count()) == (
        1,
        0,
    )


@pytest.mark.parametrize(
    ("day", "made_mails"),
    [(23, []), (24, [("a", True)]), (28, [("a", True)]), (29, [])],
)
def test_a_deadline_is_due(day: int, made_mails: list[tuple[str, bool]]) -> None:
    """On its last day, by each reading, it is told without news, and only then."""
    open_cycle()
    do(made.submit_concept())
    assert mails(date(2024, 10, day)) == made_mails
