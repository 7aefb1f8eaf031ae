"""The official order of the bodies is set."""

import pytest

from jospar.rules.core.act import Verdict
from jospar.rules.reference.effects import BodiesOrdered
from jospar.rules.reference.order_bodies import order_bodies
from tests.rules import made


@pytest.mark.provision("record.reference")
def test_order_bodies() -> None:
    """The bodies of the cycle get another order."""
    facts, filing = made.list_facts(), made.order_bodies()
    assert order_bodies.verdict(facts, filing) == Verdict((), ())
    assert order_bodies.effect(facts, filing) == (BodiesOrdered(("trade", "mid")),)


@pytest.mark.provision("commission.decision")
@pytest.mark.parametrize(
    ("fixed", "refused"),
    [
        ((), ()),
        (("trade",), ()),
        (("trade", "mid"), ()),
        (("mid", "trade"), ("commission.decision: keeps_order_of_plans",)),
    ],
)
def test_order_bodies_of_plans_that_were_sent(
    fixed: tuple[str, ...], refused: tuple[str, ...]
) -> None:
    """Bodies with rows in plans that are no drafts keep their order."""
    facts = made.list_facts(fixed=fixed)
    assert made.said(order_bodies.verdict(facts, made.order_bodies())) == (refused, ())


@pytest.mark.provision("record.known")
@pytest.mark.parametrize(
    "codes",
    [(), ("mid",), ("mid", "trade", "energy"), ("mid", "mid"), ("mid", "trade", "mid")],
)
def test_order_bodies_names_each_once(codes: tuple[str, ...]) -> None:
    """An order that leaves a body out, adds one or repeats one is refused."""
    filing = made.order_bodies(codes=codes)
    assert made.said(order_bodies.verdict(made.list_facts(), filing)) == (
        ("record.known: names_each_body_once",),
        (),
    )
