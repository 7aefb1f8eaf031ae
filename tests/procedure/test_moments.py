"""Moments of the journal never go back, however its machines' clocks stand."""

from datetime import UTC, datetime, timedelta

import pytest

from jospar.procedure import journal
from jospar.procedure.moments import APART
from jospar.procedure.perform import ActRefusedError, perform
from jospar.queries.sentences import sentence
from jospar.rules.reference.facts import Repair, RepairKind
from tests.notices.made_notices import Standing
from tests.procedure.made_orders import order, perform_act
from tests.rules import made

pytestmark = pytest.mark.django_db

THEN = datetime(2024, 9, 2, 4, 30, tzinfo=UTC)
SECOND = timedelta(seconds=1)
WHY = "The battery of the server’s clock was dead."


def moments() -> list[datetime]:
    """Return when each entry was recorded."""
    return [
        datetime.fromisoformat(entry.read().recorded_at) for entry in journal.entries()
    ]


def do(filing: object, by: timedelta = timedelta()) -> None:
    """Perform an act on a clock that is ``by`` ahead of the first entry's."""
    perform(order(filing), Standing(at=THEN + by))


def refused(by: timedelta) -> str:
    """Return the one sentence that an act is refused with on such a clock."""
    with pytest.raises(ActRefusedError) as error:
        do(made.list_body(), by)
    (objection,) = error.value.objections
    assert (objection.code, objection.provision) == ("clock_goes_on", "record.day")
    return sentence(objection, "en")


def test_clocks_that_differ_a_little() -> None:
    """An entry is recorded no earlier than the one that it follows."""
    do(made.open_cycle())
    do(made.list_body(code="trade"), -APART)
    do(made.list_body(code="energy"), SECOND)
    assert moments() == [THEN, THEN, THEN + SECOND]


def test_a_clock_that_was_moved_back() -> None:
    """The act is refused, with both moments by Astana's clock and what helps."""
    do(made.open_cycle())
    assert refused(-APART - SECOND) == (
        "The clock of this machine stands at 09:28:59 on 2 September 2024, before the "
        "last entry of the journal, made at 09:30:00 on 2 September 2024. Ask the "
        "administrator to set the clock right, then send it again."
    )
    assert moments() == [THEN]


@pytest.mark.parametrize(
    ("kind", "recorded", "told"),
    [
        (RepairKind.BY_HAND, -timedelta(days=1), False),
        (RepairKind.RESTORED, timedelta(), True),
    ],
)
def test_a_repair_by_such_a_clock(
    kind: RepairKind, recorded: timedelta, *, told: bool
) -> None:
    """It is done; where entries came from the future a repair by hand goes on anew."""
    yesterday = -timedelta(days=1)
    do(made.open_cycle())
    number, digest = journal.last()
    do(Repair(kind, WHY, up_to=number, hash=digest), yesterday)
    assert moments()[1:] == [THEN + recorded]
    if told:
        assert refused(yesterday)
    else:
        do(made.list_body(), yesterday)


def test_the_clock_of_a_rehearsal() -> None:
    """Nothing is refused for what somebody chose."""
    perform_act(made.open_cycle(), THEN.date())
    perform_act(made.list_body(), THEN.date() - timedelta(days=1))
    assert moments()[1] < moments()[0]
