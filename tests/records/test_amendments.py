"""An agreed plan is amended: what waits, what a revision does, what is refused."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from jospar.procedure.perform import ActRefusedError
from jospar.records.fields import wording_kept
from jospar.records.models import (
    Amendment,
    Concept,
    Dossier,
    Proposer,
    Revision,
    Row,
    RowChange,
    TitleWords,
)
from jospar.records.snapshots.agreed_rows import agreed_row
from jospar.records.snapshots.dispatch import NotInRecordError
from jospar.records.snapshots.plans import form_of, rows_kept
from jospar.records.stores import store
from jospar.records.stores.dispatch import At
from jospar.records.stores.plans import RevisionMismatchError
from jospar.rules.amendment.effects import PlanAmended
from jospar.rules.core.nouns import Changes, PlanStage, Text
from tests.queries.made_amended import (
    NOTE,
    add,
    agreed_plan,
    came,
    december,
    decide,
    decided,
    instruct,
    make,
    remove,
    stage,
)
from tests.queries.made_record import do, submit
from tests.rules import made, made_amendments
from tests.rules.made import CURRENT, LONG_TERM, RULES, YEAR
from tests.rules.made_amendments import DECISION, INSTRUCTION

pytestmark = pytest.mark.django_db
PLAN = "2024.current"


def titles() -> list[str]:
    """Return the keys of the rows that the agreed plan prints, in their order."""
    form = form_of(RULES, YEAR, CURRENT, PlanStage.AGREED)
    return [row.concept for group in form.groups for row in group.rows]


def refusals(act: Callable[..., int], *told: Any) -> set[str]:
    """Return the codes of what refuses an act that is told so."""
    with pytest.raises(ActRefusedError) as error:
        act(*told)
    return {objection.code for objection in error.value.objections}


def test_nothing_printed_changes_before_the_revision() -> None:
    """Staged changes wait; the revision has them all, and the plan stays agreed."""
    agreed_plan()
    instruct("1", 9)
    stage("1", 9)
    add("1", 9, "N-1")
    remove("1", 9, "C-2")
    assert titles() == ["C-1", "C-2"]
    assert Revision.objects.count() == 1
    make("1", 10)
    assert titles() == ["C-1", "N-1"]
    rows = Row.objects.order_by("concept__key").values_list(
        "concept__key", "removed_on", "placed_on"
    )
    assert list(rows) == [
        ("C-1", None, date(2024, 10, 10)),
        ("C-2", december(9), date(2024, 10, 10)),
        ("N-1", None, december(9)),
    ]
    revision = Revision.objects.get(plan_id=PLAN, number=2)
    assert list(rows_kept(revision.content)) == ["C-1", "N-1"]
    assert list(RowChange.objects.values_list("revision", flat=True)) == [2, 2, 2]
    amendment = Amendment.objects.get()
    assert (amendment.ground_on, amendment.effective_on) == (december(9), december(9))
    (plan,) = {row.plan.stage for row in Row.objects.select_related("plan")}
    assert plan == "agreed"


def test_two_grounds_change_one_row() -> None:
    """The later puts its own cells in, and takes nothing of the earlier back."""
    agreed_plan()
    instruct("1", 9)
    instruct("2", 9)
    stage("1", 9)
    stage("2", 9, changes=Changes(conclude_to=date(2025, 6, 30)))
    make("1", 9)
    make("2", 10)
    wording = wording_kept(Row.objects.get(concept__key="C-1").fixed)
    assert wording.note == Text(NOTE.note_kk, NOTE.note_ru)
    assert wording.conclude.last_day == date(2025, 6, 30)


def test_a_row_that_another_amendment_removed() -> None:
    """What waited for it is not made any more; taken back, the rest is."""
    agreed_plan()
    instruct("1", 9)
    instruct("2", 9)
    stage("1", 9)
    stage("1", 9, key="C-2")
    remove("2", 9)
    make("2", 10)
    assert refusals(make, "1", 10) == {"rows_as_staged"}
    assert refusals(stage, "2", 10) >= {"row_not_removed", "not_staged"}
    do(
        made_amendments.drop_change(
            route=INSTRUCTION, ground="1", key="C-1", on=december(10)
        )
    )
    make("1", 10)
    assert titles() == ["C-2"]


def test_what_two_amendments_do_alike() -> None:
    """The second one would change nothing."""
    agreed_plan()
    for number in ("1", "2"):
        instruct(number, 9)
        stage(number, 9)
    make("1", 9)
    assert refusals(make, "2", 9) == {"plan_reads_anew"}


def test_a_decision_waits_for_its_consent() -> None:
    """Without the consent there is no revision; a declined one is none."""
    agreed_plan()
    decide("5", 9, None)
    stage("5", 9, **decided("5"))
    named = {"route": DECISION, "ground": "5"}
    with pytest.raises(ActRefusedError) as error:
        make("5", 9, **named)
    assert [found.code for found in error.value.objections] == ["consent_given"]
    do(
        made_amendments.record_consent(
            on=december(9), outcome=made_amendments.DECLINED, number="n"
        )
    )
    do(made_amendments.record_consent(on=december(10)))
    make("5", 11, **named)
    assert Amendment.objects.get().effective_on == december(10)


def test_a_ground_of_an_earlier_day_than_the_last_revision() -> None:
    """Its revision contains the other's changes, and is in force no earlier."""
    agreed_plan()
    instruct("1", 10)
    stage("1", 10)
    make("1", 10)
    instruct("2", 5)
    stage("2", 11, key="C-2")
    make("2", 11)
    days = Amendment.objects.values_list("revision", "ground_on", "effective_on")
    assert list(days) == [
        (2, december(10), december(10)),
        (3, december(5), december(10)),
    ]


def test_the_keys_of_concepts_outside_the_cycles() -> None:
    """A key of the cycle, or of an amendment, stands for one thing."""
    agreed_plan()
    submit("C-9")
    instruct("1", 9)
    assert refusals(add, "1", 9, "C-9") == {"key_not_in_use"}
    assert refusals(add, "1", 9, "C-1") == {"key_not_in_use"}
    add("1", 9, "N-1")
    instruct("2", 9)
    assert refusals(add, "2", 9, "N-1") == {"key_not_in_use"}
    with pytest.raises(ActRefusedError) as error:
        do(made_amendments.bring_grounds(key="N-1", received_at=came(9)))
    assert [found.code for found in error.value.objections] == ["dossier_key_free"]


def test_a_row_that_was_taken_back_may_be_staged_anew() -> None:
    """Its concept reads as it was worded last, and is one."""
    agreed_plan()
    instruct("1", 9)
    add("1", 9, "N-1")
    do(
        made_amendments.drop_change(
            route=INSTRUCTION, ground="1", key="N-1", on=december(9)
        )
    )
    changes = made_amendments.add_row().changes
    entry = Concept.objects.get(key="N-1").entry
    add("1", 9, "N-1", proposers=("trade", "energy"), changes=changes)
    concept = Concept.objects.get(key="N-1")
    assert (concept.entry, concept.cycle_id, concept.amends_id) == (entry, None, PLAN)
    bodies = Proposer.objects.filter(concept=concept).order_by("position")
    assert list(bodies.values_list("body", flat=True)) == ["trade", "energy"]


def test_a_dossier_is_brought_anew() -> None:
    """Until the conclusion the last papers stand, under the same number."""
    agreed_plan()
    first = do(made_amendments.bring_concept(received_at=came(4)))
    do(made_amendments.bring_grounds(received_at=came(5), body="trade"))
    do(
        made_amendments.bring_concept(
            received_at=came(6), proposers=("trade",), wording=made.wording()
        )
    )
    dossier = Dossier.objects.get()
    assert (dossier.entry, dossier.concept_id, dossier.body) == (first, first, "trade")
    assert (dossier.grounds_on, dossier.concept_on) == (december(5), december(6))
    assert Proposer.objects.filter(concept=first).count() == 1
    assert TitleWords.objects.filter(number=first).exists()


def test_a_changed_title_is_found() -> None:
    """The row is searched by the title that its plan prints now."""
    agreed_plan()
    instruct("1", 9)
    stage("1", 9, changes=Changes(title_ru="Соглашение о вертолётах"))
    make("1", 9)
    words = TitleWords.objects.get(number=Concept.objects.get(key="C-1").entry)
    assert "вертолетах" in words.words_ru


def test_a_revision_that_is_not_what_was_judged() -> None:
    """A plan is not amended under the fingerprint of another."""
    agreed_plan()
    effect = PlanAmended(
        plan=CURRENT,
        route=INSTRUCTION,
        ground="1",
        on=december(9),
        ground_on=december(9),
        effective_on=december(9),
        revision=2,
        fingerprint=made.FINGERPRINT,
        rows=(),
    )
    with pytest.raises(RevisionMismatchError) as error:
        store(effect, At(100, YEAR, december(9)))
    assert str(error.value) == "Revision 2 of the current plan reads otherwise."
    with pytest.raises(LookupError, match="2031 is not open"):
        store(effect, At(100, 2031, december(9)))


@pytest.mark.parametrize("changed", [{"cycle_id": YEAR}, {"amends_id": None}])
def test_a_concept_is_of_a_cycle_or_of_an_amendment(changed: dict[str, Any]) -> None:
    """The database itself keeps the two apart."""
    agreed_plan()
    instruct("1", 9)
    add("1", 9, "N-1")
    with pytest.raises(IntegrityError), transaction.atomic():
        Concept.objects.filter(key="N-1").update(**changed)


def test_a_row_of_the_agreed_plan() -> None:
    """It is as its last revision says, removed or not; a draft has no agreed rows."""
    agreed_plan()
    case = made.case(on=december(9))
    row, entry = agreed_row(case, CURRENT, "C-1")
    assert (row.key, row.proposers, row.removed_on) == ("C-1", ("trade",), None)
    assert (row.signed_on, row.stage) == (None, "not_begun")
    assert entry == Concept.objects.get(key="C-1").entry
    instruct("1", 9)
    remove("1", 9)
    make("1", 9)
    assert agreed_row(case, CURRENT, "C-1")[0].removed_on == december(9)
    for kind, key in ((CURRENT, "C-3"), (LONG_TERM, "C-1")):
        with pytest.raises(NotInRecordError):
            agreed_row(case, kind, key)


@pytest.mark.parametrize(
    ("filing", "field"),
    [
        (made_amendments.conclude(on=december(9)), "key"),
        (made_amendments.request(on=december(9)), "key"),
        (made_amendments.record_instruction(on=december(9)), "dossiers"),
        (made_amendments.record_consent(on=december(9)), "decision"),
        (made_amendments.amend_row(on=december(9)), "ground"),
        (made_amendments.add_from_dossier(on=december(9)), "ground"),
        (made_amendments.drop_change(on=december(9)), "key"),
        (made_amendments.make_revision(on=december(9)), "ground"),
        (made_amendments.send_out(on=december(9)), "revision"),
        (made_amendments.send_out(on=december(9), recipient="x"), "recipient"),
        (made_amendments.bring_grounds(received_at=came(9), body="x"), "body"),
    ],
)
def test_what_is_not_in_the_record(filing: Any, field: str) -> None:
    """An act that names what is not there says which field does."""
    agreed_plan()
    with pytest.raises(ActRefusedError) as error:
        do(filing)
    (found,) = error.value.objections
    assert (found.code, found.field) == ("in_the_record", field)
