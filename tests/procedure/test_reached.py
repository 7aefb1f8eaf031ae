"""Works along the journal note how far they have come."""

import pytest

from jospar.procedure import journal, reached
from jospar.procedure.journal import JournalError
from jospar.records.models import Reached, Work
from tests.procedure.made_chains import let_go, sql
from tests.procedure.made_orders import perform_act
from tests.procedure.small_year import REFERENCE

pytestmark = pytest.mark.django_db


def test_how_far_each_work_has_come() -> None:
    """A work has one note: the last."""
    reached.note(Work.NOTICES, 3)
    reached.note(Work.NOTICES, 5)
    reached.note(Work.VERIFIED, 4, "f" * 64)
    assert {
        work: (one.number, one.hash) for work, one in reached.reached().items()
    } == {
        Work.NOTICES: (5, ""),
        Work.VERIFIED: (4, "f" * 64),
    }
    assert str(Reached.objects.get(work=Work.NOTICES)) == "notices 5"


def test_nothing_was_verified_before() -> None:
    """Verifying begins at the first entry; so it does after an empty journal."""
    assert reached.verified_before() == (0, journal.FIRST_HASH)
    reached.note(Work.VERIFIED, 0, journal.FIRST_HASH)
    assert reached.verified_before() == (0, journal.FIRST_HASH)


def test_what_was_verified_before() -> None:
    """It is gone on from, unless the entry is another one now, or gone."""
    for filing in REFERENCE[:3]:
        perform_act(filing)
    number, digest = journal.last()
    reached.note(Work.VERIFIED, number, digest)
    assert reached.verified_before() == (3, digest)
    let_go()
    sql("UPDATE records_journalentry SET hash = %s WHERE number = 3", "f" * 64)
    with pytest.raises(JournalError, match="Entry 3 is not the one"):
        reached.verified_before()
    sql("DELETE FROM records_journalentry WHERE number = 3")
    with pytest.raises(JournalError, match="is gone"):
        reached.verified_before()
