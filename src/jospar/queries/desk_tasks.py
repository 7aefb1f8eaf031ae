"""Which tasks each office has, what it waits for, and what each task stands on."""

from collections.abc import Mapping
from types import MappingProxyType

from jospar.rules.core.offices import Office

from .tasks import TaskKind

PROVISIONS: Mapping[TaskKind, str] = MappingProxyType(
    {
        TaskKind.ANSWER: "concepts.deadline",
        TaskKind.CLARIFY: "review.clarifications",
        TaskKind.COMPLETE: "concepts.languages",
        TaskKind.PROPOSE: "agreements.considered",
        TaskKind.PROPOSE_AGAIN: "concepts.deadline",
        TaskKind.ACKNOWLEDGE: "distribution.acknowledgement",
        TaskKind.REGISTER: "record.numbers",
        TaskKind.RETURN: "concepts.late",
        TaskKind.REMIND: "concepts.deadline",
        TaskKind.OPINE: "review.opinions",
        TaskKind.REVIEW: "conclusions.deadline",
        TaskKind.AGREE: "conclusions.deadline",
        TaskKind.SIGN: "conclusions.deadline",
        TaskKind.NOTIFY: "conclusions.notice",
        TaskKind.PLACE: "placement.term",
        TaskKind.CONSIDER: "agreements.considered",
        TaskKind.ANSWER_REMARK: "commission.remarks",
        TaskKind.SEND_COMMISSION: "commission.deadline",
        TaskKind.SEND_PRESIDENT: "president.deadline",
        TaskKind.DECIDE: "commission.decision",
        TaskKind.REPLY: "president.agreement",
        TaskKind.DISTRIBUTE: "distribution.deadline",
        TaskKind.COMPLETE_DOSSIER: "amendments.grounds",
        TaskKind.ASK_INSTRUCTION: "amendments.instruction",
        TaskKind.CONCLUDE_DOSSIER: "amendments.conclusion",
        TaskKind.INSTRUCT: "amendments.instruction",
        TaskKind.CONSENT: "amendments.decision",
        TaskKind.ADD_ROW: "amendments.revision",
        TaskKind.AMEND: "amendments.revision",
        TaskKind.MAKE_REVISION: "amendments.revision",
        TaskKind.SEND_REVISION: "amendments.sending",
        TaskKind.ACKNOWLEDGE_REVISION: "amendments.acknowledgement",
        TaskKind.REPORT: "control.requests",
        TaskKind.REPORT_QUARTER: "control.requests",
        TaskKind.OVERDUE: "control.general",
        TaskKind.ASK_REPORT: "control.requests",
        TaskKind.NAMES: "names.change",
    }
)
"""What each task stands on; a deadline of that name is the task's."""
DOES: Mapping[Office, tuple[TaskKind, ...]] = MappingProxyType(
    {
        Office.BODY_OFFICER: (
            TaskKind.ANSWER,
            TaskKind.CLARIFY,
            TaskKind.COMPLETE,
            TaskKind.PROPOSE,
            TaskKind.PROPOSE_AGAIN,
            TaskKind.ACKNOWLEDGE,
            TaskKind.ACKNOWLEDGE_REVISION,
            TaskKind.REPORT,
            TaskKind.REPORT_QUARTER,
            TaskKind.OVERDUE,
            TaskKind.COMPLETE_DOSSIER,
            TaskKind.ASK_INSTRUCTION,
        ),
        Office.REGISTRAR: (
            TaskKind.RETURN,
            TaskKind.NOTIFY,
            TaskKind.DISTRIBUTE,
            TaskKind.REGISTER,
            TaskKind.REMIND,
            TaskKind.INSTRUCT,
            TaskKind.CONSENT,
            TaskKind.SEND_REVISION,
        ),
        Office.REVIEWER: (TaskKind.REVIEW, TaskKind.AGREE, TaskKind.OPINE),
        Office.HEAD: (
            TaskKind.SIGN,
            TaskKind.AGREE,
            TaskKind.SEND_COMMISSION,
            TaskKind.SEND_PRESIDENT,
            TaskKind.RETURN,
            TaskKind.REMIND,
            TaskKind.CONCLUDE_DOSSIER,
            TaskKind.MAKE_REVISION,
            TaskKind.SEND_REVISION,
        ),
        Office.PLANNER: (
            TaskKind.PLACE,
            TaskKind.CONSIDER,
            TaskKind.ANSWER_REMARK,
            TaskKind.ADD_ROW,
            TaskKind.AMEND,
            TaskKind.MAKE_REVISION,
        ),
        Office.CONTROLLER: (
            TaskKind.OVERDUE,
            TaskKind.ASK_REPORT,
            TaskKind.NAMES,
        ),
        Office.COMMISSION_SECRETARY: (TaskKind.DECIDE,),
        Office.ADMINISTRATION_OFFICER: (
            TaskKind.REPLY,
            TaskKind.INSTRUCT,
            TaskKind.CONSENT,
        ),
        Office.RECIPIENT: (TaskKind.ACKNOWLEDGE, TaskKind.ACKNOWLEDGE_REVISION),
    }
)
"""What an office has to do."""
WAITS: Mapping[Office, tuple[TaskKind, ...]] = MappingProxyType(
    {
        Office.BODY_OFFICER: (
            TaskKind.REVIEW,
            TaskKind.CONCLUDE_DOSSIER,
        ),
        Office.REGISTRAR: (TaskKind.SIGN,),
        Office.REVIEWER: (
            TaskKind.CLARIFY,
            TaskKind.SIGN,
            TaskKind.CONCLUDE_DOSSIER,
        ),
        Office.HEAD: (
            TaskKind.REVIEW,
            TaskKind.CLARIFY,
            TaskKind.DECIDE,
            TaskKind.REPLY,
            TaskKind.CONSENT,
        ),
        Office.COMMISSION_SECRETARY: (TaskKind.CONSENT,),
        Office.PLANNER: (
            TaskKind.REVIEW,
            TaskKind.SIGN,
            TaskKind.DECIDE,
            TaskKind.REPLY,
            TaskKind.CONCLUDE_DOSSIER,
            TaskKind.CONSENT,
        ),
    }
)
"""What an office waits for, done by others."""
OF_PLANS_IN_FORCE = frozenset(
    {
        TaskKind.REPORT,
        TaskKind.REPORT_QUARTER,
        TaskKind.OVERDUE,
        TaskKind.ASK_REPORT,
        TaskKind.NAMES,
    }
)
"""Tasks on rows of the plans in force: they stand on the desk of every cycle."""
