"""The table of sheets: every sheet and column of the workbook's description."""

from jospar.exchange.cells import (
    COUNTERPARTIES,
    DAY,
    MOMENT,
    NUMBER,
    TEXTS,
    YEARS,
    YES_NO,
)
from jospar.exchange.sheets import SHEETS
from tests.exchange.workbooks import EXAMPLES

CHANGES = (
    "title_kk? title_ru? purpose_kk? purpose_ru? note_kk? note_ru? "
    "conclude_from? conclude_to? procedure_from? procedure_to?"
)
TABLE = {
    # ? may be missing, ~ has to be there and may be empty, * is what a row is known by
    "cycle": "key* value",
    "bodies": "code* name_kk name_ru name_en? answers",
    "concepts": (
        "id* body joint? title_kk~ title_ru~ level entry counterparties? purpose_kk~ "
        "purpose_ru~ conclude_from conclude_to procedure procedure_from? procedure_to? "
        "note_kk? note_ru? sent_on? received_at document"
    ),
    "no_proposals": "body* received_at document*",
    "supplements": f"concept* on* document {CHANGES}",
    "withdrawals": "concept* on document",
    "conclusions": "concept* expedient on number reasons_kk~ reasons_ru~ signed_by",
    "notifications": "concept* on document",
    "returns": "concept* on document",
    "settlements": (
        "concept* on* reason level? title_kk? title_ru? conclude_from? conclude_to?"
    ),
    "placements": "concept* plan on reason?",
    "agreements": "id* title reached_on place? years? concepts? considered?",
    "events": "id* title with from to place? concepts? considered?",
    "submissions": "to* plan* on* document",
    "decisions": "plan* on number* outcome present?",
    "row_decisions": (
        "plan* decision* concept* outcome title_kk? title_ru? conclude_from? "
        "conclude_to? remark_kk? remark_ru?"
    ),
    "replies": "from plan* on number* outcome remark_kk? remark_ru?",
    "distributions": "plan* recipient* on means? acknowledged_on?",
    "dossier_grounds": "dossier* body received_at document* grounds_kk~ grounds_ru~",
    "dossier_concepts": (
        "id* body joint? title_kk~ title_ru~ level entry counterparties? purpose_kk~ "
        "purpose_ru~ conclude_from conclude_to procedure procedure_from? procedure_to? "
        "note_kk? note_ru? sent_on? received_at document*"
    ),
    "dossier_conclusions": (
        "dossier* expedient on number reasons_kk~ reasons_ru~ signed_by"
    ),
    "dossier_requests": "dossier* on document",
    "instructions": "number* on by outcome dossiers?",
    "amending_decisions": "number* on present?",
    "consents": "decision* number* on outcome",
    "amendments": (
        "plan* route* ground* concept* outcome on reason_kk~ reason_ru~ body? joint? "
        "title_kk? title_ru? level? entry? counterparties? purpose_kk? purpose_ru? "
        "conclude_from? conclude_to? procedure? procedure_from? procedure_to? "
        "note_kk? note_ru?"
    ),
    "revision_sendings": "plan* revision* recipient* on document means? "
    "acknowledged_on?",
    "put_forward": "plan* concept* on* document reason_kk? reason_ru?",
    "names": (
        "plan* concept* on* name_kk~ name_ru~ from_side of_principle judged_by "
        "reason_kk~ reason_ru~ document"
    ),
    "name_corrections": (
        "plan* concept* on* name_kk~ name_ru~ ground document reason_kk~ reason_ru~"
    ),
    "progress": "plan* concept* on document* stage*? reached_on? note_kk? note_ru?",
    "signings": "plan* concept* on place signatories document name_kk? name_ru?",
}


def described(name: str) -> str:
    """Return the columns of a sheet in the words of ``TABLE``."""
    sheet = SHEETS[name]
    return " ".join(
        column.name
        + ("*" if column.name in sheet.key else "")
        + ("?" if not column.required else "" if column.filled else "~")
        for column in sheet.columns
    )


def test_the_table_is_that_of_the_description_in_its_order() -> None:
    """Every sheet has its columns; each is required, filled or free as described."""
    assert [(name, described(name)) for name in SHEETS] == list(TABLE.items())


def test_three_sheets_are_required() -> None:
    """A year needs its cycle, its bodies and its concepts."""
    required = [sheet.name for sheet in SHEETS.values() if sheet.required]
    assert required == ["cycle", "bodies", "concepts"]


def test_kinds_other_than_text_and_choice() -> None:
    """Days, moments, lists and yes or no stand where the description says."""
    kinds = {
        kind: {
            column.name
            for sheet in SHEETS.values()
            for column in sheet.columns
            if column.kind is kind
        }
        for kind in (DAY, MOMENT, NUMBER, TEXTS, YEARS, YES_NO, COUNTERPARTIES)
    }
    assert kinds == {
        DAY: {
            *("conclude_from", "conclude_to", "procedure_from", "procedure_to"),
            *("sent_on", "on", "reached_on", "from", "to", "acknowledged_on"),
        },
        MOMENT: {"received_at"},
        NUMBER: {"revision"},
        TEXTS: {"joint", "concepts", "dossiers"},
        YEARS: {"years"},
        YES_NO: {"answers", "expedient", "of_principle"},
        COUNTERPARTIES: {"counterparties"},
    }


def test_choices() -> None:
    """Each column of codes takes exactly the codes of the description."""
    codes = {
        ("concepts", "level"): "interstate intergovernmental interagency",
        ("concepts", "entry"): "new accession",
        ("concepts", "procedure"): "none ratification approval acceptance accession",
        ("settlements", "level"): "interstate intergovernmental interagency",
        ("placements", "plan"): "current long_term",
        ("events", "with"): "president prime_minister",
        ("submissions", "to"): "commission president",
        ("decisions", "outcome"): "approved returned",
        ("row_decisions", "outcome"): "keep change move exclude",
        ("replies", "from"): "president",
        ("replies", "outcome"): "agreed returned",
        ("instructions", "by"): "president head_of_administration",
        ("instructions", "outcome"): "given declined",
        ("consents", "outcome"): "given declined",
        ("amendments", "route"): "instruction decision",
        ("amendments", "outcome"): "add change remove",
        ("amendments", "procedure"): "none ratification approval acceptance accession",
        ("name_corrections", "ground"): "slip renamed_body",
        ("progress", "stage"): (
            "not_begun in_talks agreed_with_bodies examined agreed_by_ministry "
            "decision_to_sign signed domestic_procedures in_force postponed dropped"
        ),
    }
    for (name, column), words in codes.items():
        kind = next(item.kind for item in SHEETS[name].columns if item.name == column)
        assert [kind.read(word) for word in words.split()] == words.split()


def test_the_examples_fill_what_has_to_be_filled() -> None:
    """The workbooks of the tests have an example row of every sheet but the cycle."""
    lacking = {
        name: [
            column.name
            for column in SHEETS[name].columns
            if column.filled and column.name not in example
        ]
        for name, example in EXAMPLES.items()
    }
    assert lacking == {name: [] for name in SHEETS if name != "cycle"}
