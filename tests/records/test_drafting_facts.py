"""What acts of drafting and remarks find in the record, and leave there."""

from datetime import date

import pytest

from jospar.procedure.perform import ActRefusedError
from jospar.records.models import Occasion, Plan, Remark, RequestForConcept, Row
from jospar.records.snapshots.commission import unconsidered
from jospar.records.snapshots.plans import changed_on
from jospar.rules.commission.facts import Outcome, RowOutcome, Settled
from jospar.rules.core.nouns import Text
from jospar.rules.drafting.facts import Register
from tests.procedure.made_orders import perform_act
from tests.procedure.small_year import REFERENCE
from tests.rules import made
from tests.rules.made import CURRENT, LONG_TERM, YEAR
from tests.rules.made_occasions import ask_for_concept, consider
from tests.rules.made_remarks import answer_remark, remark

pytestmark = pytest.mark.django_db

PLACED, MOVED = date(2024, 10, 9), date(2024, 10, 14)
SENT, DECIDED = date(2024, 11, 8), date(2024, 11, 12)


def begin(*filings: object) -> None:
    """Put a straddling concept into the current plan, and perform the rest."""
    for filing in (
        *REFERENCE,
        made.submit_concept(wording=made.wording(conclude=made.BOTH_YEARS)),
        made.conclude(on=PLACED),
        made.place(on=PLACED, reason="Келіссөздер аяқталды"),
        *filings,
    ):
        perform_act(filing)


def refused(filing: object) -> list[str]:
    """Return the names of what refuses the act."""
    with pytest.raises(ActRefusedError) as error:
        perform_act(filing)
    return [objection.code for objection in error.value.objections]


def irregular(filing: object) -> list[str]:
    """Perform the act and return the names of what is irregular in it."""
    return [objection.code for objection in perform_act(filing).cautions]


def test_a_moved_row_stands_in_the_other_plan() -> None:
    """It bears the day and the reason of the move, and both plans changed on it."""
    begin(made.move(on=MOVED))
    assert list(Row.objects.values_list("plan_id", "placed_on", "reason")) == [
        ("2024.long_term", MOVED, "Келіссөздер созылды")
    ]
    lost = dict(Plan.objects.values_list("kind", "lost_row_on"))
    assert lost == {"current": MOVED, "long_term": None}
    assert [changed_on(YEAR, kind) for kind in (CURRENT, LONG_TERM)] == [MOVED, MOVED]


def test_a_plan_is_not_sent_as_it_was_before_a_row_moved_away() -> None:
    """What is sent on a day lacks nothing that was moved out only later."""
    begin(made.move(on=MOVED))
    assert refused(made.send_to_commission(on=PLACED)) == ["holds_no_later_change"]
    perform_act(made.send_to_commission(on=MOVED))


def test_moves_go_forward() -> None:
    """A row is not moved before it came, and goes back on a later day."""
    begin(made.move(on=MOVED))
    back = made.move(on=PLACED, plan=CURRENT)
    assert refused(back) == ["follows_placement"]
    perform_act(made.move(on=MOVED, plan=CURRENT))
    assert list(Row.objects.values_list("plan_id", flat=True)) == ["2024.current"]


def test_what_left_its_plan_is_not_moved() -> None:
    """A withdrawn concept has no row in a draft, an excluded one in no plan."""
    begin(made.withdraw_concept(on=MOVED))
    assert refused(made.move(on=MOVED)) == ["placed"]


def test_a_row_of_a_returned_plan_moves_as_a_draft_does() -> None:
    """What the Commission had before it is forgotten in the other plan."""
    begin(
        made.send_to_commission(on=SENT),
        made.decide(on=DECIDED, outcome=Outcome.RETURNED),
    )
    assert refused(made.move(on=SENT)) == ["plan_is_draft"]
    perform_act(made.move(on=date(2024, 11, 13)))
    assert list(Row.objects.values_list("plan_id", "fixed")) == [
        ("2024.long_term", None)
    ]


def test_what_the_commission_moved_is_not_moved_before_that() -> None:
    """The Commission's own move stands since its day."""
    begin(
        made.send_to_commission(on=SENT),
        made.decide(on=DECIDED),
        made.decide_row(on=DECIDED, outcome=RowOutcome.MOVE),
    )
    codes = refused(made.move(on=SENT, plan=CURRENT))
    assert codes == ["follows_placement", "plan_is_draft", "target_is_draft"]


def test_an_entry_is_considered() -> None:
    """It reads as considered since that day, and a draft no longer waits for it."""
    begin(made.register_agreement(concepts=()), made.register_event(key="A-1"))
    assert unconsidered(YEAR, (2025,)) == ("A-1",)
    perform_act(consider(on=MOVED, concepts=("C-001",), considered="Бар"))
    assert unconsidered(YEAR, (2025,)) == ()
    columns = ("register", "concepts", "considered", "considered_on")
    assert list(Occasion.objects.order_by("entry").values_list(*columns)) == [
        ("agreement", ["C-001"], "Бар", MOVED),
        ("event", ["C-001"], "", None),
    ]
    assert refused(consider(on=PLACED)) == ["follows_consideration"]


def test_an_entry_is_considered_with_an_unknown_concept() -> None:
    """The caution names it, and the draft goes on waiting."""
    begin(made.register_agreement(concepts=()))
    filing = consider(on=MOVED, concepts=("C-001", "C-9"))
    assert irregular(filing) == ["links_what_there_is"]
    assert irregular(consider(on=MOVED, concepts=("C-9",))) == ["links_what_there_is"]
    assert unconsidered(YEAR, (2025,)) == ("A-1",)


def test_a_body_is_asked() -> None:
    """The request stands with the entry of the register that was named."""
    begin(made.register_agreement(key="E-1"), made.register_event())
    perform_act(ask_for_concept(on=MOVED, answer_by=SENT))
    (request,) = RequestForConcept.objects.select_related("occasion")
    assert request.occasion.register == Register.EVENT
    assert (request.body, request.on, request.answer_by) == ("trade", MOVED, SENT)
    assert (request.question_kk, request.question_ru) == (
        *("Шарт керек пе?", "Нужен ли договор?"),
    )


@pytest.mark.provision("record.known")
@pytest.mark.parametrize(
    "filing",
    [
        consider(on=MOVED),
        ask_for_concept(on=MOVED),
        ask_for_concept(on=MOVED, register=Register.AGREEMENT, body="none"),
        remark(on=SENT, point="C-9"),
        answer_remark(on=SENT, remark=1),
    ],
)
def test_what_is_not_in_the_record(filing: object) -> None:
    """An unknown entry, body, concept or remark makes no sense."""
    begin()
    assert refused(filing) == ["in_the_record"]


def test_a_remark_is_on_what_was_sent_last_by_its_day() -> None:
    """A remark of an earlier day keeps to the revision of that day."""
    begin(
        made.send_to_commission(on=SENT),
        made.decide(on=DECIDED, outcome=Outcome.RETURNED),
        made.submit_concept(key="C-2"),
        made.conclude(key="C-2", on=DECIDED),
        made.place(key="C-2", on=date(2024, 11, 13)),
        made.send_to_commission(on=date(2024, 11, 18), document="2"),
    )
    assert refused(remark(on=date(2024, 11, 7))) == ["was_sent"]
    assert refused(remark(on=SENT, plan=LONG_TERM)) == ["was_sent"]
    assert irregular(remark(on=SENT, point="C-2")) == ["on_a_row"]
    assert irregular(remark(on=SENT, point="C-001")) == []
    assert irregular(remark(on=date(2024, 11, 18), point="C-2")) == []
    assert irregular(remark(on=date(2024, 11, 18), point="")) == []
    found = Remark.objects.values_list("revision", "point")
    assert list(found) == [(1, "C-2"), (1, "C-001"), (2, "C-2"), (2, "")]


def test_a_remark_is_answered_and_settled_anew() -> None:
    """The last answer stands; an answer goes to a remark on that plan."""
    begin(made.send_to_commission(on=SENT))
    number = perform_act(remark(on=SENT, point="C-001")).number
    given = {"on": DECIDED, "remark": number}
    assert refused(answer_remark(**given, plan=LONG_TERM)) == ["in_the_record"]
    perform_act(answer_remark(**given))
    assert refused(answer_remark(remark=number, on=SENT)) == ["follows_remark"]
    withdrawn = answer_remark(**given, settled=Settled.WITHDRAWN, answer=Text())
    assert irregular(withdrawn) == []
    columns = ("answered_on", "answer_kk", "answer_ru", "settled")
    assert list(Remark.objects.values_list(*columns)) == [
        (DECIDED, "", "", "withdrawn")
    ]
