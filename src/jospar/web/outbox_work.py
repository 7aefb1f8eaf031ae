"""What is done in the outbox with the papers that a form marks."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from django.http import QueryDict

from jospar.queries.outbox import OutboxLine
from jospar.queries.outbox_page import ApprovalState, outgoing, with_text
from jospar.rules.core.nouns import Text
from jospar.web.acts.attempt import Attempt
from jospar.web.acts.many import perform_many
from jospar.web.acts.outgoing import Desk, Numbers, Told
from jospar.web.acts.scans import Scans
from jospar.web.asked import id_asked
from jospar.web.visitor import Seat

CHANGED = "approval_stands"
"""Acknowledged by who sends a paper that reads otherwise than what was approved."""


@dataclass(frozen=True, slots=True)
class Work:
    """A form of the outbox: who sent it, and what it says of each marked paper."""

    seat: Seat
    sent: QueryDict
    scans: Scans = field(default_factory=Scans)

    def marked(self, lines: Mapping[str, OutboxLine]) -> dict[str, OutboxLine]:
        """Return the marked papers that wait."""
        refs = dict.fromkeys(self.sent.getlist("paper"))
        return {
            ref: lines[ref]
            for ref in refs
            if ref in lines and lines[ref].sent_on is None
        }

    def typed(self, ref: str, name: str) -> str:
        """Return what was typed for a paper."""
        return self.sent.get(f"{ref}.{name}", "").strip()

    def text(self, ref: str, line: OutboxLine) -> Text:
        """Return the words written by hand: those typed, or those that it has."""
        if f"{ref}.text_kk" not in self.sent:
            return line.paper.text
        return Text(self.typed(ref, "text_kk"), self.typed(ref, "text_ru"))

    def approve(self, lines: Mapping[str, OutboxLine]) -> dict[str, Told]:
        """Approve the marked papers as they were looked at, each with its own words."""
        return {ref: self._approve(ref, line) for ref, line in lines.items()}

    def send(self, lines: Mapping[str, OutboxLine]) -> dict[str, Told]:
        """Send the marked papers, each under its number or the next one."""
        numbers = Numbers(self.sent.get("first", "").strip())
        return {ref: self._send(ref, line, numbers) for ref, line in lines.items()}

    def _approve(self, ref: str, line: OutboxLine) -> Told:
        text = self.text(ref, line)
        digests = outgoing(ref, with_text(line, text)).digests
        if self.typed(ref, "seen") != f"{digests.kk} {digests.ru}":
            return Told(changed=True)
        return _told(self._desk().approvals(line, digests, text))

    def _send(self, ref: str, line: OutboxLine, numbers: Numbers) -> Told:
        typed = {
            name: text
            for name in ("on", "means")
            if (text := self.sent.get(name, "").strip())
        }
        number = self.typed(ref, "number") or numbers.next()
        acknowledged = self.sent.getlist(f"{ref}.acknowledged")
        changed = outgoing(ref, line).approval is ApprovalState.CHANGED
        if changed and CHANGED not in acknowledged:
            return Told(changed=True)
        return _told(
            self._desk().sendings(
                line,
                typed | ({"document": number} if number else {}),
                acknowledged,
                self.scans.files,
            )
        )

    def _desk(self) -> Desk:
        form_id = id_asked(self.sent.get("form_id", ""))
        return Desk(self.seat, form_id)


def _told(attempts: Iterable[Attempt]) -> Told:
    """Perform the acts on a paper's subjects; each of them is told once."""
    results = perform_many(attempts)
    done = [result.number for result in results if result.number is not None]
    faults = dict.fromkeys(
        fault for result in results for fault in result.faults.values()
    )
    objections = {
        (found.code, str(found.values)): found
        for result in results
        for found in result.objections
    }
    return Told(max(done, default=None), tuple(faults), tuple(objections.values()))


Step = Callable[[Work, Mapping[str, OutboxLine]], dict[str, Told]]
STEPS: Mapping[str, Step] = {"approve": Work.approve, "send": Work.send}
"""What the buttons of a form do with the marked papers."""
