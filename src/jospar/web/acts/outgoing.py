"""Acts on papers of the outbox: each subject of one is approved and sent by itself."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid5

from jospar.queries.outbox import OutboxLine
from jospar.rules.agreement.distribute import distribute
from jospar.rules.amendment.send_out import send_out
from jospar.rules.core.act import Act, Objection
from jospar.rules.core.files import FileRef
from jospar.rules.core.nouns import PaperKind, Text
from jospar.rules.intake.return_late import return_late
from jospar.rules.outbox.approve import approve
from jospar.rules.outbox.send_reminder import send_reminder
from jospar.rules.review.notify import notify
from jospar.web.visitor import Seat

from .attempt import Attempt

SENDS: Mapping[PaperKind, Act[Any, Any]] = {
    PaperKind.RETURN_LETTER: return_late,
    PaperKind.CONCLUSION_NOTICE: notify,
    PaperKind.DISPATCH_LETTER: distribute,
    PaperKind.REVISION_LETTER: send_out,
    PaperKind.REMINDER: send_reminder,
}
"""The act that sending each paper performs."""
_NAMES: Mapping[PaperKind, Callable[[str], Mapping[str, str]]] = {
    PaperKind.RETURN_LETTER: lambda subject: {"key": subject},
    PaperKind.CONCLUSION_NOTICE: lambda subject: {"key": subject},
    PaperKind.DISPATCH_LETTER: lambda subject: dict(
        zip(("plan", "recipient"), subject.split("/", 1), strict=True)
    ),
    PaperKind.REVISION_LETTER: lambda subject: dict(
        zip(("plan", "revision", "recipient"), subject.split("/", 2), strict=True)
    ),
    PaperKind.REMINDER: lambda subject: {"body": subject},
}
"""How the filing of each act names the paper's subject."""
_DIGITS = re.compile(r"\d{1,15}(?=\D*$)")


@dataclass(frozen=True, slots=True)
class Told:
    """What came of a paper: the entry of its last act, or all that spoke against it.

    ``faults`` are keys of texts; ``changed`` says that the paper reads otherwise than
    what was looked at or approved.
    """

    number: int | None = None
    faults: tuple[str, ...] = ()
    objections: tuple[Objection, ...] = ()
    changed: bool = False

    @property
    def refused(self) -> bool:
        """Whether the paper is as it was."""
        return bool(self.faults or self.objections or self.changed)


@dataclass(frozen=True, slots=True)
class Desk:
    """Who acts on papers, with a form of that id."""

    seat: Seat
    form_id: UUID

    def approvals(
        self, line: OutboxLine, digests: Text, text: Text
    ) -> Iterator[Attempt]:
        """Return an attempt at approving the paper for each of its subjects."""
        for subject in line.subjects:
            typed = {
                "paper": line.kind.value,
                "subject": subject,
                "sha256_kk": digests.kk,
                "sha256_ru": digests.ru,
                "text_kk": text.kk,
                "text_ru": text.ru,
            }
            yield self._attempt(approve, line, subject, typed)

    def sendings(
        self,
        line: OutboxLine,
        typed: Mapping[str, str],
        acknowledged: Collection[str] = (),
        files: tuple[FileRef, ...] = (),
    ) -> Iterator[Attempt]:
        """Return an attempt at sending the paper for each of its subjects.

        ``typed`` is its number as ``document``, the day ``on``, and by what ``means``.
        """
        for subject in line.subjects:
            yield self._attempt(
                SENDS[line.kind],
                line,
                subject,
                {**typed, **_NAMES[line.kind](subject)},
                acknowledged,
                files,
            )

    def _attempt(
        self,
        act: Act[Any, Any],
        line: OutboxLine,
        subject: str,
        typed: Mapping[str, str],
        acknowledged: Collection[str] = (),
        files: tuple[FileRef, ...] = (),
    ) -> Attempt:
        return Attempt(
            act=act,
            seat=self.seat,
            typed=typed,
            act_id=uuid5(self.form_id, f"{act.code} {line.kind} {subject}"),
            acknowledged=acknowledged,
            proof=typed.get("proof", ""),
            files=files,
        )


@dataclass(slots=True)
class Numbers:
    """Numbers for papers that have none of their own: one after another from a first.

    ``11-2/408`` is followed by ``11-2/409``; the zeros at the front stay.
    """

    first: str
    _given: int = field(default=0)

    def next(self) -> str:
        """Return the next number, or nothing where there is no first one."""
        given, self._given = self._given, self._given + 1
        return _DIGITS.sub(
            lambda digits: str(int(digits[0]) + given).zfill(len(digits[0])),
            self.first,
        )
