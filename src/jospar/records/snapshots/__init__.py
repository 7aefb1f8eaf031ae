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
    reference,
    review,
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
    "reference",
    "review",
    "treaties",
]
