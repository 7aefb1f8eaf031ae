"""Sample papers: templates are tried out on them before they are used.

Of each paper there is one with everything in it and one with nothing that it can do
without. Texts hold what markup could trip over.
"""

from datetime import date, datetime, timedelta, timezone

from jospar.rules.core.nouns import Term, Text

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
    UnsettledConcept,
)

_DAY = date(2024, 9, 27)
_CAME = datetime(2024, 9, 26, 9, 5, tzinfo=timezone(timedelta(hours=5)))
_BODY = Text("Үлгі министрлігі", "Министерство-образец")
_TITLE = Text("Үлгі & <келісім>\nекінші жол", "Соглашение & <образец>\nвторая строка")
_POST = Text("Департамент директоры", "Директор департамента")
_RULES = Text("Қағидалар (бұйрық № 1)", "Правила (приказ № 1)")
_FINGERPRINT = "0" * 64
_LATE = LateConcept(key="C-001", title=_TITLE, document="1-1/1", received_at=_CAME)
_UNSETTLED = UnsettledConcept(key="C-001", body=_BODY, title=_TITLE, received_on=_DAY)

SAMPLES: tuple[Paper, ...] = (
    ReturnLetter(
        number="1",
        day=_DAY,
        addressee=_BODY,
        concepts=(_LATE, _LATE),
        cycle=2024,
        last_day=_DAY,
        rules=_RULES,
        paragraph="6",
        signatory_post=_POST,
        signatory="А. Үлгі",
    ),
    ReturnLetter(
        day=_DAY,
        addressee=_BODY,
        concepts=(_LATE,),
        cycle=2024,
        last_day=_DAY,
        rules=_RULES,
        paragraph="6",
    ),
    ConclusionNotice(
        number="1",
        day=_DAY,
        addressee=_BODY,
        concept="C-001",
        title=_TITLE,
        document="1-1/1",
        conclusion_number="1",
        conclusion_day=_DAY,
        expedient=True,
        reasons=_TITLE,
        conclusion_signed_by="А. Үлгі",
        plan=_TITLE,
        signatory_post=_POST,
        signatory="А. Үлгі",
    ),
    ConclusionNotice(
        day=_DAY,
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
        number="1",
        day=_DAY,
        addressee=_BODY,
        plan=_TITLE,
        revision=1,
        fingerprint=_FINGERPRINT,
        rows=1,
        reply_number="1",
        reply_day=_DAY,
        means="paper",
        signatory_post=_POST,
        signatory="А. Үлгі",
    ),
    DispatchLetter(
        day=_DAY,
        addressee=_BODY,
        plan=_TITLE,
        revision=1,
        fingerprint=_FINGERPRINT,
        rows=0,
        reply_number="1",
        reply_day=_DAY,
    ),
    Receipt(
        number="1",
        day=_DAY,
        body=_BODY,
        concept="C-001",
        title=_TITLE,
        document="1-1/1",
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
)
