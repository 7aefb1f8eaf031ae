"""An earlier treaty is listed."""

from datetime import date

import pytest

from jospar.rules.core.act import Verdict
from jospar.rules.core.nouns import Text
from jospar.rules.reference.effects import TreatyListed
from jospar.rules.reference.list_treaty import list_treaty
from tests.rules import made


@pytest.mark.provision("record.reference")
def test_list_treaty() -> None:
    """It is known by its titles and its day."""
    facts, filing = made.reference_facts(), made.list_treaty()
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
    verdict = list_treaty.verdict(made.reference_facts(), filing)
    assert made.said(verdict) == (refused, ())


@pytest.mark.provision("record.key")
def test_list_treaty_twice() -> None:
    """What is listed already is refused at its title."""
    facts = made.reference_facts(is_entered=True)
    verdict = list_treaty.verdict(facts, made.list_treaty())
    assert made.said(verdict) == (("record.key: treaty_is_new",), ())
    assert verdict.refusals[0].field == "title_kk"
