"""The sheets of what follows the agreement: amendments, names, carrying out."""

from jospar.exchange.cells import COUNTERPARTIES, DAY, MOMENT, TEXTS, YES_NO, choice
from jospar.exchange.cells import NUMBER as REVISION
from jospar.exchange.columns import (
    CONCEPT,
    NOTES,
    NUMBER,
    ON,
    PLAN,
    PROCEDURE_TERM,
    PURPOSES,
    REASONS,
    TERM,
    TITLES,
    Sheet,
    filled,
    free,
    there,
)
from jospar.rules.amendment.nouns import (
    ChangeOutcome,
    GroundOutcome,
    InstructedBy,
    Route,
)
from jospar.rules.carrying_out.facts import CorrectionGround
from jospar.rules.core.nouns import Entry, Level, Procedure, ProgressStage

_DOSSIER = filled("dossier")
_DOCUMENT = filled("document")
_GIVEN = filled("outcome", kind=choice(*GroundOutcome))
_ROW = (*PLAN, *filled("concept"))
_NAME = ("name_kk", "name_ru")
_OF_DOSSIER = {"key": "dossier"}
_OF_ROW = {"key": "concept"}

AFTER_AGREEMENT: tuple[Sheet, ...] = (
    Sheet(
        "dossier_grounds",
        ("dossier", "document"),
        (
            *_DOSSIER,
            *filled("body"),
            *filled("received_at", kind=MOMENT),
            *_DOCUMENT,
            *there("grounds_kk", "grounds_ru"),
        ),
        named=_OF_DOSSIER,
    ),
    Sheet(
        "dossier_concepts",
        ("id", "document"),
        CONCEPT,
        named={"key": "id", "proposers": "body"},
    ),
    Sheet(
        "dossier_conclusions",
        ("dossier",),
        (
            *_DOSSIER,
            *filled("expedient", kind=YES_NO),
            *ON,
            *NUMBER,
            *there("reasons_kk", "reasons_ru"),
            *filled("signed_by"),
        ),
        named=_OF_DOSSIER,
    ),
    Sheet(
        "dossier_requests",
        ("dossier",),
        (*_DOSSIER, *ON, *_DOCUMENT),
        named=_OF_DOSSIER,
    ),
    Sheet(
        "instructions",
        ("number",),
        (
            *NUMBER,
            *ON,
            *filled("by", kind=choice(*InstructedBy)),
            *_GIVEN,
            *free("dossiers", kind=TEXTS),
        ),
        named={"instructed_by": "by"},
    ),
    Sheet("amending_decisions", ("number",), (*NUMBER, *ON, *free("present"))),
    Sheet(
        "consents",
        ("decision", "number"),
        (*filled("decision"), *NUMBER, *ON, *_GIVEN),
    ),
    Sheet(
        "amendments",
        ("plan", "route", "ground", "concept"),
        (
            *PLAN,
            *filled("route", kind=choice(*Route)),
            *filled("ground", "concept"),
            *filled("outcome", kind=choice(*ChangeOutcome)),
            *ON,
            *there(*REASONS),
            *free("body"),
            *free("joint", kind=TEXTS),
            *free(*TITLES),
            *free("level", kind=choice(*Level)),
            *free("entry", kind=choice(*Entry)),
            *free("counterparties", kind=COUNTERPARTIES),
            *free(*PURPOSES),
            *free(*TERM, kind=DAY),
            *free("procedure", kind=choice(*Procedure)),
            *free(*PROCEDURE_TERM, kind=DAY),
            *free(*NOTES),
        ),
        named={**_OF_ROW, "proposers": "body"},
    ),
    Sheet(
        "revision_sendings",
        ("plan", "revision", "recipient"),
        (
            *PLAN,
            *filled("revision", kind=REVISION),
            *filled("recipient"),
            *ON,
            *_DOCUMENT,
            *free("means"),
            *free("acknowledged_on", kind=DAY),
        ),
    ),
    Sheet(
        "put_forward",
        ("plan", "concept", "on"),
        (*_ROW, *ON, *_DOCUMENT, *free(*REASONS)),
        named=_OF_ROW,
    ),
    Sheet(
        "names",
        ("plan", "concept", "on"),
        (
            *_ROW,
            *ON,
            *there(*_NAME),
            *filled("from_side"),
            *filled("of_principle", kind=YES_NO),
            *filled("judged_by"),
            *there(*REASONS),
            *_DOCUMENT,
        ),
        named=_OF_ROW,
    ),
    Sheet(
        "name_corrections",
        ("plan", "concept", "on"),
        (
            *_ROW,
            *ON,
            *there(*_NAME),
            *filled("ground", kind=choice(*CorrectionGround)),
            *_DOCUMENT,
            *there(*REASONS),
        ),
        named=_OF_ROW,
    ),
    Sheet(
        "progress",
        ("plan", "concept", "document", "stage"),
        (
            *_ROW,
            *ON,
            *_DOCUMENT,
            *free("stage", kind=choice(*ProgressStage)),
            *free("reached_on", kind=DAY),
            *free(*NOTES),
        ),
        named=_OF_ROW,
    ),
    Sheet(
        "signings",
        ("plan", "concept"),
        (
            *_ROW,
            *ON,
            *filled("place", "signatories"),
            *_DOCUMENT,
            *free(*_NAME),
        ),
        named=_OF_ROW,
    ),
)
"""In the order in which acts of one day are performed, after the sheets of the year."""
