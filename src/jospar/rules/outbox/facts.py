"""What the acts of the outbox look at, and what they are told."""

from dataclasses import dataclass, field
from datetime import date

from jospar.rules.core.act import Case
from jospar.rules.core.nouns import PaperKind, Text


@dataclass(frozen=True, slots=True)
class WaitingFacts:
    """A paper of the outbox: since when there is something to send, when it was sent.

    ``waiting_since`` is empty where there is no such paper.
    """

    case: Case
    waiting_since: date | None = None
    sent_on: date | None = None
    approved_on: date | None = None


@dataclass(frozen=True, slots=True)
class ApprovePaper:
    """An official paper may leave with exactly this content.

    ``subject`` is the key of a concept for a letter of return and for a notice, the
    plan and the recipient as ``current/parliament`` for a dispatch, the code of a body
    for a reminder. The two ``sha256`` are those of the paper as DOCX without number
    and day, in 64 hexadecimal digits. ``text`` was written by hand in place of the
    usual words.
    """

    paper: PaperKind
    subject: str
    on: date
    sha256_kk: str
    sha256_ru: str
    text: Text = field(default_factory=Text)


@dataclass(frozen=True, slots=True)
class SendReminder:
    """The reminder that waits for a body was sent under a number of the Ministry."""

    body: str
    on: date
    document: str
