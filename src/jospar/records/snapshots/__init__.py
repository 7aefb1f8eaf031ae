"""Snapshots: what the kernel has to know of the record, as frozen facts."""

from . import (
    agreement,
    amendment,
    carrying_out,
    commission,
    dossiers,
    drafting,
    intake,
    outbox,
    past_plans,
    reference,
    review,
    revision_sendings,
    treaties,
)
from .dispatch import NotInRecordError, facts_for

__all__ = [
    "NotInRecordError",
    "agreement",
    "amendment",
    "carrying_out",
    "commission",
    "dossiers",
    "drafting",
    "facts_for",
    "intake",
    "outbox",
    "past_plans",
    "reference",
    "review",
    "revision_sendings",
    "treaties",
]
