"""The sheets of the planning-year workbook and their columns, as data.

The order is that in which acts of one day are performed.
"""

from collections.abc import Mapping

from jospar.exchange.cells import DAY, MOMENT, TEXTS, YEARS, YES_NO, choice
from jospar.exchange.columns import (
    CONCEPT,
    ID,
    NOTES,
    NUMBER,
    ON,
    PLAN,
    PROCEDURE_TERM,
    PURPOSES,
    TERM,
    TITLES,
    Sheet,
    filled,
    free,
    there,
)
from jospar.exchange.later_sheets import AFTER_AGREEMENT
from jospar.rules.agreement.facts import ReplyOutcome
from jospar.rules.commission.facts import Outcome, RowOutcome
from jospar.rules.core.nouns import Level
from jospar.rules.drafting.facts import With

_REMARKS = ("remark_kk", "remark_ru")

SHEETS: Mapping[str, Sheet] = {
    sheet.name: sheet
    for sheet in (
        Sheet("cycle", ("key",), filled("key", "value"), required=True),
        Sheet(
            "bodies",
            ("code",),
            (
                *filled("code", "name_kk", "name_ru"),
                *free("name_en"),
                *filled("answers", kind=YES_NO),
            ),
            required=True,
        ),
        Sheet("concepts", ("id",), CONCEPT, required=True),
        Sheet(
            "no_proposals",
            ("body", "document"),
            (
                *filled("body"),
                *filled("received_at", kind=MOMENT),
                *filled("document"),
            ),
        ),
        Sheet(
            "supplements",
            ("concept", "on"),
            (
                *filled("concept"),
                *ON,
                *filled("document"),
                *free(*TITLES, *PURPOSES, *NOTES),
                *free(*TERM, *PROCEDURE_TERM, kind=DAY),
            ),
        ),
        Sheet(
            "withdrawals",
            ("concept",),
            (*filled("concept"), *ON, *filled("document")),
        ),
        Sheet(
            "conclusions",
            ("concept",),
            (
                *filled("concept"),
                *filled("expedient", kind=YES_NO),
                *ON,
                *filled("number"),
                *there("reasons_kk", "reasons_ru"),
                *filled("signed_by"),
            ),
        ),
        Sheet(
            "notifications",
            ("concept",),
            (*filled("concept"), *ON, *filled("document")),
        ),
        Sheet(
            "returns",
            ("concept",),
            (*filled("concept"), *ON, *filled("document")),
        ),
        Sheet(
            "settlements",
            ("concept", "on"),
            (
                *filled("concept"),
                *ON,
                *filled("reason"),
                *free("level", kind=choice(*Level)),
                *free(*TITLES),
                *free(*TERM, kind=DAY),
            ),
        ),
        Sheet(
            "placements",
            ("concept",),
            (*filled("concept"), *PLAN, *ON, *free("reason")),
        ),
        Sheet(
            "agreements",
            ("id",),
            (
                *ID,
                *filled("title"),
                *filled("reached_on", kind=DAY),
                *free("place"),
                *free("years", kind=YEARS),
                *free("concepts", kind=TEXTS),
                *free("considered"),
            ),
        ),
        Sheet(
            "events",
            ("id",),
            (
                *ID,
                *filled("title"),
                *filled("with", kind=choice(*With)),
                *filled("from", "to", kind=DAY),
                *free("place"),
                *free("concepts", kind=TEXTS),
                *free("considered"),
            ),
        ),
        Sheet(
            "submissions",
            ("to", "plan", "on"),
            (
                *filled("to", kind=choice("commission", "president")),
                *PLAN,
                *ON,
                *filled("document"),
            ),
        ),
        Sheet(
            "decisions",
            ("plan", "number"),
            (
                *PLAN,
                *ON,
                *NUMBER,
                *filled("outcome", kind=choice(*Outcome)),
                *free("present"),
            ),
        ),
        Sheet(
            "row_decisions",
            ("plan", "decision", "concept"),
            (
                *PLAN,
                *filled("decision", "concept"),
                *filled("outcome", kind=choice(*RowOutcome)),
                *free(*TITLES),
                *free(*TERM, kind=DAY),
                *free(*_REMARKS),
            ),
        ),
        Sheet(
            "replies",
            ("plan", "number"),
            (
                *filled("from", kind=choice("president")),
                *PLAN,
                *ON,
                *filled("number"),
                *filled("outcome", kind=choice(*ReplyOutcome)),
                *free(*_REMARKS),
            ),
        ),
        Sheet(
            "distributions",
            ("plan", "recipient"),
            (
                *PLAN,
                *filled("recipient"),
                *ON,
                *free("means"),
                *free("acknowledged_on", kind=DAY),
            ),
        ),
        *AFTER_AGREEMENT,
    )
}
