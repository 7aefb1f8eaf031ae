"""Stores: what legally happened, put into the record. Nothing else writes there."""

from . import agreement, commission, drafting, files, intake, outbox, reference, review
from .dispatch import store

__all__ = [
    "agreement",
    "commission",
    "drafting",
    "files",
    "intake",
    "outbox",
    "reference",
    "review",
    "store",
]
