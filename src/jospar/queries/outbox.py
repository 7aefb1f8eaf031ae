"""The outbox of a cycle: what waits to be sent, and what was; nothing of it is stored.

Letters of return, notices of conclusions, dispatches of agreed and of amended plans and
reminders are computed from the record, each as it would leave now.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from jospar.documents.letters import render
from jospar.documents.papers import Letter
from jospar.procedure.days import calendar_of
from jospar.procedure.journal import is_rehearsal
from jospar.rules.core.deadlines import Deadline, deadline_from, deadline_in
from jospar.rules.core.forms import FORM_LANGUAGES
from jospar.rules.core.nouns import PaperKind, PlanKind, Text
from jospar.rules.core.ruleset import Ruleset

from .approvals import Approval
from .cycle import intake_deadline
from .deadline_lines import DeadlineState, state_on
from .dispatches import Dispatches, dispatch_letters, dispatches
from .letter_sources import KnownLetter, LetterSources
from .letters import (
    conclusion_notices,
    notice_rows,
    reminder_rows,
    reminders,
    return_letters,
    return_rows,
)
from .revision_letters import revision_letters, sent_revisions_of


@dataclass(frozen=True, slots=True)
class OutboxLine:
    """A paper of the outbox, with its deadline where there is one.

    ``subjects`` are what the acts name: each is approved and sent by itself, with the
    same content. ``addressee`` is a name by language. ``approval`` is the last one.
    ``sent_on`` and the paper's number are empty while it waits.
    """

    kind: PaperKind
    subjects: tuple[str, ...]
    recipient: str
    addressee: Mapping[str, str]
    deadline: Deadline | None
    state: DeadlineState | None
    paper: Letter
    approval: Approval | None
    sent_on: date | None


def outbox(ruleset: Ruleset, year: int, today: date) -> list[OutboxLine]:
    """Return the papers of a cycle: what waits, most urgent first, then what was sent.

    The number of queries hangs on nothing but which plans were agreed and amended.
    """
    late, concluded = return_rows(year), notice_rows(year)
    sent_out, reminded = dispatches(ruleset, year), reminder_rows(year)
    revised = sent_revisions_of(ruleset, year)
    sources = LetterSources(ruleset, year)
    letters = [
        *return_letters(late, sources),
        *conclusion_notices(concluded, sources),
        *dispatch_letters(sent_out, sources),
        *revision_letters(revised, sources),
        *reminders(reminded, sources),
    ]
    deadlines = _deadlines(ruleset, year, sent_out)
    lines = []
    for letter in letters:
        deadline = deadlines.get((letter.kind, letter.plan))
        addressee = sources.addressee(letter.recipient)
        lines.append(_line(letter, addressee, deadline, today))
    return sorted(lines, key=_urgency)


def paper_file(
    line: OutboxLine, language: str, templates_dir: Path | None = None
) -> bytes:
    """Return the paper of a line as DOCX in ``language``: equal bytes for equal papers.

    Raises:
        TemplateError: when an office's own template in ``templates_dir`` is not usable.
    """
    return render(
        line.kind.value, line.paper, language, templates_dir, rehearsal=is_rehearsal()
    )


def fingerprints(line: OutboxLine, templates_dir: Path | None = None) -> Text:
    """Return the SHA-256 of what is approved: both papers without number and day."""
    paper = line.paper.unsent()
    kk, ru = (
        sha256(render(line.kind.value, paper, language, templates_dir)).hexdigest()
        for language in FORM_LANGUAGES
    )
    return Text(kk, ru)


def _deadlines(
    ruleset: Ruleset, year: int, sent_out: Dispatches
) -> dict[tuple[PaperKind, PlanKind | None], Deadline]:
    """Return by when papers must leave; for letters of return the Rules name no day."""
    found: dict[tuple[PaperKind, PlanKind | None], Deadline] = {
        (PaperKind.REMINDER, None): intake_deadline(ruleset, year)
    }
    if ruleset.reading("given") == "sent":
        deadline = deadline_in(ruleset, "conclusions.deadline", year, calendar_of(year))
        found[PaperKind.CONCLUSION_NOTICE, None] = deadline
    for kind, agreed in sent_out.agreed.items():
        on = agreed.reply.on
        found[PaperKind.DISPATCH_LETTER, kind] = deadline_from(
            ruleset, "distribution.deadline", on, calendar_of(on.year)
        )
    return found


def _line(
    letter: KnownLetter,
    addressee: Mapping[str, str],
    deadline: Deadline | None,
    today: date,
) -> OutboxLine:
    sent_on, state = letter.sent_on, None
    if deadline is not None:
        days_late = None if sent_on is None else deadline.days_late(sent_on)
        state = state_on(deadline, days_late, 1, today)
    return OutboxLine(
        kind=letter.kind,
        subjects=letter.subjects,
        recipient=letter.recipient,
        addressee=addressee,
        deadline=deadline,
        state=state,
        paper=letter.paper,
        approval=letter.approval,
        sent_on=sent_on,
    )


def _urgency(line: OutboxLine) -> tuple[bool, date]:
    """Sort what waits before what was sent, and by the day when it must leave."""
    day = line.deadline.late_after if line.deadline else date.max
    return line.sent_on is not None, day
