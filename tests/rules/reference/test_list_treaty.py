"""An earlier treaty is listed."""

from datetime import date

import pytest

from jospar.rules.core.act import Verdict
from jospar.rules.core.nouns import Text
from jospar.rules.reference.effects import TreatyDated, TreatyListed
from jospar.rules.reference.list_treaty import list_treaty
from tests.rules import made


@pytest.mark.provision("record.reference")
def test_list_treaty() -> None:
    """It is known by its titles and its day."""
    facts, filing = made.treaty_facts(), made.list_treaty()
    assert list_treaty.verdict(facts, filing) == Verdict((), ())
    assert list_treaty.effect(facts, filing) == (
        TreatyListed(title=filing.title, signed_on=date(2019, 12, 30)),
    )


@pytest.mark.provision("record.reference")
@pytest.mark.parametrize(
    ("title", "refused"),
    [
        (Text(kk="Келісім"), ()),
        (Text(ru="Соглашение"), ()),
        (Text(), ("record.reference: treaty_has_title",)),
    ],
)
def test_list_treaty_by_a_title(title: Text, refused: tuple[str, ...]) -> None:
    """One language is enough: older treaties have no more."""
    filing = made.list_treaty(title=title, signed_on=None)
    verdict = list_treaty.verdict(made.treaty_facts(), filing)
    assert made.said(verdict) == (refused, ())


@pytest.mark.provision("record.key")
def test_list_treaty_twice() -> None:
    """What is listed already is refused at its title."""
    facts = made.treaty_facts(is_entered=True)
    verdict = list_treaty.verdict(facts, made.list_treaty())
    assert made.said(verdict) == (("record.key: treaty_is_new",), ())
    assert verdict.refusals[0].field == "title_kk"


@pytest.mark.provision("record.reference")
def test_a_treaty_that_was_listed_without_its_day() -> None:
    """It is completed by the day; one that still has none is no other treaty."""
    facts, filing = made.treaty_facts(lacks_day=True), made.list_treaty()
    assert list_treaty.verdict(facts, filing) == Verdict((), ())
    assert list_treaty.effect(facts, filing) == (
        TreatyDated(title=filing.title, signed_on=date(2019, 12, 30)),
    )
