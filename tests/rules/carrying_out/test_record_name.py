"""Talks change names."""

from datetime import date

import pytest

from jospar.rules.carrying_out.effects import NameRecorded
from jospar.rules.carrying_out.record_name import record_name
from jospar.rules.core.act import Verdict
from jospar.rules.core.nouns import Level, Text
from tests.rules import made
from tests.rules import made_carrying_out as made_rows

pytestmark = pytest.mark.provision("names.change")
FILING = made_rows.record_name()
TITLE, NAME = made.wording().title, made_rows.NAME


def test_record_name() -> None:
    """The treaty has a present name; who changed it and who judged are kept."""
    facts = made_rows.row_facts()
    assert record_name.verdict(facts, FILING) == Verdict((), ())
    assert record_name.effect(facts, FILING) == (
        NameRecorded(
            plan=made.CURRENT,
            key="C-001",
            on=made.DAY,
            name=NAME,
            ground=None,
            from_side="Өзбекстан Республикасы",
            judged_by="Б. Оспанов",
            document="7-1/23",
            reason=made_rows.REASON,
        ),
    )


def test_record_a_name_of_principle() -> None:
    """A change of principle is refused, and leads to an amendment."""
    filing = made_rows.record_name(of_principle=True)
    verdict = record_name.verdict(made_rows.row_facts(), filing)
    assert made.said(verdict) == (("names.change: not_of_principle",), ())
    assert "amended" in verdict.refusals[0].cure


@pytest.mark.parametrize(
    ("signed_on", "refused"),
    [
        (made.BEFORE, ("names.change: talks_go_on",)),
        (made.DAY, ("names.change: talks_go_on",)),
        (made.AFTER, ()),
    ],
)
def test_record_a_name_after_the_signing(
    signed_on: date, refused: tuple[str, ...]
) -> None:
    """Talks end with the signing."""
    facts = made_rows.row_facts(row=made_rows.row(signed_on=signed_on))
    assert made.said(record_name.verdict(facts, FILING)) == (refused, ())


@pytest.mark.parametrize(
    ("present", "name", "refused"),
    [
        (TITLE, TITLE, ("names.change: name_is_another",)),
        (NAME, NAME, ("names.change: name_is_another",)),
        (NAME, TITLE, ()),
    ],
)
def test_record_the_same_name(
    present: Text, name: Text, refused: tuple[str, ...]
) -> None:
    """A name is another than the present one; the agreed one may come back."""
    filing = made_rows.record_name(name=name)
    verdict = record_name.verdict(made_rows.row_facts(name=present), filing)
    assert made.said(verdict) == (refused, ())


@pytest.mark.parametrize(
    ("name", "field"), [(Text(kk=NAME.kk), "name_ru"), (Text(ru=NAME.ru), "name_kk")]
)
def test_record_half_a_name(name: Text, field: str) -> None:
    """A name is given in both languages."""
    verdict = record_name.verdict(
        made_rows.row_facts(), made_rows.record_name(name=name)
    )
    assert made.grounds(verdict.refusals) == ("names.change: name_in_both_languages",)
    assert verdict.refusals[0].field == field


@pytest.mark.parametrize(
    ("name", "field"),
    [
        (Text(TITLE.kk.replace("сауда", "сауда-саттық"), TITLE.ru), "name_kk"),
        (Text(TITLE.kk, TITLE.ru.replace("торговле", "торговле услугами")), "name_ru"),
    ],
)
def test_record_a_name_that_changes_in_one_language(name: Text, field: str) -> None:
    """One word in one language only is asked about."""
    verdict = record_name.verdict(
        made_rows.row_facts(), made_rows.record_name(name=name)
    )
    assert made.said(verdict) == ((), ("names.change: name_differs_in_both",))
    assert verdict.cautions[0].field == field


@pytest.mark.provision("titles.grammar")
def test_record_a_name_of_another_level() -> None:
    """A name that does not agree with the row's level is pointed out."""
    row = made_rows.row(wording=made.wording(level=Level.INTERAGENCY))
    verdict = record_name.verdict(made_rows.row_facts(row=row), FILING)
    grounds = set(made.grounds(verdict.cautions))
    assert grounds == {"titles.grammar: name_agrees"}
    assert verdict.refusals == ()
    assert {found.field.partition("_")[0] for found in verdict.cautions} <= {
        "name",
        "level",
    }


@pytest.mark.provision("record.reasons")
@pytest.mark.parametrize(
    ("reason", "field"),
    [
        (Text(), "reason_kk"),
        (Text("Себебі"), "reason_ru"),
        (Text(ru="Причина"), "reason_kk"),
    ],
)
def test_record_a_name_without_a_reason(reason: Text, field: str) -> None:
    """Why the name is no matter of principle is told in both languages."""
    filing = made_rows.record_name(reason=reason)
    verdict = record_name.verdict(made_rows.row_facts(), filing)
    assert made.said(verdict) == (("record.reasons: reason_in_both_languages",), ())
    assert verdict.refusals[0].field == field
