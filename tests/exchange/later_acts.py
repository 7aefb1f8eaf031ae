"""The acts of ``later_examples``, written out as the desks would file them."""

from datetime import UTC, date, datetime
from typing import Any

from jospar.rules.amendment.facts import (
    AcknowledgeRevision,
    AmendRow,
    BringConcept,
    BringGrounds,
    ConcludeDossier,
    DecideAmendment,
    MakeRevision,
    RecordConsent,
    RecordInstruction,
    RequestInstruction,
    SendOut,
)
from jospar.rules.amendment.nouns import (
    ChangeOutcome,
    GroundOutcome,
    InstructedBy,
    Route,
)
from jospar.rules.carrying_out.facts import (
    CorrectionGround,
    CorrectName,
    PutForward,
    RecordName,
    RecordSigning,
    Report,
)
from jospar.rules.core.nouns import (
    Entry,
    Level,
    PlanKind,
    Procedure,
    ProgressStage,
    Term,
    Text,
    Wording,
)
from jospar.rules.core.offices import Office
from tests.exchange.later_examples import ADDED_KK, ADDED_RU, RENAMED_KK, RENAMED_RU

_CURRENT = PlanKind.CURRENT
_REASON = Text("Келіссөздер аяқталды", "Переговоры завершены")
_SLIPPED = Text(
    RENAMED_KK.replace("келісім", "шарт"), RENAMED_RU.replace("Соглашение", "Договор")
)


def _came(day: int) -> datetime:
    return datetime(2025, 2, day, 5, tzinfo=UTC)  # ten in Astana


def _february(day: int) -> date:
    return date(2025, 2, day)


def _march(day: int) -> date:
    return date(2025, 3, day)


ACTS: tuple[tuple[Office, Any], ...] = (
    (
        Office.REGISTRAR,
        BringGrounds(
            "D-001",
            "mid",
            _came(3),
            "5-1/31",
            Text("Сапар сәуірде өтеді.", "Визит состоится в апреле."),
        ),
    ),
    (
        Office.REGISTRAR,
        BringConcept(
            key="D-001",
            proposers=("mid",),
            wording=Wording(
                title=Text(ADDED_KK, ADDED_RU),
                purpose=Text(
                    "Ауыл шаруашылығындағы ынтымақтастықты дамыту.",
                    "Развитие сотрудничества в сельском хозяйстве.",
                ),
                note=Text(),
                level=Level.INTERGOVERNMENTAL,
                conclude=Term(date(2025, 4, 1), date(2025, 4, 30)),
                procedure=Procedure.NONE,
            ),
            entry=Entry.NEW,
            received_at=_came(4),
            document="5-1/32",
            counterparties=("MN",),
        ),
    ),
    (
        Office.HEAD,
        ConcludeDossier(
            key="D-001",
            expedient=True,
            on=_february(10),
            number="11-2/31",
            reasons=Text("Шарт сапарға дайын.", "Договор готов к визиту."),
            signed_by="Әлімов Б.",
        ),
    ),
    (Office.REGISTRAR, RequestInstruction("D-001", _february(12), "5-1/40")),
    (
        Office.REGISTRAR,
        RecordInstruction(
            "01-7/95",
            _february(20),
            InstructedBy.PRESIDENT,
            GroundOutcome.GIVEN,
            ("D-001",),
        ),
    ),
    (
        Office.PLANNER,
        AmendRow(
            plan=_CURRENT,
            route=Route.INSTRUCTION,
            ground="01-7/95",
            key="D-001",
            outcome=ChangeOutcome.ADD,
            on=_february(24),
            reason=_REASON,
        ),
    ),
    (
        Office.PLANNER,
        MakeRevision(_CURRENT, Route.INSTRUCTION, "01-7/95", _february(24)),
    ),
    (Office.REGISTRAR, DecideAmendment("5", _march(3), "10 / 12")),
    (
        Office.REGISTRAR,
        RecordConsent("5", "01-7/99", _march(10), GroundOutcome.GIVEN),
    ),
    (
        Office.REGISTRAR,
        SendOut(_CURRENT, 2, "parliament", _march(14), "11-2/41"),
    ),
    (
        Office.REGISTRAR,
        AcknowledgeRevision(_CURRENT, 2, "parliament", _march(15)),
    ),
    (Office.CONTROLLER, PutForward(_CURRENT, "C-001", _march(17), "7-2/11")),
    (
        Office.CONTROLLER,
        RecordName(
            plan=_CURRENT,
            key="C-001",
            on=_march(18),
            name=Text(RENAMED_KK, RENAMED_RU),
            from_side="Өзбекстан Республикасы",
            of_principle=False,
            judged_by="Әлімов Б.",
            reason=_REASON,
            document="7-2/12",
        ),
    ),
    (
        Office.CONTROLLER,
        CorrectName(
            plan=_CURRENT,
            key="C-001",
            on=_march(20),
            name=_SLIPPED,
            ground=CorrectionGround.SLIP,
            document="7-2/13",
            reason=_REASON,
        ),
    ),
    (
        Office.REGISTRAR,
        Report(
            plan=_CURRENT,
            key="C-001",
            on=_march(21),
            document="7-2/14",
            stage=ProgressStage.IN_TALKS,
            reached_on=_march(19),
        ),
    ),
    (
        Office.REGISTRAR,
        RecordSigning(
            plan=_CURRENT,
            key="C-001",
            on=_march(28),
            place="Ташкент",
            signatories="Әлімов Б.",
            document="7-2/15",
        ),
    ),
)
"""In their order, each with the office that performs it."""
