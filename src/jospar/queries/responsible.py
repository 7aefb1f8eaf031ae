"""Which body answers for what another one proposed, and how it came to that."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from jospar.records.models import ListedBody, Succession
from jospar.rules.core.forms import Body
from jospar.rules.core.nouns import Text


@dataclass(frozen=True, slots=True)
class TakenOver:
    """A body took over from another one on a day, by a document."""

    body: str
    successor: str
    on: date
    document: str


def successions() -> Mapping[str, TakenOver]:
    """Return all successions by the bodies that were succeeded; one query."""
    columns = ("body", "successor", "on", "document")
    rows = Succession.objects.order_by("on", "entry").values_list(*columns)
    return {row[0]: TakenOver(*row) for row in rows}


def way_of(
    body: str, known: Mapping[str, TakenOver], day: date
) -> tuple[TakenOver, ...]:
    """Return how the answering for ``body`` passed on by ``day``: no step if it stayed.

    The last step's successor answers on that day.
    """
    steps = []
    while (step := known.get(body)) is not None and step.on <= day:
        steps.append(step)
        body = step.successor
    return tuple(steps)


def responsible(body: str, known: Mapping[str, TakenOver], day: date) -> str:
    """Return the code of the body that answers for ``body`` on ``day``."""
    steps = way_of(body, known, day)
    return steps[-1].successor if steps else body


def latest_bodies() -> dict[str, Body]:
    """Return every body that a cycle ever listed, as the last one names it; one query.

    A successor need not be listed in the cycle whose rows it took over.
    """
    columns = ("code", "name_kk", "name_ru", "name_en", "position")
    rows = ListedBody.objects.order_by("cycle_id", "position").values_list(*columns)
    return {
        code: Body(code, Text(kk, ru), position, en)
        for code, kk, ru, en, position in rows
    }
