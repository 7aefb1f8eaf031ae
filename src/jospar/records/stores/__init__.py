"""Stores: what legally happened, put into the record. Nothing else writes there."""

from . import (
    agreement,
    amendment,
    carrying_out,
    commission,
    dossiers,
    drafting,
    files,
    intake,
    outbox,
    past_plans,
    reference,
    review,
    treaties,
)
from .dispatch import store

__all__ = [
    "agreement",
    "amendment",
    "carrying_out",
    "commission",
    "dossiers",
    "drafting",
    "files",
    "intake",
    "outbox",
    "past_plans",
    "reference",
    "review",
    "store",
    "treaties",
]
