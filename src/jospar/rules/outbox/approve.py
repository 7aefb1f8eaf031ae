"""The head approves an official paper before it leaves."""

import re
from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, unmet
from jospar.rules.core.conditions import text_in_both_languages

from .conditions import not_sent, waits
from .effects import PaperApproved
from .facts import ApprovePaper, WaitingFacts

_SHA256 = re.compile(r"[0-9a-f]{64}")


@check(
    "outbox.approval",
    _("The fingerprint of the paper is not whole."),
    _("Open the paper anew and approve what you see."),
)
def fingerprints_whole(facts: WaitingFacts, filing: ApprovePaper) -> Iterator[Unmet]:
    """The paper's content is known in both languages, to the byte."""
    for field in ("sha256_kk", "sha256_ru"):
        if not _SHA256.fullmatch(getattr(filing, field)):
            yield unmet(field)


@act(
    "outbox.approve",
    "outbox.approval",
    filing=ApprovePaper,
    conditions=(waits, not_sent),
    requirements=(fingerprints_whole, text_in_both_languages),
)
def approve(facts: WaitingFacts, filing: ApprovePaper) -> tuple[PaperApproved, ...]:
    """The paper may leave with exactly this content."""
    return (
        PaperApproved(
            paper=filing.paper,
            subject=filing.subject,
            on=filing.on,
            sha256_kk=filing.sha256_kk,
            sha256_ru=filing.sha256_ru,
            text=filing.text,
        ),
    )
