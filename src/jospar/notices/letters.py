"""The text of a mail: what is new for its reader, and what is due."""

from collections.abc import Sequence
from dataclasses import dataclass

from jospar.queries.deadline_lines import DeadlineLine, DeadlineState
from jospar.rules.core.terms import day_phrase

from .models import Notice
from .saying import path, sentence
from .texts import texts_in
from .today import Today


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail's subject and its plain text."""

    subject: str
    text: str


def due_soon(today: Today, person: str) -> list[DeadlineLine]:
    """Return the person's deadlines that a digest names: passed, due, or near."""
    lines = today.open_for(person)
    return [line for line in lines if line.deadline.due <= today.near]


def is_due(line: DeadlineLine) -> bool:
    """Tell whether the deadline's last day, or one of its two, has come."""
    return line.state is DeadlineState.DUE


def letter(
    notices: Sequence[Notice],
    due: Sequence[DeadlineLine],
    language: str,
    *,
    address: str = "",
    rehearsal: bool = False,
) -> Letter:
    """Return the mail in ``language``.

    Args:
        notices: What is new.
        due: The deadlines that it names, none where it is sent at once.
        language: The language that its reader chose.
        address: Where the pages are served; without it the mail has no links.
        rehearsal: Whether the record is a rehearsal's, which the mail says first.
    """
    t = texts_in(language)
    parts = [t("mail.rehearsal")] if rehearsal else []
    if notices:
        parts.append("\n".join([t("mail.new"), *_items(notices, language, address)]))
    if due:
        lines = (f"– {_deadline(line, language)}" for line in due)
        parts.append("\n".join([t("mail.due"), *lines]))
    if address:
        parts.append(t("mail.desk", address=f"{address}/{language}/"))
    parts.append(t("mail.automatic"))
    subject = _subject(notices, language)
    if rehearsal:
        subject = t("subject.rehearsal", subject=subject)
    return Letter(f"Jospar: {subject}", "\n\n".join(parts) + "\n")


def _items(notices: Sequence[Notice], language: str, address: str) -> list[str]:
    items = []
    for notice in notices:
        items.append(f"– {sentence(notice, language)}")
        if address:
            items.append(f"  {address}{path(notice, language)}")
    return items


def _deadline(line: DeadlineLine, language: str) -> str:
    t = texts_in(language)
    key = "overdue" if line.state is DeadlineState.OVERDUE else "last_day"
    day = day_phrase(line.deadline.due, language)
    return t(f"deadline.{key}", day=day, gist=line.gist[language])


def _subject(notices: Sequence[Notice], language: str) -> str:
    t = texts_in(language)
    if not notices:
        return t("subject.due")
    if len(notices) == 1 and notices[0].at_once:
        return t(f"subject.{notices[0].kind}")
    return t("subject.new", count=len(notices))
