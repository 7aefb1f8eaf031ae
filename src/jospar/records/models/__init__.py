"""One file per noun. A record's key is the number of the entry that made it."""

from .bodies import ListedBody
from .commission import Decision, Reply, RowDecision
from .concepts import Concept, LetterOfNone, Proposer, Settlement, Supplement
from .cycles import CalendarEdition, Cycle
from .journal import JournalEntry
from .occasions import Occasion
from .plans import Distribution, Plan, Revision, Row, Sending
from .review import Conclusion, Notice, Return, Withdrawal

__all__ = [
    "CalendarEdition",
    "Concept",
    "Conclusion",
    "Cycle",
    "Decision",
    "Distribution",
    "JournalEntry",
    "LetterOfNone",
    "ListedBody",
    "Notice",
    "Occasion",
    "Plan",
    "Proposer",
    "Reply",
    "Return",
    "Revision",
    "Row",
    "RowDecision",
    "Sending",
    "Settlement",
    "Supplement",
    "Withdrawal",
]
