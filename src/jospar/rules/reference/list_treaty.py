"""An earlier treaty is listed, so that nobody plans it again unawares."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, unmet

from .effects import TreatyDated, TreatyListed
from .facts import ListTreaty, TreatyFacts


@check(
    "record.reference",
    _("The treaty has no title."),
    _("Write its title in Kazakh, in Russian, or in both."),
)
def treaty_has_title(facts: TreatyFacts, filing: ListTreaty) -> Iterator[Unmet]:
    """A treaty is found by its title."""
    if not (filing.title.kk or filing.title.ru):
        yield unmet("title_kk")


@check(
    "record.key",
    _("This treaty is listed already."),
    _("Nothing is left to do."),
)
def treaty_is_new(facts: TreatyFacts, filing: ListTreaty) -> Iterator[Unmet]:
    """A treaty is listed once."""
    if facts.is_entered:
        yield unmet("title_kk")


@act(
    "reference.list_treaty",
    "record.reference",
    filing=ListTreaty,
    requirements=(treaty_has_title, treaty_is_new),
)
def list_treaty(
    facts: TreatyFacts, filing: ListTreaty
) -> tuple[TreatyListed | TreatyDated, ...]:
    """Titles like this one are pointed out to who writes a concept.

    One that was listed without its day is completed by it.
    """
    if facts.lacks_day and filing.signed_on is not None:
        return (TreatyDated(title=filing.title, signed_on=filing.signed_on),)
    return (TreatyListed(title=filing.title, signed_on=filing.signed_on),)
