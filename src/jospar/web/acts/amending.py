"""The forms of amendments: what an address has settled, what is asked, how it reads."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

from jospar.queries.row_wording import row_wording
from jospar.records.fields import wording_columns
from jospar.rules.amendment.facts import (
    AcknowledgeRevision,
    AmendRow,
    DropChange,
    MakeRevision,
    SendOut,
)
from jospar.rules.amendment.nouns import ChangeOutcome
from jospar.rules.amendment.rows import NEEDED
from jospar.rules.core.nouns import PlanKind
from jospar.rules.core.terms import day_phrase
from jospar.rules.treaty.facts import Unlink

from .attempt import Attempt
from .fields import Field

SETTLED: Mapping[type, frozenset[str]] = MappingProxyType(
    {
        AmendRow: frozenset({"route", "ground", "outcome"}),
        DropChange: frozenset({"route", "ground"}),
        MakeRevision: frozenset({"route", "ground"}),
        SendOut: frozenset({"revision"}),
        AcknowledgeRevision: frozenset({"revision"}),
        Unlink: frozenset({"earlier_year", "earlier"}),
    }
)
"""Fields that a link to the act gives, so that they are not typed anew."""
_NEW = frozenset({"proposers", "entry", "counterparties"})
"""What is asked of a row that no dossier offers."""
_OF_A_ROW = frozenset({*NEEDED, "proposers"})
"""What is worded of a row that no dossier offers, or there is no row."""
_ALWAYS = frozenset({"plan", "key", "on", "reason_kk", "reason_ru"}) | SETTLED[AmendRow]


def is_asked(attempt: Attempt, name: str) -> bool:
    """Tell whether the form asks for the field: a row that leaves is not worded."""
    outcome = attempt.known.get("outcome", "")
    if attempt.act.filing is not AmendRow or not outcome or name in _ALWAYS:
        return True
    if outcome == ChangeOutcome.REMOVE:
        return False
    if outcome == ChangeOutcome.CHANGE:
        return name not in _NEW and not name.startswith("purpose_")
    return name not in _NEW or not cells_now(attempt)


def as_asked(attempt: Attempt, part: Field, cells: Mapping[str, Any]) -> Field:
    """Return the field as the form asks for it: a new row is worded whole.

    ``cells`` are those of the row, or of the concept that it is made of.
    """
    adds = attempt.known.get("outcome") == ChangeOutcome.ADD and not cells
    new = attempt.act.filing is AmendRow and adds
    return replace(part, needed=True) if new and part.name in _OF_A_ROW else part


def cells_now(attempt: Attempt) -> Mapping[str, Any]:
    """Return how the row reads now, by cells; empty for a row that is new."""
    known = attempt.known
    kind, key = known.get("plan", ""), known.get("key", "")
    if attempt.act.filing is not AmendRow or not key or kind not in set(PlanKind):
        return {}
    if attempt.seat.actor.office not in attempt.act.by:
        return {}
    wording = row_wording(attempt.seat.year, PlanKind(kind), key)
    return wording_columns(wording) if wording else {}


def said_now(value: object, language: str) -> str:
    """Return a cell as people read it."""
    if isinstance(value, date):
        return day_phrase(value, language)
    return str(value or "")
