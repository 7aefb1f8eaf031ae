"""What legally happens in the outbox."""

from dataclasses import dataclass
from datetime import date

from jospar.rules.core.nouns import PaperKind, Text


@dataclass(frozen=True, slots=True)
class PaperApproved:
    """A paper may leave with this content; an earlier approval of it has no effect."""

    paper: PaperKind
    subject: str
    on: date
    sha256_kk: str
    sha256_ru: str
    text: Text


@dataclass(frozen=True, slots=True)
class ReminderSent:
    """A body was sent the reminder that waited for it."""

    body: str
    on: date
    document: str
