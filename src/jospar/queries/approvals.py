"""What was approved in the outbox of a cycle, and by whom."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

import msgspec

from jospar.records.models import JournalEntry, PaperApproval
from jospar.rules.core.nouns import PaperKind, Text
from jospar.rules.outbox.approve import approve


@dataclass(frozen=True, slots=True)
class Approval:
    """An approval of a paper: who gave it, for which day, and what it approved.

    ``by`` and ``standing_in_for`` are codes of persons. ``sha256`` is that of the paper
    as DOCX in Kazakh and in Russian, ``text`` what was written by hand. ``whole`` says
    that everything the paper is about was approved with it.
    """

    entry: int
    by: str
    standing_in_for: str
    on: date
    sha256: Text
    text: Text
    whole: bool = True

    def covers(self, digests: Text) -> bool:
        """Tell whether a paper with those SHA-256 is what was approved, all of it."""
        return self.whole and self.sha256 == digests


class _Header(msgspec.Struct):
    person: str
    standing_in_for: str


_HEADER = msgspec.json.Decoder(_Header)


class Approvals:
    """The approvals of a cycle; two queries."""

    def __init__(self, year: int) -> None:
        """Read the approvals of the cycle."""
        approvals = list(PaperApproval.objects.filter(cycle_id=year).order_by("entry"))
        entries = JournalEntry.objects.filter(year=year, act=approve.code)
        headers = dict(entries.values_list("number", "header"))
        self._found: dict[tuple[str, str], list[Approval]] = {}
        for row in approvals:
            header = _HEADER.decode(headers[row.entry])
            approval = Approval(
                entry=row.entry,
                by=header.person,
                standing_in_for=header.standing_in_for,
                on=row.on,
                sha256=Text(row.sha256_kk, row.sha256_ru),
                text=Text(row.text_kk, row.text_ru),
            )
            self._found.setdefault((row.paper, row.subject), []).append(approval)

    def of(
        self,
        paper: PaperKind,
        subjects: Iterable[str],
        after: int = 0,
        before: int | None = None,
    ) -> Approval | None:
        """Return the last approval of a paper about ``subjects``, if there is one.

        It was given between the entries ``after`` and ``before``. A letter about
        several concepts is approved when each of them was, with the same content.
        """
        last = [
            max(
                (
                    approval
                    for approval in self._found.get((paper.value, subject), ())
                    if approval.entry > after
                    and (before is None or approval.entry < before)
                ),
                key=lambda approval: approval.entry,
                default=None,
            )
            for subject in subjects
        ]
        given = [approval for approval in last if approval is not None]
        if not given:
            return None
        newest = max(given, key=lambda approval: approval.entry)
        whole = all(each is not None and each.sha256 == newest.sha256 for each in last)
        return newest if whole else replace(newest, whole=False)
