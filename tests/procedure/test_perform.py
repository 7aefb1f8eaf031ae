"""An act is performed wholly, once, and with all that speaks against it told."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from django.db import DatabaseError, connection
from msgspec import structs

from jospar.procedure import journal
from jospar.procedure.clock import Clock
from jospar.procedure.perform import (
    VERSION,
    ActIdTakenError,
    ActRefusedError,
    Order,
    Performed,
    assess,
    perform,
    perform_all,
)
from jospar.records.fields import plain
from jospar.records.file_types import PDF, FileError
from jospar.records.models import AttachedFile, Concept, Cycle, JournalEntry
from jospar.rules.core.nouns import Text
from jospar.rules.registry import ACTS, BY_FILING
from tests.procedure.made_orders import TODAY, order, perform_act
from tests.procedure.small_year import REFERENCE, YEAR
from tests.records.made_files import kept_scan
from tests.rules import made
from tests.rules.made import RULES

pytestmark = pytest.mark.django_db

ACT_ID = UUID(int=7)
LATER = date(2025, 1, 15)
IN_ONE_LANGUAGE = made.wording(note=Text(kk="Ескерту"), title=Text(ru="Договор"))


def refused(act: Order, today: date = TODAY) -> tuple[str, ...]:
    """Return the codes of what refuses the order, which changes nothing."""
    before = JournalEntry.objects.count()
    with pytest.raises(ActRefusedError) as error:
        perform(act, Clock(today))
    assert JournalEntry.objects.count() == before
    return tuple(objection.code for objection in error.value.objections)


def open_cycle() -> None:
    """Open the cycle and list its bodies."""
    for filing in REFERENCE:
        perform_act(filing)


def test_an_act_is_in_the_record_and_in_the_journal() -> None:
    """Its effect is a record, its entry says all that there is to say of it."""
    performed = perform_act(made.open_cycle(), act_id=ACT_ID)
    assert performed == Performed(1, new=True)
    assert Cycle.objects.values_list("year", "entry", "ruleset", "digest").get() == (
        *(2024, 1),
        *(RULES.code, RULES.digest),
    )
    entry = next(journal.entries())
    header = entry.read()
    assert sorted(header.digests) == sorted(journal.PARTS)
    assert structs.replace(header, digests={}) == journal.Header(
        number=1,
        act_id=str(ACT_ID),
        act="reference.open_cycle",
        rehearsal=True,
        provisions=[
            *("plans.kinds", "plans.years", "record.key"),
            *("record.length", "record.letters"),
        ],
        paragraphs=["1", "2"],
        ruleset="kz-2023",
        ruleset_digest=RULES.digest,
        year=2024,
        person="test",
        office="administrator",
        body="",
        standing_in_for="",
        on=date(2024, 1, 9),
        document="12-3/45",
        recorded_at="2024-12-31T18:59:59.000000+00:00",
        version=VERSION,
        digests={},
        previous=journal.FIRST_HASH,
    )
    assert entry.value("filing") == {"year": 2024, "ruleset": "kz-2023"}
    assert entry.value("cautions") == []
    assert entry.value("effects") == [
        {
            "effect": "CycleOpened",
            "year": 2024,
            "ruleset": "kz-2023",
            "digest": RULES.digest,
            "content": RULES.content,
        }
    ]


def test_real_work_is_no_rehearsal() -> None:
    """By the real clock an entry is not marked as rehearsed."""
    perform(order(made.open_cycle()), Clock())
    header = next(journal.entries()).read()
    assert (header.rehearsal, journal.is_rehearsal()) == (False, False)


def test_every_act_of_a_year() -> None:
    """Every act of the registry is performed in the small year, each order once."""
    numbers = [perform_act(filing).number for filing in YEAR]
    assert numbers == list(range(1, len(YEAR) + 1))
    assert {BY_FILING[type(filing)].code for filing in YEAR} == {
        act.code for act in ACTS
    }
    assert journal.verify(journal.entries())[0] == len(YEAR)


def test_a_store_that_fails_in_the_middle() -> None:
    """Where a part of an effect cannot be stored, nothing of the act stays."""
    open_cycle()
    before = journal.last()
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE records_proposer RENAME TO records_nowhere")
    with pytest.raises(DatabaseError):
        perform_act(made.submit_concept())
    assert (Concept.objects.count(), journal.last()) == (0, before)


def test_the_same_order_twice() -> None:
    """It is one act, and the second time it is told as performed before."""
    first = order(made.open_cycle())
    assert perform(first, Clock(TODAY)) == Performed(1, new=True)
    assert perform(first, Clock(LATER)) == Performed(1, new=False)
    assert journal.last()[0] == 1


@pytest.mark.parametrize(
    ("filing", "year"),
    [
        (made.withdraw_concept(on=made.DAY, document="11-2/2"), 2024),
        (made.withdraw_concept(on=made.DAY, document="11-2/1"), 2025),
        (made.return_late(on=made.DAY, document="11-2/1"), 2024),
    ],
    ids=["another value", "another cycle", "another act"],
)
def test_another_act_under_the_same_id(filing: object, year: int) -> None:
    """It is refused, naming the entry that has the id."""
    open_cycle()
    perform_act(made.submit_concept())
    first = made.withdraw_concept(on=made.DAY, document="11-2/1")
    number = perform_act(first, act_id=ACT_ID).number
    with pytest.raises(ActIdTakenError) as error:
        perform_act(filing, act_id=ACT_ID, year=year)
    assert (error.value.number, journal.last()[0]) == (number, number)
    assert str(error.value) == f"Entry {number} of the journal has this act id."


def test_files_that_come_with_an_act() -> None:
    """They are in its effects and in the record, and change nothing else of it."""
    open_cycle()
    files = (kept_scan(), kept_scan("Қосымша.pdf"))
    number = perform_act(made.report_none(), act_id=ACT_ID, files=files).number
    entry = journal.find(ACT_ID)
    assert entry is not None
    assert [effect["effect"] for effect in entry.value("effects")] == [
        "NoneReported",
        "FilesAttached",
    ]
    assert entry.value("effects")[1]["files"] == plain(list(files))
    columns = ("entry", "position", "sha256", "name", "type", "size")
    kept = AttachedFile.objects.order_by("position").values_list(*columns)
    assert list(kept) == [
        (number, 0, files[0].sha256, "Хаттама № 7.pdf", PDF, files[0].size),
        (number, 1, files[0].sha256, "Қосымша.pdf", PDF, files[0].size),
    ]


def test_a_file_that_is_not_kept() -> None:
    """An act is not performed with a file that nobody could read afterwards."""
    open_cycle()
    before = journal.last()
    gone = replace(kept_scan(), sha256="0" * 64)
    with pytest.raises(FileError, match=r"“Хаттама № 7\.pdf” is missing"):
        perform_act(made.report_none(), files=(gone,))
    assert journal.last() == before


@pytest.mark.parametrize("came_with", [0, 1])
def test_another_number_of_files_under_the_same_id(came_with: int) -> None:
    """The same filing with other files is another one; with the same it is the same."""
    open_cycle()
    ways = ((), (kept_scan(),))
    first = order(made.report_none(), files=ways[came_with])
    number = perform(first, Clock(TODAY)).number
    assert perform(first, Clock(TODAY)) == Performed(number, new=False)
    for files in (ways[1 - came_with], (kept_scan("Қосымша.pdf"),)):
        with pytest.raises(ActIdTakenError):
            perform(replace(first, files=files), Clock(TODAY))


def test_an_order_of_another_day_than_its_filing() -> None:
    """A filing that says its own day is performed on that day only."""
    perform_act(made.open_cycle())
    for filing in (made.conclude(), made.submit_concept()):
        with pytest.raises(ValueError, match="not 2025-01-15, that of its order"):
            perform_act(filing, on=LATER)


def test_all_reasons_at_once() -> None:
    """Day, conditions and requirements are told together."""
    open_cycle()
    perform_act(made.submit_concept())
    perform_act(made.withdraw_concept(on=date(2024, 10, 2)))
    place = order(
        made.place(plan=made.LONG_TERM, on=LATER),
    )
    assert refused(place) == (
        "expedient",
        "not_withdrawn",
        "day_has_come",
        "term_points_to_plan",
    )


def test_an_order_has_the_day_of_its_filing() -> None:
    """An order that says another day than its filing is a fault of the program."""
    open_cycle()
    perform_act(made.submit_concept())
    for filing in (made.submit_concept(key="C-002"), made.withdraw_concept()):
        with pytest.raises(ValueError, match="own day"):
            perform(order(filing, on=date(2024, 9, 30)), Clock(TODAY))


def test_cautions_are_acknowledged_by_name() -> None:
    """An act with cautions goes through when each is acknowledged, and not before."""
    open_cycle()
    perform_act(made.register_event())
    perform_act(made.submit_concept(key="C-002"))
    send = order(made.send_to_commission(plan=made.LONG_TERM), acknowledged=())
    both = ("agreements_considered", "concepts_settled")
    assert refused(send) == both
    assert refused(replace(send, acknowledged=both[:1])) == both[1:]
    performed = perform(replace(send, acknowledged=both), Clock(TODAY))
    assert tuple(caution.code for caution in performed.cautions) == both
    entry = journal.find(send.act_id)
    assert entry is not None
    assert tuple(caution["code"] for caution in entry.value("cautions")) == both


def test_irregular_papers_of_others_are_recorded() -> None:
    """What is irregular in a body's paper needs no acknowledgement."""
    open_cycle()
    filing = made.submit_concept(wording=IN_ONE_LANGUAGE)
    performed = perform_act(filing, acknowledged=())
    assert [(caution.code, caution.field) for caution in performed.cautions] == [
        ("texts_in_all_languages", "title_kk"),
        ("note_in_both_languages", "note_ru"),
    ]


@pytest.mark.parametrize(
    ("filing", "field", "key"),
    [
        (made.submit_concept(proposers=("nobody", "trade")), "body", "nobody"),
        (made.submit_concept(proposers=("trade", "nobody")), "joint", "nobody"),
        (made.report_none(body="nobody"), "body", "nobody"),
        (made.conclude(key="C-999"), "concept", "C-999"),
        (made.distribute(recipient="nobody"), "recipient", "nobody"),
    ],
    ids=["body", "joint body", "letter", "concept", "recipient"],
)
def test_what_is_not_in_the_record(filing: object, field: str, key: str) -> None:
    """An act that names something unknown is refused, naming it."""
    open_cycle()
    with pytest.raises(ActRefusedError) as error:
        perform_act(filing)
    (objection,) = error.value.objections
    assert (objection.code, objection.field) == ("in_the_record", field)
    assert objection.values == {"key": key}


@pytest.mark.parametrize(
    "filing", [made.list_body(), made.send_to_commission()], ids=["list", "send"]
)
def test_no_cycle_is_open(filing: object) -> None:
    """Before its cycle is open nothing can be performed in it."""
    assert refused(order(filing)) == ("in_the_record",)


def test_a_decision_that_is_not_in_the_record() -> None:
    """A row is decided on as a part of a decision that is in the record."""
    open_cycle()
    perform_act(made.submit_concept())
    assert refused(order(made.decide_row(decision="9"))) == ("in_the_record",)


@pytest.mark.parametrize(
    "act",
    [
        order(made.conclude(key="C-999")),
        order(made.place(plan=made.LONG_TERM, on=LATER)),
        order(made.conclude(on=date(2024, 10, 4))),
        order(made.send_to_commission()),
        order(made.conclude(), imported=False),
    ],
    ids=["unknown", "refused", "open", "cautions", "nobody"],
)
def test_assess_says_what_perform_would(act: Order) -> None:
    """The verdict is that of performing, and nothing is recorded for it."""
    open_cycle()
    perform_act(made.submit_concept())
    before = journal.last()
    verdict = assess(act, Clock(TODAY))
    assert journal.last() == before
    if verdict.is_open:
        performed = perform(act, Clock(TODAY))
        assert performed.cautions == verdict.cautions
    else:
        codes = tuple(objection.code for objection in verdict.refusals)
        assert refused(act) == codes


def test_one_press_performs_all_or_nothing() -> None:
    """The second act sees what the first did; where it is refused, neither happened."""
    open_cycle()
    submitted, before = order(made.submit_concept()), journal.last()
    too_soon = order(made.place(on=made.DAY))
    with pytest.raises(ActRefusedError) as error:
        perform_all((submitted, too_soon), Clock(TODAY))
    assert "expedient" in {one.code for one in error.value.objections}
    assert journal.last() == before
    both = (submitted, order(made.conclude()))
    first, second = perform_all(both, Clock(TODAY))
    assert (first.new, second.number) == (True, first.number + 1)
    assert [one.new for one in perform_all(both, Clock(TODAY))] == [False, False]
