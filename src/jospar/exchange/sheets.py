"""The sheets of the planning-year workbook and their columns, as data.

The order is that in which acts of one day are performed.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from jospar.exchange.cells import (
    COUNTERPARTIES,
    DAY,
    MOMENT,
    TEXTS,
    YEARS,
    YES_NO,
    Kind,
    choice,
    text_of,
)
from jospar.rules.agreement.facts import ReplyOutcome
from jospar.rules.commission.facts import Outcome, RowOutcome
from jospar.rules.core.nouns import Entry, Level, PlanKind, Procedure
from jospar.rules.drafting.facts import With


@dataclass(frozen=True, slots=True)
class Column:
    """A column: ``required`` ones must be there, ``filled`` ones have no empty cell."""

    name: str
    kind: Kind
    required: bool
    filled: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: the columns that a row is known by, and all that it may have."""

    name: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    required: bool = False


def _filled(*names: str, kind: Kind | None = None) -> tuple[Column, ...]:
    return tuple(
        Column(name, kind or text_of(name), required=True, filled=True)
        for name in names
    )


def _there(*names: str) -> tuple[Column, ...]:
    return tuple(
        Column(name, text_of(name), required=True, filled=False) for name in names
    )


def _free(*names: str, kind: Kind | None = None) -> tuple[Column, ...]:
    return tuple(
        Column(name, kind or text_of(name), required=False, filled=False)
        for name in names
    )


_ID = _filled("id")
_NUMBER = _filled("number")
_PLAN = _filled("plan", kind=choice(*PlanKind))
_ON = _filled("on", kind=DAY)
_TITLES = ("title_kk", "title_ru")
_PURPOSES = ("purpose_kk", "purpose_ru")
_NOTES = ("note_kk", "note_ru")
_REMARKS = ("remark_kk", "remark_ru")
_TERM = ("conclude_from", "conclude_to")
_PROCEDURE_TERM = ("procedure_from", "procedure_to")

_CONCEPTS = (
    *_ID,
    *_filled("body"),
    *_free("joint", kind=TEXTS),
    *_there(*_TITLES),
    *_filled("level", kind=choice(*Level)),
    *_filled("entry", kind=choice(*Entry)),
    *_free("counterparties", kind=COUNTERPARTIES),
    *_there(*_PURPOSES),
    *_filled(*_TERM, kind=DAY),
    *_filled("procedure", kind=choice(*Procedure)),
    *_free(*_PROCEDURE_TERM, kind=DAY),
    *_free(*_NOTES),
    *_free("sent_on", kind=DAY),
    *_filled("received_at", kind=MOMENT),
    *_filled("document"),
)

SHEETS: Mapping[str, Sheet] = {
    sheet.name: sheet
    for sheet in (
        Sheet("cycle", ("key",), _filled("key", "value"), required=True),
        Sheet(
            "bodies",
            ("code",),
            (
                *_filled("code", "name_kk", "name_ru"),
                *_free("name_en"),
                *_filled("answers", kind=YES_NO),
            ),
            required=True,
        ),
        Sheet("concepts", ("id",), _CONCEPTS, required=True),
        Sheet(
            "no_proposals",
            ("body", "document"),
            (
                *_filled("body"),
                *_filled("received_at", kind=MOMENT),
                *_filled("document"),
            ),
        ),
        Sheet(
            "supplements",
            ("concept", "on"),
            (
                *_filled("concept"),
                *_ON,
                *_filled("document"),
                *_free(*_TITLES, *_PURPOSES, *_NOTES),
                *_free(*_TERM, *_PROCEDURE_TERM, kind=DAY),
            ),
        ),
        Sheet(
            "withdrawals",
            ("concept",),
            (*_filled("concept"), *_ON, *_filled("document")),
        ),
        Sheet(
            "conclusions",
            ("concept",),
            (
                *_filled("concept"),
                *_filled("expedient", kind=YES_NO),
                *_ON,
                *_filled("number"),
                *_there("reasons_kk", "reasons_ru"),
                *_filled("signed_by"),
            ),
        ),
        Sheet(
            "notifications",
            ("concept",),
            (*_filled("concept"), *_ON, *_filled("document")),
        ),
        Sheet(
            "returns",
            ("concept",),
            (*_filled("concept"), *_ON, *_filled("document")),
        ),
        Sheet(
            "settlements",
            ("concept", "on"),
            (
                *_filled("concept"),
                *_ON,
                *_filled("reason"),
                *_free("level", kind=choice(*Level)),
                *_free(*_TITLES),
                *_free(*_TERM, kind=DAY),
            ),
        ),
        Sheet(
            "placements",
            ("concept",),
            (*_filled("concept"), *_PLAN, *_ON, *_free("reason")),
        ),
        Sheet(
            "agreements",
            ("id",),
            (
                *_ID,
                *_filled("title"),
                *_filled("reached_on", kind=DAY),
                *_free("place"),
                *_free("years", kind=YEARS),
                *_free("concepts", kind=TEXTS),
                *_free("considered"),
            ),
        ),
        Sheet(
            "events",
            ("id",),
            (
                *_ID,
                *_filled("title"),
                *_filled("with", kind=choice(*With)),
                *_filled("from", "to", kind=DAY),
                *_free("place"),
                *_free("concepts", kind=TEXTS),
                *_free("considered"),
            ),
        ),
        Sheet(
            "submissions",
            ("to", "plan", "on"),
            (
                *_filled("to", kind=choice("commission", "president")),
                *_PLAN,
                *_ON,
                *_filled("document"),
            ),
        ),
        Sheet(
            "decisions",
            ("plan", "number"),
            (
                *_PLAN,
                *_ON,
                *_NUMBER,
                *_filled("outcome", kind=choice(*Outcome)),
                *_free("present"),
            ),
        ),
        Sheet(
            "row_decisions",
            ("plan", "decision", "concept"),
            (
                *_PLAN,
                *_filled("decision", "concept"),
                *_filled("outcome", kind=choice(*RowOutcome)),
                *_free(*_TITLES),
                *_free(*_TERM, kind=DAY),
                *_free(*_REMARKS),
            ),
        ),
        Sheet(
            "replies",
            ("plan", "number"),
            (
                *_filled("from", kind=choice("president")),
                *_PLAN,
                *_ON,
                *_filled("number"),
                *_filled("outcome", kind=choice(*ReplyOutcome)),
                *_free(*_REMARKS),
            ),
        ),
        Sheet(
            "distributions",
            ("plan", "recipient"),
            (
                *_PLAN,
                *_filled("recipient"),
                *_ON,
                *_free("means"),
                *_free("acknowledged_on", kind=DAY),
            ),
        ),
    )
}
