"""What is told of acts to who watches: a line and a count of each, and no word of it.

The record of acts is the journal; here an act is found by the request that it came
with, and refusals, which stand in no journal, are counted.
"""

from collections.abc import Iterable

import structlog
from prometheus_client import Counter

from jospar.records.past import PAST, database
from jospar.rules.core.act import Objection

_LOG = structlog.stdlib.get_logger("jospar.acts")

ACTS = Counter(
    "jospar_acts",
    "Acts since the start of this process, by how they ended.",
    ("act", "outcome"),
    registry=None,
)
REFUSALS = Counter(
    "jospar_refusals",
    "What spoke against acts that were refused, by condition.",
    ("act", "condition"),
    registry=None,
)


def tell_performed(act: str, act_id: str, person: str, number: int) -> None:
    """Tell that an act stands in the journal as entry ``number``."""
    if database() == PAST:  # a copy in which something is tried out
        return
    ACTS.labels(act, "performed").inc()
    _LOG.info("act_performed", act=act, act_id=act_id, entry=number, person=person)


def tell_refused(
    act: str, act_id: str, person: str, objections: Iterable[Objection]
) -> None:
    """Tell that an act was refused, and by which conditions."""
    if database() == PAST:
        return
    codes = [objection.code for objection in objections]
    ACTS.labels(act, "refused").inc()
    for code in codes:
        REFUSALS.labels(act, code).inc()
    _LOG.info("act_refused", act=act, act_id=act_id, person=person, conditions=codes)
