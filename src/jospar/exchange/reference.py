"""The cycle and its bodies, as a workbook orders them."""

from collections.abc import Iterator, Sequence

from jospar.procedure import journal
from jospar.records.models import ListedBody
from jospar.rules.core.nouns import Text
from jospar.rules.core.offices import Office
from jospar.rules.core.ruleset import Ruleset
from jospar.rules.reference.facts import ListBody, OpenCycle, OrderBodies

from .ordered import Ordered
from .rows import Row
from .workbook import Workbook


def reference_orders(
    workbook: Workbook, ruleset: Ruleset, bodies: Sequence[Row]
) -> Iterator[tuple[Row, Ordered]]:
    """Yield what opens the cycle, lists its bodies and sets their order.

    The order is asked for only where it is not that of the record: a body that a
    later workbook inserts is listed at the end first.
    """
    cycle = Row("cycle", 1, {}, ())
    opening = OpenCycle(workbook.year, ruleset.code)
    yield cycle, Ordered(("cycle",), None, opening, Office.ADMINISTRATOR)
    for row in bodies:
        yield row, _body(row)
    listed = tuple(
        ListedBody.objects.filter(cycle_id=workbook.year).values_list("code", flat=True)
    )
    order = _order(listed, [row.values["code"] for row in bodies])
    if order != listed:
        number, _hash = journal.last()  # an order may come back that stood before
        key = ("order", str(number), *order)
        yield cycle, Ordered(key, None, OrderBodies(order), Office.ADMINISTRATOR)


def _body(row: Row) -> Ordered:
    values = row.values
    filing = ListBody(
        code=values["code"],
        name=Text(values["name_kk"], values["name_ru"]),
        name_en=values["name_en"],
        answers=values["answers"],
    )
    return Ordered((values["code"],), None, filing, Office.ADMINISTRATOR)


def _order(listed: tuple[str, ...], wanted: list[str]) -> tuple[str, ...]:
    """Return the listed bodies in the wanted order; those not named come last."""
    positions = {code: position for position, code in enumerate(dict.fromkeys(wanted))}
    return tuple(sorted(listed, key=lambda code: positions.get(code, len(positions))))
