"""One file per noun. A record's key is the number of the entry that made it."""

from .amendments import (
    AmendingDecision,
    Amendment,
    Consent,
    Dossier,
    Instruction,
    RevisionSending,
    RowChange,
)
from .bodies import ListedBody
from .carrying_out import (
    PlannedStage,
    Progress,
    PutForward,
    ReportRequest,
    Signing,
    Succession,
    ToldApart,
    TreatyLink,
    TreatyName,
)
from .commission import Decision, Remark, Reply, RowDecision
from .concepts import Concept, LetterOfNone, Proposer, Settlement, Supplement
from .cycles import CalendarEdition, Cycle
from .explanations import Explanation
from .files import AttachedFile
from .handling import HandlingMark
from .journal import JournalEntry
from .occasions import Occasion, RequestForConcept
from .papers import PaperApproval, Registration, Reminder
from .plans import TO_PRESIDENT, Distribution, Plan, Revision, Row, Sending
from .reached import Reached, Work
from .review import (
    Clarification,
    Conclusion,
    Notice,
    Opinion,
    PreparedConclusion,
    Return,
    Withdrawal,
)
from .titles import TitleWords, Treaty

__all__ = [
    "TO_PRESIDENT",
    "AmendingDecision",
    "Amendment",
    "AttachedFile",
    "CalendarEdition",
    "Clarification",
    "Concept",
    "Conclusion",
    "Consent",
    "Cycle",
    "Decision",
    "Distribution",
    "Dossier",
    "Explanation",
    "HandlingMark",
    "Instruction",
    "JournalEntry",
    "LetterOfNone",
    "ListedBody",
    "Notice",
    "Occasion",
    "Opinion",
    "PaperApproval",
    "Plan",
    "PlannedStage",
    "PreparedConclusion",
    "Progress",
    "Proposer",
    "PutForward",
    "Reached",
    "Registration",
    "Remark",
    "Reminder",
    "Reply",
    "ReportRequest",
    "RequestForConcept",
    "Return",
    "Revision",
    "RevisionSending",
    "Row",
    "RowChange",
    "RowDecision",
    "Sending",
    "Settlement",
    "Signing",
    "Succession",
    "Supplement",
    "TitleWords",
    "ToldApart",
    "Treaty",
    "TreatyLink",
    "TreatyName",
    "Withdrawal",
    "Work",
]
