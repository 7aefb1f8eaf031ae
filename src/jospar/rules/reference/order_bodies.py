"""The official order of the bodies is set."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, unmet

from .effects import BodiesOrdered
from .facts import ListFacts, OrderBodies


@check(
    "record.known",
    _("The order does not name each body of the cycle once."),
    _("Name every body of the cycle, each once."),
)
def names_each_body_once(facts: ListFacts, filing: OrderBodies) -> Iterator[Unmet]:
    """The order names every body of the cycle, each once."""
    if sorted(filing.codes) != sorted(facts.codes):
        yield unmet("codes")


@check(
    "commission.decision",
    _("Plans that are not drafts have these bodies in another order: {bodies}."),
    _("Keep the order of these bodies until the plans are returned."),
)
def keeps_order_of_plans(facts: ListFacts, filing: OrderBodies) -> Iterator[Unmet]:
    """What the Commission has before it or approved keeps its order."""
    if tuple(code for code in filing.codes if code in facts.fixed) != facts.fixed:
        yield unmet("codes", bodies=facts.fixed)


@act(
    "reference.order_bodies",
    "record.reference",
    filing=OrderBodies,
    requirements=(names_each_body_once, keeps_order_of_plans),
)
def order_bodies(facts: ListFacts, filing: OrderBodies) -> tuple[BodiesOrdered, ...]:
    """Plans list the bodies in this order."""
    return (BodiesOrdered(codes=filing.codes),)
