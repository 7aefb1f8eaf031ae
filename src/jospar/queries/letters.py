"""Letters of return, notices and reminders of a cycle, before they are sent and after.

For each kind one function reads what the letters are about, in one query, and another
makes them. The body of a letter is the first proposer: its covering letter brought the
concept.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Q

from jospar.documents.official_letter import Reminder
from jospar.documents.papers import ConclusionNotice, LateConcept, ReturnLetter
from jospar.records.models import Concept, Conclusion
from jospar.records.models import Reminder as ReminderRecord
from jospar.rules.core.deadlines import ASTANA, came_in_time
from jospar.rules.core.horizon import plans_for
from jospar.rules.core.nouns import PaperKind, PlanKind, Term, Text

from .cycle import intake_deadline
from .form_titles import empty_form, form_title
from .letter_sources import KnownLetter, LetterSources

Rows = list[dict[str, Any]]
"""Records as values of their columns."""

_MOMENTS = ("received_at", "sent_on", "complete_on")
_OF_CONCEPT = (
    "key",
    "title_kk",
    "title_ru",
    "conclude_from",
    "conclude_to",
    "document",
    "sent_on",
    "notice__entry",
    "notice__on",
    "notice__document",
)


def return_rows(year: int) -> Rows:
    """Read the concepts that went back or may have to; one query."""
    stands = Q(withdrawal=None) | Q(return__isnull=False)
    sending = ("return__entry", "return__on", "return__document")
    return list(
        Concept.objects.filter(stands, cycle_id=year)
        .order_by("entry")
        .values("entry", "key", "title_kk", "title_ru", "document", *_MOMENTS, *sending)
    )


def return_letters(rows: Rows, sources: LetterSources) -> list[KnownLetter]:
    """Return the letters with which late concepts go back, those sent first.

    Concepts of a body that went back under one number on one day share a letter; so do
    all that wait. One query.
    """
    deadline = intake_deadline(sources.ruleset, sources.year)
    letters: dict[tuple[str, date | None, str], Rows] = {}
    for row in sorted(rows, key=lambda row: _order(row, "return__entry")):
        moments = {name: row[name] for name in _MOMENTS}
        if row["return__on"] or not came_in_time(sources.ruleset, deadline, **moments):
            body = sources.proposers[row["entry"]]
            key = (body, row["return__on"], row["return__document"] or "")
            letters.setdefault(key, []).append(row)
    kind, rules = PaperKind.RETURN_LETTER, sources.ruleset
    made = []
    for (body, day, number), concepts in letters.items():
        entry = concepts[0]["return__entry"]
        subjects = tuple(concept["key"] for concept in concepts)
        approval = sources.approvals.of(kind, subjects, before=entry)
        paper = ReturnLetter(
            number=number,
            day=day,
            concepts=tuple(_late(concept, sources) for concept in concepts),
            cycle=sources.year,
            last_day=deadline.late_after,
            rules=Text(rules.name["kk"], rules.name["ru"]),
            paragraph=rules.paragraph("concepts.late") or "",
            **sources.head(kind, body, Text(), approval, subjects),
        )
        name = f"return-{subjects[0]}"
        made.append(KnownLetter(kind, name, subjects, body, paper, approval, day))
    return made


def notice_rows(year: int) -> Rows:
    """Read the conclusions with their concepts and notices; one query."""
    return list(
        Conclusion.objects.filter(concept__cycle_id=year)
        .order_by("entry")
        .values(
            "concept_id",
            "on",
            "number",
            "expedient",
            "reasons_kk",
            "reasons_ru",
            "signed_by",
            *(f"concept__{column}" for column in _OF_CONCEPT),
        )
    )


def conclusion_notices(rows: Rows, sources: LetterSources) -> list[KnownLetter]:
    """Return the letters that tell bodies the conclusions, those sent first.

    A letter that was sent keeps the title that it was sent with.
    """
    kind, year = PaperKind.CONCLUSION_NOTICE, sources.year
    titles = {
        plan: form_title(empty_form(sources.ruleset, year, plan)) for plan in PlanKind
    }
    made = []
    for row in sorted(rows, key=lambda row: _order(row, "concept__notice__entry")):
        key, body = row["concept__key"], sources.proposers[row["concept_id"]]
        entry, day = row["concept__notice__entry"], row["concept__notice__on"]
        approval = sources.approvals.of(kind, [key], before=entry)
        title, term = _wording(row, sources)
        plans = [titles[plan] for plan in plans_for(sources.ruleset, year, term)]
        paper = ConclusionNotice(
            number=row["concept__notice__document"] or "",
            day=day,
            concept=key,
            title=title,
            document=row["concept__document"],
            document_day=row["concept__sent_on"],
            conclusion_number=row["number"],
            conclusion_day=row["on"],
            expedient=row["expedient"],
            reasons=Text(row["reasons_kk"], row["reasons_ru"]),
            conclusion_signed_by=row["signed_by"],
            plan=plans[0] if row["expedient"] and len(plans) == 1 else Text(),
            **sources.registration(row["concept_id"], entry),
            **sources.head(kind, body, Text(), approval, [key]),
        )
        name = f"notice-{key}"
        made.append(KnownLetter(kind, name, (key,), body, paper, approval, day))
    return made


def reminder_rows(year: int) -> list[ReminderRecord]:
    """Read the reminders; one query."""
    return list(ReminderRecord.objects.filter(cycle_id=year).order_by("entry"))


def reminders(rows: list[ReminderRecord], sources: LetterSources) -> list[KnownLetter]:
    """Return the reminders in the order in which they were recorded; one query."""
    kind, rules = PaperKind.REMINDER, sources.ruleset
    last_day = intake_deadline(rules, sources.year).late_after
    # An approval is of the reminder that waited then, so before the one that follows.
    following: dict[str, int] = {}
    made = []
    for row in reversed(rows):
        approval = sources.approvals.of(
            kind, [row.body], after=row.entry, before=following.get(row.body)
        )
        following[row.body] = row.entry
        text = Text(row.text_kk, row.text_ru)
        paper = Reminder(
            number=row.document,
            day=row.sent_on,
            cycle=sources.year,
            last_day=last_day,
            rules=Text(rules.name["kk"], rules.name["ru"]),
            paragraph=rules.paragraph("concepts.deadline") or "",
            **sources.head(kind, row.body, text, approval),
        )
        known = KnownLetter(
            kind=kind,
            name=f"reminder-{row.body}",
            subjects=(row.body,),
            recipient=row.body,
            paper=paper,
            approval=approval,
            sent_on=row.sent_on,
        )
        made.append(known)
    return made[::-1]


def _order(row: Mapping[str, Any], sending: str) -> tuple[bool, int]:
    """Sort what was sent by its sending; what waits stays in the order it has."""
    return row[sending] is None, row[sending] or 0


def _late(row: Mapping[str, Any], sources: LetterSources) -> LateConcept:
    title, entry = Text(row["title_kk"], row["title_ru"]), row["return__entry"]
    if entry is not None:
        wording = sources.wordings.at(row["key"], row["return__on"], entry)
        title = wording.title
    return LateConcept(
        key=row["key"],
        title=title,
        document=row["document"],
        document_day=row["sent_on"],
        received_at=row["received_at"].astimezone(ASTANA),
        **sources.registration(row["entry"], entry),
    )


def _wording(row: Mapping[str, Any], sources: LetterSources) -> tuple[Text, Term]:
    entry, day = row["concept__notice__entry"], row["concept__notice__on"]
    if entry is not None:
        wording = sources.wordings.at(row["concept__key"], day, entry)
        return wording.title, wording.conclude
    return (
        Text(row["concept__title_kk"], row["concept__title_ru"]),
        Term(row["concept__conclude_from"], row["concept__conclude_to"]),
    )
