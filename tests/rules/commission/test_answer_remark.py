"""The Ministry answers a remark of a member of the Commission."""

from datetime import date

import pytest

from jospar.rules.commission.answer_remark import answer_remark
from jospar.rules.commission.effects import RemarkAnswered
from jospar.rules.commission.facts import Settled
from jospar.rules.core.act import Verdict
from jospar.rules.core.nouns import Text
from tests.rules import made
from tests.rules.made_remarks import answer_facts
from tests.rules.made_remarks import answer_remark as made_filing

ANSWER = Text("Қосымша қаржы керек емес", "Дополнительных средств не нужно")


@pytest.mark.provision("commission.remarks")
@pytest.mark.parametrize("settled", Settled)
def test_answer_remark(settled: Settled) -> None:
    """The answer says how the remark was settled."""
    facts, filing = answer_facts(), made_filing(settled=settled)
    assert answer_remark.verdict(facts, filing) == Verdict((), ())
    assert answer_remark.effect(facts, filing) == (
        RemarkAnswered(
            plan=made.CURRENT,
            remark=1,
            on=made.DAY,
            answer=ANSWER,
            settled=settled,
        ),
    )


@pytest.mark.provision("record.day")
@pytest.mark.parametrize(
    ("stands_since", "refused"),
    [(made.DAY, ()), (made.AFTER, ("record.day: follows_remark",))],
)
def test_answer_after_the_remark(stands_since: date, refused: tuple[str, ...]) -> None:
    """An answer comes on the day of the remark or of the last answer, or later."""
    facts = answer_facts(stands_since=stands_since)
    assert made.said(answer_remark.verdict(facts, made_filing())) == (refused, ())


@pytest.mark.provision("commission.remarks")
@pytest.mark.parametrize("settled", Settled)
@pytest.mark.parametrize(
    ("answer", "fields"),
    [
        (Text(kk=ANSWER.kk), ["answer_ru"]),
        (Text(ru=ANSWER.ru), ["answer_kk"]),
        (Text(), ["answer_kk", "answer_ru"]),
    ],
)
def test_answer_in_one_language(
    settled: Settled, answer: Text, fields: list[str]
) -> None:
    """A language missing is a caution; only what was withdrawn needs no answer."""
    verdict = answer_remark.verdict(
        answer_facts(), made_filing(answer=answer, settled=settled)
    )
    if settled is Settled.WITHDRAWN and answer == Text():
        assert verdict == Verdict((), ())
        return
    assert made.said(verdict) == (
        (),
        ("commission.remarks: answer_in_both_languages",) * len(fields),
    )
    assert [caution.field for caution in verdict.cautions] == fields
