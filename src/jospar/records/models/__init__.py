"""One file per noun. A record's key is the number of the entry that made it."""

from .bodies import ListedBody
from .commission import Decision, Remark, Reply, RowDecision
from .concepts import Concept, LetterOfNone, Proposer, Settlement, Supplement
from .cycles import CalendarEdition, Cycle
from .explanations import Explanation
from .files import AttachedFile
from .handling import HandlingMark
from .journal import JournalEntry
from .occasions import Occasion, RequestForConcept
from .papers import PaperApproval, Registration, Reminder
from .plans import Distribution, Plan, Revision, Row, Sending
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
    "AttachedFile",
    "CalendarEdition",
    "Clarification",
    "Concept",
    "Conclusion",
    "Cycle",
    "Decision",
    "Distribution",
    "Explanation",
    "HandlingMark",
    "JournalEntry",
    "LetterOfNone",
    "ListedBody",
    "Notice",
    "Occasion",
    "Opinion",
    "PaperApproval",
    "Plan",
    "PreparedConclusion",
    "Proposer",
    "Registration",
    "Remark",
    "Reminder",
    "Reply",
    "RequestForConcept",
    "Return",
    "Revision",
    "Row",
    "RowDecision",
    "Sending",
    "Settlement",
    "Supplement",
    "TitleWords",
    "Treaty",
    "Withdrawal",
]
