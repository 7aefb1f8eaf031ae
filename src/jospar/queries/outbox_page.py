"""The papers of the outbox as its page shows them, with how approvals stand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from jospar.accounts.models import Appointment
from jospar.rules.core.nouns import Text

from .outbox import OutboxLine, fingerprints


class ApprovalState(StrEnum):
    """Whether a paper may leave: approved, approved with other words, or not."""

    NONE = "none"
    STANDS = "stands"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class OutgoingPaper:
    """A paper, what it is called by on the page, and its fingerprints now."""

    ref: str
    line: OutboxLine
    digests: Text
    approval: ApprovalState


def by_refs(lines: Iterable[OutboxLine]) -> dict[str, OutboxLine]:
    """Return the papers by what a page calls them: ``return_letter/C-006``.

    Of several to one body on one thing those that were sent are numbered.
    """
    found: dict[str, OutboxLine] = {}
    sent: dict[str, int] = {}
    for line in lines:
        ref = f"{line.kind.value}/{line.subjects[0]}"
        if line.sent_on is not None:
            sent[ref] = sent.get(ref, 0) + 1
            ref = f"{ref}~{sent[ref]}"
        found[ref] = line
    return found


def outgoing(ref: str, line: OutboxLine) -> OutgoingPaper:
    """Return the paper as it stands; it is printed for that in both languages."""
    digests, approval = fingerprints(line), line.approval
    state = ApprovalState.NONE
    if approval is not None:
        same = approval.covers(digests)
        state = ApprovalState.STANDS if same else ApprovalState.CHANGED
    return OutgoingPaper(ref, line, digests, state)


def with_text(line: OutboxLine, text: Text) -> OutboxLine:
    """Return the paper with other words written by hand; empty ones are the usual."""
    return replace(line, paper=replace(line.paper, text=text))


def names_of(lines: Iterable[OutboxLine]) -> Mapping[str, str]:
    """Return what those are called who approved the papers; one query."""
    codes = {
        code
        for line in lines
        if line.approval
        for code in (line.approval.by, line.approval.standing_in_for)
        if code
    }
    appointed = Appointment.objects.filter(person__in=codes).order_by("entry")
    return {code: code for code in codes} | dict(
        appointed.values_list("person", "name")
    )
