"""A wrong link of two concepts is undone."""

from datetime import date

import pytest

from jospar.rules.core.act import Verdict
from jospar.rules.core.nouns import Text
from jospar.rules.core.offices import Office
from jospar.rules.treaty.effects import ConceptUnlinked
from jospar.rules.treaty.unlink import unlink
from tests.rules import made
from tests.rules import made_carrying_out as made_rows

pytestmark = pytest.mark.provision("treaties.one")
FILING = made_rows.unlink()
LINKED = made_rows.pair_facts(linked_on=made.BEFORE)


def test_unlink() -> None:
    """The link that was made is undone, for a reason."""
    assert unlink.verdict(LINKED, FILING) == Verdict((), ())
    assert unlink.effect(LINKED, FILING) == (
        ConceptUnlinked("C-001", made.DAY, 2023, "C-007", made_rows.REASON),
    )


def test_unlink_what_is_not_linked() -> None:
    """Nobody linked these two, though they may be of one treaty by other links."""
    other = made_rows.of_treaty(year=2023, key="C-007", treaty=8)
    for facts in (made_rows.pair_facts(), made_rows.pair_facts(other=other)):
        verdict = unlink.verdict(facts, FILING)
        assert made.said(verdict) == (("treaties.one: is_linked",), ())


def test_unlink_from_itself() -> None:
    """It takes two concepts."""
    facts = made_rows.pair_facts(other=made_rows.of_treaty())
    verdict = unlink.verdict(facts, FILING)
    assert made.said(verdict) == (("treaties.one: another_concept",), ())


@pytest.mark.provision("record.day")
@pytest.mark.parametrize(
    ("linked_on", "refused"),
    [(made.DAY, ()), (made.AFTER, ("record.day: follows_the_link",))],
)
def test_unlink_before_the_link(linked_on: date, refused: tuple[str, ...]) -> None:
    """On the day of the link at the earliest."""
    verdict = unlink.verdict(made_rows.pair_facts(linked_on=linked_on), FILING)
    assert made.said(verdict) == (refused, ())


@pytest.mark.provision("offices.table")
@pytest.mark.parametrize(
    ("body", "refused"),
    [("energy", ()), ("mid", ("offices.table: own_treaty",))],
)
def test_unlink_by_a_body(body: str, refused: tuple[str, ...]) -> None:
    """A body undoes the links of its own concepts."""
    case = made.acting(Office.BODY_OFFICER, body)
    facts = made_rows.pair_facts(case=case, linked_on=made.BEFORE)
    assert made.said(unlink.verdict(facts, FILING)) == (refused, ())


@pytest.mark.provision("record.reasons")
@pytest.mark.parametrize(
    ("reason", "field"), [(Text("Себебі"), "reason_ru"), (Text(), "reason_kk")]
)
def test_unlink_without_a_reason(reason: Text, field: str) -> None:
    """The reason is required, in both languages."""
    verdict = unlink.verdict(LINKED, made_rows.unlink(reason=reason))
    assert made.said(verdict) == (("record.reasons: reason_in_both_languages",), ())
    assert verdict.refusals[0].field == field
