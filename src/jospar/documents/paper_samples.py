"""Sample papers: templates are tried out on them before they are used.

Of each paper there is one with everything in it and one with nothing that it can do
without. Texts hold what markup could trip over.
"""

from datetime import date, datetime, timedelta, timezone
from typing import Any

from jospar.rules.amendment.nouns import ChangeOutcome
from jospar.rules.commission.facts import Outcome, RowOutcome, Settled
from jospar.rules.core.nouns import Level, Term, Text

from .amendment_sheet import (
    Amended,
    AmendmentSheet,
    SheetCell,
    SheetLine,
    SheetPart,
    SheetWords,
)
from .disagreements import Disagreement, DisagreementTable
from .official_letter import Reminder
from .papers import (
    CompletenessSheet,
    ConclusionNotice,
    ConsiderationSheet,
    DispatchLetter,
    HighLevelAgreement,
    InternationalEvent,
    LateConcept,
    Paper,
    PlanConsiderations,
    Receipt,
    ReturnLetter,
    RevisionLetter,
    UnsettledConcept,
)
from .protocol_extract import ExtractLine, ProtocolExtract

_DAY = date(2024, 9, 27)
_CAME = datetime(2024, 9, 26, 9, 5, tzinfo=timezone(timedelta(hours=5)))
_BODY = Text("Үлгі министрлігі", "Министерство-образец")
_TITLE = Text("Үлгі & <келісім>\nекінші жол", "Соглашение & <образец>\nвторая строка")
_POST = Text("Департамент директоры", "Директор департамента")
_RULES = Text("Қағидалар (бұйрық № 1)", "Правила (приказ № 1)")
_FINGERPRINT = "0" * 64
_NUMBERS: dict[str, Any] = {
    "document": "1-1/1",
    "document_day": _DAY,
    "registered_number": "1",
    "registered_day": _DAY,
}
_LETTER: dict[str, Any] = {
    "number": "1",
    "day": _DAY,
    "addressee": _BODY,
    "through": _BODY,
    "text": _TITLE,
    "signatory_post": _POST,
    "signatory": "А. Үлгі",
}
_REVISION: dict[str, Any] = {
    "plan": _TITLE,
    "revision": 2,
    "fingerprint": _FINGERPRINT,
    "rows": 1,
    "ground": _TITLE,
    "since": _DAY,
    "added": 1,
    "changed": 0,
    "removed": 2,
}
_PARTS = (SheetPart("Үлгі & <келісім>\n", False), SheetPart("жаңа", True))
_CELL = SheetCell(_TITLE, SheetWords(_PARTS, _PARTS))
_LATE = LateConcept(key="C-001", title=_TITLE, received_at=_CAME, **_NUMBERS)
_PLAIN = LateConcept(key="C-001", title=_TITLE, document="1-1/1", received_at=_CAME)
_UNSETTLED = UnsettledConcept(key="C-001", body=_BODY, title=_TITLE, received_on=_DAY)

SAMPLES: tuple[Paper, ...] = (
    ReturnLetter(
        concepts=(_LATE, _LATE),
        cycle=2024,
        last_day=_DAY,
        rules=_RULES,
        paragraph="6",
        **_LETTER,
    ),
    ReturnLetter(
        addressee=_BODY,
        concepts=(_PLAIN,),
        cycle=2024,
        last_day=_DAY,
        rules=_RULES,
        paragraph="6",
    ),
    ConclusionNotice(
        concept="C-001",
        title=_TITLE,
        conclusion_number="1",
        conclusion_day=_DAY,
        expedient=True,
        reasons=_TITLE,
        conclusion_signed_by="А. Үлгі",
        plan=_TITLE,
        **_NUMBERS,
        **_LETTER,
    ),
    ConclusionNotice(
        addressee=_BODY,
        concept="C-001",
        title=_TITLE,
        conclusion_number="1",
        conclusion_day=_DAY,
        expedient=False,
        reasons=Text(),
        conclusion_signed_by="А. Үлгі",
    ),
    DispatchLetter(
        plan=_TITLE,
        revision=1,
        fingerprint=_FINGERPRINT,
        rows=1,
        reply_number="1",
        reply_day=_DAY,
        means="paper",
        **_LETTER,
    ),
    DispatchLetter(
        addressee=_BODY,
        plan=_TITLE,
        revision=1,
        fingerprint=_FINGERPRINT,
        rows=0,
        reply_number="1",
        reply_day=_DAY,
    ),
    RevisionLetter(means="paper", **_REVISION, **_LETTER),
    RevisionLetter(addressee=_BODY, **_REVISION),
    Reminder(cycle=2024, last_day=_DAY, rules=_RULES, paragraph="4", **_LETTER),
    Reminder(addressee=_BODY, cycle=2024, last_day=_DAY, rules=_RULES, paragraph="4"),
    Receipt(
        number="1",
        day=_DAY,
        body=_BODY,
        concept="C-001",
        title=_TITLE,
        **_NUMBERS,
        cycle=2024,
        received_at=_CAME,
        last_day=_DAY,
        in_time=True,
        missing=(_TITLE,),
        fingerprint=_FINGERPRINT,
    ),
    Receipt(
        number="1",
        day=_DAY,
        body=_BODY,
        document="1-1/1",
        cycle=2024,
        received_at=_CAME,
        last_day=_DAY,
        in_time=False,
        fingerprint=_FINGERPRINT,
    ),
    ConsiderationSheet(
        day=_DAY,
        plans=(
            PlanConsiderations(
                title=_TITLE,
                agreements=(
                    HighLevelAgreement(
                        key="A-1",
                        title=_TITLE.kk,
                        reached_on=_DAY,
                        place="Астана",
                        concepts=("C-001", "C-002"),
                    ),
                    HighLevelAgreement(
                        key="A-2", title=_TITLE.kk, reached_on=_DAY, considered="Үлгі"
                    ),
                ),
                events=(
                    InternationalEvent(
                        key="E-1",
                        title=_TITLE.kk,
                        attended_by="president",
                        days=Term(_DAY, _DAY),
                    ),
                ),
            ),
            PlanConsiderations(title=_TITLE),
        ),
    ),
    ConsiderationSheet(day=_DAY, plans=()),
    CompletenessSheet(
        day=_DAY,
        cycle=2024,
        received_in_time=2,
        withdrawn=0,
        concluded=1,
        placed=0,
        without_conclusion=(_UNSETTLED,),
        without_plan=(_UNSETTLED,),
    ),
    CompletenessSheet(
        day=_DAY, cycle=2024, received_in_time=0, withdrawn=0, concluded=0, placed=0
    ),
    DisagreementTable(
        day=_DAY,
        plan=_TITLE,
        lines=(
            Disagreement(
                revision=1,
                row=1,
                concept="C-001",
                title=_TITLE,
                member="А. Үлгі",
                remark=_TITLE,
                answer=_TITLE,
                settled=Settled.ACCEPTED,
            ),
            Disagreement(revision=1, member="А. Үлгі", remark=Text()),
        ),
    ),
    DisagreementTable(day=_DAY, plan=_TITLE),
    AmendmentSheet(
        plan=_TITLE,
        amended=Amended(
            ground=_TITLE,
            before=1,
            revision=2,
            fingerprint=_FINGERPRINT,
            made_on=_DAY,
            since=_DAY,
        ),
        lines=(
            SheetLine(
                outcome=ChangeOutcome.CHANGE,
                number_was=1,
                number=2,
                was=(_CELL,),
                became=(_CELL, _CELL),
                reason=_TITLE,
            ),
            SheetLine(outcome=ChangeOutcome.REMOVE, number_was=1),
        ),
    ),
    AmendmentSheet(plan=_TITLE, amended=Amended(ground=_TITLE, before=1, revision=2)),
    ProtocolExtract(
        number="1",
        day=_DAY,
        plan=_TITLE,
        revision=1,
        outcome=Outcome.APPROVED,
        present=_TITLE.kk,
        body=_BODY,
        lines=(
            ExtractLine(
                row=1,
                concept="C-001",
                title=_TITLE,
                term=_TITLE,
                outcome=RowOutcome.CHANGE,
                remark=_TITLE,
                new_title=_TITLE,
                new_level=Level.INTERSTATE,
                new_from=_DAY,
                new_to=_DAY,
                new_note=_TITLE,
                procedure_from=_DAY,
                procedure_to=_DAY,
            ),
            ExtractLine(
                row=2,
                concept="C-002",
                title=_TITLE,
                term=_TITLE,
                outcome=RowOutcome.KEEP,
            ),
        ),
    ),
    ProtocolExtract(
        number="1",
        day=_DAY,
        plan=_TITLE,
        revision=1,
        outcome=Outcome.RETURNED,
        body=_BODY,
        lines=(),
    ),
)
