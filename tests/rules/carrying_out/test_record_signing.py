"""Treaties are signed."""

from datetime import date

import pytest

from jospar.rules.carrying_out.effects import TreatySigned
from jospar.rules.carrying_out.record_signing import record_signing
from jospar.rules.core.act import Verdict
from jospar.rules.core.nouns import ProgressStage, Term, Text
from jospar.rules.core.offices import Office
from tests.rules import made
from tests.rules import made_carrying_out as made_rows

pytestmark = pytest.mark.provision("control.general")
FILING = made_rows.record_signing()
FACTS = made_rows.row_facts(put_forward_on=made.BEFORE)
TITLE = made.wording().title


def test_record_signing() -> None:
    """The treaty is signed under its present name, if no other is given."""
    assert record_signing.verdict(FACTS, FILING) == Verdict((), ())
    assert record_signing.effect(FACTS, FILING) == (
        TreatySigned(
            plan=made.CURRENT,
            key="C-001",
            on=made.DAY,
            place="Ташкент",
            signatories="С. Жұманғарин",
            name=TITLE,
            document="7-1/22",
        ),
    )


@pytest.mark.parametrize("signed_on", [made.BEFORE, made.DAY, made.AFTER])
def test_record_signing_twice(signed_on: date) -> None:
    """The treaty of a row is signed once."""
    facts = made_rows.row_facts(row=made_rows.row(signed_on=signed_on))
    verdict = record_signing.verdict(facts, FILING)
    assert made.grounds(verdict.refusals) == ("record.key: not_signed_before",)


def test_record_signing_of_what_was_dropped() -> None:
    """It is recorded, and pointed out."""
    facts = made_rows.row_facts(stage=ProgressStage.DROPPED, put_forward_on=made.BEFORE)
    assert made.said(record_signing.verdict(facts, FILING)) == (
        (),
        ("control.general: not_dropped_before",),
    )


@pytest.mark.provision("signing.early")
@pytest.mark.parametrize(
    ("first_day", "put_forward_on", "odd"),
    [
        (made.DAY, None, ()),
        (made.AFTER, None, ("signing.early: put_forward_if_early",)),
        (made.AFTER, made.BEFORE, ()),
    ],
)
def test_record_an_early_signing(
    first_day: date, put_forward_on: date | None, odd: tuple[str, ...]
) -> None:
    """What is signed before its term was put forward for that year."""
    wording = made.wording(conclude=Term(first_day, date(2025, 12, 31)))
    facts = made_rows.row_facts(
        row=made_rows.row(wording=wording), put_forward_on=put_forward_on
    )
    assert made.said(record_signing.verdict(facts, FILING)) == ((), odd)


@pytest.mark.provision("names.change")
@pytest.mark.parametrize(
    ("present", "name", "odd"),
    [
        (TITLE, TITLE, ()),
        (made_rows.NAME, Text(), ()),
        (made_rows.NAME, made_rows.NAME, ()),
        (made_rows.NAME, TITLE, ()),
        (TITLE, made_rows.NAME, ("names.change: signed_under_known_name",)),
    ],
)
def test_record_a_signing_under_a_name(
    present: Text, name: Text, odd: tuple[str, ...]
) -> None:
    """A treaty is signed under its agreed or present name, else it is pointed out."""
    facts = made_rows.row_facts(name=present, put_forward_on=made.BEFORE)
    filing = made_rows.record_signing(name=name)
    assert made.said(record_signing.verdict(facts, filing)) == ((), odd)
    effect = made.effect_of(record_signing, facts, filing)
    assert effect.name == (name if name.kk else present)


@pytest.mark.provision("names.change")
@pytest.mark.parametrize(
    ("name", "field"), [(Text(kk=TITLE.kk), "name_ru"), (Text(ru=TITLE.ru), "name_kk")]
)
def test_record_a_signing_under_half_a_name(name: Text, field: str) -> None:
    """Half a name is filled up with the present one; a body gives it whole."""
    filing = made_rows.record_signing(name=name)
    verdict = record_signing.verdict(FACTS, filing)
    assert made.said(verdict) == ((), ("names.change: signed_name_whole",))
    assert verdict.cautions[0].field == field
    own = made_rows.row_facts(
        case=made.acting(Office.BODY_OFFICER, "trade"), put_forward_on=made.BEFORE
    )
    assert made.said(record_signing.verdict(own, filing)) == (
        ("names.change: signed_name_whole",),
        (),
    )
    assert made.effect_of(record_signing, FACTS, filing).name == TITLE
