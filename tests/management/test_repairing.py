"""Repairs are acts that say why, and what was done and not recorded is told."""

from argparse import Namespace

import pytest
from django.db import DatabaseError
from django.utils.translation import override

from jospar.accounts.models import Person
from jospar.accounts.passwords import choose
from jospar.accounts.second_factor import factors_of
from jospar.management import repairing
from jospar.management.repairing import check_reason, record, record_done
from jospar.procedure import journal, replay
from jospar.procedure.perform import ActRefusedError
from jospar.records.stores import store
from jospar.records.stores.dispatch import At
from jospar.rules.reference.facts import Repair, RepairKind
from tests.log import log
from tests.procedure.made_orders import TODAY, perform_act
from tests.rules import made
from tests.web.second_factors import give_app, person

pytestmark = pytest.mark.django_db(databases=["default", "past"])

WHY = "№ 12 акт"


def test_a_repair_is_an_act_of_the_last_cycle() -> None:
    """Its entry says what, why, by whom and in which year people find it."""
    perform_act(made.open_cycle(), TODAY)
    number, digest = journal.last()
    record_done(Repair(RepairKind.RESTORED, WHY, number, digest, 3))
    last = journal.latest()
    assert last is not None
    header = last.read()
    assert (header.number, header.act, header.year, header.rehearsal) == (
        *(2, "reference.repair", made.YEAR),
        True,
    )
    assert (header.person, header.office) == ("command line", "administrator")
    assert last.value("filing") == {
        "repair": "restored",
        "reason": WHY,
        "up_to": 1,
        "hash": digest,
        "shipped": 3,
        "person": "",
        "file": "",
    }
    replay.check_records()


def test_the_security_log_has_repairs_as_well() -> None:
    """With its kind, its reason, and whose way in it was."""
    give_app(person())
    with log() as written:
        record(Repair(RepairKind.FACTORS_FORGOTTEN, WHY, person="a.akhmetova"))
        record(Repair(RepairKind.BY_HAND, WHY))
    assert written.told("jospar.security", "account", "how", "reason") == [
        ("repaired", "a.akhmetova", "factors_forgotten", WHY),
        ("repaired", None, "by_hand", WHY),
    ]


def test_what_was_done_and_not_recorded_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The security log has it, a line says what to do, and the fault is told too."""

    def fail(*_given: object) -> None:
        raise DatabaseError

    perform_act(made.open_cycle(), TODAY)
    monkeypatch.setattr(repairing, "perform", fail)
    with log() as written, override("en"), pytest.raises(DatabaseError):
        record_done(Repair(RepairKind.MOVED, WHY, *journal.last()))
    told = written.told("jospar.security", "how", "number")
    assert told == [("repaired", "moved", 1)]
    assert "run “jospar repair” with the same reason" in capsys.readouterr().err


def test_of_an_empty_journal_nothing_is_recorded() -> None:
    """It is nobody's yet: neither of a rehearsal nor of a ministry."""
    record_done(Repair(RepairKind.REBUILT, WHY, *journal.last()))
    assert journal.last()[0] == 0


@pytest.mark.parametrize(
    ("filing", "told"),
    [
        (Repair(RepairKind.MOVED, WHY, 1, "f" * 64), "in_the_record"),
        (Repair(RepairKind.FILE_PUT_BACK, WHY, file="f" * 64), "in_the_record"),
        (Repair(RepairKind.WAY_IN_GIVEN, WHY, person="x"), "in_the_record"),
        (Repair(RepairKind.FACTORS_FORGOTTEN, WHY, person="b"), "factors_are_left"),
    ],
)
def test_what_is_not_there_was_not_repaired(filing: Repair, told: str) -> None:
    """An entry with another hash, an unknown file, nobody, and no factors."""
    perform_act(made.open_cycle(), TODAY)
    person("b")
    with pytest.raises(ActRefusedError) as refused:
        record(filing)
    assert [found.code for found in refused.value.objections] == [told]
    assert journal.last()[0] == 1


def test_what_was_closed_stays_closed_when_the_journal_is_folded() -> None:
    """Above the accounts of a backup; a past that is looked at touches none."""
    person()
    record(Repair(RepairKind.WAY_IN_GIVEN, WHY, person="a.akhmetova"))
    give_app(Person.objects.get())
    record(Repair(RepairKind.FACTORS_FORGOTTEN, WHY, person="a.akhmetova"))
    closed = list(journal.entries())
    her = Person.objects.get()
    choose(her, "жеті өзен")
    give_app(her)
    with replay.in_a_copy():
        assert journal.last()[0] == 2
    assert Person.objects.get().has_usable_password()
    assert factors_of(her).any
    for entry in closed:
        for effect in replay.effects_of(entry, entry.read().version):
            store(effect, At(entry.number, entry.year, TODAY))
    assert not Person.objects.get().has_usable_password()
    assert not factors_of(her).any


@pytest.mark.parametrize("reason", ["", " ", "a\N{RIGHT-TO-LEFT OVERRIDE}b"])
def test_a_reason_that_cannot_stand_in_the_journal(reason: str) -> None:
    """It is refused before anything is touched."""
    with pytest.raises(ActRefusedError):
        check_reason(Namespace(reason=reason))
    assert check_reason(Namespace(reason=f" {WHY} ")) == WHY
