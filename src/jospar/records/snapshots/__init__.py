"""Snapshots: what the kernel has to know of the record, as frozen facts."""

from . import agreement, commission, drafting, intake, outbox, reference, review
from .dispatch import NotInRecordError, facts_for

__all__ = [
    "NotInRecordError",
    "agreement",
    "commission",
    "drafting",
    "facts_for",
    "intake",
    "outbox",
    "reference",
    "review",
]
