"""Names are put right."""

import pytest

from jospar.rules.carrying_out.correct_name import correct_name
from jospar.rules.carrying_out.effects import NameRecorded
from jospar.rules.carrying_out.facts import CorrectionGround
from jospar.rules.core.act import Verdict
from jospar.rules.core.nouns import Text
from tests.rules import made
from tests.rules import made_carrying_out as made_rows

pytestmark = pytest.mark.provision("names.correction")
TITLE = made.wording().title


@pytest.mark.parametrize("ground", CorrectionGround)
def test_correct_name(ground: CorrectionGround) -> None:
    """The treaty is called right, on a ground of its own."""
    facts, filing = made_rows.row_facts(), made_rows.correct_name(ground=ground)
    assert correct_name.verdict(facts, filing) == Verdict((), ())
    assert correct_name.effect(facts, filing) == (
        NameRecorded(
            plan=made.CURRENT,
            key="C-001",
            on=made.DAY,
            name=filing.name,
            ground=ground,
            from_side="",
            judged_by="",
            document="7-1/24",
            reason=made_rows.REASON,
        ),
    )


def test_correct_the_name_of_what_is_signed() -> None:
    """A slip is put right after the signing too."""
    facts = made_rows.row_facts(row=made_rows.row(signed_on=made.BEFORE))
    verdict = correct_name.verdict(facts, made_rows.correct_name())
    assert verdict == Verdict((), ())


@pytest.mark.parametrize(
    ("more", "ground", "cautions"),
    [
        ("бір екі", CorrectionGround.SLIP, ()),
        ("бір екі үш", CorrectionGround.SLIP, ("names.correction: slip_is_small",)),
        ("бір екі үш", CorrectionGround.RENAMED_BODY, ()),
    ],
)
def test_correct_much(
    more: str, ground: CorrectionGround, cautions: tuple[str, ...]
) -> None:
    """More than two words are much for a slip, and not for a renamed body."""
    filing = made_rows.correct_name(name=Text(f"{TITLE.kk} {more}", TITLE.ru))
    verdict = correct_name.verdict(
        made_rows.row_facts(), made_rows.correct_name(name=filing.name, ground=ground)
    )
    assert made.said(verdict) == ((), cautions)


@pytest.mark.parametrize(
    ("name", "refused"),
    [
        (TITLE, ("names.change: name_is_another",)),
        (Text(kk="Келісім"), ("names.change: name_in_both_languages",)),
    ],
)
def test_correct_nothing(name: Text, refused: tuple[str, ...]) -> None:
    """A correction gives another name, in both languages."""
    filing = made_rows.correct_name(name=name, ground=CorrectionGround.RENAMED_BODY)
    verdict = correct_name.verdict(made_rows.row_facts(), filing)
    assert made.said(verdict) == (refused, ())


@pytest.mark.provision("record.reasons")
def test_correct_without_a_reason() -> None:
    """Why it is put right is told in both languages."""
    filing = made_rows.correct_name(reason=Text("Жаңсақ"))
    verdict = correct_name.verdict(made_rows.row_facts(), filing)
    assert made.said(verdict) == (("record.reasons: reason_in_both_languages",), ())
