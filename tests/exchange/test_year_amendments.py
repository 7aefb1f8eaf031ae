"""Amendments in a workbook: what ¶16 refuses, and its cautions."""

from datetime import date
from typing import Any

import pytest

from tests.exchange.later_rows import (
    AGREED_YEAR,
    DECIDED,
    DOSSIER,
    LAST_DAY,
    UNASKED,
    add,
    change,
    february,
    remove,
    said,
)
from tests.exchange.workbooks import row
from tests.exchange.years import Year

REFUSED: dict[str, tuple[dict[str, Any], list[str]]] = {
    "grounds before the agreement": (
        {"dossier_grounds": [row("dossier_grounds", received_at="2024-11-30")]},
        ["dossier_grounds 2 ¶16 None"],
    ),
    "grounds of a body that is not of the cycle": (
        {"dossier_grounds": [row("dossier_grounds", body="kgd")]},
        ["dossier_grounds 2 – body"],
    ),
    "a dossier with the key of a concept": (
        {"dossier_grounds": [row("dossier_grounds", dossier="C-001")]},
        ["dossier_grounds 2 – dossier"],
    ),
    "grounds after the conclusion": (
        {
            **DOSSIER,
            "dossier_grounds": [
                row("dossier_grounds"),
                row("dossier_grounds", document="2", received_at="2025-02-11"),
            ],
        },
        ["dossier_grounds 3 ¶16 1) None"],
    ),
    "a term that ends before it begins": (
        {"dossier_concepts": [row("dossier_concepts", conclude_to=february(1))]},
        ["dossier_concepts 2 – conclude_to"],
    ),
    "a concept that an unknown body joins": (
        {"dossier_concepts": [row("dossier_concepts", joint="kgd")]},
        ["dossier_concepts 2 – joint"],
    ),
    "a concept of another body": (
        {
            "dossier_concepts": [
                row("dossier_concepts"),
                row("dossier_concepts", body="mps", document="2"),
            ]
        },
        ["dossier_concepts 3 ¶16 1) body"],
    ),
    "a conclusion without a concept": (
        {**DOSSIER, "dossier_concepts": []},
        ["dossier_conclusions 2 ¶16 1) None"],
    ),
    "a conclusion without grounds": (
        {**DOSSIER, "dossier_grounds": []},
        ["dossier_conclusions 2 ¶16 1) None"],
    ),
    "a conclusion on a concept that lacks a text": (
        {**DOSSIER, "dossier_concepts": [row("dossier_concepts", title_ru=None)]},
        ["dossier_conclusions 2 ¶5 None"],
    ),
    "a request on no dossier": (
        {"dossier_requests": [row("dossier_requests")]},
        ["dossier_requests 2 – dossier"],
    ),
    "an instruction on no dossier": (
        {"instructions": [row("instructions")]},
        ["instructions 2 – dossiers"],
    ),
    "an instruction too early, and one twice": (
        {"instructions": [{**UNASKED, "on": date(2024, 11, 1)}, UNASKED, UNASKED]},
        ["instructions 2 ¶16 None", "instructions 4 – None"],
    ),
    "a decision before the agreement": (
        {"amending_decisions": [row("amending_decisions", on=date(2024, 12, 1))]},
        ["amending_decisions 2 ¶16 None"],
    ),
    "a consent to no decision": (
        {"consents": [row("consents")]},
        ["consents 2 – decision"],
    ),
    "a second consent": (
        {
            "amending_decisions": [row("amending_decisions")],
            "consents": [row("consents"), row("consents", number="2")],
        },
        ["consents 3 ¶16 2) None"],
    ),
    "a change on no ground": (
        {"amendments": [change()]},
        ["amendments 2 – ground"],
    ),
    "a change on a declined ground": (
        {
            "instructions": [{**UNASKED, "outcome": "declined"}],
            "amendments": [change()],
        },
        ["amendments 2 ¶16 None"],
    ),
    "a change before its ground": (
        {"instructions": [UNASKED], "amendments": [change(on=february(19))]},
        ["amendments 2 – ground"],
    ),
    "changes of what is not there": (
        {
            "instructions": [UNASKED],
            "amendments": [
                change(plan="long_term"),
                change(concept="C-9"),
                remove(concept="C-9"),
            ],
        },
        [
            "amendments 2 ¶16 None",
            "amendments 3 ¶16 concept",
            "amendments 4 ¶16 concept",
        ],
    ),
    "changes that cannot be": (
        {
            "instructions": [UNASKED],
            "amendments": [
                change(reason_ru=None),
                change(note_kk=None, note_ru=None),
                change(conclude_to=date(2026, 1, 1)),
                change(conclude_to=date(2025, 3, 1)),
            ],
        },
        [
            "amendments 2 ¶16 reason_ru",
            "amendments 3 ¶16 outcome",
            "amendments 4 ¶16 conclude_from",
            "amendments 5 – conclude_to",
        ],
    ),
    "a second change on one ground": (
        {"instructions": [UNASKED], "amendments": [change(), remove()]},
        ["amendments 3 – None"],
    ),
    "a change of what was removed": (
        {
            "instructions": [UNASKED, {**UNASKED, "number": "2"}],
            "amendments": [remove(), change(ground="2", on=february(25))],
        },
        ["amendments 3 ¶16 concept"],
    ),
    "additions that are none": (
        {
            "instructions": [UNASKED],
            "amendments": [
                add("C-002"),
                add("N-1", body=None),
                add("N-1", body="kgd"),
                add("N-1", level=None, title_ru=None),
            ],
        },
        [
            "amendments 2 – concept",
            "amendments 3 ¶16 body",
            "amendments 4 – body",
            "amendments 5 ¶16 title_ru",
        ],
    ),
    "an addition on an instruction that does not answer it": (
        {
            **DOSSIER,
            "instructions": [UNASKED],
            "amendments": [row("amendments")],
        },
        ["amendments 2 ¶16 1) ground"],
    ),
    "sendings of what is not made, to nobody, and twice": (
        {
            "instructions": [UNASKED],
            "amendments": [change()],
            "revision_sendings": [
                row("revision_sendings", on=february(23)),
                row("revision_sendings", revision=1),
                row("revision_sendings", recipient="kgd"),
                row("revision_sendings", revision="2а"),
                row("revision_sendings"),
                row("revision_sendings"),
                row("revision_sendings", recipient="mid", acknowledged_on=february(21)),
            ],
        },
        [
            "revision_sendings 2 – revision",
            "revision_sendings 3 – revision",
            "revision_sendings 4 – recipient",
            "revision_sendings 5 – revision",
            "revision_sendings 7 – None",
            "revision_sendings 8 – None",
        ],
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_refused_names_column_and_paragraph(year: Year, case: str) -> None:
    """Each refused row has its ground; the rows beside it are performed."""
    sheets, refused = REFUSED[case]
    assert said(year(today=LAST_DAY, **{**AGREED_YEAR, **sheets})) == refused


CAUTIONS: dict[str, tuple[dict[str, Any], list[str]]] = {
    "papers that are not whole": (
        {
            "dossier_grounds": [row("dossier_grounds", grounds_ru=None)],
            "dossier_concepts": [
                row(
                    "dossier_concepts",
                    purpose_kk=None,
                    conclude_to=date(2026, 1, 31),
                )
            ],
        },
        [
            "dossier_grounds 2 ¶16 1) grounds_ru",
            "dossier_concepts 2 ¶16 1) conclude_from",
            "dossier_concepts 2 ¶5 purpose_kk",
        ],
    ),
    "a request without a conclusion, and an instruction without a request": (
        {
            **DOSSIER,
            "dossier_conclusions": [],
            "dossier_requests": [row("dossier_requests", on=february(21))],
            "instructions": [row("instructions")],
        },
        ["dossier_requests 2 ¶16 1) on", "instructions 2 ¶16 1) dossiers"],
    ),
    "an addition without a conclusion": (
        {
            **DOSSIER,
            "dossier_conclusions": [row("dossier_conclusions", on=february(26))],
            "dossier_requests": [],
            "instructions": [row("instructions")],
            "amendments": [row("amendments")],
        },
        ["instructions 2 ¶16 1) dossiers", "amendments 2 ¶16 1) concept"],
    ),
    "two grounds on one row": (
        {
            "amending_decisions": [row("amending_decisions", on=february(20))],
            "instructions": [UNASKED],
            "amendments": [change(**DECIDED), change(note_ru="К встрече")],
            "consents": [row("consents")],
        },
        ["amendments 3 ¶16 concept"],
    ),
    "a removal of what was signed": (
        {
            "signings": [row("signings", on=date(2025, 4, 2))],
            "instructions": [{**UNASKED, "on": date(2025, 4, 3)}],
            "amendments": [remove(on=date(2025, 4, 3))],
        },
        ["amendments 2 ¶16 concept"],
    ),
}


@pytest.mark.parametrize("case", CAUTIONS)
def test_what_others_did_is_recorded_with_cautions(year: Year, case: str) -> None:
    """Nothing is refused, and each irregularity is named."""
    sheets, cautions = CAUTIONS[case]
    ran = year(today=LAST_DAY, **{**AGREED_YEAR, **sheets})
    assert (said(ran), said(ran, "cautions")) == ([], cautions)
